from __future__ import annotations

from netgraph.analyse.communities import communities
from netgraph.model import AffiliationKind, EvidenceKind, Person, Tie
from tests.graph.builders import member, network, tie


def clique(*people: str) -> list[Tie]:
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


def test_the_owner_of_a_friends_file_draws_no_circles_together() -> None:
    guests = [f"g{number}" for number in range(5)]
    star = [tie("dana", one, 0.3) for one in ("u1", "u2", "u3", "u4", "w1", "w2", *guests)]
    ties = [*clique("u1", "u2", "u3", "u4"), *clique("w1", "w2", "w3"), *star]
    ties += [tie("me", one) for one in ("dana", "u1", "w1")]
    school = [member(f"u{n}", "Old School", kind=AffiliationKind.SCHOOL) for n in range(1, 5)]
    found = communities(network(ties, memberships=school, owners=["dana"]))
    assert [(one.name, one.members) for one in found.circles] == [
        ("Old School", ("dana", "u1", "u2", "u3", "u4")),
        ("people known through dana", tuple(guests)),
        ("people around w1", ("w1", "w2", "w3")),
    ]
    assert communities(network(ties, memberships=school, owners=["dana", "me"])) == found


def test_an_owner_stands_where_their_ties_weigh_most() -> None:
    crew = ["c1", "c2", "c3", "c4"]
    ties = [*clique(*crew), *[tie("kim", one, 0.8) for one in crew]]
    ties += [tie("kim", one, 0.3) for one in ("g1", "g2")]
    found = communities(network(ties, owners=["kim"]))
    assert [(one.name, one.members, one.around) for one in found.circles] == [
        ("people around kim", (*crew, "kim"), "kim"),
        ("people known through kim", ("g1", "g2"), "kim"),
    ]
    alone = communities(network(ties[:-1], owners=["kim"]))
    assert [one.members for one in alone.circles] == [(*crew, "g1", "kim")]
    # who is known through two friends stands with the closer one, else with whom more know
    ties += [tie("lou", one, 0.5) for one in ("g1", "g2", "g3", "g4")] + [tie("kim", "g3", 0.5)]
    both = communities(network(ties, owners=["kim", "lou"]))
    assert [one.members for one in both.circles] == [
        (*crew, "g3", "kim"),
        ("g1", "g2", "g4", "lou"),
    ]
    assert both.circles[1].name == "people known through lou"


def loose_and_tight(between: int) -> list[Tie]:
    """Two tight groups of six, ``between`` ties from one to the other, and a third group."""
    one, other = [f"a{n}" for n in range(6)], [f"b{n}" for n in range(6)]
    ties = [*clique(*one), *clique(*other), *clique(*[f"z{n}" for n in range(9)])]
    return ties + [tie(one[n % 6], other[(n + n // 6) % 6], 0.6) for n in range(between)]


def test_a_loose_circle_of_one_place_is_not_cut_in_two() -> None:
    staff = [member(f"{letter}{n}", "Acme") for letter in "ab" for n in range(3)]
    sizes = [len(one.members) for one in communities(network(loose_and_tight(6))).circles]
    assert sizes == [9, 6, 6]
    found = communities(network(loose_and_tight(6), memberships=staff))
    assert [(one.name, len(one.members)) for one in found.circles] == [
        ("Acme", 12),
        ("people around z0", 9),
    ]


def test_two_groups_of_one_place_that_hardly_meet_stay_two() -> None:
    staff = [member(f"{letter}{n}", "Acme") for letter in "ab" for n in range(3)]
    found = communities(network(loose_and_tight(2), memberships=staff))
    assert [(one.name, len(one.members)) for one in found.circles] == [
        ("people around z0", 9),
        ("Acme", 6),
        ("Acme, around b0", 6),
    ]


def test_former_members_go_with_those_who_stayed() -> None:
    gone = [member(f"a{n}", "Acme") for n in range(5)]
    assert len(communities(network(loose_and_tight(6), memberships=gone)).circles) == 3
    gone += [member("b0", "Acme")]
    assert len(communities(network(loose_and_tight(6), memberships=gone)).circles) == 3
    gone += [member("b1", "Acme")]
    found = communities(network(loose_and_tight(6), memberships=gone))
    assert (found.circles[0].name, len(found.circles[0].members)) == ("Acme", 12)
    other = [member(f"b{n}", "Bolt") for n in range(2, 6)]
    found = communities(network(loose_and_tight(6), memberships=[*gone[:5], *other]))
    assert [len(one.members) for one in found.circles] == [9, 6, 6]


def test_nobody() -> None:
    found = communities(network([]))
    assert (found.circles, found.of) == ((), {})
    assert found.to_frame().empty
