"""Where each of my people stands in the network without me: what `bridges` ranks by."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from netgraph.analyse.communities import communities
from netgraph.analyse.goals import Goal
from netgraph.analyse.sides import Sides
from netgraph.analyse.unlocks import Coverage, coverage
from netgraph.graph import engine
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.cuts import Cuts, cuts
from netgraph.graph.flat import Floats, Ints
from netgraph.model import Evidence, Introduction, Tie

#: An introduction counts half after this time [days].
HALF_LIFE = 365.0
#: Betweenness is exact in networks of so many people: it takes people times ties.
MOST_EXACT = 1_000
#: In larger ones it is estimated from the paths of so many, fewer where ties are many.
SAMPLES, FEWEST, TIES_READ = 200, 50, 20_000_000


class Positions:
    """Positions of everybody by number in ``graph.people``; computed when first asked for.

    ``explain`` is for whoever waits for what takes long and only describes.
    """

    def __init__(self, graph: ContactGraph, *, explain: bool = False) -> None:
        self.graph = graph
        self._explain = explain
        me = graph.index.get(graph.me, -1)
        self.near: NDArray[np.intp] = np.array([], dtype=np.intp)
        self.chance = np.zeros(len(graph.people))
        if me >= 0:
            starts, others, chances, _ = graph.flat.rows
            here = slice(starts[me], starts[me + 1])
            self.near = others[here].astype(np.intp)
            self.chance[self.near] = chances[here]
        self.circles = communities(graph)

    @cached_property
    def brought(self) -> dict[int, tuple[Introduction, ...]]:
        """Person's number to the introductions they made to me, latest first."""
        found: dict[int, list[Introduction]] = defaultdict(list)
        for one in reversed(self.graph.introductions):
            found[self.graph.index[one.introducer]].append(one)
        return {number: tuple(made) for number, made in found.items()}

    def brought_by(self, number: int) -> float:
        """I, the people brought to me [>= 0], each halving with every `HALF_LIFE`."""
        days = [
            (self.graph.as_of - one.when).total_seconds() / 86400
            for one in self.brought.get(number, ())
        ]
        return float(sum(2.0 ** (-age / HALF_LIFE) for age in days))

    def bringing(self, number: int) -> float:
        """(1/2 + I)^(1/4) (see `brought_by`)."""
        return float((0.5 + self.brought_by(number)) ** 0.25)

    def doors(self, number: int) -> float:
        """B(X) = p · (1/2 + I)^(1/4) (ranking §1.4); orders only."""
        return float(self.chance[number] * self.bringing(number))

    @cached_property
    def coverages(self) -> tuple[tuple[str, float, Coverage], ...]:
        """(target, weight, coverage) in the order of ``graph.targets``."""
        return tuple(
            (match.target.name, match.target.weight, coverage(self.graph, Goal.of(match)))
            for match in self.graph.targets
        )

    @cached_property
    def unlocks(self) -> dict[int, float]:
        """U(X) = sum over targets of weight · (R(T) - R(T without X)); orders only."""
        total: dict[int, float] = defaultdict(float)
        for _, weight, one in self.coverages:
            for number in {*one.adds, *one.said}:
                added = max(one.adds.get(number, 0.0), one.said.get(number, 0.0))
                total[number] += weight * added
        return dict(total)

    def ranked(self, by: str) -> list[int]:
        """My people, best first, by "targets" or "doors"."""
        people = self.graph.people

        def order(number: int) -> tuple[float, float, str, str]:
            unlocked = self.unlocks.get(number, 0.0) if by == "targets" else 0.0
            name = people[number].name.casefold()
            return -round(unlocked, 12), -round(self.doors(number), 12), name, people[number].id

        return sorted(self.near.tolist(), key=order)

    def opens(self, number: int) -> tuple[str, ...]:
        """Targets that this person adds to, most added first, then those they are said to."""
        adds = [(-c.adds[number], name) for name, _, c in self.coverages if number in c.adds]
        said = [(-c.said[number], name) for name, _, c in self.coverages if number in c.said]
        return tuple(dict.fromkeys(name for _, name in (*sorted(adds), *sorted(said))))

    def only_way(self, number: int) -> tuple[str, ...]:
        """Targets to which no chain is left without this person."""
        return tuple(name for name, _, one in self.coverages if number in one.alone)

    @cached_property
    def cuts(self) -> Cuts:
        """Cut points of the network without me; people I know myself stay within reach."""
        anchors = np.zeros(len(self.graph.people), dtype=bool)
        anchors[self.near] = True
        return cuts(self.graph.flat_without_me, anchors)

    @cached_property
    def betweenness(self) -> Floats | None:
        """The share [0, 1] of shortest paths without me, see `betweenness_samples`."""
        flat, samples = self.graph.flat_without_me, self.betweenness_samples
        if samples is None:
            return None
        if samples:
            return engine.estimated_betweenness(flat, samples)
        return engine.betweenness(flat, normalised=True)

    @property
    def betweenness_samples(self) -> int | None:
        """From the paths of how many people betweenness is estimated; 0 where it is exact.

        None, and no betweenness, above `MOST_EXACT` people when nobody asked to explain.
        """
        flat = self.graph.flat_without_me
        if flat.size <= MOST_EXACT:
            return 0
        fitting = TIES_READ // max(len(flat.left), 1)
        return min(max(fitting, FEWEST), SAMPLES) if self._explain else None

    @cached_property
    def circle_numbers(self) -> Ints:
        """The circle of everybody, shape (people,), from 1; 0 for none."""
        return np.array(
            [self.circles.of.get(person.id, -1) + 1 for person in self.graph.people],
            dtype=np.int32,
        )

    @cached_property
    def participation(self) -> Floats:
        """Spread of a person's ties over the circles [0, 1)."""
        return engine.participation(self.graph.flat_without_me, self.circle_numbers)

    @cached_property
    def sides(self) -> Sides:
        """The circles on either side of everybody."""
        return Sides(self.graph, self.circles)

    def ties_to_others(self, number: int) -> list[Tie]:
        """The person's ties but the one with me."""
        person = self.graph.people[number].id
        others = self.graph.flat_without_me.neighbours(number).tolist()
        found = [self.graph.tie(person, self.graph.people[other].id) for other in others]
        return [tie for tie in found if tie]

    def said(self, number: int) -> list[Evidence]:
        """What is said about where the person knows people."""
        person = self.graph.people[number].id
        return [k.evidence for k in self.graph.knows_at if k.person == person]
