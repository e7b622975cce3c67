"""Outlook's calendar as CSV (22 columns): who met whom, known by display names only.

Dates stand in the order of the computer's locale, which the file does not name: it is decided
over all dates of the file ("25/3/2024" settles it), else by "AM"/"PM"; what stays open has no
time. Times are those of the calendar's own zone and are kept as if they were UTC.
Source: File > Open & Export > Import/Export > Calendar; columns as in public exports.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, time

from netgraph.importers import Document, Importer
from netgraph.importers._calendars.people import is_nobody
from netgraph.importers._columns.cells import day, is_day_first, several
from netgraph.importers._guests.events import CROWD, MANY
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._people.addressbook import addresses, names_in
from netgraph.importers._tables.delimited import Cells, has_header, records, rows
from netgraph.model import (
    OWNER,
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

NAME = "outlook_calendar"
#: An all-day event with more people than this is a holiday or a conference, not a meeting.
SMALL_GROUP = 5
_WORDS = {
    "organiser": (
        "meeting organizer|meeting organiser|besprechungsplanung|besprechungsorganisator"
        "|organisateur d'une réunion|organisateur de la réunion|organizador de la reunión"
        "|organizzatore riunione|organizador da reunião|organisator van vergadering"
        "|vergaderingsorganisator|organizator spotkania"
    ),
    "required": (
        "required attendees|erforderliche teilnehmer|participants obligatoires"
        "|asistentes necesarios|asistentes requeridos|asistentes obligatorios"
        "|partecipanti necessari|partecipanti obbligatori|participantes obrigatórios"
        "|participantes necessários|verplichte deelnemers|vereiste deelnemers|wymagani uczestnicy"
    ),
    "optional": (
        "optional attendees|optionale teilnehmer|participants facultatifs|asistentes opcionales"
        "|partecipanti facoltativi|participantes opcionais|optionele deelnemers"
        "|opcjonalni uczestnicy|uczestnicy opcjonalni"
    ),
    "rooms": (
        "meeting resources|besprechungsressourcen|ressources de la réunion|recursos de la reunión"
        "|risorse riunione|recursos da reunião|vergaderingsbronnen|resources voor vergadering"
        "|zasoby spotkania"
    ),
    "subject": "subject|betreff|objet|asunto|oggetto|assunto|onderwerp|temat",
    "day": (
        "start date|beginnt am|début|fecha de comienzo|data di inizio|data inizio"
        "|data de início|data de começo|begindatum|data rozpoczęcia"
    ),
    "time": (
        "start time|beginnt um|début (2)|comienzo|ora di inizio|ora inizio|hora de início"
        "|begintijd|czas rozpoczęcia|godzina rozpoczęcia"
    ),
    "end": (
        "end date|endet am|fin|fecha de finalización|data di fine|data fine|data de término"
        "|data de conclusão|einddatum|data zakończenia"
    ),
    "whole day": (
        "all day event|ganztägiges ereignis|journée entière|todo el día|giornata intera"
        "|evento de dia inteiro|dia inteiro|evento de todo o dia|gebeurtenis, duurt hele dag"
        "|duurt hele dag|wydarzenie całodzienne|całodzienne"
    ),
}
FIELDS = {name: tuple(words.split("|")) for name, words in _WORDS.items()}
_TRUE = {"true", "wahr", "vrai", "verdadero", "vero", "verdadeiro", "waar", "prawda", "1"}
CANCELLED = re.compile(
    r"(cancel+ed|abgesagt|annulée?|cancelad[oa]|annullat[oa]|geannuleerd|odwołane)"
    r"( event| meeting)?\s*:",
    re.IGNORECASE,
)
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?\s*([ap])?\.?\s*(?:m\.?)?", re.IGNORECASE)


def is_calendar(columns: frozenset[str]) -> bool:
    """Whether the columns are those of a calendar."""
    return all(not columns.isdisjoint(FIELDS[name]) for name in ("organiser", "required", "day"))


def recognises(document: Document) -> bool:
    """Whether the header is that of Outlook's calendar."""
    return has_header(document, is_calendar)


def read(document: Document) -> Iterator[Record]:
    """An interaction per meeting with others, and a card per name at its first meeting."""
    reading = _Reading(_day_first(document))
    return records(document, NAME, is_calendar, reading.meeting)


