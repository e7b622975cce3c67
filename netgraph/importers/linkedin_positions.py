"""LinkedIn Positions.csv: the owner's own jobs; an empty Finished On means "still there"."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_positions
from netgraph.importers._linkedin.rows import position
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_positions"


def recognises(document: Document) -> bool:
    """Whether the header is that of Positions.csv."""
    return has_header(document, is_positions)


def read(document: Document) -> Iterator[Record]:
    """A card of the owner for every job."""
    return records(document, NAME, is_positions, position)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn positions",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
