"""What is lost without somebody equals what is left when they are really taken away."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.analyse.bridges import bridges
from netgraph.analyse.bridgesums import BridgeSums
from netgraph.analyse.losses import Loss
from netgraph.analyse.paths import paths
from netgraph.analyse.positions import MOST_EXACT, SAMPLES
from netgraph.analyse.standing import Standing
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.measures import Roles, hierarchy
from netgraph.model import EvidenceKind, Introduction, Person
from tests.graph.builders import NOW, member, network, proof, tie

NAMES = ("me", *"abcdefg")
PAIRS = list(combinations(NAMES, 2))


@st.composite
def worlds(draw: st.DrawFn) -> ContactGraph:
    """Small networks with two targets; some ties are only inferred or of unknown strength."""
    chosen = draw(st.lists(st.sampled_from(PAIRS), unique=True, min_size=1, max_size=14))
    chances = st.sampled_from([0.2, 0.5, 0.9, None])
    kinds = st.sampled_from(list(EvidenceKind))
    firms = st.lists(st.sampled_from("abcdefg"), unique=True, max_size=3)
    inside = {"Acme": draw(firms), "Bolt": draw(firms)}
    return network(
        [tie(one, other, draw(chances), kind=draw(kinds)) for one, other in chosen],
        memberships=[member(one, firm) for firm, people in inside.items() for one in people],
        targets={firm: [firm] for firm in inside},
    )


def within_reach(graph: ContactGraph, without: str = "") -> set[str]:
    """Everybody I know, and whoever hangs on one of them, me taken out."""
    known = graph.chances_from("me").keys() - {without}
    rest = graph.to_networkx(include_me=False)
    rest.remove_nodes_from({without} & set(rest))
    return {one for start in known for one in nx.node_connected_component(rest, start)}


@given(worlds())
def test_people_and_targets_lost_are_those_that_are_gone_without_them(graph: ContactGraph) -> None:
    ranked = bridges(graph, by="targets", limit=99).ranked
    assert {one.id for one in ranked} == graph.chances_from("me").keys()
    for one in ranked:
        rest = graph.without({one.id})
        gone = within_reach(graph) - within_reach(graph, one.id) - {one.id}
        assert one.lost.people == one.cut_off == len(gone)
        closed = {
            match.target.name
            for match in graph.targets
            if paths(graph, match.target.name).paths and not paths(rest, match.target.name).paths
        }
        assert set(one.lost.targets) == closed


@given(worlds())
def test_no_measure_of_position_ranks_anybody(graph: ContactGraph) -> None:
    ranked = bridges(graph, by="doors", limit=99).ranked
    assert [one.sums.doors for one in ranked] == sorted(
        (one.sums.doors for one in ranked), reverse=True
    )
    assert all(one.score == one.sums.doors for one in ranked)
    by_target = bridges(graph, by="targets", limit=99).ranked
    assert all(one.score == one.sums.unlocks for one in by_target)
    assert {one.id: one.sums for one in by_target} == {one.id: one.sums for one in ranked}


def test_two_circles_are_lost_with_the_one_who_links_them() -> None:
    choir, club = ["c1", "c2", "c3", "c4"], ["k1", "k2", "k3", "k4"]
    ties = [tie(a, b, 0.6) for group in (choir, club) for a, b in combinations(group, 2)]
    ties += [tie("kim", one, 0.6) for one in ("c1", "c2", "k1", "k2", "far")]
    ties += [tie("me", one, 0.4) for one in (*choir, "k1", "kim")]
    labels = {**dict.fromkeys(choir, "choir"), **dict.fromkeys(club, "club")}
    graph = network(
        ties,
        memberships=[member("far", "Acme")],
        targets={"Acme": ["Acme"]},
        people=[Person(one, one, labels=(f"circle:{name}",)) for one, name in labels.items()],
    )
    kim = next(one for one in bridges(graph).ranked if one.id == "kim")
    assert kim.lost == Loss(("Acme",), 1, ("choir", "far"))
    assert kim.loss == (
        "Without them no chain to Acme is left, and 1 person would be out of your reach. "
        "Nobody else you know of links choir and far."
    )
    c1 = next(one for one in bridges(graph).ranked if one.id == "c1")
    assert c1.lost == Loss()


def test_both_sums_are_told_as_they_are_worked_out() -> None:
    graph = network(
        [tie("me", "ann", 0.5), tie("ann", "ins", 0.5), tie("me", "new"), tie("me", "zed", 0.3)],
        memberships=[member("ins", "Acme")],
        targets={"Acme": ["Acme"], "Bolt": ["Bolt"]},
        knows_at=[("ann", "Bolt")],
    )
    year_ago = NOW - timedelta(days=365)
    graph = replace(graph, introductions=(Introduction("ann", "new", year_ago, proof()),))
    ann, *_, zed = bridges(graph).ranked
    acme = 0.15 * 0.5 * (1 - 0.5 * 0.97)
    bolt = 0.15 * 0.5 * 0.5
    doors = 0.5 * (0.5 + 0.5) ** 0.25
    assert ann.sums == BridgeSums(
        tie=0.5,
        brought=pytest.approx(0.5),
        doors=pytest.approx(doors),
        unlocks=pytest.approx(acme + bolt),
        adds=(("Acme", pytest.approx(acme), False), ("Bolt", pytest.approx(bolt), True)),
    )
    first, second = ann.sums.lines
    assert first.startswith("0.5 = 0.5 × (½ + 0.5)^¼: your tie, and whom they brought to you")
    assert second.startswith("0.076 = 0.039 Acme + 0.037 Bolt (as said): what your reach of each")
    assert zed.sums.lines[1] == "0: your reach of the targets loses nothing without them"


def test_a_position_is_described_with_me_taken_out() -> None:
    ties = [tie("hub", one) for one in ("x", "y", "z")] + [tie("x", "y")]
    graph = network([*ties, tie("me", "hub"), tie("me", "x"), tie("me", "lone")])
    found = {one.id: one.standing for one in bridges(graph).ranked}
    hub = found["hub"]
    rest = graph.to_networkx(include_me=False)
    assert (hub.acquaintances, hub.between) == (3, 2)
    assert hub.effective_size == pytest.approx(3 - 2 / 3)
    assert hub.efficiency == pytest.approx((3 - 2 / 3) / 3)
    assert hub.constraint == pytest.approx(nx.constraint(rest, ["hub"])["hub"])
    own = nx.constraint(nx.ego_graph(rest, "hub"), ["hub"])["hub"]
    assert hub.own_constraint == pytest.approx(own)
    parts = np.array([(1 / 3 + 1 / 6) ** 2] * 2 + [(1 / 3) ** 2])
    assert hub.hierarchy == pytest.approx(hierarchy(parts))
    # z belongs to no circle: z with x and with y, both ways round
    assert hub.roles == Roles(gatekeeper=2, representative=2)
    assert "joins 2 pairs of different circles" in hub.line
    # me is still one of the people, tied to nobody
    assert hub.betweenness == pytest.approx(2 / (5 * 4 / 2))
    assert "knows 3 people, 2.3 of them apart from each other" in hub.line
    assert "stands between 2 pairs of them" in hub.line
    assert found["lone"] == Standing()
    assert found["lone"].line == "no tie to anybody else is known"


def test_the_betweenness_of_a_large_network_is_estimated_for_whoever_asks_to_explain() -> None:
    crowd = [tie("hub", f"p{number}") for number in range(MOST_EXACT)]
    graph = network([*crowd, tie("me", "hub")])
    hub = bridges(graph).ranked[0].standing
    assert (hub.betweenness, hub.betweenness_samples, hub.betweenness_high) == (None, None, None)
    assert hub.between == MOST_EXACT * (MOST_EXACT - 1) / 2
    assert "betweenness" not in hub.line
    asked = bridges(graph, explain=True).ranked[0].standing
    assert bridges(graph, explain=True).ranked[0].standing == asked
    # of MOST_EXACT people all pairs, of those and me all pairs but through nobody
    true = MOST_EXACT * (MOST_EXACT - 1) / ((MOST_EXACT + 1) * MOST_EXACT)
    assert asked.betweenness_samples == SAMPLES
    assert asked.betweenness == pytest.approx(true, abs=0.02)
    assert asked.betweenness_low is not None
    assert asked.betweenness_high is not None
    assert 0.95 < asked.betweenness_low < true < asked.betweenness_high <= 1
    assert f"estimated from the paths of {SAMPLES} people; 95 times in 100" in asked.line
    small = bridges(network([tie("me", "hub"), tie("hub", "p")]), explain=True).ranked[0].standing
    assert small.betweenness_samples == 0
    assert "estimated" not in small.line
