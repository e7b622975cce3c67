"""The same questions put to networkx, igraph and rustworkx, on the ties of a kept network."""

from __future__ import annotations

import heapq
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.scale.stages import PATHS, graph
from netgraph.graph import engine
from netgraph.graph.chances import PASSES_ON, UNSEEN

#: No more ties than this are put into networkx for its slow measures.
SLOW = 20_000
#: No more people than this are asked for by plain loops, or by igraph's constraint.
LARGE = 30_000


def plain_reach(whole: Any, me: str, inside: Iterable[str]) -> list[tuple[float, tuple[str, ...]]]:
    """The best chains of at most three ties by loops over a ``networkx.Graph``."""
    ends = set(inside) - {me}
    mine = {one: data["warmth"] for one, data in whole[me].items()}
    found = [(mine[one], (one,)) for one in ends if one in mine]
    for end in ends:
        for last, data in whole[end].items():
            if last == me or last in ends:
                continue
            near = data["warmth"]
            if last in mine:
                found.append((mine[last] * (near + UNSEEN * (1 - near)), (last, end)))
            for first, between in whole[last].items():
                if first in mine and first not in ends and first != end:
                    score = mine[first] * between["warmth"] * near * PASSES_ON
                    found.append((score, (first, last, end)))
    return heapq.nlargest(PATHS, found)


def seconds(question: Callable[[], object]) -> float:
    """CPU seconds of asking once."""
    start = time.process_time()
    question()
    return round(time.process_time() - start, 4)


def bandwidth() -> float:
    """Bytes read in a second, by adding up 256 MB."""
    data = np.ones(32_000_000)
    data.sum()
    return float(data.nbytes / seconds(data.sum))


def main() -> None:
    import igraph
    import networkx as nx
    import rustworkx as rx

    found = graph(Path(sys.argv[1]))
    flat = found.flat
    told: dict[str, float] = {}
    touched = sum(array.nbytes for array in flat.rows)
    told["reading the arrays once"] = round(touched / bandwidth(), 5)
    pairs = np.stack([flat.left, flat.right], axis=1)
    held: dict[str, Any] = {}
    ids = [person.id for person in found.people]
    rows = [
        (ids[a], ids[b], w) for (a, b), w in zip(pairs.tolist(), found.warmth.tolist(), strict=True)
    ]

    def fill() -> None:
        held["nx"] = nx.Graph()
        held["nx"].add_weighted_edges_from(rows, weight="warmth")

    told["networkx: graph"] = seconds(fill)
    told["igraph: graph"] = seconds(lambda: held.update(ig=igraph.Graph(len(ids), pairs)))

    def rust() -> None:
        held["rx"] = rx.PyGraph()
        held["rx"].add_nodes_from(range(len(ids)))
        held["rx"].add_edges_from([(a, b, 1.0) for a, b in pairs.tolist()])

    told["rustworkx: graph"] = seconds(rust)
    at = {
        match.target.name: [
            m.person
            for m in found.memberships
            if m.current is not False and m.employer in {e for e, _ in match.employers}
        ]
        for match in found.targets
    }
    if found.me and len(ids) <= LARGE + 5_000:
        told["plain loops over networkx: paths to 20 employers"] = seconds(
            lambda: [plain_reach(held["nx"], found.me, inside) for inside in at.values()]
        )
    ego = found.index[found.me]
    told["igraph: distances from me"] = seconds(lambda: held["ig"].distances(ego))
    told["rustworkx: distances from me"] = seconds(
        lambda: rx.dijkstra_shortest_path_lengths(held["rx"], ego, float)
    )
    bare = found.flat_without_me
    bare.rows  # noqa: B018 - making the arrays is counted elsewhere
    told["netgraph: constraint and effective size"] = seconds(
        lambda: engine.constraint_and_effective_size(bare)
    )
    if len(ids) <= LARGE + 5_000:
        without = igraph.Graph(len(ids), np.stack([bare.left, bare.right], axis=1))
        told["igraph: constraint"] = seconds(without.constraint)
    if len(rows) <= SLOW:
        rest = held["nx"].copy()
        rest.remove_node(found.me)
        told["networkx: constraint"] = seconds(lambda: nx.constraint(rest))
        told["networkx: effective size"] = seconds(lambda: nx.effective_size(rest))
    print(json.dumps(told))


if __name__ == "__main__":
    main()
