from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers._tables.extents import (
    MAX_CELLS,
    check_well_formed,
    ods_cells,
    xls_cells,
    xlsx_cells,
)
from netgraph.importers.handmade import IMPORTER
from tests.importers.mutations import document_of, mutated


def repacked(book: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """``book`` with one of its parts changed and its checksums right."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return written.getvalue()


def refusal(name: str, data: bytes) -> str:
    document = document_of(name, data)
    assert not IMPORTER.recognises(document)
    with pytest.raises(UnreadableFileError) as caught:
        list(IMPORTER.read(document))
    return str(caught.value)


def test_an_xlsx_sheet_reaches_to_its_last_cell() -> None:
    assert xlsx_cells(b'<row r="2"><c r="A2"/><c r="C2" s="1"/></row>') == 6
    assert xlsx_cells(b'<c r="XFD1048576"/>') == 16_384 * 1_048_576
    assert xlsx_cells(b"<sheetData/>") == 0


def test_an_ods_sheet_reaches_to_its_last_filled_cell() -> None:
    row = b"<table:table-row%s>%s</table:table-row>"
    filled = b'<table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell>'
    blank = b'<table:table-cell table:number-columns-repeated="16384"/>'
    many = b' table:number-rows-repeated="1048573"'
    assert ods_cells(b"<table:table>" + row % (b"", filled * 3) + row % (many, blank)) == 3
    assert ods_cells(b"<table:table>" + row % (many, blank) + row % (b"", filled)) == 1_048_574
    far = row % (b"", blank + filled)
    assert ods_cells(b"<table:table>" + row % (many, blank) + far) > MAX_CELLS


def test_an_old_workbook_is_measured(fixtures: Path) -> None:
    data = (fixtures / "sheets" / "agenda.xls").read_bytes()
    assert 15 <= xls_cells(data) < 100


def test_one_far_cell_is_refused_and_not_believed(fixtures: Path) -> None:
    sheets = fixtures / "sheets"
    xlsx = (sheets / "people.xlsx").read_bytes()
    far = repacked(
        xlsx, "xl/worksheets/sheet1.xml", lambda xml: xml.replace(b'r="A5"', b'r="XFD1048576"')
    )
    assert "too far down or right" in refusal("people.xlsx", far)
    xls = (sheets / "agenda.xls").read_bytes()
    cell = xls.index(struct.pack("<HHHH", 0x00FD, 10, 1, 0))
    far = xls[: cell + 4] + struct.pack("<HH", 65_535, 65_535) + xls[cell + 8 :]
    assert "too far down or right" in refusal("agenda.xls", far)


def test_a_missing_end_tag_is_refused_and_not_waited_for(fixtures: Path) -> None:
    ods = (fixtures / "sheets" / "rubrica.ods").read_bytes()
    cut = repacked(ods, "content.xml", lambda xml: xml.replace(b"</table:table>", b""))
    assert "damaged" in refusal("rubrica.ods", cut)


def test_entities_are_refused() -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(ValueError, match="document type"):
        check_well_formed(bomb)


def test_a_workbook_that_unpacks_to_too_much_is_refused(fixtures: Path) -> None:
    xlsx = (fixtures / "sheets" / "people.xlsx").read_bytes()
    written = io.BytesIO(xlsx)
    with zipfile.ZipFile(written, "a", zipfile.ZIP_DEFLATED) as archive:
        info = zipfile.ZipInfo("xl/media/huge.bin")
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w") as huge:
            for _ in range(65):
                huge.write(bytes(2**23))
    assert "suspiciously large" in refusal("people.xlsx", written.getvalue())


@pytest.mark.parametrize("name", ["people.xlsx", "rubrica.ods"])
def test_damage_below_the_checksums_is_survived(fixtures: Path, name: str) -> None:
    book = (fixtures / "sheets" / name).read_bytes()
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        parts = archive.namelist()
    random = Random(5)
    for turn in range(100):
        part = parts[turn % len(parts)]
        data = repacked(book, part, lambda content: mutated(content, random))
        document = document_of(name, data)
        assert IMPORTER.recognises(document) in {True, False}
        try:
            records = list(IMPORTER.read(document))
        except NetgraphError:
            continue
        assert records
