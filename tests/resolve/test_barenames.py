"""Namesakes of whom a list says nothing but a name and perhaps a job."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers._keys import seal
from netgraph.model import Affiliation, Card, Decision, Judgement, Origin, Resolution, StoredCard
from netgraph.resolve.barenames import MOST_ASKED, ONE_OF_SEVERAL, OTHER_JOB, TWICE_LISTED
from netgraph.resolve.people import resolve_people
from tests.resolve.labelled import NOW, stored


def listed(
    name: str,
    job: str = "",
    *,
    at: str = "",
    circle: str = "",
    file: str = "a",
    importer: str = "handmade",
    is_contact: bool = True,
) -> StoredCard:
    labels = (f"circle:{circle}",) if circle else ()
    work = (Affiliation(at, job),) if at or job else ()
    origin = Origin(importer, f"{file}.csv", file, f"row {name} {job}")
    return StoredCard(
        seal(Card("", "", origin, (name,), (), work, labels, is_contact=is_contact)), "", NOW
    )


def groups(found: Resolution, *cards: StoredCard) -> list[set[int]]:
    people: dict[str, set[int]] = {}
    for number, each in enumerate(cards):
        people.setdefault(found.person_of[each.card.key], set()).add(number)
    return sorted(people.values(), key=min)


def resolved(
    *cards: StoredCard, said: tuple[Decision, ...] = ()
) -> tuple[list[set[int]], list[str]]:
    found = resolve_people(cards, said)
    asked = [d for d in found.decisions if d.judgement is Judgement.UNSURE]
    return groups(found, *cards), [sentence for d in asked for sentence in d.evidence]


CLEANER, WALKER = listed("Ann", "cleaner"), listed("Ann", "dog walker")
ACME, BETA = listed("Sam Reed", at="Acme"), listed("Sam Reed", at="Beta")


@pytest.mark.parametrize(("one", "other"), [(CLEANER, WALKER), (ACME, BETA)])
def test_two_of_a_name_in_one_file_with_different_jobs_are_two(
    one: StoredCard, other: StoredCard
) -> None:
    assert one.card.subject != other.card.subject
    assert resolved(one, other) == ([{0}, {1}], [])


def test_a_third_card_of_the_name_does_not_join_the_two() -> None:
    plain, named = listed("Sam Reed", file="b"), listed("Sam Reed", file="b", is_contact=False)
    people, asked = resolved(ACME, BETA, plain, named)
    assert people[:2] == [{0}, {1}]
    assert asked.count(ONE_OF_SEVERAL) == 2
    chat = stored(("Sam Reed",), (("name", "Sam Reed"),), source="chat")
    people, asked = resolved(ACME, BETA, chat)
    assert people == [{0}, {1}, {2}]
    assert "The first and last names are the same." in asked


def test_who_is_merely_named_is_the_only_one_of_the_name() -> None:
    named = listed("Ann", is_contact=False)
    assert resolved(CLEANER, named) == ([{0, 1}], [])
    people, asked = resolved(CLEANER, WALKER, named)
    assert people == [{0}, {1}, {2}]
    assert asked == []


@pytest.mark.parametrize(
    "again",
    [
        listed("Ann", "Cleaner", file="b"),
        listed("Ann", "cleaner", circle="street", file="b"),
        listed("Ann", file="b"),
    ],
)
def test_one_of_a_name_in_two_versions_of_a_list_is_one(again: StoredCard) -> None:
    assert resolved(CLEANER, again) == ([{0, 1}], [])


def test_among_several_the_job_or_the_circle_tells() -> None:
    again = listed("Ann", "dog walker", circle="park", file="b")
    assert resolved(CLEANER, WALKER, again)[0] == [{0}, {1, 2}]
    in_park = listed("Ann", "dog walker", circle="park")
    circle_only = listed("Ann", circle="Park", file="b")
    assert resolved(CLEANER, in_park, circle_only)[0] == [{0}, {1, 2}]


def test_another_job_in_a_later_version_is_a_question() -> None:
    later = listed("Sam Reed", at="Beta", file="b")
    people, asked = resolved(ACME, later)
    assert (people, OTHER_JOB in asked or len(asked) > 0) == ([{0}, {1}], True)
    anns = resolved(CLEANER, listed("Ann", "gardener", file="b"))
    assert anns == ([{0}, {1}], [OTHER_JOB])


def test_one_of_a_name_without_a_job_beside_one_with_it_is_a_question() -> None:
    assert resolved(CLEANER, listed("Ann")) == ([{0}, {1}], [TWICE_LISTED])


def test_one_that_has_the_jobs_of_two_joins_neither() -> None:
    both = replace(CLEANER.card, affiliations=(*CLEANER.card.affiliations,
                                               *WALKER.card.affiliations))  # fmt: skip
    both = seal(replace(both, origin=replace(both.origin, digest="b", file="b.csv")))
    people, asked = resolved(CLEANER, WALKER, StoredCard(both, "", NOW))
    assert people == [{0}, {1}, {2}]
    assert len(asked) == 2


def test_a_crowd_of_one_name_makes_no_questions() -> None:
    crowd = [listed("Ann", f"work {n}", file=f"f{n}") for n in range(MOST_ASKED + 1)]
    people, asked = resolved(*crowd)
    assert (len(people), asked) == (len(crowd), [])


def test_the_same_employer_in_another_format_tells_which_one() -> None:
    card = listed("Sam Reed", at="Acme Inc.", file="v", importer="vcard")
    assert resolved(ACME, card)[0] == [{0, 1}]
    assert resolved(ACME, BETA, card)[0] == [{0, 2}, {1}]
    unsaid = listed("Sam Reed", file="w", importer="outlook")
    assert resolved(ACME, BETA, unsaid, card)[0] == [{0}, {1}, {2}, {3}]


def test_the_user_s_word_settles_it() -> None:
    later = listed("Ann", "gardener", file="b")
    for judgement, people in ((Judgement.SAME, [{0, 1}]), (Judgement.DIFFERENT, [{0}, {1}])):
        said = Decision(CLEANER.card.subject, later.card.subject, judgement, 0.0, (), "user")
        assert resolved(CLEANER, later, said=(said,)) == (people, [])
    said = Decision(CLEANER.card.subject, WALKER.card.subject, Judgement.SAME, 0.0, (), "user")
    assert resolved(CLEANER, WALKER, said=(said,)) == ([{0, 1}], [])


def test_friends_lists_do_not_mix_with_mine() -> None:
    hers = replace(listed("Ann", "cleaner", file="d"), owner="dana")
    hers = replace(hers, card=replace(hers.card, key="f" * 16))
    assert resolved(CLEANER, hers)[0] == [{0}, {1}]


ROWS = st.builds(
    listed,
    st.sampled_from(["Ann", "Sam Reed"]),
    st.sampled_from(["", "cleaner", "dog walker", "gardener"]),
    at=st.sampled_from(["", "Acme", "Beta"]),
    circle=st.sampled_from(["", "street", "choir"]),
    file=st.sampled_from("abc"),
    importer=st.sampled_from(["handmade", "vcard"]),
    is_contact=st.booleans(),
)
ANY = st.lists(ROWS, max_size=8, unique_by=lambda row: row.card.key)


@settings(max_examples=80, deadline=None)
@given(ANY, st.randoms(use_true_random=False))
def test_the_order_does_not_matter_and_twice_is_once(rows: list[StoredCard], dice) -> None:
    shuffled = list(rows)
    dice.shuffle(shuffled)
    assert resolve_people(shuffled, []) == resolve_people(rows, [])
    assert resolve_people([*rows, *shuffled], []).person_of == resolve_people(rows, []).person_of


@settings(max_examples=80, deadline=None)
@given(ANY, st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.booleans()), max_size=4))
def test_two_with_other_jobs_in_one_file_stay_two_and_different_is_never_crossed(
    rows: list[StoredCard], words: list[tuple[int, int, bool]]
) -> None:
    decisions = [
        Decision(rows[a].card.subject, rows[b].card.subject,
                 Judgement.SAME if same else Judgement.DIFFERENT, 0.0, (), "user")
        for a, b, same in words
        if a < len(rows) and b < len(rows) and rows[a].card.subject != rows[b].card.subject
    ]  # fmt: skip
    found = resolve_people(rows, decisions)
    last = {tuple(sorted((d.left, d.right))): d.judgement for d in decisions}
    people: dict[str, set[str]] = {}
    for row in rows:
        people.setdefault(found.person_of[row.card.key], set()).add(row.card.subject)
    for subjects in people.values():
        for pair, judgement in last.items():
            assert judgement is not Judgement.DIFFERENT or not set(pair) <= subjects
    if Judgement.SAME not in last.values():
        for one in rows:
            for other in rows:
                if _are_two(one.card, other.card):
                    assert found.person_of[one.card.key] != found.person_of[other.card.key]


def _are_two(one: Card, other: Card) -> bool:
    jobs = [{a.organisation or a.role for a in card.affiliations} for card in (one, other)]
    return (
        one.names == other.names
        and one.origin.digest == other.origin.digest
        and one.origin.importer == other.origin.importer
        and one.is_contact
        and other.is_contact
        and bool(jobs[0] and jobs[1])
        and jobs[0].isdisjoint(jobs[1])
    )
