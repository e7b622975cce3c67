"""LinkedIn Invitations.csv: who asked whom to connect; whether it was accepted is not said."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_invitations
from netgraph.importers._linkedin.invitations import Invitations
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_invitations"


def recognises(document: Document) -> bool:
    """Whether the header is that of Invitations.csv."""
    return has_header(document, is_invitations)


def read(document: Document) -> Iterator[Record]:
    """A card for the other person, a message where a note was sent, and the owner once."""
    return records(document, NAME, is_invitations, Invitations().convert)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn invitations",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
