"""LinkedIn Education.csv: the owner's own schools."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin import HOW_TO_EXPORT, is_education, owner_history
from netgraph.importers._tables import Cells, has_header, records
from netgraph.model import AffiliationKind, Origin, Record

NAME = "linkedin_education"


def recognises(document: Document) -> bool:
    """Whether the header is that of Education.csv."""
    return has_header(document, is_education)


def read(document: Document) -> Iterator[Record]:
    """A card of the owner for every school."""

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        what = (cells["school name"], cells["degree name"])
        span = (cells["start date"], cells["end date"])
        return owner_history(AffiliationKind.SCHOOL, what, span, origin)

    return records(document, NAME, is_education, convert)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn education",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
