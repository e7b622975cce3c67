"""Job moves: what counts as one, and the ranking of organisations by the product's reach."""

from __future__ import annotations

from datetime import timedelta

import pytest
from messages import Message, Messages
from moves import Known, moves, moves_in, rank_all, score_all
from network import whole_graph
from options import Options

from tests.benchmarks.metadata import START, file_of, wrote


def office() -> Messages:
    """Ann leaves red for blue, where bob and cat are; bob wrote with her and dan of green."""
    before = [wrote(day, "ann", "bob", at="red") for day in (10, 40, 70)]
    answers = [wrote(day + 1, "bob", "ann", at="blue") for day in (10, 40)]
    others = [
        wrote(5, "cat", "bob", at="blue"),
        wrote(6, "dan", "bob", people=3, at="green"),
        wrote(7, "eve", "fay", at="grey"),
        wrote(9, "gil", "eve", at="red"),
        wrote(8, "ann", *(f"p{number}" for number in range(26)), at="red"),
    ]
    after = [wrote(day, "ann", "cat", at="blue") for day in (100, 110, 120)]
    return file_of(*before, *answers, *others, *after)


def test_whoever_writes_from_elsewhere_from_then_on_moves() -> None:
    (move,) = moves_in(office())
    assert (move.person, move.old, move.new) == ("ann", "red", "blue")
    assert move.moment == START + timedelta(days=100)


@pytest.mark.parametrize(
    "more",
    [
        [wrote(111, "ann", "bob", at="red")],
        [wrote(2, "ann", "bob", at="blue")],
        [wrote(day, "ann", "bob", at="pink") for day in (101, 102, 103, 104)],
    ],
    ids=["stays at the old one", "was there before", "is mostly at a third"],
)
def test_what_is_no_move(more: list[Message]) -> None:
    assert "blue" not in {move.new for move in moves_in(file_of(*office().all, *more))}


def test_too_few_messages_make_no_move() -> None:
    assert moves_in(file_of(*office().all[:-1])) == []


def before_the_move() -> Known:
    messages, known = office(), Known()
    for message in messages.all[: messages.before(START + timedelta(days=100))]:
        known.add(message)
    return known


def test_my_ties_are_those_of_the_products_own_graph() -> None:
    moment = START + timedelta(days=100)
    graph = before_the_move().graph("ann", moment)
    whole = whole_graph(office(), "ann", moment)
    for one, other in (("ann", "bob"), ("bob", "dan"), ("bob", "cat")):
        found, expected = graph.tie(one, other), whole.tie(one, other)
        assert found is not None
        assert expected is not None
        assert found.strength == pytest.approx(expected.strength)
    assert len(graph.ties) == 5


def test_organisations_are_scored_by_whom_one_knows_there() -> None:
    graph = before_the_move().graph("ann", START + timedelta(days=100))
    scores = score_all(graph, ["blue", "green", "grey"])
    mine, further = graph.tie("ann", "bob"), graph.tie("bob", "cat")
    assert mine is not None
    assert further is not None
    chain = mine.chance.mid * (further.chance.mid + 0.03 * (1 - further.chance.mid))
    reach = 1 - (1 - 0.3 * mine.chance.mid)
    assert scores["netgraph"]["blue"] == pytest.approx(reach)
    assert chain > 0
    assert scores["netgraph"]["blue"] > scores["netgraph"]["green"] > scores["netgraph"]["grey"]
    assert scores["hop_count"] == {"blue": 1.0, "green": 0.5, "grey": 0.0}
    assert scores["size"] == {"blue": 2.0, "green": 1.0, "grey": 1.0}
    assert scores["strongest_tie"]["blue"] == pytest.approx(mine.chance.mid)
    assert scores["contacts_inside"] == {"blue": 1.0, "green": 0.0, "grey": 0.0}


def test_the_new_organisation_is_ranked_among_those_known_before() -> None:
    (ranked,) = rank_all(office(), moves_in(office()))
    assert ranked.candidates == 3
    assert ranked.places["netgraph"] == (0, 1)
    assert ranked.places["random"] == (0, 3)
    found = moves(office(), Options(draws=50))
    assert (found["n"], found["netgraph"]["mrr"], found["small"]["n"]) == (1, 1.0, 1)
    assert found["random"]["mrr"] == pytest.approx((1 + 1 / 2 + 1 / 3) / 3, abs=1e-4)


def test_a_file_of_one_organisation_says_that_nobody_moves() -> None:
    only = file_of(*(wrote(day, "ann", "bob", at="red") for day in range(9)))
    found = moves(only, Options())
    assert found == {"n": 0, "note": "nobody moves: the file knows of 1 organisation(s)"}
