"""Words of many people as columns of numbers, so that all can be looked at in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    #: Positions, or the codes that stand for words.
    Ints = NDArray[np.int64]

_EVERY_BIT = (1 << 64) - 1
_SPREAD, _STIR, _SHIFT = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 29


def codes_of(words: Iterable[str]) -> Ints:
    """A code of 64 bits for each word, in order; the same word has the same in one process.

    Two words of one code are not to be feared: among a million words there is no such pair in
    thirty million times.
    """
    return np.fromiter(map(hash, words), np.int64)


def mixed(one: Any, other: Any) -> Any:
    """Codes for pairs of codes, of which the order matters."""
    left, right = np.asarray(one).astype(np.uint64), np.asarray(other).astype(np.uint64)
    found = left * np.uint64(_SPREAD) + right
    found ^= found >> np.uint64(_SHIFT)
    return (found * np.uint64(_STIR)).astype(np.int64)


def mixed_pair(one: int, other: int) -> int:
    """`mixed` of a single pair."""
    found = ((one & _EVERY_BIT) * _SPREAD + other) & _EVERY_BIT
    found = ((found ^ (found >> _SHIFT)) * _STIR) & _EVERY_BIT
    return found - (1 << 64) if found >> 63 else found


def ranges(starts: Any, counts: Any) -> Any:
    """The numbers from every start on, as many as it counts, one after the other."""
    before = np.cumsum(counts) - counts
    return np.repeat(starts - before, counts) + np.arange(counts.sum())


class Column:
    """So many numbers for each of a row of people (or names): ``counts``, and all in order."""

    def __init__(self, counts: Any, what: Any) -> None:
        self.counts: Ints = counts
        self.what: Ints = what

    @classmethod
    def of(cls, said: Sequence[Collection[str]]) -> Column:
        """The codes of the words in ``said``."""
        counts = np.fromiter(map(len, said), np.int64, len(said))
        return cls(counts, codes_of(chain.from_iterable(said)))

    @classmethod
    def single(cls, what: Any) -> Column:
        """One number each."""
        return cls(np.ones(len(what), np.int64), what)

    @cached_property
    def starts(self) -> Any:
        """Where the numbers of each begin."""
        return np.cumsum(self.counts) - self.counts

    @cached_property
    def who(self) -> Any:
        """Whose each number is."""
        return np.repeat(np.arange(len(self.counts)), self.counts)

    def take(self, rows: Any) -> Column:
        """The column of ``rows`` alone, in their order."""
        counts = self.counts[rows]
        return Column(counts, self.what[ranges(self.starts[rows], counts)])

    def through(self, inner: Column) -> Column:
        """What ``inner`` has for the rows that the numbers of this one are."""
        found = inner.take(self.what)
        who = np.repeat(self.who, found.counts)
        return Column(np.bincount(who, minlength=len(self.counts)), found.what)

    def only(self, chosen: Any) -> Column:
        """The numbers that are chosen."""
        who = self.who[chosen]
        return Column(np.bincount(who, minlength=len(self.counts)), self.what[chosen])

    def times(self, other: Column) -> Column:
        """Every number of each beside every one ``other`` has for the same."""
        counts = other.counts[self.who]
        theirs = other.what[ranges(other.starts[self.who], counts)]
        found = mixed(np.repeat(self.what, counts), theirs)
        return Column(self.counts * other.counts, found)

    def marked(self, mark: int) -> Column:
        """The same told apart from those of other columns."""
        return Column(self.counts, mixed(np.int64(mark), self.what))

    @cached_property
    def bits(self) -> Any:
        """64 bits each, one of them set for every number: who share a number share a bit."""
        found = np.zeros(len(self.counts), np.uint64)
        some = np.nonzero(self.counts)[0]
        if len(some):
            each = np.uint64(1) << (self.what.astype(np.uint64) & np.uint64(63))
            found[some] = np.bitwise_or.reduceat(each, self.starts[some])
        return found

    def most(self, number: Any, otherwise: float) -> Any:
        """The greatest that ``number`` has for the numbers of each."""
        found = np.full(len(self.counts), otherwise, np.float64)
        some = np.nonzero(self.counts)[0]
        if len(some):
            found[some] = np.maximum.reduceat(number[self.what], self.starts[some])
        return found


#: Of nobody.
NOTHING = Column(np.empty(0, np.int64), np.empty(0, np.int64))


def together(*columns: Column) -> Column:
    """All that ``columns`` have for each, in no order; what several have stands there again."""
    who = np.concatenate([column.who for column in columns])
    what = np.concatenate([column.what for column in columns])
    order = np.argsort(who, kind="stable")
    return Column(sum(column.counts for column in columns), what[order])
