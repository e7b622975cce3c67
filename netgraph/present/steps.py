"""From what is mine (`netgraph.outreach.mywork`) to what the page shows of it in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from netgraph.analyse.paths import Path, Paths
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import day
from netgraph.model import LogEntry
from netgraph.outreach.asks import before_writing, questions_for
from netgraph.outreach.messages import Channel, Kind, Tone, first_message
from netgraph.outreach.mywork import MyWork
from netgraph.outreach.plan import Plan
from netgraph.outreach.reminders import Reminder
from netgraph.outreach.standpoints import Standpoint, Standpoints
from netgraph.present.letters import Letter, write_letter
from netgraph.present.logbook import CAME, what_was_done
from netgraph.present.plans import asked_lately, nobody_left
from netgraph.present.reminders import TITLES
from netgraph.present.steptypes import (
    ApproachView,
    DraftView,
    DueView,
    LaterView,
    LineView,
    ProposalView,
    StepsView,
    WeekView,
)
from netgraph.present.viewtypes import ViewModel

#: Ways to a target that come with questions and a draft: as many as the page shows at first.
WITH_DRAFT = 5
#: What is due within so long is shown for this week.
AHEAD = timedelta(7)
_ASKS_NOTHING = "This asks for nothing. When you are in touch again, note it with netgraph log."


def with_steps(
    view: ViewModel, graph: ContactGraph, mine: MyWork, found: Mapping[str, Paths]
) -> ViewModel:
    """``view`` with my own next steps; ``found`` are the paths to each target of ``graph``."""
    ids = {target.name: target.id for target in view.targets}
    approaches, of_way = _approaches(view, graph, mine, found)
    today = graph.as_of.date()
    steps = StepsView(
        approaches=approaches,
        of_way=of_way,
        log=tuple(_line(one) for one in reversed(mine.log.entries) if one.person in graph.index),
        due=tuple(map(_due, mine.due)),
        soon=sum(one.day <= today + AHEAD for one in mine.due),
        week=_week(mine.week, ids, targets=bool(graph.targets)),
    )
    return replace(view, steps=steps)


def _approaches(
    view: ViewModel, graph: ContactGraph, mine: MyWork, found: Mapping[str, Paths]
) -> tuple[tuple[ApproachView, ...], tuple[int, ...]]:
    """Ways that begin alike share one."""
    at = Standpoints(graph, mine.log, found)
    names = {target.id: target.name for target in view.targets}
    matches = {match.target.name: match for match in graph.targets}
    places: dict[ApproachView, int] = {}
    of_way = []
    for way in view.ways:
        match = matches.get(names[way.target])
        if match is None or way.rank > WITH_DRAFT or len(way.people) < 2:
            of_way.append(-1)
            continue
        path = _path(found[match.target.name].paths, way.rank)
        made = _approach(graph, at.on(path, match), mine)
        of_way.append(places.setdefault(made, len(places)))
    return tuple(places), tuple(of_way)


def _path(paths: Iterable[Path], rank: int) -> Path:
    return next(path for path in paths if path.rank == rank)


def _approach(graph: ContactGraph, at: Standpoint, mine: MyWork) -> ApproachView:
    asked = questions_for(at, mine.me)
    made = first_message(graph, at, mine.me, Channel.EMAIL, Tone.PLAIN, ask_now=False)
    letter = write_letter(made, mine.letters)
    notes = before_writing(at, mine.log)
    if made.kind is Kind.RECONNECT:
        notes = (*notes, _ASKS_NOTHING)
    return ApproachView(
        at.person.id,
        tuple((one.topic, one.text) for one in asked.questions),
        asked.notes,
        DraftView(tuple(_parts(letter)), letter.blanks, notes),
    )


def _parts(letter: Letter) -> Iterable[tuple[str, str]]:
    if letter.subject:
        yield "Subject", letter.subject
    yield "Message", letter.text.removeprefix(f"Subject: {letter.subject}\n").strip()
    if letter.forward:
        yield "For them to pass on", letter.forward
    if letter.phone and letter.message.phone_on:
        yield f"When you phone, on {day(letter.message.phone_on)}", letter.phone


def _line(one: LogEntry) -> LineView:
    what = what_was_done(one)
    came = CAME[one.outcome] if one.outcome else ""
    return LineView(
        one.person,
        one.on.isoformat(),
        what,
        one.employer,
        "" if came == what else came,
        one.note,
        one.next.isoformat() if one.next else "",
    )


def _due(one: Reminder) -> DueView:
    return DueView(
        one.person,
        one.name,
        TITLES[one.kind],
        one.day.isoformat(),
        one.why,
        one.employer,
        one.note,
    )


def _week(found: Plan, ids: Mapping[str, str], *, targets: bool) -> WeekView:
    def known(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(ids[name] for name in names if name in ids)

    return WeekView(
        of=found.today.isoformat(),
        asked=asked_lately(found),
        nobody="" if found.proposals or not targets else nobody_left(found),
        ask=tuple(
            ProposalView(one.id, known(one.targets), one.why, one.reconnect)
            for one in found.proposals
        ),
        later=tuple(LaterView(one.id, known(one.targets), one.why) for one in found.later),
        unreached=known(found.unreached),
    )
