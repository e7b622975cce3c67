from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.chances import (
    CERTAIN,
    band,
    combined,
    overlap_chance,
    spread,
    tie_chance,
    together_chance,
)


def test_the_worked_example_of_the_ranking_notes() -> None:
    mine = tie_chance(12, 90, both_ways=True)
    theirs = overlap_chance(80, 36)
    assert mine == pytest.approx(0.60, abs=0.01)
    assert theirs == pytest.approx(0.53, abs=0.005)
    assert mine * (theirs + 0.03 * (1 - theirs)) == pytest.approx(0.33, abs=0.01)


@pytest.mark.parametrize(
    ("chance", "word"),
    [
        (None, "unknown"),
        (0.0, "weak"),
        (0.15, "fair"),
        (0.35, "good"),
        (0.6, "strong"),
        (1, "strong"),
    ],
)
def test_bands(chance: float | None, word: str) -> None:
    assert band(chance) == word


def test_more_messages_later_and_both_ways_mean_more() -> None:
    assert tie_chance(9, 30, both_ways=False) > tie_chance(3, 30, both_ways=False)
    assert tie_chance(3, 30, both_ways=False) > tie_chance(3, 300, both_ways=False)
    assert tie_chance(3, 30, both_ways=True) > tie_chance(3, 30, both_ways=False)


def test_groups_fade_as_they_grow() -> None:
    assert [together_chance(people) for people in (2, 5, 10, 25, 26)] == [0.5, 0.5, 0.25, 0.1, 0]


def test_overlaps_fade_with_years_and_halve_without_dates() -> None:
    assert overlap_chance(100, 24, 8) == pytest.approx(overlap_chance(100, 24) / 2)
    assert overlap_chance(100, None) == pytest.approx(0.25)
    assert overlap_chance(4, 600) == pytest.approx(0.9)


def test_combining_independent_evidence() -> None:
    assert combined([]) == 0
    assert combined([0.5, 0.5]) == pytest.approx(0.75)
    assert combined([0.9, 0.9]) == CERTAIN


@given(st.floats(0, 1), st.floats(0, 1000))
def test_a_range_holds_its_chance_and_narrows_with_cases(chance: float, cases: float) -> None:
    low, high = spread(chance, cases)
    assert 0 <= low <= chance <= high <= 1
    wide_low, wide_high = spread(chance, 0)
    assert high - low <= wide_high - wide_low + 1e-12
