"""What the user says of themselves is kept, and taken back, in their own words."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

from netgraph.model import Example, Fact, Profile
from netgraph.store import Store

WHEN = datetime(2026, 11, 14, tzinfo=UTC)


def test_facts_are_replaced_and_an_empty_text_takes_one_back(tmp_path):
    with Store.open(tmp_path / "n.db") as store:
        assert store.profile.all() == Profile()
        store.profile.say({Fact.SEEKING: "work with data", Fact.WHO: "a planner"}, WHEN)
        store.profile.say({Fact.SEEKING: "work with health data", Fact.WHO: ""}, WHEN)
        profile = store.profile.all()
    assert profile == Profile(((Fact.SEEKING, "work with health data"),))
    assert profile.of(Fact.WHO) == ""


def test_examples_keep_their_number_and_a_removed_number_is_not_given_again(tmp_path):
    with Store.open(tmp_path / "n.db") as store:
        first, second = (store.profile.add_example(text, WHEN) for text in ("One.", "Two."))
        assert store.profile.add_example("One.", WHEN) == first
        assert store.profile.remove_example(second)
        assert not store.profile.remove_example(second)
        third = store.profile.add_example("Three.", WHEN)
        assert third not in {first, second}
        kept = (Example(first, "One."), Example(third, "Three."))
        assert store.profile.all().examples == kept


def test_a_store_of_version_9_gets_a_profile(tmp_path):
    path = tmp_path / "old.db"
    Store.open(path).close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("DROP TABLE profile_fact")
        database.execute("DROP TABLE success_example")
        database.execute("PRAGMA user_version = 9")
        database.commit()
    with Store.open(path) as store:
        store.profile.say({Fact.WHO: "a planner"}, WHEN)
        assert store.profile.add_example("One.", WHEN) == 1
    with Store.open(path) as store:
        assert store.profile.all() == Profile(((Fact.WHO, "a planner"),), (Example(1, "One."),))
