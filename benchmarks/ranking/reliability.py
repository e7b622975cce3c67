"""The reliability diagram as a PNG: what was predicted against what happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw

Point = tuple[float, float]
#: Pixels: the square of the chances, and what lies around it.
SIDE, MARGIN = 600, 90
INK, FAINT, COLOURS = "#222222", "#bbbbbb", ("#0b6e99", "#b3541e", "#4f7a28")
#: A point with all pairs in it would be so wide [pixels].
LARGEST = 28


def draw(path: Path, curves: Mapping[str, Sequence[Mapping[str, float]]], title: str) -> None:
    """Write to ``path`` a curve for each of ``curves`` (name to bins), points by their n.

    On the diagonal what was predicted happened as often as it was said.
    """
    from PIL import Image
    from PIL.ImageDraw import Draw

    image = Image.new("RGB", (SIDE + 2 * MARGIN, SIDE + 2 * MARGIN), "white")
    pen = Draw(image)
    _frame(pen, title)
    for (name, bins), colour in zip(curves.items(), COLOURS, strict=False):
        points = [at(one["predicted"], one["happened"]) for one in bins]
        pen.line(points, fill=colour, width=3)
        everybody = sum(one["n"] for one in bins)
        for (x, y), one in zip(points, bins, strict=True):
            radius = 3 + LARGEST / 2 * (one["n"] / everybody) ** 0.5
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
        x, y = points[len(points) // 2]
        pen.text((x - LARGEST, y), name, fill=colour, anchor="rm", font_size=18)
    image.save(path, format="PNG")


def at(predicted: float, happened: float) -> Point:
    """Where in the picture a pair of shares [0, 1] is [pixels from the upper left]."""
    return MARGIN + SIDE * predicted, MARGIN + SIDE * (1 - happened)


def _frame(pen: ImageDraw, title: str) -> None:
    pen.rectangle((*at(0, 1), *at(1, 0)), outline=INK)
    pen.line([at(0, 0), at(1, 1)], fill=FAINT, width=2)
    for tenth in range(0, 11, 2):
        share = tenth / 10
        x, y = at(share, 0)
        pen.text((x, y + 8), f"{share:.1f}", fill=INK, anchor="mt", font_size=16)
        x, y = at(0, share)
        pen.text((x - 8, y), f"{share:.1f}", fill=INK, anchor="rm", font_size=16)
    pen.text(at(0.5, 1.09), title, fill=INK, anchor="mm", font_size=20)
    pen.text(at(0.5, -0.1), "chance that netgraph gave", fill=INK, anchor="mm", font_size=18)
    pen.text(at(0, 1.03), "how often they wrote within a year", fill=INK, anchor="lm", font_size=16)
