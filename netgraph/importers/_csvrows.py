"""The rows of a csv file of any delimiter, streamed; one bad quotation mark costs one row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import overload

from netgraph.errors import UnreadableFileError
from netgraph.importers._files import Document
from netgraph.importers._lines import Lines

MAX_FIELD_CHARACTERS = 2**20
MAX_REPAIRS = 100
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
#: Longer cells are cut [characters]: no name, address or employer is as long, and patterns that
#: look through a cell take time by the square of its length.
MAX_CELL = 1_000

Cells = Sequence[str]
Row = tuple[int, Cells]


class CsvRows(Sequence[Row]):
    """The rows of a csv file from ``begin`` on, read anew each time they are gone through."""

    def __init__(self, document: Document, delimiter: str, begin: int = 0) -> None:
        self._document, self._delimiter, self._begin = document, delimiter, begin

    def __iter__(self) -> Iterator[Row]:
        with self._document.open() as stream:
            encoding = self._document.encoding.codec
            text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
            try:
                rows = csv_rows(text, self._delimiter, self._document.name)
                yield from islice(rows, self._begin, None)
            finally:
                text.detach()

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, int):
            for row in islice(self, index, None):
                return row
            raise IndexError(index)
        if index.stop is None:
            return CsvRows(self._document, self._delimiter, self._begin + (index.start or 0))
        return tuple(islice(self, index.start, index.stop))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)


def csv_rows(text: io.TextIOBase, delimiter: str, name: str) -> Iterator[Row]:
    """The rows; a quotation mark that is never closed costs its own line, not all below it."""
    if csv.field_size_limit() < MAX_FIELD_CHARACTERS:
        csv.field_size_limit(MAX_FIELD_CHARACTERS)
    lines = Lines(text)
    number = 0
    for _ in range(MAX_REPAIRS):
        reader = csv.reader(lines.from_here(), delimiter=delimiter)
        with suppress(csv.Error):
            for cells in reader:
                end = reader.line_num
                if end > lines.row + 1 and not _is_well_quoted(lines.of_row(end), delimiter):
                    break
                number += 1
                if number > 1 or not SEPARATOR_LINE.fullmatch(lines.of_row(end)[0]):
                    yield number, _trimmed(cells)
                lines.row = end
        bare = lines.of_row(lines.row + 1)
        if not bare:
            return
        number += 1
        yield number, _trimmed(bare[0].replace('"', "").strip("\r\n").split(delimiter))
        lines.go_back(lines.row + 1)
    msg = f"{name}: more than {MAX_REPAIRS} quotation marks are not closed"
    raise UnreadableFileError(msg)


def _trimmed(cells: list[str]) -> list[str]:
    cells = list(map(str.strip, cells))
    if max(map(len, cells), default=0) > MAX_CELL:
        return [cell[:MAX_CELL] for cell in cells]
    return cells


def _is_well_quoted(lines: Sequence[str], delimiter: str) -> bool:
    """Whether a row of several lines is one by intent and not for want of a quotation mark."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False
