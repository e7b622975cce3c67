"""What can be told of many pairs at once: where two may agree, and where they surely do not.

Sets of words are looked at as 64 bits each: without a common bit they have no common word; with
one they may have. Answers depend on the traits of the two, and for how common a name is on the
counts of `Population`; nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from netgraph.resolve.likeness import are_close, family_words, formal_names, latin, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.population import Population
from netgraph.resolve.traits import Traits

#: An array of truth values, of 64 bits or of points, one for each pair.
Array = Any
_SETS = (
    "locals", "full_spellings", "short_spellings", "employers", "employer_words", "work_words",
    "work_domains", "work_addresses", "private_addresses", "callings", "circles", "events",
    "phone_ends", "national_ends", "books", "owners", "owner_of",
)  # fmt: skip


class Ledger:
    """What everybody says, as numbers: bits for every set, and codes for every name.

    ``names`` counts those of each, and ``starts`` says where they begin among all names.
    """

    def __init__(self, everybody: Sequence[Traits], population: Population) -> None:
        self.bits = {
            part: np.fromiter((_bits(getattr(t, part)) for t in everybody), np.uint64)
            for part in _SETS
        }
        heard = ((sound(name.given) for name in t.names if name.given) for t in everybody)
        self.bits["firsts"] = np.fromiter(map(_bits, heard), np.uint64)
        self.names = np.fromiter((len(t.names) for t in everybody), np.int64)
        self.families = _flags(any(n.family for n in t.names) for t in everybody)
        self.full = _flags(any(n.is_full for n in t.names) for t in everybody)
        crowds = (population.rarity(t.names) for t in everybody)
        rarity = np.fromiter(crowds, np.dtype((np.float64, 3)))
        self.strangers, self.crowd, self.fitting = rarity.T
        every = [name for t in everybody for name in t.names]
        self.starts = np.cumsum(self.names) - self.names
        self.family = [name.family for name in every]
        self.codes = np.fromiter(map(_codes, every), np.dtype((np.int64, 10)))


def _bits(words: Iterable[str]) -> int:
    found = 0
    for word in words:
        found |= 1 << (hash(word) & 63)
    return found


def _flags(said: Iterable[bool]) -> Array:
    return np.fromiter(said, np.bool_)


#: Columns of `Ledger.codes`.
_FULL, _KEY, _GIVEN, _FAMILY, _HEARD, _LAST, _WORDS, _SHORT, _PARTS, _FIRSTS = range(10)


def _codes(name: NameParts) -> tuple[int, ...]:
    given, family = name.given, name.family
    shorts = set(map(latin, (given, *name.others)))
    shorts = shorts.union(*map(formal_names, shorts))
    return (
        name.is_full,
        hash(name.key),
        hash(given) if given else 0,
        hash(family) if family else 0,
        hash(sound(given)),
        hash(sound(family)),
        hash(" ".join(sorted(name.key.split()))),
        _signed(_bits(shorts)),
        _signed(_bits(family_words(name))),
        hash((given[:1], family[:1])) if given and family else 0,
    )


def _signed(bits: int) -> int:
    return bits - (1 << 64) if bits >> 63 else bits


class Pairs:
    """Pairs of positions in a ledger."""

    def __init__(self, ledger: Ledger, lefts: Array, rights: Array) -> None:
        self._ledger, self.lefts, self.rights = ledger, lefts, rights
        # every name of one beside every name of the other
        theirs = ledger.names[rights]
        counts = ledger.names[lefts] * theirs
        self._of = np.repeat(np.arange(len(lefts)), counts)
        turn = np.arange(len(self._of)) - np.repeat(np.cumsum(counts) - counts, counts)
        step, rest = np.divmod(turn, theirs[self._of])
        self._ours = ledger.starts[lefts][self._of] + step
        self._theirs = ledger.starts[rights][self._of] + rest

    def meet(self, ours: str, theirs: str = "") -> Array:
        """Whether a word may be in ``ours`` of one and ``theirs`` of the other, either way."""
        one, other = self._ledger.bits[ours], self._ledger.bits[theirs or ours]
        found = (one[self.lefts] & other[self.rights]) != 0
        if theirs and theirs != ours:
            found |= (one[self.rights] & other[self.lefts]) != 0
        return found

    def one_says(self, part: str) -> Array:
        """Whether one of the two says something in ``part`` and the other nothing."""
        says = self._ledger.bits[part] != 0
        return says[self.lefts] != says[self.rights]

    def differ(self, *parts: str) -> Array:
        """Whether both say something in ``parts``, and surely not the same."""
        said = [self._ledger.bits[part] for part in parts]
        bits = np.bitwise_or.reduce(said)
        ours, theirs = bits[self.lefts], bits[self.rights]
        return (ours != 0) & (theirs != 0) & ((ours & theirs) == 0)

    def both(self, what: str) -> Array:
        """A flag of the ledger that holds for both."""
        flag = getattr(self._ledger, what)
        return flag[self.lefts] & flag[self.rights]

    def most(self, what: str) -> Array:
        """The larger number of the two in the ledger."""
        number = getattr(self._ledger, what)
        return np.maximum(number[self.lefts], number[self.rights])

    def _code(self, column: int) -> tuple[Array, Array]:
        """A column of the codes of both names, for every pair of names."""
        code = self._ledger.codes[:, column]
        return code[self._ours], code[self._theirs]

    def _same(self, column: int) -> Array:
        ours, theirs = self._code(column)
        return ours == theirs

    def _share(self, column: int) -> Array:
        ours, theirs = self._code(column)
        return (ours & theirs) != 0

    def _lacks(self, column: int) -> Array:
        ours, theirs = self._code(column)
        return (ours == 0) | (theirs == 0)

    def _any(self, found: Array) -> Array:
        """Whether something is found for any two names of a pair."""
        return np.bincount(self._of[found], minlength=len(self.lefts)) > 0

    @cached_property
    def _full(self) -> Array:
        ours, theirs = self._code(_FULL)
        return (ours & theirs) == 1

    @cached_property
    def named(self) -> Array:
        """Whether both have one name, and no more."""
        names = self._ledger.names
        return (names[self.lefts] == 1) & (names[self.rights] == 1)

    @cached_property
    def full(self) -> Array:
        """Whether both have one name, which is full."""
        return self.named & self._any(self._full)

    @cached_property
    def may_be_same(self) -> Array:
        """Whether the full names may be the same."""
        both = self._full & self._same(_GIVEN) & self._same(_FAMILY)
        return self._any(both | (self._same(_KEY) & (self._full | self._lacks(_GIVEN))))

    @cached_property
    def may_be_turned(self) -> Array:
        """Whether the words of the names may be the same."""
        return self._any(self._full & self._same(_WORDS))

    @cached_property
    def may_be_respelled(self) -> Array:
        """Whether the names may sound alike."""
        found = self._full & self._same(_HEARD)
        asked = np.nonzero(found & ~self._same(_LAST))[0]
        family = self._ledger.family
        ours, theirs = (
            [family[name] for name in end[asked].tolist()] for end in (self._ours, self._theirs)
        )
        found[asked] = are_close(ours, theirs)
        return self._any(found)

    @cached_property
    def may_be_nickname(self) -> Array:
        """Whether one first name may be short for the other."""
        return self._any(self._full & self._same(_LAST) & self._share(_SHORT))

    @cached_property
    def may_be_part(self) -> Array:
        """Whether the last names may share a word."""
        return self._any(self._full & self._same(_GIVEN) & self._share(_PARTS))

    @cached_property
    def may_be_initial(self) -> Array:
        """Whether one name may be the other with an initial."""
        return self._any(~self._full & self._same(_FIRSTS) & ~self._lacks(_FIRSTS))

    @cached_property
    def may_be_first(self) -> Array:
        """Whether one may have a first name alone, which is the same."""
        same = self._same(_GIVEN) & ~self._lacks(_GIVEN)
        return self._any(~self._full & same & self._lacks(_FIRSTS))

    @cached_property
    def unlike(self) -> Array:
        """Whether the names have surely nothing in common."""
        may = self.may_be_same | self.may_be_turned | self.may_be_respelled
        may |= self.may_be_nickname | self.may_be_part
        return ~(may | self.may_be_initial | self.may_be_first)

    @cached_property
    def may_spell(self) -> Array:
        """Whether an address may spell a name in full."""
        return self.meet("locals", "full_spellings")

    @cached_property
    def may_be_written(self) -> Array:
        """Whether an address may spell a name, in full or abbreviated."""
        return self.may_spell | self.meet("locals", "short_spellings")

    @cached_property
    def only_first(self) -> Array:
        """Whether a first name is surely all that the two have in common."""
        rest = self.may_be_same | self.may_be_initial | self.may_be_written
        return self.named & self.may_be_first & ~rest

    @cached_property
    def must_be_several(self) -> Array:
        """Whether the name in common surely has several bearers, besides the two themselves."""
        fits = self.only_first & (self.most("fitting") > 1)
        return fits | (self.full & (self.most("crowd") > 2))

    def may_be_rarer(self, than: float) -> Array:
        """Whether fewer than so many strangers of the name may be expected."""
        full = self._ledger.full
        known = self.unlike | self.full
        some = full[self.lefts] | full[self.rights]
        expected = np.where(some, self.most("strangers"), 1.0)
        return ~self.must_be_several & ~self.only_first & ~(known & (expected >= than))
