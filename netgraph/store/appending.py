"""Records into rows, in batches; what became of every item is counted on the way."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from netgraph.model import (
    Card,
    ImportCounts,
    Interaction,
    Record,
    Reject,
    RejectKind,
    Relation,
)
from netgraph.store.database import Database
from netgraph.store.rows import (
    CARD_COLUMNS,
    INTERACTION_COLUMNS,
    RELATION_COLUMNS,
    card_row,
    interaction_row,
    relation_row,
)

SKIPPED, KNOWN, NEW = 0, 1, 2
BATCH_ROWS = 2048
#: More objects than a batch has.
NEW_OBJECTS = 100_000
#: Where key and place stand in a row of any of the three tables.
KEY, PLACE = 2, 3
INSERT_REJECT = "INSERT INTO reject (source_id, place, reason, kind) VALUES (?, ?, ?, ?)"
INSERT_REPEAT = "INSERT OR IGNORE INTO repeat (record, key, source_id, place) VALUES (?, ?, ?, ?)"

_Row = tuple[object, ...]


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Let Python look for cycles of dead objects less often.

    Records have none, and every batch of them would be gone through thirty times.
    """
    before = gc.get_threshold()
    gc.set_threshold(before[0] and max(before[0], NEW_OBJECTS), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Table:
    """One table and how it is written."""

    def __init__(self, name: str, columns: str, row_of: Callable[[Any], _Row]) -> None:
        marks = ", ".join("?" * (2 + len(columns.split(","))))
        self.name = name
        self.insert = f"INSERT OR IGNORE INTO {name} (source_id, owner, {columns}) VALUES ({marks})"  # noqa: S608
        self.row_of = row_of


class Appender:
    """Writes the records of one file; use it inside one transaction.

    What it holds grows with the number of items (about 150 bytes each), not with their size.
    """

    def __init__(self, database: Database, source: int, owner: str) -> None:
        self._database = database
        self._source = source
        self._owner = owner
        self._tables: dict[type[Record], _Table] = {
            Card: _Table("card", CARD_COLUMNS, card_row),
            Interaction: _Table("interaction", INTERACTION_COLUMNS, interaction_row),
            Relation: _Table("relation", RELATION_COLUMNS, relation_row),
        }
        self._states: dict[str, int] = {}
        self._rejects: list[tuple[str, str]] = []
        self._left_out: set[str] = set()

    def append(self, records: Iterable[Record]) -> ImportCounts:
        """Write ``records`` in their order and count the items they stand for."""
        stream = iter(records)
        with _collecting_rarely():
            while batch := list(islice(stream, BATCH_ROWS)):
                self._append(batch)
        return self._counts()

    def _append(self, batch: Sequence[Record]) -> None:
        kinds = set(map(type, batch))
        if Reject in kinds:
            rejects = [self._rejected(one) for one in batch if isinstance(one, Reject)]
            self._database.execute_many(INSERT_REJECT, rejects)
        for kind, table in self._tables.items():
            if kind in kinds:
                self._write(table, [record for record in batch if type(record) is kind])

    def _rejected(self, reject: Reject) -> _Row:
        place, reason = reject.origin.place, reject.reason
        self._rejects.append((place, reason))
        if reject.kind is RejectKind.LEFT_OUT:
            self._left_out.add(place)
        self._states.setdefault(place, SKIPPED)
        return (self._source, place, reason, str(reject.kind))

    def _write(self, table: _Table, records: Sequence[Any]) -> None:
        """Write records of one kind; of those that were there already the place is kept."""
        name, states = table.name, self._states
        owned = (self._source, self._owner)
        # in two steps: the processor foresees short loops
        contents = [table.row_of(record) for record in records]
        rows: list[tuple[Any, ...]] = [owned + content for content in contents]
        last = self._database.number(f"SELECT ifnull(max(id), 0) FROM {name}")  # noqa: S608
        written = self._database.execute_many(table.insert, rows)
        if written == len(rows):
            states.update(dict.fromkeys([row[PLACE] for row in rows], NEW))
            return
        new = f"SELECT key FROM {name} WHERE id > {last}"  # noqa: S608 - own constants
        fresh = {key for (key,) in self._database.execute(new)}
        repeats = []
        for row in rows:
            key, place = row[KEY], row[PLACE]
            if key in fresh:
                fresh.remove(key)
                states[place] = NEW
            else:
                states[place] = max(states.get(place, KNOWN), KNOWN)
                repeats.append((name, key, self._source, place))
        self._database.execute_many(INSERT_REPEAT, repeats)

    def _counts(self) -> ImportCounts:
        states = self._states
        found = Counter(states.values())
        skipped = [reason for place, reason in self._rejects if states[place] == SKIPPED]
        doubtful = [reason for place, reason in self._rejects if states[place] != SKIPPED]
        return ImportCounts(
            read=len(states),
            kept=found[NEW],
            merged=found[KNOWN],
            skipped=found[SKIPPED],
            left_out=sum(1 for place in self._left_out if states[place] == SKIPPED),
            reasons=_by_number(skipped),
            doubts=_by_number(doubtful),
        )


def _by_number(reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(reasons).items(), key=lambda item: (-item[1], item[0])))
