"""LinkedIn Connections.csv: the people one is connected to, and since when.

Company and position are those of the day of the export, not of the connection. Members who
hid or closed their profile are a row with nothing but the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._linkedin import (
    HOW_TO_EXPORT,
    bad_date,
    full_name,
    is_connections,
    midnight,
    named,
    parse_day,
    profile,
    slug_of,
)
from netgraph.importers._tables import Cells, has_header, records
from netgraph.model import (
    OWNER,
    Affiliation,
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

NAME = "linkedin_connections"


def recognises(document: Document) -> bool:
    """Whether the header is that of Connections.csv."""
    return has_header(document, is_connections)


def read(document: Document) -> Iterator[Record]:
    """A card and the connection itself for every row."""
    return records(document, NAME, is_connections, _convert)


def _convert(cells: Cells, origin: Origin) -> Iterator[Record]:
    name, url = full_name(cells), cells.get("url", "")
    slug = slug_of(url) if url else ""
    email = cells.get("email address", "")
    company = cells.get("company") or cells.get("current company", "")
    position = cells.get("position") or cells.get("current position", "")
    connected = cells["connected on"]
    if not (name or url or email):
        if company or position:
            yield Reject(origin, "has no name, profile or address")
        else:
            yield Reject(origin, "hidden member: only a date", RejectKind.LEFT_OUT)
        return
    identifiers = [profile(url)] if slug else []
    if "@" in email:
        identifiers.append(Identifier(IdentifierKind.EMAIL, email))
    identifiers = identifiers or [named(name or url or email)]
    draft = Card(
        key="",
        subject="",
        origin=origin,
        names=(name,),
        identifiers=tuple(identifiers),
        affiliations=(Affiliation(company, position),) if company or position else (),
        is_contact=True,
    )
    yield seal(draft, slug)
    day = parse_day(connected)
    if day is not None:
        yield Interaction(
            key=hash_of("connected", slug or identifiers[0].value, day),
            origin=origin,
            kind=InteractionKind.CONNECTED,
            when=midnight(day),
            sender=OWNER,
            participants=(identifiers[0],),
            n_participants=1,
        )
    elif connected:
        yield bad_date(origin, "Connected On", connected)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn connections",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
