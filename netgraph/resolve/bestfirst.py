"""Joining by evidence: the surest pair first, and what a join changes is weighed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush

from netgraph.resolve.clusters import Clusters
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.names.population import Population
from netgraph.resolve.rules import (
    SAME_FROM,
    UNSURE_FROM,
    Score,
    bear_one_name,
    only_a_job_more,
    score,
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sets, by a position in each, and what speaks for their being one person.

    ``seen`` is what the two said when they were scored; ``turn`` when they were joined: bare
    names last, and among these the surest by what was known at first.
    """

    left: int
    right: int
    score: Score
    seen: tuple[Traits, Traits] | None = None
    turn: tuple[int, float] = (0, 0.0)

    @property
    def order(self) -> tuple[float, int, int]:
        """The surest first, then by position."""
        return -self.score.points, self.left, self.right


def join_by_score(
    clusters: Clusters, pairs: Iterable[Pair], population: Population
) -> tuple[list[Pair], list[Pair]]:
    """The pairs that were joined, and the others that are worth a question or more.

    A set of which nothing but a name is known waits until all others are joined, and is then
    joined only if it can be one person alone: it must not make one of two.
    """
    likely = list(pairs)
    bare = [
        p for p in likely if clusters.traits(p.left).is_bare or clusters.traits(p.right).is_bare
    ]
    told = set(map(id, bare))
    joined, rest = _joined(clusters, (p for p in likely if id(p) not in told), population, 0)
    fitting = list(_rescored(clusters, bare, population))
    torn = _torn(clusters, fitting)
    told = {id(p) for p in fitting if torn & {clusters.find(p.left), clusters.find(p.right)}}
    free = [p for p in fitting if id(p) not in told]
    waiting = [p for p in fitting if id(p) in told]
    more, left_over = _joined(clusters, free, population, 1)
    return joined + more, [*rest, *left_over, *waiting]


def _joined(
    clusters: Clusters, pairs: Iterable[Pair], population: Population, turn: int
) -> tuple[list[Pair], list[Pair]]:
    queue = [(pair.order, pair) for pair in pairs]
    heapify(queue)
    joined, rest = [], []
    while queue:
        order, pair = heappop(queue)
        if pair.score.points < SAME_FROM:
            rest.append(pair)
            continue
        for now in _rescored(clusters, (pair,), population):
            if now.order > order:
                heappush(queue, (now.order, now))
            elif clusters.join(now.left, now.right):
                joined.append(replace(now, turn=(turn, order[0])))
            else:
                rest.append(now)
    return joined, rest


def _rescored(clusters: Clusters, pairs: Iterable[Pair], population: Population) -> Iterator[Pair]:
    """The pairs as their sets are now, without those that are one set or no question any more."""
    for pair in pairs:
        ours, theirs = clusters.traits(pair.left), clusters.traits(pair.right)
        if ours is theirs:
            continue
        if pair.seen is not None and ours is pair.seen[0] and theirs is pair.seen[1]:
            yield pair
            continue
        found = score(ours, theirs, population)
        if found and found.points < pair.score.points and only_a_job_more(pair.score, found):
            found = pair.score
        if found and found.points >= UNSURE_FROM:
            yield Pair(pair.left, pair.right, found, (ours, theirs))


def _torn(clusters: Clusters, pairs: Sequence[Pair]) -> set[int]:
    """Sets of a bare name that fit two others of which more is known."""
    others: dict[int, set[int]] = {}
    for pair in pairs:
        if pair.score.points < SAME_FROM and not bear_one_name(pair.score):
            continue
        for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
            if clusters.traits(one).is_bare and not clusters.traits(other).is_bare:
                others.setdefault(clusters.find(one), set()).add(clusters.find(other))
    return {one for one, found in others.items() if len(found) > 1}
