"""How the two numbers of a bridge come about: what ranks by doors, and by targets."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.analyse.positions import Positions
from netgraph.analyse.working import number


@dataclass(frozen=True, slots=True)
class BridgeSums:
    """``doors`` = ``tie`` · (1/2 + ``brought``)^(1/4); ``unlocks`` is the sum of ``adds``.

    ``tie`` [0, 1] is the chance of my tie, ``brought`` [>= 0] the people brought to me, each
    halving with every year. ``adds`` are (target, weight · what my reach of it loses without
    the person, whether that is only said), the largest first.
    """

    tie: float = 0.0
    brought: float = 0.0
    doors: float = 0.0
    unlocks: float = 0.0
    adds: tuple[tuple[str, float, bool], ...] = ()

    @property
    def lines(self) -> tuple[str, str]:
        """Both calculations in words and numbers."""
        doors = (
            f"{number(self.doors)} = {number(self.tie)} × (½ + {number(self.brought)})^¼: "
            "your tie, and whom they brought to you, each counting half after a year"
        )
        if not self.adds:
            return doors, "0: your reach of the targets loses nothing without them"
        parts = [
            f"{number(added)} {target}{' (as said)' if said else ''}"
            for target, added, said in self.adds
        ]
        result = f"{number(self.unlocks)} = {' + '.join(parts)}"
        return doors, f"{result}: what your reach of each target loses without them"


def bridge_sums(at: Positions, person: int) -> BridgeSums:
    """The numbers behind somebody by number in ``graph.people``."""
    adds = []
    for name, weight, one in at.coverages:
        seen, said = one.adds.get(person, 0.0), one.said.get(person, 0.0)
        if seen or said:
            adds.append((name, weight * max(seen, said), said > seen))
    adds.sort(key=lambda one: (-round(one[1], 12), one[0]))
    return BridgeSums(
        tie=float(at.chance[person]),
        brought=at.brought_by(person),
        doors=at.doors(person),
        unlocks=at.unlocks.get(person, 0.0),
        adds=tuple(adds),
    )
