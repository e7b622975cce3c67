"""iCalendar files (.ics): who met whom and when, from Google, Outlook, Apple and others.

A series counts once per meeting, up to the time of the export as far as the file tells it (its
latest DTSTAMP; no clock is asked), and with its last 200 meetings at most. Cancelled meetings,
people who declined or only get a copy, rooms, equipment and groups are left out. Everybody at a
meeting of more than 25 people is kept, and so is the meeting, but it ties nobody to anybody, which
the report says. Source: RFC 5545.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from netgraph.importers import Document, Importer
from netgraph.importers._calendars.entries import Entry, read_entries
from netgraph.importers._calendars.people import Guest, guests, is_address
from netgraph.importers._calendars.times import BROKEN, Clock, expand, horizon, repeats
from netgraph.importers._guests.events import CROWD, MANY
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._text.contentlines import first_word
from netgraph.model import (
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

_NAME = "icalendar"
#: Meetings kept of one series: the last ones; a closer tie would not show by more.
MAX_OCCURRENCES = 200
#: An all-day event with more people than this is a holiday or a conference, not a meeting.
SMALL_GROUP = 5
_STARTS = tuple(
    b"BEGIN:" + name for name in (b"VCALENDAR", b"VEVENT", b"VTODO", b"VJOURNAL", b"VFREEBUSY")
)


def recognises(document: Document) -> bool:
    """Whether the first words begin a calendar, or an entry saved without one."""
    return first_word(document.head).startswith(_STARTS)


def read(document: Document) -> Iterator[Record]:
    """An interaction per meeting, and a card per person met, in order of each series' first entry.

    Places are "event N", counted from 1 over all calendars of the file; a changed meeting of a
    series is placed at its own entry. A calendar named by an address gives the owner's card.
    """
    with document.open() as stream:
        file = read_entries(stream)
    clock = Clock(file.zones)
    reading = _Reading(document, clock, horizon(file, clock))
    series: dict[str, list[Entry]] = {}
    for entry in file.entries:
        series.setdefault(entry.value("UID") or f"\n{entry.number}", []).append(entry)
    for entries in series.values():
        yield from reading.owner(entries[0])
        yield from reading.series(entries)
    if not file.entries:
        yield Reject(document.origin(_NAME, "event 1"), "holds no events", RejectKind.LEFT_OUT)


IMPORTER = Importer(
    name=_NAME,
    title="Calendar (iCalendar)",
    how_to_export="Google: on calendar.google.com choose Settings > Import & export > Export; it "
    "gives a zip; or Apple: in Calendar choose a calendar, then File > Export; or Outlook: in the "
    "classic program open Calendar, then File > Save Calendar; it gives an .ics file",
    unit="events",
    recognises=recognises,
    read=read,
)


@dataclass(slots=True)
class _Reading:
    """The state of reading one file: which meetings (by key) and cards it has already given."""

    document: Document
    clock: Clock
    until: datetime
    given: set[str] = field(default_factory=set)
    carded: set[tuple[Identifier, str, bool]] = field(default_factory=set)

    def owner(self, entry: Entry) -> Iterator[Record]:
        """The card of the calendar's owner, once, when the calendar is called by an address."""
        address = entry.calendar.name
        if is_address(address):
            identifier = Identifier(IdentifierKind.EMAIL, address)
            yield from self._card(entry, Guest(identifier, "", declined=False), is_owner=True)

    def series(self, entries: Sequence[Entry]) -> Iterator[Record]:
        """Everything under one UID: a meeting or a series, and its changed meetings."""
        events = []
        for entry in entries:
            if entry.component != "VEVENT":
                yield from self._cards(entry, *_who(entry))
                yield self._left_out(entry, "a task or note, not a meeting")
            elif any(self.clock.moment(entry, name) is None for name in entry.needs):
                yield from self._undated(entry)
            else:
                events.append(entry)
        events.sort(key=lambda entry: (entry.sequence, entry.number))
        newest = {self._planned(entry) if entry.changes else None: entry for entry in events}
        times: dict[int, list[tuple[datetime, datetime]]] = {}
        master = newest.pop(None, None)
        try:
            times = self._times(master, list(newest.values()))
        except BROKEN:
            times = {e.number: [(self._start(e), self._planned(e))] for e in events}
            if master:
                reason = "the repetition cannot be read; only the first meeting was counted"
                yield Reject(self._origin(master), reason)
        latest = {entry.number for entry in (master, *newest.values()) if entry}
        for entry in sorted(events, key=lambda entry: entry.number):
            if entry.is_cancelled:
                yield self._left_out(entry, "cancelled")
            elif entry.number not in latest:
                yield self._left_out(entry, "replaced by a later version of the event")
            elif not times.get(entry.number):
                yield self._left_out(entry, "nothing of it took place up to the export")
            else:
                yield from self._meetings(entry, times[entry.number])

    def _times(
        self, master: Entry | None, overrides: Sequence[Entry]
    ) -> dict[int, list[tuple[datetime, datetime]]]:
        """When the meetings of each entry began and were first planned, by the entry's number."""
        times: dict[int, list[tuple[datetime, datetime]]] = {}
        if master and repeats(master) and not master.is_cancelled:
            until = max(self.until, self._start(master))
            for start, planned, number in expand(master, overrides, self.clock, until):
                times.setdefault(number, []).append((start, planned))
            return times
        for entry in overrides:
            times[entry.number] = [(self._start(entry), self._planned(entry))]
        if master and self._start(master) not in {self._planned(entry) for entry in overrides}:
            times[master.number] = [(self._start(master), self._start(master))]
        return times

    def _meetings(
        self, entry: Entry, times: Sequence[tuple[datetime, datetime]]
    ) -> Iterator[Record]:
        organiser, others = _who(entry)
        if not others:
            # Who calls a meeting under a full name, or with an address, is somebody, whoever came.
            yield from self._cards(entry, organiser if _is_somebody(organiser) else None, ())
            yield self._left_out(entry, "no attendees")
            return
        yield from self._cards(entry, organiser, others)
        if len(others) > SMALL_GROUP and not isinstance(
            self.clock.moment(entry, "DTSTART"), datetime
        ):
            yield self._left_out(entry, "a day with many people, not a meeting")
            return
        if len(times) > MAX_OCCURRENCES:
            reason = f"only the last {MAX_OCCURRENCES} of {len(times)} meetings were kept"
            yield self._left_out(entry, reason)
        for start, planned in times[-MAX_OCCURRENCES:]:
            yield from self._meeting(entry, start, planned.isoformat(), (organiser, others))
        if len(others) > CROWD:
            yield self._left_out(entry, MANY)

    def _undated(self, entry: Entry) -> Iterator[Record]:
        """An event whose time cannot be read still tells who met whom, if it names anybody."""
        organiser, others = _who(entry)
        if entry.is_cancelled:
            yield self._left_out(entry, "cancelled")
            return
        if not others:
            yield from self._meetings(entry, ())
            return
        yield from self._cards(entry, organiser, others)
        changed = entry.value("RECURRENCE-ID")
        yield from self._meeting(entry, None, f"without time {changed}", (organiser, others))
        if len(others) > CROWD:
            yield self._left_out(entry, MANY)
        yield Reject(self._origin(entry), "the event has no readable start")

    def _meeting(
        self,
        entry: Entry,
        start: datetime | None,
        planned: str,
        who: tuple[Guest | None, Sequence[Guest]],
    ) -> Iterator[Interaction]:
        organiser, others = who
        sender = organiser.identifier if organiser else None
        participants = tuple(person.identifier for person in others)
        uid = entry.value("UID") or hash_of(sender, *participants)
        key = hash_of("meeting", uid, planned)
        if key not in self.given:
            self.given.add(key)
            kind, origin = InteractionKind.MEETING, self._origin(entry)
            yield Interaction(key, origin, kind, start, sender, participants, len(others))

    def _cards(
        self, entry: Entry, organiser: Guest | None, others: Sequence[Guest]
    ) -> Iterator[Card]:
        for person in (organiser, *others):
            if person:
                yield from self._card(entry, person)

    def _card(self, entry: Entry, person: Guest, *, is_owner: bool = False) -> Iterator[Card]:
        if (person.identifier, person.name, is_owner) in self.carded:
            return
        self.carded.add((person.identifier, person.name, is_owner))
        names = (person.name,) if person.name else ()
        identifiers = (person.identifier,)
        origin = self._origin(entry)
        yield seal(Card("", "", origin, names, identifiers, is_owner=is_owner))

    def _origin(self, entry: Entry) -> Origin:
        return self.document.origin(_NAME, f"event {entry.number}")

    def _left_out(self, entry: Entry, reason: str) -> Reject:
        return Reject(self._origin(entry), reason, RejectKind.LEFT_OUT)

    def _start(self, entry: Entry) -> datetime:
        return self.clock.utc(self.clock.moment(entry, "DTSTART") or self.until)

    def _planned(self, entry: Entry) -> datetime:
        """When the meeting was first planned; its start, unless it is a changed one."""
        moment = self.clock.moment(entry, "RECURRENCE-ID")
        return self.clock.utc(moment) if moment else self._start(entry)


def _who(entry: Entry) -> tuple[Guest | None, list[Guest]]:
    """Who called the event together, if they came, and everybody else who did not stay away."""
    people = {_fold(p.identifier): p for line in entry.all("ATTENDEE") for p in guests(line)}
    organiser = next((p for line in entry.all("ORGANIZER") for p in guests(line)), None)
    if organiser:
        invited = people.pop(_fold(organiser.identifier), None)
        organiser = None if invited and invited.declined else organiser
    return organiser, [person for person in people.values() if not person.declined]


def _is_somebody(person: Guest | None) -> bool:
    """Whether somebody is called as people are, or has an address and no other name.

    "Register for Yoga Classes" is a desk.
    """
    if person is None:
        return False
    is_address = person.identifier.kind is IdentifierKind.EMAIL and not person.name
    return is_address or len(person.name.split()) in {2, 3}


def _fold(identifier: Identifier) -> str:
    return identifier.value.casefold()
