"""LinkedIn Education.csv: the owner's own schools."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_education
from netgraph.importers._linkedin.rows import education
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_education"


def recognises(document: Document) -> bool:
    """Whether the header is that of Education.csv."""
    return has_header(document, is_education)


def read(document: Document) -> Iterator[Record]:
    """A card of the owner for every school."""
    return records(document, NAME, is_education, education)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn education",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
