"""Lines of delimited text, some of which are given again: a stray quotation mark swallows rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain

#: Lines are read in blocks of so many characters.
BLOCK_CHARS = 2**16
#: More of them are not given at once, even when a row had swallowed a million.
BLOCK_LINES = 4_096


class Lines:
    """Lines without NUL, read in blocks, so that no line costs a call.

    ``row`` is the line, counted from where `from_here` began, with which the row begins that is
    being read; whoever reads rows keeps it right.
    """

    def __init__(self, text: io.TextIOBase) -> None:
        self._text = text
        self._ahead: list[str] = []
        self._kept: list[str] = []
        self._first = 0
        self.row = 0
        self.is_at_end = False

    def pass_over(self, count: int) -> None:
        """Drop the next ``count`` lines, before any is read."""
        for _ in range(count):
            self._text.readline()

    def from_here(self) -> Iterator[str]:
        """The lines that were not read yet, or that `go_back` gives again."""
        self._kept, self._first, self.row = [], 0, 0
        return chain.from_iterable(self._blocks())

    def next_block(self) -> list[str]:
        """Some lines that were not read yet, or that `go_back` gives again; none at the end."""
        self._kept, self._first, self.row = [], 0, 0
        block = next(self._blocks(), [])
        self._ahead = block[BLOCK_LINES:]
        return block[:BLOCK_LINES]

    def _blocks(self) -> Iterator[list[str]]:
        while block := self._ahead or self._text.readlines(BLOCK_CHARS):
            self._ahead = []
            if "\0" in "".join(block):
                block = [line.replace("\0", "") for line in block]
            # of what was read, only the row that is being read can be given again
            del self._kept[: self.row - self._first]
            self._first = self.row
            self._kept += block
            yield block
        self.is_at_end = True

    def of_row(self, end: int) -> list[str]:
        """The lines of the row that is being read, up to line ``end``."""
        return self._kept[self.row - self._first : end - self._first]

    def go_back(self, line: int) -> None:
        """Let `from_here` begin with ``line``, which is one of the row's or behind it."""
        self._ahead = self._kept[line - self._first :]
        self.is_at_end = self.is_at_end and not self._ahead


def straight_rows(lines: list[str], delimiter: str) -> list[list[str]]:
    """The rows of ``lines`` up to the first that is more or less than one well quoted line."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[list[str]] = []
    with suppress(csv.Error):
        if '"' not in "".join(lines):
            return list(reader)
        for cells in reader:
            if reader.line_num > len(rows) + 1:
                break
            rows.append(cells)
    return rows
