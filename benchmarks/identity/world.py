"""A labelled world: invented people as six kinds of files know them.

Every figure in `Shares` is a share of nastiness, printed with the result. Two people of one
name, families with one telephone, a couple with one address, a father and a son, colleagues
with the same local part: who is who is known, and no file says it outright.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from inhabitants import HARD, Inhabitants, Shares, Someone, flat
from pools import Pool, pool

from netgraph.importers._keys import seal
from netgraph.model import Affiliation, Card, Identifier, IdentifierKind, Origin, StoredCard

IMPORTED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class World:
    """The cards, in the order of their files, and whose each is (card key to person)."""

    cards: tuple[StoredCard, ...]
    truth: dict[str, str]
    shares: Shares


def world(seed: int, people: int, *, held_out: bool = False) -> World:
    """The world of ``seed``; equal arguments give equal worlds."""
    dice = random.Random(f"{seed}/{held_out}")
    shares = HARD if held_out else Shares()
    names = pool("held_out" if held_out else "plain")
    everybody = Inhabitants(names, shares, dice).everybody(people)
    files = _Files(names, shares, dice)
    cards: list[StoredCard] = []
    truth: dict[str, str] = {}
    for number, someone in enumerate(everybody):
        for card in files.cards(someone, number):
            if card.key not in truth:
                truth[card.key] = str(number)
                cards.append(StoredCard(card, "", IMPORTED))
    return World(tuple(cards), truth, shares)


class _Files:
    """What the six kinds of files say of people."""

    def __init__(self, pool: Pool, shares: Shares, dice: random.Random) -> None:
        self.pool, self.shares, self.dice = pool, shares, dice

    def _is(self, share: float) -> bool:
        return self.dice.random() < share

    def cards(self, one: Someone, number: int) -> Iterator[Card]:
        """The cards of ``one``: each kind of file knows its share of people, at least one does."""
        kinds = {
            "linkedin": (0.62, self._linkedin), "google": (0.52, self._google),
            "phone": (0.30, self._phone_card), "mail": (0.42, self._mail),
            "calendar": (0.14, self._calendar), "hand": (0.05, self._hand),
        }  # fmt: skip
        chosen = [kind for kind, (share, _make) in kinds.items() if self._is(share)]
        for kind in chosen or ["linkedin"]:
            yield kinds[kind][1](one, number)

    def _linkedin(self, one: Someone, number: int) -> Card:
        name = f"{one.given} {one.family}"
        if one.maiden and self._is(0.3):
            name = f"{one.given} {one.family} ({one.maiden})"
        if self._is(self.shares.credentials_on_linkedin):
            name += f", {self.dice.choice(self.pool.credentials)}"
        firm = one.former or one.employer
        ids: list[tuple[IdentifierKind, str]] = [
            (IdentifierKind.PROFILE, f"https://www.linkedin.com/in/{one.slug}")
        ]
        if self._is(0.03):
            ids.append((IdentifierKind.EMAIL, self._home_mail(one)))
        return _card("linkedin", number, name, ids, f"{firm} {self._form()}".strip())

    def _google(self, one: Someone, number: int) -> Card:
        if self._is(0.2):
            # what Google collects from mail by itself: an address and nothing else
            address = self._either_mail(one)
            return _card("google", number, *self._nameless(one, address), "")
        ids = []
        if self._is(0.85):
            ids.append((IdentifierKind.EMAIL, self._either_mail(one)))
        if self._is(0.4) or not ids:
            ids.append((IdentifierKind.PHONE, self._phone(one)))
        firm = one.employer if self._is(0.2) else ""
        return _card("google", number, self._short(one), ids, firm)

    def _phone_card(self, one: Someone, number: int) -> Card:
        name = self._short(one)
        firm = one.employer if self._is(0.15) else ""
        return _card("phone", number, name, [(IdentifierKind.PHONE, self._phone(one))], firm)

    def _mail(self, one: Someone, number: int) -> Card:
        address = self._either_mail(one)
        if self._is(0.15):
            return _card("mail", number, *self._nameless(one, address), "")
        return _card("mail", number, self._short(one), [(IdentifierKind.EMAIL, address)], "")

    def _calendar(self, one: Someone, number: int) -> Card:
        ids = [(IdentifierKind.EMAIL, one.work_mail)]
        return _card("calendar", number, self._short(one) if self._is(0.6) else "", ids, "")

    def _hand(self, one: Someone, number: int) -> Card:
        name = self._short(one)
        named = [(IdentifierKind.NAME, name)]
        return _card("hand", number, name, named, one.employer if self._is(0.4) else "")

    def _nameless(self, one: Someone, address: str) -> tuple[str, list[tuple[IdentifierKind, str]]]:
        """No name and an address; whose a couple's is without a name, nobody could say."""
        name = self._short(one) if one.shares_address and address == one.home_mail else ""
        return name, [(IdentifierKind.EMAIL, address)]

    def _either_mail(self, one: Someone) -> str:
        return one.work_mail if self._is(0.5) else self._home_mail(one)

    def _home_mail(self, one: Someone) -> str:
        other = self._is(self.shares.other_private_address_on_a_card)
        return one.other_mail if other else one.home_mail

    def _phone(self, one: Someone) -> str:
        return one.other_phone if self._is(self.shares.other_phone_on_a_card) else one.phone

    def _form(self) -> str:
        return self.dice.choice(self.pool.legal_forms)

    def _short(self, one: Someone) -> str:
        """The name as somebody who knows them writes it."""
        if one.native and self._is(0.5):
            return one.native
        given = one.given
        family = one.maiden if one.maiden and self._is(0.6) else one.family
        short = self.pool.nicknames.get(given)
        if short and self._is(self.shares.nickname_on_a_card):
            given = self.dice.choice(short)
        name = f"{given} {family}"
        if self._is(0.06):
            name = given
        elif self._is(self.shares.name_order_turned_on_a_card):
            name = f"{family}, {given}"
        if one.generation and self._is(0.7):
            name += f" {one.generation}"
        if self._is(self.shares.lost_diacritics_on_a_card):
            name = flat(name, long=self._is(0.5))
        return name


def _card(
    source: str, number: int, name: str, ids: Sequence[tuple[IdentifierKind, str]], firm: str
) -> Card:
    draft = Card(
        key="",
        subject="",
        origin=Origin(source, f"{source}.csv", source, f"row {number + 2}"),
        names=(name,) if name else (),
        identifiers=tuple(Identifier(kind, value) for kind, value in ids),
        affiliations=(Affiliation(firm),) if firm else (),
        is_contact=source not in {"mail", "calendar"},
    )
    slug = next((value for kind, value in ids if kind is IdentifierKind.PROFILE), "")
    return seal(draft, source_id=slug)
