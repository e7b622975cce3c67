"""What a run of the benchmark was asked for; every section gets it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

#: What was chosen on messages was chosen on those before this day; later ones only measure.
CHOSEN_BEFORE = datetime(2023, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Options:
    """``variant`` "thread" or "any" (ranking of introducers).

    ``sample`` takes so many events, people or years of a person at most, drawn with ``seed``; 0
    takes all. ``draws`` are those of the bootstrap. ``png`` is where to draw the reliability
    diagram, if anywhere.
    """

    variant: str = "any"
    sample: int = 0
    seed: int = 20261124
    draws: int = 1000
    png: Path | None = None

    def drawn(self, people: Iterable[str]) -> frozenset[str]:
        """``sample`` of ``people``, or all of them."""
        everybody = sorted(people)
        if not self.sample or self.sample >= len(everybody):
            return frozenset(everybody)
        return frozenset(random.Random(self.seed).sample(everybody, self.sample))
