from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document
from netgraph.importers._tables import lines as lines_of_text
from netgraph.importers._tables.blocks import Block
from netgraph.importers._tables.delimited import (
    Row,
    blocks,
    column_names,
    has_header,
    records,
    rows,
)
from netgraph.importers._tables.stretches import OVERLONG, UNCLOSED
from netgraph.model import Reject, RejectKind
from tests.importers.mutations import document_of


def wanted(columns: frozenset[str]) -> bool:
    return {"name", "city"} <= columns


def read(data: bytes | str) -> list[Row]:
    content = data.encode() if isinstance(data, str) else data
    return list(rows(document_of("a.csv", content), wanted))


def cells(data: bytes | str) -> list[list[str]]:
    return [list(row.cells.values()) for row in read(data)]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends(delimiter: str, end: str) -> None:
    text = end.join(["Name,City", 'Ilse,"Turin', 'or Rome"', "Wren,Oslo"]).replace(",", delimiter)
    assert cells(text) == [["Ilse", f"Turin{end}or Rome"], ["Wren", "Oslo"]]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"]
)
def test_encodings(encoding: str) -> None:
    data = "Name,City\nJörg,Köln\n".encode(encoding)
    if encoding == "utf-16-le":
        data = b"\xff\xfe" + data
    assert cells(data) == [["Jörg", "Köln"]]


def test_a_late_byte_that_is_not_utf8_turns_the_whole_file_to_windows_1252() -> None:
    data = b"Name,City\n" + b"Ilse,Rome\n" * 10_000 + "Jörg,Köln\n".encode("cp1252")
    assert cells(data)[-1] == ["Jörg", "Köln"]


def test_a_character_cut_in_two_at_the_end_does_not_change_the_encoding() -> None:
    data = "Name,City\nJörg,Kö".encode()[:-1]
    assert cells(data) == [["Jörg", "K\ufffd"]]


def test_separator_line_decides() -> None:
    assert cells("sep=;\nName;City\nIlse, Dr;Rome, Italy\n") == [["Ilse, Dr", "Rome, Italy"]]
    assert cells('"sep=\t"\nName\tCity\nIlse\tRome\n') == [["Ilse", "Rome"]]


def test_the_header_stands_below_notes_blank_lines_and_rows_of_commas() -> None:
    text = 'Notes:\n"a, b"\n\n,,,\n\n Name , CITY \n,\nIlse,Rome\n'
    assert column_names(document_of("a.csv", text.encode()), wanted) == ("name", "city")
    assert read(text) == [Row(8, {"name": "Ilse", "city": "Rome"})]


def test_the_header_is_looked_for_in_fifteen_lines_only() -> None:
    assert has_header(document_of("a.csv", b"x\n" * 14 + b"Name,City\n"), wanted)
    assert not has_header(document_of("a.csv", b"x\n" * 15 + b"Name,City\n"), wanted)


def test_a_missing_header_is_an_error_for_the_user() -> None:
    with pytest.raises(UnreadableFileError, match=r"a\.csv: the header row is missing"):
        read("Vorname,Ort\nIlse,Rome\n")


def test_repeated_column_names_are_told_apart() -> None:
    row = read("Name,City,City,Name\nIlse,Rome,Turin,Ili\n")[0]
    assert row.cells == {"name": "Ilse", "city": "Rome", "city (2)": "Turin", "name (2)": "Ili"}


def test_ragged_rows() -> None:
    short, padded, long = read("Name,City\nIlse\nWren,Oslo,,\nTobin,Bern,Basel\n")
    assert short == Row(2, {"name": "Ilse", "city": ""})
    assert padded == Row(3, {"name": "Wren", "city": "Oslo"})
    assert long == Row(4, {"name": "Tobin", "city": "Bern"}, OVERLONG)


def test_row_numbers_are_those_of_a_spreadsheet() -> None:
    text = 'Name,City\nIlse,"two\nlines"\n\nWren,Oslo\n'
    assert [row.number for row in read(text)] == [2, 4]


def test_nul_bytes_are_dropped() -> None:
    assert cells(b"Na\0me,City\nIl\0se,Rome\n") == [["Ilse", "Rome"]]


def test_a_cell_larger_than_the_usual_limit() -> None:
    assert cells(f'Name,City\nIlse,"{"x" * 200_000}"\n')[0][1] == "x" * 200_000


