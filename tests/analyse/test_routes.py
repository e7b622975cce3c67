"""Paths against trying every chain, by rules written down once more here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise, permutations

import networkx as nx
import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import Paths, paths
from netgraph.analyse.routes import ANY, Allowed
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Evidence, EvidenceKind, Person, Tie
from tests.graph.builders import NOW, member, network, tie

ACME = Goal("Acme", ("Acme",))
NAMES = ["me", "ia", "hb", "gc", "fd", "ee", "df", "cg", "bh", "ai"]
Pairs = Mapping[tuple[int, int], tuple[float | None, int]]


def invented(pairs: Pairs, inside: set[int], left: set[int] = frozenset()) -> ContactGraph:
    """A network of chances (None: not known) and of days since the last contact.

    Those who ``left`` did so nobody knows when.

    Names run against ids, so that the order by name is not that by id.
    """
    people = [Person(one, one[1] + one[0], is_me=one == "me") for one in NAMES]
    ties = [
        tie(NAMES[a], NAMES[b], chance, evidence=seen(days))
        for (a, b), (chance, days) in pairs.items()
    ]
    inside_ids = sorted(NAMES[number] for number in inside)
    there = [member(one, "Acme") for one in inside_ids]
    gone = [member(NAMES[one], "Acme", current=False) for one in sorted(left)]
    return network(ties, people=people, memberships=[*there, *gone])


def seen(days: int) -> Evidence:
    return Evidence(EvidenceKind.OBSERVED, "a mail", None, NOW - timedelta(days=days))


@dataclass(frozen=True)
class Rules:
    """The rules of paths in their plainest form: every chain is tried."""

    graph: ContactGraph
    inside: frozenset[str]
    allowed: Allowed = ANY
    left: frozenset[str] = frozenset()

    def tie(self, one: str, other: str) -> Tie | None:
        return self.graph.tie(one, other)

    def score(self, chain: tuple[str, ...]) -> float:
        chances = [self.tie(a, b).chance.mid for a, b in pairwise(chain)]
        if chain[-1] in self.left:
            chances.append(0.45)
        if len(chances) == 1:
            return chances[0]
        if len(chances) == 2:
            return round(chances[0] * (1 - (1 - chances[1]) * (1 - 0.03)), 12)
        return round(chances[0] * chances[1] * chances[2] * 0.35, 12)

    def exists(self, chain: tuple[str, ...]) -> bool:
        """All steps are ties, it ends at the first person inside, and its people are wanted.

        Or it ends, after two ties at most, at somebody who left.
        """
        return (
            all(self.tie(a, b) for a, b in pairwise(chain))
            and (chain[-1] in self.inside or (chain[-1] in self.left and len(chain) <= 3))
            and not self.inside & set(chain[1:-1])
            and not self.allowed.avoid & set(chain)
            and (not self.allowed.via or self.allowed.via in chain[1:])
            and len(chain) - 1 <= self.allowed.max_hops
        )

    def usable(self) -> Iterator[tuple[str, ...]]:
        """Chains that promise something; of who left only by those who know nobody inside."""
        for chain in self.chains():
            if self.promises(chain) and not (
                chain[-1] in self.left
                and any(self.promises((*chain[:2], one)) for one in self.inside - {chain[1]})
            ):
                yield chain

    def promises(self, chain: tuple[str, ...]) -> bool:
        """It exists, and no wanted shorter way to somebody on it promises as much."""
        return self.exists(chain) and not any(
            self.score(shorter) >= self.score(chain) for shorter in self.shorter(chain)
        )

    def chains(self) -> Iterator[tuple[str, ...]]:
        others = [person.id for person in self.graph.people if person.id != "me"]
        for hops in (1, 2, 3):
            for rest in permutations(others, hops):
                yield ("me", *rest)

    def shorter(self, chain: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The ways that ask somebody further down the chain directly, closeness known."""
        for place in range(2, len(chain)):
            known = self.tie("me", chain[place])
            short = ("me", *chain[place:])
            if known and known.strength is not None and self.exists(short):
                yield short

    def order(self, chain: tuple[str, ...]) -> tuple[object, ...]:
        last = self.tie("me", chain[1]).evidence[0].when
        names = [(self.graph.person(one).name, one) for one in chain[1:]]
        beside = chain[-1] in self.left
        rank = (-self.score(chain), beside, len(chain), -last.toordinal())
        return beside or len(chain) > 2, *rank, names

    def offered(self) -> list[tuple[str, ...]]:
        """Walk through all by order: each first person once, a second person twice."""
        via = self.allowed.via
        everybody_inside = self.inside - {"me"} - self.allowed.avoid
        taken: list[tuple[str, ...]] = []
        for chain in sorted(self.usable(), key=self.order):
            indirect = [one for one in taken if len(one) > 2]
            if chain[1] != via and any(chain[1] == one[1] for one in taken):
                continue
            if len(chain) > 2:
                first, second = chain[1:3]
                only_goal = {second} == everybody_inside
                if any(one[1:3] == (first, second) for one in indirect):
                    continue
                same = sum(one[2] == second for one in indirect)
                if same == 2 and second != via and not only_goal:
                    continue
            taken.append(chain)
        return taken


