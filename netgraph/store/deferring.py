"""Very many records of one file: written unchecked, and those that were there twice parted later.

To look up the key of each row in an index, and put it there, costs more than to write the row; to
sort all keys at the end costs a third of it. So when a file has brought as many rows as a table
held before, the index of the table is dropped, within the file's transaction, and made again when
the file is through: never more work than a constant part of what the file itself brought.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from netgraph.store.database import Database

#: With fewer rows nothing is gained.
MANY_ROWS = 32_768


class Deferring:
    """Which tables are written unchecked while one file is imported."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._brought: Counter[str] = Counter()
        self._before: dict[str, int] = {}
        self._since: dict[str, int] = {}

    def is_unchecked(self, table: str) -> bool:
        """Whether rows may be written that are there already."""
        return table in self._since

    def wrote(self, table: str, rows: int, last: int) -> None:
        """Take note of rows written behind the one whose id was ``last``."""
        before = self._before.setdefault(table, last)
        self._brought[table] += rows
        is_much = self._brought[table] >= max(MANY_ROWS, before)
        if is_much and not self.is_unchecked(table) and self._has_index(table):
            self._database.execute(f"DROP INDEX {table}_by_key")
            self._since[table] = self._database.number(f"SELECT max(id) FROM {table}")  # noqa: S608

    def _has_index(self, table: str) -> bool:
        """Whether the index can be dropped: in older stores it is a part of the table."""
        name = f"{table}_by_key"
        return bool(
            self._database.number("SELECT count(*) FROM sqlite_master WHERE name = ?", name)
        )

    def settle(self) -> set[str]:
        """Check what was written unchecked; the places of all that was there twice.

        Of records with one key the first is kept, and the others become repeats, as ever.
        """
        places: set[str] = set()
        for table, since in self._since.items():
            index = f"CREATE UNIQUE INDEX {table}_by_key ON {table} (key, owner)"
            try:
                self._database.execute(index)
            except sqlite3.IntegrityError:
                places |= self._part(table, since)
                self._database.execute(index)
        return places

    def _part(self, table: str, since: int) -> set[str]:
        """Make repeats of the rows behind ``since`` whose key stands in an earlier row."""
        execute = self._database.execute
        execute("CREATE TEMP TABLE twice (id INTEGER PRIMARY KEY)")
        execute(
            f"INSERT INTO twice SELECT id FROM {table} WHERE id > ? AND id NOT IN"  # noqa: S608
            f" (SELECT min(id) FROM {table} GROUP BY key, owner)",
            (since,),
        )
        execute(
            "INSERT OR IGNORE INTO repeat (record, key, source_id, place)"  # noqa: S608
            f" SELECT '{table}', key, source_id, place FROM {table} JOIN twice USING (id)"
            " ORDER BY id"
        )
        rows = execute(f"SELECT place FROM {table} JOIN twice USING (id)")  # noqa: S608
        places = {place for (place,) in rows}
        execute(f"DELETE FROM {table} WHERE id IN (SELECT id FROM twice)")  # noqa: S608
        execute("DROP TABLE twice")
        return places
