"""The circles my people form among themselves, with me taken out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from netgraph.analyse.results import Result
from netgraph.graph import engine
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, EvidenceKind

#: Fewer people are no circle.
SMALLEST = 2
#: A name must hold for this share of a circle.
DOMINANT = 0.3


@dataclass(frozen=True, slots=True)
class Circle:
    """People who know each other.

    ``members`` are ids, by name. ``around`` is the id of the best-connected member; ``named``
    says what the name is: "employer", "school", "group", "label" or "person".
    """

    name: str
    members: tuple[str, ...]
    around: str
    named: str


@dataclass(frozen=True, slots=True)
class Communities(Result):
    """The circles, largest first, then by name; people without ties to others in none."""

    COLUMNS: ClassVar[tuple[str, ...]] = ("circle", "people", "named_after", "around")

    circles: tuple[Circle, ...]
    of: dict[str, int]

    def rows(self) -> list[dict[str, object]]:
        """One line a circle."""
        return [
            {
                "circle": one.name,
                "people": len(one.members),
                "named_after": one.named,
                "around": one.around,
            }
            for one in self.circles
        ]


def communities(graph: ContactGraph, *, seed: int = 1) -> Communities:
    """The circles of ``graph`` (Leiden; Traag, Waltman & van Eck 2019), me left out.

    What was seen or said makes circles first; people about whom ties are only inferred make
    further ones among themselves (on the sample life this finds the true circles better than
    one pass over all ties). A circle is named by its dominant employer, school, group or
    label, else "people around" its best-connected person. ``of`` maps person id to a place in
    ``circles``. The same graph and ``seed`` give the same circles.
    """
    flat = graph.flat_without_me
    weight = np.bincount(
        np.concatenate([flat.left, flat.right]), np.tile(flat.weight, 2), flat.size
    ).tolist()
    belongs = _belongs(graph)
    totals = Counter(name for names in belongs.values() for name in names)
    found = [_circle(graph, people, weight, (belongs, totals)) for people in _groups(graph, seed)]
    found.sort(key=lambda one: (-len(one.members), one.name.casefold(), one.around))
    circles = _distinct(graph, found)
    of = {member: place for place, one in enumerate(circles) for member in one.members}
    return Communities(circles, of)


def _groups(graph: ContactGraph, seed: int) -> list[list[int]]:
    """Numbers of people per circle of at least `SMALLEST`."""
    flat = graph.flat_without_me
    mine = np.fromiter((graph.me in (t.left, t.right) for t in graph.ties), bool, len(graph.ties))
    guessed = np.fromiter(
        (tie.kind is EvidenceKind.INFERRED for tie in graph.ties), bool, len(graph.ties)
    )[~mine]
    first = flat.only(~guessed)
    alone = first.degrees == 0
    second = flat.only(alone[flat.left] & alone[flat.right])
    members: dict[tuple[int, int], list[int]] = {}
    for turn, part in enumerate((first, second)):
        groups = engine.communities(part, seed=seed).tolist()
        for node in np.flatnonzero(part.degrees).tolist():
            members.setdefault((turn, groups[node]), []).append(node)
    return [people for people in members.values() if len(people) >= SMALLEST]


def _belongs(graph: ContactGraph) -> dict[str, set[tuple[str, str]]]:
    """Person id to what a circle may be named after: (sort of name, name)."""
    belongs: dict[str, set[tuple[str, str]]] = {person.id: set() for person in graph.people}
    words = {AffiliationKind.WORK: "employer", AffiliationKind.SCHOOL: "school"}
    for one in graph.memberships:
        name = graph.employer_by_id[one.employer].name
        belongs[one.person].add((words.get(one.kind, "group"), name))
    for person in graph.people:
        belongs[person.id] |= {("label", label.removeprefix("circle:")) for label in person.labels}
    return belongs


def _circle(
    graph: ContactGraph,
    people: list[int],
    weight: list[float],
    names: tuple[dict[str, set[tuple[str, str]]], Counter[tuple[str, str]]],
) -> Circle:
    """Name a circle by what most of it share and few outside it do (largest F-measure)."""
    belongs, totals = names
    ordered = sorted(people, key=lambda i: (graph.people[i].name.casefold(), graph.people[i].id))
    around = graph.people[max(ordered, key=lambda i: weight[i])]
    votes = Counter(name for i in ordered for name in belongs[graph.people[i].id])
    shared = [name for name in votes if votes[name] >= max(2, DOMINANT * len(people))]
    rank = ("employer", "school", "group", "label")
    best = min(
        shared,
        key=lambda n: (-2 * votes[n] / (len(people) + totals[n]), rank.index(n[0]), n[1]),
        default=None,
    )
    members = tuple(graph.people[i].id for i in ordered)
    if best:
        return Circle(best[1], members, around.id, best[0])
    return Circle(f"people around {around.name}", members, around.id, "person")


def _distinct(graph: ContactGraph, found: list[Circle]) -> tuple[Circle, ...]:
    """Give circles of one name each a name of their own; the largest keeps the plain one."""
    taken: set[str] = set()
    result = []
    for one in found:
        name = one.name
        if name in taken and one.named != "person":
            name = f"{one.name}, around {graph.person(one.around).name}"
        taken.add(name)
        result.append(Circle(name, one.members, one.around, one.named))
    return tuple(result)
