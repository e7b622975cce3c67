from __future__ import annotations

import io
import re
from contextlib import suppress
from pathlib import Path
from random import Random
from time import process_time

import pytest

from netgraph.errors import NetgraphError
from netgraph.importers import Document, importer_named, importers
from netgraph.importers._files import walk
from netgraph.importers._keys import seal
from netgraph.importers._lengths import CUT, DROPPED, bounded
from netgraph.importers._tables.sheets import MAX_CELL
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    Relation,
    RelationKind,
)

HERE = Path(__file__).parent
AT = Origin("vcard", "phone.vcf", "0123456789ab", "card 1")
LONG = "Ann " + "x" * 2_000_000
NAMED = Identifier(IdentifierKind.NAME, LONG)
MAIL = Identifier(IdentifierKind.EMAIL, "ann@example.com")
ENDLESS = Identifier(IdentifierKind.EMAIL, "x" * 2_000_000 + "@example.com")


def kept(*records: Record) -> tuple[list[Record], list[str]]:
    """What is kept of ``records``, and what is said."""
    found = list(bounded(records))
    return (
        [record for record in found if not isinstance(record, Reject)],
        [record.reason for record in found if isinstance(record, Reject)],
    )


class TestBounds:
    def test_ordinary_records_pass_untouched(self) -> None:
        card = seal(Card("", "", AT, ("x" * MAX_CELL,), (MAIL,), (Affiliation("Nordwind"),)))
        (same,), said = kept(card)
        assert same is card
        assert said == []

    def test_names_employers_and_labels_are_cut_and_it_is_told_once(self) -> None:
        work = Affiliation(LONG, LONG)
        card = seal(Card("", "", AT, (LONG, LONG + "y"), (NAMED, MAIL), (work,), (LONG,)))
        (cut,), said = kept(card)
        assert isinstance(cut, Card)
        beginning = LONG[:MAX_CELL]
        assert cut.names == cut.labels == (beginning,)
        assert cut.identifiers == (Identifier(IdentifierKind.NAME, beginning), MAIL)
        assert cut.affiliations == (Affiliation(beginning, beginning),)
        assert (cut.key, cut.subject) == (card.key, card.subject)
        assert said == [CUT]

    def test_half_an_address_would_be_another_one(self) -> None:
        card = seal(Card("", "", AT, ("Ann Lee",), (ENDLESS, MAIL)))
        (cut,), said = kept(card)
        assert isinstance(cut, Card)
        assert cut.identifiers == (MAIL,)
        assert said == [DROPPED]

    def test_a_card_of_which_nothing_is_left_is_told(self) -> None:
        assert kept(seal(Card("", "", AT, (), (ENDLESS,)))) == ([], [DROPPED])

    def test_interactions_point_at_the_same_cut_name_as_cards(self) -> None:
        meeting = Interaction("k", AT, InteractionKind.MEETING, None, ENDLESS, (NAMED, MAIL), 3)
        (cut,), said = kept(meeting)
        assert isinstance(cut, Interaction)
        assert cut.sender is None
        assert cut.participants == (Identifier(IdentifierKind.NAME, LONG[:MAX_CELL]), MAIL)
        assert cut.n_participants == 3
        assert said == [DROPPED]

    def test_relations_are_cut_or_gone(self) -> None:
        knows = Relation("k", AT, RelationKind.KNOWS, OWNER, NAMED)
        at = Relation("k", AT, RelationKind.KNOWS_AT, MAIL, LONG)
        lost = Relation("k", AT, RelationKind.KNOWS, OWNER, ENDLESS)
        found, said = kept(knows, at, lost)
        assert [r.right for r in found if isinstance(r, Relation)] == [
            Identifier(IdentifierKind.NAME, LONG[:MAX_CELL]),
            LONG[:MAX_CELL],
        ]
        assert said == [CUT, DROPPED]


def samples() -> list[tuple[str, Document]]:
    """Every text among the fixtures, with the format that reads it."""
    found = []
    for document in walk(HERE.parent / "fixtures"):
        assert isinstance(document, Document)
        if b"\0" in document.head:
            continue
        try:
            claims = [i.name for i in importers() if i.recognises(document)]
        except NetgraphError:
            continue
        found += [(name, document) for name in claims]
    return found


@pytest.mark.parametrize("long", [b"Ann" + b"x" * 50_000, b"x-" * 25_000])
def test_a_word_without_end_takes_no_minutes_anywhere(long: bytes) -> None:
    random = Random(2)
    for name, document in samples():
        data = document.bytes()
        words = list(re.finditer(rb"[A-Z][a-z]{3,}", data))
        for word in random.sample(words, min(1, len(words))):
            damaged = data[: word.start()] + long + data[word.end() :]
            copy = Document(
                document.name, len(damaged), damaged[:65_536], "", lambda d=damaged: io.BytesIO(d)
            )
            start = process_time()
            with suppress(NetgraphError):
                list(bounded(importer_named(name).read(copy)))
            assert process_time() - start < 3, (name, document.name, word)


@pytest.mark.parametrize(
    ("name", "file", "word"),
    [
        ("mbox", "mail/takeout.mbox", b"List-Id: Weekly"),
        ("outlook_calendar", "outlook/calendar_de.csv", b"Noor Saldana"),
        ("outlook_csv", "outlook/classic_de.csv", b"Einkauf"),
    ],
)
def test_words_without_end_that_took_minutes(name: str, file: str, word: bytes) -> None:
    data = (HERE.parent / "fixtures" / file).read_bytes()
    assert word in data
    damaged = data.replace(word, word + b"x" * 40_000)
    copy = Document(file, len(damaged), damaged[:65_536], "", lambda: io.BytesIO(damaged))
    start = process_time()
    list(bounded(importer_named(name).read(copy)))
    assert process_time() - start < 1.5
