"""LinkedIn ImportedContacts.csv and Contacts.csv: the address book that was uploaded once."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT
from netgraph.importers._linkedin.named import is_uploaded_contacts, uploaded_contact
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_uploaded_contacts"


def recognises(document: Document) -> bool:
    """Whether the header is that of either list of uploaded contacts."""
    return has_header(document, is_uploaded_contacts)


def read(document: Document) -> Iterator[Record]:
    """A card for every person in the uploaded address book."""
    return records(document, NAME, is_uploaded_contacts, uploaded_contact)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn uploaded contacts",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
