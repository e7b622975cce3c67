from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.model import Affiliation, AffiliationKind
from netgraph.resolve.comparing.columns import mixed, mixed_pair
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.traits import Traits, traits_of
from netgraph.resolve.names.written import writers, writes_another_name
from tests.resolve.crowds import Crowd
from tests.resolve.labelled import address_book

PARTS = [
    "employers", "callings", "circles", "events", "guest_lists", "books", "owners", "owner_of",
    "slugs", "work_domains", "work_words", "work_addresses", "private_addresses", "locals",
    "phone_ends", "national_ends", "employer_words", "jobs", "full_spellings", "short_spellings",
]  # fmt: skip
MAIL = ["robert.oakden7@gmail.com", "bob-pine@x.example", "ana.ana@x.example", "jürgen_roe+a@x"]
NUMBER = st.integers(-(1 << 63), (1 << 63) - 1)


def many() -> list[Traits]:
    """Some of one card, some of two."""
    cards = [*Crowd(random.Random(3)).cards(120), *address_book(200, 5)[0]]
    group = Affiliation("Book club", start=date(2026, 3, 1), kind=AffiliationKind.GROUP)
    owned = replace(cards[0], card=replace(cards[0].card, is_owner=True))
    guest = replace(cards[1], card=replace(cards[1].card, affiliations=(group,)))
    traits = [traits_of(each, "") for each in (owned, guest, *cards)]
    return [a | b for a, b in zip(traits[::5], traits[1::5], strict=False)] + traits


@pytest.mark.parametrize("part", PARTS)
def test_a_column_holds_what_the_traits_say_one_by_one(part: str) -> None:
    people = many()
    column = Everybody(people).column(part)
    found = np.split(column.what, column.starts[1:])
    said = [set(map(hash, getattr(each, part))) for each in people]
    assert [set(row.tolist()) for row in found] == said
    assert any(said)


def test_first_names_are_those_that_come_first() -> None:
    people = many()
    told = Everybody(people)
    found = [told.table.names[row] if row >= 0 else None for row in told.first.tolist()]
    assert found == [next(iter(traits.names), None) for traits in people]


@given(NUMBER, NUMBER)
def test_a_pair_of_codes_has_the_code_it_has_among_many(one: int, other: int) -> None:
    assert mixed([one, 1], [other, 2]).tolist() == [mixed_pair(one, other), mixed_pair(1, 2)]
    assert mixed_pair(1, 2) != mixed_pair(2, 1)


def test_who_writes_another_name_is_told_of_all_as_of_each() -> None:
    people = many()
    addressed = [
        Traits(p.names, keys=frozenset({f"email:{text}"})) for p in people for text in MAIL
    ]
    found = writers(Everybody(people + addressed)).tolist()
    assert found == [writes_another_name(each, each) for each in people + addressed]
    assert any(found)
