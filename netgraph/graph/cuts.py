"""Who holds a network together: cut points, and what hangs on each of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.flat import FlatGraph, Ints


@dataclass(frozen=True, eq=False)
class Cuts:
    """Per node, shape (size,): ``articulation`` whether taking the node away splits its part.

    ``cut_off`` counts the nodes that would then hang on no anchor any more: nodes that are no
    anchors themselves, in pieces without one.
    """

    articulation: NDArray[np.bool_]
    cut_off: Ints


def cuts(flat: FlatGraph, anchors: NDArray[np.bool_]) -> Cuts:
    """Cut points by one depth-first search (Hopcroft & Tarjan 1973, CACM 16), O(nodes + ties).

    ``anchors`` (shape (size,)) marks nodes that stay within reach whatever happens.
    """
    search = _Search(flat, anchors)
    for root in range(flat.size):
        if search.found[root] < 0:
            search.grow(root)
    return Cuts(np.array(search.splits, dtype=bool), np.array(search.lost, dtype=np.int32))


class _Search:
    """The state of the search; plain lists, which Python reads faster than arrays."""

    def __init__(self, flat: FlatGraph, anchors: NDArray[np.bool_]) -> None:
        self.starts = flat.rows[0].tolist()
        self.others = flat.rows[1].tolist()
        self.anchors = anchors.tolist()
        self.found = [-1] * flat.size
        self.low = [0] * flat.size
        self.parent = [-1] * flat.size
        self.held = [0] * flat.size
        self.below = [1] * flat.size
        self.apart = [(0, 0)] * flat.size
        self.splits = [False] * flat.size
        self.lost = [0] * flat.size

    def grow(self, root: int) -> None:
        """Search the component of ``root`` and settle its nodes."""
        order = self._visit(root)
        children = 0
        for node in reversed(order):
            self.held[node] += self.anchors[node]
            parent = self.parent[node]
            if parent < 0:
                continue
            self.low[parent] = min(self.low[parent], self.low[node])
            self.below[parent] += self.below[node]
            self.held[parent] += self.held[node]
            children += parent == root
            if self.low[node] >= self.found[parent]:
                size, held = self.apart[parent]
                self.apart[parent] = size + self.below[node], held + self.held[node]
                self.splits[parent] = self.splits[parent] or parent != root
                if not self.held[node]:
                    self.lost[parent] += self.below[node]
        self.splits[root] = children > 1
        for node in order:
            size, held = self.apart[node]
            rest = self.below[root] - size - 1
            rest_held = self.held[root] - held - self.anchors[node]
            if not rest_held:
                self.lost[node] += rest

    def _visit(self, root: int) -> list[int]:
        """Nodes in the order of discovery; back ties lower ``low`` on the way."""
        self.found[root] = self.low[root] = 0
        order = [root]
        stack = [(root, self.starts[root])]
        while stack:
            node, place = stack.pop()
            while place < self.starts[node + 1]:
                other = self.others[place]
                place += 1
                if self.found[other] < 0:
                    self.found[other] = self.low[other] = len(order)
                    self.parent[other] = node
                    order.append(other)
                    stack.append((node, place))
                    stack.append((other, self.starts[other]))
                    break
                if other != self.parent[node]:
                    self.low[node] = min(self.low[node], self.found[other])
        return order
