"""LinkedIn Job Applications.csv and its parts: where the owner applied."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT
from netgraph.importers._linkedin.named import is_job_applications, job_application
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_job_applications"


def recognises(document: Document) -> bool:
    """Whether the header is that of this file."""
    return has_header(document, is_job_applications)


def read(document: Document) -> Iterator[Record]:
    """The employer, and the owner's address, for every application."""
    return records(document, NAME, is_job_applications, job_application)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn job applications",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
