"""What must hold whatever the files say: fresh contact never weakens, order decides nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.bridges import bridges
from netgraph.analyse.paths import paths
from netgraph.analyse.reach import reach
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Closeness,
    InteractionKind,
    RelationKind,
    Target,
)
from tests.graph.builders import NOW, ByName, World

NAMES = ("ann", "bob", "cat", "dan", "eve")
KINDS = (InteractionKind.MAIL, InteractionKind.MESSAGE, InteractionKind.MEETING)
START = datetime(2020, 1, 1, tzinfo=UTC)

days = st.integers(0, 2200)
#: When [days since `START`], who, to whom, what, among how many.
events = st.lists(
    st.tuples(
        days,
        st.sampled_from(("me", *NAMES)),
        st.lists(st.sampled_from(("me", *NAMES)), unique=True, min_size=1, max_size=3),
        st.sampled_from(KINDS),
        st.integers(0, 12),
    ),
    max_size=12,
)


def world_of(happened: list[tuple[int, str, list[str], InteractionKind, int]]) -> World:
    made = World()
    made.card("me")
    for name in NAMES:
        made.card(name)
    for day, sender, others, kind, crowd in happened:
        rest = [one for one in others if one != sender]
        if rest:
            when = START + timedelta(days=day)
            made.event(when, sender, *rest, kind=kind, people=len(rest) + crowd)
    return made


def chance(made: World) -> float:
    tie = made.graph(NOW + timedelta(days=40)).tie("me", "ann")
    return tie.chance.mid if tie else 0.0


@settings(max_examples=80)
@given(events, st.integers(2201, 2500), st.sampled_from(KINDS[:2]))
def test_a_newer_message_from_them_never_lowers_the_chance(
    happened: list[tuple[int, str, list[str], InteractionKind, int]],
    day: int,
    kind: InteractionKind,
) -> None:
    before = chance(world_of(happened))
    fresh = world_of(happened).event(START + timedelta(days=day), "ann", "me", kind=kind)
    assert chance(fresh) >= before


@settings(max_examples=80)
@given(events, st.integers(0, 300), st.integers(0, 20))
def test_an_answer_to_my_message_never_lowers_the_chance(
    happened: list[tuple[int, str, list[str], InteractionKind, int]], day: int, wait: int
) -> None:
    asked = START + timedelta(days=2201 + day)
    before = chance(world_of(happened).event(asked, "me", "ann"))
    answer = asked + timedelta(days=wait)
    assert chance(world_of(happened).event(asked, "me", "ann").event(answer, "ann", "me")) > before


jobs = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(["Acme", "Quill"]), st.booleans()),
    max_size=5,
)
words = st.lists(
    st.tuples(
        st.sampled_from(("me", *NAMES)),
        st.sampled_from(NAMES),
        st.sampled_from([None, *Closeness]),
    ),
    max_size=4,
)


@settings(max_examples=60)
@given(events, jobs, words, st.integers(0, 9999))
def test_the_order_of_the_files_decides_nothing(
    happened: list[tuple[int, str, list[str], InteractionKind, int]],
    held: list[tuple[str, str, bool]],
    told: list[tuple[str, str, Closeness | None]],
    seed: int,
) -> None:
    made = world_of(happened)
    made.employers = ByName("Acme", "Quill", size=20)
    made.targets = [Target("Acme")]
    for name, firm, dated in held:
        start = START.date() if dated else None
        made.card(name, Affiliation(firm, "", start, None, AffiliationKind.WORK), contact=True)
    for place, (one, other, how) in enumerate(told):
        if one != other:
            made.said(RelationKind.KNOWS, one, other, how, NOW - timedelta(hours=place))
    graph = made.graph()
    shuffle = Random(seed)
    for records in (made.cards, made.interactions, made.relations):
        shuffle.shuffle(records)
    again = made.graph()
    assert again == graph
    assert bridges(again) == bridges(graph)
    assert paths(again, "Acme") == paths(graph, "Acme")
    assert reach(again) == reach(graph)
