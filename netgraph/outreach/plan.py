"""The few people to ask in a week: those who cover most targets, and nobody worn out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from netgraph.analyse.dormant import reconnecting
from netgraph.analyse.goals import find_employers
from netgraph.analyse.portfolio import Pick, Within, portfolio
from netgraph.analyse.positions import Positions
from netgraph.analyse.working import resting_on
from netgraph.errors import NotFoundError
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import day
from netgraph.model import Did
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.texts import texts

WEEK, MONTH, YEAR = timedelta(7), timedelta(30), timedelta(365)
#: So many of those left for later are told.
LATER = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked at most [asks].

    In seven days, in thirty, of one person in a year, and in one circle in thirty days;
    ``pause`` [days] lies between two asks of one person. Where ``week``, ``month`` or ``person``
    is 0 nobody is asked. Guesses of what people bear [prior],
    for the user to change.
    """

    week: int = 3
    month: int = 8
    person: int = 3
    circle: int = 2
    pause: int = 60


@dataclass(frozen=True, slots=True)
class Proposal:
    """Somebody to ask this week: ``targets`` are those they add to, most first.

    ``circle`` is its name, "" for none. ``reconnect`` says that a word which asks for nothing
    comes first, "" when it need not. ``tie`` is the band of the tie, ``why`` what it rests on.
    """

    id: str
    name: str
    targets: tuple[str, ...]
    circle: str
    tie: str
    why: tuple[str, ...]
    reconnect: str = ""


@dataclass(frozen=True, slots=True)
class Postponed:
    """Somebody who would add to ``targets`` and is left for later, and ``why``, in a sentence."""

    id: str
    name: str
    targets: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Somebody who is not asked for a ``target`` again, as they said no, and ``why``."""

    id: str
    name: str
    target: str
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Whom to ask this week, each adding most to those before, and whom later, most first.

    ``week`` and ``month`` count what was asked in the last seven and thirty days, ``room`` what
    may still be asked. ``unreached`` are the targets to which nobody I know leads, ``refused`` by
    name and target those who said no for a target: they are proposed for others alone.
    """

    today: date
    proposals: tuple[Proposal, ...]
    later: tuple[Postponed, ...]
    week: int
    month: int
    room: int
    unreached: tuple[str, ...]
    refused: tuple[Refused, ...] = ()


def plan(at: Positions, book: Logbook, limits: Limits, today: date) -> Plan:
    """The few people to ask in the week of ``today``, within ``limits``.

    Greedy over what each adds to the reach of all targets (see `portfolio`). Nobody with an open
    ask, asked within the pause or as often as the year allows; nobody beyond the week, the month
    and the circle; nobody for a target for which they said no. Who is left out of the graph is
    never proposed. Empty without targets.
    """
    asked = [one for one in book.entries if one.did is Did.ASKED]
    week = sum(today - WEEK < one.on <= today for one in asked)
    lately = [one.person for one in asked if today - MONTH < one.on <= today]
    room = max(0, min(limits.week - week, limits.month - len(lately))) if limits.person else 0
    resting = _resting(book, limits, today)
    refused = _refused(at.graph, book)
    closed = frozenset((one.id, one.target) for one in refused)
    circles = at.circles.of
    used = Counter(circles[one] for one in lately if one in circles)
    left = {place: limits.circle - used[place] for place in range(len(at.circles.circles))}
    picks = portfolio(at, room, Within(frozenset(resting), circles, left, closed))
    everybody = portfolio(at, len(picks) + LATER + len(resting), Within(closed=closed))
    told = {name for one in everybody for name in one.targets} | {name for _, name in closed}
    full = _full(picks, circles, left)
    forbidden = not min(limits.week, limits.month, limits.person)
    return Plan(
        today,
        tuple(_proposal(at, pick) for pick in picks),
        _later(at, (picks, everybody), resting, full, "nobody" if forbidden else "week"),
        week,
        len(lately),
        room,
        tuple(m.target.name for m in at.graph.targets if m.target.name not in told),
        refused,
    )


def _refused(graph: ContactGraph, book: Logbook) -> tuple[Refused, ...]:
    """Who said no for which of the targets, each once, by name and target."""
    found: dict[tuple[str, str], Refused] = {}
    for one in book.refusals:
        if one.person not in graph.index:
            continue
        why = texts("plan")["refused"].format(day=day(one.on))
        for target in _targets_meant(graph, one.employer):
            name = graph.person(one.person).name
            found[one.person, target] = Refused(one.person, name, target, why)
    return tuple(sorted(found.values(), key=lambda one: (one.name, one.target, one.id)))


def _targets_meant(graph: ContactGraph, employer: str) -> tuple[str, ...]:
    """The targets that an employer in the log is, or belongs to."""
    try:
        name, ids = find_employers(graph, employer)
    except NotFoundError:
        return ()
    return tuple(
        match.target.name
        for match in graph.targets
        if match.target.name == name or {one for one, _ in match.employers} & set(ids)
    )


def _resting(book: Logbook, limits: Limits, today: date) -> dict[str, str]:
    """Person id to why they are not to be asked now."""
    words = texts("plan")
    found: dict[str, str] = {}
    for person, lines in book.by_person.items():
        asks = [one for one in lines if one.did is Did.ASKED]
        if not person or not asks:
            continue
        open_ask, last = book.open_ask(person), asks[-1].on
        again = last + timedelta(limits.pause)
        if open_ask:
            found[person] = words["open"].format(day=day(open_ask.entry.on))
        elif again > today:
            found[person] = words["lately"].format(day=day(last), again=day(again))
        elif sum(today - YEAR < one.on for one in asks) >= limits.person:
            found[person] = words["once" if len(asks) == 1 else "often"].format(times=len(asks))
    return found


def _full(
    picks: tuple[Pick, ...], circles: Mapping[str, int], left: Mapping[int, int]
) -> frozenset[int]:
    """The circles of which nobody more may be asked."""
    now = Counter(circles[one.id] for one in picks if one.id in circles)
    return frozenset(place for place, room in left.items() if now[place] >= room)


def _proposal(at: Positions, pick: Pick) -> Proposal:
    graph = at.graph
    tie = graph.tie(graph.me, pick.id)
    circle = at.circles.of.get(pick.id)
    return Proposal(
        id=pick.id,
        name=pick.name,
        targets=pick.targets,
        circle="" if circle is None else at.circles.circles[circle].name,
        tie=band(tie.strength if tie else None),
        why=tuple(one.text for one in resting_on(tie)) if tie else (),
        reconnect=reconnecting(tie, graph.as_of.date()),
    )


def _later(
    at: Positions,
    found: tuple[tuple[Pick, ...], tuple[Pick, ...]],
    resting: Mapping[str, str],
    full: frozenset[int],
    waiting: str,
) -> tuple[Postponed, ...]:
    """Of those ``found``, picked and all, who is not picked, with the reason.

    ``waiting`` is the reason, by its name, where there is no other.
    """
    picks, everybody = found
    words, taken = texts("plan"), {one.id for one in picks}
    left = []
    for one in everybody:
        if one.id in taken:
            continue
        circle = at.circles.of.get(one.id)
        why = (
            resting.get(one.id)
            or words["circle" if circle in full and waiting == "week" else waiting]
        )
        left.append(Postponed(one.id, one.name, one.targets, why))
    return tuple(left[:LATER])
