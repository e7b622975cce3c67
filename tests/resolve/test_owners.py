"""Whose file it is: a friend's export brought in as mine does not make her me."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Decision,
    Identifier,
    IdentifierKind,
    Judgement,
    Origin,
    Resolution,
    Source,
    StoredCard,
)
from netgraph.resolve.people import IdentityIndex, file_of, resolve_people
from tests.resolve.labelled import NOW, stored


def own(
    name: str,
    *known: tuple[str, str],
    file: str,
    owner: str = "",
    days: int = 0,
    importer: str = "",
) -> StoredCard:
    names = (name,) if name else ()
    made = stored(names, known, source=file, owner=owner, is_owner=True, source_id=f"{file}{name}")
    origin = Origin(importer or f"of {file}", file, file, "row 1")
    key = made.card.key
    return StoredCard(replace(made.card, key=key, origin=origin), owner, NOW + timedelta(days=days))


def other(name: str, *known: tuple[str, str], file: str) -> StoredCard:
    made = stored((name,), known, source=file, is_contact=True)
    return replace(made, card=replace(made.card, origin=Origin("x", file, file, "row 2")))


def job(organisation: str, file: str) -> StoredCard:
    """A row of Positions.csv: it does not name whose job it is."""
    card = Card(
        key=f"job{file}", subject=f"owner of {file}", affiliations=(Affiliation(organisation),),
        origin=Origin("positions", file, file, "row 2"), is_owner=True,
    )  # fmt: skip
    return StoredCard(card, "", NOW)


NOOR = own("Noor Saldana", file="noor.zip/Profile.csv")
NOOR_MAIL = own("Noor", ("email", "noor@example.org"), file="mail/a.mbox", days=2)
DANA = own("Dana Fox", file="dana.zip/Profile.csv", days=1)
DANA_JOB = job("Aldous Genomics", "dana.zip/Positions.csv")
DANA_MAIL = own("Dana Fox", ("email", "dana.fox@example.org"), file="dana.mbox", days=1)
KARIM = other("Karim Haddad", ("profile", "linkedin.com/in/karim"), file="dana.zip/Connections.csv")
MINE = other("Maria Lopez", ("email", "maria@example.org"), file="noor.zip/Connections.csv")


def whose(found: Resolution, card: StoredCard) -> str:
    person = found.person_of[card.card.key]
    return next(p.name for p in found.people if p.id == person)


def asked(found: Resolution) -> list[Decision]:
    return [d for d in found.decisions if d.judgement is Judgement.UNSURE]


def test_two_owners_of_files_brought_in_as_mine_are_two_people() -> None:
    cards = [NOOR, NOOR_MAIL, DANA, DANA_JOB, DANA_MAIL, KARIM, MINE]
    found = resolve_people(cards, [])
    assert whose(found, NOOR) == whose(found, NOOR_MAIL) == "Noor Saldana"
    assert whose(found, DANA) == whose(found, DANA_JOB) == whose(found, DANA_MAIL) == "Dana Fox"
    assert found.me == found.person_of[NOOR.card.key]
    assert asked(found) == []
    index = IdentityIndex(found, cards)
    dana = found.person_of[DANA.card.key]
    for file in ("dana.zip/Profile.csv", "dana.zip/Connections.csv", "dana.mbox"):
        assert index.person(OWNER, digest=file) == dana
        assert found.owners[file_of(file)] == dana
    for file in ("noor.zip/Connections.csv", "mail/a.mbox", "elsewhere.vcf"):
        assert index.person(OWNER, digest=file) == found.me
    contacts = {person.name: person.is_contact for person in found.people}
    assert (contacts["Karim Haddad"], contacts["Maria Lopez"]) == (False, True)


def test_a_file_without_any_card_goes_with_its_archive() -> None:
    silent = Source(9, "x", "dana.zip/messages.csv", "m1", "", NOW)
    found = resolve_people([NOOR, DANA], [], files=[silent])
    assert (
        IdentityIndex(found, [NOOR, DANA]).person(OWNER, digest="m1")
        == found.owners[file_of("dana.zip/Profile.csv")]
    )


def test_my_own_word_says_who_i_am() -> None:
    said = own("Dana Fox", file="said by you", importer="netgraph", days=9)
    found = resolve_people([NOOR, NOOR_MAIL, DANA, said], [])
    assert found.me == found.person_of[DANA.card.key] == found.person_of[said.card.key]
    assert found.me != found.person_of[NOOR.card.key]


def test_the_one_of_most_places_is_me_and_of_as_many_the_first() -> None:
    dana_twice = resolve_people([NOOR, DANA, DANA_MAIL], [])
    assert dana_twice.me == dana_twice.person_of[DANA.card.key]
    once = resolve_people([NOOR, DANA], [])
    assert once.me == once.person_of[NOOR.card.key]


SAME_NAME = own("Ann Bee", file="ann.zip/Profile.csv")


@pytest.mark.parametrize(
    "mail",
    [
        own("", ("email", "ann@example.org"), file="a.mbox"),
        own("", ("email", "red.panda@example.org"), file="a.mbox"),
        own("A. Bee", ("email", "x@example.org"), file="a.mbox"),
        own("Bee, Ann", ("email", "x@example.org"), file="a.mbox"),
        own("Ann", ("email", "x@example.org"), file="a.mbox"),
    ],
)
def test_one_person_with_two_addresses_is_one_me(mail: StoredCard) -> None:
    found = resolve_people([SAME_NAME, mail], [])
    assert len(found.people) == 1
    assert file_of("a.mbox") not in found.owners


def test_another_display_name_in_my_folder_is_me_when_the_first_name_is_the_same() -> None:
    profile = own("Ann Bee", file="mine/Profile.csv")
    mail = own("Ann at Pine", ("email", "ann@pine.example"), file="mine/a.mbox")
    assert len(resolve_people([profile, mail], []).people) == 1
    apart = resolve_people([SAME_NAME, replace(mail, card=replace(
        mail.card, origin=replace(mail.card.origin, file="a.mbox")))], [])  # fmt: skip
    assert len(apart.people) == 2
    assert len(asked(apart)) == 1


def test_a_nameless_mailbox_is_hers_when_others_call_its_address_hers() -> None:
    hers = own("", ("email", "df@example.org"), file="b.mbox", days=1)
    seen = stored(("Dana Fox",), (("email", "df@example.org"),), source="b.mbox")
    found = resolve_people([NOOR, hers, seen], [])
    assert found.person_of[hers.card.key] == found.person_of[seen.card.key] != found.me
    spelled = own("", ("email", "dana.fox@example.org"), file="b.mbox", days=1)
    known = other("Dana Fox", ("profile", "linkedin.com/in/dana"), file="noor.zip/Connections.csv")
    found = resolve_people([NOOR, spelled, known], [])
    assert found.me != found.person_of[spelled.card.key]


def test_owners_who_share_something_are_a_question() -> None:
    anna = own("Anna Hart", ("email", "harts@example.org"), file="a.zip/Profile.csv")
    peter = own("Peter Hart", ("email", "harts@example.org"), file="p.zip/Profile.csv", days=1)
    found = resolve_people([anna, peter], [])
    assert found.me == found.person_of[anna.card.key] != found.person_of[peter.card.key]
    (question,) = asked(found)
    assert question.evidence == (
        "Your files name two owners; they share an address, number or profile.",
    )
    told = [Decision(question.left, question.right, Judgement.DIFFERENT, 0.0, (), "user")]
    settled = resolve_people([anna, peter], told)
    assert asked(settled) == []
    assert len(settled.people) == 2


def test_the_user_s_same_makes_two_owners_one_me() -> None:
    said = [Decision(NOOR.card.subject, DANA.card.subject, Judgement.SAME, 0.0, (), "user")]
    found = resolve_people([NOOR, DANA, DANA_JOB, KARIM], said)
    assert found.me == found.person_of[DANA_JOB.card.key] == found.person_of[NOOR.card.key]
    assert not any(owner.startswith("file:") for owner in found.owners)
    assert {p.name: p.is_contact for p in found.people}["Karim Haddad"]


def test_same_said_of_other_cards_of_the_two_counts_as_well() -> None:
    mine = stored(("N. Saldana",), (("email", "noor@example.org"),), source="m")
    hers = stored(("D. Fox",), (("email", "dana.fox@example.org"),), source="m")
    said = [Decision(mine.card.subject, hers.card.subject, Judgement.SAME, 0.0, (), "user")]
    found = resolve_people([NOOR, NOOR_MAIL, DANA, DANA_MAIL, mine, hers, KARIM], said)
    assert found.person_of[NOOR.card.key] == found.person_of[DANA.card.key] == found.me
    assert not any(owner.startswith("file:") for owner in found.owners)


def test_the_user_s_different_parts_two_owners_of_one_name() -> None:
    twin = own("Noor Saldana", file="twin.zip/Profile.csv", days=1)
    assert len(resolve_people([NOOR, twin], []).people) == 1
    said = [Decision(NOOR.card.subject, twin.card.subject, Judgement.DIFFERENT, 0.0, (), "user")]
    found = resolve_people([NOOR, twin], said)
    assert found.me == found.person_of[NOOR.card.key]
    assert found.owners[file_of("twin.zip/Profile.csv")] == found.person_of[twin.card.key]


def test_a_declared_friend_is_the_owner_of_her_files_even_when_brought_in_as_mine() -> None:
    declared = own("Dana Fox", ("email", "dana.fox@example.org"), file="said", owner="friend-d")
    again = replace(DANA, owner="friend-d")
    found = resolve_people([NOOR, DANA, DANA_MAIL, declared, again], [])
    assert len(found.people) == 2
    assert found.owners["friend-d"] == found.owners[file_of("dana.mbox")]
    assert found.me == found.person_of[NOOR.card.key]


EVERYTHING = [NOOR, NOOR_MAIL, DANA, DANA_JOB, DANA_MAIL, KARIM, MINE, SAME_NAME,
              own("Ann Zed", ("email", "ann@example.org"), file="z.mbox")]  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(st.permutations(EVERYTHING))
def test_the_order_of_cards_does_not_matter(cards: list[StoredCard]) -> None:
    assert resolve_people(cards, []) == resolve_people(EVERYTHING, [])
    assert resolve_people([*cards, *cards], []).owners == resolve_people(EVERYTHING, []).owners


OWNED = [card for card in EVERYTHING if card.card.is_owner]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(OWNED), st.sampled_from(OWNED), st.sampled_from(list(Judgement))),
        max_size=5,
    )
)
def test_a_different_between_owners_is_never_crossed(
    said: list[tuple[StoredCard, StoredCard, Judgement]],
) -> None:
    decisions = [
        Decision(a.card.subject, b.card.subject, judgement, 0.0, (), "user")
        for a, b, judgement in said
        if a.card.subject != b.card.subject
    ]
    found = resolve_people(EVERYTHING, decisions)
    last = {frozenset((d.left, d.right)): d.judgement for d in decisions}
    person = {card.card.subject: found.person_of[card.card.key] for card in EVERYTHING}
    for pair, judgement in last.items():
        if judgement is Judgement.DIFFERENT:
            assert len({person[subject] for subject in pair}) == 2
    assert found.me in set(found.person_of.values())


def test_identifiers_of_hers_do_not_become_mine() -> None:
    found = resolve_people([NOOR, DANA, DANA_MAIL], [])
    mail = Identifier(IdentifierKind.EMAIL, "dana.fox@example.org")
    by_name = {person.name: person.identifiers for person in found.people}
    assert mail in by_name["Dana Fox"]
    assert mail not in by_name["Noor Saldana"]
