"""Any list of participants or members: who was in the same place; never acquaintance.

For events and clubs without a format of their own (Zoom, Teams, Hopin, Whova, an association's
sheet). How much one common event or club is worth is for the graph to weigh, by its size.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._columns.peopletables import Found, explain, glanced_tables
from netgraph.importers._files import Document
from netgraph.importers._guests.events import held_on
from netgraph.importers._guests.rosters import (
    cell_below,
    day_below,
    group_named,
    is_of_attendees,
    listed_people,
)
from netgraph.model import Affiliation, Record

NAME = "attendee_list"
EVENT = ("event", "event name", "event title", "session", "veranstaltung", "evenement", "evento")
DAY = ("event date", "date of event", "event start date", "veranstaltungsdatum", "session date")


def recognises(document: Document) -> bool:
    """Whether the file is a table of people with a column of attendance, or called so."""
    return is_of_attendees(document, glanced_tables(document))


def read(document: Document) -> Iterator[Record]:
    """A card for everybody who was there; who did not come is left out."""
    named = group_named(document)

    def groups(found: Found) -> tuple[Affiliation, ...]:
        return (held_on(cell_below(found, EVENT) or named, day_below(found, DAY)),)

    return listed_people(document, NAME, groups)


IMPORTER = Importer(
    name=NAME,
    title="List of participants or members",
    how_to_export="ask the organiser or the club for its list, or save it where you are a member; "
    "as .csv or .xlsx with a column of names; leave the event's or club's name in the file's "
    "name, with 'participants' or 'members' (a list of people you know yourself: --as handmade)",
    unit="rows",
    recognises=recognises,
    read=read,
    fallback=True,
    explain=explain,
)
