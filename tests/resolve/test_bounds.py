from __future__ import annotations

import random
from itertools import combinations

import numpy as np
import pytest

from netgraph.resolve.bounds import MAY, MUST, may_be_asked, most_points
from netgraph.resolve.ledger import Ledger, Pairs
from netgraph.resolve.population import Population
from netgraph.resolve.rules import GROUPS, UNSURE_FROM, score
from netgraph.resolve.traits import Traits, traits_of
from tests.resolve.crowds import Crowd


def crowd(seed: int, count: int = 70) -> list[Traits]:
    """Traits of cards, the first ten of them of two cards each, as after a join."""
    cards = [traits_of(each, "GB") for each in Crowd(random.Random(seed)).cards(count)]
    return [a | b for a, b in zip(cards[:10], cards[10:20], strict=True)] + cards[20:]


@pytest.mark.parametrize("seed", range(12))
def test_no_pair_scores_more_than_was_foreseen(seed: int) -> None:
    everybody = crowd(seed)
    population = Population(everybody)
    pairs = list(combinations(range(len(everybody)), 2))
    lefts, rights = np.array(pairs).T
    most = most_points(Pairs(Ledger(everybody, population), lefts, rights))
    worth = may_be_asked(everybody, population, lefts, rights)
    for (a, b), bound, may in zip(pairs, most.tolist(), worth.tolist(), strict=True):
        found = score(everybody[a], everybody[b], population)
        assert found is None or found.points <= bound
        assert may or found is None or found.points < UNSURE_FROM


def test_most_pairs_that_are_no_question_are_never_weighed() -> None:
    everybody = crowd(1, 150)
    population = Population(everybody)
    pairs = list(combinations(range(len(everybody)), 2))
    lefts, rights = np.array(pairs).T
    worth = may_be_asked(everybody, population, lefts, rights)
    asked = [score(everybody[a], everybody[b], population) for a, b in pairs]
    true = sum(found is not None and found.points >= UNSURE_FROM for found in asked)
    assert true <= worth.sum() < len(pairs) / 10


def test_only_comparisons_of_the_table_are_foreseen() -> None:
    asked = {rule.compare for group in GROUPS for rule in group}
    assert asked >= MAY.keys() | MUST.keys()


def test_nobody_is_paired_with_nobody() -> None:
    none = np.empty(0, np.int64)
    assert may_be_asked([], Population([]), none, none).tolist() == []
