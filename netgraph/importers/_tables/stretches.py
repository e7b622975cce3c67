"""The rows below a header, many at once; one bad quotation mark costs one row, not all below it."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netgraph.importers._tables.csvrows import MAX_CELL
from netgraph.importers._tables.lines import Lines, straight_rows

MAX_REPAIRS = 100
UNCLOSED = "a quotation mark opened in this row is never closed"
OVERLONG = "has more filled cells than the header row has columns"
#: Number, cells (as many as there are columns) and fault ("" for none) of a row.
Listed = tuple[int, list[str], str]


class Stretch(NamedTuple):
    """Rows below each other as they are read: blank ones too, of any width, not trimmed.

    ``number`` is that of the first. ``fault`` says why the only row cannot be trusted, or is "".
    ``is_short``: surely no cell is too long for a record.
    """

    number: int
    rows: Sequence[Sequence[str]]
    fault: str = ""
    is_short: bool = False


class _Crooked(NamedTuple):
    """A row, what is wrong with it ("" for nothing), and behind how many lines it ends."""

    cells: list[str]
    fault: str
    end: int


def listed(stretch: Stretch, width: int) -> Iterator[Listed]:
    """The rows of a stretch that are not blank, as wide as the table, and what is wrong."""
    for number, cells in enumerate(stretch.rows, stretch.number):
        fault = stretch.fault
        if len(cells) > width and not fault and any(map(str.strip, cells[width:])):
            fault = OVERLONG
        if fault or any(map(str.strip, cells)):
            yield number, [*cells[:width], *[""] * (width - len(cells))], fault


def below(lines: Lines, number: int, delimiter: str, width: int) -> Iterator[Stretch]:
    """The rows of ``lines``, of which the first has this number, in a table of this width."""
    repairs = 0
    while block := lines.next_block():
        straight = straight_rows(block, delimiter)
        if straight:
            yield Stretch(number, straight, is_short=max(map(len, block)) < MAX_CELL)
            number += len(straight)
        if len(straight) < len(block):
            lines.go_back(len(straight))
            row = _crooked(lines, delimiter, width)
            if row.fault and row.end > 1 and repairs < MAX_REPAIRS:
                repairs += 1
                fault = UNCLOSED if _put_back(lines, row.end, delimiter, width) else row.fault
            else:
                lines.go_back(row.end)
                fault = row.fault
            yield Stretch(number, [row.cells], fault)
            number += 1


def _crooked(lines: Lines, delimiter: str, width: int) -> _Crooked:
    """The next row, which is not one well quoted line."""
    reader = csv.reader(lines.from_here(), delimiter=delimiter)
    try:
        cells = next(reader)
        fault = UNCLOSED if lines.is_at_end else ""
    except csv.Error:
        cells, fault = [], UNCLOSED
    if not fault and any(map(str.strip, cells[width:])):
        fault = OVERLONG
    return _Crooked(cells, fault, reader.line_num)


def _put_back(lines: Lines, end: int, delimiter: str, width: int) -> bool:
    """Go back behind the row, or into it if one of its lines (not the first) is a row itself.

    The row ends before line ``end``. Tells whether such a line was found.
    """
    for index, line in enumerate(lines.of_row(end)):
        if index and len(cells_of(line, delimiter)) == width > 1:
            lines.go_back(lines.row + index)
            return True
    lines.go_back(end)
    return False


def cells_of(line: str, delimiter: str) -> list[str]:
    """The cells of a line by itself; none when it is no row."""
    try:
        return next(csv.reader([line.replace("\0", "")], delimiter=delimiter), [])
    except (csv.Error, TypeError, ValueError):
        return []
