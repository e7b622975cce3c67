"""Shortest ways in a flat graph from chosen nodes, level by level on sparse matrices."""

from __future__ import annotations

from typing import Any

import numpy as np

from netgraph.graph.flat import FlatGraph, Floats, Ints

#: So many sources are followed at once.
_AT_ONCE = 32


def distances(flat: FlatGraph, source: int, *, limit: float = np.inf) -> Floats:
    """Length of the shortest way from ``source`` to each node, shape (size,).

    The weights [>= 0] are lengths (Dijkstra 1959); infinite where nothing leads within ``limit``.
    """
    from scipy.sparse.csgraph import dijkstra

    return np.asarray(dijkstra(matrix(flat), indices=source, limit=limit), dtype=np.float64)


def betweenness_between(flat: FlatGraph, sources: Ints, targets: Ints) -> Floats:
    """Shortest ways from ``sources`` to ``targets`` through each node, shape (size,), unweighted.

    Each source adds, for every target, the share of the shortest ways that pass the node (Brandes
    2008, Social Networks 30); ends do not count. A source given twice counts twice.
    """
    ties = matrix(flat)
    ties.data[:] = 1.0
    wanted = np.zeros(flat.size)
    wanted[targets] = 1.0
    found = np.zeros(flat.size)
    for start in range(0, len(sources), _AT_ONCE):
        found += _passing(ties, np.asarray(sources[start : start + _AT_ONCE]), wanted)
    return found


def _passing(ties: Any, sources: Ints, wanted: Floats) -> Floats:
    columns = np.arange(len(sources))
    shape = (ties.shape[0], len(sources))
    level = np.full(shape, -1, dtype=np.int32)
    ways = np.zeros(shape)
    level[sources, columns] = 0
    ways[sources, columns] = 1.0
    depth = 0
    edge = ways
    while edge.any():
        depth += 1
        edge = np.where(level < 0, ties @ edge, 0.0)
        level[edge > 0] = depth
        ways += edge
    ends = np.repeat(wanted[:, None], len(sources), axis=1)
    ends[sources, columns] = 0.0
    passed = np.zeros(shape)
    many = np.where(ways > 0, ways, 1.0)
    for far in range(depth, 0, -1):
        coming = np.where(level == far, (passed + ends) / many, 0.0)
        passed += np.where(level == far - 1, ways * (ties @ coming), 0.0)
    passed[sources, columns] = 0.0
    return np.asarray(passed.sum(axis=1), dtype=np.float64)


def matrix(flat: FlatGraph) -> Any:
    """The weights as a sparse matrix of its own, shape (size, size), both ways."""
    from scipy.sparse import csr_array

    starts, others, weights, _ = flat.rows
    return csr_array((weights.copy(), others, starts), shape=(flat.size, flat.size))
