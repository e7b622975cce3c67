"""Who is left out, in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.model import LeftOut
from netgraph.present.plain import plain
from netgraph.present.terminal import day, heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def left_out_shape(one: LeftOut) -> Shape:
    """One row of ``netgraph exclude``."""
    return {
        "id": one.person.id,
        "name": one.person.name,
        "for": one.employer or None,
        "since": one.since.isoformat(),
    }


def tell_left_out(found: Sequence[LeftOut]) -> Iterator[RenderableType]:
    """Everybody who is left out, and how to take it back."""
    yield heading("Left out, as you said")
    if not found:
        yield line('Nobody. To leave somebody out: netgraph exclude "NAME" [--for "EMPLOYER"]')
        return
    rows = table("Name", "Of what", "Since", "Id")
    for one in found:
        what = f"what concerns {one.employer}" if one.employer else "everything"
        rows.add_row(plain(one.person.name), plain(what), day(one.since), one.person.id[:8])
    yield rows
    yield line('To take it back: netgraph exclude "NAME" --undo')
