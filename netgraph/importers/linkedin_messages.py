"""LinkedIn messages.csv: who wrote to whom, and who introduced whom."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._linkedin.export import HOW_TO_EXPORT, is_machine_talk, is_messages
from netgraph.importers._linkedin.talks import Talks
from netgraph.importers._tables.delimited import has_header, records
from netgraph.model import Record

NAME = "linkedin_messages"


def recognises(document: Document) -> bool:
    """Whether the header is that of messages.csv, and people talk in it."""
    return has_header(document, is_messages) and not is_machine_talk(document)


def read(document: Document) -> Iterator[Record]:
    """Every message in file order; then a card for everybody, the owner's last."""
    talks = Talks()
    yield from records(document, NAME, is_messages, talks.convert)
    yield from talks.cast.cards()


IMPORTER = Importer(
    name=NAME,
    title="LinkedIn messages",
    how_to_export=HOW_TO_EXPORT,
    unit="messages",
    recognises=recognises,
    read=read,
)
