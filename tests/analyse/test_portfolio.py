"""The few to ask against their definition: whoever adds most to those picked before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.bridges import bridges
from netgraph.analyse.portfolio import FEW, portfolio
from netgraph.analyse.positions import Positions
from netgraph.graph.contactgraph import ContactGraph
from tests.analyse.test_unlocks import FIRMS, NAMES, PAIRS, Rules, graph_of
from tests.graph.builders import member, network, tie

WEIGHTS = {"Acme": 1.0, "Bolt": 2.5}


def usable(rules: Rules, chain: Sequence[str], known: float) -> float:
    """The score of ``chain``; 0 when it gives way to a shorter one from me."""
    score = round(rules.score(chain), 12)
    shorter = round(rules.score(("me", *chain[2:])), 12) if len(chain) == 4 else 0.0
    return score if score > max(shorter, round(known, 12)) else 0.0


def reached(graph: ContactGraph, inside: dict[str, list[str]], asked: Sequence[str]) -> float:
    """The sum of weight · R of both targets by the ways that begin with one of ``asked``."""
    total = 0.0
    for firm, people in inside.items():
        rules = Rules(graph, frozenset(people) & set(graph.index))
        missing = 1.0
        for insider in rules.inside:
            known = rules.chance("me", insider)
            begun = [chain for chain in rules.chains(insider) if chain[1] in asked]
            scores = [score for chain in begun if (score := usable(rules, chain, known))]
            best = max(scores, default=0.0)
            missing *= 1 - max(0.3 * known * (insider in asked), 0.15 * best)
        total += WEIGHTS[firm] * (1 - missing)
    return total


@settings(max_examples=25)
@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.1, 0.25, 0.4, 0.6, 0.9])),
    st.lists(st.lists(st.sampled_from(NAMES[1:]), unique=True, max_size=3), min_size=2, max_size=2),
)
def test_each_pick_adds_most_to_those_before(
    ties: dict[tuple[str, str], float], people: list[list[str]]
) -> None:
    inside = dict(zip(FIRMS, people, strict=True))
    graph = graph_of(ties, inside)
    known = sorted(graph.chances_from("me"), key=lambda one: (-graph.chances_from("me")[one], one))
    asked: list[str] = []
    picks = portfolio(Positions(graph), most=3)
    for pick in picks:
        gains = {
            one: round(reached(graph, inside, [*asked, one]) - reached(graph, inside, asked), 12)
            for one in known
            if one not in asked
        }
        assert pick.gain == pytest.approx(max(gains.values()), abs=1e-9)
        assert gains[pick.id] == pytest.approx(pick.gain, abs=1e-9)
        asked.append(pick.id)
    if len(picks) < 3:
        more = [reached(graph, inside, [*asked, one]) for one in known]
        assert max(more, default=0.0) - reached(graph, inside, asked) < 1e-8
    assert [one.gain for one in picks] == sorted((one.gain for one in picks), reverse=True)


def test_a_second_way_in_waits_for_those_who_open_another_target() -> None:
    graph = network(
        [tie("me", one, 0.8) for one in ("ann", "bea", "cat")]
        + [tie("ann", "ins", 0.9), tie("bea", "ins", 0.8), tie("cat", "far", 0.3)],
        memberships=[member("ins", "Acme"), member("far", "Bolt")],
        targets={"Acme": ["Acme"], "Bolt": ["Bolt"]},
    )
    found = bridges(graph)
    assert [(one.name, one.targets) for one in found.picks] == [
        ("ann", ("Acme",)),
        ("cat", ("Bolt",)),
    ]
    # without ann, bea would do nearly as well: what would be lost does not put ann first
    assert [one.name for one in found.ranked] == ["cat", "ann", "bea"]
    assert bridges(graph, by="doors").picks == ()
    assert bridges(graph, who="everyday").picks == ()


def test_whoever_is_said_to_know_people_there_leads_to_one_unnamed() -> None:
    graph = network(
        [tie("me", "maria", 0.5), tie("me", "vic", 0.5), tie("me", "lou", 0.5)],
        targets={"Acme": ["Acme"]},
        knows_at=[("maria", "Acme"), ("vic", "Acme"), ("lou", "Bolt")],
    )
    first, second = bridges(graph).picks
    assert (first.name, second.name) == ("maria", "vic")
    assert first.gain == pytest.approx(0.15 * 0.5 * 0.5)
    assert second.gain == pytest.approx(0.15 * 0.5 * 0.5 * (1 - 0.15 * 0.5 * 0.5))


def test_few_are_picked_and_nobody_who_is_left_out() -> None:
    names = [f"p{number}" for number in range(FEW + 3)]
    graph = network(
        [tie("me", one) for one in names],
        memberships=[member(one, "Acme") for one in names],
        targets={"Acme": ["Acme"]},
    )
    assert [one.name for one in bridges(graph).picks] == names[:FEW]
    barred = replace(graph, barred=frozenset({("Acme", "p0")}))
    assert [one.name for one in bridges(barred).picks] == names[1 : FEW + 1]
    nobody = network([tie("a", "b")], me="", targets={"Acme": ["Acme"]})
    assert portfolio(Positions(nobody)) == ()
