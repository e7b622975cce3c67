"""Paths to those who left, and to the parent and the sisters of an employer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.analyse.calculation import calculation
from netgraph.analyse.ends import Inside
from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import Path, paths
from netgraph.analyse.unlocks import coverage
from netgraph.graph.chances import LEFT, LEFT_UNDATED, OF_THE_SAME_GROUP, OF_THE_WHOLE
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind
from netgraph.present.shapes import path_shape
from tests.graph.builders import NOW, member, network, tie

ACME = Goal("Acme", ("Acme",))


def by_last(graph: ContactGraph) -> dict[str, Path]:
    return {path.people[-1][0]: path for path in paths(graph, ACME).paths}


def over_one(mine: float, leads: float) -> float:
    return mine * (leads + 0.03 * (1 - leads))


def test_those_who_left_come_below_equal_ties_to_people_inside_and_fade_with_the_years() -> None:
    eight_years = date(NOW.year - 8, NOW.month, NOW.day)
    graph = network(
        [tie("me", one) for one in ("in", "new", "old", "when")],
        memberships=[
            member("in", "Acme"),
            member("new", "Acme", current=False, end=NOW.date()),
            member("old", "Acme", current=False, end=eight_years),
            member("when", "Acme", current=False),
        ],
    )
    found = by_last(graph)
    assert list(found) == ["in", "new", "when", "old"]
    assert [path.end.inside.value for path in found.values()] == ["now", *["formerly"] * 3]
    assert found["new"].score == pytest.approx(over_one(0.5, LEFT))
    assert found["old"].score == pytest.approx(over_one(0.5, LEFT / 2), rel=1e-3)
    assert found["when"].score == pytest.approx(over_one(0.5, LEFT_UNDATED))
    assert found["old"].end.said == "was there until 2018"
    assert found["when"].end.said == "used to be there"
    assert found["in"].end.said == ""
    assert found["old"].reason.endswith("old was there until 2018.")
    assert coverage(graph, ACME).score == pytest.approx(0.3 * 0.5)


def test_somebody_who_left_is_reached_through_others_in_two_steps_but_not_in_three() -> None:
    graph = network(
        [tie("me", "ann"), tie("ann", "left"), tie("left", "in", 0.4)],
        memberships=[member("left", "Acme", current=False), member("in", "Acme")],
    )
    (path,) = paths(graph, ACME).paths
    assert [one for one, _ in path.people] == ["me", "ann", "left"]
    assert path.score == pytest.approx(0.5 * 0.5 * LEFT_UNDATED * 0.35)
    named = network(
        [tie("me", "ann"), tie("ann", "left"), tie("left", "in", 0.9)],
        memberships=[member("left", "Acme", current=False), member("in", "Acme")],
    )
    assert [one for one, _ in paths(named, ACME).paths[0].people] == ["me", "ann", "left", "in"]
    far = network(
        [tie("me", "ann"), tie("ann", "bob"), tie("bob", "left")],
        memberships=[member("left", "Acme", current=False)],
    )
    assert paths(far, ACME).paths == ()


def test_whoever_knows_somebody_inside_leads_to_them_and_not_to_someone_there() -> None:
    graph = network(
        [tie("me", "left", 0.9), tie("left", "in", 0.1), tie("left", "gone", 0.9)],
        memberships=[
            member("left", "Acme", current=False, end=NOW.date()),
            member("gone", "Acme", current=False, end=NOW.date()),
            member("in", "Acme"),
        ],
    )
    (path,) = paths(graph, ACME).paths
    assert [one for one, _ in path.people] == ["me", "left", "in"]


def group() -> ContactGraph:
    graph = network(
        [tie("me", one) for one in ("ann", "bob", "cal", "eve", "dan")],
        memberships=[
            member("ann", "Holding"),
            member("bob", "Group"),
            member("cal", "Sister"),
            member("eve", "Group", current=False),
            member("dan", "Group", kind=AffiliationKind.SCHOOL),
            member("fay", "Acme"),
        ],
    )
    above = {"Acme": "Group", "Sister": "Group", "Group": "Holding"}
    employers = tuple(replace(one, parent=above.get(one.id, "")) for one in graph.employers)
    return replace(graph, employers=employers)


def test_people_at_the_parent_and_at_a_sister_say_so() -> None:
    found = by_last(group())
    assert list(found) == ["ann", "bob", "cal"]
    assert {path.end.inside for path in found.values()} == {Inside.PARENT}
    assert found["ann"].end.said == "is at Holding, which Acme belongs to"
    assert found["bob"].end.said == "is at Group, which Acme belongs to"
    assert found["cal"].end.said == "is at Sister, which belongs to Group as Acme does"
    assert found["bob"].score == pytest.approx(over_one(0.5, OF_THE_WHOLE))
    assert found["cal"].score == pytest.approx(over_one(0.5, OF_THE_SAME_GROUP))
    assert coverage(group(), ACME).score == 0


def test_whom_the_user_leaves_out_of_the_employer_is_no_end() -> None:
    graph = replace(group(), barred=frozenset({("Acme", "ann"), ("Group", "bob")}))
    assert list(by_last(graph)) == ["cal"]


def test_the_calculation_and_the_shape_show_the_step_to_somebody_there() -> None:
    graph = network(
        [tie("me", "old", 0.8)],
        memberships=[member("old", "Acme", current=False, end=date(2018, 11, 3))],
    )
    (path,) = paths(graph, ACME).paths
    told = calculation(path, "me")
    assert [one.name for one in told.factors] == ["You → old", "old → somebody there", "floor"]
    assert "was there until 2018" in told.factors[1].why
    assert "half of it every 8 years" in told.factors[1].why
    assert told.formula.startswith("0.8 × (0.3 + 0.03 × (1 − 0.3)) = 0.257")
    shape = path_shape(path)
    assert shape["inside"]["when"] == "formerly"
    assert shape["inside"]["leads"]["mid"] == pytest.approx(0.3, abs=1e-3)
    assert shape["weakest"]["from"] == "old"
    assert shape["weakest"]["to"] is None
    assert path.weakest == path.hops == 1
    assert path.strengthen.startswith("ask old whom they know at Acme now; then: netgraph say")
    assert paths(graph, ACME).rows()[0]["inside"] == "formerly"
