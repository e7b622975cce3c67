"""Tables that websites save as ".xls", though they are pages of HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import PurePosixPath

from netgraph.importers._files import Document
from netgraph.importers._tables.csvrows import MAX_CELL
from netgraph.importers._text.encodings import decode

#: Larger pages are no list of people.
MAX_BYTES = 64 * 2**20
_BLANKS = re.compile(r"\s+")
_SUFFIXES = frozenset({".xls", ".xlsx"})


def is_html_table(document: Document) -> bool:
    """Whether a file called like a spreadsheet begins as a page."""
    if PurePosixPath(document.name).suffix.lower() not in _SUFFIXES:
        return False
    start = document.head_text().lstrip("\ufeff \t\r\n")
    return start.startswith("<") and "<table" in start.lower() and document.size <= MAX_BYTES


def html_rows(document: Document) -> tuple[tuple[int, list[str]], ...]:
    """The rows of all tables of the page, numbered from 1, with their cells as text."""
    reader = _Reader()
    reader.feed(decode(document.bytes()))
    reader.close()
    reader.end_row()
    return tuple(enumerate(reader.rows, 1))


class _Reader(HTMLParser):
    """Collects rows; a cell or row that is not closed ends where the next one begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._row: list[str] = []
        self._cell: list[str] | None = None

    def handle_starttag(self, tag: str, _attributes: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "tr":
            self.end_row()
        elif tag in {"td", "th"}:
            self._end_cell()
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End a row or a cell."""
        if tag in {"tr", "table"}:
            self.end_row()
        elif tag in {"td", "th"}:
            self._end_cell()

    def handle_data(self, data: str) -> None:
        """Text counts within cells only; where its lines break means nothing."""
        if self._cell is not None:
            self._cell.append(_BLANKS.sub(" ", data))

    def end_row(self) -> None:
        """Keep the row read so far, if any."""
        self._end_cell()
        if self._row:
            self.rows.append(self._row)
        self._row = []

    def _end_cell(self) -> None:
        if self._cell is not None:
            lines = "".join(self._cell).replace("\x00", "").split("\n")
            kept = [" ".join(line.split()) for line in lines]
            self._row.append("\n".join(line for line in kept if line)[:MAX_CELL])
        self._cell = None
