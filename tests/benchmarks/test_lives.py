"""Invented lives: gains by the truth, and one life from its files to its figures."""

from __future__ import annotations

import pytest
from lives import ME, Life, Truth, in_general, life, measure

TRUTH = Truth({("ann", "noor"): 0.8, ("ann", "bob"): 0.5, ("cat", "noor"): 0.2}, frozenset())


@pytest.mark.parametrize(
    ("first", "goal", "gain"),
    [("ann", "bob", 0.4), ("ann", "ann", 0.8), ("cat", "bob", 0.0), ("bob", "ann", 0.0)],
)
def test_asking_is_worth_how_well_both_ties_really_are(first: str, goal: str, gain: float) -> None:
    assert TRUTH.gain(first, goal) == pytest.approx(gain)


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Life:
    return life(tmp_path_factory.mktemp("life"), 1)


def test_people_are_who_they_really_are(one: Life) -> None:
    assert len(one.real) > 0.9 * len(one.graph.people)
    assert one.real[one.graph.me] == ME
    assert len(one.truth.inside) == 8
    strangers = {one.real[person] for person in one.strangers}
    assert {"karim", "ilse", "ruth"} <= strangers
    assert not strangers & {"grace", "dana", "maria", ME}


def test_one_life_has_figures_far_above_chance(one: Life) -> None:
    found = measure(one)
    for part in ("paths", "doors", "targets"):
        figures = {name: of["ndcg10"] for name, of in found[part].items()}
        assert 0 <= figures["random"] < 0.2 < figures["netgraph"] <= 1
    assert found["paths"]["netgraph"]["ndcg10"] > found["paths"]["hop_count"]["ndcg10"]


def test_every_contact_has_a_place_by_every_method(one: Life) -> None:
    goals = {person for person, real in one.real.items() if real in one.truth.inside}
    scores = in_general(one, "targets", goals)
    assert all(set(of) == set(one.contacts) for of in scores.values())
    maria = next(person for person, real in one.real.items() if real == "maria")
    assert scores["hop_count"][maria] == len(one.near[maria] & goals) > 0
