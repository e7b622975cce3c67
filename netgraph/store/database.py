"""The SQLite file: created private, checked, migrated, and written in transactions."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from itertools import chain
from pathlib import Path

from netgraph.errors import StoreVersionError, UnreadableFileError

#: Held in memory at most while rows are written [KiB].
CACHE_KIB = 32 * 1024
#: So many rows are inserted with one statement.
ROWS_AT_ONCE = 128
#: "netg" in ASCII: tells our files from other programs' databases.
APPLICATION_ID = 0x6E657467
SCHEMA_VERSION = 10
#: What turns a store of a version into one of the next.
MIGRATIONS = {
    1: "CREATE TABLE IF NOT EXISTS column_mapping"
    " (header TEXT PRIMARY KEY, columns TEXT NOT NULL, decided TEXT NOT NULL)",
    2: "ALTER TABLE source ADD COLUMN whence TEXT NOT NULL DEFAULT '';"
    " ALTER TABLE card ADD COLUMN since TEXT;"
    " ALTER TABLE interaction ADD COLUMN since TEXT;"
    " ALTER TABLE relation ADD COLUMN since TEXT;"
    " CREATE TABLE repeat (record TEXT NOT NULL, key TEXT NOT NULL,"
    " source_id INTEGER NOT NULL REFERENCES source (id), place TEXT NOT NULL,"
    " PRIMARY KEY (record, key, source_id)) WITHOUT ROWID;"
    " CREATE INDEX repeat_by_source ON repeat (source_id);"
    " CREATE TABLE salt (salt BLOB NOT NULL);"
    " CREATE TABLE forgotten (quick INTEGER NOT NULL, slow BLOB NOT NULL, what TEXT NOT NULL,"
    " PRIMARY KEY (quick, slow)) WITHOUT ROWID",
    3: "CREATE TABLE employer_word (name TEXT NOT NULL, of TEXT NOT NULL, same INTEGER NOT NULL,"
    " decided TEXT NOT NULL, PRIMARY KEY (name, of));"
    " CREATE TABLE employer_row (name TEXT PRIMARY KEY, facts TEXT NOT NULL)",
    4: "CREATE TABLE IF NOT EXISTS tie_word (left_subject TEXT NOT NULL,"
    " right_subject TEXT NOT NULL, how TEXT NOT NULL, decided TEXT NOT NULL,"
    " PRIMARY KEY (left_subject, right_subject))",
    5: "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    6: "ALTER TABLE tie_word RENAME TO last_word;"
    " CREATE TABLE tie_word (left_subject TEXT NOT NULL, right_subject TEXT NOT NULL,"
    " how TEXT NOT NULL, decided TEXT NOT NULL,"
    " PRIMARY KEY (left_subject, right_subject, decided));"
    " INSERT INTO tie_word SELECT * FROM last_word; DROP TABLE last_word",
    7: "CREATE TABLE exclusion (subject TEXT NOT NULL, employer TEXT NOT NULL,"
    " excluded INTEGER NOT NULL, decided TEXT NOT NULL,"
    " PRIMARY KEY (subject, employer, decided));"
    " CREATE TABLE skipped_question (left_subject TEXT NOT NULL, right_subject TEXT NOT NULL,"
    " skipped TEXT NOT NULL, PRIMARY KEY (left_subject, right_subject));"
    " ALTER TABLE target ADD COLUMN size INTEGER",
    8: "CREATE TABLE log (id INTEGER PRIMARY KEY AUTOINCREMENT, subjects TEXT NOT NULL,"
    " name TEXT NOT NULL, did TEXT NOT NULL, note TEXT NOT NULL, outcome TEXT NOT NULL,"
    " employer TEXT NOT NULL, happened TEXT NOT NULL, next TEXT, logged TEXT NOT NULL,"
    " undoes INTEGER, tie_kind TEXT, tie_chance REAL, path_hops INTEGER, path_chance REAL);"
    " CREATE TABLE keep_in_touch (subject TEXT NOT NULL, every INTEGER NOT NULL,"
    " decided TEXT NOT NULL, PRIMARY KEY (subject, decided))",
    9: "CREATE TABLE IF NOT EXISTS profile_fact (name TEXT PRIMARY KEY, value TEXT NOT NULL,"
    " decided TEXT NOT NULL);"
    " CREATE TABLE IF NOT EXISTS success_example (id INTEGER PRIMARY KEY AUTOINCREMENT,"
    " text TEXT NOT NULL UNIQUE, added TEXT NOT NULL)",
}

#: How long another process is waited for that locks all others out, and between two looks [s].
PATIENCE, PAUSE = 30, 0.05


class Database:
    """One connection; `execute` reads, `writing` opens a transaction."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            if not path.exists():
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._connection = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
        except (OSError, sqlite3.OperationalError) as error:
            msg = f"{path}: the store cannot be opened there ({error}); choose one with --store"
            raise UnreadableFileError(msg) from error
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Run one statement."""
        return self._connection.execute(sql, values)

    def execute_many(self, sql: str, rows: Sequence[tuple[object, ...]]) -> int:
        """Run one statement for each of ``rows``; the number of rows it changed."""
        return max(self._connection.executemany(sql, rows).rowcount, 0)

    def insert(self, into: str, values: str, rows: Sequence[tuple[object, ...]]) -> int:
        """Insert ``rows``, many with one statement; the number of those that were inserted.

        ``values`` is what of one row stands in brackets behind VALUES.
        """
        whole = len(rows) - len(rows) % ROWS_AT_ONCE
        statement = f"{into} VALUES {', '.join([values] * ROWS_AT_ONCE)}"
        inserted = 0
        for first in range(0, whole, ROWS_AT_ONCE):
            flat = list(chain.from_iterable(rows[first : first + ROWS_AT_ONCE]))
            inserted += self._connection.execute(statement, flat).rowcount
        return inserted + self.execute_many(f"{into} VALUES {values}", rows[whole:])

    def number(self, sql: str, *values: object) -> int:
        """The one number that ``sql`` asks for."""
        return int(self._connection.execute(sql, values).fetchone()[0])

    @contextmanager
    def writing(self, *, derived: bool = False) -> Iterator[None]:
        """One transaction, rolled back on any exception.

        Unless ``derived``, it counts as a change that makes the derived tables stale.
        """
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            msg = f"{self.path}: another netgraph is writing to it; try again when it has finished"
            raise UnreadableFileError(msg) from error
        try:
            yield
            if not derived:
                self.execute("UPDATE state SET value = value + 1 WHERE name = 'written'")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    @contextmanager
    def erasing(self) -> Iterator[None]:
        """One transaction after which nothing deleted can be read from the file or beside it.

        The write-ahead log is put away first: a rollback journal is gone with the transaction.
        What is freed is overwritten at once; then the whole file is written anew. A process
        killed before the end of the transaction leaves everything, one killed later nothing:
        the next to open the store writes it anew. Raises `UnreadableFileError` while another
        process uses the store.
        """
        if not self._is_alone():
            msg = f"{self.path}: another netgraph is using it; try again when it has finished"
            raise UnreadableFileError(msg)
        with self.writing():
            yield
            self.execute("INSERT OR REPLACE INTO state VALUES ('unswept', 1)")
        self._sweep()

    def _is_alone(self) -> bool:
        try:
            mode = self.execute("PRAGMA journal_mode = DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            return False
        return str(mode) == "delete"

    def _sweep(self) -> None:
        # cells that moved when a page was split leave copies that deleting does not reach
        self.execute("VACUUM")
        self.execute("DELETE FROM state WHERE name = 'unswept'")
        self.execute("PRAGMA journal_mode = WAL")

    def _finish_sweeping(self) -> None:
        """Finish what a killed process began, unless another one is at it."""
        if self._is_alone():
            self._sweep()

    def _prepare(self) -> None:
        """Look what the file is and make it ready.

        Who turns on the write-ahead log, or makes the tables, locks others out for a moment in
        which SQLite does not let them wait: they look again.
        """
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self._make_ready()
            except sqlite3.OperationalError as error:
                if not _is_busy(error):
                    raise
                if time.monotonic() > until:
                    msg = f"{self.path}: another netgraph is writing to it; try again later"
                    raise UnreadableFileError(msg) from error
                time.sleep(PAUSE)
            else:
                return

    def _make_ready(self) -> None:
        try:
            # in this order: another process may be making the tables, all at once
            tables = self.number("SELECT count(*) FROM sqlite_master")
            version = self.number("PRAGMA user_version")
            application = self.number("PRAGMA application_id")
        except sqlite3.DatabaseError as error:
            if _is_busy(error):
                raise
            msg = f"{self.path}: is not a netgraph store; choose another place with --store"
            raise StoreVersionError(msg) from error
        if tables and application != APPLICATION_ID:
            msg = f"{self.path}: is another program's database; choose another place with --store"
            raise StoreVersionError(msg)
        if version > SCHEMA_VERSION:
            msg = f"{self.path}: was written by a newer netgraph (store version {version})"
            raise StoreVersionError(msg)
        self.execute("PRAGMA journal_mode = WAL")
        self.execute("PRAGMA synchronous = NORMAL")
        self.execute("PRAGMA secure_delete = ON")
        # keys come in no order: what does not fit is written again and again
        self.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        if not tables or version < SCHEMA_VERSION:
            self._bring_up()
        if self.number("SELECT count(*) FROM state WHERE name = 'unswept'"):
            self._finish_sweeping()

    def _bring_up(self) -> None:
        """Make or migrate the tables, unless another process did while this one waited."""
        self.execute("BEGIN IMMEDIATE")
        try:
            version = self.number("PRAGMA user_version")
            if not self.number("SELECT count(*) FROM sqlite_master"):
                self._run(files("netgraph.store").joinpath("schema.sql").read_text("utf-8"))
                self.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            else:
                for step in range(version, SCHEMA_VERSION):
                    self._run(MIGRATIONS[step])
            self.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        except BaseException:
            self.execute("ROLLBACK")
            raise
        self.execute("COMMIT")

    def _run(self, script: str) -> None:
        """Run the statements of ``script`` in the open transaction (executescript commits it)."""
        statement = ""
        for piece in script.split(";"):
            statement += piece + ";"
            if sqlite3.complete_statement(statement):
                self.execute(statement)
                statement = ""


def _is_busy(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
