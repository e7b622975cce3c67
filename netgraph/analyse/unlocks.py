"""How well a target is covered, and what each of my people adds to it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import exp, log

import numpy as np

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import insiders
from netgraph.analyse.routes import Routes
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
    ``adds`` maps a person's number to R(T) - R(T without them), only where that is > 0;
    ``alone`` holds those without whom nothing is left. ``said`` maps those who are only said
    to know people there to what that may add.
    """

    score: float
    insiders: int
    adds: dict[int, float]
    alone: frozenset[int]
    said: dict[int, float]


def coverage(graph: ContactGraph, goal: Goal) -> Coverage:
    """How well I reach ``goal``'s employers; nothing covered when nobody knows who I am.

    R(T) = 1 - product(1 - .3 p) over insiders I know · product(1 - .15 s) over the best chain
    to each other insider. It is monotone and submodular in the people asked, so picking the
    largest gain again and again is near the best choice (Nemhauser, Wolsey & Fisher 1978).
    """
    if not graph.me:
        return Coverage(0.0, 0, {}, frozenset(), {})
    inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
    routes = Routes(graph, graph.index[graph.me], np.array(sorted(inside), dtype=np.intp))
    total = 0.0
    change: dict[int, float] = defaultdict(float)
    firsts: set[int] = set()
    direct: set[int] = set()
    reached = 0
    for one in routes.inside:
        insider = int(one)
        score, _ = routes.to(insider)
        firsts.update(np.flatnonzero(score).tolist())
        reached += bool(routes.first[insider] > 0 or score.any())
        if routes.first[insider] > 0:
            direct.add(insider)
            part = log(1 - DIRECT * routes.first[insider])
            total += part
            change[insider] -= part
            continue
        best = int(np.argmax(score))
        if score[best] > 0:
            part = log(1 - INDIRECT * score[best])
            total += part
            score[best] = 0.0
            change[best] += log(1 - INDIRECT * float(score.max())) - part
    adds = {person: exp(total + more) - exp(total) for person, more in change.items()}
    return Coverage(
        score=1 - exp(total),
        insiders=reached,
        adds={person: added for person, added in adds.items() if added > 1e-12},
        alone=_alone(firsts, direct, reached),
        said=_said(graph, goal, routes, exp(total)),
    )


def _alone(firsts: set[int], direct: set[int], reached: int) -> frozenset[int]:
    """Whose absence would leave no chain: the only insider I know, or the only one to ask."""
    if reached == 1 and direct:
        return frozenset(direct)
    return frozenset(firsts | direct) if len(firsts | direct) == 1 else frozenset()


def _said(graph: ContactGraph, goal: Goal, routes: Routes, missing: float) -> dict[int, float]:
    """What those said to know people there may add, as if each led to one unnamed insider."""
    step = INDIRECT * RELATED[RelationKind.KNOWS]
    people = {graph.index[k.person] for k in graph.knows_at if k.employer in goal.employers}
    return {p: missing * step * float(routes.first[p]) for p in people if routes.first[p] > 0}
