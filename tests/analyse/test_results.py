from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.results import SHOWN, Result


@dataclass(frozen=True, slots=True)
class Numbers(Result):
    COLUMNS: ClassVar[tuple[str, ...]] = ("number", "some_words", "share")

    count: int

    def rows(self) -> list[dict[str, object]]:
        return [
            {"number": n, "some_words": ("<b>", "&"), "share": None if n else 0.33333}
            for n in range(self.count)
        ]


def test_cells_are_escaped_and_long_tables_say_that_they_are_cut() -> None:
    html = Numbers(SHOWN + 1200)._repr_html_()
    assert "<th>some words</th>" in html
    assert "<td>&lt;b&gt;, &amp;</td>" in html
    assert "<td>0.333</td>" in html
    assert "<td></td>" in html
    assert "1,200 more rows" in html
    assert "more rows" not in Numbers(SHOWN)._repr_html_()


def test_frames_keep_their_columns_when_empty() -> None:
    assert list(Numbers(0).to_frame().columns) == ["number", "some_words", "share"]
    assert len(Numbers(3).to_frame()) == 3
