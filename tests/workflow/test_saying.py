"""The user's word on a tie stands above all files and outlives imports and rebuilds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from netgraph.errors import NetgraphError
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import EvidenceKind, HowWell, Person, Tie
from netgraph.store import Store
from netgraph.workflow import import_paths, load, load_graph, resolve
from netgraph.workflow.forgetting import forget, plan_to_forget
from netgraph.workflow.saying import say_how_well

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIST = (
    "name,email,knows,closeness\n"
    "Ann Marsh,ann@example.org,Bob Reed,{}\n"
    "Bob Reed,bob@example.org,,\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "netgraph.db")
    bring(made, tmp_path, "some")
    return made


def bring(store: Store, folder: Path, closeness: str, name: str = "list.csv") -> None:
    (folder / name).write_text(LIST.format(closeness), encoding="utf-8")
    (report,) = import_paths(store, [folder / name], now=NOW)
    assert not report.error


def person(store: Store, name: str) -> Person:
    return next(p for p in resolve(store).people if (p.is_me if name == "me" else p.name == name))


def say(store: Store, one: str, other: str, how: HowWell, minutes: int = 1) -> None:
    now = NOW + timedelta(minutes=minutes)
    say_how_well(store, person(store, one), person(store, other), how, now=now)


def tie(store: Store, one: str, other: str) -> Tie | None:
    graph: ContactGraph = load_graph(store, NOW + timedelta(days=1))
    return graph.tie(person(store, one).id, person(store, other).id)


def strength(store: Store, one: str = "me", other: str = "Ann Marsh") -> float | None:
    found = tie(store, one, other)
    assert found is not None
    return found.strength


def test_my_word_stands_above_my_list_and_later_lists(store: Store, tmp_path: Path) -> None:
    assert strength(store) == 0.5
    say(store, "me", "Ann Marsh", HowWell.WELL)
    assert strength(store) == 0.8
    bring(store, tmp_path, "barely", "another.csv")
    assert strength(store) == 0.8
    found = tie(store, "me", "Ann Marsh")
    assert found is not None
    texts = [one.text for one in found.evidence if one.kind is EvidenceKind.STATED]
    assert "you said how close: well, on 3 Nov 2026" in texts


def test_the_latest_word_counts_and_unknown_takes_it_back(store: Store) -> None:
    for minutes, how in enumerate((HowWell.WELL, HowWell.BARELY)):
        say(store, "me", "Ann Marsh", how, minutes)
    assert strength(store) == 0.2
    say(store, "me", "Ann Marsh", HowWell.UNKNOWN, 3)
    assert strength(store) is None


def test_a_tie_between_others_is_said_denied_and_said_again(store: Store) -> None:
    assert strength(store, "Ann Marsh", "Bob Reed") == 0.5
    say(store, "Bob Reed", "Ann Marsh", HowWell.NOT_AT_ALL)
    assert tie(store, "Ann Marsh", "Bob Reed") is None
    say(store, "Ann Marsh", "Bob Reed", HowWell.WELL, 2)
    assert strength(store, "Ann Marsh", "Bob Reed") == 0.8
    say(store, "Ann Marsh", "Bob Reed", HowWell.UNKNOWN, 3)
    assert strength(store, "Ann Marsh", "Bob Reed") == 0.5


def test_a_word_outlives_a_rebuild_and_a_new_version_of_the_list(
    store: Store, tmp_path: Path
) -> None:
    say(store, "Ann Marsh", "Bob Reed", HowWell.BARELY)
    store.close()
    with Store.open(tmp_path / "netgraph.db") as again:
        text = LIST.format("well").replace("ann@example.org", "ann@example.net")
        (tmp_path / "list.csv").write_text(text, encoding="utf-8")
        list(import_paths(again, [tmp_path / "list.csv"], now=NOW + timedelta(hours=1)))
        assert strength(again, "Ann Marsh", "Bob Reed") == 0.2


def test_a_word_counts_from_when_it_was_said(store: Store) -> None:
    say(store, "me", "Ann Marsh", HowWell.WELL, 60)
    say(store, "me", "Ann Marsh", HowWell.BARELY, 120)
    say(store, "Ann Marsh", "Bob Reed", HowWell.NOT_AT_ALL, 120)
    me, ann, bob = (person(store, name).id for name in ("me", "Ann Marsh", "Bob Reed"))

    def at(minutes: int) -> tuple[float | None, bool]:
        graph: ContactGraph = load_graph(store, NOW + timedelta(minutes=minutes))
        mine = graph.tie(me, ann)
        return mine.strength if mine else None, graph.tie(ann, bob) is not None

    assert [at(minutes) for minutes in (59, 60, 119, 120)] == [
        (0.5, True),
        (0.8, True),
        (0.8, True),
        (0.2, False),
    ]


def test_without_a_day_the_last_word_counts_too(store: Store, tmp_path: Path) -> None:
    say(store, "me", "Ann Marsh", HowWell.WELL, 60)
    me, ann = (person(store, name).id for name in ("me", "Ann Marsh"))
    tie = load(tmp_path / "netgraph.db").tie(me, ann)
    assert tie is not None
    assert tie.strength == 0.8


def test_what_is_said_goes_with_whom_it_is_said_of(store: Store) -> None:
    say(store, "me", "Ann Marsh", HowWell.WELL)
    assert len(store.tie_words.all()) == 1
    forget(store, plan_to_forget(store, "Ann Marsh"), salt=b"0" * 16)
    assert store.tie_words.all() == ()


def test_one_person_is_no_tie(store: Store) -> None:
    with pytest.raises(NetgraphError, match="is one person"):
        say(store, "Ann Marsh", "Ann Marsh", HowWell.WELL)
