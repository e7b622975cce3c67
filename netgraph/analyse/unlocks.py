"""How well a target is covered, and what each of my people adds to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp, log

import numpy as np

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import barred_from, insiders
from netgraph.analyse.routes import Allowed, Chains, Routes
from netgraph.graph.chances import RELATED
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import RelationKind

#: Damping of insiders known myself and of those over others [prior]: chains share causes.
DIRECT = 0.3
INDIRECT = 0.15


@dataclass(frozen=True, slots=True)
class Coverage:
    """One target: ``score`` R(T) [0, 1].

    ``insiders`` counts the people inside whom those one could ask lead to.
    ``adds`` maps the number of somebody I know to R(T) - R(T without them), only where that is
    > 0; ``alone`` holds everybody who is on every usable chain, ``leads`` those whom one could
    ask first, insiders I know among them. ``said`` maps those who are only said to know people
    there to what that may add.
    """

    score: float
    insiders: int
    adds: dict[int, float]
    alone: frozenset[int]
    said: dict[int, float]
    leads: frozenset[int] = frozenset()


def coverage(graph: ContactGraph, goal: Goal) -> Coverage:
    """How well I reach ``goal``'s employers; nothing covered when nobody knows who I am.

    R(T) = 1 - product over the insiders of (1 - the larger of .3 p and .15 s): p my tie to the
    insider, s the best chain over others (ranking §1.3, where an insider I know counts by p
    alone; the larger of both makes one more tie, or a better chance, never lower R). "Without
    them" takes a person off every chain, wherever they stand on it. R is monotone and
    submodular in the people asked, so picking the largest gain again and again is near the best
    choice (Nemhauser, Wolsey & Fisher 1978).
    """
    if not graph.me:
        return Coverage(0.0, 0, {}, frozenset(), {})
    inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
    barred = Allowed(barred_from(graph, goal))
    ends, chances = np.array(inside, dtype=np.intp), graph.flat.weight
    routes = Routes(graph, graph.index[graph.me], ends, barred, chances)
    total = 0.0
    change: dict[int, float] = defaultdict(float)
    ways = _Ways(len(graph.people))
    for insider in routes.inside:
        found = routes.to(insider)
        known = float(routes.first[insider])
        ways.add(found, insider, known=known > 0)
        direct, best = DIRECT * known, INDIRECT * float(found.scores.max(initial=0))
        part = log(1 - max(direct, best))
        if known > 0:
            change[insider] -= part
        for person in _on_the_best(found) if best > direct else ():
            rest = max(direct, INDIRECT * _best_without(found, person))
            change[person] += log(1 - rest) - part
        total += part
    adds = {person: exp(total + more) - exp(total) for person, more in change.items()}
    return Coverage(
        score=1 - exp(total),
        insiders=ways.insiders,
        adds={p: added for p, added in adds.items() if added > 1e-12 and routes.first[p] > 0},
        alone=ways.on_all,
        said=_said(graph, goal, routes, exp(total)),
        leads=frozenset(np.flatnonzero(ways.asked).tolist()),
    )


def _on_the_best(found: Chains) -> set[int]:
    """The people before the last one on the best of the chains to somebody over others."""
    if not len(found.scores):
        return set()
    best = int(found.scores.argmax())
    between = found.seconds[best : best + 1][found.slots[best : best + 1] >= 0]
    return {int(found.firsts[best]), *between.tolist()}


def _best_without(found: Chains, person: int) -> float:
    spared = (found.firsts != person) & (found.seconds != person)
    return float(found.scores[spared].max(initial=0))


class _Ways:
    """Counts how many usable chains there are, and on how many of them each person is."""

    def __init__(self, people: int) -> None:
        self._on = np.zeros(people, dtype=np.intp)
        self.asked = np.zeros(people, dtype=bool)
        self._all = 0
        self.insiders = 0

    def add(self, found: Chains, insider: int, *, known: bool) -> None:
        """Count the chains to ``insider``, and the direct one when I know them."""
        self.asked[found.firsts] = True
        self.asked[insider] |= known
        between = found.seconds[found.slots >= 0]
        for part in (found.firsts, between):
            self._on += np.bincount(part, minlength=len(self._on))
        count = len(found.scores) + known
        self._on[insider] += count
        self._all += count
        self.insiders += count > 0

    @property
    def on_all(self) -> frozenset[int]:
        """Whoever is on every chain; nobody when there is none."""
        if not self._all:
            return frozenset()
        return frozenset(np.flatnonzero(self._on == self._all).tolist())


def _said(graph: ContactGraph, goal: Goal, routes: Routes, missing: float) -> dict[int, float]:
    """What those said to know people there may add, as if each led to one unnamed insider."""
    step = INDIRECT * RELATED[RelationKind.KNOWS]
    people = {graph.index[k.person] for k in graph.knows_at if k.employer in goal.employers}
    return {p: missing * step * float(routes.first[p]) for p in people if routes.first[p] > 0}
