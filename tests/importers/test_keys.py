from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.importers._keys import Draft, hash_of, seal, sealed
from netgraph.model import Affiliation, AffiliationKind, Card, Identifier, IdentifierKind, Origin

ORIGIN = Origin("vcard", "a.vcf", "0123456789ab", "card 1")
EMAIL = Identifier(IdentifierKind.EMAIL, "Ilse@Example.com")
NAME = Identifier(IdentifierKind.NAME, "Ilse Quandel")
DRAFT = Card("", "", ORIGIN, names=("Ilse Quandel",), identifiers=(EMAIL,))


def test_a_hash_is_sixteen_hex_digits_and_does_not_confuse_parts() -> None:
    assert len(hash_of("a")) == 16
    assert int(hash_of("a"), 16) >= 0
    assert hash_of("ab", "c") != hash_of("a", "bc")
    assert hash_of("a", "") != hash_of("a")
    assert hash_of("\ud800") == hash_of("\ud800")


def test_a_hash_stays_the_same_between_runs() -> None:
    assert hash_of("mail", "<1@example.com>") == "f0ecf78752433050"


def test_blank_and_repeated_values_are_dropped() -> None:
    card = seal(
        replace(
            DRAFT,
            names=("  Ilse   Quandel ", "", "Ilse Quandel", "Ili"),
            identifiers=(EMAIL, Identifier(IdentifierKind.PHONE, "  "), EMAIL),
            labels=("choir", " ", "choir"),
        )
    )
    assert card.names == ("Ilse Quandel", "Ili")
    assert card.identifiers == (EMAIL,)
    assert card.labels == ("choir",)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_key_is_the_hash_of_what_the_values_show_of_themselves(count: int) -> None:
    tricky = "Zoë 'Zo' \"Z\" \\ \n \ud800"
    jobs = (Affiliation(tricky, "", date(2020, 1, 1)), Affiliation("", "cook", end=date.max))
    card = replace(
        DRAFT,
        names=("Ilse Quandel", "Ili")[:count],
        identifiers=(Identifier(IdentifierKind.HANDLE, tricky), EMAIL)[:count],
        affiliations=jobs[:count],
        labels=(tricky, "choir")[:count],
        is_contact=True,
    )
    content = (card.names, card.identifiers, card.affiliations, card.labels, True, False)
    assert seal(card, "uid").key == hash_of("card", "vcard", "uid", *content)


def test_the_subject_outlives_a_new_employer_and_the_key_does_not() -> None:
    before, after = seal(DRAFT), seal(replace(DRAFT, affiliations=(Affiliation("Nordwind"),)))
    assert before.subject == after.subject
    assert before.key != after.key


def test_the_place_in_the_file_changes_neither() -> None:
    moved = seal(replace(DRAFT, origin=replace(ORIGIN, place="card 9", digest="f" * 12)))
    assert (moved.key, moved.subject) == (seal(DRAFT).key, seal(DRAFT).subject)


def test_the_sources_own_id_is_the_subject() -> None:
    renamed = replace(DRAFT, names=("Ilse Talbach",), identifiers=())
    assert seal(DRAFT, "uid-1").subject == seal(renamed, "uid-1").subject
    assert seal(DRAFT, "uid-1").subject != seal(DRAFT, "uid-2").subject


def test_without_an_id_the_subject_is_made_of_strong_identifiers_and_names() -> None:
    lower = replace(DRAFT, identifiers=(Identifier(IdentifierKind.EMAIL, "ilse@example.com"),))
    assert seal(lower).subject == seal(DRAFT).subject


def test_two_of_a_family_who_share_a_number_are_two_subjects() -> None:
    sister = replace(DRAFT, names=("Lia Quandel",))
    assert seal(sister).subject != seal(DRAFT).subject


def test_with_names_alone_the_name_is_the_subject() -> None:
    bare = replace(DRAFT, identifiers=(NAME,))
    assert seal(bare).subject == seal(replace(bare, names=("ILSE quandel",))).subject
    assert seal(bare).subject != seal(DRAFT).subject


def test_namesakes_with_other_jobs_are_two_subjects_when_nothing_else_tells() -> None:
    bare = replace(DRAFT, identifiers=(NAME,))

    def subject(*jobs: Affiliation) -> str:
        return seal(replace(bare, affiliations=jobs)).subject

    acme, beta = Affiliation("Acme", "nurse"), Affiliation("Beta", "nurse")
    assert len({subject(), subject(acme), subject(beta), subject(Affiliation("", "nurse"))}) == 4
    assert subject(acme) == subject(Affiliation("ACME ", "head nurse"))
    assert subject(acme, beta) == subject(beta, acme)
    assert seal(replace(DRAFT, affiliations=(acme,))).subject == seal(DRAFT).subject
    with_id = replace(bare, affiliations=(acme,))
    assert seal(with_id, "uid-1").subject == seal(bare, "uid-1").subject


def test_another_importer_makes_another_card() -> None:
    other = replace(DRAFT, origin=replace(ORIGIN, importer="google_csv"))
    assert seal(other).key != seal(DRAFT).key
    assert seal(other).subject != seal(DRAFT).subject


SHORT = st.sampled_from(["", " ", "a", "A", "ß", "Ilse  Quandel", "ilse quandel", "'", "\x1f"])
DRAFT_OF_WREN = Draft(ORIGIN, ("Wren Talbach",), (NAME,), labels=("choir",), is_owner=True)
DRAFTS = st.builds(
    Draft,
    st.just(ORIGIN),
    st.lists(SHORT, max_size=3).map(tuple),
    st.lists(st.builds(Identifier, st.sampled_from(IdentifierKind), SHORT), max_size=3).map(tuple),
    st.lists(
        st.builds(Affiliation, SHORT, SHORT, kind=st.sampled_from(AffiliationKind)), max_size=3
    ).map(tuple),
    st.lists(SHORT, max_size=3).map(tuple),
    st.booleans(),
    st.booleans(),
)


@given(DRAFTS, st.sampled_from(["", "uid"]))
def test_the_short_ways_give_what_the_long_ones_do(draft: Draft, source_id: str) -> None:
    names = tuple(dict.fromkeys(" ".join(n.split()) for n in draft.names if n.strip()))
    identifiers = tuple(dict.fromkeys(i for i in draft.identifiers if i.value.strip()))
    affiliations = tuple(dict.fromkeys(draft.affiliations))
    labels = tuple(dict.fromkeys(label for label in draft.labels if label.strip()))
    content = (names, identifiers, affiliations, labels, draft.is_contact, draft.is_owner)
    strong = sorted(
        f"{i.kind}:{i.value.casefold()}" for i in identifiers if i.kind is not IdentifierKind.NAME
    )
    naming = [*strong, *(name.casefold() for name in names)]
    jobs = [a for a in affiliations if a.kind is AffiliationKind.WORK]
    work = {" ".join(a.organisation.casefold().split()) for a in jobs} - {""}
    work = work or {" ".join(a.role.casefold().split()) for a in jobs} - {""}
    if not strong:
        naming += [f"\x1e{place}" for place in sorted(work)]
    key = hash_of("card", "vcard", source_id, *content)
    subject = hash_of("subject", "vcard", *([source_id] if source_id else naming))
    assert seal(draft, source_id) == Card(key, subject, ORIGIN, *content)
    assert seal(Card("", "", *draft), source_id) == seal(draft, source_id)
    assert sealed([draft, DRAFT_OF_WREN]) == [seal(draft), seal(DRAFT_OF_WREN)]
