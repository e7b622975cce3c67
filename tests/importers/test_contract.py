"""What every importer promises, tried on every importer and every fixture there is."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers import Document, Importer, find_importer, importers
from netgraph.importers._files import walk
from netgraph.model import Card, Interaction, Record, Reject, Relation
from tests.importers.mutations import document_of, mutated

HERE = Path(__file__).parent
N_MUTATIONS = 300
#: Damaging a large sample costs time and finds nothing a small one does not.
SMALL = 16_384
RECORDS = (Card, Interaction, Relation, Reject)
#: Formats that are recognised only to say how to convert them.
REFUSED = {"outlook_pst_msg"}


@cache
def documents() -> tuple[Document, ...]:
    """Every fixture that can be opened, in path order."""
    found = walk(HERE.parent / "fixtures")
    return tuple(document for document in found if isinstance(document, Document))


@cache
def samples(importer: Importer) -> tuple[Document, ...]:
    """The fixtures that are of this format."""
    found = []
    for document in documents():
        try:
            if find_importer(document) is importer:
                found.append(document)
        except NetgraphError:
            continue
    return tuple(found)


def as_line(record: Record) -> str:
    """A record as one line of JSON; empty fields are left out to keep it readable."""
    return json.dumps({"record": type(record).__name__} | as_json(record), ensure_ascii=False)


def as_json(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        pairs = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: as_json(item) for name, item in pairs if item not in ("", (), None, False)}
    return value


@pytest.mark.parametrize("importer", importers(), ids=lambda importer: importer.name)
class TestEveryImporter:
    def test_has_a_sample(self, importer: Importer) -> None:
        assert samples(importer)

    def test_says_what_it_is(self, importer: Importer) -> None:
        assert importer.title
        assert importer.unit.endswith("s")
        assert "\n" not in importer.how_to_export
        assert len(importer.how_to_export) > 10

    def test_recognises_its_own_samples_and_nobody_elses(self, importer: Importer) -> None:
        own = {document.name for document in samples(importer)}
        claimed = {document.name for document in documents() if importer.recognises(document)}
        if importer.fallback:
            claimed -= {d.name for i in importers() if not i.fallback for d in samples(i)}
        assert claimed == own

    def test_copies_cut_short_are_survived(self, importer: Importer) -> None:
        for document in samples(importer):
            data = document.bytes()
            for tenths in range(10):
                survive(importer, document.name, data[: len(data) * tenths // 10])

    def test_damaged_copies_are_survived(self, importer: Importer) -> None:
        small = [d for d in samples(importer) if d.size <= SMALL] or list(samples(importer)[:1])
        contents = [document.bytes() for document in small]
        random = Random(20_260_101)
        for turn in range(N_MUTATIONS):
            document, data = small[turn % len(small)], contents[turn % len(small)]
            survive(importer, document.name, mutated(data, random))


READ = [importer for importer in importers() if importer.name not in REFUSED]


@pytest.mark.parametrize("importer", READ, ids=lambda importer: importer.name)
class TestEveryFormatThatIsRead:
    def test_records_match_the_golden_file(self, importer: Importer, update_golden: bool) -> None:
        lines = [as_line(r) for document in samples(importer) for r in importer.read(document)]
        golden = HERE.parent / "golden" / f"{importer.name}.jsonl"
        if update_golden:
            golden.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        assert golden.read_text(encoding="utf-8").splitlines() == lines

    def test_every_record_names_its_origin(self, importer: Importer) -> None:
        for document in samples(importer):
            records = list(importer.read(document))
            assert records, f"{document.name} gave no record and no reject"
            for record in records:
                assert record.origin.importer == importer.name
                assert record.origin.file == document.name
                assert record.origin.digest == document.digest
                assert record.origin.place

    def test_cards_are_sealed_and_interactions_have_keys(self, importer: Importer) -> None:
        for document in samples(importer):
            for record in importer.read(document):
                if not isinstance(record, Reject):
                    assert len(record.key) == 16
                if isinstance(record, Card):
                    assert len(record.subject) == 16
                    assert record.names or record.identifiers or record.is_owner
                if isinstance(record, Interaction) and record.when is not None:
                    assert record.when.utcoffset() is not None

    def test_reading_twice_gives_the_same(self, importer: Importer) -> None:
        for document in samples(importer):
            assert list(importer.read(document)) == list(importer.read(document))


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_a_refused_format_says_how_to_convert(name: str) -> None:
    (importer,) = (importer for importer in importers() if importer.name == name)
    for document in samples(importer):
        with pytest.raises(UnreadableFileError, match=r"export|save|Save"):
            list(importer.read(document))


def survive(importer: Importer, name: str, data: bytes) -> None:
    """Recognising answers, reading gives records or a `NetgraphError`; nothing else happens."""
    document = document_of(name, data)
    assert importer.recognises(document) in {True, False}
    message = "fine"
    try:
        records = list(importer.read(document))
    except NetgraphError as error:
        records, message = [], str(error)
    assert message.splitlines() == [message], "an error's message is one line"
    assert all(isinstance(record, RECORDS) for record in records)


def test_names_are_not_shared() -> None:
    names = [importer.name for importer in importers()]
    assert len(set(names)) == len(names)


def test_no_fixture_is_claimed_by_two() -> None:
    for document in documents():
        claims = [i.name for i in importers() if not i.fallback and i.recognises(document)]
        assert len(claims) < 2, f"{document.name}: {claims}"
