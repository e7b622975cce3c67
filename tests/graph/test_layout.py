from __future__ import annotations

import networkx as nx
import numpy as np

from netgraph.graph.layout import positions
from tests.graph.test_engine import flat


def test_circles_stand_apart_and_loose_people_below() -> None:
    graph = nx.disjoint_union_all([nx.complete_graph(n) for n in (30, 12, 5, 3)])
    graph.add_edge(0, 35)
    graph.add_nodes_from([50, 51])
    nodes, arrays = flat(graph)
    groups = np.array([0] * 30 + [1] * 12 + [2] * 5 + [3] * 3 + [-1, -1], dtype=np.int32)
    places = positions(arrays, groups)
    assert places.shape == (len(nodes), 2)
    assert np.isfinite(places).all()
    discs = [places[groups == group] for group in range(4)]
    for one in range(4):
        for other in range(one):
            gap = np.linalg.norm(discs[one].mean(axis=0) - discs[other].mean(axis=0))
            assert gap >= np.sqrt(len(discs[one])) + np.sqrt(len(discs[other]))
    assert places[groups < 0, 1].min() > places[groups >= 0, 1].max()
    assert len({tuple(place) for place in places.round(6).tolist()}) == len(nodes)
    assert np.array_equal(places, positions(arrays, groups))


def test_big_circles_and_no_circles() -> None:
    _, arrays = flat(nx.cycle_graph(700))
    one = positions(arrays, np.zeros(700, dtype=np.int32))
    assert np.linalg.norm(one, axis=1).max() <= np.sqrt(700) + 1e-9
    none = positions(arrays, np.full(700, -1, dtype=np.int32))
    assert len({tuple(place) for place in none.tolist()}) == 700
