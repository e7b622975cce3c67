"""Every chain of at most three ties from one person to another, by the first person asked."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.chances import PASSES_ON, UNSEEN
from netgraph.graph.contactgraph import ContactGraph

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]


class Routes:
    """The chains that start at ``source`` (a person's number in ``graph.people``).

    Scores, with p the chance of the first tie and q of later ones (ranking of introducers on
    mailing lists, see chances.py): direct p; over X: p (q + e - q e) with the floor e; over X
    and Y: p q q t, with t the chance that a second person passes a request on. Every step is
    a tie with evidence. Whoever the source knows is asked directly, so Y is no neighbour of
    the source.
    """

    def __init__(self, graph: ContactGraph, source: int, inside: Numbers) -> None:
        self.graph = graph
        self.source = source
        self.size = len(graph.people)
        starts, others, chances, _ = graph.flat.rows
        self._starts, self._others, self._chances = starts, others, chances
        self.first = np.zeros(self.size)
        here = slice(starts[source], starts[source + 1])
        self.first[others[here]] = chances[here]
        self.inside = inside[inside != source]
        self._middle_allowed = self.first == 0
        self._middle_allowed[self.inside] = False
        self._middle_allowed[source] = False

    @cached_property
    def alphabetical(self) -> Numbers:
        """Position of each person when sorted by name, then id; breaks ties between scores."""
        people = self.graph.people
        order = sorted(range(self.size), key=lambda i: (people[i].name.casefold(), people[i].id))
        place = np.empty(self.size, dtype=np.intp)
        place[order] = np.arange(self.size)
        return place

    def to(self, insider: int) -> tuple[Floats, Numbers]:
        """(score, middle) per first person, shape (size,) each, of the best chain to ``insider``.

        Score 0 where there is none; ``middle`` is the second person of a chain of three ties,
        else -1. Chains that begin with an insider are left out: that person is the goal. So are
        chains to somebody the source knows, unless they promise more than asking directly or
        nobody has said how close the two are (unknown is not weak, and not strong).
        """
        score = np.zeros(self.size)
        middle = np.full(self.size, -1, dtype=np.intp)
        near, chances = self._row(insider)
        score[near] = self.first[near] * (chances + UNSEEN * (1 - chances))
        allowed = self._middle_allowed[near]
        seconds = near[allowed]
        for place in np.argsort(self.alphabetical[seconds], kind="stable"):
            second = seconds[place]
            firsts, steps = self._row(int(second))
            worth = self.first[firsts] * steps * chances[allowed][place] * PASSES_ON
            better = worth > score[firsts]
            score[firsts[better]] = worth[better]
            middle[firsts[better]] = second
        score[self.inside] = 0.0
        score[self.source] = 0.0
        people = self.graph.people
        direct = self.graph.tie(people[self.source].id, people[insider].id)
        if direct and direct.strength is not None:
            score[score <= self.first[insider]] = 0.0
        return score, middle

    def _row(self, person: int) -> tuple[NDArray[np.int32], Floats]:
        here = slice(self._starts[person], self._starts[person + 1])
        return self._others[here], self._chances[here]
