"""The graph kept beside the store is never another one than that made anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from netgraph.graph import filing
from netgraph.model import (
    Exclusion,
    HowWell,
    Judgement,
    Target,
    TieWord,
)
from netgraph.store import Store
from netgraph.store.decided import EmployerWord, Owner
from netgraph.workflow import import_paths, kept, load, load_graph
from netgraph.workflow.approaching import approach
from netgraph.workflow.forgetting import forget, forget_everything, plan_to_forget
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.settling import LATELY

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIST = (
    "name,email,employer,knows,closeness\n"
    "Ann Marsh,ann@example.org,Acme,Ida Stone,well\n"
    "Bob Reed,bob@example.org,Acme,Ida Stone,some\n"
    "Ida Stone,ida@example.org,Nord,,\n"
)
MEETING = """BEGIN:VCALENDAR
BEGIN:VEVENT
UID:one
DTSTART:{start}
DTEND:{start}
ORGANIZER;CN=Ann Marsh:mailto:ann@example.org
ATTENDEE;CN=Bob Reed:mailto:bob@example.org
SUMMARY:x
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "netgraph.db")
    bring(made, tmp_path / "list.csv", LIST)
    return made


def bring(store: Store, path: Path, text: str, owner: str = "") -> None:
    path.write_text(text, "utf-8")
    for report in import_paths(store, [path], now=NOW, owner=owner):
        assert not report.error


def was_kept(store: Store, as_of: datetime, *, today: bool = True) -> bool:
    """Whether the answer came from the file; it must be the true one in any case."""
    before = {path: path.stat().st_ino for path in store.kept_files()}
    found = kept_graph(store, as_of, today=today)
    after = {path: path.stat().st_ino for path in store.kept_files()}
    true = load_graph(store, as_of)
    if before == after:
        # earlier the same day: nothing but ages may differ
        assert found.people == true.people
        assert [t.evidence[0].origin for t in found.ties] == [
            t.evidence[0].origin for t in true.ties
        ]
        assert found.as_of <= as_of
    else:
        assert found == true
    return before == after