def _day_first(document: Document) -> bool | None:
    """How the file writes "3/4/2024"; None when nothing in it settles the question."""
    is_american = False
    settled: bool | None = None
    for row in rows(document, is_calendar):
        if settled is None:
            settled = is_day_first([_cell(row.cells, "day"), _cell(row.cells, "end")])
        is_american = is_american or _cell(row.cells, "time").upper().endswith(("AM", "PM"))
    return False if settled is None and is_american else settled


def _cell(cells: Cells, name: str) -> str:
    return next((cells[column] for column in FIELDS[name] if cells.get(column)), "")


@dataclass(frozen=True, slots=True)
class _Person:
    identifier: Identifier
    name: str


@dataclass(slots=True)
class _Reading:
    """The state of reading one file: its order of dates, and whose card was given."""

    day_first: bool | None
    carded: set[_Person] = field(default_factory=set)

    def meeting(self, cells: Cells, origin: Origin) -> Iterator[Record]:
        """The records of one row."""
        organiser = next(iter(_people(_cell(cells, "organiser"), ())), None)
        others = _people(_cell(cells, "rooms"), ()) + ((organiser,) if organiser else ())
        invited = _people(f"{_cell(cells, 'required')};{_cell(cells, 'optional')}", others)
        if CANCELLED.match(_cell(cells, "subject")):
            yield Reject(origin, "cancelled", RejectKind.LEFT_OUT)
            return
        if not invited:
            yield Reject(origin, "no attendees", RejectKind.LEFT_OUT)
            return
        if len(invited) > SMALL_GROUP and _cell(cells, "whole day").casefold() in _TRUE:
            yield Reject(origin, "a day with many people, not a meeting", RejectKind.LEFT_OUT)
        else:
            yield self._meeting(cells, organiser, invited, origin)
            if len(invited) > CROWD:
                yield Reject(origin, MANY, RejectKind.LEFT_OUT)
        yield from self._cards((organiser, *invited), origin)

    def _meeting(
        self,
        cells: Cells,
        organiser: _Person | None,
        invited: tuple[_Person, ...],
        origin: Origin,
    ) -> Interaction:
        when = self._moment(cells)
        sender = organiser.identifier if organiser else OWNER
        participants = tuple(person.identifier for person in invited)
        written = (_cell(cells, "day"), _cell(cells, "time"), _cell(cells, "subject"))
        key = hash_of("meeting", *(when.isoformat(),) if when else written, sender, *participants)
        kind = InteractionKind.MEETING
        return Interaction(key, origin, kind, when, sender, participants, len(invited))

    def _moment(self, cells: Cells) -> datetime | None:
        start = day(_cell(cells, "day"), day_first=self.day_first)
        return datetime.combine(start, _clock(_cell(cells, "time")), UTC) if start else None

    def _cards(self, people: Iterable[_Person | None], origin: Origin) -> Iterator[Card]:
        for person in people:
            if person and person not in self.carded:
                self.carded.add(person)
                yield seal(Card("", "", origin, (person.name,), (person.identifier,)))


def _people(text: str, others: Iterable[_Person]) -> tuple[_Person, ...]:
    """Everybody in a cell, once; nobody of ``others`` (rooms, the organiser)."""
    known = {_fold(person) for person in others}
    found: dict[str, _Person] = {}
    for part in several(text):
        name, mails = next(iter(names_in(part)), ""), addresses([part])
        if name or mails:
            named = Identifier(IdentifierKind.NAME, name)
            person = _Person(mails[0] if mails else named, name)
            if not is_nobody(person.identifier, name):
                found.setdefault(_fold(person), person)
    return tuple(person for key, person in found.items() if key not in known)


def _fold(person: _Person) -> str:
    return (person.name or person.identifier.value).casefold()


def _clock(text: str) -> time:
    """``10:00:00 AM`` or ``14:30``; midnight when there is no time."""
    match = _TIME.match(text)
    if not match:
        return time()
    hour, minute = int(match[1]), int(match[2])
    if match[3]:
        hour = hour % 12 + (12 if match[3].lower() == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else time()


IMPORTER = Importer(
    name=NAME,
    title="Outlook calendar (CSV)",
    how_to_export="Outlook > File > Open & Export > Import/Export > Export to a file > Comma "
    "Separated Values > Calendar",
    unit="events",
    recognises=recognises,
    read=read,
)
