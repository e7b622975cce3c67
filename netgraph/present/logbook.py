"""The log in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.model import Did, LogEntry, Outcome
from netgraph.outreach.logbook import deserves_thanks
from netgraph.present.plain import plain
from netgraph.present.terminal import day, heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]

DONE = {
    Did.ASKED: "asked them",
    Did.MET: "met",
    Did.CALLED: "called",
    Did.WROTE: "wrote",
    Did.INTRODUCED: "they introduced you",
    Did.THANKED: "thanked them",
    Did.ANSWERED: "they answered",
    Did.GAVE: "did something for them",
}
CAME = {
    Outcome.YES: "yes",
    Outcome.NO: "no",
    Outcome.LATER: "later",
    Outcome.NONE: "no answer",
}


def log_shape(one: LogEntry) -> Shape:
    """One line of ``netgraph log``."""
    return {
        "number": one.number,
        "id": one.person or None,
        "name": one.name,
        "did": str(one.did),
        "on": one.on.isoformat(),
        "for": one.employer or None,
        "outcome": str(one.outcome) if one.outcome else None,
        "note": one.note,
        "next": one.next.isoformat() if one.next else None,
        "logged": one.logged.isoformat(),
        "undone": one.undone,
    }


def what_was_done(one: LogEntry) -> str:
    """As in "asked them", and "no answer" where that is all a line says."""
    if one.did is Did.ANSWERED and one.outcome is Outcome.NONE:
        return CAME[Outcome.NONE]
    return DONE[one.did]


def tell_log(entries: Sequence[LogEntry], more: int = 0) -> Iterator[RenderableType]:
    """The lines of the log, and how to take one back; ``more`` were not shown."""
    yield heading("What you noted")
    if not entries:
        yield line('Nothing yet. To begin: netgraph log "NAME" --did asked --for "EMPLOYER"')
        return
    rows = table(
        "No.", "Day", "Who", "What", "About", "Outcome", "Note", "Next step", numbers=("No.",)
    )
    for one in entries:
        came = CAME[one.outcome] if one.outcome else ""
        what = f"{what_was_done(one)} (taken back)" if one.undone else what_was_done(one)
        rows.add_row(
            str(one.number), day(one.on), plain(one.name), what, plain(one.employer),
            "" if what == came else came, plain(one.note), day(one.next),
        )  # fmt: skip
    yield rows
    if more:
        yield line(f"{more:,} older lines; all of them: --limit {len(entries) + more}")
    yield line("To take a line back: netgraph log --undo NO.   What is due: netgraph due")


def tell_noted(one: LogEntry) -> Iterator[str]:
    """That a line was written, and what follows from it."""
    about = f" about {plain(one.employer)}" if one.employer else ""
    came = f", {CAME[one.outcome]}" if one.outcome and one.outcome is not Outcome.NONE else ""
    name = plain(one.name)
    yield f"Noted as line {one.number}: {name}, {what_was_done(one)}{about} on {day(one.on)}{came}."
    if deserves_thanks(one):
        yield "Say thank you within a day, whatever the news, and note it:"
        yield f'  netgraph log "{name}" --did thanked'
    if one.next:
        yield f"The next step is due on {day(one.next)}: netgraph due"
    yield f"To take it back: netgraph log --undo {one.number}"
