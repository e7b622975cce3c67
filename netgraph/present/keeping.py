"""With whom to stay in touch, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import counted
from netgraph.outreach.keeping import Kept
from netgraph.present.plain import plain
from netgraph.present.terminal import day, heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def kept_shape(one: Kept) -> Shape:
    """One row of ``netgraph keep``."""
    return {
        "id": one.person,
        "name": one.name,
        "every": one.every,
        "last_contact": one.last.isoformat() if one.last else None,
        "due": one.due.isoformat(),
    }


def tell_kept(found: Sequence[Kept]) -> Iterator[RenderableType]:
    """With whom, how often, and when next."""
    yield heading("With whom you stay in touch")
    if not found:
        yield line('Nobody yet. To begin: netgraph keep "NAME" --every 90d')
        return
    rows = table("Name", "Every", "Last in touch", "Next")
    for one in found:
        last = day(one.last) or "not noted"
        rows.add_row(plain(one.name), counted(one.every, "day"), last, day(one.due))
    yield rows
    yield line('To end it: netgraph keep "NAME" --stop')
