"""The reliability table in a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from netgraph.graph.wording import counted
from netgraph.outreach.learning import Calibration, Row
from netgraph.present.terminal import heading, line, table

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]


def calibration_shape(found: Calibration) -> Shape:
    """The answer of ``netgraph calibration``."""
    return {
        "bands": [asdict(row) for row in found.bands],
        "kinds": [asdict(row) for row in found.kinds],
        "cases": found.cases,
        "yes": found.yes,
        "needed": found.needed,
        "calibrated": not found.needed,
        "brier": found.brier,
    }


def tell_calibration(found: Calibration) -> Iterator[RenderableType]:
    """What was foreseen and what happened, in counts, and what it is used for."""
    own = counted(found.cases, "settled request")
    yield heading("What was foreseen, and what came of it", f"{own}, {found.yes} yes")
    if not found.cases:
        yield line("Nothing yet: a request counts once you noted what came of it.")
        yield line('netgraph log "NAME" --did asked, and later: netgraph log "NAME" --outcome yes')
        return
    yield _rows(found.bands, "Foreseen")
    yield line("")
    yield _rows(found.kinds, "Kind of tie and way")
    yield line("")
    if found.needed:
        more = counted(found.needed, "more settled request")
        nudge = "Until then your outcomes only nudge the documented averages, each kind by itself"
        yield line(f"Not calibrated: that takes {more}. {nudge}.")
    else:
        yield line("The chances of paths are calibrated on these outcomes.")
    if found.brier is not None:
        yield line(f"Brier score {found.brier:.3f} (0 is perfect, 0.25 is tossing a coin).")


def _rows(rows: Sequence[Row], name: str) -> RenderableType:
    numbers = ("Requests", "Yes expected", "Yes")
    made = table(name, *numbers, "Likely with as many", numbers=numbers)
    for row in rows:
        if not row.cases or row.foreseen is None or row.low is None or row.high is None:
            made.add_row(row.name, "0", "", "", "")
            continue
        low, high = row.low * row.cases, row.high * row.cases
        expected = f"{row.foreseen * row.cases:.1f}"
        made.add_row(row.name, str(row.cases), expected, str(row.yes), f"{low:.1f} to {high:.1f}")
    return made
