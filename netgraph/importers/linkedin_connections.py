"""LinkedIn Connections.csv: the people one is connected to, and since when.

Company and position are those of the day of the export, not of the connection. Members who
hid or closed their profile are a row with nothing but the date.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin import HOW_TO_EXPORT, is_connections
from netgraph.importers._linkedin_rows import connection
from netgraph.importers._tables import has_header, records
from netgraph.model import Record

NAME = "linkedin_connections"


def recognises(document: Document) -> bool:
    """Whether the header is that of Connections.csv."""
    return has_header(document, is_connections)


def read(document: Document) -> Iterator[Record]:
    """A card and the connection itself for every row."""
    return records(document, NAME, is_connections, connection)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn connections",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
