"""Times, time zones and repetitions of calendar entries.

Zones are looked up in the IANA database, also by their Windows names; what it does not know is
taken from the file's own VTIMEZONE; what nobody knows is read in the calendar's own zone.
Repetitions are expanded by ``recurring_ical_events`` (RFC 5545, section 3.8.5).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from netgraph.importers._calendars.entries import CalendarFile, Entry
from netgraph.importers._text.contentlines import Property, unescape

if TYPE_CHECKING:
    from icalendar import Component

FIRST_YEAR = 1970
#: What the calendar libraries raise on broken input.
BROKEN = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, AssertionError)

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?", re.ASCII)
_NAMED_OFFSET = re.compile(r"(?:UTC|GMT)\s?([+-])(\d{1,2}):?([0-5]\d)?(?!\d)")
#: As Lotus Notes, Evolution and old Apple programs call zones.
_OTHER_NAMES = {
    "Western/Central Europe": "Europe/Berlin",
    "Central European": "Europe/Berlin",
    "Eastern": "America/New_York",
    "Central": "America/Chicago",
    "Mountain": "America/Denver",
    "Pacific": "America/Los_Angeles",
}
#: Rules that nobody means and that would be searched for hours, to the year 9999 or for ever.
_ENDLESS = re.compile(
    r"FREQ=(?:SECONDLY|MINUTELY|HOURLY)"
    r"|BY(?:SECOND|MINUTE|HOUR)=[^;]*,"
    r"|INTERVAL=(?!0*[1-9])"
    r"|(?=.*FREQ=(?:DAILY|WEEKLY)).*BY(?:MONTHDAY|YEARDAY|WEEKNO|SETPOS|EASTER)="
    r"|BYMONTH=(?!(?:1[0-2]|[1-9])(?:[,;]|$))"
)

#: Letters of a series' rules, and dates added to it or taken from it one by one.
LONGEST_RULE, MOST_DATES = 1_000, 2_000

Moment = date | datetime


@dataclass(slots=True)
class Clock:
    """Reads the times of one file; ``zones`` are its VTIMEZONEs by TZID."""

    zones: dict[str, str]
    known: dict[str, tzinfo | None] = field(default_factory=dict)

    def moments(self, line: Property, entry: Entry) -> list[Moment]:
        """The readable times of ``line``; of a period its start; all-day ones are dates."""
        zone, colon, times = line.value.rpartition(":")
        if colon and "TZID" in line.params:
            # "TZID=(UTC-05:00) Eastern" without quotes is cut at its own colon.
            line = line._replace(params={"TZID": f"{line.params['TZID']}:{zone}"})
        read = (self._moment(part, line, entry) for part in times.split(","))
        return [moment for moment in read if moment is not None]

    def moment(self, entry: Entry, name: str) -> Moment | None:
        """The time of the entry's property ``name``, None when missing or unreadable."""
        line = entry.first(name)
        return next(iter(self.moments(line, entry)), None) if line else None

    def utc(self, moment: Moment) -> datetime:
        """``moment`` in UTC; a whole day starts at midnight UTC."""
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time(), UTC)
        try:
            return moment.astimezone(UTC)
        except BROKEN:
            return moment.replace(tzinfo=UTC)

    def zone(self, name: str) -> tzinfo | None:
        """The time zone called ``name``, None when nobody knows it."""
        if name not in self.known:
            own = self.zones.get(name, "")
            self.known[name] = _iana(name) or _own(own) or _offset_in(name)
        return self.known[name]

    def _moment(self, text: str, line: Property, entry: Entry) -> Moment | None:
        found = _TIME.match(text.strip().upper())
        if not found:
            return None
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
        try:
            if year < FIRST_YEAR:
                return None
            if found[4] is None:
                return date(year, month, day)
            zone = self.zone(entry.calendar.time_zone) or UTC
            if not found[7]:
                zone = self.zone(line.params.get("TZID", "")) or zone
            clock = UTC if found[7] else zone
            moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=clock)
            # Google writes series in UTC that repeat by the calendar's own clock.
            return moment.astimezone(zone)
        except BROKEN:
            return None


def horizon(file: CalendarFile, clock: Clock) -> datetime:
    """The latest moment the file is known to speak of, standing in for the time of its export.

    That is the latest DTSTAMP, LAST-MODIFIED or CREATED, else the latest DTSTART: repetitions
    after it are plans, not meetings.
    """
    for names in (("DTSTAMP", "LAST-MODIFIED", "CREATED"), ("DTSTART",)):
        moments = [
            clock.utc(moment)
            for entry in file.entries
            for name in names
            if (moment := clock.moment(entry, name)) is not None
        ]
        if moments:
            return max(moments)
    return datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)


