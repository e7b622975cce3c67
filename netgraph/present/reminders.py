"""What is due, in a terminal, as JSON, and as a calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import counted
from netgraph.outreach.reminders import Kind, Reminder
from netgraph.present.plain import plain
from netgraph.present.terminal import day, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]

TITLES = {
    Kind.THANK: "Say thank you",
    Kind.FOLLOW_UP: "Follow up",
    Kind.TELL: "Tell what came of it",
    Kind.PERMISSION: "Ask whether to stay in touch",
    Kind.KEEP: "Keep in touch",
}
#: How each kind is noted as done.
NOTED = {
    Kind.THANK: 'netgraph log "{name}" --did thanked',
    Kind.FOLLOW_UP: 'netgraph log "{name}" --did called',
    Kind.TELL: 'netgraph log "{name}" --did wrote',
    Kind.PERMISSION: 'netgraph keep "{name}" --every 90d (or --stop)',
    Kind.KEEP: 'netgraph log "{name}" --did wrote',
}


def reminder_shape(one: Reminder, today: date) -> Shape:
    """One row of ``netgraph due``; ``days_late`` is negative while there is time."""
    return {
        "due": one.day.isoformat(),
        "days_late": (today - one.day).days,
        "what": str(one.kind),
        "id": one.person or None,
        "name": one.name,
        "for": one.employer or None,
        "why": one.why,
        "note": one.note,
        "uid": one.uid,
    }


def tell_due(
    found: Sequence[Reminder], today: date, later: Sequence[Reminder] = ()
) -> Iterator[RenderableType]:
    """What is due, late first; ``later`` are not shown, only counted."""
    yield heading("Due", f"as of {day(today)}")
    if not found:
        yield line("Nothing.")
    for one in found:
        yield line("")
        about = f", about {plain(one.employer)}" if one.employer else ""
        yield heading(f"{TITLES[one.kind]}: {one.name}{about}", _when(one.day, today))
        yield line(one.why, indent=2)
        if one.kind is Kind.THANK and one.person:
            yield line(f'To write it: netgraph thank "{plain(one.name)}"', "dim", indent=2)
        if one.note:
            yield line(f"Your note: {one.note}", indent=2)
        yield line(
            f"When it is done: {NOTED[one.kind].format(name=plain(one.name))}", "dim", indent=2
        )
    if later:
        yield line("")
        yield line(f"{counted(len(later), 'more thing')} later, the next on {day(later[0].day)}.")


def _when(due: date, today: date) -> str:
    late = (today - due).days
    if late > 0:
        return f"since {day(due)}, {counted(late, 'day')} ago"
    return "today" if not late else f"on {day(due)}"


def calendar(found: Sequence[Reminder], as_of: datetime) -> bytes:
    """An iCalendar file (RFC 5545) with a day for each reminder; what is late stands on today.

    A ``UID`` stays while it is the same matter: importing a later file moves the day instead of
    adding another. ``as_of`` is the stamp of all.
    """
    from icalendar import Calendar, Event

    made = Calendar()
    made.add("prodid", "-//netgraph//due//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    for one in found:
        event = Event()
        first = max(one.day, as_of.date())
        about = f" ({plain(one.employer)})" if one.employer else ""
        event.add("uid", one.uid)
        event.add("dtstamp", as_of)
        event.add("sequence", as_of.toordinal())
        event.add("dtstart", first)
        event.add("dtend", first + timedelta(1))
        event.add("summary", f"{TITLES[one.kind]}: {plain(one.name)}{about}")
        event.add("description", "\n".join(filter(None, (one.why, plain(one.note)))))
        event.add("transp", "TRANSPARENT")
        event.add("class", "PRIVATE")
        made.add_component(event)
    return bytes(made.to_ical())
