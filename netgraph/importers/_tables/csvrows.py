"""The rows of a csv file of any delimiter, streamed; one bad quotation mark costs one row."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import NamedTuple, overload

from netgraph.errors import UnreadableFileError
from netgraph.importers._files import Document
from netgraph.importers._tables.lines import Lines, straight_rows

MAX_FIELD_CHARACTERS = 2**20
MAX_REPAIRS = 100
SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
#: Longer cells are cut [characters]: no name, address or employer is as long, and patterns that
#: look through a cell take time by the square of its length.
MAX_CELL = 1_000

Cells = Sequence[str]
Row = tuple[int, Cells]


class Rows(NamedTuple):
    """Rows below each other as they are read, with their numbers: blank ones too, not trimmed.

    ``are_short``: surely no cell is as long as `MAX_CELL`.
    """

    numbers: Sequence[int]
    cells: Sequence[Cells]
    are_short: bool = False


class CsvRows(Sequence[Row]):
    """The rows of a csv file from ``begin`` on, read anew each time they are gone through."""

    def __init__(self, document: Document, delimiter: str, begin: int = 0) -> None:
        self._document, self._delimiter, self._begin = document, delimiter, begin

    def __iter__(self) -> Iterator[Row]:
        for stretch in self.stretches():
            yield from zip(stretch.numbers, map(trimmed, stretch.cells), strict=True)

    def stretches(self) -> Iterator[Rows]:
        """The rows, many at once."""
        with self._document.open() as stream:
            encoding = self._document.encoding.codec
            text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
            try:
                yield from _below(
                    _stretches(text, self._delimiter, self._document.name), self._begin
                )
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
    for stretch in _stretches(text, delimiter, name):
        yield from zip(stretch.numbers, map(trimmed, stretch.cells), strict=True)


def _stretches(text: io.TextIOBase, delimiter: str, name: str) -> Iterator[Rows]:
    if csv.field_size_limit() < MAX_FIELD_CHARACTERS:
        csv.field_size_limit(MAX_FIELD_CHARACTERS)
    lines = Lines(text)
    number, repairs = 1, 0
    while block := lines.next_block():
        straight = straight_rows(block, delimiter)
        # what a spreadsheet is told of the delimiter is no row
        told = int(number == 1 and SEPARATOR_LINE.fullmatch(block[0]) is not None)
        if len(straight) > told:
            numbers = range(number + told, number + len(straight))
            yield Rows(numbers, straight[told:], max(map(len, block)) < MAX_CELL)
        number += len(straight)
        if len(straight) < len(block):
            lines.go_back(len(straight))
            cells = _crooked(lines, delimiter)
            if cells is None:
                repairs += 1
                [line] = lines.of_row(1)
                cells, told = line.replace('"', "").strip("\r\n").split(delimiter), 0
                lines.go_back(1)
            if not (told and number == 1):
                yield Rows((number,), [cells])
            number += 1
            if repairs == MAX_REPAIRS:
                msg = f"{name}: more than {MAX_REPAIRS} quotation marks are not closed"
                raise UnreadableFileError(msg)


def _crooked(lines: Lines, delimiter: str) -> list[str] | None:
    """A row that is not one well quoted line; None when it is none at all, the line still to go."""
    reader = csv.reader(lines.from_here(), delimiter=delimiter)
    with suppress(csv.Error):
        cells = next(reader)
        end = reader.line_num
        if end == 1 or _is_well_quoted(lines.of_row(end), delimiter):
            lines.go_back(end)
            return cells
    return None


def _below(stretches: Iterable[Rows], count: int) -> Iterator[Rows]:
    """All rows but the first ``count``."""
    for numbers, cells, are_short in stretches:
        if count < len(cells):
            yield Rows(numbers[count:], cells[count:], are_short)
        count = max(count - len(cells), 0)


def trimmed(cells: Cells) -> Cells:
    """Cells without blanks around them, no longer than `MAX_CELL`."""
    found = list(map(str.strip, cells))
    if max(map(len, found), default=0) > MAX_CELL:
        return [cell[:MAX_CELL] for cell in found]
    return found


def _is_well_quoted(lines: Sequence[str], delimiter: str) -> bool:
    """Whether a row of several lines is one by intent and not for want of a quotation mark."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False
