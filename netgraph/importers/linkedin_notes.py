"""LinkedIn Notes.csv: on whom the owner noted something; the notes are not read."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT
from netgraph.importers._linkedin.named import connection_note, is_notes
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_notes"


def recognises(document: Document) -> bool:
    """Whether the header is that of this file."""
    return has_header(document, is_notes)


def read(document: Document) -> Iterator[Record]:
    """A card for everybody noted, and that the owner knows them."""
    return records(document, NAME, is_notes, connection_note)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn notes on connections",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
