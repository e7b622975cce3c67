"""Records into rows, in batches; what became of every item is counted on the way."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

from netgraph.model import (
    Bulk,
    Card,
    CardColumns,
    ImportCounts,
    Interaction,
    MeetingColumns,
    Reject,
    RejectKind,
    Relation,
)
from netgraph.store.bulk import Row, card_rows, meeting_rows
from netgraph.store.database import Database
from netgraph.store.deferring import Deferring
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
KEY, PLACE = 0, 1
INSERT_REJECT = "INSERT INTO reject (source_id, place, reason, kind) VALUES (?, ?, ?, ?)"
INSERT_REPEAT = "INSERT OR IGNORE INTO repeat (record, key, source_id, place) VALUES (?, ?, ?, ?)"


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


class _Table(NamedTuple):
    """One table, and what is written into it: records one by one, or many by columns."""

    name: str
    columns: str
    one: type
    row_of: Callable[[Any], Row]
    many: type | None = None
    rows_of: Callable[[Any], Iterable[Row]] = iter

    def rows(self, batch: Sequence[Bulk]) -> list[Row]:
        """The rows of this table that ``batch`` gives, in their order."""
        if self.many is None or self.many not in set(map(type, batch)):
            # in two steps: the processor foresees short loops
            records = [record for record in batch if type(record) is self.one]
            return [self.row_of(record) for record in records]
        rows: list[Row] = []
        for item in batch:
            if type(item) is self.one:
                rows.append(self.row_of(item))
            elif type(item) is self.many:
                rows.extend(self.rows_of(item))
        return rows


TABLES = (
    _Table("card", CARD_COLUMNS, Card, card_row, CardColumns, card_rows),
    _Table(
        "interaction",
        INTERACTION_COLUMNS,
        Interaction,
        interaction_row,
        MeetingColumns,
        meeting_rows,
    ),
    _Table("relation", RELATION_COLUMNS, Relation, relation_row),
)


class Appender:
    """Writes the records of one file; use it inside one transaction.

    What it holds grows with the number of items (about 150 bytes each), not with their size.
    """

    def __init__(self, database: Database, source: int, owner: str) -> None:
        self._database = database
        self._source = source
        self._owned = f"""{source}, '{owner.replace("'", "''")}'"""
        self._deferring = Deferring(database)
        self._states: dict[str, int] = {}
        self._rejects: list[tuple[str, str]] = []
        self._left_out: set[str] = set()

    def append(self, records: Iterable[Bulk]) -> ImportCounts:
        """Write ``records`` in their order and count the items they stand for."""
        with _collecting_rarely():
            for batch in _batches(records):
                self._append(batch)
        self._settle()
        return self._counts()

    def _append(self, batch: Sequence[Bulk]) -> None:
        rejects = [self._rejected(one) for one in batch if isinstance(one, Reject)]
        if rejects:
            self._database.execute_many(INSERT_REJECT, rejects)
        for table in TABLES:
            rows = table.rows(batch)
            if rows:
                self._write(table, rows)

    def _rejected(self, reject: Reject) -> Row:
        place, reason = reject.origin.place, reject.reason
        self._rejects.append((place, reason))
        if reject.kind is RejectKind.LEFT_OUT:
            self._left_out.add(place)
        self._states.setdefault(place, SKIPPED)
        return (self._source, place, reason, str(reject.kind))

    def _write(self, table: _Table, rows: Sequence[Row]) -> None:
        """Write rows of one table; of those that were there already the place is kept."""
        name, states = table.name, self._states
        into = f"INSERT OR IGNORE INTO {name} (source_id, owner, {table.columns})"
        # what all rows have in common is not handed over with each of them
        values = f"({self._owned}, {', '.join('?' * len(rows[0]))})"
        last = self._database.number(f"SELECT ifnull(max(id), 0) FROM {name}")  # noqa: S608
        written = self._database.insert(into, values, rows)
        self._deferring.wrote(name, written, last)
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

    def _settle(self) -> None:
        """Items of which all that was new turns out to be known after all are known ones."""
        known = self._deferring.settle()
        for table in TABLES if known else ():
            rows = self._database.execute(
                f"SELECT place FROM {table.name} WHERE source_id = ?",  # noqa: S608
                (self._source,),
            )
            known -= {place for (place,) in rows if place in known}
        self._states.update(dict.fromkeys(known, KNOWN))

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


def _batches(records: Iterable[Bulk]) -> Iterator[list[Bulk]]:
    """``records`` in lists that make `BATCH_ROWS` rows or a few more."""
    batch: list[Bulk] = []
    size = 0
    for record in records:
        batch.append(record)
        size += len(record.keys) if isinstance(record, CardColumns | MeetingColumns) else 1
        if size >= BATCH_ROWS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _by_number(reasons: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(reasons).items(), key=lambda item: (-item[1], item[0])))
