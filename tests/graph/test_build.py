from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from netgraph.graph.chances import MEMBERS_LIMIT, STATED, UNKNOWN, band, tie_chance
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Closeness,
    EvidenceKind,
    InteractionKind,
    MatchTier,
    RelationKind,
    Target,
)
from tests.graph.builders import NOW, ByName, World, passed

MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)
JUNE = datetime(2026, 6, 1, 9, tzinfo=UTC)


def people(*names: str) -> World:
    world = World()
    for name in ("me", *names):
        world.card(name)
    return world


def test_mails_both_ways_make_an_observed_tie_with_one_piece_of_evidence() -> None:
    world = people("ann").event(MAY, "me", "ann").event(JUNE, "ann", "me")
    (tie,) = world.graph().ties
    assert (tie.left, tie.right, tie.kind) == ("ann", "me", EvidenceKind.OBSERVED)
    assert tie.strength == pytest.approx(tie_chance(passed(MAY, JUNE, both_ways=True)))
    assert tie.chance.low < tie.chance.mid < tie.chance.high
    (evidence,) = tie.evidence
    assert evidence.text == "2 mails, both ways, last on 1 Jun 2026"
    assert evidence.origin is not None
    assert evidence.origin.place == "message 2"
    assert evidence.when == JUNE
    assert evidence.amount == tie.strength


def test_the_direction_is_said_from_my_side() -> None:
    sent = people("ann").event(MAY, "me", "ann").graph().ties[0]
    received = people("ann").event(MAY, "ann", "me").graph().ties[0]
    assert sent.evidence[0].text == "1 mail, only from you, last on 1 May 2026"
    assert received.evidence[0].text == "1 mail, only to you, last on 1 May 2026"


def test_a_mail_to_many_counts_less_and_one_to_a_crowd_not_at_all() -> None:
    crowd = [f"p{number}" for number in range(26)]
    few = people("ann", *crowd).event(MAY, "me", "ann").graph()
    many = people("ann", *crowd).event(MAY, "me", "ann", people=20).graph()
    assert (few.ties[0].strength or 0) > (many.ties[0].strength or 0)
    assert people(*crowd).event(MAY, "me", *crowd).graph().ties == ()


def test_two_others_on_mail_i_saw() -> None:
    graph = people("ann", "bob", "cat").event(MAY, "ann", "bob", "cat", "me").graph()
    wrote, received = graph.tie("ann", "bob"), graph.tie("bob", "cat")
    assert wrote is not None
    assert received is not None
    assert wrote.strength == pytest.approx(0.65)
    assert wrote.evidence[0].text == "one wrote to the other, 1 mail, last on 1 May 2026"
    assert received.strength == pytest.approx(0.5)
    assert graph.tie("me", "bob") is None
    assert graph.tie("me", "ann") is not None


def test_evidence_of_several_sorts_is_combined() -> None:
    world = people("ann", "bob").event(MAY, "ann", "bob", "me").event(MAY, "me", "ann", "bob")
    tie = world.graph().tie("ann", "bob")
    assert tie is not None
    assert tie.strength == pytest.approx(1 - 0.35 * 0.5)
    assert len(tie.evidence) == 2


def test_meetings_count_for_me_as_messages_and_for_others_as_company() -> None:
    meeting = InteractionKind.MEETING
    graph = people("ann", "bob").event(MAY, "ann", "bob", "me", kind=meeting).graph()
    mine, theirs = graph.tie("me", "bob"), graph.tie("ann", "bob")
    assert mine is not None
    assert theirs is not None
    assert mine.strength == pytest.approx(tie_chance(passed(MAY, share=0.5)))
    assert mine.evidence[0].text == "1 meeting, together, last on 1 May 2026"
    assert theirs.evidence[0].text == "both invited to 1 meeting, last on 1 May 2026"
    alone = people("ann").event(MAY, "ann", "me", kind=meeting).graph().ties[0]
    assert alone.strength == pytest.approx(tie_chance(passed(MAY, both_ways=True)))


def test_the_same_event_in_two_files_counts_once() -> None:
    once = people("ann").event(MAY, "me", "ann", key="x")
    twice = people("ann").event(MAY, "me", "ann", key="x").event(MAY, "me", "ann", key="x")
    assert once.graph().ties[0].strength == twice.graph().ties[0].strength


