"""Lists of who took part or studied: people in one place, never the user's acquaintances.

Such a table has a column that only an organiser or a school keeps (check-in, ticket, class
year), or is called so; a column that only an acquaintance can fill (how we met, how close) makes
it the user's own list all the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from netgraph.importers._columns.cells import day
from netgraph.importers._columns.choice import Table
from netgraph.importers._columns.headers import normalised
from netgraph.importers._columns.peopletables import Found, found_in, tables_of
from netgraph.importers._files import Document
from netgraph.importers._guests.events import event_name
from netgraph.importers._keys import seal
from netgraph.importers._people.hand import HandEntry, ways_of
from netgraph.model import (
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

#: What only somebody who knows the people writes down.
OWN_WORD = frozenset(
    {"closeness", "knows", "knows_at", "met_through", "how_met", "last_contact", "last_met"}
)
PRESENCE = frozenset(
    {"attended", "attendance", "attendance status", "check in", "checked in", "checked in at"}
    | {"check in time", "check in date", "rsvp", "rsvp status", "registration date"}
    | {"registration time", "registration status", "registered at", "registered on", "badge"}
    | {
        "ticket",
        "ticket type",
        "ticket name",
        "ticket number",
        "join time",
        "leave time",
        "user action",
    }
    | {"first join", "last leave", "first join time", "last leave time", "in meeting duration"}
    | {"time in session minutes", "duration minutes", "attendee type", "attendee status"}
    | {"attendee name", "attendee email", "participant name", "delegate name", "approval status"}
    | {"teilnahme", "teilgenommen", "anwesend", "anmeldedatum", "eingecheckt", "ticketart"}
    | {"date d inscription", "presence", "present", "billet", "type de billet"}
    | {"fecha de inscripcion", "asistencia", "asistio", "tipo de entrada"}
    | {"data di iscrizione", "presenza", "biglietto", "tipo di biglietto"}
    | {"data de inscricao", "presenca", "tipo de ingresso", "ingresso"}
    | {"inschrijfdatum", "aanwezig", "aanmelddatum", "ticketsoort"}
)
STUDIES = frozenset(
    {"class year", "class of", "graduation year", "grad year", "year of graduation", "alumni id"}
    | {"graduation", "graduated", "degree year", "graduation class", "cohort", "year graduated"}
    | {"abschlussjahr", "jahrgang", "abschlussjahrgang", "abiturjahrgang", "matrikel"}
    | {"promotion", "promo", "annee de diplome", "annee de promotion", "annee d obtention"}
    | {"promocion", "ano de graduacion", "ano de egreso", "generacion"}
    | {"anno di laurea", "anno di diploma", "anno di conseguimento"}
    | {"ano de conclusao", "ano de formatura", "turma"}
    | {"afstudeerjaar", "jaargang", "eindexamenjaar"}
)
ATTENDING_FILE = re.compile(
    r"attendees?|attendance|participants?|registrants?|delegates?|guest[ _-]?list|rsvp|members?\b|"
    r"membership|member[ _-]?list|teilnehmer(?:innen|liste)?|mitglieder(?:liste)?|"
    r"inscrits|membres|asistentes|participantes|socios|partecipanti|iscritti|soci\b|inscritos|deelnemers|leden",
    re.IGNORECASE,
)
ALUMNI_FILE = re.compile(
    r"alumn(?:i|ae?|us)|graduates?|absolventen|ehemalige|anciens|ex-?alumn[oi]s|ex[ _-]alunni|"
    r"egresados|oud[ _-]?leerlingen",
    re.IGNORECASE,
)
STATUS = frozenset(
    {"status", "rsvp", "rsvp status", "attendance", "attendance status", "attended", "response"}
    | {"registration status", "attendee status", "approval status", "checked in", "check in"}
    | {"teilnahme", "teilgenommen", "anwesend", "presence", "asistencia", "presenza", "presenca"}
    | {"aanwezig", "statut", "estado", "stato"}
)
_LAST_WORD = re.compile(r"[\s_-]+(?:list[ea]?\s+)?(\S+)(?:[\s_-]+(?:list[ea]?|directory))?$")
ABSENT = re.compile(
    r"no|false|absent|declined?|rejected|refused|cancell?ed|"
    r"not (?:attending|going|present|attended)|no[ -]?show|wait(?:ing)?[ -]?list(?:ed)?|"
    r"refunded|did not attend|nein|abgesagt|abgelehnt|storniert|abwesend|non|annulée?|"
    r"refusée?|absente?|cancelad[oa]|ausente|rechazad[oa]|"
    r"annullat[oa]|assente|recusad[oa]|não|geannuleerd|afwezig|nee",
    re.IGNORECASE,
)


def is_roster(document: Document, tables: Sequence[Table]) -> bool:
    """Whether the tables list who took part or studied, and are not the user's own list."""
    return is_of_alumni(document, tables) or is_of_attendees(document, tables)


