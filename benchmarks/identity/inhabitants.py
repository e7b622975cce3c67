"""The invented people of a labelled world, before any file knows them."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from pools import Pool

#: A name as written in another script or "", given and family name in Latin letters, language.
Name = tuple[str, str, str, int]
#: Added to the numbers in second addresses, so that they are nobody else's.
_OTHERS = 40_000_000
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
    namesake_at_the_same_employer: float = 0.0007
    father_and_son: float = 0.004
    credentials_on_linkedin: float = 0.06
    other_script: float = 0.03
    name_order_turned_on_a_card: float = 0.05
    first_name_alone_on_a_card: float = 0.06
    other_phone_on_a_card: float = 0.06
    other_private_address_on_a_card: float = 0.10
    no_name_in_google: float = 0.20
    no_name_in_mail: float = 0.15


HARD = Shares(
    nickname_on_a_card=0.34,
    lost_diacritics_on_a_card=0.45,
    former_employer_on_linkedin=0.38,
    shared_name=0.016,
    family_with_one_phone=0.035,
    name_order_turned_on_a_card=0.07,
    other_phone_on_a_card=0.07,
    other_private_address_on_a_card=0.12,
)


#: Of the trial whose shares these are, some are known: of people whose surname changed, of those
#: at a former employer on LinkedIn, of LinkedIn's names that two people share.
TRIAL = {"changed_surname": 0.04, "former_employer_on_linkedin": 0.35, "shared_name": 0.013}
STANDARD = Shares(
    shared_name=TRIAL["shared_name"],
    nickname_on_a_card=0.60,
    other_private_address_on_a_card=0.30,
    no_name_in_google=0.0,
    no_name_in_mail=0.25,
    family_with_one_phone=0.0,
    couple_with_one_address=0.0,
    namesake_at_the_same_employer=0.0,
    father_and_son=0.0,
)


def told(shares: Shares) -> dict[str, float]:
    """The shares by name."""
    return {field.name: getattr(shares, field.name) for field in fields(shares)}


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
    other_mail: str
    phone: str
    other_phone: str
    slug: str
    generation: str = ""
    shares_address: bool = False


class Inhabitants:
    """Makes people; names and their parts are as unevenly common as in life."""

    def __init__(self, pool: Pool, shares: Shares, dice: random.Random) -> None:
        self.pool, self.shares, self.dice = pool, shares, dice
        self._taken: set[tuple[str, str]] = set()
        self._addresses: set[str] = set()

    def _is(self, share: float) -> bool:
        return self.dice.random() < share

    def everybody(self, count: int) -> list[Someone]:
        """``count`` people, namesakes last."""
        colleagues = round(count * self.shares.namesake_at_the_same_employer)
        strangers = round(count * self.shares.shared_name)
        found: list[Someone] = []
        while len(found) < count - colleagues - strangers:
            found += self._household(len(found))
        del found[count - colleagues - strangers :]
        chosen = self._met_by_chance(found, colleagues + strangers)
        for n, one in enumerate(chosen):
            other = self._named_like(one, len(found))
            found.append(other if n >= colleagues else replace(other, employer=one.employer))
        return found

    def _household(self, number: int) -> list[Someone]:
        one = self._someone(number)
        found = [one]
        if self._is(self.shares.family_with_one_phone):
            family = self._someone(number + len(found))
            found.append(replace(family, family=one.family, phone=one.phone, maiden=""))
        if self._is(self.shares.couple_with_one_address):
            partner = self._someone(number + len(found))
            one.shares_address = True
            partner = replace(partner, family=one.family, home_mail=one.home_mail)
            found.append(replace(partner, shares_address=True))
        if self._is(self.shares.father_and_son):
            son = self._named_like(one, number + len(found))
            found.append(replace(son, phone=one.phone, generation="Jr"))
            one.generation = "Sr"
        return found

    def _met_by_chance(self, people: Sequence[Someone], count: int) -> list[Someone]:
        """``count`` of ``people`` to be given namesakes.

        As strangers come to have one name: both got it by the same chance.
        """
        by_name = {(one.given, one.family): one for one in people}
        chosen: dict[tuple[str, str], None] = {}
        while len(chosen) < count:
            name = self._any_name()[1:3]
            if name in by_name:
                chosen[name] = None
        return [by_name[name] for name in chosen]

    def _someone(self, number: int, name: Name | None = None) -> Someone:
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
            work_mail=self._work_mail(given, family, number, firm),
            home_mail=self._home_mail(given, family, number),
            other_mail=self._home_mail(given, family, number + _OTHERS),
            phone=f"+999 20 {number:07d}",
            other_phone=f"+999 30 {number:07d}",
            slug=f"{in_ascii(given)}-{in_ascii(family)}-{number:05x}".replace(" ", "-"),
        )

    def _new_name(self) -> Name:
        """A name that nobody has yet."""
        while True:
            name = self._any_name()
            if name[1:3] not in self._taken:
                self._taken.add(name[1:3])
                return name

    def _any_name(self) -> Name:
        """Name as written, given and family name in Latin letters, language."""
        tongue = self.dice.randrange(len(self.pool.given))
        if self._is(self.shares.other_script):
            return (*self.dice.choice(self.pool.scripts).name(self.dice), tongue)
        return "", self._unevenly(self.pool.given[tongue]), self._family(tongue), tongue

    def _named_like(self, one: Someone, number: int) -> Someone:
        return self._someone(number, (one.native, one.given, one.family, one.tongue))

    def _unevenly(self, words: Sequence[str]) -> str:
        """One of ``words``, the first ones more often: names follow Zipf's law."""
        return self.dice.choices(words, [1 / (rank + 3) for rank in range(len(words))])[0]

    def _family(self, tongue: int) -> str:
        """A family name; half of them are long and therefore rare."""
        parts = [self._unevenly(self.pool.family[tongue])]
        parts += [self._unevenly(self.pool.family_ends[tongue]) for _ in range(1 + self._is(0.5))]
        return "".join(parts)

    def _employer(self) -> str:
        # most people are at one of some hundred employers
        return f"{self.dice.choice(self.pool.employers)} {self.dice.choice(self.pool.trades)}"

    def _local(self, given: str, family: str, number: int) -> str:
        words = {
            "g": in_ascii(given), "f": in_ascii(family), "i": in_ascii(given)[:1],
            "j": in_ascii(family)[:1], "n": str(1950 + number % 60) + str(number),
        }  # fmt: skip
        pattern = self.dice.choice(self.pool.locals)
        local = "".join(words.get(mark, mark) for mark in pattern)
        return local if len(local) > 1 else f"{local}{number}"

    def _work_mail(self, given: str, family: str, number: int, firm: str) -> str:
        """An address at the employer that no colleague has."""
        while True:
            address = f"{self._local(given, family, number)}@{_domain(firm)}"
            if address in self._addresses:
                address = f"{self._local(given, family, number)}{number % 8 + 2}@{_domain(firm)}"
            if address not in self._addresses:
                self._addresses.add(address)
                return address

    def _home_mail(self, given: str, family: str, number: int) -> str:
        """A private address that nobody else has."""
        host = self.dice.choice(self.pool.free_mail)
        if self._is(0.25):
            return f"{self.dice.choice(('sunny', 'blue', 'the', 'mr'))}{number}x@{host}"
        address = f"{self._local(given, family, number)}{number % 97}@{host}"
        if address in self._addresses:
            address = f"{self._local(given, family, number)}{number}@{host}"
        self._addresses.add(address)
        return address


def flat(text: str, *, long: bool) -> str:
    """``text`` without diacritics; ``long`` writes ö as oe."""
    if long:
        text = "".join(_LONG.get(letter, letter) for letter in text)
    plain = unicodedata.normalize("NFKD", text.translate(_ASCII))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def in_ascii(text: str) -> str:
    """``text`` as it stands in an address."""
    return flat(text, long=False).casefold().replace("'", "")


def _domain(firm: str) -> str:
    return in_ascii(firm).replace(" ", "") + ".example"
