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


@dataclass(frozen=True, slots=True)
class Answers(Numbers):
    def asides(self) -> list[tuple[str, list[str]]]:
        return [("None of <these>.", ["ask & see"])]


class Heard:
    said = ""

    def text(self, text: str) -> None:
        self.said += text


def test_what_a_table_cannot_say_stands_below_it_or_in_its_place() -> None:
    said = "<p>None of &lt;these&gt;.</p><ul><li>ask &amp; see</li></ul>"
    assert Answers(0)._repr_html_() == said
    assert Answers(1)._repr_html_().endswith(f"</table>{said}")
    heard = Heard()
    Answers(0)._repr_pretty_(heard, _cycle=False)
    assert heard.said == "Answers: 0 rows; see to_frame()\nNone of <these>.\n  ask & see"
