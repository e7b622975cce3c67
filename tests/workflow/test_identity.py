"""Merging and splitting: the user's word on who is who outlives imports and rebuilds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph import workflow
from netgraph.errors import NetgraphError, NotFoundError
from netgraph.model import Judgement, Person
from netgraph.resolve.people import resolve_people
from netgraph.store import Store
from netgraph.workflow.loading import all_records, region, resolve

NOW = datetime(2026, 11, 15, tzinfo=UTC)
LIST = """Name,Email,Phone,Works at
Ilse Quandel,ilse@example.org,,Orbit
Ilse Quandel,,+44 7700 900123,
Tobin Marrash,tobin@example.org,,Pine
"""
BOOK = """Name,Email,Phone,Works at
Quandel Ilse,ilse@example.org,+44 7700 900123,Orbit
"""


def bring(store: Store, text: str, name: str, *, days: int = 0) -> None:
    path = store.path.parent / name
    path.write_text(text, encoding="utf-8")
    (report,) = workflow.import_paths(store, [path], now=NOW + timedelta(days=days))
    assert not report.error


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "netgraph.db") as opened:
        bring(opened, LIST, "list.csv")
        bring(opened, BOOK, "book.csv")
        yield opened


def people(store: Store, name: str) -> list[Person]:
    return [p for p in workflow.resolve(store).people if name in p.name]


def sizes(store: Store, name: str = "Ilse") -> list[int]:
    return sorted(len(person.cards) for person in people(store, name))


def test_cards_taken_out_are_another_person_for_good(store: Store) -> None:
    (ilse,) = people(store, "Ilse")
    assert len(workflow.cards_of(store, ilse.id)) == 3
    left, taken = workflow.split(store, ilse.id, [2], now=NOW)
    assert (len(left.cards), len(taken.cards)) == (2, 1)
    bring(store, LIST.replace("Orbit", "Larch"), "newer.csv", days=1)
    bring(store, LIST, "list.csv", days=2)
    assert sizes(store) == [1, 3]
    (found,) = [p for p in people(store, "Ilse") if len(p.cards) == 1]
    assert [i.value for i in found.identifiers][:1] == ["+44 7700 900123"]


def test_what_is_left_stays_one_even_when_only_the_taken_card_held_it(store: Store) -> None:
    (ilse,) = people(store, "Ilse")
    cards = workflow.cards_of(store, ilse.id)
    book = next(n for n, s in enumerate(cards, 1) if s.card.origin.file == "book.csv")
    left, taken = workflow.split(store, ilse.id, [book], now=NOW)
    assert (len(left.cards), len(taken.cards)) == (2, 1)


def test_merging_takes_a_split_back_and_splitting_a_merge(store: Store) -> None:
    (ilse,), (tobin,) = people(store, "Ilse"), people(store, "Tobin")
    left, taken = workflow.split(store, ilse.id, [1, 3], now=NOW)
    assert workflow.merge(store, left.id, taken.id, now=NOW) == ilse
    both = workflow.merge(store, ilse.id, tobin.id, now=NOW)
    assert len(both.cards) == 4
    cards = workflow.cards_of(store, both.id)
    numbers = [n for n, s in enumerate(cards, 1) if "Tobin Marrash" in s.card.names]
    workflow.split(store, both.id, numbers, now=NOW)
    assert (people(store, "Ilse"), people(store, "Tobin")) == ([ilse], [tobin])


def test_same_takes_back_that_two_were_called_different(store: Store) -> None:
    (ilse,), (tobin,) = people(store, "Ilse"), people(store, "Tobin")
    workflow.answer(store, ilse.id, tobin.id, Judgement.DIFFERENT, now=NOW)
    workflow.answer(store, ilse.id, tobin.id, Judgement.SAME, now=NOW)
    assert len(workflow.resolve(store).people) == 2  # the two, and me


@pytest.mark.parametrize(
    ("numbers", "told"), [([4], "cards are 1 to 3"), ([1, 2, 3], "leave some")]
)
def test_what_cannot_be_taken_out_is_told_and_changes_nothing(
    store: Store, numbers: list[int], told: str
) -> None:
    (ilse,) = people(store, "Ilse")
    with pytest.raises(NetgraphError, match=told):
        workflow.split(store, ilse.id, numbers, now=NOW)
    assert store.decided.decisions() == ()
    with pytest.raises(NotFoundError):
        workflow.cards_of(store, "nobody")


def test_versions_of_one_entry_go_together(store: Store) -> None:
    bring(store, LIST.replace("Orbit", "Larch"), "newer.csv", days=1)
    (ilse,) = people(store, "Ilse")
    cards = workflow.cards_of(store, ilse.id)
    _left, taken = workflow.split(store, ilse.id, [1], now=NOW)
    entry = {s.card.key for s in cards if s.card.subject == cards[0].card.subject}
    assert set(taken.cards) == entry
    assert len(entry) == 2


def test_why_shows_cards_evidence_and_words(store: Store) -> None:
    (ilse,), (tobin,) = people(store, "Ilse"), people(store, "Tobin")
    workflow.answer(store, ilse.id, tobin.id, Judgement.DIFFERENT, now=NOW)
    why = workflow.explain(store, ilse)
    assert [s.card.origin.file for s in why.cards] == ["list.csv", "list.csv", "book.csv"]
    told = {(reason.cards, reason.evidence[0]) for reason in why.joined}
    assert told == {
        ((1, 3), "They have the same e-mail address."),
        ((2, 3), "They have the same phone number."),
    }
    (verdict,) = why.others
    assert (verdict.other, verdict.judgement, verdict.by) == (tobin, Judgement.DIFFERENT, "user")
    both = workflow.merge(store, ilse.id, tobin.id, now=NOW)
    assert ("You said so.",) in {r.evidence for r in workflow.explain(store, both).joined}


def test_every_person_of_several_cards_has_reasons_that_hold_them_together(
    tmp_path: Path, sample_data: Path
) -> None:
    with Store.open(tmp_path / "noor.db") as store:
        list(workflow.import_paths(store, [sample_data / "mine"], now=NOW))
        several = [p for p in workflow.resolve(store).people if len(p.cards) > 2][:12]
        assert len(several) == 12
        for person in several:
            why = workflow.explain(store, person)
            held = {1}
            for _ in why.cards:
                held |= {n for r in why.joined if held & set(r.cards) for n in r.cards}
            assert held == set(range(1, len(why.cards) + 1))


@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9)), max_size=4))
def test_the_last_word_always_stands(
    tmp_path_factory: pytest.TempPathFactory, words: list[tuple[bool, int, int]]
) -> None:
    with Store.open(tmp_path_factory.mktemp("words") / "netgraph.db") as store:
        bring(store, LIST, "list.csv")
        bring(store, BOOK, "book.csv")
        for is_merge, one, other in words:
            everybody = [p for p in workflow.resolve(store).people if not p.is_me]
            left, right = everybody[one % len(everybody)], everybody[other % len(everybody)]
            if is_merge and left.id != right.id:
                made = workflow.merge(store, left.id, right.id, now=NOW)
                assert set(made.cards) == {*left.cards, *right.cards}
            elif not is_merge and len(left.cards) > 1:
                number = other % len(left.cards) + 1
                card = workflow.cards_of(store, left.id)[number - 1].card.key
                rest, taken = workflow.split(store, left.id, [number], now=NOW)
                assert card in taken.cards
                assert sorted((*rest.cards, *taken.cards)) == sorted(left.cards)


def test_in_one_session_all_is_as_if_the_store_had_just_been_opened(store: Store) -> None:
    for step in range(3):
        asked = workflow.questions(store)
        if asked:
            left, right = asked[0].left.id, asked[0].right.id
            workflow.answer(store, left, right, Judgement.SAME, now=NOW)
        bring(store, f"Name,Email\nIlse Quandel,ilse{step}@example.org\n", f"more{step}.csv")
        kept = resolve(store)
        with Store.open(store.path) as again:
            again.derived.replace(kept)
            cards = all_records(again).cards
            fresh = resolve_people(cards, again.decided.decisions(), region=region(again, cards))
        assert kept == fresh
