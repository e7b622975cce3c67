"""The questions worth asking: those whose answers would change the ways most."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from netgraph.analyse.goals import Goal
from netgraph.analyse.outlook import VALUES, Mine, Outlook
from netgraph.analyse.questions import NOTHING, Questions, answer_chances, questions
from netgraph.analyse.unlocks import coverage
from netgraph.graph.chances import spread
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.rewording import with_word, without_question
from netgraph.model import Chance, EvidenceKind, HowWell, Tie
from tests.graph.builders import NOW, member, network, proof, tie


def acme(*ties: Tie, inside: tuple[str, ...] = ("ins",)) -> ContactGraph:
    return network(
        ties, memberships=[member(one, "Acme") for one in inside], targets={"Acme": ["Acme"]}
    )


def guess(one: str, other: str, chance: float) -> Tie:
    low, high = spread(chance, 4)
    made = tie(one, other, chance)
    evidence = proof(EvidenceKind.INFERRED, "overlapped at Acme 2019-2022", amount=chance)
    return replace(
        made,
        kind=EvidenceKind.INFERRED,
        chance=Chance(low, chance, high, "test"),
        evidence=(evidence,),
    )


def texts(found: Questions) -> list[str]:
    return [one.text for one in found.questions]


def test_the_tie_on_the_only_way_is_asked_about_before_one_on_none() -> None:
    graph = acme(
        tie("me", "ann", None), guess("ann", "ins", 0.3), tie("me", "bob", None), tie("bob", "cat")
    )
    found = questions(graph)
    assert set(texts(found)) == {"How well do you know ann?", "Do ann and ins know each other?"}
    assert found.questions[0].targets == ("Acme",)
    assert {one.so_far for one in found.questions} >= {"overlapped at Acme 2019-2022"}


def test_what_is_said_is_not_asked_and_who_is_acquainted_is_asked_how_well() -> None:
    said = replace(tie("me", "ann", 0.5), by_word=True)
    graph = acme(said, tie("ann", "ins", 0.4, kind=EvidenceKind.STATED))
    assert texts(questions(graph)) == []
    ranged = replace(tie("ann", "ins", 0.4), chance=Chance(0.1, 0.4, 0.7, "test"))
    assert texts(questions(acme(said, ranged))) == ["How well do ann and ins know each other?"]
    together = replace(ranged, evidence=(proof(text="both were sent 2 mails, last on 3 Aug 2026"),))
    assert texts(questions(acme(said, together))) == ["Do ann and ins know each other?"]


def test_two_of_one_circle_are_asked_about_where_no_way_is_yet() -> None:
    far = [("ann", "fay"), ("fay", "gus"), ("gus", "ins"), ("ann", "gus"), ("fay", "ins")]
    graph = acme(tie("me", "ann", 0.8), *(tie(*pair, 0.1) for pair in far))
    plain = acme(tie("me", "ann", 0.8), tie("ann", "bob"))
    asked = [one for one in questions(graph).questions if one.text.startswith("Do ann and ins")]
    assert len(asked) == 1
    assert "nothing else tells of it" in asked[0].so_far
    assert texts(questions(plain)) == []


def test_a_heavier_target_is_asked_about_first() -> None:
    ties = [tie("me", "ann", None), tie("ann", "in1"), tie("me", "bob", None), tie("bob", "in2")]
    graph = network(
        ties,
        memberships=[member("in1", "Acme"), member("in2", "Nord")],
        targets={"Acme": ["Acme"], "Nord": ["Nord"]},
    )
    assert texts(questions(graph))[0] == "How well do you know ann?"
    acme_, nord = graph.targets
    heavy = replace(nord, target=replace(nord.target, weight=3.0))
    assert texts(questions(replace(graph, targets=(acme_, heavy))))[0].endswith("know bob?")


def test_the_gain_is_the_average_change_over_the_answers() -> None:
    graph = acme(tie("me", "ann", None), tie("ann", "ins", 0.4))
    at = Outlook(graph, Goal("Acme", ("Acme",)), Mine(graph))
    likely = answer_chances([graph.ties[1].chance])[0]
    (size,) = at.of_mine().size
    found = questions(graph).questions[0]
    assert found.gain == pytest.approx(float((likely * size).sum()))
    assert graph.ties[1].right == "me"
    changed = [
        abs(
            coverage(with_word(graph, "me", "ann", how, NOW), Goal("Acme", ("Acme",))).score
            - coverage(graph, Goal("Acme", ("Acme",))).score
        )
        for how in (HowWell.NOT_AT_ALL, HowWell.BARELY, HowWell.SOME, HowWell.WELL)
    ]
    # one chain: both measures of an outlook are the reach
    assert size.tolist() == pytest.approx([2 * one for one in changed])


def test_answers_are_as_likely_as_the_range_has_them() -> None:
    rows = answer_chances(
        [Chance(0.1, 0.3, 0.6, ""), Chance(0.78, 0.8, 0.82, ""), Chance(0.0, 0.04, 0.1, "")]
    )
    assert rows.sum(axis=1) == pytest.approx(1)
    assert rows[0] @ VALUES == pytest.approx(0.3, abs=0.03)
    assert (rows[0] > 0.05).all()
    assert rows[1].tolist() == pytest.approx([0, 0, 0, 1], abs=1e-5)
    assert rows[2][0] > 0.85
    assert answer_chances([]).shape == (0, 4)


def test_nobody_is_asked_twice_and_answers_bear_on_the_next_question() -> None:
    graph = acme(
        tie("me", "ann", None), guess("ann", "ins", 0.3), tie("me", "bob", None),
        guess("bob", "ins", 0.2),
    )  # fmt: skip
    asked = set()
    while found := questions(graph, limit=1).questions:
        (one,) = found
        assert one.pair not in asked
        asked.add(one.pair)
        if len(asked) == 2:
            graph = without_question(graph, *one.pair)
        else:
            graph = with_word(graph, *one.pair, HowWell.SOME, NOW)
    assert asked == {("ann", "me"), ("ann", "ins"), ("bob", "me"), ("bob", "ins")}


def test_a_no_to_the_only_acquaintance_leaves_nothing_to_ask() -> None:
    graph = acme(tie("me", "ann", None), guess("ann", "ins", 0.3))
    after = with_word(graph, "ann", "ins", HowWell.NOT_AT_ALL, NOW)
    found = questions(after)
    assert ("ann", "ins") not in {one.pair for one in found.questions}
    assert found.asides() == ([] if found.questions else [(NOTHING, [])])


def test_without_targets_it_is_about_the_doors_my_people_open() -> None:
    sure = replace(tie("me", "sure", 0.8), chance=Chance(0.79, 0.8, 0.81, "test"))
    graph = network([tie("me", "ann", None), sure, tie("ann", "bob")])
    found = questions(graph)
    assert texts(found) == ["How well do you know ann?"]
    assert found.questions[0].targets == ()
    assert questions(replace(graph, me="")).questions == ()


def test_at_most_ten_in_an_order_that_does_not_depend_on_the_files() -> None:
    pairs = list(product([f"x{n}" for n in range(12)], ["ins"]))
    ties = [tie("me", one, None) for one, _ in pairs] + [guess(*pair, 0.3) for pair in pairs]
    found = questions(acme(*ties), limit=50)
    assert len(found.questions) == 10
    assert [row["rank"] for row in found.rows()] == list(range(1, 11))
    assert questions(acme(*ties), limit=3).questions == found.questions[:3]
    assert (np.diff([one.gain for one in found.questions]) <= 1e-9).all()
    assert list(found.to_frame().columns) == ["rank", "question", "matters_for", "why"]
