"""Killing an import at any instant loses nothing and doubles nothing."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from netgraph.store import Store
from netgraph.workflow import resolve

TABLES = ("card", "interaction", "relation", "reject")


def start_import(store: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "netgraph", "--store", str(store), "import", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def rows(store: Path) -> dict[str, list[tuple[object, ...]]]:
    """What was imported, without row numbers."""
    found = {}
    with closing(sqlite3.connect(store)) as database:
        # killed before the tables were made: nothing is there, and nothing is lost
        if not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            return {table: [] for table in TABLES}
        for table in TABLES:
            cursor = database.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            kept = [i for i, name in enumerate(names) if name not in {"id", "source_id"}]
            found[table] = sorted(tuple(row[i] for i in kept) for row in cursor)
        found["source"] = sorted(
            database.execute("SELECT file, digest, items_read, items_kept FROM source")
        )
    return found


def test_twenty_kills_at_random_instants_lose_and_double_nothing(tmp_path, sample_data):
    clean = tmp_path / "clean.db"
    began = time.monotonic()
    assert start_import(clean, sample_data / "mine").wait() == 0
    whole = time.monotonic() - began
    wanted = rows(clean)
    draw = random.Random(20)
    for trial in range(20):
        store = tmp_path / f"killed{trial}.db"
        process = start_import(store, sample_data / "mine")
        time.sleep(draw.uniform(0.1, 1.0) * whole)
        process.send_signal(signal.SIGKILL)
        process.wait()
        if store.exists() and store.stat().st_size:
            assert set(rows(store)["card"]) <= set(wanted["card"])
        assert start_import(store, sample_data / "mine").wait() == 0
        assert rows(store) == wanted
    with Store.open(clean) as one, Store.open(store) as other:
        assert resolve(one).person_of == resolve(other).person_of


def test_imports_side_by_side_lose_and_double_nothing(tmp_path, sample_data):
    together, alone = tmp_path / "together.db", tmp_path / "alone.db"
    running = [start_import(together, sample_data / "mine") for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert start_import(alone, sample_data / "mine").wait() == 0
    assert rows(together)["card"] == rows(alone)["card"]
    assert rows(together)["source"] == rows(alone)["source"]
