"""What a file gives on the straight road and on the importer's own way, as the store writes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from netgraph.importers import Document, Importer
from netgraph.importers._lengths import bounded
from netgraph.model import Bulk, CardColumns, MeetingColumns, Reject
from netgraph.store.appending import TABLES

Stored = dict[str, list[tuple[object, ...]]]
COLUMNS = (CardColumns, MeetingColumns)


def stored(records: Iterable[Bulk]) -> Stored:
    """The rows of every table, and the rejects, in their order."""
    batch = list(records)
    rows: Stored = {table.name: table.rows(batch) for table in TABLES}
    rejects = [r for r in batch if isinstance(r, Reject)]
    return rows | {"reject": [(r.origin, r.reason, r.kind) for r in rejects]}


def both_ways(importer: Importer, document: Document) -> tuple[Stored, Stored]:
    """What ``document`` gives by `bulk` and by `read`."""
    assert importer.bulk is not None
    return stored(bounded(importer.bulk(document))), stored(bounded(importer.read(document)))


def share_of_plain(importer: Importer, document: Document) -> float:
    """The share of the cards that came by columns [0-1]; 0 for no cards."""
    assert importer.bulk is not None
    batch = list(importer.bulk(document))
    plain = sum(len(item.keys) for item in batch if isinstance(item, CardColumns))
    cards = len(stored(batch)["card"])
    return plain / cards if cards else 0.0


@contextmanager
def short_cells(length: int) -> Iterator[None]:
    """Let cells be cut behind ``length`` characters."""
    with pytest.MonkeyPatch.context() as patch:
        for module in (
            "_columns.entries", "_lengths", "_straight.plainness", "_tables.csvrows",
            "_tables.stretches",
        ):  # fmt: skip
            patch.setattr(f"netgraph.importers.{module}.MAX_CELL", length)
        yield
