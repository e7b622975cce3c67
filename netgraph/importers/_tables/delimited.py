"""Delimited text as it really comes: found by its header row, streamed, never fatal for one row.

The header is looked for by content in the first lines, so notes above it and ``sep=;`` do no
harm. One bad quotation mark costs one row, not the rest of the file.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeVar

from netgraph.errors import UnreadableFileError
from netgraph.importers._files import Document
from netgraph.importers._tables.blocks import Block
from netgraph.importers._tables.lines import Lines
from netgraph.importers._tables.stretches import Listed, Stretch, below, cells_of, listed
from netgraph.importers._text.encodings import decode
from netgraph.model import Origin, Record, Reject, RejectKind

HEADER_SEARCH_LINES = 15
DELIMITERS = (",", ";", "\t")
SEPARATOR_LINE = re.compile(r'^"?sep=(.)"?\s*$', re.IGNORECASE)
MAX_CELL_CHARS = 2**26
#: Rows are converted in blocks of so many, small enough for the processor's nearest memory.
BLOCK_ROWS = 128

#: Tells from the column names (trimmed, lower case) whether a row is the header looked for.
Signature = Callable[[frozenset[str]], bool]
Cells = dict[str, str]
T = TypeVar("T")


class Row(NamedTuple):
    """One row: ``number`` as a spreadsheet counts it (1 is the first line of the file).

    ``cells`` maps every column name (trimmed, lower case; a repeated one gets " (2)") to the
    trimmed text, "" where the row is too short. ``fault`` says why the row cannot be trusted,
    or is "".
    """

    number: int
    cells: Cells
    fault: str = ""


@dataclass(frozen=True, slots=True)
class _Header:
    """A line that may be the header: its index among all lines, delimiter, column names."""

    line: int
    delimiter: str
    columns: tuple[str, ...]
    names: frozenset[str]


def has_header(document: Document, signature: Signature) -> bool:
    """Whether one of the first 15 lines that are not empty is the header looked for."""
    return _find_header(document, signature) is not None


def column_names(document: Document, signature: Signature) -> tuple[str, ...]:
    """The column names of the header row, in file order; empty when there is none."""
    header = _find_header(document, signature)
    return header.columns if header else ()


def records(
    document: Document,
    importer: str,
    signature: Signature,
    convert: Callable[[Cells, Origin], Iterable[Record]],
) -> Iterator[Record]:
    """What ``convert`` makes of every row; unreadable rows and empty tables as `Reject`."""
    some = or_empty(document, importer, rows(document, signature))
    return converted(document, importer, some, convert)


def converted(
    document: Document,
    importer: str,
    some: Iterable[Row | Reject],
    convert: Callable[[Cells, Origin], Iterable[Record]],
) -> Iterator[Record]:
    """What ``convert`` makes of rows; those with a fault as `Reject`."""
    for row in some:
        if isinstance(row, Reject):
            yield row
            continue
        origin = document.origin(importer, f"row {row.number}")
        if row.fault:
            yield Reject(origin, row.fault)
        else:
            yield from convert(row.cells, origin)


def blocks(document: Document, importer: str, signature: Signature) -> Iterator[Block | Reject]:
    """Like `records` for tables of very many rows: some hundred at once, and what is no row."""
    columns = column_names(document, signature)
    found = in_blocks(document, importer, columns, _listed(document, signature))
    return or_empty(document, importer, found)


def in_blocks(
    document: Document, importer: str, columns: tuple[str, ...], listed: Iterable[Listed]
) -> Iterator[Block | Reject]:
    """Rows that are ``listed`` already, in blocks; those with a fault as `Reject`."""
    file, digest = document.name, document.digest
    waiting: list[list[str]] = []
    origins: list[Origin] = []
    for number, cells, fault in listed:
        origin = Origin(importer, file, digest, f"row {number}")
        if not fault:
            waiting.append(cells)
            origins.append(origin)
        if fault or len(waiting) == BLOCK_ROWS:
            if waiting:
                yield Block(columns, waiting, origins)
                waiting, origins = [], []
            if fault:
                yield Reject(origin, fault)
    if waiting:
        yield Block(columns, waiting, origins)


def or_empty(document: Document, importer: str, found: Iterator[T]) -> Iterator[T | Reject]:
    """``found``, or that the table holds no rows when it is nothing."""
    is_empty = True
    for one in found:
        is_empty = False
        yield one
    if is_empty:
        yield Reject(document.origin(importer, "row 1"), "holds no rows", RejectKind.LEFT_OUT)


def rows(document: Document, signature: Signature) -> Iterator[Row]:
    """The rows below the header, in file order, in bounded memory; blank rows are passed over.

    `UnreadableFileError` when there is no such header.
    """
    return trimmed(column_names(document, signature), _listed(document, signature))


def trimmed(columns: tuple[str, ...], listed: Iterable[Listed]) -> Iterator[Row]:
    """Rows that are ``listed`` already, their cells trimmed and by the names of the columns."""
    for number, cells, fault in listed:
        yield Row(number, dict(zip(columns, map(str.strip, cells), strict=True)), fault)


def _listed(document: Document, signature: Signature) -> Iterator[Listed]:
    """Every row that is not blank."""
    width = len(column_names(document, signature))
    for stretch in stretches(document, signature):
        yield from listed(stretch, width)


def stretches(document: Document, signature: Signature) -> Iterator[Stretch]:
    """All rows below the header, as they are read; `UnreadableFileError` without a header."""
    header = _find_header(document, signature)
    if header is None:
        msg = f"{document.name}: the header row is missing"
        raise UnreadableFileError(msg)
    if csv.field_size_limit() < MAX_CELL_CHARS:
        csv.field_size_limit(MAX_CELL_CHARS)
    with document.open() as stream:
        text = io.TextIOWrapper(stream, document.encoding.codec, errors="replace", newline="")
        try:
            lines = Lines(text)
            lines.pass_over(header.line + 1)
            yield from below(lines, header.line + 2, header.delimiter, len(header.columns))
        finally:
            text.detach()


def _find_header(document: Document, signature: Signature) -> _Header | None:
    for header in _candidates(document.head, len(document.head) >= document.size):
        if signature(header.names):
            return header
    return None


@lru_cache(maxsize=8)
def _candidates(head: bytes, is_whole: bool) -> tuple[_Header, ...]:
    """Every reading of the first lines as a header; kept, as each importer asks for it."""
    found: list[_Header] = []
    delimiters: tuple[str, ...] = DELIMITERS
    seen = 0
    for index, raw in enumerate(io.StringIO(decode(head, final=is_whole), newline="")):
        line = raw.replace("\0", "").lstrip("\ufeff")
        separator = SEPARATOR_LINE.match(line)
        if separator and not seen:
            delimiters = (separator[1],)
        elif line.strip():
            seen += 1
            found += _readings(index, line, delimiters)
        if seen == HEADER_SEARCH_LINES:
            break
    return tuple(found)


def _readings(index: int, line: str, delimiters: tuple[str, ...]) -> list[_Header]:
    present = [delimiter for delimiter in delimiters if delimiter in line] or [delimiters[0]]
    readings = []
    for delimiter in present:
        columns = _unique(cells_of(line, delimiter))
        if columns:
            readings.append(_Header(index, delimiter, columns, frozenset(columns)))
    return readings


def _unique(cells: list[str]) -> tuple[str, ...]:
    names: dict[str, None] = {}
    counts: dict[str, int] = {}
    for cell in cells:
        name = wanted = " ".join(cell.split()).casefold()
        while name in names:
            counts[wanted] = counts.get(wanted, 1) + 1
            name = f"{wanted} ({counts[wanted]})"
        names[name] = None
    return tuple(names)
