"""The circles my people form among themselves, with me taken out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from netgraph.analyse.parting import Part, parts
from netgraph.analyse.results import Result
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind

#: A name must hold for this share of a circle.
DOMINANT = 0.3
#: Sorts of names, the first preferred where two fit equally well.
_SORTS = ("employer", "school", "group", "label")


#: (sort of name, name).
Name = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Circle:
    """People who know each other.

    ``members`` are ids, by name. ``around`` is the id of the best-connected member, or of the
    owner of a friend's file through whom alone they are known; ``named`` says what the name
    is: "employer", "school", "group", "label" or "person".
    """

    name: str
    members: tuple[str, ...]
    around: str
    named: str

    @property
    def why(self) -> str:
        """Why these people are a circle, and why it has this name."""
        if self.named == "person":
            return "Tied to one another more than to the rest; the files name nothing they share."
        return f"Tied to one another more than to the rest; many share this {self.named}."


@dataclass(frozen=True, slots=True)
class Communities(Result):
    """The circles, largest first, then by name; people without ties to others in none."""

    COLUMNS: ClassVar[tuple[str, ...]] = ("circle", "people", "named_after", "around", "why")

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
                "why": one.why,
            }
            for one in self.circles
        ]


def communities(graph: ContactGraph, *, seed: int = 1) -> Communities:
    """The circles of ``graph`` (Leiden; Traag, Waltman & van Eck 2019), me left out.

    See `parts` for who belongs together. A circle is named by what its people share and few
    others do: employer, school, group or label; where nothing is shared, "people known through"
    the owner of a friend's file, or "people around" the best-connected of them. ``of`` maps
    person id to a place in ``circles``. The same graph and ``seed`` give the same circles.
    """
    naming = _Naming(graph)
    found = [naming.circle(part) for part in parts(graph, naming.alike, seed)]
    found.sort(key=lambda one: (-len(one.members), one.name.casefold(), one.around))
    circles = _distinct(graph, found)
    of = {member: place for place, one in enumerate(circles) for member in one.members}
    return Communities(circles, of)


class _Naming:
    """What people of a graph share."""

    def __init__(self, graph: ContactGraph) -> None:
        self.graph = graph
        flat = graph.flat_without_me
        self.weight = np.bincount(
            np.concatenate([flat.left, flat.right]), np.tile(flat.weight, 2), flat.size
        ).tolist()
        self.belongs = _belongs(graph)
        self.totals = Counter(name for names in self.belongs for name in names)

    def shared(self, people: list[int], share: float = DOMINANT) -> dict[Name, int]:
        """What at least two and ``share`` of ``people`` have in common, to how many do."""
        votes = Counter(name for number in people for name in self.belongs[number])
        return {n: held for n, held in votes.items() if held >= max(2, share * len(people))}

    def alike(self, one: list[int], other: list[int]) -> bool:
        """Whether one thing is shared by both.

        Where people of one share nothing, half as many who have what the other shares do.
        """
        ours, theirs = self.shared(one), self.shared(other)
        ours_too = ours or self.shared(one, DOMINANT / 2).keys() & theirs.keys()
        theirs_too = theirs or self.shared(other, DOMINANT / 2).keys() & ours.keys()
        return any(name in theirs_too for name in ours_too)

    def circle(self, part: Part) -> Circle:
        """Name a circle by what most of it share and few outside it do (largest F-measure)."""
        people, size = self.graph.people, len(part.members)
        ordered = sorted(part.members, key=lambda i: (people[i].name.casefold(), people[i].id))
        hosted = part.host >= 0
        around = part.host if hosted else max(ordered, key=lambda i: self.weight[i])
        whose = f"people {'known through' if hosted else 'around'} {people[around].name}"
        shared = self.shared(ordered)
        best = min(
            shared,
            key=lambda n: (-2 * shared[n] / (size + self.totals[n]), _SORTS.index(n[0]), n[1]),
            default=("person", whose),
        )
        members = tuple(people[i].id for i in ordered)
        return Circle(best[1], members, people[around].id, best[0])


def _belongs(graph: ContactGraph) -> list[set[Name]]:
    """What a circle may be named after, person by person."""
    belongs: list[set[Name]] = [
        {("label", label.removeprefix("circle:")) for label in person.labels}
        for person in graph.people
    ]
    words = {AffiliationKind.WORK: "employer", AffiliationKind.SCHOOL: "school"}
    for one in graph.memberships:
        name = graph.employer_by_id[one.employer].name
        belongs[graph.index[one.person]].add((words.get(one.kind, "group"), name))
    return belongs


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
