"""Large mailboxes seen for the first time: read once, for their records and checksum alike.

Whether a file was imported or forgotten before is known by its checksum, for which it would have
to be read, or unpacked from its zip, before anything of it is written. Where no file of that name
is in the store and nothing was forgotten, it is imported on trust. When its checksum then turns
out to be known after all, what was written is undone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from netgraph.importers import Document
from netgraph.importers._files import MayWait, never
from netgraph.importers.mbox import begins_mailbox
from netgraph.model import Bulk, ImportCounts, Source
from netgraph.store import Store
from netgraph.store.imported import InAlreadyError


def mailboxes_of_new_names(store: Store) -> MayWait:
    """Tells the mailboxes that are likely to be new.

    None when something was forgotten: no byte of it may reach the store, not even for a while.
    """
    if not store.forgotten.is_empty():
        return never
    known = {_own_name(name) for name in store.imported.files()}
    return lambda name, head: _own_name(name) not in known and begins_mailbox(head)


def _own_name(name: str) -> str:
    """The name of a file without the folder or archive."""
    return name.rsplit("/", 1)[-1]


def while_read(document: Document) -> Document:
    """``document``, whose checksum is taken while it is read by blocks."""
    late = document.late
    return replace(document, open=late.while_read(document.open)) if late else document


def settled(document: Document) -> Document:
    """``document`` with its checksum; read for it unless that was done. Raises `NetgraphError`."""
    late = document.late
    return replace(document, digest=late.digest(), late=None) if late else document


def add_on_trust(
    store: Store, document: Document, source: Source, unit: str, records: Iterator[Bulk]
) -> ImportCounts | None:
    """What became of the ``records`` of a document without a digest; None when it was in."""
    if document.late is None:
        return None
    try:
        return store.imported.add(source, unit, records, late=document.late.digest)
    except InAlreadyError:
        return None