def ids(found: Paths) -> list[tuple[str, ...]]:
    return [tuple(one for one, _ in path.people) for path in found.paths]


def pairs(people: int, most: int) -> st.SearchStrategy[Pairs]:
    number = st.integers(0, people - 1)
    return st.dictionaries(
        st.tuples(number, number).filter(lambda pair: pair[0] < pair[1]),
        st.tuples(st.sampled_from([None, 0.1, 0.25, 0.4, 0.65, 0.9]), st.integers(0, 2)),
        max_size=most,
    )


@settings(max_examples=150, deadline=None)
@given(pairs(8, 22), st.sets(st.integers(1, 7), min_size=1, max_size=3))
def test_against_trying_every_chain(given_ties: Pairs, inside: set[int]) -> None:
    graph = invented(given_ties, inside)
    rules = Rules(graph, frozenset(NAMES[number] for number in inside))
    expected = rules.offered()
    found = paths(graph, ACME, limit=100)
    assert ids(found) == expected
    assert [round(path.score, 12) for path in found.paths] == [rules.score(one) for one in expected]
    assert ids(paths(graph, ACME, limit=2)) == expected[:2]


@settings(max_examples=40, deadline=None)
@given(pairs(10, 40), st.sets(st.integers(1, 9), min_size=1, max_size=4))
def test_against_trying_every_chain_of_ten_people(given_ties: Pairs, inside: set[int]) -> None:
    graph = invented(given_ties, inside)
    rules = Rules(graph, frozenset(NAMES[number] for number in inside))
    assert ids(paths(graph, ACME, limit=100)) == rules.offered()


@settings(max_examples=150, deadline=None)
@given(
    pairs(7, 18),
    st.sets(st.integers(1, 6), min_size=1, max_size=3),
    st.sets(st.integers(1, 6), max_size=2),
    st.integers(0, 6),
    st.integers(1, 3),
)
def test_avoid_via_and_most_hops_hold_before_anything_is_chosen(
    given_ties: Pairs, inside: set[int], avoid: set[int], via: int, max_hops: int
) -> None:
    graph = invented(given_ties, inside)
    allowed = Allowed(frozenset(NAMES[n] for n in avoid), NAMES[via] if via else "", max_hops)
    rules = Rules(graph, frozenset(NAMES[number] for number in inside), allowed)
    found = ids(paths(graph, ACME, limit=100, allowed=allowed))
    assert found == rules.offered()
    assert not any(allowed.avoid & set(chain) for chain in found)
    assert all(len(chain) - 1 <= max_hops for chain in found)
    assert all(allowed.via in chain for chain in found if via)


@settings(max_examples=100, deadline=None)
@given(pairs(7, 16), st.sets(st.integers(1, 6), min_size=1, max_size=3), pairs(7, 1))
def test_one_more_tie_never_lowers_the_best_path(
    given_ties: Pairs, inside: set[int], more: Pairs
) -> None:
    def best(ties: Pairs) -> float:
        found = paths(invented(ties, inside), ACME, limit=100).paths
        return max((round(path.score, 12) for path in found), default=0.0)

    assert best({**more, **given_ties}) >= best(given_ties)


@settings(max_examples=100, deadline=None)
@example(
    {(0, 1): (0.1, 0), (0, 3): (None, 0), (1, 2): (None, 0), (2, 3): (None, 0)}, {1}, set(), 2, 3
)
@example({(0, 3): (None, 0), (1, 2): (None, 0), (1, 3): (None, 0)}, {2}, {1}, 3, 3)
@given(
    pairs(7, 18),
    st.sets(st.integers(1, 6), max_size=2),
    st.sets(st.integers(1, 6), max_size=3),
    st.integers(0, 6),
    st.integers(1, 3),
)
def test_ways_to_those_who_left_stand_among_the_others(
    given_ties: Pairs, inside: set[int], left: set[int], via: int, max_hops: int
) -> None:
    left -= inside
    graph = invented(given_ties, inside, left)
    allowed = Allowed(via=NAMES[via] if via else "", max_hops=max_hops)
    there, gone = (frozenset(NAMES[one] for one in part) for part in (inside, left))
    rules = Rules(graph, there, allowed, gone)
    expected = rules.offered()
    found = paths(graph, ACME, limit=100, allowed=allowed)
    assert ids(found) == expected
    assert [round(path.score, 12) for path in found.paths] == [rules.score(one) for one in expected]
    shown = {person for chain in expected for person in chain}
    assert not shown & {one.id for one in found.suggestions}


