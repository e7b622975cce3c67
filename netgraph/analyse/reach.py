"""How well each target employer is reached, by whom, and where I am blind."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.analyse.paths import Path, Suggestion


@dataclass(frozen=True, slots=True)
class Reach:
    """One target.

    ``state`` is "direct" (I know somebody inside), "through bridges" or "not reached".
    ``score`` in [0, 1] orders only. ``insiders`` counts known people inside now,
    ``former`` those who left, ``independent`` the paths with different first persons.
    ``through`` names the first persons to ask, best first. ``blind`` says what is missing.
    """

    target: str
    state: str
    band: str
    score: float
    insiders: int
    former: int
    independent: int
    through: tuple[tuple[str, str], ...]
    best: Path | None
    blind: str
    suggestions: tuple[Suggestion, ...]
