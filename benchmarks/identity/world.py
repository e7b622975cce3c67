"""A labelled world: invented people as six kinds of files know them.

Every figure in `Shares` is a share of nastiness, printed with the result. Two people of one
name, families with one telephone, a couple with one address, a father and a son, colleagues
with the same local part: who is who is known, and no file says it outright.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime

from pools import Pool, pool

from netgraph.importers._keys import seal
from netgraph.model import Affiliation, Card, Identifier, IdentifierKind, Origin, StoredCard

#: A name as written in another script or "", given and family name in Latin letters, language.
_Name = tuple[str, str, str, int]
IMPORTED = datetime(2026, 11, 1, tzinfo=UTC)
_ASCII = str.maketrans("øłđßæåØŁĐÆÅ", "oldsaaOLDAA")
_LONG = {"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "æ": "ae", "ß": "ss"}


@dataclass(frozen=True, slots=True)
class Shares:
    """How often what is nasty happens, as a share of people (of cards, where it says so)."""

    nickname_on_a_card: float = 0.30
    lost_diacritics_on_a_card: float = 0.35
    changed_surname: float = 0.04
    former_employer_on_linkedin: float = 0.35
    shared_name: float = 0.013
    family_with_one_phone: float = 0.03
    couple_with_one_address: float = 0.01
    namesake_at_the_same_employer: float = 0.002
    father_and_son: float = 0.004
    credentials_on_linkedin: float = 0.06
    other_script: float = 0.03
    name_order_turned_on_a_card: float = 0.05


HARD = Shares(
    nickname_on_a_card=0.34,
    lost_diacritics_on_a_card=0.45,
    former_employer_on_linkedin=0.38,
    shared_name=0.016,
    family_with_one_phone=0.035,
    name_order_turned_on_a_card=0.07,
)


@dataclass(slots=True)
class Someone:
    """One invented person; the names in use now, at birth, and of those at home."""

    given: str
    family: str
    native: str
    tongue: int
    maiden: str
    employer: str
    former: str
    work_mail: str
    home_mail: str
    phone: str
    slug: str
    generation: str = ""


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
    maker = _Maker(pool("held_out" if held_out else "plain"), shares, dice)
    everybody = maker.everybody(people)
    cards: list[StoredCard] = []
    truth: dict[str, str] = {}
    for number, someone in enumerate(everybody):
        for card in maker.cards(someone, number):
            if card.key not in truth:
                truth[card.key] = str(number)
                cards.append(StoredCard(card, "", IMPORTED))
    return World(tuple(cards), truth, shares)


def told(shares: Shares) -> dict[str, float]:
    """The shares by name."""
    return {field.name: getattr(shares, field.name) for field in fields(shares)}


class _Maker:
    """Makes people, and then their cards."""

    def __init__(self, pool: Pool, shares: Shares, dice: random.Random) -> None:
        self.pool, self.shares, self.dice = pool, shares, dice
        self.taken: set[tuple[str, str]] = set()

    def _is(self, share: float) -> bool:
        return self.dice.random() < share

    def everybody(self, count: int) -> list[Someone]:
        found: list[Someone] = []
        while len(found) < count:
            one = self._someone(len(found))
            found.append(one)
            if self._is(self.shares.shared_name):
                found.append(self._named_like(one, len(found)))
            if self._is(self.shares.namesake_at_the_same_employer):
                found.append(replace(self._named_like(one, len(found)), employer=one.employer))
            if self._is(self.shares.family_with_one_phone):
                family = self._someone(len(found))
                found.append(replace(family, family=one.family, phone=one.phone, maiden=""))
            if self._is(self.shares.couple_with_one_address):
                partner = self._someone(len(found))
                found.append(replace(partner, family=one.family, home_mail=one.home_mail))
            if self._is(self.shares.father_and_son):
                son = self._named_like(one, len(found))
                found.append(replace(son, phone=one.phone, generation="Jr"))
                one.generation = "Sr"
        return found[:count]

    def _someone(self, number: int, name: _Name | None = None) -> Someone:
        native, given, family, tongue = name or self._new_name()
        firm = self._employer()
        changed = self._is(self.shares.changed_surname)
        return Someone(
            given=given,
            family=family,
            native=native,
            tongue=tongue,
            maiden=self._family(tongue) if changed else "",
            employer=firm,
            former=self._employer() if self._is(self.shares.former_employer_on_linkedin) else "",
            work_mail=f"{self._local(given, family, number)}@{_domain(firm)}",
            home_mail=self._home_mail(given, family, number),
            phone=f"+999 20 {number:07d}",
            slug=f"{_ascii(given)}-{_ascii(family)}-{number:05x}".replace(" ", "-"),
        )

    def _new_name(self) -> _Name:
        """Name as written, given and family name in Latin letters, language; nobody has it yet."""
        while True:
            native = ""
            tongue = self.dice.randrange(len(self.pool.given))
            if self._is(self.shares.other_script):
                native, given, family = self.dice.choice(self.pool.scripts).name(self.dice)
            else:
                given, family = self.dice.choice(self.pool.given[tongue]), self._family(tongue)
            if (given, family) not in self.taken:
                self.taken.add((given, family))
                return native, given, family, tongue

    def _named_like(self, one: Someone, number: int) -> Someone:
        return self._someone(number, (one.native, one.given, one.family, one.tongue))

    def _family(self, tongue: int) -> str:
        start = self.dice.choice(self.pool.family[tongue])
        return start + self.dice.choice(self.pool.family_ends[tongue])

    def _employer(self) -> str:
        # most people are at one of some hundred employers
        return f"{self.dice.choice(self.pool.employers)} {self.dice.choice(self.pool.trades)}"

    def _local(self, given: str, family: str, number: int) -> str:
        words = {
            "g": _ascii(given), "f": _ascii(family), "i": _ascii(given)[:1],
            "j": _ascii(family)[:1], "n": str(1950 + number % 60) + str(number),
        }  # fmt: skip
        pattern = self.dice.choice(self.pool.locals)
        local = "".join(words.get(mark, mark) for mark in pattern)
        return local if len(local) > 1 else f"{local}{number}"

    def _home_mail(self, given: str, family: str, number: int) -> str:
        host = self.dice.choice(self.pool.free_mail)
        if self._is(0.25):
            return f"{self.dice.choice(('sunny', 'blue', 'the', 'mr'))}{number}x@{host}"
        return f"{self._local(given, family, number)}{number % 97}@{host}"

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
            ids.append((IdentifierKind.EMAIL, one.home_mail))
        return _card("linkedin", number, name, ids, f"{firm} {self._form()}".strip())

    def _google(self, one: Someone, number: int) -> Card:
        ids: list[tuple[IdentifierKind, str]] = []
        if self._is(0.85):
            ids.append((IdentifierKind.EMAIL, self._either_mail(one)))
        if self._is(0.4) or not ids:
            ids.append((IdentifierKind.PHONE, one.phone))
        firm = one.employer if self._is(0.2) else ""
        return _card("google", number, self._short(one) if self._is(0.8) else "", ids, firm)

    def _phone_card(self, one: Someone, number: int) -> Card:
        name = self._short(one)
        firm = one.employer if self._is(0.15) else ""
        return _card("phone", number, name, [(IdentifierKind.PHONE, one.phone)], firm)

    def _mail(self, one: Someone, number: int) -> Card:
        ids = [(IdentifierKind.EMAIL, self._either_mail(one))]
        return _card("mail", number, self._short(one) if self._is(0.85) else "", ids, "")

    def _calendar(self, one: Someone, number: int) -> Card:
        ids = [(IdentifierKind.EMAIL, one.work_mail)]
        return _card("calendar", number, self._short(one) if self._is(0.6) else "", ids, "")

    def _hand(self, one: Someone, number: int) -> Card:
        name = self._short(one)
        named = [(IdentifierKind.NAME, name)]
        return _card("hand", number, name, named, one.employer if self._is(0.4) else "")

    def _either_mail(self, one: Someone) -> str:
        return one.work_mail if self._is(0.5) else one.home_mail

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
            name = _plain(name, long=self._is(0.5))
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


def _plain(text: str, *, long: bool) -> str:
    if long:
        text = "".join(_LONG.get(letter, letter) for letter in text)
    flat = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(letter for letter in flat if not unicodedata.combining(letter))


def _ascii(text: str) -> str:
    return _plain(text, long=False).casefold().replace("'", "")


def _domain(firm: str) -> str:
    return _ascii(firm).replace(" ", "") + ".example"