def test_one_row_in_two_peoples_files_connects_each_of_them() -> None:
    world = people("ann", "kim")
    world.friends.append("kim")
    for owner in ("kim", ""):
        world.card("ann", contact=True, importer="linkedin_connections", owner=owner)
        world.event(
            MAY, "me", "ann", kind=InteractionKind.CONNECTED, owner=owner, key="connected ann"
        )
    graph = world.graph()
    for one in ("me", "kim"):
        tie = graph.tie(one, "ann")
        assert tie is not None
        assert "connected on 1 May 2026" in [evidence.text for evidence in tie.evidence]


def test_connections_are_dated_each_by_the_day_in_its_own_file() -> None:
    world = people("kim")
    world.friends.append("kim")
    world.card("kim", contact=True, importer="linkedin_connections")
    world.event(MAY, "me", "kim", kind=InteractionKind.CONNECTED, importer="linkedin_connections")
    world.card("me", owner="kim", contact=True, importer="linkedin_connections")
    world.event(JUNE, "kim", "me", kind=InteractionKind.CONNECTED, importer="linkedin_connections")
    tie = world.graph().tie("me", "kim")
    assert tie is not None
    texts = [evidence.text for evidence in tie.evidence]
    assert "in your LinkedIn connections since 1 May 2026" in texts
    assert not any("undated" in text for text in texts)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (InteractionKind.CALL, "you said you last spoke on 1 Jun 2026"),
        (InteractionKind.MEETING, "you said you last met on 1 Jun 2026"),
    ],
)
def test_a_last_contact_by_hand_is_the_users_word(kind: InteractionKind, text: str) -> None:
    world = people("ann").event(JUNE, "me", "ann", kind=kind, importer="handmade")
    (tie,) = world.graph().ties
    assert (tie.kind, [one.text for one in tie.evidence]) == (EvidenceKind.STATED, [text])
    assert tie.strength == pytest.approx(tie_chance(passed(JUNE, both_ways=True)))
    assert "word" in tie.chance.basis


def test_a_last_contact_by_hand_makes_old_mail_recent_and_leaves_it_as_it_was() -> None:
    mails = people("ann").event(MAY, "me", "ann").event(MAY, "ann", "me")
    alone = mails.graph().ties[0]
    both = mails.event(JUNE, "me", "ann", kind=InteractionKind.CALL, importer="handmade")
    tie = both.graph().ties[0]
    assert tie.evidence[1] == alone.evidence[0]
    assert tie.evidence[0].text == "you said you last spoke on 1 Jun 2026"
    assert tie.strength == pytest.approx(tie_chance(passed(MAY, MAY, JUNE, both_ways=True)))


def test_a_friends_word_on_a_last_contact_is_not_mine() -> None:
    world = people("kim", "ann")
    world.friends.append("kim")
    for other in ("ann", "me"):
        world.event(JUNE, "kim", other, kind=InteractionKind.CALL, importer="handmade")
    texts = [one.text for tie in world.graph().ties for one in tie.evidence]
    assert texts == ["said that they last spoke on 1 Jun 2026"] * 2


def test_an_address_book_alone_says_nothing_about_how_close() -> None:
    tie = people().card("ann", contact=True, importer="vcard").graph().ties[0]
    assert tie.strength is None
    assert (tie.chance.low, tie.chance.mid, tie.chance.high) == UNKNOWN
    assert tie.kind is EvidenceKind.STATED
    assert tie.evidence[0].text == "in your address book (undated, imported 3 Nov 2026)"


def test_a_linkedin_connection_is_seen_but_of_unknown_strength() -> None:
    world = people().card("ann", contact=True, importer="linkedin_connections")
    tie = world.event(MAY, "me", "ann", kind=InteractionKind.CONNECTED).graph().ties[0]
    assert tie.kind is EvidenceKind.OBSERVED
    assert tie.strength is None
    assert [one.amount for one in tie.evidence] == [None, None]


@pytest.mark.parametrize(
    ("word", "strength"), [(Closeness.WELL, 0.8), (Closeness.SOME, 0.5), (Closeness.BARELY, 0.2)]
)
def test_the_users_word_overrides_traces(word: Closeness, strength: float) -> None:
    world = people("ann").event(MAY, "me", "ann").event(MAY, "ann", "me")
    tie = world.said(RelationKind.KNOWS, "me", "ann", word).graph().ties[0]
    assert tie.strength == strength
    assert (tie.kind, tie.by_word) == (EvidenceKind.STATED, True)
    assert f"you said how close: {word.value}" in tie.evidence[0].text
    assert tie.evidence[1].kind is EvidenceKind.OBSERVED


