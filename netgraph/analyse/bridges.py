"""Which of my people open doors, and to where."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.model import Evidence


@dataclass(frozen=True, slots=True)
class Bridge:
    """One person ranked as a bridge.

    ``score`` orders only and has no unit. ``band`` is the tie to me: "weak", "fair", "good",
    "strong" or "unknown". ``groups`` names the circles (me taken out) on either side,
    largest first. ``loss`` says in words what would be lost without this person, ``cut_off``
    counts the people reachable only through them. ``opens`` names targets, best opened first.
    ``everyday``: known from daily life (a hand-made entry, an occupation, a circle), not from
    a profession's network. ``effective_size`` and ``participation`` are facets, not the rank.
    """

    rank: int
    id: str
    name: str
    score: float
    band: str
    groups: tuple[str, ...]
    opens: tuple[str, ...]
    loss: str
    cut_off: int
    evidence: tuple[Evidence, ...]
    reason: str
    everyday: bool = False
    effective_size: float = 0.0
    participation: float = 0.0
    introduced: int = 0


@dataclass(frozen=True, slots=True)
class Bridges:
    """The ranked bridges, best first, and the everyday people who may reach further."""

    by: str
    ranked: tuple[Bridge, ...]
    everyday: tuple[Bridge, ...]