def test_an_open_quotation_mark_costs_one_row() -> None:
    text = 'Name,City\nIlse,Rome\n"Wren,Oslo\nTobin,Bern\nYuna,Graz\n'
    first, bad, *rest = read(text)
    assert (first.fault, bad.fault) == ("", UNCLOSED)
    assert [(row.number, row.cells["name"]) for row in rest] == [(4, "Tobin"), (5, "Yuna")]


def test_a_quotation_mark_closed_by_a_later_row_costs_the_first_row_only() -> None:
    text = 'Name,City\n"Wren,Oslo\nTobin,Bern\nYuna,"Graz, Styria, Austria"\nIlse,Rome\n'
    found = read(text)
    assert [row.number for row in found if row.fault] == [2]
    assert [row.cells["name"] for row in found if not row.fault] == ["Tobin", "Yuna", "Ilse"]


@given(st.text('",\n\r a\0', max_size=60), st.integers(1, 20))
def test_rows_are_the_same_wherever_the_blocks_of_lines_end(text: str, size: int) -> None:
    whole = read(f"Name,City\n{text}")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_of_text, "BLOCK_CHARS", size)
        assert read(f"Name,City\n{text}") == whole


def test_many_open_quotation_marks_end() -> None:
    text = "Name,City\n" + '"a"b",c\n' * 3_000 + '"x'
    found = read(text)
    assert 1 <= len(found) <= 3_001
    assert found[-1].fault


def test_rows_are_streamed() -> None:
    class Lines(io.RawIOBase):
        """A header and a great many rows, all of ten bytes, made when asked for."""

        def __init__(self, size: int) -> None:
            self.place, self.size = 0, size

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:
            count = min(len(buffer), self.size - self.place)
            rows = b"Ilse,Rome\n" * (count // 10 + 2)
            start = self.place % 10
            piece = bytearray(rows[start : start + count])
            if self.place == 0:
                piece[:10] = b"Name,City\n"[:count]
            buffer[:count] = bytes(piece)
            self.place += count
            return count

    sizes = iter([10**9, 100])
    document = Document(
        "a.csv", 10**12, b"Name,City\n", "0" * 12, lambda: io.BufferedReader(Lines(next(sizes)))
    )
    stream = rows(document, wanted)
    assert [next(stream).number for _ in range(1_000)] == list(range(2, 1_002))
    stream.close()


def test_an_empty_table_is_left_out_and_said_so() -> None:
    document = document_of("a.csv", b"Name,City\n,\n")
    (reject,) = records(document, "demo", wanted, lambda _cells, _origin: [])
    assert isinstance(reject, Reject)
    assert reject.kind is RejectKind.LEFT_OUT
    assert reject.reason == "holds no rows"


def test_a_row_with_a_fault_becomes_a_reject_in_its_place() -> None:
    document = document_of("a.csv", b"Name,City\nIlse,Rome,Turin\n")
    (reject,) = records(document, "demo", wanted, lambda _cells, _origin: [])
    assert isinstance(reject, Reject)
    assert (reject.kind, reject.origin.place) == (RejectKind.UNREADABLE, "row 2")


@pytest.mark.parametrize("data", [b"", b"\n\n", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50])
def test_what_is_no_table_has_no_header(data: bytes) -> None:
    assert not has_header(document_of("a.csv", data), wanted)


def test_blocks_hold_the_rows_in_order_with_faults_between_them() -> None:
    lines = [f"Ilse {n}, Rome ,\n" for n in range(300)]
    lines[200] = "Wren,Oslo,,Bern\n"
    document = document_of("a.csv", ("Name,City,Notes\n" + "".join(lines)).encode())
    found = list(blocks(document, "demo", wanted))
    assert [len(b.origins) if isinstance(b, Block) else b.reason for b in found] == [
        128, 72, OVERLONG, 99,
    ]  # fmt: skip
    assert [origin.place for b in found if isinstance(b, Block) for origin in b.origins] == [
        f"row {n}" for n in range(2, 302) if n != 202
    ]
    first = found[0]
    assert isinstance(first, Block)
    assert (first.column("name")[5], first.column("city")[5]) == ("Ilse 5", "Rome")
    assert set(first.column("notes")) == set(first.column("no such")) == {""}
    assert first.filled(["notes", "city", "no such"]) == [["Rome"] * 128]
    assert first.first_of("notes", "city") == ["Rome"] * 128
    assert first.first_of("name", "city") == first.column("name")
    assert set(first.first_of("notes", "no such")) == {""}


def test_a_table_without_rows_has_no_blocks_and_says_so() -> None:
    (reject,) = blocks(document_of("a.csv", b"Name,City\n"), "demo", wanted)
    assert isinstance(reject, Reject)
    assert reject.reason == "holds no rows"
