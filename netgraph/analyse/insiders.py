"""Whom I know of at an organisation, now and formerly."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.goals import Goal, find_employers
from netgraph.analyse.results import Result
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Membership, Tie


@dataclass(frozen=True, slots=True)
class Insider:
    """One person there: ``tie`` is mine to them, None when I do not know them myself.

    ``band`` is the word for the tie, "" without one.
    """

    id: str
    name: str
    membership: Membership
    tie: Tie | None
    band: str


@dataclass(frozen=True, slots=True)
class Insiders(Result):
    """The people at ``employers`` (ids).

    ``now``: there now, or the files do not say that they left; ``formerly``: they left;
    ``others``: they studied there or belong to it as a group.
    Each part is ordered by my tie to the person, closest first, then by name.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "id",
        "name",
        "when",
        "role",
        "since",
        "until",
        "tier",
        "tie",
        "why",
    )

    employers: tuple[str, ...]
    now: tuple[Insider, ...]
    formerly: tuple[Insider, ...]
    others: tuple[Insider, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line a person: those there now, formerly there, then the others."""
        parts = (("now", self.now), ("formerly", self.formerly), ("studied or member", self.others))
        return [
            {
                "id": one.id,
                "name": one.name,
                "when": when,
                "role": one.membership.role,
                "since": one.membership.start,
                "until": one.membership.end,
                "tier": one.membership.tier.value,
                "tie": one.band,
                "why": one.membership.evidence.text,
            }
            for when, part in parts
            for one in part
        ]


def insiders(
    graph: ContactGraph, employers: Iterable[str] | str, *, everybody: bool = False
) -> Insiders:
    """Everybody known to be or have been at any of ``employers``; I am left out.

    ``employers`` are ids, or one name in words (see `find_employers`). Whom the user wants left
    out of what concerns them is only among them with ``everybody``.

    A person counts once, by the best membership: there now, else formerly, else school.
    """
    named = isinstance(employers, str)
    ids = find_employers(graph, str(employers))[1] if named else tuple(employers)
    best = _best_memberships(graph, frozenset(ids))
    left_out = {graph.me} if everybody else {graph.me, *graph.barred_from(ids)}
    people = [_insider(graph, one) for one in best.values() if one.person not in left_out]
    people.sort(key=lambda one: (-_closeness(one.tie), one.name.casefold(), one.id))
    return Insiders(
        employers=ids,
        now=tuple(one for one in people if is_inside(one.membership)),
        formerly=tuple(one for one in people if has_left(one.membership)),
        others=tuple(one for one in people if one.membership.kind is not AffiliationKind.WORK),
    )


def barred_from(graph: ContactGraph, goal: Goal) -> frozenset[str]:
    """The ids of those who are left out of what concerns ``goal``.

    A way to a person concerns the employers where that person is; the person asked for stays.
    """
    if not graph.barred:
        return frozenset()
    concerned = set(goal.employers)
    if goal.person:
        concerned |= {
            one.employer
            for one in graph.memberships
            if one.person == goal.person and is_inside(one)
        }
    return graph.barred_from(concerned) - {goal.person}


def is_inside(membership: Membership) -> bool:
    """Whether the person works there, as far as the files say."""
    return membership.kind is AffiliationKind.WORK and membership.current is not False


def has_left(membership: Membership) -> bool:
    """Whether the person used to work there."""
    return membership.kind is AffiliationKind.WORK and membership.current is False


def _best_memberships(graph: ContactGraph, employers: frozenset[str]) -> dict[str, Membership]:
    best: dict[str, Membership] = {}
    for one in graph.memberships:
        if one.employer in employers:
            known = best.get(one.person)
            if known is None or _worth(one) > _worth(known):
                best[one.person] = one
    return best


def _worth(one: Membership) -> tuple[bool, bool, bool, str]:
    return is_inside(one), has_left(one), one.current is True, str(one.start or "")


def _closeness(tie: Tie | None) -> float:
    return tie.chance.mid if tie else -1.0


def _insider(graph: ContactGraph, membership: Membership) -> Insider:
    person = graph.person(membership.person)
    tie = graph.tie(graph.me, person.id) if graph.me else None
    return Insider(person.id, person.name, membership, tie, band(tie.strength) if tie else "")
