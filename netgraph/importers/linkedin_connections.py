"""LinkedIn Connections.csv: the people one is connected to, and since when.

Company and position are those of the day of the export, not of the connection. Members who
hid or closed their profile are a row with nothing but the date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._keys import Groups, Work
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_connections, midnight, parse_day
from netgraph.importers._linkedin.rows import connection
from netgraph.importers._straight.plans import Plan
from netgraph.importers._straight.road import in_bulk
from netgraph.importers._tables.delimited import (
    column_names,
    converted,
    has_header,
    records,
    trimmed,
)
from netgraph.importers._tables.stretches import Listed
from netgraph.model import Bulk, IdentifierKind, Record

NAME = "linkedin_connections"
#: A profile as LinkedIn writes it; whatever is written otherwise is no plain row's.
PLAIN_PROFILE = re.compile(r"https?://(?:www\.)?linkedin\.com/in/([a-z0-9-]+)/?")
COMPANY = ("company", "current company")
POSITION = ("position", "current position")


def recognises(document: Document) -> bool:
    """Whether the header is that of Connections.csv."""
    return has_header(document, is_connections)


def read(document: Document) -> Iterator[Record]:
    """A card and the connection itself for every row."""
    return records(document, NAME, is_connections, connection)


def bulk(document: Document) -> Iterator[Bulk]:
    """What `read` gives, plain rows by columns."""
    columns = column_names(document, is_connections)
    if "url" not in columns:
        return read(document)

    def otherwise(listed: Iterable[Listed]) -> Iterator[Record]:
        return converted(document, NAME, trimmed(columns, listed), connection)

    return in_bulk(document, is_connections, plan(columns), otherwise)


def plan(columns: tuple[str, ...]) -> Plan:
    """Where a plain row has what: a profile and the day of the connection."""
    at = {column: index for index, column in enumerate(columns)}
    company, *companies = [name for name in COMPANY if name in at] or [""]
    position, *positions = [name for name in POSITION if name in at] or [""]
    ways = {IdentifierKind.PROFILE: "url", IdentifierKind.EMAIL: "email address"}
    used = ("first name", "last name", *ways.values(), company, position)
    return Plan(
        NAME,
        len(columns),
        None,
        (at["first name"], at["last name"]),
        {kind: at[column] for kind, column in ways.items() if column in at},
        (at.get(company), at.get(position)),
        lambda companies, positions: Work(companies, positions, ("",) * len(companies)),
        lambda *_columns: (),
        (None,),
        lambda _cell: IN_TOUCH,
        blank=tuple(at[name] for name in (*companies, *positions)),
        bounded=tuple(at[name] for name in used if name in at),
        sifts=False,
        slug_of=_slug,
        met=at["connected on"],
        day_of=_day,
    )


IN_TOUCH = Groups.of((), is_contact=True)


def _slug(url: str) -> str:
    profile = PLAIN_PROFILE.fullmatch(url)
    return profile[1] if profile else ""


@lru_cache(maxsize=8_192)
def _day(text: str) -> datetime | None:
    day = parse_day(text)
    return midnight(day) if day else None


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn connections",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
    bulk=bulk,
)
