from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import networkx as nx
import numpy as np
import pytest

from netgraph.graph.nxbackend import BackendGraph, backend_interface

GRAPHS = [nx.florentine_families_graph(), nx.karate_club_graph(), nx.krackhardt_kite_graph()]


@pytest.mark.parametrize("name", ["constraint", "effective_size", "betweenness_centrality"])
@pytest.mark.parametrize("graph", GRAPHS, ids=["florence", "karate", "kite"])
def test_the_values_are_those_of_networkx(name: str, graph: nx.Graph) -> None:
    arrays = backend_interface.convert_from_nx(graph)
    assert getattr(backend_interface, name)(arrays) == pytest.approx(getattr(nx, name)(graph))


def test_weighted_values_node_by_node() -> None:
    graph = nx.karate_club_graph()
    nodes = [0, 2, 33]
    arrays = backend_interface.convert_from_nx(graph, edge_attrs={"weight": 1})
    for name in ("constraint", "effective_size"):
        mine = getattr(backend_interface, name)(arrays, nodes, "weight")
        assert mine == pytest.approx(getattr(nx, name)(graph, nodes, "weight"))


def test_untied_people_have_no_constraint() -> None:
    graph = nx.path_graph(2)
    graph.add_node("alone")
    assert np.isnan(backend_interface.constraint(backend_interface.convert_from_nx(graph))["alone"])


def test_there_and_back() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 0.5), ("c", "a", 2.0)])
    graph.add_node("d")
    back = backend_interface.convert_to_nx(
        backend_interface.convert_from_nx(graph, edge_attrs={"weight": 1})
    )
    assert nx.utils.graphs_equal(back, graph)
    assert backend_interface.convert_to_nx({"a": 1.0}) == {"a": 1.0}


def test_what_cannot_be_converted() -> None:
    for graph in (nx.DiGraph([(0, 1)]), nx.MultiGraph([(0, 1)])):
        with pytest.raises(ValueError, match="only undirected"):
            backend_interface.convert_from_nx(graph)


def test_ties_with_oneself_stand_aside() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from([("a", "b", 0.5), ("a", "a", 2.0)])
    arrays = backend_interface.convert_from_nx(graph, edge_attrs={"weight": 1})
    assert nx.utils.graphs_equal(backend_interface.convert_to_nx(arrays), graph)
    for one in (graph, arrays):
        told = backend_interface.can_run("constraint", (one,), {})
        assert told == "only graphs without self-loops"
        assert backend_interface.can_run("connected_components", (one,), {}) is True
    assert list(backend_interface.connected_components(arrays)) == [{"a", "b"}]


def test_networkx_s_own_tests_on_our_code() -> None:
    """A small part; benchmarks/networkx runs them all and counts what falls back."""
    home = Path(str(nx.__file__)).parent / "algorithms"
    files = [
        home / "tests/test_structuralholes.py",
        home / "components/tests/test_connected.py",
        home / "centrality/tests/test_betweenness_centrality_subset.py",
    ]
    command = [sys.executable, "-m", "pytest", "-q", "-c", os.devnull, f"--rootdir={home}"]
    command += ["-p", "no:cacheprovider", "-o", "addopts=", *map(str, files)]
    settings = {"NETWORKX_TEST_BACKEND": "netgraph", "NETWORKX_FALLBACK_TO_NX": "True"}
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, env=os.environ | settings
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert "passed" in done.stdout


def test_calls_left_to_networkx() -> None:
    graph = nx.path_graph(3)
    can = backend_interface.can_run
    assert can("constraint", (graph,), {}) is True
    assert can("betweenness_centrality", (graph, None, True, None, False, None), {}) is True
    assert can("betweenness_centrality", (graph, 2, True, None, True), {}) is True
    assert can("betweenness_centrality", (graph, None, True, "weight"), {}) is True
    both = can("betweenness_centrality", (graph, 2), {"weight": "weight"})
    assert both == "not with k and weight"
    graph.edges[0, 1]["weight"] = 0
    for one in (graph, backend_interface.convert_from_nx(graph, edge_attrs={"weight": 1})):
        told = can("betweenness_centrality", (one,), {"weight": "weight"})
        assert told == "not with ties of no length"
    assert can("single_source_dijkstra_path_length", (graph, 0, None, len), {}) == (
        "not with weights from a function"
    )
    assert isinstance(can("constraint", (nx.DiGraph(graph),), {}), str)


