"""A hand-made list that was edited takes the place of what it said before."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.model import Judgement
from netgraph.store import Store
from netgraph.workflow import answer, import_paths, load_graph, resolve

FIRST = datetime(2026, 3, 3, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 3, 12, tzinfo=UTC)
HEADER = "Name,Email,Employer,How close,Knows\n"
ADA = "Ada Stone,ada@example.org,Quandel,well,Karim Haddad\n"
OTTO = "Otto Vogel,,,some,\n"
LEA = "Lea Ortiz,lea@example.org,,barely,\n"


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "netgraph.db") as store:
        yield store


@pytest.fixture
def table(tmp_path) -> Path:
    made = tmp_path / "lists" / "people.csv"
    made.parent.mkdir()
    return made


def bring(store, path, *rows, now=LATER, header=HEADER):
    path.write_text(header + "".join(rows), encoding="utf-8")
    return next(iter(import_paths(store, [path], now=now)))


def names(store):
    return {person.name for person in resolve(store).people if not person.is_me}


def test_the_later_version_is_what_counts_and_the_report_says_what_changed(store, table):
    bring(store, table, ADA, OTTO, LEA, now=FIRST)
    report = bring(store, table, ADA.replace("Quandel", "Pine Systems"), LEA, "Eve Marsh,,,,\n")
    assert report.note == "replaces the version of 3 Mar 2026: 1 new, 1 changed, 1 gone"
    assert report.counts.replaced.gone == ("Otto Vogel",)
    assert (report.counts.kept, report.counts.merged) == (2, 1)
    assert names(store) == {"Ada Stone", "Lea Ortiz", "Eve Marsh", "Karim Haddad"}
    jobs = {a.organisation for s in store.imported.cards() for a in s.card.affiliations}
    assert jobs == {"Pine Systems"}
    assert len(store.imported.sources()) == 1


def test_a_closeness_taken_back_is_gone(store, table):
    bring(store, table, ADA, OTTO)
    bring(store, table, ADA, OTTO.replace("some", "barely"))
    said = [r.relation.closeness for r in store.imported.relations() if r.relation.closeness]
    assert sorted(said) == ["barely", "well"]


def test_a_row_that_says_something_else_of_the_same_person_is_changed(store, table):
    bring(store, table, ADA, OTTO, LEA, "Eve Marsh,,,,\n")
    closer, silent = OTTO.replace("some", "well"), ADA.replace("Karim Haddad", "")
    report = bring(store, table, LEA, closer, silent, "Eve Marsh,,,,\n")
    assert "0 new, 2 changed, 0 gone" in report.note
    assert report.counts.replaced.changed == 2
    again = bring(store, table, silent, LEA, "Eve Marsh,,,,Otto Vogel\n", closer)
    assert (again.counts.replaced.changed, again.counts.replaced.gone) == (1, ())


def test_what_another_list_says_too_changes_nothing_in_the_edited_one(store, table, tmp_path):
    bring(store, tmp_path / "choir.csv", ADA, OTTO)
    bring(store, table, ADA, OTTO)
    report = bring(store, table, OTTO, ADA, LEA)
    assert (report.counts.replaced.new, report.counts.replaced.changed) == (1, 0)


def test_unchanged_and_changed_rows_are_known_since_the_first_version(store, table):
    bring(store, table, ADA, OTTO, now=FIRST)
    bring(store, table, ADA, "Otto Vogel,otto@example.org,,some,\n", LEA)
    since = {stored.card.names[0]: stored.imported for stored in store.imported.cards()}
    assert since == {
        "Ada Stone": FIRST, "Karim Haddad": FIRST, "Otto Vogel": FIRST, "Lea Ortiz": LATER
    }  # fmt: skip
    spring = load_graph(store, datetime(2026, 4, 1, tzinfo=UTC))
    assert "Lea Ortiz" not in {person.name for person in spring.people}
    assert "Ada Stone" in {person.name for person in spring.people}
    bring(store, table, ADA)
    assert {s.imported for s in store.imported.cards()} == {FIRST}


def test_the_users_word_on_a_row_outlives_its_change(store, table):
    bring(store, table, OTTO, "Otto Vogl,,,,\n")
    ids = {person.name: person.id for person in resolve(store).people}
    answer(store, ids["Otto Vogel"], ids["Otto Vogl"], Judgement.SAME, now=LATER)
    assert len(names(store)) == 1
    bring(store, table, "Otto Vogel,otto@example.org,,some,\n", "Otto Vogl,,,,\n")
    assert len(names(store)) == 1


def test_what_stands_in_another_file_too_stays(store, table, tmp_path):
    bring(store, table, OTTO, LEA)
    other = tmp_path / "choir.csv"
    bring(store, other, OTTO)
    report = bring(store, table, LEA)
    assert report.counts.replaced.gone == ("Otto Vogel",)
    assert "Otto Vogel" in names(store)
    (otto,) = (s.card for s in store.imported.cards() if s.card.names == ("Otto Vogel",))
    assert (otto.origin.file, otto.origin.place) == ("choir.csv", "row 2")


def test_a_list_elsewhere_adds_and_a_likely_later_version_is_named(store, table, tmp_path):
    bring(store, table, ADA, OTTO, now=FIRST)
    copy = tmp_path / "copies" / "people.csv"
    copy.parent.mkdir()
    report = bring(store, copy, ADA, OTTO, LEA)
    assert report.counts.replaced is None
    assert "most of people.csv of 3 Mar 2026 stands in it too" in report.note
    assert "netgraph forget 1" in report.note
    stranger = tmp_path / "other" / "people.csv"
    stranger.parent.mkdir()
    assert bring(store, stranger, "Eve Marsh,,,,\n").note == ""
    assert {"Ada Stone", "Otto Vogel", "Lea Ortiz", "Eve Marsh"} <= names(store)


def test_a_version_of_which_nothing_can_be_read_takes_no_place(store, table):
    bring(store, table, ADA, OTTO)
    report = bring(store, table, ",,,,\n")
    assert report.error
    assert {"Ada Stone", "Otto Vogel"} <= names(store)


def test_going_back_to_an_earlier_version(store, table):
    bring(store, table, ADA, OTTO)
    bring(store, table, ADA)
    report = bring(store, table, ADA, OTTO)
    assert (report.counts.replaced.new, report.counts.replaced.gone) == (1, ())
    assert "Otto Vogel" in names(store)


def test_a_list_that_moved_is_replaced_where_it_lies_now(store, table, tmp_path):
    bring(store, table, ADA, OTTO)
    moved = tmp_path / "moved.csv"
    assert "imported before" in bring(store, moved, ADA, OTTO).note
    report = bring(store, moved, ADA)
    assert report.counts.replaced.gone == ("Otto Vogel",)


def test_a_friends_list_at_the_same_place_is_another(store, table):
    bring(store, table, OTTO)
    table.write_text(HEADER + LEA, encoding="utf-8")
    (report,) = import_paths(store, [table], now=LATER, owner="friend-1")
    assert report.counts.replaced is None
    assert len(store.imported.sources()) == 2


def test_an_address_book_exported_later_adds_a_dated_card(store, tmp_path):
    book = tmp_path / "phone.vcf"
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ada Stone\r\nORG:{}\r\nEMAIL:a@example.org\r\n"
    card += "END:VCARD\r\n"
    for employer in ("Quandel", "Pine Systems"):
        book.write_text(card.format(employer), encoding="utf-8", newline="")
        (report,) = import_paths(store, [book], now=LATER)
        assert report.counts.replaced is None
    assert len(store.imported.cards()) == 2