class ByNetworkx(Rules):
    """The same rules over the simple paths that networkx finds."""

    def chains(self) -> Iterator[tuple[str, ...]]:
        whole = self.graph.to_networkx()
        for one in sorted(self.inside):
            yield from map(tuple, nx.all_simple_paths(whole, "me", one, cutoff=3))


@pytest.mark.parametrize("seed", range(3))
def test_against_networkx_on_larger_networks(seed: int) -> None:
    rng = np.random.default_rng(seed)
    drawn = nx.gnm_random_graph(150, 900, seed=seed)
    names = {number: "me" if number == 0 else f"p{number:03}" for number in drawn}
    chances = rng.uniform(0.05, 0.95, 900)
    ties = [
        tie(names[a], names[b], float(chance) if chance < 0.8 else None)
        for (a, b), chance in zip(drawn.edges, chances, strict=True)
    ]
    inside = frozenset(names[int(one)] for one in rng.choice(np.arange(1, 150), 5, replace=False))
    graph = network(ties, memberships=[member(one, "Acme") for one in sorted(inside)])
    expected = ByNetworkx(graph, inside).offered()
    assert len(expected) > 8
    assert ids(paths(graph, ACME, limit=200)) == expected


def test_a_better_second_person_used_twice_gives_way_to_another() -> None:
    ties = [tie("me", f"f{n}", 0.9) for n in range(4)]
    ties += [tie(f"f{n}", "hub", 0.9) for n in range(4)] + [tie("hub", "ann", 0.9)]
    ties += [tie("f2", "wim", 0.4), tie("wim", "ann", 0.4)]
    graph = network(ties, memberships=[member("ann", "Acme")])
    assert ids(paths(graph, ACME)) == [
        ("me", "f0", "hub", "ann"),
        ("me", "f1", "hub", "ann"),
        ("me", "f2", "wim", "ann"),
    ]


def test_somebody_barely_known_may_be_reached_through_a_friend() -> None:
    ties = [tie("me", "pal", 0.9), tie("pal", "yan", 0.9), tie("yan", "ann", 0.9)]
    graph = network([*ties, tie("me", "yan", 0.2)], memberships=[member("ann", "Acme")])
    assert ids(paths(graph, ACME)) == [("me", "pal", "yan", "ann"), ("me", "yan", "ann")]
    closer = network([*ties, tie("me", "yan", 0.5)], memberships=[member("ann", "Acme")])
    assert ids(paths(closer, ACME)) == [("me", "yan", "ann")]
    unsaid = network([*ties, tie("me", "yan", None)], memberships=[member("ann", "Acme")])
    assert ids(paths(unsaid, ACME)) == [("me", "yan", "ann"), ("me", "pal", "yan", "ann")]


def test_promising_only_as_much_as_asking_directly_is_not_more() -> None:
    ties = [tie("me", "pal", 1.0), tie("pal", "yan", 0.8), tie("yan", "ann", 1.0)]
    graph = network([*ties, tie("me", "yan", 0.28)], memberships=[member("ann", "Acme")])
    assert ids(paths(graph, ACME)) == [("me", "yan", "ann")]


def test_all_ways_through_one_person_when_asked_for() -> None:
    ties = [tie("me", "dana", 0.9), tie("me", "else", 0.9), tie("else", "i0", 0.9)]
    ties += [tie("dana", f"i{n}", 0.5) for n in range(4)] + [tie("me", "i3", 0.8)]
    graph = network(ties, memberships=[member(f"i{n}", "Acme") for n in range(4)])
    found = paths(graph, ACME, allowed=Allowed(via="dana"))
    assert ids(found) == [("me", "dana", f"i{n}") for n in range(4)]


def test_avoided_people_are_not_suggested_either() -> None:
    graph = network([tie("me", "ann"), tie("me", "bob")], memberships=[member("zoe", "Acme")])
    found = paths(graph, ACME, allowed=Allowed(avoid=frozenset({"ann"})))
    assert [one.id for one in found.suggestions] == ["bob"]


@pytest.mark.parametrize("hops", [0, 4])
def test_a_chain_has_one_to_three_ties(hops: int) -> None:
    with pytest.raises(ValueError, match="one to three"):
        Allowed(max_hops=hops)
