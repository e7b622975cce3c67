"""Where everybody stands on the map."""

from __future__ import annotations

import numpy as np

from netgraph.analyse.communities import Communities
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.layout import positions


def places(graph: ContactGraph, circles: Communities) -> dict[str, tuple[float, float]]:
    """Person id to a place on the map, circles as discs; I am left out.

    The unit is about one person's room, the middle of the circles lies near the origin, and
    people in no circle stand in rows below (larger second number). The same graph gives the
    same map.
    """
    groups = np.array([circles.of.get(one.id, -1) for one in graph.people], dtype=np.int32)
    found = positions(graph.flat_without_me, groups).tolist()
    return {
        person.id: (round(x, 3), round(y, 3))
        for person, (x, y) in zip(graph.people, found, strict=True)
        if person.id != graph.me
    }
