"""You already know this many people: by life area and by source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.results import Result
from netgraph.graph.chances import MEMBERS_LIMIT
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, EvidenceKind, Person

#: The life area of people about whom nothing is said.
NOT_SAID = "not said"
#: Ties of the longest path ever proposed.
LONGEST = 3
#: What each part of a summary counts.
_WHY = {
    "people": "counted once each, however many files they stand in",
    "life area": "from your own lists and labels, else from what they do and where they work",
    "source": "people who stand in this file; many stand in several",
    "ties": "observed in mail and meetings, stated by somebody, or only inferred",
}


@dataclass(frozen=True, slots=True)
class Summary(Result):
    """What is in the network.

    ``known`` counts the people tied to me, ``further`` those whom only others know, at most
    three ties from me; people tied to nobody in reach, such as the guests of a meeting still
    to come, are in neither. ``areas`` are (life area, people I know), largest first,
    `NOT_SAID` last;
    ``sources`` are (file, people) and ``ties`` (kind, ties), largest first. ``unknown`` counts
    my ties of unknown strength. ``crowded`` names organisations with so many known people that
    no acquaintance is guessed among them. ``me`` is my name, "" when nobody knows who I am.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = ("part", "what", "count", "why")

    me: str
    known: int
    further: int
    unknown: int
    employers: int
    areas: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    ties: tuple[tuple[str, int], ...]
    crowded: tuple[str, ...] = ()

    def rows(self) -> list[dict[str, object]]:
        """One line a count: people, then life areas, sources and kinds of ties."""
        people = (
            ("you know", self.known),
            ("known to people you know", self.further),
            ("how close is not said", self.unknown),
        )
        parts = (
            ("people", people),
            ("life area", self.areas),
            ("source", self.sources),
            ("ties", self.ties),
        )
        return [
            {"part": part, "what": what, "count": count, "why": _WHY[part]}
            for part, counts in parts
            for what, count in counts
        ]


def summary(graph: ContactGraph) -> Summary:
    """Count who is in ``graph``; I am not counted myself.

    The life area is the circle given by hand, else "everyday services" for an occupation
    without an employer, else a label of an address book, else work or school when a
    membership says so.
    """
    mine = graph.ties_of(graph.me)
    near = {tie.right if tie.left == graph.me else tie.left for tie in mine}
    kinds: dict[str, set[AffiliationKind]] = {}
    for one in graph.memberships:
        kinds.setdefault(one.person, set()).add(one.kind)
    people = [person for person in graph.people if person.id != graph.me]
    areas = _folded(_area(one, kinds.get(one.id, set())) for one in people if one.id in near)
    sources = Counter(file for person in people for file in person.files)
    ties = graph.columns.counts
    return Summary(
        me=graph.person(graph.me).name if graph.me else "",
        known=len(near),
        further=_further(graph),
        unknown=sum(tie.strength is None for tie in mine),
        employers=len({one.employer for one in graph.memberships}),
        areas=_largest_first(areas),
        sources=_largest_first(sources),
        ties=tuple((kind.value, ties[kind]) for kind in EvidenceKind if ties[kind]),
        crowded=_crowded(graph),
    )


def _further(graph: ContactGraph) -> int:
    """People whom I do not know but who are at most `LONGEST` ties from me."""
    if not graph.me:
        return 0
    found = {graph.index[graph.me]}
    edge = set(found)
    within = []
    for _ in range(LONGEST):
        edge = {other for one in edge for other in graph.flat.neighbours(one).tolist()} - found
        found |= edge
        within.append(len(edge))
    return sum(within[1:])


def _area(person: Person, kinds: set[AffiliationKind]) -> str:
    circles = [label for label in person.labels if label.startswith("circle:")]
    if circles:
        return circles[0].removeprefix("circle:")
    if person.occupation and AffiliationKind.WORK not in kinds:
        return "everyday services"
    if person.labels:
        return person.labels[0]
    if AffiliationKind.WORK in kinds:
        return "work"
    return "school" if AffiliationKind.SCHOOL in kinds else NOT_SAID


def _folded(areas: Iterable[str]) -> Counter[str]:
    """Count ``areas``; "Family" and "family" are one, spelt as it stands most often."""
    spellings = Counter(areas)
    spelt: dict[str, str] = {}
    for area, _ in _largest_first(spellings):
        spelt.setdefault(area.casefold(), area)
    folded: Counter[str] = Counter()
    for area, count in spellings.items():
        folded[spelt[area.casefold()]] += count
    return folded


def _crowded(graph: ContactGraph) -> tuple[str, ...]:
    members: dict[tuple[str, AffiliationKind], set[str]] = {}
    for one in graph.memberships:
        members.setdefault((one.employer, one.kind), set()).add(one.person)
    names = graph.employer_by_id
    crowded = {e for (e, _), who in members.items() if len(who - {graph.me}) > MEMBERS_LIMIT}
    return tuple(sorted(names[employer].name for employer in crowded))


def _largest_first(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    ordered = sorted(counts.items(), key=lambda pair: (pair[0] == NOT_SAID, -pair[1], pair[0]))
    return tuple(ordered)
