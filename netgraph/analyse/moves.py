"""Which firms people changed to or from an employer, as the files tell of their jobs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Membership


@dataclass(frozen=True, slots=True)
class Moves:
    """People (not me) who went from a firm to the employer, and who came from there [count]."""

    went: int = 0
    came: int = 0


def moves(graph: ContactGraph, employers: Iterable[str]) -> dict[str, Moves]:
    """Every other firm that shares somebody with ``employers`` (ids), by its id.

    Whoever was at both moved one way or the other: by the dates, else by which of the two is
    the job of today; where that is not said either they count as having gone there. Somebody
    at both today has not moved.
    """
    there = frozenset(employers)
    jobs: dict[str, list[Membership]] = defaultdict(list)
    for one in graph.memberships:
        if one.kind is AffiliationKind.WORK and one.person != graph.me:
            jobs[one.person].append(one)
    went: dict[str, set[str]] = defaultdict(set)
    came: dict[str, set[str]] = defaultdict(set)
    for person, held in jobs.items():
        for inside in (one for one in held if one.employer in there):
            for other in (one for one in held if one.employer not in there):
                if inside.current is not False and other.current is not False:
                    continue
                (came if _later(other, inside) else went)[other.employer].add(person)
    return {
        firm: Moves(len(went[firm]), len(came[firm] - went[firm]))
        for firm in sorted({*went, *came})
    }


def _later(one: Membership, other: Membership) -> bool:
    """Whether ``one`` is the later job of the two."""
    if one.start and other.start and one.start != other.start:
        return one.start > other.start
    return other.current is False and one.current is not False
