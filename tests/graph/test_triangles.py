"""By triangles as by the product of matrices, in blocks of any size."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from netgraph.graph import engine, triangles
from netgraph.graph.flat import FlatGraph
from tests.graph.test_engine import flat


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("at_once", [1, 50, triangles.AT_ONCE])
@pytest.mark.parametrize("cells", [0, triangles.CELLS])
def test_the_values_are_those_of_the_matrices(
    seed: int, at_once: int, cells: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(triangles, "CELLS", cells)
    _, arrays = flat(nx.gnp_random_graph(45, 0.03 + seed / 12, seed=seed))
    plain = engine.constraint_and_effective_size(arrays, weighted=True)
    np.testing.assert_allclose(triangles.holes(arrays, at_once=at_once), plain)


def test_nobody_and_no_triangle() -> None:
    none = np.array([], np.int32)
    empty = FlatGraph(0, none, none, np.array([], np.float64))
    assert [len(values) for values in triangles.holes(empty)] == [0, 0]
    _, star = flat(nx.star_graph(4))
    constraint, size = triangles.holes(star)
    assert constraint.tolist() == [0.25, 1, 1, 1, 1]
    assert size.tolist() == [4, 1, 1, 1, 1]
