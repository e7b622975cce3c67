"""What settling a question would change."""

from __future__ import annotations

import pytest

from netgraph.analyse.worth import Worth, most_valuable_first, worth
from netgraph.graph.chances import UNSEEN
from netgraph.model import Decision, Judgement, Person, Question
from tests.graph.builders import member, network, tie

GRAPH = network(
    [
        tie("me", "ann", 0.8),
        tie("me", "bob", 0.5),
        tie("other bob", "cat", 0.6),
        tie("other bob", "eve", 0.2),
        tie("bob", "eve", 0.2),
    ],
    memberships=[member("cat", "Nord"), member("ann b", "Acme")],
    targets={"Nord": ["Nord"], "Acme": ["Acme"], "Blank": []},
)


def test_a_pair_of_which_one_is_close_to_me_and_the_other_to_an_insider_opens_a_way():
    (found,) = worth(GRAPH, [("bob", "other bob")])
    assert found.opens == ("Nord",)
    assert found.gain == pytest.approx(0.5 * (0.6 + UNSEEN * 0.4))
    # cat knows one of the two, me the other; eve knows both
    assert found.ties == 2


def test_an_insider_whom_i_know_under_another_name_is_reached_directly():
    (found,) = worth(GRAPH, [("ann", "ann b")])
    assert found.opens == ("Acme",)
    assert found.gain == pytest.approx(0.8)


def test_two_strangers_to_every_target_open_nothing():
    assert worth(GRAPH, [("eve", "bob")])[0].gain == 0.0
    assert worth(GRAPH, [("nobody", "bob"), ("eve", "eve")])[0] == Worth()


def test_the_order_of_two_and_of_pairs_does_not_matter():
    pairs = [("bob", "other bob"), ("ann", "ann b")]
    turned = [(right, left) for left, right in reversed(pairs)]
    assert worth(GRAPH, pairs) == list(reversed(worth(GRAPH, turned)))


def question(left, right, score):
    people = (Person(left, left), Person(right, right))
    decision = Decision(left, right, Judgement.UNSURE, score, (), "rules")
    return Question(*people, decision)


def test_the_question_that_opens_a_way_comes_first_and_says_to_where():
    sure = question("eve", "bob", 9.0)
    opening = question("bob", "other bob", 5.0)
    likelier = question("ann", "ann b", 6.0)
    ranked = most_valuable_first(GRAPH, [sure, opening, likelier])
    assert [one.decision for one in ranked] == [
        likelier.decision,
        opening.decision,
        sure.decision,
    ]
    assert [one.opens for one in ranked] == [("Acme",), ("Nord",), ()]
    assert ranked[1].ties == 2
