"""LinkedIn Endorsement_Received_Info.csv and _Given_: who confirmed whose skills."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT
from netgraph.importers._linkedin.named import endorsement, is_endorsements
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_endorsements"


def recognises(document: Document) -> bool:
    """Whether the header is that of either list of endorsements."""
    return has_header(document, is_endorsements)


def read(document: Document) -> Iterator[Record]:
    """A card for everybody who endorsed or was endorsed, and that the owner knows them."""
    return records(document, NAME, is_endorsements, endorsement)


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn endorsements",
    how_to_export=HOW_TO_EXPORT,
    unit="rows",
    recognises=recognises,
    read=read,
)
