"""Tables in files as plain text: csv and tsv of any delimiter, xlsx, xls and ods.

The delimiter is not sniffed: the caller says how well a first glance at the rows suits it,
and the delimiter that suits best is taken.
"""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from netgraph.errors import UnreadableFileError
from netgraph.importers._files import Document
from netgraph.importers._tables.csvrows import (
    MAX_CELL,
    SEPARATOR_LINE,
    Cells,
    CsvRows,
    Row,
    csv_rows,
)
from netgraph.importers._tables.extents import (
    MAX_CELLS,
    check_well_formed,
    ods_cells,
    xls_cells,
    xlsx_cells,
)
from netgraph.importers._tables.htmltables import html_rows, is_html_table
from netgraph.importers._text.encodings import decode

__all__ = [
    "GLANCE_ROWS",
    "MAX_CELL",
    "Cells",
    "Row",
    "Sheet",
    "check_workbook",
    "glance",
    "is_workbook",
    "sheets",
]

DELIMITERS = (",", ";", "\t", "|")
#: Rows looked at when searching a header.
GLANCE_ROWS = 20
#: As many zero bytes may have strayed into any list that holds nothing else of a program.
STRAY_NULLS = 3
CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1f]")
#: What spreadsheets are called.
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
MAX_WORKBOOK_BYTES = 64 * 2**20
MAX_UNPACKED_BYTES = 512 * 2**20
OLE_MAGIC = b"\xd0\xcf\x11\xe0"
ZIP_MAGIC = b"PK\x03\x04"
#: Source code, prose, settings and logs: their commas make no table.
OTHER_FILES = re.compile(
    r"\.(?:py|js|ts|java|c|h|cpp|cs|go|rs|rb|php|sh|bat|ps1|r|jl|sql|css|html?|xml|jsonl?|ya?ml"
    r"|toml|ini|cfg|conf|md|rst|tex|bib|log|srt|vtt|patch|diff|ipynb)",
    re.IGNORECASE,
)
OTHER_FORMATS = ("BEGIN:", "From ", "{", "[", "<", "%PDF", "!BDN", "window.")


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its ``name`` ("" for a csv file and a workbook's only sheet) and rows.

    A row is its number as a spreadsheet shows it (from 1, blank ones counted) and its cells.
    """

    name: str
    rows: Sequence[Row]

    def place(self, number: int) -> str:
        """The place of row ``number`` in words."""
        return f"row {number}" if not self.name else f"sheet {self.name}, row {number}"


def is_workbook(document: Document) -> bool:
    """Whether the first bytes are those of a spreadsheet file (or of another office file)."""
    return document.head.startswith((OLE_MAGIC, ZIP_MAGIC))


def sheets(document: Document, suits: Callable[[Sequence[Cells]], int]) -> tuple[Sheet, ...]:
    """Every table of ``document``, in file order; empty when it is no tabular file.

    ``suits`` rates the first rows of a csv file under each delimiter (larger is better). The
    rows of a csv file are not kept but read again whenever they are asked for. Raises
    `UnreadableFileError` for a damaged or oversized file, of csv while it is read.
    """
    if is_workbook(document):
        return _workbook(document)
    if is_html_table(document):
        return (Sheet("", html_rows(document)),)
    if not _is_plain_text(document):
        return ()
    return (Sheet("", CsvRows(document, _delimiter(document, suits))),)


def glance(document: Document, suits: Callable[[Sequence[Cells]], int]) -> tuple[Sheet, ...]:
    """Like `sheets`, reading no more of a csv file than its first 64 KiB and rows."""
    if is_workbook(document):
        return _workbook(document)
    if is_html_table(document):
        return (Sheet("", html_rows(document)),)
    if not _is_plain_text(document):
        return ()
    rows = _first_rows(document.head_text(), _delimiter(document, suits))
    return (Sheet("", rows),)


def check_workbook(document: Document) -> None:
    """Raise `UnreadableFileError` with the reason when a spreadsheet cannot be opened."""
    suffix = PurePosixPath(document.name).suffix.lower()
    if suffix in WORKBOOKS and is_workbook(document):
        _workbook(document)


def _is_plain_text(document: Document) -> bool:
    if OTHER_FILES.fullmatch(PurePosixPath(document.name).suffix):
        return False
    text = decode(document.head[:4096], final=document.size <= 4096)
    few_nulls = text.count("\x00") <= (0 if CONTROLS.search(text) else STRAY_NULLS)
    few_nulls = few_nulls or 100 * text.count("\x00") <= len(text)
    return few_nulls and not text.lstrip("\ufeff \r\n").startswith(OTHER_FORMATS)


def _delimiter(document: Document, suits: Callable[[Sequence[Cells]], int]) -> str:
    text = document.head_text()
    stated = SEPARATOR_LINE.match(text)
    if stated:
        return stated.group(1)
    first = {d: [cells for _, cells in _first_rows(text, d)] for d in DELIMITERS}
    rated = {d: (suits(rows), _evenness(rows)) for d, rows in first.items()}
    return max(DELIMITERS, key=lambda delimiter: rated[delimiter])


def _evenness(rows: Sequence[Cells]) -> int:
    """How many rows are as wide as the widest, if that is wider than one cell."""
    widths = [len(cells) for cells in rows]
    widest = max(widths, default=0)
    return widths.count(widest) if widest > 1 else 0


def _first_rows(text: str, delimiter: str) -> tuple[Row, ...]:
    found: list[Row] = []
    try:
        for row in csv_rows(io.StringIO(text, newline=""), delimiter, ""):
            found.append(row)
            if len(found) == GLANCE_ROWS * 5:
                break
    except UnreadableFileError:
        return ()
    return tuple(found)


def _workbook(document: Document) -> tuple[Sheet, ...]:
    if document.size > MAX_WORKBOOK_BYTES:
        msg = f"{document.name}: too large for a spreadsheet; save it as csv"
        raise UnreadableFileError(msg)
    data = document.bytes()
    if not _is_harmless(data, document.name):
        return ()
    tables = [(name, rows) for name, rows in _calamine(data, document.name) if rows]
    single = len(tables) == 1
    return tuple(Sheet("" if single else name, rows) for name, rows in tables)


def _calamine(data: bytes, name: str) -> list[tuple[str, tuple[Row, ...]]]:
    """Every sheet's rows; whatever the compiled reader raises means a damaged file."""
    from python_calamine import CalamineWorkbook

    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return [(title, _sheet_rows(book, title)) for title in book.sheet_names]
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as error:  # a Rust panic is no Exception
        msg = f"{name}: the spreadsheet is damaged or protected by a password"
        raise UnreadableFileError(msg) from error


def _sheet_rows(book: object, title: str) -> tuple[Row, ...]:
    sheet = book.get_sheet_by_name(title)  # type: ignore[attr-defined]
    table = sheet.to_python(skip_empty_area=False)
    return tuple((number, [_as_text(c) for c in cells]) for number, cells in enumerate(table, 1))


def _as_text(value: object) -> str:
    """A cell as a person would type it: whole numbers without a point, dates as ISO 8601."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value).replace("\x00", "").strip()[:MAX_CELL]


def _is_harmless(data: bytes, name: str) -> bool:
    """Whether this is a spreadsheet; raises when reading it would ask for too much memory."""
    try:
        cells = xls_cells(data) if data.startswith(OLE_MAGIC) else _cells_in_zip(data, name)
    except DAMAGES as error:
        msg = f"{name}: the spreadsheet is damaged or of an old kind; save it as xlsx or csv"
        raise UnreadableFileError(msg) from error
    if cells > MAX_CELLS:
        msg = f"{name}: a sheet reaches too far down or right; delete the stray cells"
        raise UnreadableFileError(msg)
    return cells >= 0


#: What damaged archives and tables of sectors make the readers raise.
DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    IndexError,
    OSError,
)


def _cells_in_zip(data: bytes, name: str) -> int:
    """Cells of the largest sheet; -1 when the zip is no spreadsheet."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
        if sum(info.file_size for info in infos) > MAX_UNPACKED_BYTES:
            msg = f"{name}: unpacks to a suspiciously large size and was not opened"
            raise UnreadableFileError(msg)
        parts = {n: archive.read(n) for n in archive.namelist() if n.endswith((".xml", ".rels"))}
    if "xl/workbook.xml" not in parts and "content.xml" not in parts:
        return -1
    for part in parts.values():
        check_well_formed(part)
    if "content.xml" in parts:
        return ods_cells(parts["content.xml"])
    return max((xlsx_cells(xml) for n, xml in parts.items() if "sheet" in n.lower()), default=0)
