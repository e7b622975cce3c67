"""Tables whose columns fit the terminal without breaking a word, as long as it is wide enough."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.text import Text

#: Columns left of a table and between two columns.
MARGIN, GAP = 1, 2
#: A word wider than this is broken when its column has no room for it.
LONGEST_WORD = 34
#: What is kept together: a word, or a step of a path with its slash.
_PIECE = re.compile(r"[^\s/]*/+|[^\s/]+")
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[Text, ...]
    below: Text | None


class Rows:
    """A table with a line below its header; the columns in ``numbers`` are right-aligned.

    Columns are as wide as their text. Where that is too much the widest give way first, none
    below its longest word. Paths are broken after a slash.
    """

    def __init__(self, columns: Sequence[str], numbers: Iterable[str] = ()) -> None:
        from rich.text import Text

        self._head = tuple(Text(name, style="bold") for name in columns)
        self._right = [name in set(numbers) for name in columns]
        self._rows: list[_Row] = []

    def add_row(self, *cells: str | Text, below: str = "") -> None:
        """Add a row; ``below`` stands on lines of its own beneath it, across all columns."""
        from rich.text import Text

        texts = tuple(Text(cell) if isinstance(cell, str) else cell for cell in cells)
        self._rows.append(_Row(texts, Text(below, style="dim") if below else None))

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The lines of the table, none wider than ``options`` allow."""
        from rich.text import Text

        room = options.max_width - MARGIN
        widths = self._widths(room)
        yield Text("")
        yield from self._lines(console, self._head, widths)
        across = min(sum(widths) + GAP * (len(widths) - 1), room)
        yield Text(" " * MARGIN + "─" * across)
        for row in self._rows:
            yield from self._lines(console, row.cells, widths)
            if row.below:
                indent = MARGIN + 4
                for part in folded(console, row.below, max(options.max_width - indent, 1)):
                    yield Text(" " * indent).append_text(part)
        yield Text("")

    def _lines(
        self, console: Console, cells: Sequence[Text], widths: Sequence[int]
    ) -> Iterable[Text]:
        from rich.cells import cell_len
        from rich.text import Text

        wrapped = [folded(console, c, w) for c, w in zip(cells, widths, strict=True)]
        for number in range(max(map(len, wrapped))):
            made = Text(" " * MARGIN)
            for place, lines in enumerate(wrapped):
                part = lines[number].copy() if number < len(lines) else Text("")
                part.rstrip()
                space = " " * (widths[place] - cell_len(part.plain))
                made.append(" " * GAP if place else "")
                made.append_text(Text(space) + part if self._right[place] else part + Text(space))
            made.rstrip()
            yield made

    def _widths(self, room: int) -> list[int]:
        """A width for every column, together as wide as ``room`` at most if any are."""
        from rich.cells import cell_len

        columns = list(zip(self._head, *(row.cells for row in self._rows), strict=True))
        longest = [max(min(_longest_word(c.plain), LONGEST_WORD) for c in col) for col in columns]
        widths = [max(cell_len(cell.plain) for cell in column) for column in columns]
        room = max(room - GAP * (len(columns) - 1), len(columns))
        for least in (longest, [1] * len(columns)):
            while sum(widths) > room:
                wide = [n for n, width in enumerate(widths) if width > least[n]]
                if not wide:
                    break
                widths[max(wide, key=lambda n: widths[n])] -= 1
        return widths


def folded(console: Console, text: Text, width: int) -> list[Text]:
    """``text`` in lines of ``width``; a path that is wider is broken after a slash."""
    from rich.cells import cell_len

    breaks = []
    for word in _WORD.finditer(text.plain):
        if cell_len(word.group()) > width:
            start = word.start()
            for piece in _PIECE.finditer(text.plain, *word.span()):
                if piece.start() > start and cell_len(text.plain[start : piece.end()]) > width:
                    start = piece.start()
                    breaks.append(start)
    lines = text.divide(breaks) if breaks else [text]
    return [part for one in lines for part in one.wrap(console, width, overflow="fold")]


def _longest_word(text: str) -> int:
    from rich.cells import cell_len

    return max(map(cell_len, _PIECE.findall(text)), default=0)
