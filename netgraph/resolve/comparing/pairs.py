"""What can be told of many pairs at once: where two agree or may agree, and where they do not.

First names are looked at as 64 bits each: without a common bit they are not short for the same
name; with one they may be. Answers depend on the traits of the two, and for how common a name is
on the counts of `Population`; nothing else.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from netgraph.resolve.comparing.ledger import Array, Ledger, beside, meet
from netgraph.resolve.names.likeness import are_close

#: Columns of `NameTable.codes`.
_KEY, _GIVEN, _FAMILY, _WORDS, _FIRSTS = range(5)


class Pairs:
    """Pairs of positions in a ledger."""

    def __init__(self, ledger: Ledger, lefts: Array, rights: Array) -> None:
        self._ledger, self.lefts, self.rights = ledger, lefts, rights
        # every name of one beside every name of the other
        self._of, self._ours, self._theirs = beside(ledger.names, ledger.names, lefts, rights)

    def meet(self, ours: str, theirs: str = "") -> Array:
        """Whether a word is in ``ours`` of one and ``theirs`` of the other, either way."""
        one, other = self._ledger.column(ours), self._ledger.column(theirs or ours)
        found = meet(one, other, self.lefts, self.rights)
        if theirs and theirs != ours:
            found |= meet(one, other, self.rights, self.lefts)
        return found

    def one_says(self, part: str) -> Array:
        """Whether one of the two says something in ``part`` and the other nothing."""
        says = self._ledger.column(part).counts > 0
        return says[self.lefts] != says[self.rights]

    def either_says(self, part: str) -> Array:
        """Whether one of the two, or both, say something in ``part``."""
        says = self._ledger.column(part).counts > 0
        return says[self.lefts] | says[self.rights]

    def both_say(self, part: str) -> Array:
        """Whether both say something in ``part``."""
        says = self._ledger.column(part).counts > 0
        return says[self.lefts] & says[self.rights]

    def differ(self, part: str) -> Array:
        """Whether both say something in ``part``, and not the same."""
        return self.both_say(part) & ~self.meet(part)

    @cached_property
    def families(self) -> Array:
        """Whether both have a last name."""
        has = self._ledger.count(self._ledger.table.has_family) > 0
        return has[self.lefts] & has[self.rights]

    @cached_property
    def middle_names(self) -> Array:
        """Whether both have a middle name."""
        has = self._ledger.count(self._ledger.table.has_middle) > 0
        return has[self.lefts] & has[self.rights]

    @cached_property
    def generations(self) -> Array:
        """Whether both have names, and one is called junior or senior."""
        has = self._ledger.count(self._ledger.table.has_generation) > 0
        names = self._ledger.names.counts > 0
        called = has[self.lefts] | has[self.rights]
        return called & names[self.lefts] & names[self.rights]

    @cached_property
    def one_is_bare(self) -> Array:
        """Whether of one nothing but a name is known."""
        bare = self._ledger.bare
        return bare[self.lefts] | bare[self.rights]

    @cached_property
    def may_fit_another(self) -> Array:
        """Whether an address of one may be short for a name."""
        fits = self._ledger.fits
        return fits[self.lefts] | fits[self.rights]

    @cached_property
    def may_write_another(self) -> Array:
        """Whether an address of one may have their first name with a last name not theirs."""
        writes = self._ledger.writes
        return writes[self.lefts] | writes[self.rights]

    def most(self, what: str) -> Array:
        """The larger number of the two in the ledger."""
        number = getattr(self._ledger, what)
        return np.maximum(number[self.lefts], number[self.rights])

    def _pair(self, said: Array) -> tuple[Array, Array]:
        """What a row of the table says, of both names of every pair of names."""
        return said[self._ours], said[self._theirs]

    def _same(self, said: Array) -> Array:
        ours, theirs = self._pair(said)
        return ours == theirs

    def _code(self, column: int) -> Array:
        return self._ledger.table.codes[:, column]

    def _share(self, said: Array) -> Array:
        ours, theirs = self._pair(said)
        return (ours & theirs) != 0

    def _lacks(self, column: int) -> Array:
        ours, theirs = self._pair(self._code(column))
        return (ours == 0) | (theirs == 0)

    def _any(self, found: Array) -> Array:
        """Whether something is found for any two names of a pair."""
        return np.bincount(self._of[found], minlength=len(self.lefts)) > 0

    @cached_property
    def _full(self) -> Array:
        ours, theirs = self._pair(self._ledger.table.full)
        return ours & theirs

    @cached_property
    def named(self) -> Array:
        """Whether both have one name, and no more."""
        names = self._ledger.names.counts
        return (names[self.lefts] == 1) & (names[self.rights] == 1)

    @cached_property
    def full(self) -> Array:
        """Whether both have one name, which is full."""
        return self.named & self._any(self._full)

    @cached_property
    def may_be_same(self) -> Array:
        """Whether any two names are the same full ones; of those of `full` they are."""
        both = self._full & self._same(self._code(_GIVEN)) & self._same(self._code(_FAMILY))
        same = self._same(self._code(_KEY)) & (self._full | self._lacks(_GIVEN))
        return self._any(both | same)

    @cached_property
    def same(self) -> Array:
        """Whether both have one name, and that is the same full one."""
        return self.full & self.may_be_same

    @cached_property
    def may_be_turned(self) -> Array:
        """Whether the words of the names may be the same."""
        return self._any(self._full & self._same(self._code(_WORDS)))

    @cached_property
    def may_be_respelled(self) -> Array:
        """Whether the names may sound alike."""
        table = self._ledger.table
        found = self._full & self._same(table.first)
        asked = np.nonzero(found & ~self._same(table.last))[0]
        ours, theirs = (
            [table.family[name] for name in end[asked].tolist()]
            for end in (self._ours, self._theirs)
        )
        found[asked] = are_close(ours, theirs)
        return self._any(found)

    @cached_property
    def may_be_nickname(self) -> Array:
        """Whether one first name may be short for the other."""
        table = self._ledger.table
        return self._any(self._full & self._same(table.last) & self._share(table.shorts))

    @cached_property
    def may_be_part(self) -> Array:
        """Whether the last names may share a word."""
        given, parts = self._code(_GIVEN), self._ledger.table.parts
        return self._any(self._full & self._same(given) & self._share(parts))

    @cached_property
    def may_be_initial(self) -> Array:
        """Whether one name may be the other with an initial."""
        firsts = self._same(self._code(_FIRSTS))
        return self._any(~self._full & firsts & ~self._lacks(_FIRSTS))

    @cached_property
    def may_be_first(self) -> Array:
        """Whether one may have a first name alone, which is the same."""
        same = self._same(self._code(_GIVEN)) & ~self._lacks(_GIVEN)
        return self._any(~self._full & same & self._lacks(_FIRSTS))

    @cached_property
    def unlike(self) -> Array:
        """Whether the names have surely nothing in common."""
        may = self.may_be_same | self.may_be_turned | self.may_be_respelled
        may |= self.may_be_nickname | self.may_be_part
        return ~(may | self.may_be_initial | self.may_be_first)

    @cached_property
    def spells(self) -> Array:
        """Whether an address spells a name in full."""
        return self.meet("locals", "full_spellings")

    @cached_property
    def abbreviates(self) -> Array:
        """Whether an address abbreviates a name."""
        return self.meet("locals", "short_spellings")

    @cached_property
    def only_first(self) -> Array:
        """Whether a first name is surely all that the two have in common."""
        rest = self.may_be_same | self.may_be_initial | self.spells | self.abbreviates
        return self.named & self.may_be_first & ~rest

    @cached_property
    def must_be_several(self) -> Array:
        """Whether the name in common surely has several bearers, besides the two themselves."""
        fits = self.only_first & (self.most("fitting") > 1)
        return fits | (self.full & (self.most("crowd") > 2))

    @cached_property
    def must_be_one(self) -> Array:
        """Whether the full names of both surely have one bearer, if any, besides the two."""
        return self.most("crowd") <= 1

    def must_be_rarer(self, than: float) -> Array:
        """Whether the two have one name, of which surely fewer strangers are expected."""
        return self.same & self.must_be_one & (self.most("strangers") < than)

    def may_be_rarer(self, than: float) -> Array:
        """Whether fewer than so many strangers of the name may be expected."""
        full = self._ledger.count(self._ledger.table.full) > 0
        known = self.unlike | self.full
        some = full[self.lefts] | full[self.rights]
        expected = np.where(some, self.most("strangers"), 1.0)
        return ~self.must_be_several & ~self.only_first & ~(known & (expected >= than))
