"""LinkedIn PhoneNumbers.csv and Whatsapp Phone Numbers.csv: the owner's own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._keys import seal
from netgraph.importers._linkedin import HOW_TO_EXPORT, is_phone_numbers
from netgraph.importers._tables import Cells, has_header, records
from netgraph.model import Card, Identifier, IdentifierKind, Origin, Record, Reject

NAME = "linkedin_phone_numbers"


def recognises(document: Document) -> bool:
    """Whether the header is that of PhoneNumbers.csv."""
    return has_header(document, is_phone_numbers)


def read(document: Document) -> Iterator[Record]:
    """A card of the owner for every number."""
    return records(document, NAME, is_phone_numbers, _convert)


def _convert(cells: Cells, origin: Origin) -> Iterator[Record]:
    number = cells["number"]
    if any(character.isdigit() for character in number):
        identifiers = (Identifier(IdentifierKind.PHONE, number),)
        yield seal(Card("", "", origin, identifiers=identifiers, is_owner=True))
    else:
        yield Reject(origin, "is not a telephone number")


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn telephone numbers",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
