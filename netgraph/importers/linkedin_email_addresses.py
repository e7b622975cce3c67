"""LinkedIn Email Addresses.csv: the owner's own addresses."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_email_addresses
from netgraph.importers._linkedin.rows import own_address
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_email_addresses"


def recognises(document: Document) -> bool:
    """Whether the header is that of Email Addresses.csv."""
    return has_header(document, is_email_addresses)


def read(document: Document) -> Iterator[Record]:
    """A card of the owner for every confirmed address."""
    return records(document, NAME, is_email_addresses, own_address)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn e-mail addresses",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
