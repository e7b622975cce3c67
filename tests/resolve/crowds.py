"""Small crowds of people who have much in common, made to find out where rules meet."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from netgraph.importers._keys import seal
from netgraph.model import (
    Affiliation,
    Card,
    Decision,
    Identifier,
    IdentifierKind,
    Judgement,
    Origin,
    StoredCard,
)
from tests.resolve.labelled import NOW

GIVEN = ["Robert", "Bob", "Anna", "Ana", "Katherine", "Katharine", "Jürgen", "Juergen", "R"]
FAMILY = ["Oakden", "Oakdenn", "Pine", "Müller", "Mueller", "Roe Pine", "P", "Petrov"]
LOCALS = ["robert.oakden", "roakden", "anna", "a.pine", "pine", "jmueller", "x93"]
HOSTS = ["example.org", "gmail.com", "orbit.example", "larch-foods.example"]
EMPLOYERS = ["Orbit", "Larch Foods", "Larch Foods GmbH", "Quartz"]


@dataclass(frozen=True, slots=True)
class Crowd:
    """How people are thrown together: ``dice`` decides, so equal dice give equal crowds."""

    dice: random.Random

    def cards(self, count: int) -> list[StoredCard]:
        """``count`` cards from four files, one of them a friend's, some of them the same."""
        return [self._card() for _ in range(count)]

    def words(self, cards: Sequence[StoredCard], count: int) -> list[Decision]:
        """What the user may say of two of ``cards``, ``count`` times."""
        pairs = [self.dice.sample(cards, 2) for _ in range(count)] if len(cards) > 1 else []
        return [
            Decision(a.card.subject, b.card.subject, self.dice.choice(list(_SAID)), 0.0, (), "user")
            for a, b in pairs
        ]

    def _is(self, share: float) -> bool:
        return self.dice.random() < share

    def _card(self) -> StoredCard:
        source = self.dice.choice("abcd")
        name = self._name() if self._is(0.85) else ""
        ids = [i for i in (self._email(), self._phone(), self._profile()) if i]
        if self._is(0.15) and name:
            ids.append(Identifier(IdentifierKind.NAME, name))
        job = Affiliation(self.dice.choice(EMPLOYERS)) if self._is(0.4) else None
        if not job and self._is(0.15):
            job = Affiliation("", self.dice.choice(["vet", "plumber"]))
        draft = Card(
            key="",
            subject="",
            origin=Origin(f"importer-{source}", f"{source}.csv", source, "row 1"),
            names=(name,) if name else (),
            identifiers=tuple(ids),
            affiliations=(job,) if job else (),
            labels=(self.dice.choice(["circle:choir", "friends"]),) if self._is(0.2) else (),
            is_contact=source != "c" and self._is(0.8),
        )
        slug = next((i.value for i in ids if i.kind is IdentifierKind.PROFILE), "")
        return StoredCard(seal(draft, source_id=slug), "dana" if source == "d" else "", NOW)

    def _name(self) -> str:
        given, family = self.dice.choice(GIVEN), self.dice.choice(FAMILY)
        shapes = [f"{given} {family}"] * 5 + [given, f"{family}, {given}", f"{given} B. {family}"]
        return self.dice.choice([*shapes, f"{given} {family} Jr.", f"{given} ({family}) Pine"])

    def _email(self) -> Identifier | None:
        address = f"{self.dice.choice(LOCALS)}@{self.dice.choice(HOSTS)}"
        return Identifier(IdentifierKind.EMAIL, address) if self._is(0.35) else None

    def _phone(self) -> Identifier | None:
        end = self.dice.choice(["7700900123", "7700900145", "7700900167"])
        number = self.dice.choice(["+44", "0"]) + end
        return Identifier(IdentifierKind.PHONE, number) if self._is(0.2) else None

    def _profile(self) -> Identifier | None:
        address = f"linkedin.com/in/somebody-{self.dice.randrange(12)}"
        return Identifier(IdentifierKind.PROFILE, address) if self._is(0.25) else None


_SAID = (Judgement.SAME, Judgement.DIFFERENT)
