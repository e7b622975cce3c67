"""Where somebody stands to what I want to learn: inside, formerly inside, on the way, neither."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from netgraph.analyse.dormant import SILENT, last_in_touch
from netgraph.analyse.ends import Inside
from netgraph.analyse.everyday import is_everyday
from netgraph.analyse.goals import Goal, find_goal
from netgraph.analyse.insiders import Insiders, insiders
from netgraph.analyse.paths import Path, Paths, paths
from netgraph.errors import NetgraphError
from netgraph.graph.contactgraph import ContactGraph, KnowsAt
from netgraph.model import AffiliationKind, Membership, Person, TargetMatch
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.speaking import spoken_field
from netgraph.outreach.texts import texts


class Position(StrEnum):
    """What somebody can tell of from where they stand; the first three concern an employer."""

    INSIDER = "insider"
    FORMER = "former insider"
    BRIDGE = "bridge"
    EVERYDAY = "everyday person"
    CONTACT = "contact"
    SENIOR = "someone senior"
    DORMANT = "dormant friend"


@dataclass(frozen=True, slots=True)
class Standpoint:
    """``person`` as seen from what I want to learn.

    ``employer`` is its name, "" when they lead to none, and ``field`` its trade where I said it.
    ``positions`` begin with what decides the questions; SENIOR and DORMANT may follow. ``inside``
    says what they are or were there, ``path`` is the best one that begins with them.
    ``silent_since`` is the day of the last contact when that is `SILENT` years ago or more, else
    None. ``mine``: I know them myself. ``title`` is that of somebody senior, else "".
    """

    person: Person
    employer: str
    positions: tuple[Position, ...]
    inside: Membership | None = None
    path: Path | None = None
    silent_since: date | None = None
    mine: bool = True
    field: str = ""
    title: str = ""

    @property
    def main(self) -> Position:
        """What decides the questions."""
        return self.positions[0]

    @property
    def next_person(self) -> tuple[str, str] | None:
        """Who comes after them on the path (id, name), None when they are inside, or no path is."""
        return self.path.people[2] if self.path and self.path.hops > 1 else None


class Standpoints:
    """Where everybody stands in ``graph``; what is the same for all is worked out once.

    ``found`` are all paths to targets, by name, where they are known already.
    """

    def __init__(
        self,
        graph: ContactGraph,
        log: Logbook | None = None,
        found: Mapping[str, Paths] | None = None,
    ) -> None:
        self.graph = graph
        self.log = log or Logbook()
        self._found = found or {}
        self._goals: dict[str, tuple[Insiders, dict[str, Path]]] = {}

    def of(self, person: Person, employer: str = "") -> Standpoint:
        """Where ``person`` stands to ``employer`` (in words); without one, to the best target.

        The best target is one they are inside now, else were, else lead to most likely. Raises
        `NetgraphError` when it is me, or somebody left out of what concerns that employer.
        """
        if person.id == self.graph.me:
            msg = f"{person.name} is you; name somebody else"
            raise NetgraphError(msg)
        goal = self._goal(person, employer) if employer else self._best(person)
        return self._standing(person, goal)

    def on(self, path: Path, match: TargetMatch) -> Standpoint:
        """Where the first person of ``path`` stands to ``match``, to which it leads."""
        first = self.graph.person(path.people[1][0])
        return replace(self._standing(first, Goal.of(match)), path=path)

    def _goal(self, person: Person, employer: str) -> Goal:
        goal = find_goal(self.graph, employer)
        if goal.person:
            msg = f"{goal.name} is a person; --for takes an employer"
            raise NetgraphError(msg)
        if person.id in self.graph.barred_from(goal.employers):
            msg = f"{person.name} is left out of what concerns {goal.name}, as you said; to take "
            msg += f"it back: netgraph exclude {person.name!r} --for {goal.name!r} --undo"
            raise NetgraphError(msg)
        return goal

    def _best(self, person: Person) -> Goal | None:
        """The target to which the person is the best way, None for none."""
        best: tuple[tuple[int, float], Goal] | None = None
        for match in self.graph.targets:
            goal = Goal.of(match)
            if person.id in self.graph.barred_from(goal.employers):
                continue
            order = self._order(person, goal)
            if order and (best is None or order > best[0]):
                best = order, goal
        return best[1] if best else None

    def _order(self, person: Person, goal: Goal) -> tuple[int, float] | None:
        """Larger is better; None when they lead nowhere.

        A way in is worth less where I know somebody inside myself.
        """
        there, ways = self._of(goal)
        if any(one.id == person.id for one in there.now):
            return 4, 0.0
        if any(one.id == person.id for one in there.formerly):
            return 3, 0.0
        if person.id in ways:
            known = any(p.hops == 1 and p.end.inside is Inside.NOW for p in ways.values())
            return 1 if known else 2, ways[person.id].score
        told = any(k.person == person.id and k.employer in goal.employers for k in self._knows)
        return (0, 0.0) if told else None

    def _of(self, goal: Goal) -> tuple[Insiders, dict[str, Path]]:
        """The people there, and the best path by its first person."""
        if goal.name not in self._goals:
            there = insiders(self.graph, goal.employers)
            ways: dict[str, Path] = {}
            if goal.employers and self.graph.me:
                known = self._found.get(goal.name)
                all_of_them = known or paths(self.graph, goal, limit=len(self.graph.people))
                for path in all_of_them.paths:
                    ways.setdefault(path.people[1][0], path)
            self._goals[goal.name] = there, ways
        return self._goals[goal.name]

    @property
    def _knows(self) -> tuple[KnowsAt, ...]:
        return self.graph.knows_at

    def _standing(self, person: Person, goal: Goal | None) -> Standpoint:
        positions, inside, path = [], None, None
        if goal:
            there, ways = self._of(goal)
            path = ways.get(person.id)
            now = next((one for one in there.now if one.id == person.id), None)
            then = next((one for one in there.formerly if one.id == person.id), None)
            inside = now.membership if now else then.membership if then else None
            if now or then:
                positions.append(Position.INSIDER if now else Position.FORMER)
            elif (path and path.hops > 1) or self._told(person, goal):
                positions.append(Position.BRIDGE)
        if not positions:
            daily = is_everyday(self.graph, person)
            positions.append(Position.EVERYDAY if daily else Position.CONTACT)
        silent = self._silent(person)
        positions += [Position.SENIOR] if person.id in self._seniors else []
        positions += [Position.DORMANT] if silent else []
        mine = self.graph.tie(self.graph.me, person.id) is not None
        name = goal.name if goal else ""
        targets = [match.target for match in self.graph.targets]
        field = next((one.industry for one in targets if one.name == name), "")
        return Standpoint(
            person=person,
            employer=name,
            positions=tuple(positions),
            inside=inside,
            path=path,
            silent_since=silent,
            mine=mine,
            field=spoken_field(field),
            title=self._seniors.get(person.id, ""),
        )

    def _told(self, person: Person, goal: Goal) -> bool:
        return any(k.person == person.id and k.employer in goal.employers for k in self._knows)

    def _silent(self, person: Person) -> date | None:
        """The day of the last contact, in the files or the log, if it is years ago."""
        last = last_in_touch(self.graph.tie(self.graph.me, person.id))
        logged = self.log.last_contact(person.id)
        known = max(filter(None, (last, logged)), default=None)
        today = self.graph.as_of.date()
        if known is None:
            return None
        years = today.year - known.year - ((today.month, today.day) < (known.month, known.day))
        return known if years >= SILENT else None

    @cached_property
    def _seniors(self) -> dict[str, str]:
        """Person id to the title of somebody who is senior today, and where."""
        names = {one.id: one.name for one in self.graph.employers}
        return {
            one.person: f"{one.role} at {names[one.employer]}"
            for one in self.graph.memberships
            if one.kind is AffiliationKind.WORK and one.current is not False and is_senior(one.role)
        }


def is_senior(title: str) -> bool:
    """Whether a job title is that of somebody senior."""
    words = texts("phrases")["senior"]
    plain = " ".join(title.casefold().split())
    senior = re.search(rf"\b{words['title']}\b", plain)
    return bool(senior) and not re.search(rf"\b(?:{words['not']})", plain)


def through_whom(graph: ContactGraph, person: Person) -> Person | None:
    """The one I know best of those who know ``person``, by the chance of both ties; or None."""
    near, theirs = graph.chances_from(graph.me), graph.chances_from(person.id)
    common = [one for one in near if one in theirs and one != person.id]
    best = min(
        common,
        key=lambda one: (-near[one] * theirs[one], graph.person(one).name, one),
        default=None,
    )
    return graph.person(best) if best else None
