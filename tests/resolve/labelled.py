"""A seeded, labelled address book: cards of invented people, and which card is whom."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime

from netgraph.importers._keys import seal
from netgraph.model import Affiliation, Card, Identifier, IdentifierKind, Origin, StoredCard

_WORDS = """
Anna Robert Katherine Michael Elizabeth William Margaret James Yuna Ilse Tobin Casimir Wren Noor
Jürgen Łukasz Zoë Søren Aisha Karim Mateo Lucía Giulia Matteo Femke Sanne Agnieszka Piotr Hiroshi
Mei Olga Ivan Fatima Omar Priya Arjun Chidi Amara Leilani Kai Daniela Thomas Susan Patricia Andrew
Christopher Rebecca Samuel Victoria Benjamin Theodora Marek Ines Paulo
|Mar Quan Pet Old Tal Sal Win Hart Brook Ash Fen Kor Lind Vol Zim Ber Gar Nov Pol Ram
|rash del rakis uya bach dana ter wood stone ford by ski berg kov mann etti cia ak ello os
|Nordwind Orbit Pine Larch Quartz Meridian Cobalt Harbour Juniper Falcon Amber Delta
|Analytics Foods Systems Logistics Clinic Bank Robotics Media Energy Travel
"""
GIVEN, _FIRST, _LAST, WORDS, TRADES = (line.split() for line in _WORDS.split("|"))
FAMILY = [first + last for first in _FIRST for last in _LAST]
NICK = {
    "Robert": "Bob",
    "Katherine": "Kate",
    "Michael": "Mike",
    "Elizabeth": "Liz",
    "William": "Bill",
    "Margaret": "Peggy",
    "James": "Jim",
    "Thomas": "Tom",
    "Susan": "Sue",
    "Andrew": "Andy",
    "Christopher": "Chris",
    "Rebecca": "Becky",
    "Samuel": "Sam",
    "Benjamin": "Ben",
    "Patricia": "Pat",
    "Victoria": "Vicky",
}
NOW = datetime(2026, 11, 1, tzinfo=UTC)


def stored(
    names: tuple[str, ...] = (),
    identifiers: tuple[tuple[str, str], ...] = (),
    *,
    organisation: str = "",
    source: str = "a",
    owner: str = "",
    source_id: str = "",
    is_contact: bool = False,
    is_owner: bool = False,
) -> StoredCard:
    draft = Card(
        key="",
        subject="",
        origin=Origin(f"importer-{source}", f"{source}.csv", source, "row 1"),
        names=names,
        identifiers=tuple(Identifier(IdentifierKind(kind), value) for kind, value in identifiers),
        affiliations=(Affiliation(organisation),) if organisation else (),
        is_contact=is_contact,
        is_owner=is_owner,
    )
    return StoredCard(seal(draft, source_id), owner, NOW)


def _ascii(text: str) -> str:
    return text.translate(str.maketrans("üŁłëøíé", "uLleoie")).lower()


class _Invented:
    """One invented person, and how three sources know them."""

    def __init__(self, who: int, dice: random.Random) -> None:
        self.who, self.dice = who, dice
        self.given, self.family = dice.choice(GIVEN), dice.choice(FAMILY)
        self.plain = f"{_ascii(self.given)}.{_ascii(self.family)}"
        self.firm = (dice.choice(WORDS), dice.choice(TRADES))
        host = f"{self.firm[0]}-{self.firm[1]}.example".lower()
        self.work = f"{self.plain}{dice.choice(('', '', str(who)))}@{host}"
        initial = f"{_ascii(self.given)[0]}{_ascii(self.family)}"
        locals_ = (f"{self.plain}{who}", f"star{who}", f"{initial}{who}")
        self.free = f"{dice.choice(locals_)}@gmail.com"

    def cards(self) -> Iterator[StoredCard]:
        if self.dice.random() < 0.7:
            yield self._linkedin()
        if self.dice.random() < 0.7:
            yield self._google()
        for address in dict.fromkeys((self.work, self.dice.choice((self.work, self.free)))):
            if self.dice.random() < 0.5:
                yield self._mail(address)

    def _linkedin(self) -> StoredCard:
        dice, profile = self.dice, f"https://www.linkedin.com/in/{self.plain}-{self.who}"
        shown = f"{self.given} {self.family}" + dice.choice(("", "", "", ", PhD", ", MBA", " 🚀"))
        now = " ".join(self.firm) + dice.choice(("", " Inc.", " GmbH"))
        job = now if dice.random() < 0.65 else "Later Life Ltd"
        known = (("profile", profile),)
        return stored((shown,), known, organisation=job, source="linkedin", is_contact=True)

    def _google(self) -> StoredCard:
        dice, given, family = self.dice, self.given, self.family
        called = NICK.get(given, given) if dice.random() < 0.3 else given
        known = [("email", dice.choice((self.work, self.free)))]
        if dice.random() < 0.4:
            known.append(("phone", f"+44 7700 9{self.who:05d}"))
        full = f"{called} {family}"
        name = dice.choice((full, full, f"{family}, {called}", called))
        return stored((name,), tuple(known), source="google", is_contact=True)

    def _mail(self, address: str) -> StoredCard:
        full, turned = f"{self.given} {self.family}", f"{self.family}, {self.given}"
        display = self.dice.choice((full, _ascii(full).title(), turned, ""))
        return stored((display,) if display else (), (("email", address),), source="mail")


def address_book(people: int, seed: int = 7) -> tuple[list[StoredCard], dict[str, int]]:
    """About two cards per person over three sources, and the number of the person by card key."""
    dice = random.Random(seed)
    cards: list[StoredCard] = []
    truth: dict[str, int] = {}
    for who in range(people):
        for card in _Invented(who, dice).cards():
            cards.append(card)
            truth[card.card.key] = who
    return cards, truth


def pair_scores(person_of: dict[str, str], truth: dict[str, int]) -> tuple[float, float]:
    """Pairwise precision and recall [0, 1] of a resolution."""

    def pairs(groups: dict[object, list[str]]) -> set[tuple[str, str]]:
        return {(a, b) for g in groups.values() for a in g for b in g if a < b}

    found: dict[object, list[str]] = {}
    real: dict[object, list[str]] = {}
    for key, who in truth.items():
        found.setdefault(person_of[key], []).append(key)
        real.setdefault(who, []).append(key)
    ours, true = pairs(found), pairs(real)
    return len(ours & true) / max(len(ours), 1), len(ours & true) / max(len(true), 1)
