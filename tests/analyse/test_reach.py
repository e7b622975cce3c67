from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import paths
from netgraph.analyse.reach import all_paths, reach
from netgraph.analyse.unlocks import DIRECT, INDIRECT, coverage
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Target, TargetMatch, Tie
from tests.graph.builders import member, network, tie

GRAPH = network(
    [
        tie("me", "ann", 0.8),
        tie("me", "bob", 0.5),
        tie("bob", "cat", 0.5),
        tie("me", "dan", None),
    ],
    memberships=[
        member("ann", "Acme"),
        member("cat", "Nord"),
        member("zoe", "Far"),
        member("dan", "Far", current=False),
    ],
    targets={"Nord": ["Nord"], "Acme": ["Acme"], "Far": ["Far"], "Blank": []},
)


def test_every_target_has_a_state_and_a_blind_spot() -> None:
    rows = {row.target: row for row in reach(GRAPH).targets}
    assert {name: row.state for name, row in rows.items()} == {
        "Acme": "direct",
        "Nord": "through bridges",
        "Far": "through people who left",
        "Blank": "not reached",
    }
    assert rows["Acme"].through == (("ann", "ann"),)
    assert rows["Acme"].band == "strong"
    assert rows["Acme"].blind == "ann is the only one you know of inside."
    assert rows["Nord"].blind == "Everything hangs on bob: look for a second way in."
    assert (rows["Far"].insiders, rows["Far"].former) == (1, 1)
    assert rows["Far"].blind.startswith("You know of 1 person there")
    assert rows["Blank"].blind.startswith("No file names Blank")
    assert (rows["Far"].independent, rows["Far"].score) == (0, 0.0)
    assert rows["Far"].through == (("dan", "dan"),)
    assert "dan" not in {one.id for one in rows["Far"].suggestions}
    assert rows["Blank"].best is None


def blind(*ties: Tie, inside: Sequence[str] = ("ann",)) -> str:
    graph = network(
        ties,
        memberships=[member(one, "Acme") for one in inside],
        targets={"Acme": ["Acme"]},
    )
    return reach(graph).targets[0].blind


def test_a_shared_second_person_is_named() -> None:
    to_yan = [tie(one, "yan") for one in ("bob", "cat", "dan")]
    mine = [tie("me", one) for one in ("bob", "cat", "dan")]
    two_inside = [tie("yan", "ann"), tie("yan", "zoe")]
    assert blind(*mine, *to_yan, *two_inside, inside=("ann", "zoe")) == (
        "Everything goes through yan, whom you do not know yourself."
    )
    one_more = tie("dan", "zoe")
    assert blind(*mine, *to_yan, *two_inside, one_more, inside=("ann", "zoe")) == ""
    barely = tie("me", "yan", 0.01)
    assert blind(*mine, *to_yan, *two_inside, barely, inside=("ann", "zoe")) == (
        "Everything hangs on yan: look for a second way in."
    )


def test_a_bottleneck_is_found_beyond_the_paths_that_are_shown() -> None:
    """Two paths through yan are shown; a weak third way, shown too late, saves the day."""
    mine = [tie("me", f"p{n}", 0.9) for n in range(3)]
    over_yan = [tie(f"p{n}", "yan", 0.9) for n in range(3)] + [tie("yan", "ann", 0.9)]
    assert blind(*mine, *over_yan, inside=("ann", "zoe")).startswith("Everything goes through yan")
    weak = [tie("p0", "wim", 0.1), tie("wim", "zoe", 0.1)]
    assert blind(*mine, *over_yan, *weak, inside=("ann", "zoe")) == ""


def test_the_only_person_inside_is_named() -> None:
    ways = [tie("me", "bob"), tie("me", "cat"), tie("bob", "ann"), tie("cat", "ann")]
    assert blind(*ways) == "ann is the only one you know of inside."
    assert blind(*ways, inside=("ann", "zoe")) == "ann is the only one inside to whom a way leads."


def test_the_blind_spot_is_true_of_a_past_view_too() -> None:
    graph = replace(GRAPH, memberships=(), as_of=datetime(2020, 1, 1, tzinfo=UTC))
    rows = {row.target: row.blind for row in reach(graph).targets}
    assert rows["Acme"] == "Nobody in your files is known to work at Acme."


