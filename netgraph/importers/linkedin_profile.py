"""LinkedIn Profile.csv: the owner's names; the own profile address is not in it."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_profile
from netgraph.importers._linkedin.rows import own_profile
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_profile"


def recognises(document: Document) -> bool:
    """Whether the header is that of Profile.csv."""
    return has_header(document, is_profile)


def read(document: Document) -> Iterator[Record]:
    """The card of the owner, also under the maiden name."""
    return records(document, NAME, is_profile, own_profile)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn profile",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