def test_a_bare_knows_is_acquaintance_for_me_and_a_chance_between_others() -> None:
    world = people("ann", "bob")
    world.said(RelationKind.KNOWS, "me", "ann").said(RelationKind.KNOWS, "ann", "bob")
    graph = world.graph()
    mine, theirs = graph.tie("me", "ann"), graph.tie("ann", "bob")
    assert mine is not None
    assert mine.strength is None
    assert theirs is not None
    assert theirs.strength == STATED[Closeness.SOME]
    assert band(theirs.strength) == "good"
    assert theirs.kind is EvidenceKind.STATED


def test_a_friends_people_hang_on_the_friend() -> None:
    world = people("dana")
    world.friends.append("dana")
    world.card("ann", contact=True, importer="linkedin_connections", owner="dana")
    world.card("bob", owner="dana").event(MAY, "me", "bob", owner="dana")
    graph = world.graph()
    unknown, written = graph.tie("dana", "ann"), graph.tie("dana", "bob")
    assert unknown is not None
    assert unknown.strength is None
    assert unknown.evidence[0].text.startswith("in a friend’s LinkedIn connections")
    assert written is not None
    assert written.evidence[0].text.startswith("1 mail, one way only")
    assert graph.tie("me", "ann") is None


def job(
    start: date | None = None, end: date | None = None, kind: AffiliationKind = AffiliationKind.WORK
) -> Affiliation:
    return Affiliation("Acme", start=start, end=end, kind=kind)


def workplace(*jobs: tuple[str, Affiliation], size: int | None = None) -> World:
    world = people()
    world.employers = ByName("Acme", size=size)
    for name, one in jobs:
        world.card(name, one)
    return world


def test_people_who_overlapped_at_a_small_employer_likely_know_each_other() -> None:
    early, late = job(date(2019, 1, 1), date(2022, 6, 30)), job(date(2019, 7, 1))
    (tie,) = workplace(("ann", early), ("bob", late), size=80).graph().ties
    assert tie.kind is EvidenceKind.INFERRED
    assert tie.strength == pytest.approx(0.53 * 2 ** (-4.35 / 8), abs=0.01)
    assert tie.evidence[0].text == (
        "overlapped at Acme 2019–2022, about 80 people; likely, not confirmed"
    )
    assert tie.evidence[0].names == ("Acme",)


def test_dates_unknown_halve_and_dates_apart_exclude() -> None:
    (unknown,) = workplace(("ann", job()), ("bob", job())).graph().ties
    assert unknown.strength == pytest.approx(0.5 * 5 / 250**0.5)
    assert "when is not known, size not known; possible" in unknown.evidence[0].text
    apart = workplace(
        ("ann", job(date(2010, 1, 1), date(2012, 1, 1))), ("bob", job(date(2015, 1, 1)))
    )
    assert apart.graph().ties == ()


def test_a_school_is_not_an_employer_and_i_am_never_guessed_at() -> None:
    school = job(kind=AffiliationKind.SCHOOL)
    assert workplace(("ann", job()), ("bob", school)).graph().ties == ()
    (tie,) = workplace(("ann", school), ("bob", school)).graph().ties
    assert tie.evidence[0].text.startswith("both went to Acme")
    assert workplace(("me", job()), ("bob", job())).graph().ties == ()


def test_large_memberships_give_no_guesses() -> None:
    names = [f"p{number:03}" for number in range(MEMBERS_LIMIT + 1)]
    assert workplace(*((name, job()) for name in names)).graph().ties == ()
    pairs = MEMBERS_LIMIT * (MEMBERS_LIMIT - 1) // 2
    assert len(workplace(*((name, job()) for name in names[1:])).graph().ties) == pairs


def test_a_guess_never_makes_a_known_contact_strong() -> None:
    world = people("dana")
    world.friends.append("dana")
    world.employers = ByName("Acme")
    world.card("dana", job())
    world.card("ann", job(), owner="dana", contact=True, importer="linkedin_connections")
    tie = world.graph().tie("ann", "dana")
    assert tie is not None
    assert tie.strength is None
    assert {one.kind for one in tie.evidence} == {EvidenceKind.OBSERVED, EvidenceKind.INFERRED}


