"""The store keeps what it was given, once, privately, and refuses what is not its own."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from netgraph.errors import EmptyImportError, StoreVersionError
from netgraph.model import (
    OWNER,
    Affiliation,
    AffiliationKind,
    Card,
    Closeness,
    Exclusion,
    HowWell,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Judgement,
    Origin,
    Person,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
    Resolution,
    Source,
    Target,
    TieWord,
)
from netgraph.store import Store
from netgraph.store.decided import ColumnMapping, Owner

WHEN = datetime(2026, 11, 3, 9, 30, tzinfo=UTC)
ILSE = Identifier(IdentifierKind.EMAIL, "ilse@nordwind.example")


def source(digest: str = "d1", owner: str = "") -> Source:
    return Source(0, "demo", "a.csv", digest, owner, WHEN)


def origin(place: str, digest: str = "d1") -> Origin:
    return Origin("demo", "a.csv", digest, place)


def records(digest: str = "d1") -> list[Card | Interaction | Relation | Reject]:
    job = Affiliation("Nordwind", "Director", date(2020, 1, 1), None, AffiliationKind.WORK)
    return [
        Card(
            "k1", "s1", origin("row 1", digest), ("Ilse Quandel",), (ILSE,), (job,), ("expo",), True
        ),
        Interaction(
            "i1", origin("row 1", digest), InteractionKind.MAIL, WHEN, OWNER, (ILSE,), 1, "i0"
        ),
        Relation("r1", origin("row 2", digest), RelationKind.KNOWS, OWNER, ILSE, Closeness.WELL),
        Relation("r2", origin("row 2", digest), RelationKind.KNOWS_AT, ILSE, "St. Mary Hospital"),
        Reject(origin("row 3", digest), "hidden member: only a date", RejectKind.LEFT_OUT),
        Reject(origin("row 4", digest), "no name and no address"),
    ]


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "deep" / "netgraph.db") as store:
        yield store


def test_records_come_back_as_they_were_written(store):
    written = records()
    counts = store.imported.add(source(), "rows", written)
    assert (counts.read, counts.kept, counts.merged, counts.skipped) == (4, 2, 0, 2)
    assert counts.left_out == 1
    assert [c.card for c in store.imported.cards()] == [written[0]]
    assert [i.interaction for i in store.imported.interactions()] == [written[1]]
    assert [r.relation for r in store.imported.relations()] == written[2:4]
    [(stored, again)] = store.imported.sources()
    assert stored.imported == WHEN
    assert again == counts


def test_the_same_content_in_another_file_is_merged_and_changes_nothing(store):
    store.imported.add(source(), "rows", records())
    counts = store.imported.add(source("d2"), "rows", records("d2"))
    assert (counts.kept, counts.merged) == (0, 2)
    assert len(store.imported.cards()) == 1
    assert store.imported.known("d2", "demo", "").read == 4
    assert store.imported.known("d3", "demo", "") is None


def test_a_friends_copy_of_a_card_is_kept_beside_mine(store):
    store.imported.add(source(), "rows", records())
    counts = store.imported.add(source("d2", owner="dana"), "rows", records("d2"))
    assert counts.kept == 2
    assert [c.owner for c in store.imported.cards()] == ["", "dana"]


def test_a_file_that_gave_nothing_is_an_error_and_leaves_no_row(store):
    with pytest.raises(EmptyImportError, match=r"a\.csv: nothing could be read from it \(no name"):
        store.imported.add(source(), "rows", records()[5:])
    assert store.imported.sources() == ()
    assert store.imported.add(source(), "rows", records()[4:5]).left_out == 1


def test_an_importer_that_breaks_half_way_leaves_the_store_as_it_was(store):
    def breaking():
        yield records()[0]
        raise EmptyImportError("broken")

    with pytest.raises(EmptyImportError, match="broken"):
        store.imported.add(source(), "rows", breaking())
    assert store.imported.cards() == ()


def test_decisions_targets_owners_and_hand_entries_last(store):
    store.decided.decide("s2", "s1", Judgement.SAME, WHEN)
    store.decided.decide("s1", "s2", Judgement.DIFFERENT, WHEN)
    [decision] = store.decided.decisions()
    assert (decision.left, decision.right, decision.judgement) == ("s1", "s2", Judgement.DIFFERENT)
    target = Target("Nordwind", ("NW",), ("nordwind.example",), "energy", "Torino", 2.0)
    assert store.decided.set_target(target)
    assert not store.decided.set_target(target)
    assert store.decided.targets() == (target,)
    assert store.decided.remove_target("NORDWIND")
    assert not store.decided.remove_target("Nordwind")
    store.decided.set_owner(Owner("", "Noor Saldana", "noor@example.org"))
    assert store.decided.owners()[0].name == "Noor Saldana"
    assert store.decided.add_hand_entry({"name": "Maria"}, WHEN)
    assert not store.decided.add_hand_entry({"name": "Maria"}, WHEN)
    assert store.decided.hand_entries() == ((1, {"name": "Maria"}, WHEN),)


def test_the_resolution_is_stale_after_every_change_and_fresh_after_a_rebuild(store):
    assert not store.derived.is_fresh()
    person = Person(
        "p1", "Ilse", ("Ilse",), (ILSE,), ("x",), "vet", ("k1",), ("a.csv",), WHEN, True
    )
    resolution = Resolution((person,), {"k1": "p1"}, (), "p1", {"": "p1"})
    store.derived.replace(resolution)
    assert store.derived.is_fresh()
    assert store.derived.resolution() == resolution
    store.imported.add(source(), "rows", records())
    assert not store.derived.is_fresh()


def test_the_file_is_private(store):
    store.imported.add(source(), "rows", records())
    for file in store.path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file.name


def test_other_files_and_newer_stores_are_refused(tmp_path):
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as database:
        database.execute("CREATE TABLE a (b)")
    with pytest.raises(StoreVersionError, match="another program's database"):
        Store.open(other)
    text = tmp_path / "text.db"
    text.write_text("not a database at all, " * 100)
    with pytest.raises(StoreVersionError, match="is not a netgraph store"):
        Store.open(text)
    newer = tmp_path / "newer.db"
    Store.open(newer).close()
    with closing(sqlite3.connect(newer)) as database:
        database.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreVersionError, match="newer netgraph"):
        Store.open(newer)


def test_every_view_answers(store):
    store.imported.add(source(), "rows", records())
    store.derived.replace(Resolution((Person("p1", "Ilse"),), {"k1": "p1"}, (), "", {}))
    with closing(sqlite3.connect(store.path)) as database:
        views = [r[0] for r in database.execute("SELECT name FROM sqlite_master WHERE type='view'")]
        rows = {view: database.execute(f"SELECT * FROM {view}").fetchall() for view in views}
    assert rows["who_is_in_my_files"] == [("Ilse", "", 1, "demo")]
    assert rows["who_works_where"][0][:3] == ("Ilse Quandel", "Nordwind", "Director")
    assert [row[3] for row in rows["what_was_skipped"]] == [
        "hidden member: only a date",
        "no name and no address",
    ]
    assert len(rows["what_was_imported"]) == 1


def without_version_9(database: sqlite3.Connection) -> None:
    """Take away what version 9 brought."""
    database.execute("DROP TABLE log")
    database.execute("DROP TABLE keep_in_touch")


def without_version_8(database: sqlite3.Connection) -> None:
    """Take away what version 8 brought, and later ones."""
    without_version_9(database)
    database.execute("DROP TABLE exclusion")
    database.execute("DROP TABLE skipped_question")
    database.execute("ALTER TABLE target DROP COLUMN size")


def test_a_store_of_version_7_keeps_its_targets_and_learns_of_exclusions(tmp_path):
    path = tmp_path / "old.db"
    with Store.open(path) as store:
        store.decided.set_target(Target("Nordwind", city="Torino"))
    with closing(sqlite3.connect(path)) as database:
        without_version_8(database)
        database.execute("PRAGMA user_version = 7")
        database.commit()
    word = Exclusion("s1", "Nordwind", excluded=True, when=WHEN)
    with Store.open(path) as store:
        assert store.decided.targets() == (Target("Nordwind", city="Torino"),)
        assert store.decided.set_target(Target("Nordwind", city="Torino", size=120))
        store.exclusions.say([word])
        store.skips.skip([("s2", "")], WHEN)
    with Store.open(path) as store:
        assert store.decided.targets()[0].size == 120
        assert store.exclusions.all() == (word,)
        assert store.skips.all() == {("", "s2"): WHEN}


def test_a_store_of_the_first_version_is_brought_up_to_date(tmp_path):
    path, employers = tmp_path / "old.db", ("employer_word", "employer_row", "setting")
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as database:
        for table in ("column_mapping", "repeat", "salt", "forgotten", *employers):
            database.execute(f"DROP TABLE {table}")
        without_version_8(database)
        database.execute("ALTER TABLE source DROP COLUMN whence")
        for table in ("card", "interaction", "relation"):
            database.execute(f"ALTER TABLE {table} DROP COLUMN since")
        database.execute("PRAGMA user_version = 1")
    mapping = ColumnMapping("0123", {"Where they work": "employer"}, WHEN)
    with Store.open(path) as store:
        store.decided.set_column_mapping(mapping)
        store.imported.add(source(), "rows", records())
    with Store.open(path) as store:
        assert len(store.imported.cards()) == 1
        assert store.decided.column_mappings() == (mapping,)


def test_a_word_in_a_store_that_kept_only_the_last_is_still_there(tmp_path):
    path, word = tmp_path / "old.db", TieWord("", "subject", HowWell.WELL, WHEN)
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE tie_word")
        database.execute(
            "CREATE TABLE tie_word (left_subject TEXT NOT NULL, right_subject TEXT NOT NULL,"
            " how TEXT NOT NULL, decided TEXT NOT NULL, PRIMARY KEY (left_subject, right_subject))"
        )
        database.execute("INSERT INTO tie_word VALUES ('', 'subject', 'well', ?)", [str(WHEN)])
        without_version_8(database)
        database.execute("PRAGMA user_version = 6")
        database.commit()
    later = replace(word, how=HowWell.BARELY, when=WHEN + timedelta(days=1))
    with Store.open(path) as store:
        store.tie_words.say([later])
    with Store.open(path) as store:
        assert store.tie_words.all() == (word, later)


def test_a_file_read_again_replaces_what_it_gave(store):
    store.imported.add(source(), "rows", records())
    before = store.imported.imported_at(source().digest, source().importer, "")
    counts = store.imported.add(source(), "rows", records()[:1], again=True)
    assert before == source().imported
    assert (counts.kept, counts.merged) == (1, 0)
    assert len(store.imported.cards()) == 1
    assert not store.imported.interactions()
    assert len(store.imported.sources()) == 1
