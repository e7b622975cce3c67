"""What the page shows of my own next steps, as plain values; see `netgraph.present.stepsjson`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DraftView:
    """A first message: ``parts`` are (what it is, text), to be copied one by one.

    ``blanks`` are the places that only I can fill, ``notes`` what to mind before.
    """

    parts: tuple[tuple[str, str], ...]
    blanks: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApproachView:
    """How to begin with ``person``: ``asks`` are (topic, question), in the order of a talk."""

    person: str
    asks: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    draft: DraftView


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of the log on ``person``; ``on`` and ``next`` are ISO dates, "" for none."""

    person: str
    on: str
    what: str
    about: str
    outcome: str
    note: str
    next: str


@dataclass(frozen=True, slots=True)
class DueView:
    """One thing due on ``day`` (ISO date); ``person`` is "" for somebody in no file any more."""

    person: str
    name: str
    what: str
    day: str
    why: str
    about: str
    note: str


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Somebody to ask; ``targets`` are ids, ``first`` what comes before it, "" for nothing."""

    person: str
    targets: tuple[str, ...]
    why: tuple[str, ...]
    first: str


@dataclass(frozen=True, slots=True)
class LaterView:
    """Somebody left for later, and why."""

    person: str
    targets: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class WeekView:
    """The few people to ask, those left for later, and targets nobody leads to.

    ``asked`` says how many were asked lately; ``nobody`` why there is nobody, "" when there is.
    """

    of: str
    asked: str
    nobody: str
    ask: tuple[ProposalView, ...]
    later: tuple[LaterView, ...]
    unreached: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepsView:
    """Approaches, and for each way the position of its own, -1 for none.

    ``log`` is latest first; ``due`` is everything, by day, ``soon`` how many of it this week.
    """

    approaches: tuple[ApproachView, ...]
    of_way: tuple[int, ...]
    log: tuple[LineView, ...]
    due: tuple[DueView, ...]
    soon: int
    week: WeekView