def test_memberships_say_when_and_whether_still() -> None:
    world = people()
    world.employers = ByName("Acme", "Nord")
    world.card("ann", Affiliation("Acme"), importer="linkedin_connections")
    world.card("bob", Affiliation("ex-Acme"), Affiliation("Nord"), importer="vcard")
    world.card("cat", job(date(2020, 1, 1)), job(date(2015, 1, 1), date(2018, 1, 1)))
    found = {(m.person, m.employer, m.start): m.current for m in world.graph().memberships}
    assert found == {
        ("ann", "Acme", None): True,
        ("bob", "Acme", None): False,
        ("bob", "Nord", None): None,
        ("cat", "Acme", date(2020, 1, 1)): True,
        ("cat", "Acme", date(2015, 1, 1)): False,
    }


def test_a_later_export_ends_the_earlier_company() -> None:
    world = people()
    world.employers = ByName("Acme", "Nord")
    linkedin = "linkedin_connections"
    world.card("ann", Affiliation("Acme"), importer=linkedin, imported=MAY)
    world.card("ann", Affiliation("Nord"), importer=linkedin, imported=JUNE)
    found = {m.employer: m.current for m in world.graph().memberships}
    assert found == {"Acme": False, "Nord": True}
    before = {m.employer: m.current for m in world.graph(MAY + timedelta(days=1)).memberships}
    assert before == {"Acme": True}


def test_the_evidence_of_a_job_that_ended_speaks_of_the_past() -> None:
    world = people()
    world.employers = ByName("Acme", "Nord")
    linkedin = "linkedin_connections"
    world.card("ann", Affiliation("Acme"), importer=linkedin, imported=MAY)
    world.card("ann", Affiliation("Nord"), importer=linkedin, imported=JUNE)
    world.card("bob", Affiliation("ex-Acme"), job(date(2015, 1, 1), date(2018, 1, 1)))
    world.card("cat", Affiliation("Acme"))
    told = {m.evidence.text.partition(",")[0] for m in world.graph().memberships if m.current}
    assert told == {"works at Nord"}
    past = [m.evidence.text for m in world.graph().memberships if m.current is False]
    assert len(past) == 3
    assert all(text.startswith("used to work at Acme, in ") for text in past)
    (unsaid,) = (m for m in world.graph().memberships if m.current is None)
    assert unsaid.evidence.text.startswith("works at Acme, in ")


def test_a_work_address_is_a_membership_of_its_own_tier() -> None:
    world = people()
    world.employers = ByName("acme", "nord")
    world.card("ann", email="ann@acme.example")
    world.card("bob", Affiliation("nord"), email="b@acme.example", importer="linkedin_connections")
    world.card("cat", Affiliation("acme"), email="cat@acme.example")
    found = {(m.person, m.employer): (m.tier, m.current) for m in world.graph().memberships}
    assert found == {
        ("ann", "acme"): (MatchTier.DOMAIN, None),
        ("bob", "nord"): (MatchTier.EXACT, True),
        ("bob", "acme"): (MatchTier.DOMAIN, False),
        ("cat", "acme"): (MatchTier.EXACT, None),
    }


def test_knowing_people_somewhere_is_no_tie() -> None:
    world = people("maria")
    world.employers = ByName("Acme")
    world.said(RelationKind.KNOWS_AT, "maria", "Acme").said(RelationKind.KNOWS_AT, "maria", "Nord")
    graph = world.graph()
    assert graph.ties == ()
    assert [(one.person, one.employer) for one in graph.knows_at] == [("maria", "Acme")]
    assert graph.knows_at[0].evidence.names == ("Acme",)


def test_targets_are_matched_to_employers() -> None:
    world = people()
    world.employers = ByName("Acme")
    world.targets = [Target("Acme"), Target("Nord")]
    assert [len(match.employers) for match in world.graph().targets] == [1, 0]


def test_introductions_that_were_said_and_seen() -> None:
    world = people("ann", "new", "other", "third")
    world.event(MAY, "ann", "me").event(MAY + timedelta(days=1), "ann", "me", "new")
    world.event(MAY + timedelta(days=2), "new", "me")
    world.event(MAY + timedelta(days=3), "ann", "me", "other")
    world.event(MAY + timedelta(days=90), "other", "me")
    introduced = InteractionKind.INTRODUCED
    world.event(MAY + timedelta(days=91), "other", "me", "third", kind=introduced)
    found = world.graph().introductions
    assert [(one.introducer, one.introduced) for one in found] == [
        ("ann", "new"),
        ("other", "third"),
    ]
    assert found[0].evidence.kind is EvidenceKind.INFERRED
    assert found[1].evidence.text == "introduced you to each other, 31 Jul 2026"


