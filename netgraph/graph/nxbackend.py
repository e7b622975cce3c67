"""A networkx backend: ``nx.constraint(G, backend="netgraph")`` runs on flat arrays.

Found by networkx through the entry point ``networkx.backends``. Only undirected graphs without
parallel edges; anything else is left to networkx.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from inspect import signature
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph, Floats, Ints
from netgraph.graph.ways import betweenness_between, distances

if TYPE_CHECKING:
    import networkx as nx


#: Arguments that are left to networkx when they are given.
_LEFT = {
    "betweenness_centrality_subset": ("weight",),
    "leiden_communities": ("max_level",),
}


#: What a tie of a node with itself changes; ways and parts it leaves as they are.
_WITHOUT_LOOPS = {"constraint", "effective_size", "leiden_communities"}


class BackendGraph:
    """A networkx graph as arrays: ``nodes`` are its keys in order, ``flat`` the ties.

    ``loops`` are the ties of nodes with themselves, (place in ``nodes``, weight).
    """

    __networkx_backend__ = "netgraph"

    def __init__(
        self, nodes: list[Hashable], flat: FlatGraph, loops: Sequence[tuple[int, float]] = ()
    ) -> None:
        self.nodes = nodes
        self.flat = flat
        self.loops = tuple(loops)

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

        ``ValueError`` for a directed graph or parallel edges.
        """
        if graph.is_directed() or graph.is_multigraph():
            msg = "only undirected graphs without parallel edges"
            raise ValueError(msg)
        nodes = list(graph)
        number = {node: place for place, node in enumerate(nodes)}
        name, default = next(iter((edge_attrs or {}).items()), (None, 1.0))
        ends = [(number[a], number[b]) for a, b in graph.edges]
        pairs = np.array(ends, dtype=np.int32).reshape(-1, 2)
        weight = np.array(
            [data.get(name, default) for _, _, data in graph.edges(data=True)], dtype=np.float64
        )
        looped = pairs[:, 0] == pairs[:, 1]
        loops = zip(pairs[looped, 0].tolist(), weight[looped].tolist(), strict=True)
        pairs, weight = pairs[~looped], weight[~looped]
        flat = FlatGraph(len(nodes), pairs[:, 0], pairs[:, 1], weight)
        return BackendGraph(nodes, flat, list(loops))

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
        looped = ((result.nodes[place], weight) for place, weight in result.loops)
        graph.add_weighted_edges_from((node, node, weight) for node, weight in looped)
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
        """Shortest-path betweenness (Brandes 2001), from ``k`` nodes drawn by ``seed`` if given.

        ``ValueError`` when there are not so many nodes. See `can_run` for what is left out.
        """
        size = len(G.nodes)
        if k is None or k == size:
            values = 2 * engine.betweenness(G.flat, weighted=weight is not None)
            drawn = np.arange(size, dtype=np.int32)
        else:
            import networkx as nx

            draw = nx.utils.create_py_random_state(seed)
            drawn = np.array(draw.sample(range(size), k), dtype=np.int32)
            values = betweenness_between(G.flat, drawn, np.arange(size, dtype=np.int32))
        if endpoints:
            values += _as_ends(engine.components(G.flat), drawn)
        others = size if endpoints else size - 1
        if others >= 2:
            # of those drawn each is an end itself for one source fewer
            own = len(drawn) if endpoints else len(drawn) - 1
            from_other = own if k is None or k == size else len(drawn)
            scale = 1 / (others - 1) if normalized else others / 2
            sources = np.full(size, float(from_other))
            sources[drawn] = own
            if not from_other:
                msg = "float division by zero"
                raise ZeroDivisionError(msg)
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.where(sources > 0, values * scale / sources, np.nan)
        return _chosen(G, None, values.tolist())

    @staticmethod
    def betweenness_centrality_subset(
        G: BackendGraph,  # noqa: N803
        sources: Iterable[Hashable],
        targets: Iterable[Hashable],
        normalized: bool = False,
        weight: str | None = None,
    ) -> dict[Hashable, float]:
        """Betweenness for ways from ``sources`` to ``targets`` alone (Brandes 2008)."""
        del weight  # `can_run` lets nothing but None pass
        number = {node: place for place, node in enumerate(G.nodes)}
        ends = [np.array([number[n] for n in nodes], np.int32) for nodes in (sources, set(targets))]
        values = betweenness_between(G.flat, *ends)
        size = len(G.nodes)
        if not normalized:
            values /= 2
        elif size > 2:
            values /= (size - 1) * (size - 2)
        return _chosen(G, None, values.tolist())

    @staticmethod
    def single_source_dijkstra_path_length(
        G: BackendGraph,  # noqa: N803
        source: Hashable,
        cutoff: float | None = None,
        weight: str | None = "weight",
    ) -> dict[Hashable, float]:
        """Length of the shortest way to each node within ``cutoff``, nearest first.

        Raises ``networkx.NodeNotFound`` for an unknown source.
        """
        del weight  # the arrays hold it
        if source not in G.nodes:
            import networkx as nx

            msg = f"Node {source} not found in graph"
            raise nx.NodeNotFound(msg)
        limit = np.inf if cutoff is None else cutoff
        found = distances(G.flat, G.nodes.index(source), limit=limit)
        order = np.argsort(found, kind="stable").tolist()
        return {G.nodes[one]: float(found[one]) for one in order if np.isfinite(found[one])}

    @staticmethod
    def connected_components(
        G: BackendGraph,  # noqa: N803
    ) -> Iterator[set[Hashable]]:
        """The nodes that hang together, by the first of each in the graph."""
        yield from _grouped(G, engine.components(G.flat))

    @staticmethod
    def number_connected_components(G: BackendGraph) -> int:  # noqa: N803
        """How many `connected_components` there are."""
        return int(engine.components(G.flat).max(initial=-1)) + 1

    @staticmethod
    def leiden_communities(
        G: BackendGraph,  # noqa: N803
        weight: str | None = "weight",
        resolution: float = 1,
        max_level: int | None = None,
        seed: object = None,
    ) -> list[set[Hashable]]:
        """Communities by Leiden (Traag, Waltman & van Eck 2019); the same for each ``seed``."""
        del weight, max_level, seed  # the arrays hold the first, `can_run` lets no other pass
        return _grouped(G, engine.communities(G.flat, resolution=resolution))

    @staticmethod
    def can_run(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
        """Whether a call is one of ours, or why not."""
        graph = args[0] if args else kwargs.get("G")
        if graph is None or graph.is_directed() or graph.is_multigraph():
            return "only undirected graphs without parallel edges"
        if name in _WITHOUT_LOOPS and _has_loops(graph):
            return "only graphs without self-loops"
        names = tuple(signature(getattr(Backend, name)).parameters)
        asked = dict(zip(names, args, strict=False)) | kwargs
        other = [
            k for k in _LEFT.get(name, ()) if asked.get(k) is not None and asked[k] is not False
        ]
        if callable(asked.get("weight")):
            other.append("weights from a function")
        elif name == "betweenness_centrality" and asked.get("weight") is not None:
            if asked.get("k") is not None:
                other.append("k and weight")
            elif not _is_long(graph, asked["weight"]):
                other.append("ties of no length")
        return f"not with {', '.join(other)}" if other else True


def _is_long(graph: Any, weight: str) -> bool:
    """Whether every tie has a length above 0."""
    if isinstance(graph, BackendGraph):
        return bool((graph.flat.weight > 0).all())
    return all(length > 0 for _, _, length in graph.edges(data=weight, default=1))


def _as_ends(part: Ints, sources: Ints) -> Floats:
    """How many ways from ``sources`` each node ends; ``part`` is its component."""
    nodes = np.bincount(part)
    begun = np.bincount(part[sources], minlength=len(nodes))
    found = begun[part].astype(np.float64)
    found[sources] += nodes[part[sources]] - 2.0
    return found


def _has_loops(graph: Any) -> bool:
    if isinstance(graph, BackendGraph):
        return bool(graph.loops)
    return any(node in near for node, near in graph.adjacency())


def _grouped(graph: BackendGraph, label: Ints) -> list[set[Hashable]]:
    """The nodes by label, in the order in which labels first appear."""
    found: dict[int, set[Hashable]] = {}
    for node, group in zip(graph.nodes, label.tolist(), strict=True):
        found.setdefault(group, set()).add(node)
    return list(found.values())


def _chosen(
    graph: BackendGraph, nodes: Iterable[Hashable] | None, values: list[float]
) -> dict[Hashable, float]:
    every = dict(zip(graph.nodes, values, strict=True))
    return every if nodes is None else {node: every[node] for node in nodes}


backend_interface = Backend()
