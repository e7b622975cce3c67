"""The log outlives import, rebuild, merging and splitting, and goes with whom it is about."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from netgraph.errors import NetgraphError, NotFoundError
from netgraph.model import Did, Fact, Outcome, Person, Target
from netgraph.store import Store
from netgraph.workflow import add_target, import_paths, merge, resolve, split
from netgraph.workflow.forgetting import forget, plan_to_forget
from netgraph.workflow.logbook import Deed, employer_meant, keep, logbook, undo, write

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIST = (
    "name,email,employer,knows,closeness\n"
    "Ann Marsh,ann@example.org,Acme,Ida Stone,well\n"
    "Bob Reed,bob@example.org,Acme,Ida Stone,some\n"
    "Ida Stone,ida@example.org,Nord,,\n"
)
ASKED = Deed(Did.ASKED, date(2026, 11, 2), employer="Nord", next=date(2026, 11, 9))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "netgraph.db") as made:
        bring(made, tmp_path, LIST)
        add_target(made, Target("Nord"))
        yield made


def bring(store, folder, text, name="list.csv"):
    (folder / name).write_text(text, encoding="utf-8")
    (report,) = import_paths(store, [folder / name], now=NOW)
    assert not report.error


def person(store: Store, name: str) -> Person:
    return next(p for p in resolve(store).people if (p.is_me if name == "me" else p.name == name))


def notes(store, name):
    return [one.note for one in logbook(store).of(person(store, name).id)]


def test_an_ask_is_kept_with_what_was_foreseen_of_it(store):
    entry = write(store, person(store, "Ann Marsh"), ASKED, now=NOW + timedelta(days=1))
    assert store.log.all() == (replace(entry, person=""),)
    assert entry.foreseen is None, "on the day before the list was imported nothing was known"
    today = replace(ASKED, on=NOW.date())
    seen = write(store, person(store, "Ann Marsh"), today, now=NOW).foreseen
    assert (seen.kind, seen.tie, seen.hops) == ("stated", 0.8, 2)
    assert 0 < seen.path < 0.8
    direct = write(store, person(store, "Ida Stone"), today, now=NOW).foreseen
    assert (direct.kind, direct.hops) == ("unknown", 1)
    assert direct.path == direct.tie


def test_a_line_outlives_import_and_a_change_of_the_list(store, tmp_path):
    write(store, person(store, "Ann Marsh"), replace(ASKED, note="by letter"), now=NOW)
    bring(store, tmp_path, LIST)
    bring(
        store,
        tmp_path,
        LIST.replace("Ann Marsh,ann@example.org,Acme", "Ann Marsh,ann@example.org,Nord"),
    )
    assert notes(store, "Ann Marsh") == ["by letter"]
    with closing(sqlite3.connect(store.path)) as database:
        database.execute("DELETE FROM person")
        database.execute("UPDATE state SET value = -1 WHERE name = 'resolved'")
        database.commit()
    assert notes(store, "Ann Marsh") == ["by letter"]
    bring(store, tmp_path, LIST.replace("Ann Marsh,ann@example.org,Acme,Ida Stone,well\n", ""))
    (left,) = logbook(store).entries
    assert (left.person, left.name, left.note) == ("", "Ann Marsh", "by letter")


def test_lines_go_where_the_cards_go(store):
    ann, bob = person(store, "Ann Marsh"), person(store, "Bob Reed")
    write(store, ann, replace(ASKED, note="of Ann"), now=NOW)
    write(store, bob, replace(ASKED, note="of Bob"), now=NOW)
    one = merge(store, ann.id, bob.id, now=NOW)
    assert [e.note for e in logbook(store).of(one.id)] == ["of Ann", "of Bob"]
    split(store, one.id, [2], now=NOW + timedelta(minutes=1))
    assert notes(store, "Ann Marsh") + notes(store, "Bob Reed") == ["of Ann", "of Bob"]


def test_who_is_forgotten_leaves_no_line_and_no_name_in_other_notes(store):
    ann, bob = person(store, "Ann Marsh"), person(store, "Bob Reed")
    write(store, ann, replace(ASKED, note="secret of hers"), now=NOW)
    undo(store, None, now=NOW)
    write(store, bob, replace(ASKED, note="Ann Marsh (ann@example.org) sat there too"), now=NOW)
    keep(store, ann, 90, now=NOW)
    forget(store, plan_to_forget(store, "Ann Marsh"), salt=b"0123456789abcdef")
    (left,) = store.log.all()
    assert left.note == "somebody (somebody) sat there too"
    assert store.log.rhythms() == ()
    raw = b"".join(p.read_bytes() for p in store.path.parent.glob("netgraph.db*"))
    assert b"secret of hers" not in raw
    assert b"Ann Marsh" not in raw


def test_who_is_forgotten_leaves_no_name_in_what_i_say_of_myself(store):
    profile = store.profile
    for text in ("Led the fair with Ann Marsh.", "Led the fair with ANN  marsh.", "Cut the costs."):
        profile.add_example(text, NOW)
    said = {
        Fact.WHO: "a planner, long with Ann Marsh at the depot",
        Fact.USE: "which course to take; ann@example.org teaches one",
        Fact.FIELD: "health care",
        Fact.NAME: "Noor Haddad",
    }
    profile.say(said, NOW)
    forget(store, plan_to_forget(store, "Ann Marsh"), salt=b"0123456789abcdef")
    left = profile.all()
    assert sorted(e.text for e in left.examples) == [
        "Cut the costs.",
        "Led the fair with somebody.",
    ]
    assert dict(left.facts) == said | {
        Fact.WHO: "a planner, long with somebody at the depot",
        Fact.USE: "which course to take; somebody teaches one",
    }
    raw = b"".join(p.read_bytes() for p in store.path.parent.glob("netgraph.db*")).lower()
    for word in (b"ann marsh", b"ann  marsh", b"ann@example.org"):
        assert word not in raw


def test_what_was_done_counts_from_the_day_it_was_done(store):
    ann = person(store, "Ann Marsh")
    write(store, ann, replace(ASKED, on=date(2026, 11, 3)), now=NOW)
    keep(store, ann, 90, now=NOW)
    before, after = (logbook(store, NOW + timedelta(days=days)) for days in (-1, 1))
    assert (before.entries, before.rhythms) == ((), ())
    assert [one.person for one in after.entries] == [ann.id]
    assert after.every[ann.id].every == 90


def test_taking_back_the_last_line_or_one_by_number(store):
    ann = person(store, "Ann Marsh")
    for note in ("first", "second", "third"):
        write(store, ann, replace(ASKED, note=note), now=NOW)
    assert undo(store, None, now=NOW)[0].note == "third"
    one, line = undo(store, 1, now=NOW)
    assert (one.note, one.undone) == ("first", True)
    assert notes(store, "Ann Marsh") == ["second"]
    with pytest.raises(NetgraphError, match="line 1 was taken back already"):
        undo(store, 1, now=NOW)
    assert not undo(store, line, now=NOW)[0].undone
    assert notes(store, "Ann Marsh") == ["first", "second"]
    with pytest.raises(NetgraphError, match=f"line {line} was taken back already"):
        undo(store, line, now=NOW)
    with pytest.raises(NotFoundError, match="the log has no line 99"):
        undo(store, 99, now=NOW)


def test_with_nothing_logged_nothing_can_be_taken_back(store):
    with pytest.raises(NotFoundError, match="nothing is logged"):
        undo(store, None, now=NOW)


@pytest.mark.parametrize(
    ("deed", "message"),
    [
        (Deed(Did.MET, date(2026, 11, 4)), "still to come"),
        (Deed(Did.MET, date(2026, 11, 3), next=date(2026, 11, 1)), "lies before"),
    ],
)
def test_days_that_cannot_be_are_refused(store, deed, message):
    with pytest.raises(NetgraphError, match=message):
        write(store, person(store, "Ann Marsh"), deed, now=NOW)
    assert store.log.all() == ()


def test_nothing_is_noted_on_me(store):
    with pytest.raises(NetgraphError, match="is you"):
        write(store, person(store, "me"), Deed(Did.MET, NOW.date()), now=NOW)
    with pytest.raises(NetgraphError, match="is you"):
        keep(store, person(store, "me"), 90, now=NOW)


def test_an_employer_is_called_as_in_the_files(store):
    assert employer_meant(store, "nord", now=NOW) == "Nord"
    assert employer_meant(store, "  Quite  Elsewhere ", now=NOW) == "Quite Elsewhere"
    assert employer_meant(store, " ", now=NOW) == ""
    with pytest.raises(NotFoundError, match="Nord"):
        employer_meant(store, "Nordd", now=NOW)


def test_an_answer_closes_the_ask_of_its_matter(store):
    ann = person(store, "Ann Marsh")
    write(store, ann, ASKED, now=NOW)
    write(store, ann, replace(ASKED, employer="Acme"), now=NOW)
    no = Deed(Did.ANSWERED, date(2026, 11, 3), outcome=Outcome.NO, employer="Acme")
    write(store, ann, no, now=NOW)
    asks = logbook(store).asks
    assert [(a.entry.employer, a.outcome, a.is_open) for a in asks] == [
        ("Nord", None, True),
        ("Acme", Outcome.NO, False),
    ]
    write(store, ann, Deed(Did.ANSWERED, date(2026, 11, 3), outcome=Outcome.LATER), now=NOW)
    assert logbook(store).open_ask(ann.id).outcome is Outcome.LATER
    write(store, ann, Deed(Did.INTRODUCED, date(2026, 11, 3), employer="Nord"), now=NOW)
    assert [a.outcome for a in logbook(store).asks] == [Outcome.YES, Outcome.LATER]
