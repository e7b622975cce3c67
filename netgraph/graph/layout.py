"""Places for a map: circle by circle, discs side by side, loose people in a strip below.

No physics in the browser and no randomness: the same graph gives the same map.
"""

from __future__ import annotations

from math import pi, sqrt

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.flat import FlatGraph, Floats, Ints

Numbers = NDArray[np.intp]

#: Above this many members a circle keeps its spiral: pushing apart costs members squared.
PUSHED = 400
#: Earlier circles tried as neighbours of the next one, by ties and by lateness.
HOSTS = 12
_GOLDEN = pi * (3 - sqrt(5))


def positions(flat: FlatGraph, groups: Ints) -> Floats:
    """Places of the nodes, shape (size, 2), in units of about one node's room.

    ``groups`` (shape (size,)) numbers each node's circle, -1 for none. Inside a circle nodes
    are drawn to their acquaintances and pushed from the others (Fruchterman & Reingold 1991,
    Software: Practice and Experience 21); circles are discs with an area for each member,
    packed largest first, each beside those it has most ties with; nodes in no circle stand
    in rows below. Centred at the origin; empty for no nodes.
    """
    places = np.zeros((flat.size, 2))
    members = [np.flatnonzero(groups == group) for group in range(int(groups.max(initial=-1)) + 1)]
    members = [people for people in members if len(people)]
    members.sort(key=lambda people: (-len(people), int(people[0])))
    centres = _packed([sqrt(len(people)) + 1.0 for people in members], _links(flat, members))
    parts = _parts(flat, groups, members)
    for people, part, centre in zip(members, parts, centres, strict=True):
        places[people] = _inside(part) + centre
    loose = np.flatnonzero(groups < 0)
    if len(loose):
        placed = places[groups >= 0]
        width = max(20.0, float(np.ptp(placed[:, 0])) if len(placed) else 0.0)
        below = (float(placed[:, 1].max()) if len(placed) else 0.0) + 4.0
        columns = max(1, int(width / 1.6))
        places[loose, 0] = (np.arange(len(loose)) % columns - (columns - 1) / 2) * 1.6
        places[loose, 1] = below + np.arange(len(loose)) // columns * 1.6
    return places


def _links(flat: FlatGraph, members: list[Numbers]) -> Floats:
    """Sum of the weights between circles, shape (circles, circles)."""
    circle = np.full(flat.size, -1)
    for number, people in enumerate(members):
        circle[people] = number
    left, right = circle[flat.left], circle[flat.right]
    keep = (left >= 0) & (right >= 0) & (left != right)
    links = np.zeros((len(members), len(members)))
    np.add.at(links, (left[keep], right[keep]), flat.weight[keep])
    return links + links.T


def _packed(radii: list[float], links: Floats) -> list[Floats]:
    """Centres of discs that do not overlap; each touches an earlier one, near its ties."""
    centres: list[Floats] = []
    for number, radius in enumerate(radii):
        if not centres:
            centres.append(np.zeros(2))
            continue
        placed, earlier = np.array(centres), np.array(radii[:number])
        pull = links[number, :number] + 0.01 * earlier
        middle = (pull[:, None] * placed).sum(axis=0) / pull.sum()
        near = np.argsort(-pull, kind="stable")[:HOSTS]
        free = _free(placed, earlier, radius, np.union1d(near, np.arange(number)[-HOSTS:]))
        if not len(free):
            free = _free(placed, earlier, radius, np.arange(number))
        far = np.linalg.norm(free - middle, axis=1) + 0.3 * np.linalg.norm(free, axis=1)
        centres.append(free[int(np.argmin(np.round(far, 9)))])
    return centres


def _free(placed: Floats, radii: Floats, radius: float, hosts: Numbers) -> Floats:
    """Centres where a disc of ``radius`` touches one of ``hosts`` and overlaps none."""
    angles = np.linspace(0, 2 * pi, 36, endpoint=False)
    ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    spots = placed[hosts][:, None] + (radii[hosts] + radius)[:, None, None] * ring
    spots = spots.reshape(-1, 2)
    across = spots[:, None, 0] - placed[:, 0], spots[:, None, 1] - placed[:, 1]
    gaps = np.hypot(*across) - radii - radius
    return np.asarray(spots[gaps.min(axis=1) > -1e-6])


def _parts(flat: FlatGraph, groups: Ints, members: list[Numbers]) -> list[FlatGraph]:
    """The ties within each circle, its members numbered from 0."""
    number = np.zeros(flat.size, dtype=np.int32)
    for people in members:
        number[people] = np.arange(len(people), dtype=np.int32)
    group = np.where(groups[flat.left] == groups[flat.right], groups[flat.left], -1)
    order = np.argsort(group, kind="stable")
    parts = []
    for people in members:
        here = int(groups[people[0]])
        start, stop = np.searchsorted(group[order], [here, here + 1])
        ties = order[start:stop]
        left, right = number[flat.left[ties]], number[flat.right[ties]]
        parts.append(FlatGraph(len(people), left, right, flat.weight[ties]))
    return parts


def _inside(part: FlatGraph) -> Floats:
    """Places within one disc around the origin, shape (size, 2)."""
    order = np.argsort(-part.degrees, kind="stable")
    rank = np.arange(part.size)
    far, angle = np.sqrt(rank + 0.5), rank * _GOLDEN
    places = np.empty((part.size, 2))
    places[order, 0], places[order, 1] = far * np.cos(angle), far * np.sin(angle)
    return _relaxed(part, places) if 2 < part.size <= PUSHED else places


def _relaxed(part: FlatGraph, places: Floats) -> Floats:
    left, right, weight = part.left, part.right, part.weight * 0.15
    count, radius = part.size, sqrt(part.size)
    steps = max(15, min(60, 6000 // count))
    for step in range(steps):
        across = places[:, 0][:, None] - places[:, 0]
        down = places[:, 1][:, None] - places[:, 1]
        push = 1.5 / np.maximum(across * across + down * down, 0.01)
        pull = (places[left] - places[right]) * weight[:, None]
        move = np.empty((count, 2))
        for axis, gap in enumerate((across, down)):
            drawn = np.bincount(right, pull[:, axis], count)
            drawn -= np.bincount(left, pull[:, axis], count)
            move[:, axis] = (gap * push).sum(axis=1) + drawn
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        places = places + move / length * np.minimum(length, radius * 0.15 * (1 - step / steps))
        places -= places.mean(axis=0)
    reach = float(np.linalg.norm(places, axis=1).max())
    return places * (radius / reach) if reach > 0 else places
