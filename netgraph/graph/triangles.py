"""Constraint and effective size of everybody by the triangles of a flat graph, without weights.

Every tie leads from whoever has fewer ties to whoever has more (ties: by number), so that a
triangle is met once, and nobody has many ties that lead on (Chiba & Nishizeki 1985, SIAM
Journal on Computing 14).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.flat import FlatGraph, Floats, Ints

#: So many pairs of ties, one leading on from the other, are looked at in one go.
AT_ONCE = 200_000
#: Ties are looked up in a table of so many cells at most, else by bisection.
CELLS = 20_000_000

Places = NDArray[np.int64]


class Leading(NamedTuple):
    """Ties from low to high: ``low`` and ``high`` end, ``starts`` of the ties of each low end.

    Ends are places in the order of degrees; ``order`` has the node at each place.
    """

    order: Ints
    low: Places
    high: Places
    starts: Places


def holes(flat: FlatGraph, *, at_once: int = AT_ONCE) -> tuple[Floats, Floats]:
    """Burt's constraint and effective size per node, shape (size,) each; NaN where untied.

    As `constraint_and_effective_size` without weights. ``at_once`` [pairs of ties, > 0] bounds
    the memory.
    """
    ties = _leading(flat)
    degree = flat.degrees[ties.order].astype(np.float64)
    share = np.divide(1.0, degree, out=np.zeros(flat.size), where=degree > 0)
    through = np.zeros(len(ties.low))
    corners = np.zeros(flat.size)
    for first, second, third in _triangles(ties, at_once):
        a, b, c = ties.low[first], ties.low[second], ties.high[second]
        # each tie is reached through the third corner
        for tie, corner in ((first, c), (second, a), (third, b)):
            least = int(tie.min(initial=0))
            found = np.bincount(tie - least, share[corner])
            through[least : least + len(found)] += found
            corners += np.bincount(corner, minlength=flat.size)
    invested = (1 + through) ** 2
    held = np.zeros((2, flat.size))
    for end in (ties.low, ties.high):
        held[0] += np.bincount(end, invested * share[end] ** 2, flat.size)
    held[1] = degree - 2 * corners * share
    held[:, degree == 0] = np.nan
    values = np.empty_like(held)
    values[:, ties.order] = held
    return values[0], values[1]


def _leading(flat: FlatGraph) -> Leading:
    order = np.argsort(flat.degrees, kind="stable").astype(np.int32)
    place = np.empty(flat.size, dtype=np.int64)
    place[order] = np.arange(flat.size)
    left, right = place[flat.left], place[flat.right]
    key = np.sort(np.minimum(left, right) * flat.size + np.maximum(left, right))
    low, high = np.divmod(key, max(flat.size, 1))
    starts = np.zeros(flat.size + 1, dtype=np.int64)
    starts[1:] = np.cumsum(np.bincount(low, minlength=flat.size))
    return Leading(order, low, high, starts)


def _triangles(ties: Leading, at_once: int) -> Iterator[tuple[Places, Places, Places]]:
    """Ties (a to b, b to c, a to c) of every triangle once, a block of them at a time."""
    size = len(ties.order)
    onward = ties.starts[ties.high + 1] - ties.starts[ties.high]
    before = np.concatenate([[0], np.cumsum(onward)])
    start = 0
    while start < len(ties.low):
        end = int(np.searchsorted(before, before[start] + at_once, side="right")) - 1
        end = min(max(end, start + 1), len(ties.low))
        counts = onward[start:end]
        first = np.repeat(np.arange(start, end), counts)
        passed = np.repeat(before[start:end] - before[start], counts)
        second = np.arange(len(first)) - passed + ties.starts[ties.high[first]]
        # the ties of all low ends of this block, by both ends
        least, most = int(ties.low[start]), int(ties.low[end - 1]) + 1
        rows = slice(int(ties.starts[least]), int(ties.starts[most]))
        known = (ties.low[rows] - least) * size + ties.high[rows]
        asked = (ties.low[first] - least) * size + ties.high[second]
        third = rows.start + _found(known, asked, (most - least) * size)
        closed = third >= rows.start
        yield first[closed], second[closed], third[closed]
        start = end


def _found(known: Places, asked: Places, most: int) -> Places:
    """The place in ascending ``known`` of each that is ``asked`` for, -1 where it is not there.

    All lie in [0, most).
    """
    if most <= CELLS:
        table = np.full(most, -1, dtype=np.int32)
        table[known] = np.arange(len(known))
        return table[asked].astype(np.int64)
    near = np.minimum(np.searchsorted(known, asked), len(known) - 1)
    return np.where(known[near] == asked, near, -1)
