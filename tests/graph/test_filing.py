"""A graph in a file is the graph that was written, or none."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.filing import MAGIC, read_graph, read_note, write_graph
from netgraph.graph.flat import FlatGraph
from netgraph.model import Introduction, Target, TargetMatch
from tests.graph.builders import NOW, member, network, proof, tie


@pytest.fixture
def graph() -> ContactGraph:
    made = network(
        [tie("ann", "me"), tie("bob", "me", None), tie("ann", "bob", 0.3)],
        memberships=[member("ann", "Acme"), member("bob", "Nörd", current=False)],
    )
    brought = Introduction("ann", "bob", NOW, proof())
    return replace(
        made,
        introductions=(brought,),
        targets=(TargetMatch(Target("Acme", size=7)),),
        settled=frozenset({("ann", "bob")}),
        barred=frozenset({("Acme", "bob")}),
    )


def test_what_is_read_is_what_was_written(graph: ContactGraph, tmp_path: Path) -> None:
    write_graph(tmp_path / "g", graph, {"of": "x"})
    found = read_graph(tmp_path / "g")
    assert found == graph
    assert graph == found
    assert read_note(tmp_path / "g") == {"of": "x"}
    assert [path.name for path in tmp_path.iterdir()] == ["g"]
    assert (tmp_path / "g").stat().st_mode & 0o077 == 0


def test_another_graph_is_not_the_same(graph: ContactGraph, tmp_path: Path) -> None:
    write_graph(tmp_path / "g", graph, {})
    found = read_graph(tmp_path / "g")
    other = replace(graph.ties[1], strength=0.25)
    assert found != replace(graph, ties=(graph.ties[0], other, graph.ties[2]))
    assert found != replace(graph, people=graph.people[:-1], ties=())


def test_arrays_and_look_ups_are_those_of_the_values(graph: ContactGraph, tmp_path: Path) -> None:
    write_graph(tmp_path / "g", graph, {})
    found = read_graph(tmp_path / "g")
    assert found is not None
    for one, other in zip(found.flat.rows, graph.flat.rows, strict=True):
        np.testing.assert_array_equal(one, other)
    for one, other in zip(found.flat_without_me.rows, graph.flat_without_me.rows, strict=True):
        np.testing.assert_array_equal(one, other)
    assert found.index == graph.index
    assert found.warmth.tolist() == [one.warmth for one in graph.ties]
    assert dict(found.tie_between) == {(one.left, one.right): one for one in graph.ties}
    assert found.tie("me", "ann") == graph.tie("ann", "me") == graph.tie_between["ann", "me"]
    assert found.people[-1] == graph.people[-1]
    assert found.people[:2] == graph.people[:2]
    with pytest.raises(IndexError):
        found.ties[3]
    with pytest.raises(KeyError):
        found.tie_between["me", "ann"]


def test_a_graph_of_nobody(tmp_path: Path) -> None:
    nobody = ContactGraph((), (), (), (), (), (), "", NOW)
    write_graph(tmp_path / "g", nobody, {})
    assert read_graph(tmp_path / "g") == nobody


@pytest.mark.parametrize("length", [0, 5, len(MAGIC), len(MAGIC) + 8, 200, -1])
def test_a_cut_file_is_no_graph(graph: ContactGraph, tmp_path: Path, length: int) -> None:
    path = tmp_path / "g"
    write_graph(path, graph, {})
    path.write_bytes(path.read_bytes()[:length])
    assert read_graph(path) is None
    assert read_note(path) is None


def test_what_is_no_graph(tmp_path: Path) -> None:
    assert read_graph(tmp_path / "none") is None
    heading = json.dumps([]).encode()
    (tmp_path / "g").write_bytes(MAGIC + len(heading).to_bytes(8, "little") + heading)
    assert read_graph(tmp_path / "g") is None


def test_leaving_ties_out_of_sorted_rows_is_sorting_again() -> None:
    rng = np.random.default_rng(1)
    keys = np.unique(rng.integers(0, 400, 150))
    pairs = np.array([divmod(key, 20) for key in keys.tolist() if key // 20 < key % 20], np.int32)
    flat = FlatGraph(20, pairs[:, 0], pairs[:, 1], rng.random(len(pairs)))
    flat.rows  # noqa: B018 - now known
    for node in range(20):
        less = flat.without(node)
        again = FlatGraph(20, less.left, less.right, less.weight)
        for one, other in zip(less.rows, again.rows, strict=True):
            np.testing.assert_array_equal(one, other)
