"""Why somebody may know a person or somebody at an employer: one reason at a time.

Every number here is a documented guess [prior]; the order of the guesses matters, not their
size. A reason is never evidence that two people know each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from netgraph.analyse.everyday import is_everyday
from netgraph.analyse.insiders import Insiders
from netgraph.analyse.moves import Moves, moves
from netgraph.analyse.surroundings import PAST, Sign, Surroundings
from netgraph.graph.chances import RELATED, combined
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted, listed
from netgraph.model import Person, RelationKind

#: Said to know people there: as any bare "knows".
SAID = RELATED[RelationKind.KNOWS]
#: Studied there, or is in the same group or circle.
FELLOW = 0.3
#: Is or was at a firm that one person changed from to there, or back; several people combine,
#: up to the most.
MOVED, MOST_MOVED = 0.15, 0.4
#: Works in the same trade; in one next to it; is about the same town.
SAME_TRADE, NEAR_TRADE, SAME_TOWN = 0.12, 0.06, 0.04
#: Was at an organisation of the person sought, of which no tie is concluded (it is large, or the
#: years differ); is said to know people there.
SAME_PLACE, KNOWS_THERE = 0.1, 0.25
#: Known from daily life, and said to know people: each of them, each place, and the most.
ACQUAINTANCE, PLACE, MOST_DAILY = 0.01, 0.02, 0.06
#: Knows many of my people, half of it at so many people.
CONNECTED, HALF_CONNECTED = 0.05, 20


class Kind(IntEnum):
    """What a reason is; of each kind the best one of a person counts."""

    SAID = 0
    THERE = 1
    FIRM = 2
    TRADE = 3
    TOWN = 4
    PLACE = 5
    CIRCLE = 6
    DAILY = 7
    MANY = 8

    @property
    def rank(self) -> int:
        """0 for what the files say of them, 1 for a likeness, 2 for a wide acquaintance."""
        return 0 if self < Kind.FIRM else 1 if self < Kind.DAILY else 2


@dataclass(frozen=True, slots=True)
class Reason:
    """Why ``person`` (an id) may know somebody there, and the one question to ask them.

    ``chance`` [0, 1] is the guess that they do. ``of`` is what about the person tells so, "" when
    ``why`` says all of it.
    """

    person: str
    kind: Kind
    chance: float
    why: str
    ask: str
    of: str = ""


def reasons_for_employer(graph: ContactGraph, name: str, there: Insiders) -> Iterator[Reason]:
    """Every reason that somebody may know people at the organisation ``name``, but a wide reach.

    To those who left, or are at its parent, there are paths (see `ends`); `wide_reasons` has
    those of whoever reaches far.
    """
    yield from _told(graph, name, there)
    yield from _of_the_same_firms(graph, name, there)
    around = Surroundings(graph, name, there.employers)
    for person in around.fitting(graph.people):
        yield from _alike(person, name, around)


def reasons_for_person(graph: ContactGraph, goal: Person) -> Iterator[Reason]:
    """Every reason that somebody may know the person ``goal``, but a wide reach."""
    ask = f"Do you know {goal.name}?"
    theirs = {(one.employer, one.kind) for one in graph.memberships if one.person == goal.id}
    for one in graph.memberships:
        if (one.employer, one.kind) in theirs:
            where = graph.employer_by_id[one.employer].name
            yield Reason(one.person, Kind.PLACE, SAME_PLACE, f"also at {where}", ask)
    now = {m.employer for m in graph.memberships if m.person == goal.id and m.current is not False}
    for said in graph.knows_at:
        if said.employer in now:
            where = graph.employer_by_id[said.employer].name
            why = f"said to know people at {where}"
            yield Reason(said.person, Kind.PLACE, KNOWS_THERE, why, ask)
    for person in graph.people:
        for label in sorted(set(person.labels) & set(goal.labels)):
            circle = label.removeprefix("circle:")
            yield Reason(person.id, Kind.CIRCLE, FELLOW, f"also one of {circle}", ask)


def wide_reasons(
    graph: ContactGraph, asks: tuple[str, str], people: Collection[str]
) -> Iterator[Reason]:
    """The reasons of those of ``people`` (ids) who may reach far, whomever is sought.

    ``asks`` is what to ask somebody from daily life, and anybody else.
    """
    held = [person for person in graph.people if person.id in people]
    yield from _broad(graph, asks[0], held)
    yield from _connected(graph, asks[1], held)


def said_to_reach_far(graph: ContactGraph) -> frozenset[str]:
    """The ids of those who are said to know somebody beside me, or people somewhere."""
    ends = (end for tie in graph.said_of_others for end in (tie.left, tie.right))
    return frozenset((*ends, *(one.person for one in graph.knows_at)))


def _told(graph: ContactGraph, name: str, there: Insiders) -> Iterator[Reason]:
    for said in graph.knows_at:
        if said.employer in there.employers:
            ask = f"Whom do you know at {name}, and may I mention you?"
            yield Reason(said.person, Kind.SAID, SAID, said.evidence.text, ask)
    for one in there.others:
        ask = f"Do you still know anybody at {name}?"
        yield Reason(one.id, Kind.THERE, FELLOW, one.membership.evidence.text, ask)


def _of_the_same_firms(graph: ContactGraph, name: str, there: Insiders) -> Iterator[Reason]:
    ways = moves(graph, there.employers)
    ask = f"Do you know a colleague who went to {name}, or who came from there?"
    for one in graph.memberships:
        way = ways.get(one.employer)
        if way:
            past = one.current is False
            chance = min(MOST_MOVED, combined([MOVED] * (way.went + way.came)))
            firm = graph.employer_by_id[one.employer].name
            why = f"{'used to work' if past else 'works'} at {firm}, {_moved(way, name)}"
            yield Reason(one.person, Kind.FIRM, chance * (PAST if past else 1.0), why, ask)


def _moved(way: Moves, name: str) -> str:
    if way.went:
        return f"from where {counted(way.went, 'person', 'people')} you know of went to {name}"
    return f"where {counted(way.came, 'person', 'people')} you know of went from {name}"


def _alike(person: Person, name: str, around: Surroundings) -> Iterator[Reason]:
    signs = around.signs(person)
    if signs.same_trade:
        yield _in_trade(person, signs.same_trade, SAME_TRADE, name)
    elif signs.near_trade:
        yield _in_trade(person, signs.near_trade, NEAR_TRADE, name)
    town = signs.same_town
    if town:
        ask, chance = f"Do you come across people from {name} about town?", SAME_TOWN * town.weight
        yield Reason(person.id, Kind.TOWN, chance, town.tells, ask, town.of)


def _in_trade(person: Person, sign: Sign, chance: float, name: str) -> Reason:
    ask = f"Do you come across people from {name}{' in your work' if sign.at_work else ''}?"
    return Reason(person.id, Kind.TRADE, chance * sign.weight, sign.tells, ask, sign.of)


def _broad(graph: ContactGraph, ask: str, held: Iterable[Person]) -> Iterator[Reason]:
    """People from daily life, by whom and where they are said to know."""
    known: Counter[str] = Counter()
    for tie in graph.said_of_others:
        known.update((tie.left, tie.right))
    places: dict[str, list[str]] = defaultdict(list)
    for one in graph.knows_at:
        places[one.person].append(graph.employer_by_id[one.employer].name)
    for person in held:
        if is_everyday(graph, person):
            people, sites = known[person.id], places[person.id]
            chance = ACQUAINTANCE * people + PLACE * len(sites)
            who = person.occupation or "known from daily life"
            why = f"{who}, {_reaches(people, sites)}"
            yield Reason(person.id, Kind.DAILY, min(MOST_DAILY, chance), why, ask)


def _reaches(people: int, sites: list[str]) -> str:
    if not people and not sites:
        return "meets people you do not; whom they know has not been asked yet"
    parts = [f"{counted(people, 'person', 'people')} beside you"] if people else []
    parts += [f"people at {listed(sorted(sites)[:2])}"] if sites else []
    return f"said to know {', and '.join(parts)}"


def _connected(graph: ContactGraph, ask: str, held: Iterable[Person]) -> Iterator[Reason]:
    """All of ``held``, by how many of my people they know.

    The files of friends have been looked through: who is in them is no reason to ask.
    """
    degrees = graph.flat_without_me.degrees
    for person in held:
        known = int(degrees[graph.index[person.id]])
        people = counted(known, "person", "people")
        why = f"knows {people} you know of" if known else "how far they reach is not known yet"
        chance = CONNECTED * known / (known + HALF_CONNECTED)
        if person.id in graph.owners:
            chance, why = 0.0, "a friend: nobody in their own list is known to be there"
        yield Reason(person.id, Kind.MANY, chance, why, ask)
