"""Outcomes move chances by their number; nothing is calibrated before there are enough."""

from __future__ import annotations

from dataclasses import replace
from math import exp, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.calculation import calculation
from netgraph.analyse.lessons import CALIBRATED, PRIOR_CASES, logit, sharpened, unlogit
from netgraph.analyse.paths import paths
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, Foreseen, Lessons
from netgraph.outreach.learning import Case, calibration, fitted, lessons, settled_cases
from tests.graph.builders import member, network, tie
from tests.outreach.days import line, log_of

TIES = [tie("me", "ann", 0.5), tie("ann", "ida", 0.8), tie("me", "ida", 0.4)]
GRAPH = network(TIES, memberships=[member("ida", "acme")], targets={"Acme": ["acme"]})


def cases(yes: int, no: int, foreseen: float = 0.4, *, direct: bool = False) -> list[Case]:
    found = [Case("observed", direct, foreseen, yes=True)] * yes
    return found + [Case("observed", direct, foreseen, yes=False)] * no


def taught(*found: Case) -> ContactGraph:
    return replace(GRAPH, lessons=lessons(found))


def test_without_an_outcome_every_answer_is_as_before():
    assert lessons([]) == Lessons()
    assert taught() == GRAPH
    chance = Chance(0.2, 0.4, 0.6, "documented")
    assert sharpened(GRAPH, chance, TIES) is chance
    assert "not your own outcomes" in paths(GRAPH, "Acme").paths[0].chance.basis


def test_an_open_request_teaches_nothing_and_no_answer_is_a_no():
    seen = Foreseen("observed", 0.5, 2, 0.3)
    asked = [replace(line(who, "asked", 0), foreseen=seen) for who in ("ann", "bob", "cleo", "dan")]
    book = log_of(
        *asked,
        line("ann", "answered", 1, outcome="yes"),
        line("bob", "answered", 1, outcome="none"),
        line("cleo", "answered", 1, outcome="later"),
        line("eve", "asked", 1, outcome="yes"),
    )
    assert settled_cases(book.asks) == (
        Case("observed", False, 0.3, True), Case("observed", False, 0.3, False),
    )  # fmt: skip
    bare = replace(asked[0], foreseen=Foreseen("unknown", 0.3))
    (one,) = settled_cases(log_of(bare, line("ann", "introduced", 2)).asks)
    assert one == Case("unknown", True, 0.3, True)


def test_the_mean_of_a_kind_moves_as_beta_binomial_says():
    graph = taught(*cases(4, 2, 0.4))
    found = sharpened(graph, Chance(0.2, 0.4, 0.6, "documented"), TIES[:1] * 2)
    assert found.mid == pytest.approx((PRIOR_CASES * 0.4 + 4) / (PRIOR_CASES + 6))
    step = logit(found.mid) - logit(0.4)
    assert logit(found.low) - logit(0.2) == pytest.approx(step)
    assert found.basis == (
        "documented priors and 6 requests of your own of this kind, 4 yes; too few to calibrate by"
    )
    other = sharpened(graph, Chance(0.2, 0.4, 0.6, "documented"), TIES[:1])
    assert (other.low, other.mid, other.high) == (0.2, 0.4, 0.6)
    assert other.basis == "documented; none of your 6 own requests was of this kind"


def test_paths_take_the_outcome_and_the_explanation_says_so():
    before, after = (paths(graph, "Acme").paths for graph in (GRAPH, taught(*cases(0, 6))))
    assert [one.people for one in before] == [one.people for one in after]
    over = next(i for i, one in enumerate(before) if one.hops == 2)
    assert after[over].chance.mid < before[over].chance.mid
    assert after[over].score == before[over].score, "the order stays"
    assert "by your own outcomes" in calculation(after[over], "me").formula
    assert "by your own outcomes" not in calculation(before[over], "me").formula
    theirs = paths(taught(*cases(0, 6)), "Acme", source="ann").paths
    assert "own" not in theirs[0].chance.basis.replace("not your own outcomes", "")


def test_from_thirty_on_the_curve_of_all_counts_and_says_so():
    assert lessons(cases(10, CALIBRATED - 11)).curve is None
    told = lessons(cases(10, CALIBRATED - 10))
    assert told.curve is not None
    graph = replace(GRAPH, lessons=told)
    found = sharpened(graph, Chance(0.2, 0.4, 0.6, "documented"), TIES[:1])
    assert found.basis == "calibrated on 30 requests of your own, 10 yes"
    assert found.mid == pytest.approx(1 / 3, abs=0.02)


def test_the_curve_finds_what_the_cases_were_made_by():
    made = []
    for foreseen in (0.1, 0.3, 0.5, 0.7, 0.9):
        truth = 1 / (1 + exp(-(0.5 * log(foreseen / (1 - foreseen)) - 1)))
        made += cases(round(400 * truth), 400 - round(400 * truth), foreseen)
    slope, start = fitted(made)
    assert slope == pytest.approx(0.5, abs=0.05)
    assert start == pytest.approx(-1, abs=0.05)


def test_where_more_foreseen_meant_less_found_the_curve_is_flat():
    slope, start = fitted([*cases(0, 20, 0.9), *cases(20, 0, 0.1)])
    assert (slope, start) == (0.0, pytest.approx(0.0, abs=1e-9))


CASES = st.builds(
    Case,
    st.sampled_from(["observed", "stated"]),
    st.booleans(),
    st.sampled_from([0.0, 0.05, 0.3, 0.5, 0.8, 1.0]),
    st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(CASES, max_size=45), st.lists(st.floats(0, 1), min_size=3, max_size=3))
def test_a_sharpened_chance_is_one_and_keeps_its_order(found, numbers):
    low, mid, high = sorted(numbers)
    graph = taught(*found)
    chance = sharpened(graph, Chance(low, mid, high, "documented"), TIES[:1])
    assert 0 <= chance.low <= chance.mid <= chance.high <= 1
    assert ("calibrated on" in chance.basis) == (len(found) >= CALIBRATED)
    kinds = graph.lessons.kinds
    assert sum(one.cases for one in kinds) == len(found)


def test_the_reliability_table_counts_what_happened():
    found = calibration([*cases(1, 3, 0.1), *cases(3, 1, 0.7)])
    assert [(row.name, row.cases, row.yes) for row in found.bands] == [
        ("weak", 4, 1), ("fair", 0, 0), ("good", 0, 0), ("strong", 4, 3),
    ]  # fmt: skip
    weak = found.bands[0]
    assert weak.foreseen == pytest.approx(0.1)
    assert weak.low < 0.25 < weak.high
    assert found.brier == pytest.approx((0.81 + 3 * 0.01 + 3 * 0.09 + 0.49) / 8)
    assert (found.cases, found.needed) == (8, 22)
    assert calibration([]).brier is None
    assert unlogit(logit(0.3)) == pytest.approx(0.3)