def test_met_through_is_an_introduction_and_a_tie() -> None:
    graph = people("ann", "bob").said(RelationKind.MET_THROUGH, "bob", "ann").graph()
    assert [(one.introducer, one.introduced) for one in graph.introductions] == [("ann", "bob")]
    assert graph.tie("ann", "bob") is not None


def test_a_seen_introduction_keeps_its_day_when_it_is_said_too() -> None:
    world = people("ann", "new")
    introduced = InteractionKind.INTRODUCED
    world.event(MAY, "ann", "me", "new", kind=introduced)
    world.said(RelationKind.MET_THROUGH, "new", "ann")
    (found,) = world.graph().introductions
    assert (found.introducer, found.introduced, found.when) == ("ann", "new", MAY)


def test_as_of_counts_events_by_their_time_and_the_rest_by_import() -> None:
    world = people("ann")
    world.employers = ByName("Acme")
    world.event(MAY, "me", "ann").event(JUNE, "ann", "me", "bob")
    world.card("bob", Affiliation("Acme")).said(RelationKind.KNOWS, "me", "ann", Closeness.WELL)
    early = world.graph(MAY + timedelta(days=1))
    assert [person.id for person in early.people] == ["ann", "me"]
    assert early.ties[0].evidence[0].text == "1 mail, only from you, last on 1 May 2026"
    assert early.memberships == ()
    late = world.graph(NOW)
    assert [person.id for person in late.people] == ["ann", "bob", "me"]
    assert late.ties[0].strength != early.ties[0].strength
    said = [one for one in late.ties[1].evidence if one.kind is EvidenceKind.STATED]
    assert said[0].text.endswith("in your hand-made list (undated, imported 3 Nov 2026)")


def test_before_everything_only_i_am_left() -> None:
    world = people("ann").event(MAY, "me", "ann")
    graph = world.graph(datetime(2001, 1, 1, tzinfo=UTC))
    assert [person.id for person in graph.people] == ["me"]
    assert graph.me == "me"
    assert (graph.ties, graph.memberships, graph.introductions) == ((), (), ())


def test_people_carry_the_earliest_time_we_know_of_them() -> None:
    since = {p.id: p.since for p in people("ann").event(MAY, "me", "ann").graph().people}
    assert since == {"ann": MAY, "me": MAY}


