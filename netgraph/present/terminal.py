"""How answers look in a terminal: widths, headings, and words for kinds and days."""

from __future__ import annotations

import re
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

from netgraph.model import Evidence, EvidenceKind
from netgraph.present.plain import plain

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

    from netgraph.present.layouts import Rows

#: Wider lines are hard to read; a narrower terminal is respected.
MAX_WIDTH = 120
KIND_WORDS = {
    EvidenceKind.OBSERVED: "seen",
    EvidenceKind.STATED: "said",
    EvidenceKind.INFERRED: "likely",
}
KIND_STYLES = {
    EvidenceKind.OBSERVED: "green",
    EvidenceKind.STATED: "cyan",
    EvidenceKind.INFERRED: "yellow",
}
_STYLE_CODE = re.compile(r"\x1b\[[0-9;]*m")
BAND_STYLES = {"strong": "bold green", "good": "green", "fair": "yellow", "weak": "red"}


def console() -> Console:
    """A console on standard output, at most 120 columns wide."""
    from rich.console import Console

    made = Console(file=sys.stdout, highlight=False, emoji=False, markup=False, soft_wrap=False)
    made.width = min(made.width, MAX_WIDTH)
    return made


def show(*parts: RenderableType) -> None:
    """Print ``parts`` one below the other, no line with spaces at its end."""
    made = console()
    for part in parts:
        with made.capture() as printed:
            made.print(part)
        made.file.write("\n".join(map(_unfilled, printed.get().split("\n"))))
    made.file.flush()


def _unfilled(row: str) -> str:
    """``row`` without the spaces at its end, also those before or between codes of style."""
    codes = ""
    while True:
        row = row.rstrip(" ")
        start = row.rfind("\x1b[")
        if start < 0 or not _STYLE_CODE.fullmatch(row, start):
            return row + codes
        row, codes = row[:start], row[start:] + codes


def heading(title: str, aside: str = "") -> Text:
    """A bold line with a quiet remark beside it."""
    from rich.text import Text

    text = Text(plain(title), style="bold")
    if aside:
        text.append(f"   {plain(aside)}", style="not bold dim")
    return text


def line(content: str, style: str = "", *, indent: int = 0) -> RenderableType:
    """One line of made-safe text, ``indent`` columns from the left, also where it is folded."""
    from rich.padding import Padding
    from rich.text import Text

    text = Text(plain(content), style=style)
    return Padding(text, (0, 0, 0, indent), expand=False) if indent else text


def grid(*, indent: int = 4) -> Table:
    """Two columns without borders: a short quiet label and its text."""
    from rich.table import Table

    made = Table.grid(padding=(0, 1), pad_edge=True)
    made.add_column(no_wrap=True, style="dim", min_width=indent)
    made.add_column(overflow="fold", ratio=1)
    made.expand = True
    return made


def table(*columns: str, numbers: tuple[str, ...] = ()) -> Rows:
    """A table with a line below its header; the columns in ``numbers`` are right-aligned."""
    from netgraph.present.layouts import Rows

    return Rows(columns, numbers)


def day(when: datetime | date | None) -> str:
    """A day as "3 Aug 2026"; "" when unknown."""
    return f"{when.day} {when:%b %Y}" if when else ""


def cite(evidence: Evidence) -> str:
    """Where a piece of evidence stands: file, place and date, as far as known.

    Of the file's place in folders and archives the last step is told.
    """
    parts = []
    if evidence.origin:
        file = "/".join(evidence.origin.file.split("/")[-2:])
        parts.append(f"{plain(file)}, {plain(evidence.origin.place)}")
    if evidence.when and "undated" not in evidence.text:
        parts.append(day(evidence.when))
    return " · ".join(parts)


def band_text(band: str) -> Text:
    """The word for a tie, in its colour."""
    from rich.text import Text

    return Text(band, style=BAND_STYLES.get(band, "dim"))
