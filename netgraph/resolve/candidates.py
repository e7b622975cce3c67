"""Which pairs are worth comparing: those that share a block.

What an item's blocks are depends on its own traits alone; whether a block is skipped depends on
how many share it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.comparing.columns import Column, ranges, together
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.traits import Traits

if TYPE_CHECKING:
    from netgraph.resolve.comparing.columns import Ints

#: Larger blocks (a first name at a large employer) say nothing and cost much.
LARGEST_BLOCK = 200
#: Tell the blocks of different kinds apart.
_FAMILY, _INITIAL, _THERE, _LOCAL, _PHONE = range(5)


def candidate_pairs(everybody: Sequence[Traits]) -> list[tuple[int, int]]:
    """`candidate_arrays` as pairs."""
    lefts, rights = candidate_arrays(Everybody(everybody))
    return list(zip(lefts.tolist(), rights.tolist(), strict=True))


def candidate_arrays(everybody: Everybody) -> tuple[Ints, Ints]:
    """Positions of pairs that share a block of at most 200, ascending, without repetition.

    A block has members that ask and members that only answer, and pairs need one that asks:
    an address asks for names it may spell, a first name for full names. A block of the same
    full name is never skipped but taken in order, each with the next.
    """
    named = _Members(named_blocks(everybody))
    asking = _Members(asked_blocks(everybody))
    answering = _Members(answered_blocks(everybody))
    found = [_inside(named, named.sizes <= LARGEST_BLOCK), _in_turn(named)]
    others = answering.sizes_of(asking.blocks)
    small = asking.sizes + others <= LARGEST_BLOCK
    found += [_inside(asking, small), _across(asking, answering, small & (others > 0))]
    ends = np.concatenate(found, axis=1)
    ends.sort(axis=0)
    codes = np.unique(ends[0] * len(everybody) + ends[1])
    lefts, rights = np.divmod(codes, max(len(everybody), 1))
    apart = lefts != rights
    return lefts[apart], rights[apart]


class _Members:
    """Who is in which block: ``items`` ordered by block, then position, each once in a block.

    ``blocks`` are the blocks, ascending, with ``starts`` and ``sizes`` among the items.
    """

    def __init__(self, said: Column) -> None:
        order = np.argsort(said.what, kind="stable")
        blocks, items = said.what[order], said.who[order]
        new = np.ones(len(blocks), np.bool_)
        new[1:] = (blocks[1:] != blocks[:-1]) | (items[1:] != items[:-1])
        self.items: Ints = items[new]
        self.blocks, self.starts, self.sizes = np.unique(
            blocks[new], return_index=True, return_counts=True
        )

    def places(self, blocks: Ints) -> tuple[Ints, Any]:
        """Where ``blocks`` are among mine, and which of them are."""
        at = np.searchsorted(self.blocks, blocks)
        at[at == len(self.blocks)] = 0
        return at, (self.blocks[at] == blocks) if len(self.blocks) else np.zeros(len(at), bool)

    def sizes_of(self, blocks: Ints) -> Ints:
        """How many members ``blocks`` have here."""
        at, there = self.places(blocks)
        return np.where(there, self.sizes[at], 0) if len(self.blocks) else np.zeros(len(at), int)


def _inside(members: _Members, chosen: Any) -> Ints:
    """All pairs within the chosen blocks."""
    starts, sizes = members.starts[chosen & (members.sizes > 1)], members.sizes
    sizes = sizes[chosen & (sizes > 1)]
    firsts = ranges(starts, sizes)
    after = np.repeat(starts + sizes, sizes) - firsts - 1
    return np.stack(
        (np.repeat(members.items[firsts], after), members.items[ranges(firsts + 1, after)])
    )


def _across(asking: _Members, answering: _Members, chosen: Any) -> Ints:
    """All pairs of one that asks and one that answers in the chosen blocks."""
    at, _there = answering.places(asking.blocks[chosen])
    starts, sizes = asking.starts[chosen], asking.sizes[chosen]
    askers = ranges(starts, sizes)
    counts = np.repeat(answering.sizes[at], sizes) if len(at) else np.empty(0, np.int64)
    begins = np.repeat(answering.starts[at], sizes) if len(at) else counts
    return np.stack(
        (np.repeat(asking.items[askers], counts), answering.items[ranges(begins, counts)])
    )


def _in_turn(members: _Members) -> Ints:
    """Each with the next in the blocks that are too large."""
    large = members.sizes > LARGEST_BLOCK
    firsts = ranges(members.starts[large], members.sizes[large] - 1)
    return np.stack((members.items[firsts], members.items[firsts + 1]))


def named_blocks(everybody: Everybody) -> Column:
    """The blocks of the same full name."""
    return everybody.names.through(Column.single(everybody.table.named))


def asked_blocks(everybody: Everybody) -> Column:
    """The other blocks that somebody asks in."""
    locals_, words = everybody.column("locals"), everybody.column("work_words")
    return together(
        everybody.names.through(everybody.table.families).marked(_FAMILY),
        *_short_blocks(everybody, ~everybody.full),
        locals_.marked(_LOCAL),
        locals_.times(words).marked(_THERE),
        everybody.column("phone_ends").marked(_PHONE),
    )


def answered_blocks(everybody: Everybody) -> Column:
    """The blocks that somebody only answers in."""
    return together(
        *_short_blocks(everybody, everybody.full),
        everybody.column("full_spellings").marked(_LOCAL),
        everybody.column("short_spellings").marked(_LOCAL),
    )


def _short_blocks(everybody: Everybody, chosen: Any) -> tuple[Column, Column]:
    """What a first name or a name with an initial has in common with the full name."""
    table = everybody.table
    names = everybody.names.only(chosen)
    given = names.only(table.has_given[names.what])
    first = Column(given.counts, table.first[given.what])
    places = together(everybody.column("jobs"), everybody.column("places"))
    initials = names.through(table.initials).marked(_INITIAL)
    return initials, first.times(places).marked(_THERE)
