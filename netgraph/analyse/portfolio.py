"""The few people who together cover most of the targets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import barred_from, insiders
from netgraph.analyse.positions import Positions
from netgraph.analyse.routes import Allowed, Routes
from netgraph.analyse.unlocks import DIRECT, INDIRECT
from netgraph.graph.chances import RELATED
from netgraph.graph.flat import Floats
from netgraph.model import RelationKind, TargetMatch

#: So many people are picked, if each still adds something.
FEW = 5
#: Less than this is rounding.
_LEAST = 1e-9


@dataclass(frozen=True, slots=True)
class Pick:
    """One person to ask: ``gain`` [> 0] is what they add to those picked before; orders only.

    ``targets`` are the names of those they add to, most first.
    """

    id: str
    name: str
    gain: float
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """Whom not to pick: nobody of ``but`` (ids), and of a group only so many as there is ``room``.

    ``group`` maps ids to groups; whoever is in none, or in one without ``room``, is not counted.
    ``closed`` are pairs of a person (id) and the name of a target to which they do not count.
    """

    but: frozenset[str] = frozenset()
    group: Mapping[str, int] = field(default_factory=dict)
    room: Mapping[int, int] = field(default_factory=dict)
    closed: frozenset[tuple[str, str]] = frozenset()

    def left(self, picked: Sequence[str], person: str) -> bool:
        """Whether ``person`` may be picked beside those ``picked`` (ids)."""
        if person in self.but:
            return False
        group = self.group.get(person)
        if group is None or group not in self.room:
            return True
        return sum(self.group.get(one) == group for one in picked) < self.room[group]


ANYBODY = Within()


def portfolio(at: Positions, most: int = FEW, within: Within = ANYBODY) -> tuple[Pick, ...]:
    """At most ``most`` people whom to ask ``within`` bounds, each adding most to those before.

    Asking a set of people uses the ways that begin with one of them: R of a target is 1 -
    product(1 - the best such way) over the people inside, damped as in `coverage`; whoever is
    only said to know people there leads to one unnamed. The sum of weight · R is monotone and
    submodular in the set, so that picking the largest gain again and again comes within 1 - 1/e
    of the best set (Nemhauser, Wolsey & Fisher 1978, Mathematical Programming 14). Equal gains
    go by doors, then name. Empty without targets, and when nobody leads to one.
    """
    ways = [_Ways(at, match) for match in at.graph.targets] if at.graph.me else []
    people = sorted({person for each in ways for person in each.people})
    rank = {person: place for place, person in enumerate(at.ranked("doors"))}
    people.sort(key=rank.__getitem__)
    tables = [each.table(people, within) for each in ways]
    missing = [np.ones(len(table)) for table in tables]
    picked: list[Pick] = []
    while len(picked) < min(most, len(people)):
        gains = np.array(
            [
                each.weight * (gap.prod() - np.minimum(gap[:, None], 1 - table).prod(axis=0))
                for each, gap, table in zip(ways, missing, tables, strict=True)
            ]
        )
        total = gains.sum(axis=0).round(12)
        chosen = [one.id for one in picked]
        free = [within.left(chosen, at.graph.people[person].id) for person in people]
        total[~np.array(free)] = 0.0
        best = int(total.argmax())
        if total[best] < _LEAST:
            break
        order = np.argsort(-gains[:, best], kind="stable").tolist()
        names = tuple(ways[one].name for one in order if gains[one, best] > _LEAST)
        who = at.graph.people[people[best]]
        picked.append(Pick(who.id, who.name, float(total[best]), names))
        missing = [
            np.minimum(gap, 1 - table[:, best]) for gap, table in zip(missing, tables, strict=True)
        ]
    return tuple(picked)


class _Ways:
    """What asking each of my people is worth for one target, insider by insider."""

    def __init__(self, at: Positions, match: TargetMatch) -> None:
        graph, goal = at.graph, Goal.of(match)
        self._graph = graph
        self.name, self.weight = match.target.name, match.target.weight
        inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
        barred = barred_from(graph, goal)
        start = graph.index[graph.me]
        routes = Routes(graph, start, np.array(inside, dtype=np.intp), Allowed(barred))
        self._rows: list[dict[int, float]] = []
        for insider in routes.inside:
            found = routes.to(insider)
            best = np.zeros(len(graph.people))
            np.maximum.at(best, found.firsts, INDIRECT * found.scores)
            best[insider] = DIRECT * routes.first[insider]
            self._rows.append({one: float(best[one]) for one in np.flatnonzero(best).tolist()})
        leading = {person for row in self._rows for person in row}
        said = {graph.index[k.person] for k in graph.knows_at if k.employer in goal.employers}
        said -= {graph.index[one] for one in barred if one in graph.index}
        step = INDIRECT * RELATED[RelationKind.KNOWS]
        self._rows += [
            {one: step * float(at.chance[one])} for one in sorted(said - leading) if at.chance[one]
        ]
        self.people = {person for row in self._rows for person in row}

    def table(self, people: Sequence[int], within: Within) -> Floats:
        """The worth [0, 1] of asking each of ``people`` for each insider, shape (insiders, n)."""
        names = self._graph.people
        found = np.zeros((len(self._rows), len(people)))
        column = {
            person: place
            for place, person in enumerate(people)
            if (names[person].id, self.name) not in within.closed
        }
        for place, row in enumerate(self._rows):
            for person in row.keys() & column.keys():
                found[place, column[person]] = row[person]
        return found