def repeats(entry: Entry) -> bool:
    """Whether the entry stands for several meetings."""
    return bool(entry.all("RRULE", "RDATE"))


def expand(
    master: Entry, overrides: Sequence[Entry], clock: Clock, until: datetime
) -> list[tuple[datetime, datetime, int]]:
    """The meetings of a series: (start, start as first planned, number of the entry it is from).

    In time order; none starts after ``until``. Raises one of `BROKEN` when the rule cannot be read.
    """
    import icalendar
    import recurring_ical_events

    calendar = icalendar.Calendar()
    for entry in (master, *overrides):
        event = _component(entry, clock, own_rule=entry is master)
        if event is not None:
            calendar.add_component(event)
    start = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)
    # Between takes in the end only for moments without length, so a second is added.
    found = recurring_ical_events.of(calendar).between(start, until + timedelta(seconds=1))
    meetings = []
    for event in found:
        planned = event["RECURRENCE-ID"]
        follows = planned.params.get("RANGE") == "THISANDFUTURE"
        begins = clock.utc(event["DTSTART"].dt)
        first = begins if follows else clock.utc(planned.dt)
        meetings.append((begins, first, int(event["X-NUMBER"])))
    return sorted(meetings)


def _component(entry: Entry, clock: Clock, *, own_rule: bool) -> Component | None:
    import icalendar

    event = icalendar.Event()
    start = clock.moment(entry, "DTSTART")
    if start is None:
        return None
    event.add("UID", "series")
    event.add("DTSTART", start)
    event.add("SEQUENCE", entry.sequence)
    event.add("X-NUMBER", str(entry.number))
    if own_rule:
        _add_rule(event, entry, clock)
    else:
        line = entry.all("RECURRENCE-ID")[0]
        planned = clock.moments(line, entry)[0]
        follows = line.params.get("RANGE", "").upper() == "THISANDFUTURE"
        parameters = {"RANGE": "THISANDFUTURE"} if follows else {}
        event.add("RECURRENCE-ID", planned, parameters=parameters)
    return event


def _add_rule(event: Component, entry: Entry, clock: Clock) -> None:
    """How the entry repeats; raises ValueError for what nobody means, which would take hours."""
    from icalendar import vRecur

    rules, dates = entry.all("RRULE"), entry.all("RDATE", "EXDATE")
    if sum(len(line.value) for line in rules) > LONGEST_RULE:
        msg = "a rule too long to be meant"
        raise ValueError(msg)
    if sum(line.value.count(",") + 1 for line in dates) > MOST_DATES:
        msg = "more single dates than anybody enters"
        raise ValueError(msg)
    for line in rules:
        if _ENDLESS.search("".join(unescape(line.value).upper().split())):
            msg = "a rule without a sensible end"
            raise ValueError(msg)
        event.add("RRULE", vRecur.from_ical(unescape(line.value)))
    for line in dates:
        for moment in clock.moments(line, entry):
            event.add(line.name, moment)


def _iana(name: str) -> tzinfo | None:
    """The zone by IANA or Windows name; a path before it (``/mozilla.org/…/``) is cut off."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    parts = name.strip().strip('"').split("/")
    candidates = [
        WINDOWS_TO_OLSON.get(name.strip(), ""),
        _OTHER_NAMES.get(name.strip(), ""),
        *("/".join(parts[-n:]) for n in (3, 2, 1)),
    ]
    for candidate in candidates:
        if candidate and (candidate in {"UTC", "GMT"} or "/" in candidate):
            try:
                return ZoneInfo(candidate)
            except (KeyError, ValueError, OSError):
                continue
    return None


def _offset_in(name: str) -> tzinfo | None:
    """The zone of a name such as "(UTC+05:30) Chennai" or "GMT-0300", without summer time."""
    found = _NAMED_OFFSET.search(name)
    if not found or int(found[2]) > 14:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    return timezone(timedelta(minutes=-minutes if found[1] == "-" else minutes))


def _own(text: str) -> tzinfo | None:
    """The zone that a VTIMEZONE describes, None when it is missing or broken."""
    if not text:
        return None
    from icalendar import Timezone

    try:
        described = Timezone.from_ical(text)
        zone = described.to_tz(lookup_tzid=False) if isinstance(described, Timezone) else None
        datetime(2020, 1, 1, tzinfo=zone).astimezone(UTC)
    except BROKEN:
        return None
    return zone if isinstance(zone, tzinfo) else None
