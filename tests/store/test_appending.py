"""Rows are written in batches, and what was there before is told from what is new."""

from __future__ import annotations

import gc
import json
import sqlite3
from contextlib import closing, nullcontext
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.model import (
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Reject,
    Source,
)
from netgraph.store import Store, appending
from netgraph.store.rows import as_text, as_time, card_from, card_row, interaction_row

WHEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
TRICKY = 'Zoë "Zo" \\ \x01 \ud800 \U0001f600'


def origin(place: str) -> Origin:
    return Origin("demo", "a.csv", "d1", place)


def card(number: int, place: str) -> Card:
    return Card(f"k{number}", f"s{number}", origin(place), (f"Person {number}",))


def source(digest: str) -> Source:
    return Source(0, "demo", "a.csv", digest, "", WHEN)


@pytest.mark.parametrize("batch", [1, 2, 3, 2048])
def test_items_are_counted_alike_whatever_the_size_of_a_batch(tmp_path, monkeypatch, batch):
    monkeypatch.setattr(appending, "BATCH_ROWS", batch)
    found = [
        card(1, "row 1"), card(2, "row 2"), card(1, "row 3"), Reject(origin("row 4"), "empty"),
        card(2, "row 5"), card(3, "row 5"), card(4, "row 6"), Reject(origin("row 6"), "a date"),
    ]  # fmt: skip
    with Store.open(tmp_path / "netgraph.db") as store:
        first = store.imported.add(source("d1"), "rows", found)
        again = store.imported.add(source("d2"), "rows", [*found, card(5, "row 7")])
    assert (first.read, first.kept, first.merged, first.skipped) == (6, 4, 1, 1)
    assert (first.reasons, first.doubts) == ((("empty", 1),), (("a date", 1),))
    assert (again.read, again.kept, again.merged, again.skipped) == (7, 1, 5, 1)
    with closing(sqlite3.connect(tmp_path / "netgraph.db")) as database:
        assert [key for (key,) in database.execute("SELECT key FROM card ORDER BY id")] == [
            "k1", "k2", "k3", "k4", "k5",
        ]  # fmt: skip
        rows = database.execute("SELECT source_id, key, place FROM repeat ORDER BY 1, 2")
        assert rows.fetchall() == [
            (1, "k1", "row 3"), (1, "k2", "row 5"),
            (2, "k1", "row 1"), (2, "k2", "row 2"), (2, "k3", "row 5"), (2, "k4", "row 6"),
        ]  # fmt: skip


def test_rows_hold_the_json_that_an_encoder_would_write():
    job = Affiliation(TRICKY, "", date(2020, 1, 1), None)
    person = Identifier(IdentifierKind.EMAIL, TRICKY)
    whole = Card(
        "k", "s", origin("row 1"), (TRICKY,), (person,), (job,), (TRICKY,), is_contact=True
    )
    row = card_row(whole)
    assert card_from(row, whole.origin) == whole
    assert row[3] == json.dumps([TRICKY])
    assert row[4] == json.dumps([["email", TRICKY]], separators=(",", ":"))
    assert row[5] == json.dumps([[TRICKY, "", "2020-01-01", None, "work"]], separators=(",", ":"))
    assert {type(value) for value in row} == {str, int}


@pytest.mark.parametrize("year", [1, 987, 2026, 9999])
def test_a_time_is_written_as_iso_8601(year):
    when = datetime(year, 6, 5, 4, 3, 2, 1, tzinfo=UTC)
    assert as_text(when) == when.isoformat(timespec="seconds")
    assert as_time(as_text(when)) == when.replace(microsecond=0)


def test_a_time_of_another_zone_is_kept_in_utc():
    east = WHEN.astimezone(timezone(timedelta(hours=9)))
    item = Interaction("i", origin("row 1"), InteractionKind.MAIL, east, None, (), 0)
    assert interaction_row(item)[3] == "2026-11-03T09:30:00+00:00"


@pytest.mark.parametrize("fails", [False, True])
def test_the_collector_of_cycles_is_as_before_afterwards(tmp_path, fails):
    def records():
        yield card(1, "row 1")
        assert gc.get_threshold()[0] >= appending.NEW_OBJECTS
        if fails:
            raise UnreadableFileError("a.csv: breaks off")

    before = gc.get_threshold()
    with (
        Store.open(tmp_path / "netgraph.db") as store,
        pytest.raises(UnreadableFileError) if fails else nullcontext(),
    ):
        store.imported.add(source("d1"), "rows", records())
    assert gc.get_threshold() == before
