from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.graph.cuts import cuts
from tests.graph.test_engine import flat


def test_the_cut_points_of_florence() -> None:
    nodes, arrays = flat(nx.florentine_families_graph())
    found = cuts(arrays, np.zeros(len(nodes), dtype=bool))
    families = {nodes[at] for at in np.flatnonzero(found.articulation)}
    assert families == {"Albizzi", "Guadagni", "Medici", "Salviati"}


def test_the_cut_point_of_the_karate_club() -> None:
    _, arrays = flat(nx.karate_club_graph())
    assert np.flatnonzero(cuts(arrays, np.zeros(34, dtype=bool)).articulation).tolist() == [0]


def test_a_friends_people_hang_on_the_friend() -> None:
    _, arrays = flat(nx.star_graph(5))
    anchors = np.array([True, True, False, False, False, False])
    assert cuts(arrays, anchors).cut_off.tolist() == [4, 0, 0, 0, 0, 0]


@settings(max_examples=150, deadline=None)
@given(st.integers(2, 9), st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8))), st.integers(0))
def test_against_taking_each_node_away(size: int, pairs: set[tuple[int, int]], marks: int) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from((a, b) for a, b in pairs if a < b < size)
    if not graph.edges:
        graph.add_edge(0, 1)
    nodes, arrays = flat(graph)
    anchors = np.array([marks >> node & 1 for node in nodes], dtype=bool)
    found = cuts(arrays, anchors)
    assert set(np.flatnonzero(found.articulation)) == set(nx.articulation_points(graph))
    for node in nodes:
        mine = nx.node_connected_component(graph, node) - {node}
        rest = graph.subgraph(mine)
        lost = sum(
            len(piece) for piece in nx.connected_components(rest) if not anchors[list(piece)].any()
        )
        assert found.cut_off[node] == lost
