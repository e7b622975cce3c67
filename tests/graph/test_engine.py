"""Published values: Borgatti 1997 (UCINET), Padgett's Florentine families, Zachary, Krackhardt."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import numpy as np
import pytest

from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph


def flat(graph: nx.Graph, weight: str | None = None) -> tuple[list[object], FlatGraph]:
    nodes = list(graph)
    number = {node: place for place, node in enumerate(nodes)}
    ends = np.array([(number[a], number[b]) for a, b in graph.edges], dtype=np.int32)
    weights = np.array([d.get(weight, 1.0) for _, _, d in graph.edges(data=True)], dtype=float)
    return nodes, FlatGraph(len(nodes), ends[:, 0], ends[:, 1], weights)


BORGATTI = "AB2 AF3 AG5 AE2 EG8 FG3 BG4 BD1 DG3 GC10"


def borgatti() -> nx.Graph:
    graph = nx.Graph()
    for pair in BORGATTI.split():
        graph.add_edge(pair[0], pair[1], weight=float(pair[2:]))
    return graph


def test_constraint_and_effective_size_as_ucinet() -> None:
    nodes, arrays = flat(borgatti())
    constraint, size = engine.constraint_and_effective_size(arrays)
    got = {node: (c, s) for node, c, s in zip(nodes, constraint, size, strict=True)}
    expected = {
        "G": (0.4003, 4.6667),
        "A": (0.5955, 2.5),
        "B": (0.6427, 1.6667),
        "D": (0.7847, 1),
        "E": (0.7309, 1),
        "F": (0.7309, 1),
        "C": (1, 1),
    }
    for node, values in expected.items():
        assert got[node] == pytest.approx(values, abs=5e-5)
    shares = {node: got[node][1] / arrays.degrees[nodes.index(node)] for node in expected}
    efficiency = {"G": 0.7778, "A": 0.625, "B": 0.5556, "D": 0.5, "E": 0.5, "F": 0.5, "C": 1}
    assert shares == pytest.approx(efficiency, abs=5e-5)


def test_holes_around_each_node_are_those_of_all() -> None:
    for seed in range(5):
        _, arrays = flat(nx.gnp_random_graph(40, 0.02 + seed / 20, seed=seed))
        constraint, size = engine.constraint_and_effective_size(arrays)
        found = np.array([engine.holes_around(arrays, node) for node in range(40)])
        np.testing.assert_allclose(found[:, 0], constraint)
        np.testing.assert_allclose(found[:, 1], size)


def test_weighted_constraint_and_effective_size_as_ucinet() -> None:
    nodes, arrays = flat(borgatti(), "weight")
    constraint, size = engine.constraint_and_effective_size(arrays, weighted=True)
    by = dict(zip(nodes, zip(constraint, size, strict=True), strict=True))
    assert by["G"] == pytest.approx((0.299, 5.47), abs=5e-3)
    assert by["A"] == pytest.approx((0.795, 2.47), abs=5e-3)
    assert by["C"] == pytest.approx((1, 1))


FLORENCE = {
    "Medici": (47.5, 0.5220, 0.2099, 5.667),
    "Guadagni": (23.167, 0.2546, 0.25, 4),
    "Albizzi": (19.333, 0.2125, 0.3333, 3),
    "Salviati": (13, 0.1429, 0.5, 2),
    "Ridolfi": (10.333, 0.1136, 0.4599, 2.333),
    "Bischeri": (9.5, 0.1044, 0.4823, 2.333),
    "Strozzi": (9.333, 0.1026, 0.4583, 3),
    "Barbadori": (8.5, 0.0934, 0.5, 2),
    "Tornabuoni": (8.333, 0.0916, 0.4599, 2.333),
    "Castellani": (5, 0.0549, 0.4823, 2.333),
    "Peruzzi": (2, 0.0220, 0.6559, 1.667),
}


def test_the_florentine_families() -> None:
    nodes, arrays = flat(nx.florentine_families_graph())
    raw, share = engine.betweenness(arrays), engine.betweenness(arrays, normalised=True)
    constraint, size = engine.constraint_and_effective_size(arrays)
    for family, values in FLORENCE.items():
        at = nodes.index(family)
        got = raw[at], share[at], constraint[at], size[at]
        assert got == pytest.approx(values, abs=6e-4), family


def test_the_florentine_families_between_their_own_neighbours() -> None:
    nodes, arrays = flat(nx.florentine_families_graph())
    expected = {"Medici": 14, "Guadagni": 6, "Strozzi": 3.5, "Albizzi": 3, "Ginori": 0}
    for family, pairs in expected.items():
        assert engine.ego_betweenness(arrays, nodes.index(family)) == pytest.approx(pairs), family


@pytest.mark.parametrize("seed", range(5))
def test_betweenness_in_the_own_network_as_networkx_has_it(seed: int) -> None:
    graph = nx.gnp_random_graph(25, 0.3, seed=seed)
    nodes, arrays = flat(graph)
    for node in nodes:
        own = nx.betweenness_centrality(nx.ego_graph(graph, node), normalized=False)
        got = engine.ego_betweenness(arrays, nodes.index(node))
        assert got == pytest.approx(own[node]), node


def test_the_krackhardt_kite() -> None:
    nodes, arrays = flat(nx.krackhardt_kite_graph())
    raw = dict(zip(nodes, engine.betweenness(arrays), strict=True))
    expected = {7: 14, 5: 8.3333, 6: 8.3333, 8: 8, 3: 3.6667, 0: 0.8333, 1: 0.8333}
    assert raw == pytest.approx({node: expected.get(node, 0) for node in nodes}, abs=5e-5)
    constraint = dict(zip(nodes, engine.constraint_and_effective_size(arrays)[0], strict=True))
    assert constraint[7] == pytest.approx(0.4311, abs=5e-5)
    assert constraint[3] == pytest.approx(0.4702, abs=5e-5)
    assert constraint[5] == constraint[6] == pytest.approx(0.4451, abs=5e-5)
    assert constraint[8] == pytest.approx(0.5)


def test_zacharys_karate_club() -> None:
    graph = nx.karate_club_graph()
    nodes, arrays = flat(graph)
    share = engine.betweenness(arrays, normalised=True)
    assert share[[0, 33, 32, 2, 31]] == pytest.approx(
        [0.4376, 0.3041, 0.1452, 0.1437, 0.1383], abs=5e-5
    )
    constraint, _ = engine.constraint_and_effective_size(arrays)
    assert constraint[[0, 33, 2]] == pytest.approx([0.1554, 0.1564, 0.1852], abs=6e-5)
    clubs = [graph.nodes[node]["club"] == "Mr. Hi" for node in nodes]
    part = engine.participation(arrays, np.array(clubs, dtype=np.int32))
    assert part[[2, 0, 30]] == pytest.approx([0.48, 0.1172, 0.5], abs=5e-5)


def test_cliques_joined_by_one_tie_are_the_communities() -> None:
    graph = nx.relabel_nodes(nx.barbell_graph(6, 0), int)
    nodes, arrays = flat(graph)
    found = engine.communities(arrays)
    assert [int(found[nodes.index(node)]) for node in range(12)] == [0] * 6 + [1] * 6


def test_nobody_and_nothing() -> None:
    empty = FlatGraph(3, np.array([], np.int32), np.array([], np.int32), np.array([], float))
    assert engine.communities(empty).tolist() == [0, 1, 2]
    assert engine.betweenness(empty).tolist() == [0, 0, 0]
    assert engine.components(empty).tolist() == [0, 1, 2]
    assert np.isnan(engine.constraint_and_effective_size(empty)[0]).all()
    assert engine.participation(empty, np.zeros(3, np.int32)).tolist() == [0, 0, 0]


def test_components() -> None:
    _, arrays = flat(nx.disjoint_union(nx.path_graph(3), nx.path_graph(2)))
    assert engine.components(arrays).tolist() == [0, 0, 0, 1, 1]


def test_communities_are_the_same_in_every_process() -> None:
    code = (
        "import networkx as nx, numpy as np\n"
        "from netgraph.graph import engine\n"
        "from netgraph.graph.flat import FlatGraph\n"
        "g = nx.relaxed_caveman_graph(20, 8, 0.2, seed=3)\n"
        "e = np.array(sorted(g.edges), dtype=np.int32)\n"
        "f = FlatGraph(len(g), e[:, 0], e[:, 1], np.ones(len(e)))\n"
        "print(engine.communities(f, seed=7).tolist())\n"
    )
    runs = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
        for _ in range(2)
    }
    assert len(runs) == 1


def test_a_networkit_whose_parts_cannot_be_had_alone_is_imported_whole() -> None:
    code = (
        "import networkx as nx; from netgraph.graph import engine\n"
        "engine._PARTS = ('engineering', *engine._PARTS)\n"
        "from tests.graph.test_engine import flat\n"
        "assert max(engine.communities(flat(nx.karate_club_graph())[1])) > 0\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert not done.returncode, done.stderr


def test_networkit_is_whole_for_whoever_imports_it_afterwards() -> None:
    code = (
        "import sys; import networkx as nx\n"
        "from netgraph.graph import engine\n"
        "from tests.graph.test_engine import flat\n"
        "KARATE = flat(nx.karate_club_graph())[1]\n"
        "first = engine.communities(KARATE).tolist()\n"
        "assert 'networkit' not in sys.modules\n"
        "import networkit as nk\n"
        "graph = nk.GraphFromCoo((KARATE.left, KARATE.right), n=KARATE.size, weighted=False)\n"
        "assert nk.community.detectCommunities(graph, inspect=False).numberOfSubsets() > 1\n"
        "assert engine.communities(KARATE).tolist() == first\n"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert not done.returncode, done.stderr


def test_the_engine_says_nothing_by_itself() -> None:
    code = (
        "import networkx as nx; from netgraph.graph import engine\n"
        "from tests.graph.test_engine import flat\n"
        "engine.communities(flat(nx.karate_club_graph())[1])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("", "")
