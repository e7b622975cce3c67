"""The reliability diagram."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageColor
from reliability import COLOURS, MARGIN, SIDE, at, draw


def drawn(path: Path, happened: float) -> Image.Image:
    draw(path, {"netgraph": [{"predicted": 0.5, "happened": happened, "n": 40}]}, "40 pairs")
    return Image.open(path).convert("RGB")


def test_a_point_stands_where_what_was_predicted_happened(tmp_path: Path) -> None:
    assert at(0, 0) == (MARGIN, MARGIN + SIDE)
    assert at(1, 1) == (MARGIN + SIDE, MARGIN)
    colour = ImageColor.getrgb(COLOURS[0])
    for happened, other in ((0.2, 0.7), (0.7, 0.2)):
        picture = drawn(tmp_path / "diagram.png", happened)
        assert picture.size == (SIDE + 2 * MARGIN, SIDE + 2 * MARGIN)
        x, y = at(0.5, happened)
        assert picture.getpixel((int(x), int(y))) == colour
        x, y = at(0.5, other)
        assert picture.getpixel((int(x), int(y))) != colour
