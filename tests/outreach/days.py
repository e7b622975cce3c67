"""Small logs for the tests of what follows from them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from netgraph.model import Did, LogEntry, Outcome, Rhythm
from netgraph.outreach.acquainted import Known
from netgraph.outreach.logbook import Logbook

START = date(2026, 3, 1)


def on(number: int) -> date:
    """So many days after `START`."""
    return START + timedelta(number)


def line(
    person: str, did: str, day: int, *, outcome: str = "", about: str = "", then: int | None = None
) -> LogEntry:
    """One line on a person, so many days after `START`; numbered by `log_of`."""
    return LogEntry(
        number=0,
        subjects=(f"s-{person}",),
        name=person.title(),
        did=Did(did),
        on=on(day),
        logged=datetime.combine(on(day), time(9), UTC),
        outcome=Outcome(outcome) if outcome else None,
        employer=about,
        next=None if then is None else on(then),
        person=person,
    )


def log_of(*lines: LogEntry, rhythms: tuple[Rhythm, ...] = ()) -> Logbook:
    """A log of ``lines``, by day, numbered as given."""
    from dataclasses import replace

    numbered = [replace(one, number=number) for number, one in enumerate(lines, 1)]
    return Logbook(tuple(sorted(numbered, key=lambda one: (one.on, one.number))), rhythms)


def every(person: str, days: int, day: int) -> Rhythm:
    """A word on how often to be in touch."""
    return Rhythm(person, days, datetime.combine(on(day), time(9), UTC), f"s-{person}")


KNOWN = {
    "ann": Known("Ann"),
    "bob": Known("Bob"),
    "cleo": Known("Cleo", close=True),
    "dan": Known("Dan", last=on(-400)),
}
