"""Textbook measures of positions and ties that no library here has in the form needed.

Numbers are those of a `FlatGraph`; weights do not count. They describe, and rank nobody.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import inf, log

import numpy as np

from netgraph.graph.flat import FlatGraph, Floats, Ints


@dataclass(frozen=True, slots=True)
class Roles:
    """Pairs of acquaintances, not tied themselves, whom somebody joins, by their groups [pairs].

    Of the first, the one between and the second: ``coordinator`` all in one group, ``itinerant``
    first and second in one, ``gatekeeper`` the latter two, ``representative`` the former two,
    ``liaison`` all in different ones (Gould & Fernandez 1989, Sociological Methodology 19).
    """

    coordinator: int = 0
    itinerant: int = 0
    gatekeeper: int = 0
    representative: int = 0
    liaison: int = 0


def roles(pairs: Collection[tuple[int, int]], groups: Ints, node: int) -> Roles:
    """The roles of ``node`` among directed ``pairs`` (from, to); ``groups``, shape (nodes,).

    An undirected tie is a pair each way, so that every two acquaintances count both ways round.
    """
    known = set(pairs)
    first = np.array(sorted(one for one, to in known if to == node != one), dtype=np.int64)
    second = np.array(sorted(to for one, to in known if one == node != to), dtype=np.int64)
    around = {*first.tolist(), *second.tolist()}
    apart = first[:, None] != second[None, :]
    row, column = (
        {one: place for place, one in enumerate(ends.tolist())} for ends in (first, second)
    )
    for one, to in known:
        if one in around and to in around and one in row and to in column:
            apart[row[one], column[to]] = False
    here = groups[node]
    start, end = (groups[first] == here)[:, None], (groups[second] == here)[None, :]
    alike = groups[first][:, None] == groups[second][None, :]
    return Roles(
        coordinator=int((apart & start & end).sum()),
        itinerant=int((apart & ~start & alike).sum()),
        gatekeeper=int((apart & ~start & end).sum()),
        representative=int((apart & start & ~end).sum()),
        liaison=int((apart & ~start & ~end & ~alike).sum()),
    )


def constraint_by_tie(flat: FlatGraph, node: int, *, own: bool = True) -> Floats:
    """How much each neighbour constrains ``node``, c_ij = (p_ij + sum_q p_iq p_qj)^2, in order.

    ``own`` counts the node's own network alone, as Burt 1992 has it; else the neighbours' shares
    are of all their ties. Shape (neighbours,); the sum is the constraint, empty when untied.
    """
    near = flat.neighbours(node)
    place = np.full(flat.size, -1, dtype=np.int32)
    place[near] = np.arange(len(near), dtype=np.int32)
    held = [place[flat.neighbours(one)] for one in near.tolist()]
    within = [others[others >= 0] for others in held]
    ties = np.array([len(others) + 1 for others in within], dtype=np.float64)
    share = 1 / (ties if own else flat.degrees[near])
    through = np.array([share[others].sum() for others in within])
    return np.asarray(((1 + through) / max(len(near), 1)) ** 2, dtype=np.float64)


def hierarchy(parts: Floats) -> float:
    """How far few of the ``parts`` of a constraint (each > 0) make most of it, [0, 1].

    sum of r ln r over the parts relative to their mean, / (n ln n) (Burt 1992); 1 for a single
    part by convention, 0 for none.
    """
    if len(parts) < 2:
        return float(len(parts))
    relative = parts / parts.mean()
    return float((relative * np.log(relative)).sum() / (len(parts) * np.log(len(parts))))


def overlap(flat: FlatGraph, one: int, other: int) -> float:
    """The share [0, 1] of two nodes' other neighbours that both have (Onnela et al. 2007, PNAS).

    0 when they have no other neighbours.
    """
    ours, theirs = ({*flat.neighbours(each).tolist()} - {one, other} for each in (one, other))
    return len(ours & theirs) / max(len(ours | theirs), 1)


def span(flat: FlatGraph, one: int, other: int) -> int | None:
    """The ties on the shortest way between two nodes other than their own tie; None for no way.

    2 means neighbours in common; more makes the tie a local bridge, none a bridge (Granovetter
    1973, American Journal of Sociology 78).
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    kept = ~(
        ((flat.left == one) & (flat.right == other)) | ((flat.left == other) & (flat.right == one))
    )
    ends = flat.left[kept], flat.right[kept]
    among = csr_array((np.ones(len(ends[0])), ends), shape=(flat.size, flat.size))
    steps = dijkstra(among, directed=False, unweighted=True, indices=one)[other]
    return int(steps) if np.isfinite(steps) else None


def target_betweenness(flat: FlatGraph, source: int, targets: Collection[int]) -> Floats:
    """Shortest ways from ``source`` to ``targets`` through each node, shape (nodes,).

    Every target adds 1, shared among its shortest ways; both ends of a way do not count (the
    betweenness of Freeman 1977 of chosen pairs, by Brandes 2008, Social Networks 30).
    """
    import networkx as nx

    graph = nx.Graph(zip(flat.left.tolist(), flat.right.tolist(), strict=True))
    graph.add_nodes_from(range(flat.size))
    wanted = sorted({*targets} - {source})
    found = nx.betweenness_centrality_subset(graph, sources=[source], targets=wanted)
    # networkx halves the sum, as if every pair were walked both ways
    return 2 * np.array([found[node] for node in range(flat.size)])


def range_of_mean(mean: float, samples: int, *, sure: float = 0.95) -> tuple[float, float]:
    """Where the true mean lies, ``sure`` (0, 1) of all times, if ``samples`` [> 0] have ``mean``.

    Of independent values in [0, 1] however spread: each end is where samples · KL(mean, end)
    is ln(2 / (1 - sure)) (Hoeffding 1963, Journal of the American Statistical Association 58,
    theorem 1). ``mean`` is cut to [0, 1].
    """
    mean = min(max(mean, 0.0), 1.0)
    most = log(2 / (1 - sure)) / samples

    def end(outside: float) -> float:
        inside = mean
        for _ in range(50):
            middle = (inside + outside) / 2
            inside, outside = (
                (middle, outside) if _divergence(mean, middle) < most else (inside, middle)
            )
        return outside

    return end(0.0), end(1.0)


def _divergence(one: float, other: float) -> float:
    """Kullback and Leibler's divergence of two chances, [0, inf]."""
    if one == other:
        return 0.0
    if other in {0.0, 1.0}:
        return inf
    yes = one * log(one / other) if one else 0.0
    return yes + ((1 - one) * log((1 - one) / (1 - other)) if one < 1 else 0.0)


def fragmentation(flat: FlatGraph, without: Collection[int] = ()) -> float:
    """1 - the mean of 1/distance over all pairs, [0, 1], when ``without`` are taken away.

    Those whose going raises it most hold a network together (Borgatti 2006, Computational &
    Mathematical Organization Theory 12, the key player problem). 0 for fewer than two nodes.
    """
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import shortest_path

    left = np.setdiff1d(np.arange(flat.size), np.array(sorted(without), dtype=np.int64))
    if len(left) < 2:
        return 0.0
    among = csr_array((np.ones(len(flat.left)), (flat.left, flat.right)), shape=(flat.size,) * 2)
    steps = shortest_path(among[left][:, left], directed=False, unweighted=True)
    near = 1 / steps[~np.eye(len(left), dtype=bool)]
    return float(1 - near.mean())
