"""How the chance of a path comes about, factor by factor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isclose

from netgraph.analyse.paths import Path
from netgraph.analyse.routes import score_of
from netgraph.analyse.working import number, working
from netgraph.graph.chances import BANDS, PASSES_ON, UNSEEN, band
from netgraph.model import Tie


@dataclass(frozen=True, slots=True)
class Factor:
    """One number of the calculation: ``low``, ``value`` and ``high`` in [0, 1], and ``why``.

    ``pieces`` are the pieces of evidence that count, largest first: (number, text, how it is
    worked out or ""). ``together`` says how they make up the strength, and what ``value`` is
    when that is not the strength; "" when there is nothing to say.
    """

    name: str
    low: float
    value: float
    high: float
    why: str
    pieces: tuple[tuple[float, str, str], ...] = ()
    together: str = ""


@dataclass(frozen=True, slots=True)
class Calculation:
    """``factors`` in the order of use, the ``formula`` with its result, and what that means.

    ``order`` has a line for each tie that is warmer or cooler than its chance, then the formula
    of ``path.score``; empty when the path takes its place by the chance.
    """

    factors: tuple[Factor, ...]
    formula: str
    meaning: str
    order: tuple[str, ...] = ()


def calculation(path: Path, me: str) -> Calculation:
    """The whole calculation of ``path.chance``; ``me`` is my person id.

    Formula and constants: ranking of introducers, see `Routes` and chances.py.
    """
    names = ["You" if one == me else name for one, name in path.people]
    factors = [
        _step(f"{one} → {other}", tie, me)
        for (one, other), tie in zip(pairwise(names), path.ties, strict=True)
    ]
    if path.end.leads:
        leads = path.end.leads
        why = f"{path.end.said}; {leads.basis}"
        name = f"{names[-1]} → somebody there"
        factors.append(Factor(name, leads.low, leads.mid, leads.high, why))
    used = [number(factor.value) for factor in factors]
    if len(used) == 2:
        why = "they may know each other better than anything here says (documented prior)"
        factors.append(Factor("floor", UNSEEN, UNSEEN, UNSEEN, why))
    elif len(used) == 3:
        why = "one more person has to pass the request on (measured on chains of letters)"
        factors.append(Factor("passing on", PASSES_ON, PASSES_ON, PASSES_ON, why))
    chance = path.chance
    spread = f"likely between {number(chance.low)} and {number(chance.high)}"
    parts = [tie.chance.mid for tie in path.ties]
    product = score_of([*parts, *([path.end.leads.mid] if path.end.leads else [])])
    own = "" if isclose(product, chance.mid) else f"; by your own outcomes {number(chance.mid)}"
    formula = f"{_formula(used, product)}{own}, {spread}"
    return Calculation(tuple(factors), formula, _meaning(path), _order(path, names, me))


def _formula(used: Sequence[str], result: float) -> str:
    """The score of one to three ties' numbers, and what it comes to."""
    if len(used) == 1:
        return used[0]
    formula = " × ".join([*used, number(PASSES_ON)])
    if len(used) == 2:
        formula = f"{used[0]} × ({used[1]} + {number(UNSEEN)} × (1 − {used[1]}))"
    return f"{formula} = {number(result)}"


def _order(path: Path, names: Sequence[str], me: str) -> tuple[str, ...]:
    told = [working(tie, me).order for tie in path.ties]
    lines = [
        f"{one} → {other}: {order}"
        for (one, other), order in zip(pairwise(names), told, strict=True)
        if order
    ]
    used = [number(tie.warmth) for tie in path.ties]
    used += [number(path.end.leads.mid)] if path.end.leads else []
    return (*lines, _formula(used, path.score)) if lines else ()


def _step(name: str, tie: Tie, me: str) -> Factor:
    told = working(tie, me)
    pieces = tuple((one.amount or 0.0, one.text, one.how) for one in told.pieces)
    plain = len(pieces) < 2 and not tie.by_word and isclose(tie.chance.mid, tie.strength or 0.0)
    together = "" if plain else f"strength: {told.strength}. {told.chance}".rstrip()
    chance = tie.chance
    return Factor(name, chance.low, chance.mid, chance.high, chance.basis, pieces, together)


def _meaning(path: Path) -> str:
    words = ", ".join(f"{word} below {number(below)}" for below, word in BANDS)
    if path.band == "unknown":
        return "called unknown: a step is unknown, and its number only serves the order"
    return f"called {band(path.chance.mid)}: {words}, else strong"
