"""Give and take, and whom to introduce to whom."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from netgraph.analyse.positions import Positions
from netgraph.model import Introduction, Person
from netgraph.outreach.giving import EACH, giving
from netgraph.outreach.logbook import Logbook
from tests.graph.builders import NOW, member, network, proof, tie
from tests.outreach.days import line, log_of


def works(*jobs: tuple[str, str]) -> list[Person]:
    return [Person(one, one, occupation=job) for one, job in jobs]


def pairs(*ties, book=Logbook(), most=10, **world):  # noqa: B008
    graph = network(list(ties), **world)
    found = giving(Positions(graph), book, most).matches
    return [(one.left[0], one.right[0]) for one in found]


MINE = [tie("me", one, 0.7) for one in ("ann", "bob", "cleo")]


def test_who_helped_more_than_they_got_stands_first():
    book = log_of(
        line("ann", "met", 0),
        line("ann", "gave", 1),
        line("bob", "introduced", 2),
        line("bob", "answered", 3, outcome="yes"),
        line("cleo", "gave", 4),
        line("cleo", "answered", 5, outcome="no"),
        line("stranger", "met", 6),
    )
    graph = network(MINE)
    found = giving(Positions(graph), book).balances
    assert [(one.id, one.helped, one.gave) for one in found] == [
        ("bob", 2, 0), ("ann", 1, 1), ("cleo", 0, 1),
    ]  # fmt: skip
    assert [one.word for one in found] == [
        "You have not given yet.", "Even.", "You may ask them for a favour.",
    ]  # fmt: skip
    again = giving(Positions(graph), log_of(*book.entries, line("bob", "gave", 9))).balances
    assert again[0].word.startswith("Your turn")


def test_introductions_in_the_files_are_help():
    made = Introduction("ann", "bob", NOW, proof())
    graph = replace(network(MINE), introductions=(made,))
    (one,) = giving(Positions(graph), Logbook()).balances
    assert (one.id, one.helped, one.last) == ("ann", 1, NOW.date())


def test_two_of_one_field_fit_when_nothing_tells_that_they_know_each_other():
    people = works(("ann", "nurse"), ("bob", "hospital doctor"), ("cleo", "plumber"))
    assert pairs(*MINE, people=people) == [("ann", "bob")]
    assert pairs(*MINE, tie("ann", "bob"), people=people) == []
    together = [member("ann", "Clinic"), member("bob", "Clinic")]
    assert pairs(*MINE, people=people, memberships=together) == [], "they share a workplace"
    graph = network(MINE, people=people)
    assert giving(Positions(graph), Logbook()).matches[0].why.startswith("both are in health")


def test_two_of_different_circles_who_know_each_other_need_no_introduction():
    left, right = ("ann", "a1", "a2", "a3"), ("bob", "b1", "b2", "b3")
    ties = [tie("me", one, 0.7) for one in (*left, *right)]
    ties += [tie(*pair, 0.9) for circle in (left, right) for pair in combinations(circle, 2)]
    people = works(("ann", "nurse"), ("bob", "hospital doctor"))
    assert pairs(*ties, people=people) == [("ann", "bob")]
    assert pairs(*ties, tie("ann", "bob", 0.2), people=people) == []


def test_neither_weak_nor_unknown_ties_are_asked_to_meet():
    people = works(("ann", "nurse"), ("bob", "hospital doctor"))
    for strength in (0.1, None):
        assert pairs(tie("me", "ann", 0.7), tie("me", "bob", strength), people=people) == []


def test_people_who_were_at_one_place_fit_too():
    gone = [replace(member(one, "Old Mill"), current=False) for one in ("ann", "bob")]
    graph = network(MINE, memberships=gone)
    (one,) = giving(Positions(graph), Logbook()).matches
    assert one.why == "both were at Old Mill, and nothing tells that they met"


def test_nobody_is_named_too_often_and_who_is_owed_comes_first():
    nurses = [f"n{number}" for number in range(6)]
    ties = [tie("me", one, 0.7) for one in nurses]
    people = works(*((one, "nurse") for one in nurses))
    found = pairs(*ties, people=people)
    assert all(sum(one in pair for pair in found) <= EACH for one in nurses)
    assert len(pairs(*ties, people=people, most=2)) == 2
    owed = pairs(*ties, book=log_of(line("n5", "met", 0)), people=people, most=1)
    assert "n5" in owed[0]