def test_the_ways_are_as_many_as_paths_shows_without_a_limit() -> None:
    askable = [f"p{number}" for number in range(9)]
    graph = network(
        [tie("me", one, 0.5) for one in askable]
        + [tie(one, "hub", 0.5) for one in askable[:7]]
        + [tie("hub", one, 0.5) for one in ("ann", "bob")]
        + [tie("p8", "bob", 0.5)],
        memberships=[member("ann", "Acme"), member("bob", "Acme")],
        targets={"Acme": ["Acme"]},
    )
    (row,) = reach(graph).targets
    found = paths(graph, Goal("Acme", ("Acme",)), limit=1000).paths
    assert row.independent == len(found) == 3
    assert row.through == tuple(path.people[1] for path in found)
    ways = all_paths(graph, graph.targets[0])
    assert reach(graph, {"Acme": ways}) == reach(graph)
    assert reach(graph, {"Acme": replace(ways, paths=())}).targets[0].best is None


def test_order_is_by_weight_then_reach_then_name() -> None:
    assert [row.target for row in reach(GRAPH).targets] == ["Acme", "Nord", "Blank", "Far"]
    weighty = TargetMatch(Target("Blank", weight=3), ())
    again = replace(GRAPH, targets=(*GRAPH.targets[:3], weighty))
    assert reach(again).targets[0].target == "Blank"
    assert reach(replace(GRAPH, targets=())).targets == ()


def test_the_scores_are_the_formula() -> None:
    rows = {row.target: row.score for row in reach(GRAPH).targets}
    assert rows["Acme"] == pytest.approx(DIRECT * 0.8)
    assert rows["Nord"] == pytest.approx(INDIRECT * 0.5 * (0.5 + 0.03 * 0.5))
    assert rows["Far"] == 0


def test_unknown_ways_ask_for_a_word() -> None:
    graph = network(
        [tie("me", "ann", None), tie("me", "bob", None)],
        memberships=[member("ann", "Acme"), member("bob", "Acme")],
        targets={"Acme": ["Acme"]},
    )
    (row,) = reach(graph).targets
    assert (row.band, row.independent) == ("unknown", 2)
    assert row.blind.startswith("How close you are")


def test_without_me_nothing_is_reached() -> None:
    graph = network([tie("ann", "bob")], me="", targets={"Acme": ["Acme"]})
    assert reach(graph).targets[0].state == "not reached"


@settings(max_examples=80, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([0.1, 0.25, 0.4, 0.65, 0.9]),
        max_size=12,
    ),
    st.sets(st.integers(1, 5), min_size=1, max_size=3),
)
def test_what_a_person_adds_is_what_is_missing_without_them(
    chances: dict[tuple[int, int], float], inside: set[int]
) -> None:
    names = ["me", "a", "b", "c", "d", "e"]
    graph = network(
        [tie(names[a], names[b], chance) for (a, b), chance in chances.items()],
        memberships=[member(names[number], "Acme") for number in sorted(inside)],
    )
    goal = Goal("Acme", ("Acme",))
    full = coverage(graph, goal)
    for person in graph.people:
        if person.id == "me":
            continue
        number = graph.index[person.id]
        rest = without(graph, person.id)
        assert (number in full.alone) == bool(
            paths(graph, goal).paths and not paths(rest, goal).paths
        )
        firsts = {path.people[1][0] for path in paths(graph, goal, limit=99).paths}
        assert person.id not in firsts or number in full.leads
        if graph.tie("me", person.id) is None:
            assert number not in full.leads
            assert number not in full.adds
            continue
        missing = full.score - coverage(rest, goal).score
        assert full.adds.get(number, 0.0) == pytest.approx(missing, abs=1e-9)


def without(graph: ContactGraph, person: str) -> ContactGraph:
    """The same network where ``person`` never was."""
    return replace(
        graph,
        people=tuple(one for one in graph.people if one.id != person),
        ties=tuple(one for one in graph.ties if person not in (one.left, one.right)),
        memberships=tuple(one for one in graph.memberships if one.person != person),
    )
