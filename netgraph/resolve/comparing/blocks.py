"""The blocks of `candidates`, kept up to date: who must be compared anew when some come or go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from netgraph.resolve.candidates import (
    LARGEST_BLOCK,
    answered_blocks,
    asked_blocks,
    named_blocks,
)
from netgraph.resolve.comparing.columns import Column
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.lookup import Lookup
from netgraph.resolve.comparing.traits import Traits

_KINDS = (named_blocks, asked_blocks, answered_blocks)


class Blocks:
    """Who is in which block, by number."""

    def __init__(self) -> None:
        self._named, self._asked, self._answered = self._all = Lookup(), Lookup(), Lookup()
        self._held = False

    def change(self, gone: Mapping[int, Traits], come: Everybody) -> set[int]:
        """Leave out ``gone``, add ``come``; who else may have other pairs than before.

        That are the members of a block that has become too large, or is so no more.
        """
        said = [kind(come) for kind in _KINDS]
        left = [kind(Everybody(list(gone.values()))) for kind in _KINDS]
        named, *others = (
            np.unique(np.concatenate([one.what, other.what])) if self._held else one.what[:0]
            for one, other in zip(said, left, strict=True)
        )
        self._held = True
        blocks = np.union1d(*others)
        large, before = self._named.counts(named) > LARGEST_BLOCK, self._sizes(blocks)
        for lookup, column in zip(self._all, said, strict=True):
            lookup.change(gone, come.numbers, column)
        large |= self._named.counts(named) > LARGEST_BLOCK
        turned = blocks[(before > LARGEST_BLOCK) != (self._sizes(blocks) > LARGEST_BLOCK)]
        found = [self._named.who_of(named[large])]
        found += [lookup.who_of(turned) for lookup in (self._asked, self._answered)]
        return {who for column in found for who in column.what.tolist()}

    def _sizes(self, blocks: Any) -> Any:
        return self._asked.counts(blocks) + self._answered.counts(blocks)

    def compared(self, sets: Everybody, order: Callable[[int], Any]) -> set[tuple[int, int]]:
        """Whom ``sets`` are compared with, the smaller number first; ``order`` is everybody's."""
        asked, answered = asked_blocks(sets), answered_blocks(sets)
        pairs = self._in_turn(sets, named_blocks(sets), order)
        pairs |= self._beside(sets, asked, self._asked)
        pairs |= self._beside(sets, asked, self._answered)
        pairs |= self._beside(sets, answered, self._asked)
        return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}

    def _beside(self, sets: Everybody, said: Column, lookup: Lookup) -> set[tuple[int, int]]:
        """Each of ``sets`` with all in ``lookup`` of those of its blocks that are not too large."""
        small = said.only(self._sizes(said.what) <= LARGEST_BLOCK)
        return _pairs(sets, small, lookup.who_of(small.what))

    def _in_turn(
        self, sets: Everybody, said: Column, order: Callable[[int], Any]
    ) -> set[tuple[int, int]]:
        """Each with all of its full name; in a block too large with those before and after it."""
        large = self._named.counts(said.what) > LARGEST_BLOCK
        small = said.only(~large)
        pairs = _pairs(sets, small, self._named.who_of(small.what))
        rest = said.only(large)
        numbers = sets.numbers[rest.who].tolist()
        for block in np.unique(rest.what).tolist():
            ordered = sorted(self._named.who(block), key=order)
            place = {number: at for at, number in enumerate(ordered)}
            for number in {
                n for n, b in zip(numbers, rest.what.tolist(), strict=True) if b == block
            }:
                at = place[number]
                pairs.update((number, other) for other in ordered[max(at - 1, 0) : at + 2])
        return pairs


def _pairs(sets: Everybody, said: Column, found: Column) -> set[tuple[int, int]]:
    """Each of ``sets`` with all that are ``found`` for what it said."""
    numbers = np.repeat(sets.numbers[said.who], found.counts)
    return set(zip(numbers.tolist(), found.what.tolist(), strict=True))
