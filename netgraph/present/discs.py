"""Places on the map without any physics: each circle a disc, the discs packed on a spiral."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Point = tuple[float, float]

#: The angle between neighbours in a sunflower head [radians] (Vogel 1979, Math. Biosci. 44).
_GOLDEN = math.pi * (3 - math.sqrt(5))
_STEP = 26.0
_GAP = 90.0


def packed(circles: Mapping[str, Sequence[str]], alone: Sequence[str]) -> dict[str, Point]:
    """Place every id; the same arguments give the same places.

    ``circles`` maps a circle to its members, largest first; ``alone`` stand in rows below.
    The result is centred and scaled to [-1000, 1000].
    """
    places: dict[str, Point] = {}
    discs: list[tuple[float, float, float]] = []
    for members in circles.values():
        radius = _STEP * math.sqrt(len(members)) + _GAP / 2
        x, y = _free_spot(discs, radius)
        discs.append((x, y, radius))
        for k, member in enumerate(members):
            r, angle = _STEP * math.sqrt(k + 0.5), k * _GOLDEN
            places[member] = (x + r * math.cos(angle), y + r * math.sin(angle))
    bottom = max((y + r for _, y, r in discs), default=0.0) + _GAP
    width = max(12, math.isqrt(len(alone)) * 3)
    for k, person in enumerate(alone):
        row, column = divmod(k, width)
        places[person] = ((column - (width - 1) / 2) * _STEP * 1.6, bottom + row * _STEP * 1.6)
    return scaled(places)


def _free_spot(discs: Sequence[tuple[float, float, float]], radius: float) -> Point:
    angle = 0.0
    while True:
        # stretched sideways, because screens are wider than high
        x, y = 14 * angle * math.cos(angle) * 1.35, 14 * angle * math.sin(angle)
        if all(math.hypot(x - a, y - b) >= radius + r for a, b, r in discs):
            return x, y
        angle += 0.15


def scaled(places: Mapping[str, Point]) -> dict[str, Point]:
    """Centre ``places`` and fit them into [-1000, 1000], keeping their proportions."""
    if not places:
        return {}
    xs, ys = [x for x, _ in places.values()], [y for _, y in places.values()]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    half = max(max(xs) - min(xs), max(ys) - min(ys)) / 2 or 1.0
    factor = 1000 / half
    return {
        key: (round((x - middle[0]) * factor, 1), round((y - middle[1]) * factor, 1))
        for key, (x, y) in places.items()
    }
