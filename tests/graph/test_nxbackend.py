from __future__ import annotations

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
    loop = nx.Graph([("a", "a")])
    for graph in (nx.DiGraph([(0, 1)]), nx.MultiGraph([(0, 1)]), loop):
        with pytest.raises(ValueError, match="only undirected"):
            backend_interface.convert_from_nx(graph)


def test_calls_left_to_networkx() -> None:
    graph = nx.path_graph(3)
    can = backend_interface.can_run
    assert can("constraint", (graph,), {}) is True
    assert can("betweenness_centrality", (graph, None, True, None, False, None), {}) is True
    assert can("betweenness_centrality", (graph,), {"k": 2}) == "not with k"
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
