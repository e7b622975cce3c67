"""LinkedIn PhoneNumbers.csv and Whatsapp Phone Numbers.csv: the owner's own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_phone_numbers
from netgraph.importers._linkedin.rows import own_number
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_phone_numbers"


def recognises(document: Document) -> bool:
    """Whether the header is that of PhoneNumbers.csv."""
    return has_header(document, is_phone_numbers)


def read(document: Document) -> Iterator[Record]:
    """A card of the owner for every number."""
    return records(document, NAME, is_phone_numbers, own_number)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn telephone numbers",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
