"""What two people exchanged, added up; and what one more message does to the chance."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.graph.tally import Tally
from netgraph.model import InteractionKind, Origin
from tests.graph.builders import NOW, World, passed

MAIL, MEETING, CALL = InteractionKind.MAIL, InteractionKind.MEETING, InteractionKind.CALL
ORIGIN = Origin("mbox", "all.mbox", "0" * 12, "message 1")
times = st.integers(0, 2000).map(lambda days: NOW - timedelta(days=days))


@given(st.lists(times, min_size=1, max_size=12))
def test_a_tally_is_what_adding_up_every_message_gives(when: list[datetime]) -> None:
    when.sort()
    tally = Tally(when[0], ORIGIN)
    for one in when:
        tally.add(one, 0.5)
    found, expected = tally.exchanged(NOW), passed(*when, share=0.5)
    assert found.recent == pytest.approx(expected.recent)
    assert (found.age, found.months) == (expected.age, expected.months)
    assert tally.weight == pytest.approx(0.5 * len(when))


def test_the_same_month_of_two_years_is_two_months() -> None:
    tally = Tally(datetime(2024, 5, 1, tzinfo=UTC), ORIGIN)
    for year, month in ((2024, 5), (2024, 5), (2024, 6), (2025, 6)):
        tally.add(datetime(year, month, 3, tzinfo=UTC), 1)
    assert tally.months == 3


@pytest.mark.parametrize("by_me", [True, False, None])
@pytest.mark.parametrize("forward", [True, False])
def test_unanswered_is_what_only_i_wrote(by_me: bool | None, forward: bool) -> None:
    tally = Tally(NOW, ORIGIN, forward=forward, back=not forward, counts={MAIL: 1})
    assert tally.exchanged(NOW, by_me=by_me).unanswered == (by_me is forward)
    tally.forward = tally.back = True
    assert not tally.exchanged(NOW, by_me=by_me).unanswered


def test_whom_i_met_has_answered() -> None:
    tally = Tally(NOW, ORIGIN, forward=True, counts={MAIL: 3})
    assert tally.exchanged(NOW, by_me=True).unanswered
    tally.counts[MEETING] = 1
    assert not tally.exchanged(NOW, by_me=True).unanswered


sent = st.tuples(
    times, st.booleans(), st.sampled_from([MAIL, MAIL, MEETING, CALL]), st.integers(1, 9)
)


@given(
    st.lists(sent, min_size=1, max_size=8),
    times,
    st.sampled_from([MAIL, MEETING, CALL]),
    st.integers(1, 9),
)
def test_a_newer_message_from_them_or_an_answer_never_lowers_the_chance(
    # before the first message the chance is unknown, and its number only serves the order
    before: list[tuple[datetime, bool, InteractionKind, int]],
    when: datetime,
    kind: InteractionKind,
    addressed: int,
) -> None:
    world = World().card("me").card("ann", contact=True)
    for time, mine, what, people in before:
        both = ("me", "ann") if mine else ("ann", "me")
        world.event(time, *both, kind=what, people=people)
    (tie,) = world.graph().ties
    latest = max([when, *(time for time, *_ in before)])
    world.event(latest, "ann", "me", kind=kind, people=addressed)
    (after,) = world.graph().ties
    assert (after.strength or 0) >= (tie.strength or 0)
    assert after.chance.mid >= tie.chance.mid
