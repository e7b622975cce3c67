from __future__ import annotations

from dataclasses import replace

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import paths
from netgraph.analyse.suggestions import MOST
from netgraph.model import AffiliationKind, Person, Target, TargetMatch
from tests.graph.builders import member, network, tie

GOAL = Goal("Acme", ("Acme",))


def test_said_then_former_then_trade_then_town_then_well_connected() -> None:
    people = [
        Person("field", "field", occupation="clean energy planner"),
        Person("town", "town", labels=("Port Alder chess",)),
    ]
    graph = network(
        [tie("me", one, 0.4) for one in ("field", "town", "maria", "left", "pupil", "rest")]
        + [tie("rest", "x"), tie("me", "idle", 0.9)],
        people=people,
        memberships=[
            member("left", "Acme", current=False),
            member("pupil", "Acme", kind=AffiliationKind.SCHOOL),
            member("stranger", "Acme", current=False),
        ],
        knows_at=[("maria", "Acme"), ("me", "Acme")],
    )
    target = TargetMatch(Target("Acme", industry="Clean energy", city="Port Alder"), ())
    found = paths(replace(graph, targets=(target,)), GOAL).suggestions
    assert [one.id for one in found] == ["maria", "left", "pupil", "field", "town"]
    assert "Whom do you know at Acme" in found[0].ask
    assert found[3].why == "close to the field: clean energy planner"
    assert found[4].why == "about town: Port Alder chess"


def test_at_least_three_when_i_know_so_many() -> None:
    graph = network(
        [tie("me", one) for one in ("a", "b", "c", "d")] + [tie("d", "x"), tie("c", "x")]
    )
    found = paths(graph, GOAL).suggestions
    assert [one.id for one in found] == ["c", "d", "a"]
    assert [one.why for one in found] == [
        "knows 1 person you know of",
        "knows 1 person you know of",
        "how far they reach is not known yet",
    ]


def test_those_already_on_a_path_are_not_suggested_again_and_there_is_an_end() -> None:
    names = [f"p{number:02}" for number in range(30)]
    graph = network(
        [*(tie("me", one) for one in names), tie("p00", "ins")],
        memberships=[member("ins", "Acme")],
        knows_at=[(one, "Acme") for one in names],
    )
    found = paths(graph, GOAL).suggestions
    assert len(found) == MOST
    assert "p00" not in {one.id for one in found}


def test_who_has_a_path_is_no_guess_even_when_the_path_is_not_shown() -> None:
    graph = network(
        [tie("me", one) for one in ("a", "b", "c", "d")] + [tie("a", "ins"), tie("b", "ins")],
        memberships=[member("ins", "Acme")],
    )
    found = paths(graph, GOAL, limit=1)
    assert [path.people[1][0] for path in found.paths] == ["a"]
    assert [one.id for one in found.suggestions] == ["c", "d"]


def test_those_who_may_know_a_person() -> None:
    graph = network(
        [tie("me", one) for one in ("mate", "pupil", "idle")],
        memberships=[
            member("goal", "Acme"),
            member("mate", "Acme", current=False),
            member("pupil", "Acme", kind=AffiliationKind.SCHOOL),
        ],
    )
    found = paths(graph, Goal("goal", person="goal"))
    assert found.paths == ()
    assert [one.id for one in found.suggestions] == ["mate", "idle", "pupil"]
    assert found.suggestions[0].why == "also at Acme"
    assert found.suggestions[0].ask == "Do you know goal?"


def test_nobody_is_asked_whether_they_know_me() -> None:
    graph = network(
        [tie("me", "ann"), tie("ann", "bob")],
        memberships=[member("me", "Acme"), member("ann", "Acme")],
    )
    found = paths(graph, Goal("me", person="me"))
    assert (found.paths, found.suggestions) == ((), ())


def test_what_is_said_about_a_person_speaks_of_the_person() -> None:
    graph = network([tie("me", one) for one in ("ann", "bob")] + [tie("far", "else")])
    found = paths(graph, Goal("far", person="far")).suggestions
    assert {one.ask for one in found} == {"Do you know far?"}
    assert {one.why for one in found} == {"how far they reach is not known yet"}
    nobody = network([tie("ann", "far")], me="")
    assert paths(nobody, Goal("far", person="far")).suggestions == ()


def test_the_closest_are_kept_when_there_are_too_many() -> None:
    names = [f"p{number:02}" for number in range(20)]
    graph = network(
        [tie("me", one, 0.9 if one == "p19" else 0.2) for one in names],
        memberships=[member(one, "Acme", current=False) for one in names],
    )
    assert paths(graph, GOAL).suggestions[0].id == "p19"
