"""Measures and layouts of a flat graph, by compiled engines; nothing here knows of people.

Node numbers are those of the `FlatGraph` given. One thread and fixed seeds: the same graph
gives the same answer.
"""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.graph.flat import FlatGraph, Floats, Ints
from netgraph.graph.triangles import holes
from netgraph.graph.ways import matrix

if TYPE_CHECKING:
    from numpy.typing import NDArray


def communities(flat: FlatGraph, *, seed: int = 1, resolution: float = 1.0) -> Ints:
    """Community number per node, shape (size,), numbered by first appearance.

    Leiden on the weights (Traag, Waltman & van Eck 2019, Sci. Rep. 9); untied nodes are alone.
    A larger ``resolution`` [> 0] gives smaller ones.
    """
    if not len(flat.left):
        return np.arange(flat.size, dtype=np.int32)
    nk = _networkit()
    nk.engineering.setSeed(seed, False)
    graph = _whole(flat, weighted=True)
    detector = nk.community.ParallelLeiden(graph, randomize=False, gamma=resolution)
    detector.run()
    found = np.asarray(detector.getPartition().getVector(), dtype=np.int64)
    _, first, back = np.unique(found, return_index=True, return_inverse=True)
    number = np.empty(len(first), dtype=np.int32)
    number[np.argsort(first)] = np.arange(len(first), dtype=np.int32)
    return number[back]


def betweenness(flat: FlatGraph, *, normalised: bool = False, weighted: bool = False) -> Floats:
    """Shortest paths through each node, shape (size,) (Freeman 1977; Brandes 2001).

    ``normalised`` divides by the pairs of other nodes, (n - 1)(n - 2) / 2; ``weighted`` takes
    the weights [> 0] for lengths, else every tie is as long.
    """
    if not len(flat.left):
        return np.zeros(flat.size)
    nk = _networkit()
    run = nk.centrality.Betweenness(_whole(flat, weighted=weighted), normalized=normalised)
    run.run()
    return np.asarray(run.scores()) / (1.0 if normalised else 2.0)


def estimated_betweenness(flat: FlatGraph, samples: int, *, seed: int = 1) -> Floats:
    """`betweenness`, normalised, from the shortest paths of ``samples`` nodes drawn [> 0].

    Drawn with repetition, each as likely, by ``seed``; unbiased (Brandes & Pich 2007,
    International Journal of Bifurcation and Chaos 17). `range_of_mean` tells how far off it
    may be. Shape (size,); all 0 for fewer than three nodes.
    """
    if not len(flat.left) or flat.size < 3:
        return np.zeros(flat.size)
    nk = _networkit()
    nk.engineering.setSeed(seed, False)
    graph = _whole(flat, weighted=False)
    run = nk.centrality.EstimateBetweenness(graph, samples)
    run.run()
    return np.asarray(run.scores()) / ((flat.size - 1) * (flat.size - 2))


def ego_betweenness(flat: FlatGraph, node: int) -> float:
    """Pairs of a node's neighbours that reach each other through it [>= 0], others' share taken.

    Sum over neighbours not tied to each other of 1 / (their neighbours in common within the
    node's own network) (Everett & Borgatti 2005, Social Networks 27); 0 for fewer than two.
    """
    near = flat.neighbours(node)
    if len(near) < 2:
        return 0.0
    among = _among(flat, near)
    common = among @ among
    apart = (common - common.multiply(among)).tocoo()
    shared = apart.data[(apart.row != apart.col) & (apart.data > 0)]
    open_pairs = len(near) * (len(near) - 1) - among.nnz
    return float(open_pairs - (1 - 1 / (1 + shared)).sum()) / 2


def holes_around(flat: FlatGraph, node: int) -> tuple[float, float]:
    """Constraint and effective size of one ``node``; NaN where untied.

    As `constraint_and_effective_size` without weights, from the node's own network alone.
    """
    near = flat.neighbours(node)
    if not len(near):
        return np.nan, np.nan
    among = _among(flat, near)
    shares = 1 / (flat.rows[0][near + 1] - flat.rows[0][near])
    invested = (1 + among @ shares) / len(near)
    return float(invested @ invested), float(len(near) - among.nnz / len(near))


def _among(flat: FlatGraph, near: Ints) -> Any:
    """The ties among the nodes ``near``, numbered by their place there, as a sparse matrix."""
    from scipy.sparse import csr_array

    starts, others, _, _ = flat.rows
    place = np.full(flat.size, -1, dtype=np.int32)
    place[near] = np.arange(len(near), dtype=np.int32)
    inner = []
    for one in near.tolist():
        row = place[others[starts[one] : starts[one + 1]]]
        inner.append(row[row >= 0])
    ends = np.cumsum([0, *map(len, inner)])
    ties = np.concatenate(inner)
    return csr_array((np.ones(len(ties)), ties, ends), shape=(len(near), len(near)))


