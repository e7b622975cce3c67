"""LinkedIn Recommendations_Received.csv and Recommendations_Given.csv: colleagues who wrote."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT
from netgraph.importers._linkedin.named import is_recommendations, recommendation
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_recommendations"


def recognises(document: Document) -> bool:
    """Whether the header is that of either list of recommendations."""
    return has_header(document, is_recommendations)


def read(document: Document) -> Iterator[Record]:
    """A card for everybody who recommended or was recommended, as a colleague."""
    return records(document, NAME, is_recommendations, recommendation)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn recommendations",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
