"""What to ask somebody, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from netgraph.outreach.asks import Questions
from netgraph.present.plain import plain
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def asks_shape(found: Questions) -> Shape:
    """``{"person", "for", "positions": [{"position", "why"}], "questions": [{"topic",
    "question"}], "notes", "blanks"}``; ``for`` is null when they lead to no employer.
    """  # noqa: D205
    at = found.standpoint
    return {
        "person": {"id": at.person.id, "name": at.person.name},
        "for": at.employer or None,
        "questions": [{"topic": one.topic, "question": one.text} for one in found.questions],
        "positions": [
            {"position": position.value, "why": why}
            for position, why in zip(at.positions, found.reasons, strict=True)
        ],
        "notes": list(found.notes),
        "blanks": list(found.blanks),
    }


def tell_asks(found: Questions) -> Iterator[RenderableType]:
    """Where they stand and why, what to mind, then the questions by topic."""
    at = found.standpoint
    about = f" about {at.employer}" if at.employer else ""
    yield heading(f"What to ask {at.person.name}{about}")
    for position, why in zip(at.positions, found.reasons, strict=True):
        yield line(f"{position.value}: {why}", style="dim", indent=2)
    *first, last = found.notes
    for note in first:
        yield line(note, indent=2)
    yield line("")
    for one in found.questions:
        yield line(one.topic, style="dim", indent=2)
        yield line(one.text, indent=4)
    yield line("")
    yield line(last, indent=2)
    yield from tell_blanks(found.blanks)


def tell_blanks(blanks: tuple[str, ...]) -> Iterator[RenderableType]:
    """What is still to be filled in; nothing for none."""
    if blanks:
        yield line("")
        yield line("For you to fill in:", style="bold")
        rows = grid(indent=2)
        for one in blanks:
            rows.add_row("  ·", plain(one))
        yield rows
