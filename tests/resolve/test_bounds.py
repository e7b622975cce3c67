from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from netgraph.resolve.comparing.bounds import KNOWN, MAY, MUST, Foreseen, foreseen, most_points
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.pairing import Pairing
from netgraph.resolve.comparing.traits import Traits, traits_of
from netgraph.resolve.comparing.weighing import plans_for, weighed
from netgraph.resolve.names.population import Population
from netgraph.resolve.rules import GROUPS, UNSURE_FROM, Comparison, score
from tests.resolve.crowds import Crowd


def crowd(seed: int, count: int = 70) -> list[Traits]:
    """Traits of cards, the first ten of them of two cards each, as after a join."""
    cards = [traits_of(each, "GB") for each in Crowd(random.Random(seed)).cards(count)]
    return [a | b for a, b in zip(cards[:10], cards[10:20], strict=True)] + cards[20:]


def all_pairs(
    everybody: list[Traits], population: Population
) -> tuple[list[tuple[int, int]], Foreseen]:
    """Every pair of positions, and what is known of them."""
    pairs = list(combinations(range(len(everybody)), 2))
    lefts, rights = np.array(pairs).T
    return pairs, foreseen(Everybody(everybody), population, lefts, rights)


@pytest.mark.parametrize("seed", range(12))
def test_no_pair_scores_more_than_was_foreseen(seed: int) -> None:
    everybody = crowd(seed)
    population = Population(everybody)
    pairs, told = all_pairs(everybody, population)
    for (a, b), bound in zip(pairs, most_points(told).tolist(), strict=True):
        found = score(everybody[a], everybody[b], population)
        assert found is None or found.points <= bound


@pytest.mark.parametrize("seed", range(12))
def test_a_pair_scores_by_what_is_known_of_it_what_it_scores_in_full(seed: int) -> None:
    everybody = crowd(seed)
    population = Population(everybody)
    pairs, told = all_pairs(everybody, population)
    plans = plans_for(told, np.arange(len(pairs)))
    for (a, b), plan in zip(pairs, plans, strict=True):
        ours, theirs = everybody[a], everybody[b]
        assert score(ours, theirs, population, plan) == score(ours, theirs, population)


@pytest.mark.parametrize("compare", list(KNOWN), ids=lambda compare: compare.__name__)
def test_what_is_known_of_a_pair_is_what_a_comparison_says(compare: Comparison) -> None:
    for seed in range(5):
        everybody = crowd(seed)
        population = Population(everybody)
        pairs, told = all_pairs(everybody, population)
        said = [compare(Pairing.of(everybody[a], everybody[b], population)) for a, b in pairs]
        assert told.must(compare).tolist() == told.may(compare).tolist() == said


def test_most_pairs_that_are_no_question_are_never_weighed() -> None:
    everybody = crowd(1, 150)
    population = Population(everybody)
    pairs, told = all_pairs(everybody, population)
    worth = most_points(told) >= UNSURE_FROM
    asked = [score(everybody[a], everybody[b], population) for a, b in pairs]
    true = sum(found is not None and found.points >= UNSURE_FROM for found in asked)
    assert true <= worth.sum() < len(pairs) / 10


def test_only_comparisons_of_the_table_are_foreseen() -> None:
    asked = {rule.compare for group in GROUPS for rule in group}
    assert asked >= KNOWN.keys() | MAY.keys() | MUST.keys()


def test_nobody_is_paired_with_nobody() -> None:
    none = np.empty(0, np.int64)
    assert list(weighed(Everybody([]), Population([]), none, none)) == []