LATER = NOW + timedelta(hours=1)
CHANGES: dict[str, Callable[[Store, Path], object]] = {
    "source, card, relation": lambda s, f: bring(
        s, f / "b.csv", LIST + "Cy Low,cy@example.org,,,\n"
    ),
    "interaction": lambda s, f: bring(s, f / "a.ics", MEETING.format(start="20261101T090000Z")),
    "owner": lambda s, _f: s.decided.set_owner(Owner("", "Ann Marsh", "ann@example.org")),
    "decision": lambda s, _f: s.decided.decide("a", "b", Judgement.SAME, LATER),
    "target": lambda s, _f: s.decided.set_target(Target("Acme")),
    "hand_entry": lambda s, _f: s.decided.add_hand_entry(
        {"name": "Di", "last_contact_kind": "call"}, NOW
    ),
    "setting": lambda s, _f: s.decided.set_region("DE"),
    "employer_word": lambda s, _f: s.decided.set_employer_word(
        EmployerWord("Acme", "Nord", same=True), NOW
    ),
    "employer_row": lambda s, _f: s.decided.set_employer_rows([{"name": "Acme", "aliases": "A"}]),
    "tie_word": lambda s, _f: s.tie_words.say([TieWord("a", "", HowWell.WELL, NOW)]),
    "exclusion": lambda s, _f: s.exclusions.say([Exclusion("a", "", excluded=True, when=NOW)]),
    "skipped_question": lambda s, _f: s.skips.skip([("a", "b")], NOW),
    "forgotten": lambda s, _f: forget(s, plan_to_forget(s, "Bob Reed"), salt=b"x" * 16),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_the_store_makes_another_graph(
    store: Store, tmp_path: Path, what: str
) -> None:
    assert not was_kept(store, LATER)
    assert was_kept(store, LATER)
    CHANGES[what](store, tmp_path)
    assert not was_kept(store, LATER)
    assert was_kept(store, LATER)


#: Derived, internal, or without a say in who knows whom.
QUIET = {
    "person", "person_card", "rule_decision", "owner_person", "state", "sqlite_sequence",
    "log", "keep_in_touch", "repeat",
}  # fmt: skip


def test_every_table_shows_in_the_fingerprint_but_those_left_out(store: Store) -> None:
    execute = store._database.execute
    tables = {row[0] for row in execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    silent = set()
    for table in sorted(tables - {"sqlite_sequence", "state"}):
        before = store.fingerprint()
        columns = execute(f"PRAGMA table_info({table})").fetchall()
        values = [10**6 + number for number in range(len(columns))]
        marks = ", ".join("?" * len(values))
        execute("PRAGMA foreign_keys = OFF")
        execute(f"INSERT INTO {table} VALUES ({marks})", tuple(values))
        if store.fingerprint() == before:
            silent.add(table)
    assert silent == QUIET - {"sqlite_sequence", "state"}


def test_a_day_passes_and_what_happens_in_it(store: Store, tmp_path: Path) -> None:
    bring(store, tmp_path / "a.ics", MEETING.format(start="20261103T150000Z"))
    assert not was_kept(store, NOW)
    assert was_kept(store, NOW + timedelta(hours=2, minutes=59))
    assert not was_kept(store, NOW + timedelta(hours=3, minutes=1))
    assert was_kept(store, NOW + timedelta(hours=9))
    assert not was_kept(store, NOW + timedelta(hours=12))
    assert not was_kept(store, NOW)


def test_a_skipped_question_comes_again(store: Store) -> None:
    store.skips.skip([("a", "b")], NOW - LATELY + timedelta(hours=2))
    assert not was_kept(store, NOW)
    assert was_kept(store, NOW + timedelta(hours=1))
    assert not was_kept(store, NOW + timedelta(hours=3))


def test_a_moment_asked_for_is_kept_for_itself(store: Store) -> None:
    assert not was_kept(store, NOW, today=False)
    assert was_kept(store, NOW, today=False)
    assert not was_kept(store, NOW + timedelta(minutes=1), today=False)
    assert was_kept(store, NOW, today=False)
    for minute in range(2, 9):
        kept_graph(store, NOW + timedelta(minutes=minute))
    assert len(store.kept_files()) == kept.MOST
    left_out = kept_graph(store, NOW, everybody=True)
    assert left_out == load_graph(store, NOW, everybody=True)


def test_another_netgraph_makes_its_own(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not was_kept(store, NOW)
    assert was_kept(store, NOW)
    monkeypatch.setattr(kept, "__file__", __file__)
    assert not was_kept(store, NOW)


def test_private_and_safe_to_delete(store: Store) -> None:
    found = kept_graph(store, NOW)
    (path,) = store.kept_files()
    assert path.stat().st_mode & 0o077 == 0
    path.unlink()
    assert kept_graph(store, NOW) == found


def test_killed_half_way(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def killed(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(filing.os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        kept_graph(store, NOW)
    monkeypatch.undo()
    assert store.kept_files() == []
    # killed so that it could not even tidy up: what is left is not taken for a graph
    kept_graph(store, NOW)
    (path,) = store.kept_files()
    path.write_bytes(path.read_bytes()[:-1])
    assert kept_graph(store, NOW) == load_graph(store, NOW)


def test_where_nothing_can_be_written_the_answer_is_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(filing.os, "fsync", full)
    assert kept_graph(store, NOW) == load_graph(store, NOW)
    assert store.kept_files() == []


def test_forgetting_leaves_no_name_beside_the_store(store: Store, tmp_path: Path) -> None:
    for as_of in (NOW, NOW + timedelta(days=1)):
        kept_graph(store, as_of)
    half = store.path.with_name(store.kept_files()[0].name + f".{os.getpid()}")
    half.write_bytes(b"Bob Reed")
    assert any(b"Bob Reed" in path.read_bytes() for path in store.kept_files())
    forget(store, plan_to_forget(store, "Bob Reed"), salt=b"x" * 16)
    assert store.kept_files() == []
    kept_graph(store, NOW)
    beside = [path for path in tmp_path.iterdir() if path.name.startswith("netgraph.db")]
    assert not any(b"bob@" in path.read_bytes() for path in beside)
    store.close()
    forget_everything(store.path)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("netgraph.db")]


def test_load_gives_the_same_twice(store: Store) -> None:
    first = load(store.path)
    assert load(store.path) == first
    assert first.as_of.date() == date(2026, 11, 3)


def test_asking_starts_from_the_kept_graph_of_its_day(store: Store) -> None:
    first = approach(store, NOW, today=True).graph
    made = {path: path.stat().st_ino for path in store.kept_files()}
    again = approach(store, NOW + timedelta(hours=2), today=True).graph
    assert made
    assert {path: path.stat().st_ino for path in store.kept_files()} == made
    assert again == first
