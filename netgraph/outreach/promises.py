"""The state of things: what became of thanks and requests, beside what is planned and due."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netgraph.analyse.reach import Reach
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Did, LogEntry, Outcome
from netgraph.outreach.logbook import Logbook, deserves_thanks, is_after
from netgraph.outreach.plan import Plan
from netgraph.outreach.reminders import THANK, Reminder

#: What was kept and missed is told of so many days, what is due for so many to come.
BACK, AHEAD = timedelta(90), timedelta(30)


@dataclass(frozen=True, slots=True)
class Promises:
    """Counts since a day: help that was thanked for in time, late, or not yet though it is due.

    ``asked`` requests were made; of these ``yes``, ``no`` and ``unanswered`` are settled, ``open``
    are not. ``gave`` counts what was done for others.
    """

    thanked: int
    late: int
    owed: int
    asked: int
    yes: int
    no: int
    unanswered: int
    open: int
    gave: int


@dataclass(frozen=True, slots=True)
class State:
    """What a plan tells: the reach of targets, a month's people, what is due, and what was kept.

    ``due`` is ordered by day and ends after `AHEAD`, ``kept`` counts since `BACK`.
    """

    graph: ContactGraph
    reach: tuple[Reach, ...]
    month: Plan
    due: tuple[Reminder, ...]
    kept: Promises


def promises(book: Logbook, since: date, today: date) -> Promises:
    """What was kept and missed from ``since`` to ``today``, both included."""
    lines = [one for one in book.entries if since <= one.on <= today]
    waits = [_wait(book, one) for one in lines if deserves_thanks(one)]
    dues = [one for one in lines if deserves_thanks(one) and one.on + timedelta(THANK) < today]
    asks = [ask for ask in book.asks if since <= ask.entry.on <= today]
    came = [ask.outcome for ask in asks]
    return Promises(
        thanked=sum(wait is not None and wait <= THANK for wait in waits),
        late=sum(wait is not None and wait > THANK for wait in waits),
        owed=sum(_wait(book, one) is None for one in dues),
        asked=len(asks),
        yes=came.count(Outcome.YES),
        no=came.count(Outcome.NO),
        unanswered=came.count(Outcome.NONE),
        open=sum(ask.is_open for ask in asks),
        gave=sum(one.did is Did.GAVE for one in lines),
    )


def _wait(book: Logbook, helped: LogEntry) -> int | None:
    """Days until the next thanks after a line, None while there are none."""
    for one in book.entries:
        same = one.person == helped.person and (one.person or one.name == helped.name)
        if same and one.did is Did.THANKED and is_after(one, helped):
            return (one.on - helped.on).days
    return None
