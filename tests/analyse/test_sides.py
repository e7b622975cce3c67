from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.communities import Circle, Communities
from netgraph.analyse.sides import OWN_CIRCLE, PERHAPS, Link, Sides
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import EvidenceKind, Person
from tests.graph.builders import member, network, tie

NAMES = "abcdefgh"
PAIRS = list(combinations(NAMES, 2))


def circles(*groups: str, named: str = "employer") -> Communities:
    """Circles of the letters of each group, called by them in capitals."""
    made = tuple(Circle(one.upper(), tuple(one), one[0], named) for one in groups)
    return Communities(made, {who: place for place, one in enumerate(groups) for who in one})


def brute(graph: ContactGraph, found: Communities, who: str, names: list[str]) -> Link | None:
    """By the definition: for each pair of circles everybody else is asked one by one."""
    seen = {frozenset((t.left, t.right)) for t in graph.ties if t.kind is not EvidenceKind.INFERRED}

    def stands(one: str, circle: Circle) -> bool:
        near = [m for m in circle.members if {m, one} in seen and m != who]
        return one in circle.members or bool(near)

    links = []
    for a, b in combinations([c for name in names for c in found.circles if c.name == name], 2):
        others = [
            one.id
            for one in graph.people
            if one.id not in {who, "me"} and stands(one.id, a) and stands(one.id, b)
        ]
        mine = graph.chances_from("me")
        others.sort(key=lambda one: (-mine.get(one, 0), one))
        own = who in a.members or who in b.members
        links.append((bool(others), not own, Link(a.name, b.name, tuple(others))))
    if not links:
        return None
    links.sort(key=lambda link: link[1])
    return min(links, key=lambda link: link[0])[2]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(PAIRS), unique=True, min_size=3),
    st.lists(st.sampled_from(PAIRS), unique=True, max_size=4),
    st.lists(st.integers(0, 3), min_size=8, max_size=8),
    st.lists(st.sampled_from([0.1, 0.4, 0.9]), min_size=8, max_size=8),
)
def test_who_links_two_circles_is_what_the_definition_says(
    seen: list[tuple[str, str]],
    guessed: list[tuple[str, str]],
    place: list[int],
    mine: list[float],
) -> None:
    ties = [tie(a, b) for a, b in seen]
    ties += [tie(a, b, 0.2, EvidenceKind.INFERRED) for a, b in guessed if (a, b) not in seen]
    ties += [tie("me", one, chance) for one, chance in zip(NAMES, mine, strict=True)]
    graph = network(ties)
    groups = ["".join(n for n, p in zip(NAMES, place, strict=True) if p == k) for k in range(3)]
    found = circles(*[group for group in groups if group])
    sides = Sides(graph, found)
    for who in NAMES:
        names = [name for name in sides.groups(graph.index[who]) if not name.startswith(PERHAPS)]
        assert sides.link(graph.index[who], 9) == brute(graph, found, who, names)


def test_a_circle_without_a_name_is_called_by_those_known_in_it() -> None:
    found = circles("abcd", named="person")
    graph = network([tie("a", one) for one in "bcd"] + [tie("x", "a"), tie("y", "b")])
    sides = Sides(graph, found)
    assert sides.groups(graph.index["a"]) == (OWN_CIRCLE,)
    assert sides.groups(graph.index["x"]) == ("a",)
    assert sides.groups(graph.index["y"]) == ("b",)
    ties = [*graph.ties, tie("y", "c"), tie("z", "b"), tie("z", "c"), tie("z", "d")]
    more = Sides(network(ties), found)
    assert more.groups(more.graph.index["y"]) == ("b and c",)
    assert more.groups(more.graph.index["z"]) == ("ABCD",)


def test_sides_that_the_user_named_come_before_guesses() -> None:
    found = circles("ab", "cd")
    people = [Person("a", "a", labels=("circle:faith", "vip")), Person("c", "c")]
    ties = [tie("a", "c", 0.2, EvidenceKind.INFERRED), tie("c", "d", 0.2, EvidenceKind.INFERRED)]
    graph = network(ties, people=people, memberships=[member("c", "CD")])
    sides = Sides(graph, found)
    assert sides.groups(graph.index["a"]) == ("faith", "perhaps CD")
    assert sides.groups(graph.index["c"]) == ("CD", "perhaps AB")
    said = network(ties, people=people, knows_at=[("a", "Acme")])
    assert Sides(said, found).groups(said.index["a"]) == ("faith", "Acme")
