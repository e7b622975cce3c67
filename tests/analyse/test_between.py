from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from netgraph.analyse.between import Around, Between, between
from netgraph.analyse.calculation import calculation
from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import paths
from netgraph.analyse.working import number, working
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Affiliation, Closeness, InteractionKind, RelationKind
from tests.graph.builders import ByName, World, address, network, tie

MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)


def world() -> World:
    made = World(employers=ByName("Acme", size=80))
    for name in ("me", "ann", "bob", "kim"):
        made.card(name)
    made.friends.append("kim")
    return made


def of(graph: ContactGraph, one: str, other: str) -> Between:
    people = {person.id: person for person in graph.people}
    return between(graph, people[one], people[other])


def test_nothing_told_is_no_tie() -> None:
    found = of(world().graph(), "ann", "bob")
    assert (found.tie, found.band, found.working) == (None, "", ())


def test_the_formula_of_messages_stands_with_its_numbers() -> None:
    made = world().event(MAY, "me", "ann").event(MAY, "ann", "me")
    found = of(made.graph(), "me", "ann")
    assert found.tie is not None
    assert found.tie.evidence[0].how == (
        "1 / (1 + e^−z), z = −0.63 + 0.59·ln(1 + 1.4 fresh) − 0.40·ln(1 + 186 days)"
        " + 0.10 (both ways) + 2.91·1/(1 + 1) (1 month)"
    )
    assert found.band == "fair"
    assert found.working[0] == "Strength: 0.343, by the one piece that has a number."


def test_views_of_others_are_combined_and_of_mine_the_best_counts() -> None:
    made = world().event(MAY, "ann", "bob", "me").event(MAY, "me", "ann", "bob")
    found = of(made.graph(), "ann", "bob")
    assert found.working[0] == (
        "Strength: 1 − (1 − 0.65) × (1 − 0.5) = 0.825; these are independent views."
    )
    made.said(RelationKind.FRIEND, "me", "ann")
    assert of(made.graph(), "me", "ann").working[0] == (
        "Strength: the best of 0.8, 0.299; all tell of the one acquaintance."
    )


def test_a_word_stands_above_and_unknown_stays_unknown() -> None:
    made = world().event(MAY, "me", "ann").said(RelationKind.KNOWS, "me", "ann", Closeness.SOME)
    assert "by the word on how close they are" in of(made.graph(), "me", "ann").working[0]
    made.card("bob", contact=True, importer="vcard")
    found = of(made.graph(), "me", "bob")
    assert found.band == "unknown"
    assert found.working[0].startswith("Strength: unknown")
    assert found.working[1].endswith("The number only serves the order.")


def test_a_friends_file_that_raises_an_unknown_is_told() -> None:
    made = world().card("ann", contact=True, importer="vcard")
    made.event(datetime(2012, 1, 1, tzinfo=UTC), "ann", "kim")
    (stored,) = made.interactions
    to_us = (address("kim"), address("me"))
    mail = replace(stored.interaction, participants=to_us, n_participants=2)
    made.interactions = [replace(stored, interaction=mail, owner="kim")]
    found = of(made.graph(), "me", "ann")
    assert found.working[1].endswith("unknown there, not weak.")


def test_a_shared_workplace_tells_size_time_and_years_since() -> None:
    made = world()
    for name in ("ann", "bob"):
        made.card(name, Affiliation("Acme"))
    found = of(made.graph(), "ann", "bob")
    assert found.tie is not None
    assert found.tie.evidence[0].how == "0.5 · min(0.9, 5/√80)"


@pytest.mark.parametrize("mine", [True, False])
def test_the_amounts_make_up_the_strength(*, mine: bool) -> None:
    made = world().said(RelationKind.FAMILY, "kim", "ann").event(MAY, "kim", "ann", "me")
    made.event(MAY, "me", "ann", owner="kim").event(
        MAY, "me", "ann", owner="kim", kind=InteractionKind.CALL, importer="handmade"
    )
    made.event(MAY, "me", "ann")
    graph = made.graph()
    tie = graph.tie("me" if mine else "kim", "ann")
    assert tie is not None
    parts = [one.amount or 0.0 for one in working(tie, "me").pieces]
    missing = 1.0
    for part in parts:
        missing *= 1 - part
    assert tie.strength == pytest.approx(parts[0] if mine else min(0.95, 1 - missing))
    assert len(parts) == (1 if mine else 3)


def test_a_path_and_a_tie_tell_one_arithmetic() -> None:
    made = world().event(MAY, "ann", "bob", "me").event(MAY, "me", "ann", "bob")
    made.card("bob", Affiliation("Acme"), importer="linkedin_connections", contact=True)
    graph = made.said(RelationKind.KNOWS, "me", "ann", Closeness.WELL).graph()
    path = next(one for one in paths(graph, Goal("Acme", ("Acme",))).paths if one.hops == 2)
    told = calculation(path, "me")
    for factor, step in zip(told.factors, path.ties, strict=False):
        alone = of(graph, step.left, step.right).working
        pieces = [(one.amount, one.text, one.how) for one in working(step, "me").pieces]
        assert list(factor.pieces) == pieces
        assert f"{factor.together[:1].upper()}{factor.together[1:]}" == alone[0]
        assert f"Chance: {number(factor.value)}, likely" in alone[1]


def test_nothing_is_more_than_the_most_there_is() -> None:
    made = world().event(MAY, "ann", "bob", "me").event(MAY, "me", "ann", "bob")
    made.said(RelationKind.FAMILY, "ann", "bob")
    found = of(made.graph(), "ann", "bob")
    assert found.working[0] == (
        "Strength: 1 − (1 − 0.8) × (1 − 0.65) × (1 − 0.5) = 0.965, the most there is: 0.95; "
        "these are independent views."
    )
    assert found.working[1].startswith("Chance: 0.95, likely between ")


def test_a_tie_of_two_others_tells_what_else_joins_them() -> None:
    ties = [tie("me", one) for one in "abcde"]
    ties += [tie(*pair) for pair in ("ab", "bc", "ac", "cd", "de", "ef", "cf")]
    graph = network(ties)
    assert of(graph, "a", "b").around == Around(1, 1.0, 2)
    assert of(graph, "d", "e").around == Around(0, 0.0, 3)
    assert of(graph, "d", "e").working[-1].endswith("the next way has 3 steps.")
    assert of(graph, "me", "a").around is None
    assert of(graph, "a", "d").around is None
    alone = of(network([tie("me", "a"), tie("me", "b"), tie("a", "b")]), "a", "b")
    assert alone.around == Around(0, 0.0, None)
    assert alone.working[-1] == "Around: a bridge; you left out, nothing else joins them."
