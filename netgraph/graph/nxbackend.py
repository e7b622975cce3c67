"""A networkx backend: ``nx.constraint(G, backend="netgraph")`` runs on flat arrays.

Found by networkx through the entry point ``networkx.backends``. Only undirected simple graphs
without self-loops; anything else is left to networkx.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph

if TYPE_CHECKING:
    import networkx as nx


class BackendGraph:
    """A networkx graph as arrays: ``nodes`` are its keys in order, ``flat`` the ties."""

    __networkx_backend__ = "netgraph"

    def __init__(self, nodes: list[Hashable], flat: FlatGraph) -> None:
        self.nodes = nodes
        self.flat = flat

    def is_directed(self) -> bool:
        """Never: a directed graph cannot be converted."""
        return False

    def is_multigraph(self) -> bool:
        """Never: parallel ties cannot be converted."""
        return False


class Backend:
    """What networkx calls; every function gives the values networkx itself gives."""

    @staticmethod
    def convert_from_nx(
        graph: nx.Graph, *, edge_attrs: dict[str, Any] | None = None, **_: object
    ) -> BackendGraph:
        """``graph`` as arrays; a missing weight counts 1, as in networkx.

        ``ValueError`` for a directed graph, parallel edges or self-loops.
        """
        if graph.is_directed() or graph.is_multigraph() or any(a == b for a, b in graph.edges):
            msg = "only undirected graphs without parallel edges and self-loops"
            raise ValueError(msg)
        nodes = list(graph)
        number = {node: place for place, node in enumerate(nodes)}
        name, default = next(iter((edge_attrs or {}).items()), (None, 1.0))
        ends = [(number[a], number[b]) for a, b in graph.edges]
        pairs = np.array(ends, dtype=np.int32).reshape(-1, 2)
        weight = np.array(
            [data.get(name, default) for _, _, data in graph.edges(data=True)], dtype=np.float64
        )
        return BackendGraph(nodes, FlatGraph(len(nodes), pairs[:, 0], pairs[:, 1], weight))

    @staticmethod
    def convert_to_nx(result: Any, **_: object) -> Any:
        """Results are plain dictionaries already; a graph becomes a networkx graph again."""
        if not isinstance(result, BackendGraph):
            return result
        import networkx as nx

        graph = nx.Graph()
        graph.add_nodes_from(result.nodes)
        flat = result.flat
        graph.add_weighted_edges_from(
            (result.nodes[a], result.nodes[b], w)
            for a, b, w in zip(
                flat.left.tolist(), flat.right.tolist(), flat.weight.tolist(), strict=True
            )
        )
        return graph

    @staticmethod
    def constraint(
        G: BackendGraph,  # noqa: N803
        nodes: Iterable[Hashable] | None = None,
        weight: str | None = None,
    ) -> dict[Hashable, float]:
        """Burt's constraint (Burt 1992), NaN for untied nodes."""
        values, _ = engine.constraint_and_effective_size(G.flat, weighted=weight is not None)
        return _chosen(G, nodes, values.tolist())

    @staticmethod
    def effective_size(
        G: BackendGraph,  # noqa: N803
        nodes: Iterable[Hashable] | None = None,
        weight: str | None = None,
    ) -> dict[Hashable, float]:
        """Burt's effective size (Borgatti 1997 without weights), NaN for untied nodes."""
        _, values = engine.constraint_and_effective_size(G.flat, weighted=weight is not None)
        return _chosen(G, nodes, values.tolist())

    @staticmethod
    def betweenness_centrality(
        G: BackendGraph,  # noqa: N803
        k: int | None = None,
        normalized: bool = True,
        weight: str | None = None,
        endpoints: bool = False,
        seed: object = None,
    ) -> dict[Hashable, float]:
        """Shortest-path betweenness (Brandes 2001); see `can_run` for what is left out."""
        del k, weight, endpoints, seed  # networkx passes all, `can_run` only the defaults
        values = engine.betweenness(G.flat, normalised=normalized)
        return _chosen(G, None, values.tolist())

    @staticmethod
    def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """Whether a call is one of ours, or why not."""
        graph = args[0] if args else kwargs.get("G")
        if graph is None or graph.is_directed() or graph.is_multigraph():
            return "only undirected graphs without parallel edges"
        if name == "betweenness_centrality":
            given = dict(zip(("G", "k", "normalized", "weight", "endpoints"), args, strict=False))
            asked = {**given, **kwargs}
            other = [key for key in ("k", "weight", "endpoints") if asked.get(key)]
            return f"not with {', '.join(other)}" if other else True
        return True


def _chosen(
    graph: BackendGraph, nodes: Iterable[Hashable] | None, values: list[float]
) -> dict[Hashable, float]:
    every = dict(zip(graph.nodes, values, strict=True))
    return every if nodes is None else {node: every[node] for node in nodes}


backend_interface = Backend()
