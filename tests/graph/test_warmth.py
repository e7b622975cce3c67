from __future__ import annotations

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import paths
from netgraph.graph.chances import warming, warmth
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import InteractionKind, RelationKind, Tie
from tests.graph.builders import NOW, World

#: Days before the moment, sender, one or two addressed.
Mail = tuple[int, str, tuple[str, ...]]
PEOPLE = ("me", "ann", "bob", "cat")

mails = st.tuples(
    st.integers(0, 1500),
    st.sampled_from(PEOPLE),
    st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True).map(tuple),
).filter(lambda mail: set(mail[2]) - {mail[1]})


def world(sent: list[Mail], friends: tuple[str, ...] = ()) -> World:
    made = World(friends=list(friends))
    for name in PEOPLE:
        made.card(name)
    for number, (days, sender, others) in enumerate(sent):
        rest = [one for one in others if one != sender]
        made.event(NOW - timedelta(days=days), sender, *rest, key=f"{number} {days} {sender}")
    return made


def between(graph: ContactGraph, one: str, other: str) -> Tie:
    found = graph.tie(one, other)
    assert found is not None
    return found


def test_one_mail_to_me_alone_is_as_likely_warm_as_not_after_24_days() -> None:
    found = between(world([(24, "ann", ("me",))]).graph(), "me", "ann")
    assert found.warmth == found.warmed == pytest.approx(0.5)
    assert found.warmth != found.chance.mid


def test_warmth_adds_up_and_fades_as_a_power() -> None:
    assert warmth(warming(1, 0)) == pytest.approx(1 / 1.2)
    assert warming(4, 9) == pytest.approx(1 / 40)
    found = between(world([(9, "ann", ("me", "bob")), (24, "me", ("ann",))]).graph(), "me", "ann")
    assert found.warmth == pytest.approx(warmth(1 / 20 + 1 / 25))


def test_without_messages_a_tie_is_as_warm_as_its_chance() -> None:
    made = world([]).said(RelationKind.FRIEND, "ann", "bob")
    found = between(made.graph(), "ann", "bob")
    assert found.warmed is None
    assert found.warmth == found.chance.mid == 0.8


def test_whoever_wrote_lately_is_asked_before_whoever_wrote_much_long_ago() -> None:
    sent: list[Mail] = [(300 + n, "ann", ("me",)) for n in range(60)]
    sent += [(300 + n, "me", ("ann",)) for n in range(60)] + [(1, "bob", ("me",))]
    graph = world([*sent, (5, "ann", ("cat",)), (5, "bob", ("cat",))], ("ann", "bob")).graph()
    assert between(graph, "me", "ann").chance.mid > between(graph, "me", "bob").chance.mid
    found = paths(graph, Goal("cat", person="cat")).paths
    assert [path.people[1][0] for path in found] == ["bob", "ann"]
    assert found[0].chance.mid < found[1].chance.mid


def test_mail_that_both_were_sent_counts_little_beside_their_own_mail_at_hand() -> None:
    sent: list[Mail] = [(3, "me", ("ann", "bob"))]
    found = between(world(sent).graph(), "ann", "bob")
    at_hand = between(world(sent, ("ann",)).graph(), "ann", "bob")
    assert found.chance == at_hand.chance
    assert found.warmth == found.chance.mid == 0.5
    assert at_hand.warmth == pytest.approx(warmth(0.1 / 8))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(mails, max_size=8),
    st.integers(0, 1500),
    st.sampled_from([InteractionKind.MAIL, InteractionKind.MESSAGE]),
    st.booleans(),
    st.sampled_from([(), ("ann",)]),
)
def test_a_newer_message_or_a_reply_never_lowers_a_tie(
    sent: list[Mail], days: int, kind: InteractionKind, theirs: bool, friends: tuple[str, ...]
) -> None:
    earlier = [(days + gap, sender, others) for gap, sender, others in sent]
    one, other = ("ann", "me") if theirs else ("me", "ann")
    before = world(earlier, friends).graph().tie("me", "ann")
    more = world(earlier, friends).event(NOW - timedelta(days=days), one, other, kind=kind)
    after = between(more.graph(), "me", "ann")
    assert before is None or after.chance.mid >= before.chance.mid
    assert before is None or after.warmth >= before.warmth


@settings(max_examples=60, deadline=None)
@given(st.lists(mails, max_size=8), st.randoms(use_true_random=False))
def test_scores_do_not_depend_on_the_order_of_import(sent: list[Mail], chance: Random) -> None:
    one, other = world(sent, ("ann",)), world(sent, ("ann",))
    chance.shuffle(other.interactions)
    chance.shuffle(other.cards)
    found = one.graph()
    assert found == other.graph()
    assert [tie.warmth for tie in found.ties] == [tie.warmth for tie in other.graph().ties]


@settings(max_examples=100, deadline=None)
@given(st.lists(mails, max_size=10), mails)
def test_one_more_message_never_lowers_the_best_path(sent: list[Mail], more: Mail) -> None:
    def best(all_sent: list[Mail]) -> float:
        graph = world(all_sent, ("ann", "bob", "cat")).graph()
        if "cat" not in graph.index:
            return 0.0
        found = paths(graph, Goal("cat", person="cat"), limit=50).paths
        return max((round(path.score, 12) for path in found), default=0.0)

    assert best([*sent, more]) >= best(sent)
