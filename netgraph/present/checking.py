"""What was found in a message, in a terminal and as JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import counted
from netgraph.outreach.checking import Finding
from netgraph.present.plain import plain
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

#: A place in a message that is still to be filled in.
BLANK = re.compile(r"\[[^\[\]\n]*\]")


def findings_shape(found: Sequence[Finding]) -> dict[str, Any]:
    """``{"findings": [{"phrase", "why", "better"}]}``; ``phrase`` is "" for what is missing."""
    rows = [{"phrase": one.phrase, "why": one.why, "better": one.better} for one in found]
    return {"findings": rows}


def tell_findings(found: Sequence[Finding], text: str) -> Iterator[RenderableType]:
    """Each phrase with the reason and a better way; then what is still to be filled in."""
    if not found:
        yield line("Nothing vague or burdensome found. Read it aloud once before you send it.")
    else:
        yield heading(f"{counted(len(found), 'thing')} to look at")
    for one in found:
        yield line("")
        yield heading(f"“{one.phrase}”" if one.phrase else "Something is missing")
        rows = grid(indent=8)
        rows.add_row("  why", plain(one.why))
        rows.add_row("  better", plain(one.better))
        yield rows
    blanks = list(dict.fromkeys(BLANK.findall(text)))
    if blanks:
        yield line("")
        yield line(f"Still to be filled in: {', '.join(blanks)}")
