from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netgraph.importers._keys import hash_of, seal
from netgraph.model import Affiliation, Card, Identifier, IdentifierKind, Origin

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
