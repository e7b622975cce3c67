"""Labelled worlds: invented people as files know them.

Every figure in `Shares` is a share of nastiness, printed with the result. The nasty world has two
people of one name, families with one telephone, a couple with one address, a father and a son,
colleagues with the same local part, in six kinds of files: who is who is known, and no file says
it outright. The standard one has what a trial of several methods on LinkedIn, Google and mail
had, and no more; whoever has a namesake is on LinkedIn, as there.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from inhabitants import HARD, STANDARD, Inhabitants, Shares, Someone, flat
from pools import Pool, pool

from netgraph.importers._keys import seal
from netgraph.model import Affiliation, Card, Identifier, IdentifierKind, Origin, StoredCard

#: Which share of people each kind of file knows.
SIX_KINDS = {
    "linkedin": 0.62, "google": 0.52, "phone": 0.30, "mail": 0.42, "calendar": 0.14, "hand": 0.05,
}  # fmt: skip
THREE_KINDS = {"linkedin": 0.65, "google": 0.66, "mail": 0.74}
IMPORTED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class World:
    """The cards, in the order of their files, and whose each is (card key to person)."""

    cards: tuple[StoredCard, ...]
    truth: dict[str, str]
    shares: Shares


def world(seed: int, people: int, *, held_out: bool = False) -> World:
    """The nasty world of ``seed``; equal arguments give equal worlds."""
    dice = random.Random(f"{seed}/{held_out}")
    shares = HARD if held_out else Shares()
    return _made(shares, people, dice, SIX_KINDS, held_out=held_out)


def standard_world(seed: int, people: int, *, held_out: bool = False) -> World:
    """The standard world of ``seed``; equal arguments give equal worlds."""
    dice = random.Random(f"{seed}/{held_out}/standard")
    # names are shared on LinkedIn, which does not know everybody
    of_people = STANDARD.shared_name * THREE_KINDS["linkedin"]
    shares = replace(STANDARD, shared_name=of_people)
    made = _made(shares, people, dice, THREE_KINDS, held_out=held_out)
    return replace(made, shares=STANDARD)


def _made(
    shares: Shares, people: int, dice: random.Random, knows: dict[str, float], *, held_out: bool
) -> World:
    names = pool("held_out" if held_out else "plain")
    everybody = Inhabitants(names, shares, dice).everybody(people)
    bearers = Counter((one.given, one.family) for one in everybody)
    files = _Files(names, shares, dice, knows)
    cards: list[StoredCard] = []
    truth: dict[str, str] = {}
    for number, someone in enumerate(everybody):
        is_shared = bearers[someone.given, someone.family] > 1
        surely = "linkedin" if is_shared and knows is THREE_KINDS else ""
        for card in files.cards(someone, number, surely):
            if card.key not in truth:
                truth[card.key] = str(number)
                cards.append(StoredCard(card, "", IMPORTED))
    return World(tuple(cards), truth, shares)


class _Files:
    """What the kinds of files say of people."""

    def __init__(
        self, pool: Pool, shares: Shares, dice: random.Random, knows: dict[str, float]
    ) -> None:
        self.pool, self.shares, self.dice, self.knows = pool, shares, dice, knows

    def _is(self, share: float) -> bool:
        return self.dice.random() < share

    def cards(self, one: Someone, number: int, surely: str = "") -> Iterator[Card]:
        """The cards of ``one``: each kind of file knows its share of people, at least one does."""
        kinds = {
            "linkedin": self._linkedin, "google": self._google, "phone": self._phone_card,
            "mail": self._mail, "calendar": self._calendar, "hand": self._hand,
        }  # fmt: skip
        chosen = [k for k, share in self.knows.items() if self._is(share) or k == surely]
        for kind in chosen or ["linkedin"]:
            yield kinds[kind](one, number)

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
        if self._is(self.shares.no_name_in_google):
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
        if self._is(self.shares.no_name_in_mail):
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
        if self._is(self.shares.first_name_alone_on_a_card):
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
