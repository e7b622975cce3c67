"""The circles on either side of a person, with me taken out, and who else links them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from netgraph.analyse.communities import Communities
from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import insiders
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.flat import FlatGraph
from netgraph.graph.wording import listed

#: What a circle named after a person is called for that person.
OWN_CIRCLE = "a circle of their own"
#: Before a circle where the person only may know somebody.
PERHAPS = "perhaps "
#: A circle that no name fits is called by those in it whom the person knows, if not more.
FEW = 2


@dataclass(frozen=True, slots=True)
class Link:
    """Two circles that a person joins; ``others`` (ids) join them too, closest to me first."""

    one: str
    other: str
    others: tuple[str, ...]


class Sides:
    """Sides of everybody, by number in ``graph.people``.

    What was seen or said counts; where two only may know each other, the circle is called
    "perhaps" and nothing is said of its loss.
    """

    def __init__(self, graph: ContactGraph, circles: Communities) -> None:
        self.graph = graph
        self.circles = circles
        self._place = [circles.of.get(person.id, -1) for person in graph.people]

    @cached_property
    def _seen(self) -> FlatGraph:
        """The ties without mine and without those that are only inferred."""
        columns = self.graph.columns
        mine = columns.of(self.graph.index.get(self.graph.me, -1))
        return self.graph.flat_without_me.only(~columns.inferred[~mine])

    @cached_property
    def _standing(self) -> list[set[int]]:
        """For each circle its members and everybody tied to one."""
        found: list[set[int]] = [set() for _ in self.circles.circles]
        for number, place in enumerate(self._place):
            if place >= 0:
                found[place].add(number)
        seen = self._seen
        for one, other in zip(seen.left.tolist(), seen.right.tolist(), strict=True):
            for here, there in ((one, other), (other, one)):
                if self._place[there] >= 0:
                    found[self._place[there]].add(here)
        return found

    def _touched(self, flat: FlatGraph, number: int) -> dict[int, list[int]]:
        """Places of circles to the person's acquaintances in them; most of these first."""
        found: dict[int, list[int]] = defaultdict(list)
        for other in flat.neighbours(number).tolist():
            if self._place[other] >= 0:
                found[self._place[other]].append(other)
        circles = self.circles.circles
        order = sorted(found, key=lambda place: (-len(found[place]), circles[place].name))
        return {place: found[place] for place in order}

    def _called(self, number: int, place: int, known: list[int]) -> str:
        """What the person would call a circle in which they know ``known``."""
        circle = self.circles.circles[place]
        if circle.named != "person":
            return circle.name
        if len(known) <= FEW:
            return listed([self.graph.people[one].name for one in known])
        return OWN_CIRCLE if circle.around == self.graph.people[number].id else circle.name

    def groups(self, number: int) -> tuple[str, ...]:
        """The circles on either side, most acquaintances first, then targets they are inside of.

        Without two of these, the person's own hand-given circles come first. After them where
        the person is said to know people and, if that is still not two, where they work or may
        know somebody ("perhaps").
        """
        person = self.graph.people[number]
        touched = self._touched(self._seen, number)
        found = [self._called(number, place, known) for place, known in touched.items()]
        found += self._inside[person.id]
        if len(set(found)) < 2:
            heard = " ".join(found).casefold()
            given = [label.removeprefix("circle:") for label in person.labels if ":" in label]
            found = [*(name for name in given if name.casefold() not in heard), *found]
        found += [k.evidence.names[0] for k in self.graph.knows_at if k.person == person.id]
        if len(set(found)) < 2:
            likely = self._touched(self.graph.flat_without_me, number)
            names = [self._called(number, place, known) for place, known in likely.items()]
            sure = self._places_of[person.id] | set(found)
            found += [name for name in names if name in sure]
            found += [PERHAPS + name for name in names if name not in sure]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _inside(self) -> dict[str, list[str]]:
        """Person id to the names of the targets they are inside of."""
        found: dict[str, list[str]] = defaultdict(list)
        for match in self.graph.targets:
            for one in insiders(self.graph, Goal.of(match).employers).now:
                found[one.id].append(match.target.name)
        return found

    @cached_property
    def _places_of(self) -> dict[str, set[str]]:
        """Person id to the names of the employers, schools and groups that they are or were in."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in self.graph.memberships:
            found[one.person].add(self.graph.employer_by_id[one.employer].name)
        return found

    def link(self, number: int, among: int) -> Link | None:
        """The two circles that depend most on the person, of the first ``among`` they are in.

        First a pair that nobody else links, the person's own circle before others; None when
        they are not in two.
        """
        touched = self._touched(self._seen, number)
        own = self._place[number]
        pairs = sorted(combinations([*touched][:among], 2), key=lambda pair: own not in pair)
        first: Link | None = None
        for one, other in pairs:
            ours = self._called(number, one, touched[one])
            theirs = self._called(number, other, touched[other])
            link = Link(ours, theirs, self._linking(one, other, number))
            if not link.others:
                return link
            first = first or link
        return first

    def _linking(self, one: int, other: int, number: int) -> tuple[str, ...]:
        """Who but ``number`` is in, or knows somebody but ``number`` in, each of two circles."""
        close = self._mine
        people = self.graph.people
        found = [
            people[who]
            for who in self._standing[one] & self._standing[other] - {number}
            if self._stands(who, one, number) and self._stands(who, other, number)
        ]
        found.sort(key=lambda person: (-close.get(person.id, 0.0), person.name, person.id))
        return tuple(person.id for person in found)

    @cached_property
    def _mine(self) -> dict[str, float]:
        return self.graph.chances_from(self.graph.me)

    def _stands(self, who: int, place: int, without: int) -> bool:
        near = self._seen.neighbours(who).tolist()
        return self._place[who] == place or any(
            self._place[one] == place for one in near if one != without
        )
