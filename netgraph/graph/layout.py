"""Places for a map: circle by circle, discs side by side, loose people in a strip below.

No physics in the browser and no randomness: the same graph gives the same map.
"""

from __future__ import annotations

from math import cos, pi, sin, sqrt

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.flat import FlatGraph, Floats, Ints

Numbers = NDArray[np.intp]

#: Above this many members a circle keeps its spiral: pushing apart costs members squared.
PUSHED = 600
STEPS = 60
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
    for people, centre in zip(members, centres, strict=True):
        places[people] = _inside(flat, people) + centre
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
        angles = np.linspace(0, 2 * pi, 48, endpoint=False)
        ring = np.stack([np.cos(angles), np.sin(angles)], axis=1)
        spots = (placed[:, None] + (earlier + radius)[:, None, None] * ring).reshape(-1, 2)
        gaps = np.linalg.norm(spots[:, None] - placed, axis=2) - earlier - radius
        free = spots[gaps.min(axis=1) > -1e-6]
        pull = links[number, :number] + 0.01 * earlier
        middle = (pull[:, None] * placed).sum(axis=0) / pull.sum()
        far = np.linalg.norm(free - middle, axis=1) + 0.3 * np.linalg.norm(free, axis=1)
        centres.append(free[int(np.argmin(np.round(far, 9)))])
    return centres


def _inside(flat: FlatGraph, people: Numbers) -> Floats:
    """Places within one disc around the origin, shape (len(people), 2)."""
    count = len(people)
    order = np.argsort(-flat.degrees[people], kind="stable")
    places = np.empty((count, 2))
    for rank, number in enumerate(order):
        far = sqrt((rank + 0.5) / count) * sqrt(count)
        places[number] = far * cos(rank * _GOLDEN), far * sin(rank * _GOLDEN)
    if 2 < count <= PUSHED:
        places = _relaxed(flat, people, places)
    return places


def _relaxed(flat: FlatGraph, people: Numbers, places: Floats) -> Floats:
    number = np.full(flat.size, -1)
    number[people] = np.arange(len(people))
    left, right = number[flat.left], number[flat.right]
    inside = (left >= 0) & (right >= 0)
    left, right, weight = left[inside], right[inside], flat.weight[inside]
    radius = sqrt(len(people))
    for step in range(STEPS):
        gap = places[:, None] - places
        far = np.maximum((gap**2).sum(axis=2), 0.01)
        move = (gap / far[:, :, None]).sum(axis=1) * 1.5
        pull = (places[left] - places[right]) * weight[:, None] * 0.15
        np.add.at(move, left, -pull)
        np.add.at(move, right, pull)
        length = np.maximum(np.linalg.norm(move, axis=1, keepdims=True), 1e-9)
        places = places + move / length * np.minimum(length, radius * 0.15 * (1 - step / STEPS))
        places -= places.mean(axis=0)
    reach = np.linalg.norm(places, axis=1).max()
    return places * (radius / reach) if reach > 0 else places
