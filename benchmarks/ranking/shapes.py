"""Textbook positions in the whole network, everybody in it: what netgraph is held against.

They are computed anew when `FRESH` has passed since they last were: shortest paths through
everybody take seconds, and the shape of a network of years changes little in a month or two.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property

import numpy as np
from events import Pair
from numpy.typing import NDArray
from past import Past

from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph

FRESH = timedelta(days=60)
#: The surfer of personalised PageRank goes home with this chance, and so many steps are taken.
HOME, STEPS = 0.15, 30
Floats = NDArray[np.float64]


class Shape:
    """The whole network as it was at ``taken``, ties weighted by the number of mails."""

    def __init__(self, past: Past, taken: datetime) -> None:
        self.taken = taken
        self.number = {one: place for place, one in enumerate(sorted(past.near))}
        pairs: list[Pair] = sorted(past.exchanged)
        self.flat = FlatGraph(
            len(self.number),
            np.array([self.number[one] for one, _ in pairs], dtype=np.int32),
            np.array([self.number[other] for _, other in pairs], dtype=np.int32),
            np.array([past.exchanged[both].count for both in pairs], dtype=np.float64),
        )

    @cached_property
    def betweenness(self) -> Floats:
        """Shortest paths through each (Freeman 1977)."""
        return engine.betweenness(self.flat)

    @cached_property
    def constraint(self) -> Floats:
        """Burt's constraint, whole-network form; 1 for the untied."""
        return np.nan_to_num(engine.constraint_and_effective_size(self.flat)[0], nan=1.0)

    @cached_property
    def participation(self) -> Floats:
        """Participation over Leiden communities."""
        return engine.participation(self.flat, engine.communities(self.flat))

    @cached_property
    def _steps(self) -> object:
        from scipy.sparse import csr_array

        starts, others, weights, _ = self.flat.rows
        nodes = np.repeat(np.arange(self.flat.size), np.diff(starts))
        total = np.bincount(nodes, weights, self.flat.size)
        return csr_array((weights / total[nodes], (others, nodes)), shape=(self.flat.size,) * 2)

    def pagerank(self, *homes: str) -> Floats:
        """Personalised PageRank of everybody from ``homes``, those of them that are known."""
        start = np.zeros(self.flat.size)
        start[[self.number[one] for one in homes if one in self.number]] = 1 / len(homes)
        steps, found = self._steps, start
        for _ in range(STEPS):
            found = HOME * start + (1 - HOME) * (steps @ found)
        return found

    def of(self, person: str, values: Floats, otherwise: float = 0.0) -> float:
        """The value of ``person``; ``otherwise`` for somebody who came later."""
        number = self.number.get(person)
        return otherwise if number is None else float(values[number])


class Shapes:
    """The shape to use at a moment; never one of a later day."""

    def __init__(self, past: Past) -> None:
        self._past = past
        self._last: Shape | None = None

    def at(self, moment: datetime) -> Shape:
        """The last one taken, or a new one of what ``past`` holds by ``moment``."""
        if self._last is None or moment - self._last.taken >= FRESH:
            self._last = Shape(self._past, moment)
        return self._last
