"""What a run of the benchmark was asked for; every section gets it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

#: What was chosen on messages was chosen on those before this day; later ones only measure.
CHOSEN_BEFORE = datetime(2023, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Options:
    """``variant`` "thread" or "any" (ranking of introducers).

    ``sample`` takes so many events or years of a person at most, drawn with ``seed``; 0 takes
    all. ``draws`` are those of the bootstrap.
    """

    variant: str = "any"
    sample: int = 0
    seed: int = 20261124
    draws: int = 1000
