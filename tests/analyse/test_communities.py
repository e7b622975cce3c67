from __future__ import annotations

from netgraph.analyse.communities import communities
from netgraph.model import AffiliationKind, EvidenceKind, Person
from tests.graph.builders import member, network, tie


def clique(*people: str) -> list[object]:
    return [tie(a, b, 0.6) for a in people for b in people if a < b]


def test_circles_are_named_by_what_their_people_share() -> None:
    school = AffiliationKind.SCHOOL
    graph = network(
        [
            *clique("a1", "a2", "a3", "a4"),
            *clique("s1", "s2", "s3"),
            *clique("l1", "l2", "l3"),
            *clique("x1", "x2"),
            *[tie("me", one) for one in ("a1", "s1", "l1", "x1", "alone")],
        ],
        memberships=[
            *[member(one, "Acme") for one in ("a1", "a2", "a3")],
            *[member(one, "Old School", kind=school) for one in ("s1", "s2")],
        ],
        people=[Person(one, one, labels=("circle:choir",)) for one in ("l1", "l2", "l3")],
    )
    found = communities(graph)
    assert [(one.name, one.named, len(one.members)) for one in found.circles] == [
        ("Acme", "employer", 4),
        ("choir", "label", 3),
        ("Old School", "school", 3),
        ("people around x1", "person", 2),
    ]
    assert "me" not in found.of
    assert "alone" not in found.of
    assert found.circles[found.of["a4"]].name == "Acme"
    assert found.to_frame()["people"].tolist() == [4, 3, 3, 2]


def test_guesses_make_circles_only_among_people_nobody_saw() -> None:
    guess = EvidenceKind.INFERRED
    graph = network(
        [
            *clique("a", "b", "c"),
            tie("c", "x", 0.3, guess),
            tie("x", "y", 0.3, guess),
            tie("y", "z", 0.3, guess),
            tie("x", "z", 0.3, guess),
        ],
        me="",
    )
    assert [one.members for one in communities(graph).circles] == [
        ("a", "b", "c"),
        ("x", "y", "z"),
    ]


def test_two_circles_of_one_name_are_told_apart() -> None:
    people = ["a1", "a2", "a3", "b1", "b2"]
    graph = network(
        [*clique("a1", "a2", "a3"), *clique("b1", "b2")],
        memberships=[member(one, "Acme") for one in people],
    )
    assert [one.name for one in communities(graph).circles] == ["Acme", "Acme, around b1"]


def test_nobody() -> None:
    found = communities(network([]))
    assert (found.circles, found.of) == ((), {})
    assert found.to_frame().empty