def test_directed_holes_are_those_of_networkx() -> None:
    """Values of the tests of networkx: netgraph's own graphs are undirected."""
    graph = nx.DiGraph([(0, 1), (0, 2), (1, 0), (2, 1)])
    assert isinstance(backend_interface.can_run("effective_size", (graph,), {}), str)
    assert nx.constraint(graph) == pytest.approx({0: 1.003, 1: 1.003, 2: 1.389}, abs=5e-4)
    # without nodes, networkx 3.6 counts a tie both ways otherwise
    sizes = nx.effective_size(graph, nodes=list(graph))
    assert sizes == pytest.approx({0: 1.167, 1: 1.167, 2: 1}, abs=5e-4)


def test_networkx_would_accept_the_graph() -> None:
    arrays = backend_interface.convert_from_nx(nx.path_graph(3))
    assert isinstance(arrays, BackendGraph)
    assert arrays.__networkx_backend__ == "netgraph"
    assert not arrays.is_directed()
    assert not arrays.is_multigraph()


@pytest.mark.parametrize("seed", range(6))
def test_ways_and_parts_are_those_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(30, 0.03 + seed / 40, seed=seed)
    rng = np.random.default_rng(seed)
    nx.set_edge_attributes(graph, {pair: float(rng.random()) for pair in graph.edges}, "weight")
    bare = backend_interface.convert_from_nx(graph)
    weighted = backend_interface.convert_from_nx(graph, edge_attrs={"weight": 1})
    ends = [0, 3, 9, 3], [1, 3, 20]
    for normalised in (True, False):
        mine = backend_interface.betweenness_centrality_subset(bare, *ends, normalised)
        assert mine == pytest.approx(nx.betweenness_centrality_subset(graph, *ends, normalised))
    for cutoff in (None, 0.7):
        far = backend_interface.single_source_dijkstra_path_length(weighted, 3, cutoff)
        true = nx.single_source_dijkstra_path_length(graph, 3, cutoff)
        assert far == pytest.approx(true)
        assert list(far.values()) == sorted(far.values())
    parts = list(nx.connected_components(graph))
    assert list(backend_interface.connected_components(bare)) == parts
    assert backend_interface.number_connected_components(bare) == len(parts)


@pytest.mark.parametrize("seed", range(4))
def test_betweenness_by_length_with_ends_and_of_some_is_that_of_networkx(seed: int) -> None:
    graph = nx.gnp_random_graph(24, 0.05 + seed / 20, seed=seed)
    rng = np.random.default_rng(seed)
    lengths = {pair: int(rng.integers(1, 4)) for pair in graph.edges}
    nx.set_edge_attributes(graph, lengths, "weight")
    bare = backend_interface.convert_from_nx(graph)
    long = backend_interface.convert_from_nx(graph, edge_attrs={"weight": 1})
    mine: Any = backend_interface.betweenness_centrality
    theirs: Any = nx.betweenness_centrality
    for ends in (True, False):
        for normalised in (True, False):
            how = {"normalized": normalised, "endpoints": ends}
            true = theirs(graph, weight="weight", **how)
            assert mine(long, weight="weight", **how) == pytest.approx(true)
            for k in (1, 2, 7, 24, None):
                true = theirs(graph, k=k, seed=seed, **how)
                found = mine(bare, k=k, seed=seed, **how)
                assert found == pytest.approx(true, nan_ok=True)
    for k, error in ((25, ValueError), (-1, ValueError), (0, ZeroDivisionError)):
        with pytest.raises(error):
            mine(bare, k=k)


def test_nowhere_to_start_from() -> None:
    arrays = backend_interface.convert_from_nx(nx.path_graph(3))
    with pytest.raises(nx.NodeNotFound):
        backend_interface.single_source_dijkstra_path_length(arrays, 7)
    assert (
        backend_interface.number_connected_components(backend_interface.convert_from_nx(nx.Graph()))
        == 0
    )


def test_leiden_finds_cliques_and_a_modularity_as_good_as_louvains() -> None:
    ring = nx.ring_of_cliques(5, 6)
    arrays = backend_interface.convert_from_nx(ring, edge_attrs={"weight": 1})
    found = backend_interface.leiden_communities(arrays)
    assert sorted(map(len, found)) == [6] * 5
    assert all(nx.density(ring.subgraph(part)) == 1 for part in found)
    karate = nx.karate_club_graph()
    arrays = backend_interface.convert_from_nx(karate, edge_attrs={"weight": 1})
    mine = backend_interface.leiden_communities(arrays)
    theirs = nx.community.louvain_communities(karate, seed=1)
    good = nx.community.modularity(karate, theirs)
    assert nx.community.modularity(karate, mine) >= good - 0.005
    assert len(backend_interface.leiden_communities(arrays, resolution=4)) > len(mine)
