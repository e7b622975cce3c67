"""The entries of an iCalendar file, each on its own: a broken one never costs its neighbours.

Only what tells who met whom and when is held; titles, descriptions and alarms are passed over.
Source: RFC 5545; X-WR-CALNAME and X-WR-TIMEZONE as Google and Apple write them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import IO

from netgraph.importers._text.charsets import decode_text
from netgraph.importers._text.contentlines import (
    UNTERMINATED,
    Property,
    logical_lines,
    parse,
    unescape,
)

_NAMES = """
BEGIN END METHOD X-WR-CALNAME X-WR-TIMEZONE UID DTSTART DTSTAMP CREATED LAST-MODIFIED RRULE RDATE
EXDATE RECURRENCE-ID SEQUENCE STATUS ORGANIZER ATTENDEE TZID TZOFFSETFROM TZOFFSETTO TZNAME
"""
_WANTED = frozenset(name.encode() for name in _NAMES.split())
_ENTRIES = ("VEVENT", "VTODO", "VJOURNAL")


@dataclass(slots=True)
class Entry:
    """One VEVENT, VTODO or VJOURNAL; ``number`` counts from 1 over the whole file."""

    number: int
    component: str
    calendar: Calendar
    properties: list[Property] = field(default_factory=list)

    def all(self, *names: str) -> list[Property]:
        """The properties called any of ``names``, in file order."""
        return [line for line in self.properties if line.name in names]

    def first(self, name: str) -> Property | None:
        """The first property of that name, or None."""
        return next(iter(self.all(name)), None)

    def value(self, name: str) -> str:
        """The first value of ``name``, stripped, or ""."""
        line = self.first(name)
        return unescape(line.value).strip() if line else ""

    @property
    def is_cancelled(self) -> bool:
        """Whether the meeting did not take place, by its status or the calendar's method."""
        return "CANCELLED" in self.value("STATUS").upper() or self.calendar.method == "CANCEL"

    @property
    def changes(self) -> bool:
        """Whether the entry stands for one changed meeting of a series."""
        return bool(self.all("RECURRENCE-ID"))

    @property
    def needs(self) -> tuple[str, ...]:
        """The times without which nothing can be said of the entry."""
        return ("DTSTART", "RECURRENCE-ID") if self.changes else ("DTSTART",)

    @property
    def sequence(self) -> int:
        """The number of the revision [>= 0]."""
        value = self.value("SEQUENCE")[:9]
        return int(value) if value.isdecimal() else 0


@dataclass(slots=True)
class Calendar:
    """What one VCALENDAR says about all its entries; ``name`` is often the owner's address."""

    name: str = ""
    time_zone: str = ""
    method: str = ""


@dataclass(slots=True)
class CalendarFile:
    """The entries of a file in file order, and the text of its VTIMEZONEs by TZID."""

    entries: list[Entry] = field(default_factory=list)
    zones: dict[str, str] = field(default_factory=dict)


def read_entries(stream: IO[bytes]) -> CalendarFile:
    """Every entry of every calendar of a file; text outside of them is passed over.

    An entry without END ends where the next begins. When the file breaks off, the last entry is
    what was read of it up to its last whole line.
    """
    reader = _Reader()
    for line in logical_lines(stream, _WANTED):
        if line is not UNTERMINATED:
            reader.take(line)
    return reader.result


class _Reader:
    def __init__(self) -> None:
        self.result = CalendarFile()
        self.calendar = Calendar()
        self.nest: list[str] = []
        self.zone: list[str] = []

    def take(self, line: bytes) -> None:
        name, _, value = line[:80].partition(b":")
        verb = name.strip().upper()
        if verb == b"BEGIN":
            self._begin(decode_text(value).strip().upper())
        elif verb == b"END":
            self._end(decode_text(value).strip().upper())
        elif "VTIMEZONE" in self.nest:
            self.zone.append(decode_text(line))
        elif self.nest and self.nest[-1] in _ENTRIES:
            self.result.entries[-1].properties.append(parse(line))
        elif self.nest == ["VCALENDAR"]:
            self._describe(parse(line))

    def _begin(self, component: str) -> None:
        if component == "VCALENDAR":
            self.calendar = Calendar()
            self.nest = []
        elif component in _ENTRIES:
            self.nest = ["VCALENDAR"]
            number = len(self.result.entries) + 1
            self.result.entries.append(Entry(number, component, self.calendar))
        elif component == "VTIMEZONE":
            self.nest = ["VCALENDAR"]
            self.zone = []
        self.nest.append(component)
        if "VTIMEZONE" in self.nest:
            self.zone.append(f"BEGIN:{component}")

    def _end(self, component: str) -> None:
        if component not in self.nest:
            return
        if "VTIMEZONE" in self.nest:
            self.zone.append(f"END:{component}")
        while self.nest.pop() != component:
            pass
        if component == "VTIMEZONE":
            lines = [line for line in self.zone if line.upper().startswith("TZID")]
            tzid = unescape(lines[0].partition(":")[2]).strip() if lines else ""
            self.result.zones.setdefault(tzid, "\r\n".join(self.zone) + "\r\n")

    def _describe(self, line: Property) -> None:
        value = unescape(line.value).strip()
        if line.name == "X-WR-CALNAME":
            self.calendar.name = value
        elif line.name == "X-WR-TIMEZONE":
            self.calendar.time_zone = value
        elif line.name == "METHOD":
            self.calendar.method = value.upper()
