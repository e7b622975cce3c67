from __future__ import annotations

from math import log

import networkx as nx
import numpy as np
import pytest

from netgraph.graph.foreign import from_networkx
from netgraph.model import EvidenceKind
from tests.graph.builders import NOW, member, network, tie

GRAPH = network(
    [tie("ann", "me", 0.5), tie("ann", "bob", 0.2, EvidenceKind.INFERRED), tie("me", "zoe", None)],
    memberships=[member("ann", "Acme"), member("bob", "Acme", current=None)],
)


def test_arrays_follow_people_and_ties() -> None:
    assert [person.id for person in GRAPH.people] == ["ann", "bob", "me", "zoe"]
    assert GRAPH.flat.left.tolist() == [0, 0, 2]
    assert GRAPH.flat.right.tolist() == [1, 2, 3]
    assert GRAPH.flat.weight.tolist() == [0.2, 0.5, 0.3]
    assert GRAPH.flat.neighbours(0).tolist() == [1, 2]
    assert GRAPH.flat.degrees.tolist() == [2, 1, 2, 1]
    assert GRAPH.flat_without_me.degrees.tolist() == [1, 1, 0, 0]
    starts, others, weights, ties = GRAPH.flat.rows
    assert (starts.tolist(), others.tolist()) == ([0, 2, 3, 5, 6], [1, 2, 0, 0, 3, 2])
    assert weights.tolist() == [0.2, 0.5, 0.2, 0.5, 0.3, 0.3]
    assert ties.tolist() == [0, 1, 0, 1, 2, 2]


def test_looking_up_people_and_ties() -> None:
    assert GRAPH.person("bob").name == "bob"
    assert GRAPH.tie("me", "ann") is GRAPH.tie("ann", "me")
    assert GRAPH.tie("bob", "zoe") is None
    with pytest.raises(KeyError):
        GRAPH.person("nobody")


def test_to_networkx_keeps_the_promise() -> None:
    graph = GRAPH.to_networkx()
    assert type(graph) is nx.Graph
    assert nx.number_of_selfloops(graph) == 0
    assert graph.nodes["ann"]["kind"] == "person"
    assert graph.nodes["ann"]["label"] == "ann"
    assert graph.nodes["me"]["me"] is True
    assert graph.edges["ann", "me"] == {
        "strength": 0.5,
        "cost": pytest.approx(-log(0.5)),
        "kind": "observed",
        "known": True,
    }
    unknown = graph.edges["me", "zoe"]
    assert (unknown["strength"], unknown["known"]) == (0.3, False)


def test_to_networkx_with_employers_and_without_me() -> None:
    graph = GRAPH.to_networkx(employers=True, include_me=False)
    assert "me" not in graph
    assert "zoe" in graph
    assert graph.nodes["Acme"]["kind"] == "employer"
    assert graph.edges["ann", "Acme"] == {"kind": "member", "current": "yes"}
    assert graph.edges["bob", "Acme"]["current"] == "unknown"


def test_there_and_back_keeps_ties_and_what_is_unknown() -> None:
    back = from_networkx(GRAPH.to_networkx(employers=True), as_of=NOW, me="me")
    assert [person.name for person in back.people] == ["ann", "bob", "me", "zoe"]
    assert back.me == "me"
    for old, new in zip(GRAPH.ties, back.ties, strict=True):
        assert (old.left, old.right, old.kind, old.strength) == (
            new.left,
            new.right,
            new.kind,
            new.strength,
        )
    assert np.array_equal(back.flat.weight, GRAPH.flat.weight)


def test_graphs_that_are_no_contact_graphs() -> None:
    with pytest.raises(ValueError, match="no direction"):
        from_networkx(nx.DiGraph([(0, 1)]), as_of=NOW)
    strong = nx.Graph()
    strong.add_edge(0, 1, strength=7)
    with pytest.raises(ValueError, match=r"outside \[0, 1\]"):
        from_networkx(strong, as_of=NOW)
    assert from_networkx(nx.Graph([(0, 0)]), as_of=NOW).ties == ()


def test_any_weighted_graph_can_be_asked() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([(1, 2, 8.0), (2, 3, 2), (3, 1, 0)])
    graph.add_edge(3, 4, kind="lunch")
    found = from_networkx(graph, as_of=NOW, me="1", weight="weight")
    assert [tie.strength for tie in found.ties] == [1.0, 0.0, 0.25, None]
    assert found.me == "1"
    again = from_networkx(graph, as_of=NOW)
    assert [tie.strength for tie in again.ties] == [None] * 4
    parallel = nx.MultiGraph()
    parallel.add_weighted_edges_from([("a", "b", 1.0), ("b", "a", 4.0), ("b", "c", 2.0)])
    found = from_networkx(parallel, as_of=NOW, weight="weight")
    assert [(t.left, t.right, t.strength) for t in found.ties] == [("a", "b", 1.0), ("b", "c", 0.5)]


@pytest.mark.parametrize("weight", [-1, float("inf"), float("nan")])
def test_what_is_no_weight(weight: float) -> None:
    graph = nx.Graph()
    graph.add_edge("a", "b", weight=weight)
    with pytest.raises(ValueError, match="outside"):
        from_networkx(graph, as_of=NOW, weight="weight")
    with pytest.raises(ValueError, match="two nodes"):
        from_networkx(nx.Graph([(1, "1")]), as_of=NOW)
