"""Which pairs are worth comparing: those that share a block.

What an item's blocks are depends on its own traits alone; whether a block is skipped depends on
how many share it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.likeness import formal_names, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.traits import Traits

if TYPE_CHECKING:
    from numpy.typing import NDArray

    #: Positions, or the numbers that stand for blocks.
    Ints = NDArray[np.int64]

#: Larger blocks (a first name at a large employer) say nothing and cost much.
LARGEST_BLOCK = 200


def candidate_pairs(everybody: Sequence[Traits]) -> list[tuple[int, int]]:
    """`candidate_arrays` as pairs."""
    lefts, rights = candidate_arrays(everybody)
    return list(zip(lefts.tolist(), rights.tolist(), strict=True))


def candidate_arrays(everybody: Sequence[Traits]) -> tuple[Ints, Ints]:
    """Positions of pairs that share a block of at most 200, ascending, without repetition.

    A block has members that ask and members that only answer, and pairs need one that asks:
    an address asks for names it may spell, a first name for full names. A block of the same
    full name is never skipped but taken in order, each with the next.
    """
    named = _Members(named_blocks(t) for t in everybody)
    asking = _Members(asked_blocks(t) for t in everybody)
    answering = _Members(answered_blocks(t) for t in everybody)
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

    ``blocks`` are the blocks, ascending, with ``starts`` and ``sizes`` among the items. Blocks
    are the hashes of their names, as a million of these would take much memory.
    """

    def __init__(self, said: Iterable[Iterable[str]]) -> None:
        blocks, counts = array("q"), array("q")
        for words in said:
            before = len(blocks)
            blocks.extend(map(hash, set(words)))
            counts.append(len(blocks) - before)
        number = np.frombuffer(blocks, dtype=np.int64) if blocks else np.empty(0, np.int64)
        sizes = np.frombuffer(counts, dtype=np.int64) if counts else np.empty(0, np.int64)
        order = np.argsort(number, kind="stable")
        self.items: Ints = np.repeat(np.arange(len(sizes)), sizes)[order]
        self.blocks, self.starts, self.sizes = np.unique(
            number[order], return_index=True, return_counts=True
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


def _ranges(starts: Ints, counts: Ints) -> Ints:
    """The numbers from every start on, as many as it counts, one after the other."""
    before = np.cumsum(counts) - counts
    return np.repeat(starts - before, counts) + np.arange(counts.sum())


def _inside(members: _Members, chosen: Any) -> Ints:
    """All pairs within the chosen blocks."""
    starts, sizes = members.starts[chosen & (members.sizes > 1)], members.sizes
    sizes = sizes[chosen & (sizes > 1)]
    firsts = _ranges(starts, sizes)
    after = np.repeat(starts + sizes, sizes) - firsts - 1
    return np.stack(
        (np.repeat(members.items[firsts], after), members.items[_ranges(firsts + 1, after)])
    )


def _across(asking: _Members, answering: _Members, chosen: Any) -> Ints:
    """All pairs of one that asks and one that answers in the chosen blocks."""
    at, _there = answering.places(asking.blocks[chosen])
    starts, sizes = asking.starts[chosen], asking.sizes[chosen]
    askers = _ranges(starts, sizes)
    counts = np.repeat(answering.sizes[at], sizes) if len(at) else np.empty(0, np.int64)
    begins = np.repeat(answering.starts[at], sizes) if len(at) else counts
    return np.stack(
        (np.repeat(asking.items[askers], counts), answering.items[_ranges(begins, counts)])
    )


def _in_turn(members: _Members) -> Ints:
    """Each with the next in the blocks that are too large."""
    large = members.sizes > LARGEST_BLOCK
    firsts = _ranges(members.starts[large], members.sizes[large] - 1)
    return np.stack((members.items[firsts], members.items[firsts + 1]))


def named_blocks(traits: Traits) -> Iterator[str]:
    """The blocks of the same full name."""
    for name in traits.names:
        yield " ".join(sorted(map(sound, name.key.split())))


def asked_blocks(traits: Traits) -> Iterator[str]:
    """The other blocks that somebody asks in."""
    for name in traits.names:
        yield from _family_blocks(name)
        if not name.is_full:
            yield from _short_blocks(name, traits)
    for text in traits.locals:
        yield f"local:{text}"
        yield from (f"at:{text}@{place}" for place in traits.work_words)
    yield from (f"phone:{end}" for end in traits.phone_ends)


def answered_blocks(traits: Traits) -> Iterator[str]:
    """The blocks that somebody only answers in."""
    for name in traits.names:
        if name.is_full:
            yield from _short_blocks(name, traits)
    yield from (f"local:{text}" for text in traits.full_spellings)
    yield from (f"local:{text}" for text in traits.short_spellings)


def _short_blocks(name: NameParts, traits: Traits) -> Iterator[str]:
    """What a first name or a name with an initial has in common with the full name."""
    if name.family and name.given:
        initials = f"initial:{name.given[:1]}:{name.family[:1]}:"
        yield from (initials + part for part in (name.given, name.family) if len(part) > 1)
    if name.given:
        places = (*traits.jobs, *traits.employer_words, *traits.work_words)
        yield from (f"at:{sound(name.given)}@{place}" for place in places)


def _family_blocks(name: NameParts) -> Iterator[str]:
    """Last name and first letter of the first name, also of what it is short for."""
    if not name.family:
        return
    letters = {given[:1] for given in (name.given, *name.others, *formal_names(name.given))}
    text = " ".join((name.family, *name.middle)) if name.middle else name.family
    for word in text.replace("-", " ").split():
        if len(word) > 2:
            heard = sound(word)
            yield from (f"family:{letter}:{heard}" for letter in letters)
