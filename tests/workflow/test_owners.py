"""A friend's export brought in as mine hangs on her, and can be put right afterwards."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph import workflow
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
    list(workflow.import_paths(both, [sample_data / "friend_dana.zip"], now=NEXT, owner=friend.key))
    resolution = workflow.resolve(both)
    (dana,) = workflow.other_owners(both)
    assert resolution.owners[friend.key] == dana.id
    assert resolution.me != dana.id


def test_it_can_be_me_after_all(both: Store) -> None:
    (dana,) = workflow.other_owners(both)
    me = workflow.resolve(both).me
    workflow.answer(both, me, dana.id, Judgement.SAME, now=NEXT)
    assert workflow.other_owners(both) == ()
    assert "Dana Fox" in next(p for p in workflow.resolve(both).people if p.is_me).names
