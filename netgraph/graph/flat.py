"""An undirected weighted graph as flat arrays: what every engine reads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class FlatGraph:
    """``size`` nodes numbered from 0 and ``m`` ties.

    ``left`` and ``right`` (shape m, int32) are node numbers, each pair once and never a node
    with itself; ``weight`` (shape m, float64, > 0) is larger for closer ties.
    """

    size: int
    left: Ints
    right: Ints
    weight: Floats

    @cached_property
    def rows(self) -> tuple[Ints, Ints, Floats, Ints]:
        """Both directions sorted by node then neighbour: (starts, neighbours, weights, tie).

        ``starts`` has ``size + 1`` entries; node i's neighbours are
        ``neighbours[starts[i]:starts[i + 1]]``; ``tie`` is the number of the tie used.
        """
        ends = np.concatenate([self.left, self.right])
        others = np.concatenate([self.right, self.left])
        numbers = np.arange(len(self.left), dtype=np.int32)
        order = np.lexsort((others, ends))
        starts = np.zeros(self.size + 1, dtype=np.int32)
        starts[1:] = np.cumsum(np.bincount(ends, minlength=self.size))
        weights = np.concatenate([self.weight, self.weight])[order]
        return starts, others[order], weights, np.concatenate([numbers, numbers])[order]

    def with_rows(self, rows: tuple[Ints, Ints, Floats, Ints]) -> FlatGraph:
        """The same graph whose ``rows`` are known already."""
        found = FlatGraph(self.size, self.left, self.right, self.weight)
        found.__dict__["rows"] = rows
        return found

    def tie(self, one: int, other: int) -> int:
        """The number of the tie between two nodes; -1 when there is none, or no such node."""
        if min(one, other) < 0:
            return -1
        starts, others, _, ties = self.rows
        start, end = int(starts[one]), int(starts[one + 1])
        place = start + int(np.searchsorted(others[start:end], other))
        return int(ties[place]) if place < end and others[place] == other else -1

    @property
    def degrees(self) -> Ints:
        """Neighbours per node, shape (size,)."""
        return np.diff(self.rows[0])

    def neighbours(self, node: int) -> Ints:
        """The neighbours of ``node``, ascending; empty when it has none."""
        starts, neighbours, _, _ = self.rows
        return neighbours[starts[node] : starts[node + 1]]

    def only(self, keep: NDArray[np.bool_]) -> FlatGraph:
        """The same node numbers with the ties where ``keep`` (shape (m,)) is true."""
        found = FlatGraph(self.size, self.left[keep], self.right[keep], self.weight[keep])
        if "rows" not in self.__dict__:
            return found
        # leaving out of sorted rows is faster than sorting again
        starts, others, weights, ties = self.rows
        held = keep[ties]
        before = np.zeros(len(held) + 1, dtype=np.int32)
        np.cumsum(held, out=before[1:])
        number = np.cumsum(keep, dtype=np.int32) - 1
        return found.with_rows(
            (before[starts], others[held], weights[held], number[ties[held]].astype(np.int32))
        )

    def without(self, node: int) -> FlatGraph:
        """The same node numbers with every tie of ``node`` taken away; itself when node < 0."""
        return self if node < 0 else self.only((self.left != node) & (self.right != node))
