"""What every result can do: become a pandas frame, or an escaped table in a notebook."""

from __future__ import annotations

from abc import ABC, abstractmethod
from html import escape
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    import pandas as pd

#: More rows than this are cut from the notebook's table, and said so.
SHOWN = 50


class Printer(Protocol):
    """What IPython hands to ``_repr_pretty_``."""

    def text(self, text: str) -> None:
        """Print ``text``."""


class Result(ABC):
    """A frozen answer. ``COLUMNS`` names what each line of `rows` holds."""

    __slots__ = ()
    COLUMNS: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def rows(self) -> list[dict[str, object]]:
        """The lines of the answer in its own order, plain values; empty when there are none."""

    def to_frame(self) -> pd.DataFrame:
        """`rows` as a ``pandas.DataFrame``, columns as in ``COLUMNS``."""
        import pandas as pd

        return pd.DataFrame(self.rows(), columns=list(self.COLUMNS))

    def asides(self) -> list[tuple[str, list[str]]]:
        """What a table cannot say: sentences, each with the lines below it; may be empty."""
        return []

    def _repr_pretty_(self, printer: Printer, _cycle: bool) -> None:
        lines = [f"{type(self).__name__}: {len(self.rows())} rows; see to_frame()"]
        for said, below in self.asides():
            lines += [said, *(f"  {line}" for line in below)]
        printer.text("\n".join(lines))

    def _repr_html_(self) -> str:
        rows, columns = self.rows(), self.COLUMNS
        head = "".join(f"<th>{escape(name.replace('_', ' '))}</th>" for name in columns)
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(row[name])}</td>" for name in columns) + "</tr>"
            for row in rows[:SHOWN]
        )
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        more = len(rows) - SHOWN
        note = f"<p>{more:,} more rows: see to_frame().</p>" if more > 0 else ""
        asides = "".join(map(_aside, self.asides()))
        return f"{table if rows or not asides else ''}{note}{asides}"


def _aside(aside: tuple[str, list[str]]) -> str:
    said, below = aside
    lines = "".join(f"<li>{escape(line)}</li>" for line in below)
    return f"<p>{escape(said)}</p>" + (f"<ul>{lines}</ul>" if lines else "")


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple | list):
        return escape(", ".join(str(part) for part in value))
    return escape(f"{value:.3g}" if isinstance(value, float) else str(value))
