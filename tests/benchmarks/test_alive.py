"""Is a tie alive: the product's chance, what happened, and the figures made of both."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from alive import area_interval, area_under, bands, bins, calibration_error, cases, cut_offs
from hypothesis import given
from hypothesis import strategies as st
from messages import Message, Messages
from network import whole_graph

from tests.benchmarks.metadata import START, file_of, wrote

MOMENT = START + timedelta(days=400)
PEOPLE = ("ann", "bob", "cat", "dan")


def known(*more: Message) -> Messages:
    return file_of(
        wrote(1, "ann", "bob"),
        wrote(20, "bob", "ann", "cat"),
        wrote(300, "ann", "bob", people=4),
        wrote(399, "cat", "dan"),
        wrote(390, "dan", *(f"p{number}" for number in range(26))),
        *more,
    )


def test_the_chance_is_that_of_the_tie_in_the_products_own_graph() -> None:
    messages = known(wrote(401, "ann", "bob"))
    found = {case.pair: case for case in cases(messages, MOMENT, PEOPLE)}
    assert set(found) == {("ann", "bob"), ("bob", "cat"), ("cat", "dan")}
    for both, case in found.items():
        for me in both:
            tie = whole_graph(messages, me, MOMENT).tie(*both)
            assert tie is not None
            (other,) = set(both) - {me}
            alone = (me, other) in {("bob", "cat"), ("cat", "dan")}
            expected = case.mine if alone else case.scores["netgraph"]
            assert tie.strength == pytest.approx(expected)
    assert found["ann", "bob"].mine is None


def test_what_happened_is_a_message_within_the_year_and_to_no_crowd() -> None:
    later = (
        wrote(401, "bob", "ann"),
        wrote(402, "bob", "cat", people=26),
        wrote(403, "cat", "ann"),
        wrote(766, "cat", "bob"),
        wrote(405, "dan", "cat"),
    )
    found = {case.pair: case for case in cases(known(*later), MOMENT, PEOPLE)}
    assert {both: case.alive for both, case in found.items()} == {
        ("ann", "bob"): True,
        ("bob", "cat"): False,
        ("cat", "dan"): True,
    }
    assert {both for both, case in found.items() if case.stayed} == {
        ("bob", "cat"),
        ("cat", "dan"),
    }
    assert (found["bob", "cat"].heard, found["cat", "dan"].heard) == (False, True)


def test_only_pairs_of_the_people_drawn_count() -> None:
    assert [case.pair for case in cases(known(), MOMENT, ("dan",))] == [("cat", "dan")]


def test_cut_offs_lie_after_the_years_that_were_fitted_where_there_are_any() -> None:
    def days(first: str, last: str) -> list[str]:
        times = [datetime.fromisoformat(day).replace(tzinfo=UTC) for day in (first, last)]
        spoken = [
            Message(time, day, "", "a", "", ("b",), 1)
            for time, day in zip(times, "xy", strict=True)
        ]
        return [moment.date().isoformat() for moment in cut_offs(file_of(*spoken))]

    assert days("2021-03-01", "2025-07-02") == ["2024-01-01", "2024-07-01"]
    assert days("1999-06-01", "2001-12-31") == ["2000-07-01"]


chances = st.lists(st.tuples(st.sampled_from([0.1, 0.25, 0.5, 0.9]), st.booleans()), min_size=1)


@given(chances)
def test_the_area_is_how_often_what_happened_scores_higher(pairs: list[tuple[float, bool]]) -> None:
    ones = [score for score, happened in pairs if happened]
    others = [score for score, happened in pairs if not happened]
    wins = [(a > b) + (a == b) / 2 for a in ones for b in others]
    expected = sum(wins) / len(wins) if wins else 0.0
    scores, happened = np.array([a for a, _ in pairs]), np.array([float(b) for _, b in pairs])
    assert area_under(scores, happened) == pytest.approx(expected, abs=1e-4)


def test_the_area_of_all_lies_within_its_interval() -> None:
    generator = np.random.default_rng(1)
    scores = generator.random(400)
    happened = (generator.random(400) < scores).astype(float)
    people = [str(number % 20) for number in range(400)]
    low, high = area_interval(scores, happened, people, 7)
    assert low < area_under(scores, happened) < high
    assert 0.02 < high - low < 0.2
    assert (low, high) == area_interval(scores, happened, people, 7)


def test_the_calibration_error_weighs_each_bin_by_its_pairs() -> None:
    predicted = np.array([0.12, 0.18, 0.55, 1.0])
    happened = np.array([0.0, 1.0, 1.0, 1.0])
    assert bins(predicted, happened) == [
        {"predicted": 0.15, "happened": 0.5, "n": 2},
        {"predicted": 0.55, "happened": 1.0, "n": 1},
        {"predicted": 1.0, "happened": 1.0, "n": 1},
    ]
    assert calibration_error(predicted, happened) == pytest.approx((2 * 0.35 + 0.45) / 4)
    assert calibration_error(happened, happened) == 0


def test_bands_are_the_products_words() -> None:
    found = bands(np.array([0.1, 0.2, 0.34, 0.4, 0.9]), np.array([0.0, 1.0, 0.0, 1.0, 1.0]))
    assert [(word, one["n"], one["happened"]) for word, one in found.items()] == [
        ("weak", 1, 0.0),
        ("fair", 2, 0.5),
        ("good", 1, 1.0),
        ("strong", 1, 1.0),
    ]
