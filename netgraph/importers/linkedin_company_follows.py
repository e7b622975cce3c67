"""LinkedIn Company Follows.csv: organisations the owner follows."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT
from netgraph.importers._linkedin.named import company_follow, is_company_follows
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_company_follows"


def recognises(document: Document) -> bool:
    """Whether the header is that of Company Follows.csv."""
    return has_header(document, is_company_follows)


def read(document: Document) -> Iterator[Record]:
    """That the owner follows the organisation, for every row."""
    return records(document, NAME, is_company_follows, company_follow)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn followed companies",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