def components(flat: FlatGraph) -> Ints:
    """Connected component per node, shape (size,), numbered from 0."""
    from scipy.sparse.csgraph import connected_components

    return np.asarray(connected_components(matrix(flat), directed=False)[1], dtype=np.int32)


def constraint_and_effective_size(
    flat: FlatGraph, *, weighted: bool = False
) -> tuple[Floats, Floats]:
    """Burt's constraint and effective size per node, shape (size,) each; NaN where untied.

    Whole-network form, C_i = sum_j (p_ij + sum_q p_iq p_qj)^2 over neighbours j, and
    sum_j (1 - sum_q p_iq m_jq) (Burt 1992; Borgatti 1997, Connections 20).
    """
    if not weighted:
        return holes(flat)
    held = matrix(flat)
    total = np.asarray(held.sum(axis=1)).ravel()
    largest = np.asarray(held.max(axis=1).todense()).ravel() if flat.size else total
    with np.errstate(divide="ignore", invalid="ignore"):
        share = _scaled(held, 1 / total)
        relative = _scaled(held, 1 / largest)
    ties = held.sign()
    through = (share @ share).multiply(ties)
    invested = share + through
    constraint = np.asarray(invested.multiply(invested).sum(axis=1)).ravel()
    redundant = np.asarray((share @ relative.T).multiply(ties).sum(axis=1)).ravel()
    effective = flat.degrees - redundant
    alone = flat.degrees == 0
    constraint[alone] = np.nan
    effective[alone] = np.nan
    return constraint, effective


def participation(flat: FlatGraph, groups: Ints) -> Floats:
    """1 - sum over groups of (ties into the group / ties)^2, shape (size,); 0 where untied.

    Guimera & Amaral 2005, Nature 433; unweighted.
    """
    starts, others, _, _ = flat.rows
    nodes = np.repeat(np.arange(flat.size), np.diff(starts))
    key = nodes.astype(np.int64) * (int(groups.max(initial=0)) + 1) + groups[others]
    pairs, counts = np.unique(key, return_counts=True)
    owner = pairs // (int(groups.max(initial=0)) + 1)
    squares = np.bincount(owner, counts.astype(np.float64) ** 2, flat.size)
    degrees = flat.degrees.astype(np.float64)
    return np.where(degrees > 0, 1 - squares / np.maximum(degrees, 1) ** 2, 0.0)


def _scaled(matrix: Any, factors: Floats) -> Any:
    from scipy.sparse import diags_array

    return (diags_array(np.where(np.isfinite(factors), factors, 0.0)) @ matrix).tocsr()


#: What is used of networkit; they import each other, and in this order it works.
_PARTS = ("community", "centrality", "graph", "engineering")


def _networkit() -> SimpleNamespace:
    """networkit, one thread, with the parts used here alone.

    Its front door imports matplotlib, pandas and all the rest, which takes some two seconds; so
    the parts are imported past it, and whoever imports networkit afterwards gets all of it.
    """
    if "networkit" in sys.modules:
        _import_parts()
    elif any(f"networkit.{part}" not in sys.modules for part in _PARTS):
        spec = find_spec("networkit")
        if spec is None:
            msg = "networkit is not installed"
            raise ModuleNotFoundError(msg)
        sys.modules["networkit"] = module_from_spec(spec)
        try:
            _import_parts()
        except ImportError:
            # another networkit, whose parts need the door: all of it, then
            for half in [one for one in sys.modules if one.startswith("networkit.")]:
                del sys.modules[half]
            del sys.modules["networkit"]
            import_module("networkit")
        else:
            del sys.modules["networkit"]
    parts = {part: sys.modules[f"networkit.{part}"] for part in _PARTS}
    parts["engineering"].setNumberOfThreads(1)
    parts["engineering"].setLogLevel("ERROR")  # as its front door does
    return SimpleNamespace(**parts)


def _import_parts() -> None:
    for part in _PARTS:
        import_module(f"networkit.{part}")


def _whole(flat: FlatGraph, *, weighted: bool) -> Any:
    nk = _networkit()
    coo: tuple[NDArray[Any], ...] = (flat.left.astype(np.uint64), flat.right.astype(np.uint64))
    data = flat.weight if weighted else np.ones(len(flat.left))
    return nk.graph.GraphFromCoo((data, coo), n=flat.size, weighted=weighted, directed=False)
