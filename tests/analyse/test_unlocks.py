"""Doors and unlocks against their definitions, written down once more here, and by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.bridges import bridges
from netgraph.analyse.goals import Goal
from netgraph.analyse.positions import Positions
from netgraph.analyse.unlocks import coverage
from netgraph.graph.chances import UNKNOWN
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Introduction, Target
from tests.graph.builders import NOW, member, network, proof, tie

NAMES = ["me", *"abcdefghi"]
PAIRS = list(combinations(NAMES, 2))
#: So few people that many of them are tied.
FEW = list(combinations(NAMES[:5], 2))
FIRMS = ("Acme", "Bolt")


@dataclass(frozen=True)
class Rules:
    """R(T) by trying every chain of at most three ties, without the people in ``without``."""

    graph: ContactGraph
    inside: frozenset[str]
    without: frozenset[str] = frozenset()

    def chance(self, one: str, other: str) -> float:
        found = None if {one, other} & self.without else self.graph.tie(one, other)
        return found.chance.mid if found else 0.0

    def chains(self, insider: str) -> Iterator[Sequence[str]]:
        """Every way to an insider over one or two who are not inside."""
        between = [n for n in NAMES if n != "me" and n not in self.inside]
        for first in between:
            yield "me", first, insider
            yield from (("me", first, then, insider) for then in between if then != first)

    def score(self, chain: Sequence[str]) -> float:
        steps = [self.chance(a, b) for a, b in pairwise(chain)]
        if not all(steps):
            return 0.0
        if len(steps) == 2:
            return steps[0] * (1 - (1 - steps[1]) * (1 - 0.03))
        return steps[0] * steps[1] * steps[2] * 0.35

    @property
    def reach(self) -> float:
        """1 - product(1 - the larger of .3 p and .15 s) over the insiders."""
        missing = 1.0
        for insider in self.inside:
            known = self.chance("me", insider)
            best = max((self.score(chain) for chain in self.chains(insider)), default=0.0)
            missing *= 1 - max(0.3 * known, 0.15 * best)
        return 1 - missing


def graph_of(
    ties: Mapping[tuple[str, str], float], inside: Mapping[str, Sequence[str]]
) -> ContactGraph:
    made = network(
        [tie(a, b, chance) for (a, b), chance in ties.items()],
        memberships=[member(one, firm) for firm, people in inside.items() for one in people],
        targets={firm: [firm] for firm in inside},
    )
    weights = {"Acme": 1.0, "Bolt": 2.5}
    matches = [
        replace(match, target=Target(match.target.name, weight=weights[match.target.name]))
        for match in made.targets
    ]
    return replace(made, targets=tuple(matches))


@settings(max_examples=120, deadline=None)
@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.1, 0.25, 0.4, 0.6, 0.9])),
    st.lists(st.lists(st.sampled_from(NAMES[1:]), unique=True, max_size=3), min_size=2, max_size=2),
)
def test_unlocks_are_what_the_targets_would_lose(
    ties: dict[tuple[str, str], float], inside: list[list[str]]
) -> None:
    graph = graph_of(ties, dict(zip(FIRMS, inside, strict=True)))
    at = Positions(graph)
    expected: dict[str, float] = {}
    for firm, people in zip(FIRMS, inside, strict=True):
        there = frozenset(people) & set(graph.index)
        full = Rules(graph, there).reach
        assert coverage(graph, Goal(firm, (firm,))).score == pytest.approx(full)
        for one in sorted(set(graph.chances_from("me"))):
            lost = full - Rules(graph, there - {one}, frozenset({one})).reach
            expected[one] = expected.get(one, 0.0) + {"Acme": 1.0, "Bolt": 2.5}[firm] * lost
    found = {graph.people[number].id: value for number, value in at.unlocks.items()}
    assert found == pytest.approx({one: lost for one, lost in expected.items() if lost > 1e-9})
    doors = {one: graph.chances_from("me")[one] * 0.5**0.25 for one in expected}
    order = sorted(expected, key=lambda n: (-round(expected[n], 9), -round(doors[n], 9), n))
    assert [one.id for one in bridges(graph, by="targets").ranked] == order


@settings(max_examples=100, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(FEW), st.sampled_from([None, 0.05, 0.25, 0.6, 0.9]), min_size=3
    ),
    st.lists(st.sampled_from(NAMES[1:5]), unique=True, min_size=1, max_size=2),
    st.sampled_from(FEW),
    st.sampled_from([0.05, 0.3, 0.9]),
)
def test_one_more_tie_or_a_better_chance_never_lowers_reach(
    ties: dict[tuple[str, str], float | None],
    inside: list[str],
    pair: tuple[str, str],
    chance: float,
) -> None:
    def reached(found: Mapping[tuple[str, str], float | None]) -> float:
        made = [tie(a, b, known) for (a, b), known in found.items()]
        graph = network(made, memberships=[member(one, "Acme") for one in inside])
        return coverage(graph, Goal("Acme", ("Acme",))).score

    before = UNKNOWN[1] if pair in ties and ties[pair] is None else ties.get(pair) or 0.0
    assert reached({**ties, pair: max(before, chance)}) >= reached(ties) - 1e-12


def test_a_weak_tie_of_mine_does_not_replace_a_better_chain() -> None:
    ties = [tie("me", "pal", 0.9), tie("pal", "ann", 0.9)]
    goal, inside = Goal("Acme", ("Acme",)), [member("ann", "Acme")]
    alone = coverage(network(ties, memberships=inside), goal)
    both = coverage(network([*ties, tie("me", "ann", 0.1)], memberships=inside), goal)
    assert both.score == pytest.approx(alone.score) == pytest.approx(0.15 * 0.9 * 0.903)
    assert alone.score > 0.3 * 0.1


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([0.1, 0.4, 0.9]), min_size=8),
    st.lists(st.sampled_from(NAMES[1:]), unique=True, min_size=1, max_size=3),
    st.permutations(NAMES[1:]),
)
def test_the_more_are_asked_already_the_less_one_more_adds(
    ties: dict[tuple[str, str], float], inside: list[str], order: list[str]
) -> None:
    """Asking a set of people uses the chains that start with them: monotone and submodular."""
    graph = graph_of(ties, {"Acme": inside})
    rules = Rules(graph, frozenset(inside) & set(graph.index))

    def reached(asked: Sequence[str]) -> float:
        missing = 1.0
        for insider in rules.inside:
            known = rules.chance("me", insider) if insider in asked else 0.0
            ways = (chain for chain in rules.chains(insider) if chain[1] in asked)
            best = max((rules.score(chain) for chain in ways), default=0.0)
            missing *= 1 - max(0.3 * known, 0.15 * best)
        return 1 - missing

    for size in range(1, len(order) - 1):
        few, more, one = order[:size], order[: size + 1], order[-1]
        assert reached(more) >= reached(few) - 1e-12
        gain_late, gain_early = (reached([*s, one]) - reached(s) for s in (more, few))
        assert gain_late <= gain_early + 1e-12


def by_hand() -> ContactGraph:
    """Two ways to Ivy at Acme (over Ann, over Ben), Kim inside whom I know, Cat leading nowhere."""
    return network(
        [
            tie("me", "ann", 0.6),
            tie("me", "ben", 0.5),
            tie("me", "cat", 0.9),
            tie("me", "kim", 0.4),
            tie("ann", "ivy", 0.5),
            tie("ben", "ivy", 0.2),
        ],
        memberships=[member("ivy", "Acme"), member("kim", "Acme")],
        targets={"Acme": ["Acme"]},
    )


def test_unlocks_by_hand() -> None:
    graph = by_hand()
    # over Ann .6 · (.5 + .03 · .5) = .309, over Ben .5 · (.2 + .03 · .8) = .112
    # R = 1 - (1 - .3 · .4) · (1 - .15 · .309) = 1 - .88 · .95365
    found = coverage(graph, Goal("Acme", ("Acme",)))
    assert found.score == pytest.approx(0.160788)
    adds = {graph.people[number].id: value for number, value in found.adds.items()}
    # without Ann Ben's way is left: 1 - .88 · (1 - .15 · .112) = .134784
    # without Kim: 1 - .95365 = .04635
    assert adds == pytest.approx({"ann": 0.160788 - 0.134784, "kim": 0.160788 - 0.04635})
    ranked = bridges(graph).ranked
    assert [one.id for one in ranked] == ["kim", "ann", "cat", "ben"]
    assert ranked[0].score == pytest.approx(0.114438)


def test_doors_by_hand() -> None:
    made = [
        Introduction("ben", "x", NOW - timedelta(days=365), proof()),
        Introduction("ben", "y", NOW - timedelta(days=730), proof()),
        Introduction("cat", "z", NOW, proof()),
    ]
    ranked = bridges(replace(by_hand(), introductions=tuple(made)), by="doors").ranked
    # Cat .9 · (.5 + 1)^¼, Ben .5 · (.5 + .5 + .25)^¼, Ann .6 · .5^¼, Kim .4 · .5^¼
    assert [one.id for one in ranked] == ["cat", "ben", "ann", "kim"]
    assert [one.score for one in ranked] == pytest.approx(
        [0.996014, 0.528686, 0.504538, 0.336359], abs=1e-6
    )
    assert [one.introduced for one in ranked] == [1, 2, 0, 0]


def test_somebody_said_to_know_people_inside_counts_as_a_way_to_one() -> None:
    graph = network(
        [tie("me", "ann", 0.6), tie("me", "bob", 0.8), tie("bob", "ivy", 0.5)],
        memberships=[member("ivy", "Acme")],
        targets={"Acme": ["Acme"]},
        knows_at=[("ann", "Acme"), ("bob", "Acme")],
    )
    # over Bob .8 · (.5 + .03 · .5) = .412: R = .0618, all of it his; Ann .9382 · .15 · .5 · .6
    ranked = bridges(graph).ranked
    assert [one.id for one in ranked] == ["bob", "ann"]
    assert [one.score for one in ranked] == pytest.approx([0.0618, 0.042219])
