"""What settling a question would change: doors that open when two people are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import barred_from, insiders
from netgraph.graph.chances import UNSEEN
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Question

Floats = NDArray[np.float64]
#: Less than this is rounding.
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Worth:
    """What is won when two are one: ``opens`` names targets better reached, most first.

    ``gain`` [>= 0] is what the best way over the two to each target (its weight times the score
    of at most two ties, as in `Routes`) grows by, added up: one of them is close to me, the
    other to somebody inside. ``ties`` [>= 0] is how many people know just one of the two today.
    """

    gain: float = 0.0
    ties: int = 0
    opens: tuple[str, ...] = ()


def worth(graph: ContactGraph, pairs: Sequence[tuple[str, str]]) -> list[Worth]:
    """The worth of knowing of each pair of person ids that it is one person, in their order.

    Nothing is won by somebody the graph does not hold or whom the user wants left out of what
    concerns the target, and no way when nobody knows who I am.
    """
    goals = [(target.target, Goal.of(target)) for target in graph.targets]
    inward = [(target, _to(graph, goal), barred_from(graph, goal)) for target, goal in goals]
    mine = _mine(graph)
    found = []
    for left, right in pairs:
        if left not in graph.index or right not in graph.index:
            found.append(Worth())
            continue
        a, b = graph.index[left], graph.index[right]
        close = 1 - (1 - mine[a]) * (1 - mine[b])
        gains = {}
        for target, chance, barred in inward:
            if left in barred or right in barred:
                continue
            today = max(mine[a] * chance[a], mine[b] * chance[b])
            more = close * max(chance[a], chance[b]) - today
            if more > _LEAST:
                gains[target.name] = target.weight * float(more)
        opens = tuple(sorted(gains, key=lambda name: (-gains[name], name)))
        found.append(Worth(sum(gains.values()), _unshared(graph, a, b), opens))
    return found


def most_valuable_first(graph: ContactGraph, questions: Sequence[Question]) -> tuple[Question, ...]:
    """``questions`` with what each would change, the most valuable first.

    First those that open a way to a target, by the gain times the score of the evidence, as
    the likely ones are worth more; then by the people the two would be tied to, likewise.
    """
    told = worth(graph, [(question.left.id, question.right.id) for question in questions])

    def place(item: tuple[Question, Worth]) -> tuple[float, float, float]:
        points = item[0].decision.score
        return -round(item[1].gain * points, 9), -item[1].ties * points, -points

    ranked = sorted(zip(questions, told, strict=True), key=place)
    return tuple(replace(question, opens=won.opens, ties=won.ties) for question, won in ranked)


def _mine(graph: ContactGraph) -> Floats:
    """My chance with everybody, shape (people,); 0 for strangers."""
    chance = np.zeros(len(graph.people))
    if graph.me:
        near, chances = _row(graph, graph.index[graph.me])
        chance[near] = chances
    return chance


def _to(graph: ContactGraph, goal: Goal) -> Floats:
    """Everybody's chance to lead to an insider of ``goal``, shape (people,); 1 for insiders."""
    chance = np.zeros(len(graph.people))
    inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
    for insider in inside:
        near, chances = _row(graph, insider)
        chance[near] = np.maximum(chance[near], chances + UNSEEN * (1 - chances))
    chance[inside] = 1.0
    return chance


def _unshared(graph: ContactGraph, one: int, other: int) -> int:
    ours, theirs = set(_row(graph, one)[0].tolist()), set(_row(graph, other)[0].tolist())
    return len((ours ^ theirs) - {one, other})


def _row(graph: ContactGraph, person: int) -> tuple[NDArray[np.int32], Floats]:
    starts, others, chances, _ = graph.flat.rows
    here = slice(starts[person], starts[person + 1])
    return others[here], chances[here]
