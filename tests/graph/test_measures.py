"""Published values of measures, and some worked out from the formula by hand (marked so)."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph
from netgraph.graph.measures import (
    Roles,
    constraint_by_tie,
    fragmentation,
    hierarchy,
    overlap,
    range_of_mean,
    roles,
    span,
    target_betweenness,
)
from tests.graph.test_engine import borgatti, flat

FLORENCE = nx.florentine_families_graph()
EMPTY = FlatGraph(2, np.array([], np.int32), np.array([], np.int32), np.array([], float))


def of_family(name: str) -> int:
    return list(FLORENCE).index(name)


@pytest.mark.parametrize(
    ("node", "ego", "own", "whole"),
    [
        ("G", 0.4003, 0.0947, 0.0947),
        ("A", 0.6836, 0.1678, 0.1678),
        ("B", 0.8395, 0.0737, 0.0737),
        ("D", 1.125, 0, 0.0127),
        ("E", 1.125, 0, 0.0034),
        ("F", 1.125, 0, 0.0034),
        ("C", 1, 1, 1),
    ],
)
def test_constraint_in_the_own_network_and_hierarchy_of_borgattis_graph(
    node: str, ego: float, own: float, whole: float
) -> None:
    """Values by the formula, not from a publication."""
    nodes, arrays = flat(borgatti())
    at = nodes.index(node)
    parts = constraint_by_tie(arrays, at)
    assert parts.sum() == pytest.approx(ego, abs=5e-5)
    assert hierarchy(parts) == pytest.approx(own, abs=5e-5)
    everywhere = constraint_by_tie(arrays, at, own=False)
    assert hierarchy(everywhere) == pytest.approx(whole, abs=5e-5)
    assert everywhere.sum() == pytest.approx(nx.constraint(borgatti())[node])


def test_nobody_has_no_constraint() -> None:
    assert constraint_by_tie(EMPTY, 0).tolist() == []
    assert hierarchy(constraint_by_tie(EMPTY, 0)) == 0


def test_bridges_and_local_bridges_of_florence() -> None:
    _, arrays = flat(FLORENCE)
    found = {
        frozenset(pair): span(arrays, of_family(pair[0]), of_family(pair[1]))
        for pair in FLORENCE.edges
    }
    without = (
        "Acciaiuoli-Medici Albizzi-Ginori Guadagni-Lamberteschi Medici-Salviati Pazzi-Salviati"
    )
    three = "Albizzi-Guadagni Medici-Albizzi Tornabuoni-Guadagni"
    four = "Bischeri-Guadagni Castellani-Barbadori Medici-Barbadori Strozzi-Ridolfi"
    for expected, names in ((None, without), (3, three), (4, four)):
        pairs = {frozenset(name.split("-")) for name in names.split()}
        assert {pair for pair, ties in found.items() if ties == expected} == pairs
    assert set(found.values()) == {None, 2, 3, 4}


def test_the_bridge_of_the_karate_club_and_its_overlaps() -> None:
    graph = nx.karate_club_graph()
    nodes, arrays = flat(graph)
    assert nodes == list(range(34))
    assert [pair for pair in graph.edges if span(arrays, *pair) is None] == [(0, 11)]
    assert overlap(arrays, 0, 1) == pytest.approx(0.4375)
    assert overlap(arrays, 0, 31) == 0
    assert overlap(arrays, 32, 33) == pytest.approx(0.5882, abs=5e-5)
    assert overlap(EMPTY, 0, 1) == 0


def test_target_betweenness_of_florence() -> None:
    _, arrays = flat(FLORENCE)
    targets = [of_family(name) for name in ("Pazzi", "Strozzi", "Lamberteschi")]
    found = target_betweenness(arrays, of_family("Ginori"), targets)
    expected = {"Albizzi": 1.5, "Medici": 0.75, "Guadagni": 0.75, "Salviati": 0.5}
    expected |= {"Ridolfi": 0.25, "Bischeri": 0.25}
    got = {name: value for name, value in zip(FLORENCE, found.tolist(), strict=True) if value}
    assert {name: got[name] / 2 for name in expected} == pytest.approx(expected)


def test_the_key_players_of_florence() -> None:
    """Values by the formula, not from a publication."""
    _, arrays = flat(FLORENCE)
    assert fragmentation(arrays) == pytest.approx(0.4998, abs=5e-5)
    alone = {name: fragmentation(arrays, [of_family(name)]) for name in FLORENCE}
    assert max(alone, key=alone.__getitem__) == "Medici"
    assert alone["Medici"] == pytest.approx(0.6738, abs=5e-5)
    pairs = {
        pair: fragmentation(arrays, list(map(of_family, pair)))
        for pair in combinations(FLORENCE, 2)
    }
    assert set(max(pairs, key=pairs.__getitem__)) == {"Medici", "Guadagni"}
    assert max(pairs.values()) == pytest.approx(0.8024, abs=5e-5)
    assert fragmentation(EMPTY, [0]) == 0


def test_the_roles_of_gould_and_fernandez() -> None:
    pairs = [(0, 1), (0, 2), (1, 2), (1, 3), (2, 3), (3, 0)]
    groups = np.array([1, 1, 2, 2], dtype=np.int32)
    assert [roles(pairs, groups, node) for node in range(4)] == [
        Roles(gatekeeper=1, itinerant=1),
        Roles(representative=1),
        Roles(gatekeeper=1),
        Roles(itinerant=1, representative=1),
    ]


def test_roles_without_direction_count_both_ways_round() -> None:
    star = [(0, one) for one in (1, 2, 3)]
    both = [*star, *((to, one) for one, to in star)]
    groups = np.array([1, 1, 2, 3], dtype=np.int32)
    assert roles(both, groups, 0) == Roles(gatekeeper=2, representative=2, liaison=2)
    assert roles(both, groups, 1) == Roles()


def test_the_range_of_a_mean_by_hoeffding() -> None:
    # none of 100: (1 - end)^100 = 0.025; all of 100 the other way round
    assert range_of_mean(0.0, 100) == pytest.approx((0, 1 - 0.025**0.01))
    assert range_of_mean(1.0, 100) == pytest.approx((0.025**0.01, 1))
    low, high = range_of_mean(0.3, 50)
    assert 0.3 - (np.log(40) / 100) ** 0.5 < low < 0.3 < high < 0.3 + (np.log(40) / 100) ** 0.5
    assert range_of_mean(0.3, 5000)[1] < high


def test_estimated_betweenness_lies_within_its_range() -> None:
    graph = nx.barabasi_albert_graph(150, 3, seed=5)
    exact = engine.betweenness(flat(graph)[1], normalised=True)
    outside = 0
    for seed in range(1, 6):
        found = engine.estimated_betweenness(flat(graph)[1], 60, seed=seed)
        again = engine.estimated_betweenness(flat(graph)[1], 60, seed=seed)
        assert found.tolist() == again.tolist()
        ends = [range_of_mean(one, 60) for one in found.tolist()]
        outside += sum(
            not low <= true <= high for true, (low, high) in zip(exact, ends, strict=True)
        )
    assert outside <= 0.05 * 5 * 150
    assert engine.estimated_betweenness(EMPTY, 60).tolist() == [0, 0]
    mean = np.mean([engine.estimated_betweenness(flat(graph)[1], 60, seed=s) for s in range(99)], 0)
    assert np.abs(mean - exact).max() < 0.01
