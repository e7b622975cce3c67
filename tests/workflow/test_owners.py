"""A friend's export brought in as mine hangs on her, and can be put right afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph import workflow
from netgraph.errors import NetgraphError
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Judgement
from netgraph.store import Store

FIRST, NEXT = datetime(2026, 11, 15, tzinfo=UTC), datetime(2026, 11, 16, tzinfo=UTC)


@pytest.fixture
def both(tmp_path: Path, sample_data: Path) -> Store:
    """My files, and Dana's export without a word on whose it is."""
    with Store.open(tmp_path / "both.db") as store:
        for path in (sample_data / "mine", sample_data / "friend_dana.zip"):
            reports = workflow.import_paths(store, [path], now=FIRST)
            assert [report.error for report in reports if report.error] == []
        yield store


def ties_of(graph: ContactGraph, person: str) -> int:
    return sum(person in (tie.left, tie.right) for tie in graph.ties)


def test_her_contacts_and_messages_hang_on_her(both: Store, sample_data: Path) -> None:
    (dana,) = workflow.other_owners(both)
    graph = workflow.load_graph(both, NEXT)
    assert (dana.name, graph.person(graph.me).name) == ("Dana Fox", "Noor Saldana")
    assert ties_of(graph, dana.id) > 80
    alone = both.path.parent / "alone.db"
    with Store.open(alone) as store:
        list(workflow.import_paths(store, [sample_data / "mine"], now=FIRST))
        mine = workflow.load_graph(store, NEXT)
    # she writes to me, and her book holds me
    assert ties_of(mine, mine.me) <= ties_of(graph, graph.me) <= ties_of(mine, mine.me) + 1
    hers = [
        one
        for tie in graph.ties
        for one in tie.evidence
        if one.origin and one.origin.file.startswith("friend_dana.zip")
    ]
    assert len(hers) > 80
    assert not any("your" in one.text for one in hers)


def test_saying_whose_it_was_puts_it_right_without_a_new_store(
    both: Store, sample_data: Path
) -> None:
    friend = workflow.declare_owner(both, "Dana Fox <dana.fox@example.org>", friend=True)
    (dana,) = workflow.other_owners(both)
    zipped = [sample_data / "friend_dana.zip"]
    reports = list(workflow.import_paths(both, zipped, now=NEXT, owner=friend.key))
    assert {report.note for report in reports} == {"was in as yours; is Dana Fox's now"}
    resolution = workflow.resolve(both)
    assert resolution.owners[friend.key] == dana.id
    assert resolution.me != dana.id
    assert workflow.other_owners(both) == ()
    mine = [s.file for s, _ in both.imported.sources() if not s.owner]
    assert mine
    assert not any(file.startswith("friend_dana.zip") for file in mine)


def test_a_friends_file_does_not_become_mine_by_reading_it_again(tmp_path, sample_data):
    with Store.open(tmp_path / "hers.db") as store:
        friend = workflow.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
        zipped = [sample_data / "friend_dana.zip"]
        list(workflow.import_paths(store, zipped, now=FIRST, owner=friend.key))
        before = store.imported.sources()
        (first, *_) = workflow.import_paths(store, zipped, now=NEXT)
        assert store.imported.sources() == before
        assert first.note == (
            "in already as Dana Fox's: nothing changed; is it yours? netgraph forget 1, then "
            "import it with --again"
        )
        again = workflow.import_paths(store, zipped, now=NEXT, owner=friend.key)
        assert {report.note for report in again} == {"imported before: nothing changed"}


@pytest.mark.parametrize(
    "text", ["Dana", " dana ", "", "  ", "dana@", "dana@example", "<>", "12 34"]
)
def test_one_word_is_nobody(tmp_path, text):
    with Store.open(tmp_path / "new.db") as store:
        for friend in (True, False):
            with pytest.raises(NetgraphError, match=r"Dana Fox <dana@example\.org>"):
                workflow.declare_owner(store, text, friend=friend)
        assert store.decided.owners() == ()


@pytest.mark.parametrize(
    ("text", "name", "address"),
    [
        ("Dana Fox", "Dana Fox", ""),
        ("dana@example.org", "", "dana@example.org"),
        ("Dana <dana@example.org>", "Dana", "dana@example.org"),
        ("王小明", "王小明", ""),
    ],
)
def test_a_full_name_or_an_address_is_somebody(tmp_path, text, name, address):
    with Store.open(tmp_path / "new.db") as store:
        owner = workflow.declare_owner(store, text, friend=True)
        assert (owner.name, owner.address) == (name, address)


def test_it_can_be_me_after_all(both: Store) -> None:
    (dana,) = workflow.other_owners(both)
    me = workflow.resolve(both).me
    workflow.answer(both, me, dana.id, Judgement.SAME, now=NEXT)
    assert workflow.other_owners(both) == ()
    assert "Dana Fox" in next(p for p in workflow.resolve(both).people if p.is_me).names
