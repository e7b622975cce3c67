from __future__ import annotations

from netgraph.analyse.communities import communities
from netgraph.analyse.places import places
from tests.graph.builders import network, tie


def test_everybody_but_me_has_a_place_near_their_circle() -> None:
    ties = [tie("me", one) for one in ("a1", "b1", "alone")]
    ties += [tie(a + x, a + y) for a in "ab" for x in "123" for y in "123" if x < y]
    graph = network(ties)
    found = places(graph, communities(graph))
    assert set(found) == {"a1", "a2", "a3", "b1", "b2", "b3", "alone"}
    assert len(set(found.values())) == 7
    assert found["alone"][1] > max(y for person, (_, y) in found.items() if person != "alone")
    across = abs(found["a1"][0] - found["b1"][0]) + abs(found["a1"][1] - found["b1"][1])
    beside = abs(found["a1"][0] - found["a2"][0]) + abs(found["a1"][1] - found["a2"][1])
    assert across > beside


def test_nobody() -> None:
    graph = network([])
    assert places(graph, communities(graph)) == {}
