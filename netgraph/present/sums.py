"""The calculation of a path's chance, in a terminal and as a JSON shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgraph.analyse.calculation import Calculation, Factor
from netgraph.analyse.working import number
from netgraph.present.plain import plain
from netgraph.present.terminal import grid

if TYPE_CHECKING:
    from rich.table import Table


def tell_calculation(calculation: Calculation) -> Table:
    """Every factor with what it rests on, then the formula, then the word for the result."""
    rows = grid()
    for factor in calculation.factors:
        rows.add_row("    factor ", plain(_told(factor)))
        for amount, text, how in factor.pieces:
            rows.add_row("", plain(f"{number(amount)} for {text}"))
            if how:
                rows.add_row("", plain(how))
        if factor.together:
            rows.add_row("", factor.together)
    rows.add_row("    chance ", calculation.formula)
    rows.add_row("", calculation.meaning)
    for place, step in enumerate(calculation.order):
        rows.add_row("" if place else "    order  ", plain(step))
    return rows


def _told(factor: Factor) -> str:
    spread = (
        "" if factor.low == factor.high else f" ({number(factor.low)} to {number(factor.high)})"
    )
    return f"{factor.name}: {number(factor.value)}{spread}, {factor.why}"


def calculation_shape(calculation: Calculation) -> dict[str, Any]:
    """``{"factors", "formula", "meaning", "order"}``; each factor has the fields of `Factor`."""
    return {
        "factors": [
            {
                "name": factor.name,
                "low": round(factor.low, 4),
                "value": round(factor.value, 4),
                "high": round(factor.high, 4),
                "why": factor.why,
                "pieces": [
                    {"amount": round(amount, 4), "text": text, "how": how}
                    for amount, text, how in factor.pieces
                ],
                "together": factor.together,
            }
            for factor in calculation.factors
        ],
        "formula": calculation.formula,
        "meaning": calculation.meaning,
        "order": list(calculation.order),
    }