def is_of_alumni(document: Document, tables: Sequence[Table]) -> bool:
    """Whether it is a list of former students."""
    return _is(document, tables, STUDIES, ALUMNI_FILE)


def is_of_attendees(document: Document, tables: Sequence[Table]) -> bool:
    """Whether it is a list of participants or members, and not of former students."""
    is_alumni = is_of_alumni(document, tables)
    return not is_alumni and _is(document, tables, PRESENCE, ATTENDING_FILE)


def _is(
    document: Document, tables: Sequence[Table], words: frozenset[str], names: re.Pattern[str]
) -> bool:
    columns = [column for table in tables for column in table.columns]
    if not columns or OWN_WORD & {column.field for column in columns}:
        return False
    headers = {normalised(column.header) for column in columns}
    return bool(words & headers or names.search(document.basename))


def group_named(document: Document) -> str:
    """The event, club or school as the file is called, without the word for its people."""
    name = event_name(document, "Unnamed")
    last = _LAST_WORD.search(name)
    is_word = last and (ATTENDING_FILE.fullmatch(last[1]) or ALUMNI_FILE.fullmatch(last[1]))
    return name[: last.start()].strip(" -_") if last and is_word else name


def cell_below(found: Found, words: Iterable[str]) -> str:
    """What stands in the first filled column that is called by one of ``words``, else ""."""
    wanted = frozenset(words)
    for column, cell in zip(found.table.columns, found.cells, strict=False):
        if cell and normalised(column.header) in wanted:
            return cell
    return ""


def day_below(found: Found, words: Iterable[str]) -> date | None:
    """The day in such a column, if it is one."""
    return day(cell_below(found, words), day_first=None)


def is_absent(found: Found) -> bool:
    """Whether a column of the row says that the person was not there."""
    columns = zip(found.table.columns, found.cells, strict=False)
    return any(
        ABSENT.fullmatch(cell.strip()) for c, cell in columns if normalised(c.header) in STATUS
    )


def listed_people(
    document: Document, importer: str, groups: Callable[[Found], tuple[Affiliation, ...]]
) -> Iterator[Record]:
    """A card for everybody who was there, with the ``groups`` that the row puts them in."""
    for found in found_in(document, importer, tables_of(document)):
        if isinstance(found, Reject):
            yield found
        elif isinstance(found.what, Reject):
            yield found.what
        elif is_absent(found):
            yield Reject(found.origin, "was not there", RejectKind.LEFT_OUT)
        else:
            yield _card(found.what, found.origin, groups(found))


def _card(person: HandEntry, origin: Origin, groups: tuple[Affiliation, ...]) -> Card:
    role = person.role or person.occupation
    work = [Affiliation(name, role) for name in person.employers]
    draft = Card(
        key="",
        subject="",
        origin=origin,
        names=(person.name, *person.other_names),
        identifiers=ways_of(person) or (Identifier(IdentifierKind.NAME, person.name),),
        affiliations=(*groups, *(work or ([Affiliation("", role)] if role else []))),
    )
    return seal(draft)
