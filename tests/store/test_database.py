"""A store that several processes open at once for the first time."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.store.database import SCHEMA_VERSION, Database

AT_ONCE = 8


def test_many_may_open_a_new_store_at_the_same_moment(tmp_path):
    for attempt in range(10):
        path, ready = tmp_path / f"{attempt}.db", Barrier(AT_ONCE)

        def first_look(path=path, ready=ready):
            ready.wait()
            database = Database(path)
            try:
                return database.number("PRAGMA user_version")
            finally:
                database.close()

        with ThreadPoolExecutor(AT_ONCE) as pool:
            versions = list(pool.map(lambda _: first_look(), range(AT_ONCE)))
        assert versions == [SCHEMA_VERSION] * AT_ONCE


def test_a_store_that_is_locked_for_a_moment_is_looked_at_again(tmp_path, monkeypatch):
    path = tmp_path / "netgraph.db"
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("netgraph.store.database.sqlite3.connect", impatient(sqlite3.connect))
    waits: list[float] = []

    def pause(seconds: float) -> None:
        waits.append(seconds)
        holder.execute("COMMIT")
        monkeypatch.setattr("netgraph.store.database.time.sleep", waits.append)

    monkeypatch.setattr("netgraph.store.database.time.sleep", pause)
    Database(path).close()
    assert waits
    holder.close()


def test_a_store_that_stays_locked_is_told_as_busy_and_not_as_something_else(tmp_path, monkeypatch):
    path = tmp_path / "netgraph.db"
    Database(path).close()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    monkeypatch.setattr("netgraph.store.database.sqlite3.connect", impatient(sqlite3.connect))
    monkeypatch.setattr("netgraph.store.database.PATIENCE", 0)
    with pytest.raises(UnreadableFileError, match="another netgraph is writing to it"):
        Database(path)
    holder.execute("ROLLBACK")
    holder.close()


def impatient(connect):
    return lambda *arguments, **options: connect(*arguments, **options | {"timeout": 0})
