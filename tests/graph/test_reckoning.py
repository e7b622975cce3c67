from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.chances import CERTAIN, spread
from netgraph.graph.reckoning import Rule, most_telling_first, reckon, reckoning_of
from netgraph.model import Closeness, Evidence, EvidenceKind, InteractionKind, RelationKind, Tie
from tests.graph.builders import NOW, World

SEEN, SAID, GUESS = EvidenceKind.OBSERVED, EvidenceKind.STATED, EvidenceKind.INFERRED
MAY = NOW - timedelta(days=180)


def piece(kind: EvidenceKind, amount: float | None, days: int = 0, how: str = "") -> Evidence:
    when = NOW - timedelta(days=days)
    return Evidence(kind, f"{kind} {amount} {days}", None, when, amount, how=how)


pieces = st.builds(
    piece,
    st.sampled_from([SEEN, SAID]),
    st.none() | st.floats(0.01, 0.99),
    st.integers(0, 900),
    st.sampled_from(["", "1 + 1"]),
) | st.builds(piece, st.just(GUESS), st.floats(0.01, 0.9), st.integers(0, 900))


def by_definition(evidence: list[Evidence], *, mine: bool) -> float | None:
    firm = [e for e in evidence if e.kind is not GUESS]
    numbers = [e.amount for e in firm if e.amount is not None]
    if mine and numbers:
        return max(numbers)
    if not numbers and firm:
        return None
    traces = [e.amount for e in firm if e.amount is not None and e.how]
    views = [e.amount for e in firm if e.amount is not None and not e.how]
    views += [e.amount for e in evidence if e.kind is GUESS and e.amount is not None]
    views += [max(traces)] if traces else []
    missing = 1.0
    for amount in views:
        missing *= 1 - amount
    return min(0.95, 1 - missing) if views else None


@given(st.lists(pieces, max_size=6), st.booleans())
def test_the_strength_is_what_the_definition_says(evidence: list[Evidence], mine: bool) -> None:
    found = reckon(evidence, mine=mine, word=None)
    assert found.strength == pytest.approx(by_definition(evidence, mine=mine))
    amounts = [one.amount for one in found.pieces]
    assert amounts == sorted(amounts, key=lambda amount: -(amount or 0))
    assert found == reckon(evidence[::-1], mine=mine, word=None)
    if evidence and found.strength is not None:
        first = most_telling_first(evidence, None)[0]
        firm = [one for one in evidence if one.kind is not GUESS]
        assert first.kind is not GUESS or not firm


def test_what_sets_the_number_comes_first_then_the_latest() -> None:
    old, new = piece(SEEN, 0.5, 90), piece(SEEN, 0.5, 2)
    said, guess = piece(SAID, 0.65, 400), piece(GUESS, 0.9, 1)
    listed, kept = piece(SEEN, None, 5), piece(SAID, None, 1)
    word = piece(SAID, 0.2, 800)
    mixed = [guess, kept, old, listed, word, new, said]
    assert most_telling_first(mixed, None) == [said, new, old, word, listed, kept, guess]
    assert most_telling_first(mixed, word) == [word, said, new, old, listed, kept, guess]


def told(made: World, one: str = "ann", other: str = "me") -> Tie:
    tie = made.graph().tie(one, other)
    assert tie is not None
    return tie


def world() -> World:
    made = World()
    for name in ("me", "ann", "bob", "kim"):
        made.card(name)
    made.friends.append("kim")
    return made


def test_the_kind_is_that_of_what_sets_the_number() -> None:
    mails = world().event(MAY, "me", "ann").event(MAY, "ann", "me")
    assert told(mails).kind is SEEN
    assert told(mails.said(RelationKind.COLLEAGUE, "me", "ann")).kind is SAID
    fresh = world().said(RelationKind.COLLEAGUE, "me", "ann")
    for _ in range(40):
        fresh.event(NOW - timedelta(days=2), "me", "ann").event(MAY, "ann", "me")
    assert told(fresh).kind is SEEN
    fresh.said(RelationKind.KNOWS, "me", "ann", Closeness.BARELY)
    tie = told(fresh)
    assert (tie.kind, tie.strength, tie.by_word) == (SAID, 0.2, True)
    assert [one.kind for one in tie.evidence[:2]] == [SAID, SEEN]
    assert tie.chance.basis == "your own word (documented prior)"


def test_among_two_others_what_was_seen_sets_the_kind_before_any_guess() -> None:
    made = world().event(MAY, "ann", "bob", "me")
    assert told(made, "ann", "bob").kind is SEEN
    assert told(made.said(RelationKind.FAMILY, "ann", "bob"), "ann", "bob").kind is SAID


def test_a_friends_word_is_not_called_mine() -> None:
    made = world().said(RelationKind.KNOWS, "kim", "ann", Closeness.WELL)
    (stored,) = made.relations
    made.relations = [type(stored)(stored.relation, "kim", stored.imported)]
    tie = told(made, "ann", "kim")
    assert (tie.strength, tie.by_word) == (0.8, True)
    assert tie.chance.basis == "a friend's word (documented prior)"


def test_how_a_tie_came_about_is_told_by_what_made_it() -> None:
    made = world().event(MAY, "me", "ann").event(MAY, "ann", "bob", "me")
    graph = made.said(RelationKind.KNOWS, "me", "bob", Closeness.SOME).graph()
    rules = {}
    for tie in graph.ties:
        found = reckoning_of(tie, "me")
        assert found.strength == tie.strength
        rules[tie.left, tie.right] = found.rule
    assert rules == {("ann", "me"): Rule.BEST, ("ann", "bob"): Rule.VIEWS, ("bob", "me"): Rule.WORD}


@given(st.floats(0, 1), st.floats(0, 200))
def test_no_range_ends_higher_than_certain(chance: float, cases: float) -> None:
    low, high = spread(chance, cases)
    assert 0 <= low <= chance <= high
    assert high <= max(CERTAIN, chance)


def test_no_chance_of_a_close_tie_reaches_one() -> None:
    made = world().said(RelationKind.FAMILY, "me", "bob")
    for day in range(60):
        made.event(NOW - timedelta(days=day), "me", "ann").event(MAY, "ann", "me")
        made.event(NOW - timedelta(days=day), "kim", "ann", kind=InteractionKind.CALL, owner="kim")
    chances = {(tie.left, tie.right): tie.chance for tie in made.graph().ties}
    assert CERTAIN < chances["ann", "me"].mid == chances["ann", "me"].high < 1
    assert max(one.high for one in chances.values() if one.mid <= CERTAIN) == CERTAIN
