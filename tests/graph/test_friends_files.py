"""A friend's files add to what is known: they never make anybody's tie less likely."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.graph.chances import (
    MEMBERS_LIMIT,
    STATED,
    TOGETHER,
    UNKNOWN,
    WROTE,
    combined,
    tie_chance,
)
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Closeness,
    EvidenceKind,
    Identifier,
    Interaction,
    InteractionKind,
    Origin,
    Relation,
    RelationKind,
    StoredCard,
    StoredInteraction,
    StoredRelation,
    Tie,
)
from tests.graph.builders import NOW, ByName, World, address, passed

MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)
PEOPLE = ("me", "kim", "lea", "ann", "bob")
TIED = tuple(kind for kind in RelationKind if kind not in {"knows people at", "follows"})
AT_WORK = (Affiliation("Acme"),)


def world(*friends: str) -> World:
    """Everybody known by a card of mine that says nothing; ``friends`` gave me their files."""
    made = World()
    for name in PEOPLE:
        made.card(name)
    made.friends.extend(friends)
    return made


def told(made: World, one: str, other: str) -> Tie:
    tie = made.graph().tie(one, other)
    assert tie is not None
    return tie


def test_mail_of_a_friend_in_my_mailbox_is_seen_and_not_hers_to_count() -> None:
    made = world("kim").event(MAY, "kim", "ann", "me")
    tie = told(made, "ann", "kim")
    assert tie.strength == pytest.approx(WROTE)
    assert tie.evidence[0].text == "one wrote to the other, 1 mail, last on 1 May 2026"


def test_mail_of_a_friend_in_her_own_mailbox_counts_as_mine_does() -> None:
    made = world("kim").event(MAY, "me", "ann", owner="kim")
    assert told(made, "ann", "kim").strength == pytest.approx(tie_chance(passed(MAY)))


def test_one_mail_in_her_file_and_in_mine_counts_once_in_each_and_is_combined() -> None:
    made = world("kim").event(MAY, "kim", "ann", "me", key="x")
    hers = Interaction(
        "x", Origin("mbox", "hers.mbox", "9" * 12, "message 7"), InteractionKind.MAIL, MAY,
        address("kim"), (address("ann"), address("me")), 2,
    )  # fmt: skip
    made.interactions.append(StoredInteraction(hers, "kim", NOW))
    tie = told(made, "ann", "kim")
    both = [tie_chance(passed(MAY, share=0.5)), WROTE]
    assert tie.strength == pytest.approx(combined(both))
    assert [one.text.partition(",")[0] for one in tie.evidence] == [
        "one wrote to the other",
        "1 mail",
    ]
    assert {one.origin.file for one in tie.evidence if one.origin} == {"hers.mbox", "all.mbox"}
    mine = told(made, "kim", "me")
    assert mine.evidence[0].text == "1 mail, only to you, last on 1 May 2026"
    assert mine.evidence[0].origin == made.interactions[0].interaction.origin


def test_a_copy_that_names_fewer_people_counts_for_more() -> None:
    made = world().event(MAY, "me", "ann", people=5, key="x")
    copy = replace(made.interactions[0].interaction, n_participants=1)
    made.interactions.append(StoredInteraction(copy, "", NOW))
    mine = tie_chance(passed(MAY, unanswered=True))
    assert told(made, "ann", "me").strength == pytest.approx(mine)


def test_received_together_with_a_friend_is_seen_in_my_mailbox() -> None:
    made = world("kim").event(MAY, "me", "kim", "ann")
    assert told(made, "ann", "kim").strength == pytest.approx(TOGETHER)
    assert world("kim").event(MAY, "ann", "me", "kim", owner="").graph().tie("me", "kim") is None


def test_what_i_say_of_a_friend_keeps_its_worth_beside_her_own_list() -> None:
    made = world("kim").said(RelationKind.KNOWS, "kim", "ann")
    assert told(made, "ann", "kim").strength == STATED[Closeness.SOME]
    said = replace(made.relations[0], owner="kim")
    made.relations = [said]
    assert told(made, "ann", "kim").strength is None


def test_a_guess_stays_as_likely_when_her_file_knows_the_person() -> None:
    made = world("kim")
    made.employers = ByName("Acme", size=9)
    for name in ("kim", "ann"):
        made.card(name, *AT_WORK)
    guessed = told(made, "ann", "kim")
    made.card("ann", contact=True, importer="vcard", owner="kim")
    known = told(made, "ann", "kim")
    assert guessed.kind is EvidenceKind.INFERRED
    assert known.kind is EvidenceKind.STATED
    assert known.strength is None
    assert known.chance.mid == guessed.chance.mid > UNKNOWN[1]


def test_an_old_mail_in_her_file_does_not_make_my_unknown_contact_weak() -> None:
    made = world("kim").card("kim", contact=True, importer="vcard")
    made.event(datetime(2012, 1, 1, tzinfo=UTC), "me", "kim", owner="")
    mine = told(made, "kim", "me")
    assert mine.chance.mid == mine.strength
    made.interactions[0] = StoredInteraction(
        replace(made.interactions[0].interaction, sender=address("me")), "kim", NOW
    )
    hers = told(made, "kim", "me")
    assert hers.strength == mine.strength
    assert hers.chance.mid == UNKNOWN[1]
    assert hers.chance.low <= hers.chance.mid <= hers.chance.high


def test_a_friends_many_colleagues_take_no_guess_away() -> None:
    made = world("kim")
    made.employers = ByName("Acme")
    made.card("ann", *AT_WORK).card("bob", *AT_WORK)
    before = told(made, "ann", "bob")
    for number in range(MEMBERS_LIMIT + 1):
        made.card(f"p{number:02}", *AT_WORK, owner="kim")
    graph = made.graph()
    assert graph.tie("ann", "bob") == before
    assert graph.tie("ann", "p00") is None
    assert graph.tie("p00", "p01") is None


@dataclass(frozen=True)
class File:
    """What one owner brings."""

    events: tuple[StoredInteraction, ...]
    cards: tuple[StoredCard, ...]
    relations: tuple[StoredRelation, ...]


def _origin(owner: str, importer: str, place: str) -> Origin:
    return Origin(
        importer, f"{owner or 'mine'}.{importer}", (owner or "mine").ljust(12, "0"), place
    )


@st.composite
def _events(draw: st.DrawFn, bearer: str, owner: str) -> StoredInteraction:
    kind = draw(st.sampled_from(list(InteractionKind)))
    by_hand = draw(st.booleans()) and kind in {InteractionKind.CALL, InteractionKind.MEETING}
    own = by_hand or kind is InteractionKind.CONNECTED
    sender = bearer if own else draw(st.sampled_from([*PEOPLE, ""]))
    others = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    days = draw(st.one_of(st.none(), st.integers(0, 4000)))
    number = draw(st.integers(0, 7))
    item = Interaction(
        key=f"event {number} {kind} {days}",
        origin=_origin(owner, "handmade" if by_hand else "mbox", f"item {number}"),
        kind=kind,
        when=None if days is None else NOW - timedelta(days=days),
        sender=_who(sender, bearer) if sender else None,
        participants=tuple(address(other) for other in others if other != sender),
        n_participants=len(others) + draw(st.sampled_from([0, 0, 3, 30])),
    )
    # her file is the one that is added, so nothing is imported after it
    imported = NOW if owner == "kim" else NOW - timedelta(days=draw(st.integers(0, 3)))
    return StoredInteraction(item, owner, imported)


def _who(name: str, bearer: str) -> Identifier:
    return OWNER if name == bearer else address(name)


@st.composite
def _cards(draw: st.DrawFn, owner: str) -> StoredCard:
    name = draw(st.sampled_from(PEOPLE))
    importer = draw(st.sampled_from(["vcard", "linkedin_connections"]))
    place = f"card {name} {draw(st.integers(0, 2))}"
    card = Card(
        key=f"{owner} {importer} {place}",
        subject=name,
        origin=_origin(owner, importer, place),
        names=(name,),
        identifiers=(address(name),),
        affiliations=draw(st.sampled_from([(), AT_WORK])),
        is_contact=draw(st.booleans()),
    )
    return StoredCard(card, owner, NOW)


@st.composite
def _relations(draw: st.DrawFn, bearer: str, owner: str) -> StoredRelation:
    left, right = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=2, unique=True))
    kind = draw(st.sampled_from(TIED))
    close = draw(st.sampled_from([None, None, None, *Closeness]))
    place = f"row {draw(st.integers(0, 9))}"
    relation = Relation(
        key=f"{kind} {left} {right} {close}",
        origin=_origin(owner, "handmade", place),
        kind=kind,
        left=_who(left, bearer),
        right=_who(right, bearer),
        closeness=close,
    )
    return StoredRelation(relation, owner, NOW)


@st.composite
def _files(draw: st.DrawFn, bearer: str, owner: str) -> File:
    return File(
        tuple(draw(st.lists(_events(bearer, owner), max_size=6))),
        tuple(draw(st.lists(_cards(owner), max_size=4))),
        tuple(draw(st.lists(_relations(bearer, owner), max_size=3))),
    )


def _built(files: dict[str, File]) -> World:
    made = world(*(owner for owner in files if owner))
    made.employers = ByName("Acme", size=9)
    for file in files.values():
        made.interactions += file.events
        made.cards += file.cards
        made.relations += file.relations
    return made


def _words(file: File, bearer: str) -> set[frozenset[str]]:
    """The pairs of whom a file says in a word how close they are."""
    names = {address(name): name for name in PEOPLE} | {OWNER: bearer}
    return {
        frozenset({names[one.relation.left], names[one.relation.right]})
        for one in file.relations
        if one.relation.closeness and isinstance(one.relation.right, Identifier)
    }


@given(_files("me", ""), _files("lea", "lea"), _files("kim", "kim"), st.data())
@settings(max_examples=100, deadline=None)
def test_a_friends_file_never_lowers_a_chance(
    mine: File, earlier: File, hers: File, data: st.DataObject
) -> None:
    """Save where she says in a word how close two people are."""
    known = {"": mine}
    if data.draw(st.booleans(), "another friend's file is there already"):
        known["lea"] = earlier
    shared = [
        StoredInteraction(
            replace(one.interaction, origin=_origin("kim", "mbox", "shared")), "kim", NOW
        )
        for one in mine.events
        if one.interaction.sender != OWNER and data.draw(st.booleans(), "she has it too")
    ]
    hers = replace(hers, events=(*hers.events, *shared))
    before = _built(known).graph()
    after = _built({**known, "kim": hers}).graph()
    for tie in before.ties:
        now = after.tie(tie.left, tie.right)
        assert now is not None
        assert now.chance.low <= now.chance.mid <= now.chance.high
        if frozenset({tie.left, tie.right}) not in _words(hers, "kim"):
            assert now.chance.mid >= tie.chance.mid - 1e-12, (tie, now)
