"""The log: rows are only ever added, what was taken back stays, and a rhythm's last word counts."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgraph.model import Did, Foreseen, LogEntry, Outcome, Rhythm
from netgraph.store import Store
from tests.store.test_store import without_version_9

ROOT = Path(__file__).parents[2]
WHEN = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
ENTRY = LogEntry(1, ("s1",), "Anna Berg", Did.ASKED, date(2026, 3, 1), WHEN)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "netgraph.db") as opened:
        yield opened


def test_a_line_comes_back_as_it_was_written(store):
    full = replace(
        ENTRY,
        subjects=("s1", "s2"),
        note="by letter\nthen a call",
        outcome=Outcome.LATER,
        employer="Nordwind Analytics",
        next=date(2026, 3, 9),
        foreseen=Foreseen("observed", 0.5, 2, 0.2),
    )
    assert [store.log.add(ENTRY), store.log.add(full)] == [1, 2]
    assert store.log.all() == (ENTRY, replace(full, number=2))


def test_taking_back_is_a_line_too_and_can_be_taken_back(store):
    store.log.add(ENTRY)
    second = store.log.undo(1, WHEN)
    assert store.log.all() == (replace(ENTRY, undone=True),)
    store.log.undo(second, WHEN)
    assert store.log.all() == (ENTRY,)


@given(st.lists(st.one_of(st.just(0), st.integers(1, 12)), max_size=12))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_nothing_ever_leaves_the_log(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("log") / "netgraph.db"
    written = []
    with Store.open(path) as store:
        for step in steps:
            before = rows(path)
            if step and step <= len(before):
                store.log.undo(step, WHEN)
            else:
                written.append(store.log.add(replace(ENTRY, note=str(len(before)))))
            assert rows(path)[:-1] == before
        assert [one.number for one in store.log.all()] == written


def rows(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT * FROM log ORDER BY id").fetchall()


def test_forgetting_takes_a_line_only_when_it_is_nobody_elses(store):
    store.log.add(ENTRY)
    store.log.add(replace(ENTRY, subjects=("s1", "s2")))
    store.log.undo(1, WHEN)
    with store.erasing() as removal:
        removal.decisions({"s1"})
    assert store.log.all() == (replace(ENTRY, number=2, subjects=("s2",)),)
    assert len(rows(store.path)) == 1


def test_the_words_on_being_in_touch_stay_in_the_order_they_were_said(store):
    first = Rhythm("s1", 90, WHEN)
    later = Rhythm("s1", 0, WHEN + timedelta(microseconds=1))
    store.log.keep([first])
    store.log.keep([later])
    assert store.log.rhythms() == (first, later)
    with store.erasing() as removal:
        removal.decisions({"s1"})
    assert store.log.rhythms() == ()


def test_a_name_with_half_a_character_in_it_is_kept_too(store):
    store.log.add(replace(ENTRY, name="Ann \ud83d", note="\udcff", subjects=("s\ud83d",)))
    (found,) = store.log.all()
    assert (found.name, found.note, found.subjects) == ("Ann ?", "?", ("s\ud83d",))


def test_limits_are_kept_by_name(store):
    assert store.log.limit("per month") is None
    store.log.set_limits([("per month", 8), ("per circle", 2)])
    store.log.set_limits([("per month", 6)])
    assert (store.log.limit("per month"), store.log.limit("per circle")) == (6, 2)


def test_a_store_of_version_8_gets_a_log(tmp_path):
    path = tmp_path / "old.db"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as database:
        without_version_9(database)
        database.execute("PRAGMA user_version = 8")
        database.commit()
    with Store.open(path) as store:
        store.log.add(ENTRY)
        store.log.keep([Rhythm("s1", 90, WHEN)])
    with Store.open(path) as store:
        assert store.log.all() == (ENTRY,)
        assert store.log.rhythms() == (Rhythm("s1", 90, WHEN),)


WRITING = """
import sys
from dataclasses import replace
from tests.store.test_log import ENTRY
from netgraph.store import Store
with Store.open(sys.argv[1]) as store:
    for number in range(100_000):
        store.log.add(replace(ENTRY, note=f"line {number}"))
        if number == 20:
            print("begun", flush=True)
"""


def test_a_killed_process_leaves_whole_lines_from_the_first_on(tmp_path):
    path = tmp_path / "netgraph.db"
    command = [sys.executable, "-c", WRITING, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as writing:
        assert writing.stdout is not None
        assert writing.stdout.readline().strip() == b"begun"
        writing.kill()
    with Store.open(path) as store:
        found = store.log.all()
        assert len(found) > 20
        assert [one.note for one in found] == [f"line {number}" for number in range(len(found))]