def test_the_order_of_the_records_does_not_matter() -> None:
    world = people("ann", "bob", "cat", "dan")
    world.employers = ByName("Acme")
    world.card("eve", job(), contact=True).card("fay", job(date(2020, 1, 1)), contact=True)
    rng = random.Random(5)
    for number in range(60):
        sender, *others = rng.sample(["me", "ann", "bob", "cat", "dan"], 3)
        world.event(MAY + timedelta(hours=number // 2), sender, *others)
    world.said(RelationKind.KNOWS, "ann", "bob", Closeness.SOME)
    first = world.graph()
    for records in (world.cards, world.interactions, world.relations):
        records.reverse()
    assert world.graph() == first


def test_no_persons_name_stands_in_evidence() -> None:
    world = people("annabel", "roberto").event(MAY, "annabel", "roberto", "me")
    world.said(RelationKind.FAMILY, "annabel", "roberto").card("annabel", contact=True)
    for tie in world.graph().ties:
        for one in tie.evidence:
            assert "annabel" not in one.text
            assert "roberto" not in one.text


def test_many_messages_make_one_piece_of_evidence_for_each_sort() -> None:
    names = [f"p{number}" for number in range(20)]
    world = people(*names)
    rng = random.Random(1)
    for number in range(2000):
        sender, *others = rng.sample(names, rng.choice([1, 2, 3]))
        world.event(MAY - timedelta(hours=number), sender, "me", *others)
    graph = world.graph()
    assert len(graph.ties) == 20 * 21 // 2
    assert max(len(tie.evidence) for tie in graph.ties) == 2
    mine = [tie for tie in graph.ties if "me" in (tie.left, tie.right)]
    counted = sum(int(tie.evidence[0].text.split()[0].replace(",", "")) for tie in mine)
    assert counted == 2000


def test_affiliations_that_name_no_employer() -> None:
    world = people()
    world.employers = ByName("Acme")
    world.card("ann", Affiliation("", role="hairdresser"), Affiliation("Self-employed"))
    world.card("bob", Affiliation("Acme", start=date(2027, 1, 1)))
    assert world.graph().memberships == ()


def test_an_old_work_address_speaks_of_a_former_employer() -> None:
    for when, current in ((MAY, None), (datetime(2019, 5, 1, tzinfo=UTC), False)):
        world = people("ann").event(when, "ann", "me")
        world.employers = ByName("example")
        world.employers.employer_of_address = lambda email: (  # type: ignore[method-assign]
            "example" if email.startswith("ann") else None
        )
        (found,) = world.graph().memberships
        assert found.current is current
        assert found.evidence.text == f"has an address at example, last used {when.year}"
        early = world.graph(when - timedelta(days=1))
        assert early.memberships == ()


def test_the_best_shared_time_counts_and_muddled_dates_give_none() -> None:
    short, long = job(date(2015, 1, 1), date(2015, 3, 1)), job(date(2020, 1, 1))
    (tie,) = workplace(("ann", short), ("ann", long), ("ann", job()), ("bob", long)).graph().ties
    assert "overlapped at Acme 2020–2026" in tie.evidence[0].text
    muddled = job(date(2020, 1, 1), date(2019, 1, 1))
    assert workplace(("ann", muddled), ("bob", muddled)).graph().ties == ()
    year = job(date(2021, 1, 1), date(2021, 12, 1))
    (tie,) = workplace(("ann", year), ("bob", year)).graph().ties
    assert "overlapped at Acme 2021, size not known" in tie.evidence[0].text


def test_relations_with_nobody_at_the_other_end_are_no_ties() -> None:
    world = people("ann").said(RelationKind.KNOWS, "ann", "stranger")
    world.said(RelationKind.KNOWS, "ann", "ann").said(RelationKind.MET_THROUGH, "x", "ann")
    graph = world.graph()
    assert (graph.ties, graph.introductions) == ((), ())


def test_what_is_said_after_the_moment_does_not_count() -> None:
    world = people("ann").event(MAY, "me", "ann")
    world.said(RelationKind.KNOWS, "me", "ann", Closeness.WELL)
    assert world.graph(JUNE).ties[0].strength != 0.8
    assert world.graph().ties[0].strength == 0.8


def test_family_is_stated_and_a_latest_word_wins() -> None:
    world = people("ann").said(RelationKind.FAMILY, "me", "ann")
    tie = world.graph().ties[0]
    assert (tie.strength, tie.kind) == (0.8, EvidenceKind.STATED)
    assert tie.evidence[0].text.startswith("named as family, in your hand-made list")
    world.said(RelationKind.KNOWS, "me", "ann", Closeness.SOME, imported=MAY)
    world.said(RelationKind.KNOWS, "me", "ann", Closeness.BARELY, imported=JUNE)
    assert world.graph().ties[0].strength == 0.2


def test_introduced_people_know_their_introducer() -> None:
    introduced = InteractionKind.INTRODUCED
    graph = people("ann", "bob", "cat").event(MAY, "ann", "bob", "cat", kind=introduced).graph()
    by, each_other = graph.tie("ann", "bob"), graph.tie("bob", "cat")
    assert by is not None
    assert each_other is not None
    assert (by.strength, each_other.strength) == (0.65, 0.5)
    assert each_other.evidence[0].text == "were introduced to each other on 1 May 2026"
    mine = people("ann", "bob").event(MAY, "ann", "bob", "me", kind=introduced).graph()
    assert [tie.strength for tie in mine.ties if "me" in (tie.left, tie.right)] == [None, None]


def test_events_without_a_time_or_a_sender() -> None:
    world = people("ann", "bob").event(None, "ann", "bob").event(MAY, "", "ann", "bob")
    tie = world.graph().tie("ann", "bob")
    assert tie is not None
    assert [one.when for one in tie.evidence] == [NOW, MAY]
    assert world.graph(NOW - timedelta(days=1)).tie("ann", "bob") is not None


def test_the_owners_of_friends_files_are_known_and_i_am_none() -> None:
    made = World()
    for name in ("me", "ann", "kim"):
        made.card(name)
    made.friends.extend(["kim", "nobody"])
    graph = made.event(NOW - timedelta(days=9), "kim", "ann", "me").graph()
    assert graph.owners == {"kim"}
    assert made.graph(NOW - timedelta(days=30)).owners == set()
