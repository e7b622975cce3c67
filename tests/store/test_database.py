"""A store that several processes open at once for the first time."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

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
