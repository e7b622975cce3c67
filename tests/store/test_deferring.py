"""Rows written unchecked end as rows that were checked one by one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgraph.errors import NetgraphError
from netgraph.model import (
    OWNER,
    Card,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    Source,
)
from netgraph.store import Store, appending, deferring
from netgraph.store.database import Database

WHEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
TABLES = ("card", "interaction", "relation")
OLD_CARD = """
CREATE TABLE old (
    id INTEGER PRIMARY KEY, source_id INTEGER NOT NULL, owner TEXT NOT NULL, key TEXT NOT NULL,
    subject TEXT NOT NULL, place TEXT NOT NULL, names TEXT NOT NULL, identifiers TEXT NOT NULL,
    affiliations TEXT NOT NULL, labels TEXT NOT NULL, is_contact INTEGER NOT NULL,
    is_owner INTEGER NOT NULL, since TEXT, UNIQUE (key, owner)
)"""


def record(kind: str, key: int, place: int) -> Record:
    origin = Origin("demo", "a.csv", "d", f"row {place}")
    if kind == "card":
        return Card(f"c{key}", f"s{key}", origin, (f"Person {key}",))
    if kind == "reject":
        return Reject(origin, "empty")
    return Interaction(f"i{key}", origin, InteractionKind.MEETING, WHEN, OWNER, (), 1)


KINDS = st.sampled_from(["card", "card", "meeting", "reject"])
FILES = st.lists(
    st.tuples(
        st.sampled_from(["", "friend"]),
        st.lists(st.builds(record, KINDS, st.integers(0, 8), st.integers(2, 12)), max_size=25),
    ),
    min_size=1,
    max_size=3,
)


def imported(path: Path, files: list[tuple[str, list[Record]]]) -> list[object]:
    """What the tables hold when these files are in, ids left out, and the reports."""
    path.unlink(missing_ok=True)
    found: list[object] = []
    with Store.open(path) as store:
        for number, (owner, records) in enumerate(files):
            source = Source(0, "demo", "a.csv", f"d{number}", owner, WHEN)
            try:
                found.append(store.imported.add(source, "rows", records))
            except NetgraphError as error:
                found.append(str(error))
    with closing(sqlite3.connect(path)) as database:
        for table in (*TABLES, "reject"):
            rows = database.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
            found.append([row[1:] for row in rows])
        found.append(database.execute("SELECT * FROM repeat ORDER BY 1, 2, 3").fetchall())
    return found


def indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT name FROM sqlite_master WHERE name LIKE '%_by_key'")
        return {name for (name,) in rows}


@settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(files=FILES, batch=st.integers(1, 4))
def test_what_is_written_unchecked_is_as_if_it_had_been_checked(tmp_path, files, batch):
    path = tmp_path / "netgraph.db"
    checked = imported(path, files)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(appending, "BATCH_ROWS", batch)
        patch.setattr(deferring, "MANY_ROWS", 2)
        assert imported(path, files) == checked
    assert indexes(path) == {f"{table}_by_key" for table in TABLES}


def many(count: int) -> Iterator[Record]:
    return (record("card", number, number) for number in range(count))


def test_the_index_is_dropped_only_when_a_file_brings_as_much_as_there_is(tmp_path, monkeypatch):
    monkeypatch.setattr(deferring, "MANY_ROWS", 4)
    dropped = []
    plain = deferring.Deferring.wrote

    def watched(self, table, rows, last):
        plain(self, table, rows, last)
        dropped.append(self.is_unchecked(table))

    monkeypatch.setattr(deferring.Deferring, "wrote", watched)
    monkeypatch.setattr(appending, "BATCH_ROWS", 3)
    with Store.open(tmp_path / "netgraph.db") as store:
        store.imported.add(Source(0, "demo", "a.csv", "d0", "", WHEN), "rows", many(10))
        assert dropped == [False, True, True, True]
        dropped.clear()
        more = (record("card", 20 + number, number) for number in range(9))
        store.imported.add(Source(0, "demo", "b.csv", "d1", "", WHEN), "rows", more)
        assert dropped == [False, False, False]


def test_a_file_that_breaks_off_leaves_rows_and_indexes_as_they_were(tmp_path, monkeypatch):
    monkeypatch.setattr(deferring, "MANY_ROWS", 4)
    monkeypatch.setattr(appending, "BATCH_ROWS", 3)
    path = tmp_path / "netgraph.db"

    def broken() -> Iterator[Record]:
        yield from many(10)
        assert not (indexes(path) - {f"{table}_by_key" for table in TABLES})
        raise KeyboardInterrupt

    with Store.open(path) as store:
        with pytest.raises(KeyboardInterrupt):
            store.imported.add(Source(0, "demo", "a.csv", "d0", "", WHEN), "rows", broken())
        assert store.imported.cards() == ()
    assert indexes(path) == {f"{table}_by_key" for table in TABLES}


def test_a_store_with_its_index_within_the_table_is_written_checked(tmp_path, monkeypatch):
    monkeypatch.setattr(deferring, "MANY_ROWS", 2)
    monkeypatch.setattr(appending, "BATCH_ROWS", 2)
    path = tmp_path / "netgraph.db"
    Database(path).close()
    with closing(sqlite3.connect(path)) as database:
        views = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
        views = views.fetchall()
        for name, _ in views:
            database.execute(f"DROP VIEW {name}")
        database.execute("DROP TABLE card")
        database.execute(OLD_CARD)
        database.execute("ALTER TABLE old RENAME TO card")
        for _, sql in views:
            database.execute(sql)
    twice = [*many(5), *many(5)]
    with Store.open(path) as store:
        counts = store.imported.add(Source(0, "demo", "a.csv", "d0", "", WHEN), "rows", twice)
        assert len(store.imported.cards()) == counts.kept == 5
    assert indexes(path) == {"interaction_by_key", "relation_by_key"}


@pytest.mark.parametrize("count", [0, 1, 127, 128, 129, 256, 300])
def test_rows_inserted_at_once_are_all_there_in_their_order(tmp_path, count):
    with closing(Database(tmp_path / "netgraph.db")) as database:
        rows = [(f"s{number}", number) for number in range(count)]
        with database.writing():
            into = "INSERT OR IGNORE INTO setting (name, value)"
            assert database.insert(into, "(?, ?)", rows) == count
            assert database.insert(into, "(?, ?)", rows[:130]) == 0
        found = database.execute("SELECT name, value FROM setting ORDER BY rowid").fetchall()
    assert found == [(name, str(number)) for name, number in rows]
