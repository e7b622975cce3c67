"""Who brought whom to me must not hang on the order in which files were read."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model import InteractionKind, RelationKind, StoredInteraction
from tests.graph.builders import NOW, World

MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
PEOPLE = ("me", "ann", "bob", "new")


def people() -> World:
    made = World()
    for name in PEOPLE:
        made.card(name)
    return made


def brought(made: World) -> list[tuple[str, str, datetime]]:
    found = made.graph().introductions
    return [(one.introducer, one.introduced, one.when) for one in found]


def test_a_contact_of_mine_before_the_message_is_not_new() -> None:
    made = people().event(MAY, "ann", "me").event(MAY + DAY, "ann", "me", "new")
    made.event(MAY + 2 * DAY, "new", "me")
    assert brought(made) == [("ann", "new", MAY + DAY)]
    made.card("new", contact=True, importer="vcard", imported=MAY + 2 * DAY)
    assert brought(made) == [("ann", "new", MAY + DAY)]
    made.card("new", contact=True, importer="vcard", imported=MAY)
    assert brought(made) == []


def test_a_contact_in_a_friends_list_may_still_be_new_to_me() -> None:
    made = people().event(MAY, "ann", "me").event(MAY + DAY, "ann", "me", "new")
    made.event(MAY + 2 * DAY, "new", "me")
    made.card("new", contact=True, importer="vcard", imported=MAY, owner="ann")
    assert brought(made) == [("ann", "new", MAY + DAY)]


def test_a_dated_connection_counts_from_its_day() -> None:
    made = people().event(MAY, "ann", "me").event(MAY + DAY, "ann", "me", "new")
    made.event(MAY + 2 * DAY, "new", "me")
    made.event(MAY - DAY, "me", "new", kind=InteractionKind.CONNECTED)
    assert brought(made) == []


def test_what_happened_at_one_moment_has_no_order() -> None:
    for keys in ("ab", "ba"):
        made = people().event(MAY, "ann", "me", key=keys[0])
        made.event(MAY, "ann", "me", "new", key=keys[1]).event(MAY + DAY, "new", "me")
        assert brought(made) == []


def test_an_introduction_in_so_many_words_stands_above_one_that_looks_like_it() -> None:
    made = people().event(MAY, "ann", "me").event(MAY + DAY, "ann", "me", "new")
    made.event(MAY + 2 * DAY, "new", "me")
    made.event(MAY + 3 * DAY, "bob", "me", "new", kind=InteractionKind.INTRODUCED)
    assert brought(made) == [("bob", "new", MAY + 3 * DAY)]


def test_undated_copies_in_two_files_count_from_the_first_import() -> None:
    made = people().event(MAY, "ann", "me").event(None, "ann", "me", "new", key="x")
    made.event(MAY + 2 * DAY, "new", "me")
    late = made.interactions[1]
    early = replace(late, imported=MAY + DAY)
    for copies in ([late, early], [early, late]):
        made.interactions[1:-1] = copies
        assert brought(made) == [("ann", "new", MAY + DAY)]
        made.interactions[1:-1] = [late]


@st.composite
def _events(draw: st.DrawFn) -> StoredInteraction:
    """An event among few people within few hours, so that many fall together."""
    sender = draw(st.sampled_from([*PEOPLE, ""]))
    others = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    hours = draw(st.one_of(st.none(), st.integers(0, 4)))
    (stored,) = (
        World(imported=NOW - draw(st.integers(0, 3)) * HOUR)
        .event(
            None if hours is None else NOW - 4 * HOUR + hours * HOUR,
            sender,
            *(other for other in others if other != sender),
            kind=draw(st.sampled_from([InteractionKind.MAIL] * 3 + [InteractionKind.INTRODUCED])),
            key=draw(st.sampled_from("abcdefgh")),
        )
        .interactions
    )
    item = stored.interaction
    origin = replace(item.origin, place=f"message {draw(st.integers(0, 99))}")
    return replace(stored, interaction=replace(item, origin=origin))


@given(st.lists(_events(), max_size=10), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_order_of_files_and_rows_does_not_matter(
    events: list[StoredInteraction], order: random.Random, contact: bool
) -> None:
    made = people()
    if contact:
        made.card("new", contact=True, importer="vcard", imported=NOW - 2 * HOUR)
    made.said(RelationKind.MET_THROUGH, "bob", "ann")
    made.interactions = list(events)
    first = made.graph()
    order.shuffle(made.interactions)
    made.cards.reverse()
    again = made.graph()
    assert again.introductions == first.introductions
    assert again.ties == first.ties
