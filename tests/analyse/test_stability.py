from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from netgraph.analyse.bridges import bridges
from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import Paths, paths
from netgraph.analyse.positions import Positions
from netgraph.analyse.stability import DRAWS, FIRST, drawn, label, places
from netgraph.graph.chances import spread
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, Tie
from tests.graph.builders import member, network, tie


def ranged(one: str, other: str, middle: float, cases: float = 4) -> Tie:
    low, high = spread(middle, cases)
    return replace(tie(one, other, middle), chance=Chance(low, middle, high, "test"))


def layered(seed: int) -> ContactGraph:
    """Six people I know, two behind them, three inside; every tie is on a chain."""
    rng = np.random.default_rng(seed)

    def some(one: str, other: str) -> Tie:
        return ranged(one, other, float(rng.uniform(0.1, 0.9)), float(rng.integers(0, 20)))

    near = [f"x{n}" for n in range(7)]
    ties = [some("me", one) for one in near]
    ties += [some(one, far) for one in near[:6] for far in ("y0", "y1")]
    ties += [some(far, last) for far in ("y0", "y1") for last in ("c0", "c1")]
    ties += [some("x1", "c0"), some("x2", "c2"), some("x3", "c1")]
    return network(
        ties,
        memberships=[member("c0", "Acme"), member("c1", "Acme"), member("c2", "Nord")],
        targets={"Acme": ["Acme"], "Nord": ["Nord"]},
        knows_at=[("x6", "Nord")],
    )


@pytest.mark.parametrize("by", ["targets", "doors"])
@pytest.mark.parametrize("seed", range(3))
def test_the_shares_are_those_of_ranking_every_draw_anew(seed: int, by: str) -> None:
    graph = layered(seed)
    numbers = np.arange(len(graph.ties))
    if by == "doors":
        numbers = np.array(
            [n for n in numbers if "me" in (graph.ties[n].left, graph.ties[n].right)]
        )
    first: Counter[int] = Counter()
    for now in anew(graph, numbers):
        first.update(Positions(now).ranked(by)[:FIRST])
    at = Positions(graph)
    expected = {one: count / DRAWS for one, count in first.items()}
    assert places(at, by, at.near.tolist()) == pytest.approx(expected)
    assert 0 < min(expected.values()) < 1


def anew(graph: ContactGraph, numbers: np.ndarray) -> Iterator[ContactGraph]:
    """The graph once for every draw of the ties with these numbers."""
    chances = drawn(graph, numbers)
    for turn in range(DRAWS):
        ties = list(graph.ties)
        for row, number in enumerate(numbers.tolist()):
            now = float(chances[row, turn])
            ties[number] = replace(ties[number], chance=Chance(now, now, now, "drawn"))
        yield replace(graph, ties=tuple(ties))


@pytest.mark.parametrize("seed", range(3))
def test_the_shares_of_paths_are_those_of_choosing_in_every_draw_anew(seed: int) -> None:
    rng = np.random.default_rng(seed)
    near, between = [f"x{n}" for n in range(8)], [f"y{n}" for n in range(4)]
    pairs = [("me", one) for one in near] + [("x0", "ins")]
    pairs += [(one, other) for one in near for other in between]
    pairs += [(one, "ins") for one in between]
    ties = [ranged(*pair, float(rng.uniform(0.1, 0.9))) for pair in pairs]
    inside = [member("ins", "Acme"), member("own", "Acme")]
    graph = network([*ties, ranged("me", "own", 0.05)], memberships=inside)
    goal = Goal("Acme", ("Acme",))
    first: Counter[tuple[str, ...]] = Counter()
    for now in anew(graph, np.arange(len(graph.ties))):
        first.update(ids(paths(now, goal, limit=FIRST)))
    found = paths(graph, goal)
    shares = [one.in_first for one in found.paths]
    assert len(found.paths) > FIRST
    assert shares[FIRST:] == [None] * (len(shares) - FIRST)
    expected = [first[chain] / DRAWS for chain in ids(found)[:FIRST]]
    assert shares[:FIRST] == pytest.approx(expected)
    assert [one.stability for one in found.paths[:FIRST]] == [label(one) for one in expected]
    assert 0 < min(expected) < 1


def test_a_handful_of_paths_has_no_places_to_lose() -> None:
    graph = network([tie("me", one) for one in "abcde"] + [tie(one, "ins") for one in "abcde"])
    found = paths(graph, Goal("ins", person="ins")).paths
    assert [(one.stability, one.in_first) for one in found] == [("", None)] * 5
    more = network([tie("me", one, None) for one in "abcdef"] + [tie(o, "ins") for o in "abcdef"])
    six = paths(more, Goal("ins", person="ins")).paths
    assert [one.stability for one in six] == ["fragile"] * 5 + [""]


def ids(found: Paths) -> list[tuple[str, ...]]:
    return [tuple(one for one, _ in path.people) for path in found.paths]


def test_draws_have_the_middle_and_the_range_of_the_tie() -> None:
    uncertain = [ranged("me", "ann", 0.4, 20), ranged("me", "bob", 0.7), tie("me", "cat", None)]
    fixed = [tie("me", "dan", 0.5), tie("me", "eva", 1.0)]
    graph = network([*uncertain, *fixed])
    found = drawn(graph, np.arange(5))
    assert found.shape == (5, DRAWS)
    assert found.mean(axis=1) == pytest.approx([0.4, 0.7, 0.3, 0.5, 1.0], abs=0.03)
    inside = [
        np.mean((row >= one.chance.low) & (row <= one.chance.high))
        for row, one in zip(found, graph.ties, strict=True)
    ]
    assert inside[:3] == pytest.approx([0.8, 0.8, 0.8], abs=0.08)
    assert inside[3:] == [1, 1]
    assert (drawn(graph, np.arange(5)) == found).all()


@pytest.mark.parametrize(
    ("share", "word"),
    [(1.0, "firm"), (0.8, "firm"), (0.79, "likely"), (0.5, "likely"), (0.49, "fragile")],
)
def test_words(share: float, word: str) -> None:
    assert label(share) == word
    assert label(share, known=False) == "fragile"


def test_the_first_five_bridges_say_how_firm_their_place_is() -> None:
    sure = [ranged("me", f"s{n}", 0.9, 20) for n in range(3)]
    doubtful = [ranged("me", f"d{n}", 0.55 if n < 2 else 0.4) for n in range(4)]
    graph = network([*sure, *doubtful, tie("me", "u", None), ranged("me", "z", 0.01, 20)])
    found = bridges(graph).ranked
    assert [one.stability for one in found] == ["firm"] * 3 + ["likely"] * 2 + [""] * 4
    assert found[5].in_first is None
    assert all(0.5 <= one.in_first < 0.8 for one in found[3:5] if one.in_first is not None)
    unknown = network([tie("me", f"u{n}", None) for n in range(6)])
    assert {one.stability for one in bridges(unknown).ranked[:5]} == {"fragile"}
    few = network(sure)
    assert {one.stability for one in bridges(few).ranked} == {""}
