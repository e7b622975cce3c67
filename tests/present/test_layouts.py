"""Tables and lines that fit the terminal."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from netgraph.present.layouts import Rows, folded
from netgraph.present.terminal import grid, line, show

PATH = "mine/Basic_LinkedInDataExport_11-02-2026.zip/Connections.csv, row 195"


def drawn(rows: Rows, width: int) -> list[str]:
    console = Console(width=width)
    with console.capture() as printed:
        console.print(rows)
    return printed.get().splitlines()


def test_no_column_is_narrower_than_its_longest_word_while_there_is_room() -> None:
    rows = Rows(("Name", "Domains", "What"), ())
    rows.add_row("Meridian Care Data", "meridiancare.example", "health care " * 9, below=PATH)
    for width in (44, 60, 80):
        text = drawn(rows, width)
        assert max(map(cell_len, text)) <= width
        assert any("meridiancare.example" in each for each in text)
        assert text.count("") == 2
    assert "     " + PATH in drawn(rows, 80)


def test_a_table_is_no_wider_than_what_it_holds_and_numbers_stand_right() -> None:
    rows = Rows(("Name", "Ways"), ("Ways",))
    rows.add_row("Quay", "12")
    rows.add_row(Text("Pell & Marsh", style="bold"), "3")
    assert drawn(rows, 80) == [
        "",
        " Name          Ways",
        " ──────────────────",
        " Quay            12",
        " Pell & Marsh     3",
        "",
    ]


def test_where_there_is_no_room_at_all_words_are_broken_but_no_line_is_too_long() -> None:
    rows = Rows(("Name", "Other"), ())
    rows.add_row("x" * 300, "界" * 40, below="y" * 100)
    for width in (10, 25, 80):
        text = drawn(rows, width)
        assert max(map(cell_len, text)) <= width
        assert "".join(text).count("x") == 300
        assert "".join(text).count("界") == 40


@pytest.mark.parametrize("width", [30, 44, 80])
def test_paths_are_broken_after_a_slash(width: int) -> None:
    parts = [part.plain.rstrip() for part in folded(Console(), Text(f"see {PATH}"), width)]
    assert all(cell_len(part) <= width for part in parts)
    if width == 44:
        assert parts == [
            "see mine/",
            "Basic_LinkedInDataExport_11-02-2026.zip/",
            "Connections.csv, row 195",
        ]


def test_no_printed_line_ends_in_spaces(capsys: pytest.CaptureFixture[str]) -> None:
    rows = grid()
    rows.add_row("ask", Text("Dana", style="bold"))
    show(line("Whom to ask"), rows, line(""), line("two words"))
    printed = capsys.readouterr().out.splitlines()
    assert [each.split() for each in printed] == [
        ["Whom", "to", "ask"], ["ask", "Dana"], [], ["two", "words"]
    ]  # fmt: skip
    assert printed == [each.rstrip() for each in printed]


def test_spaces_between_codes_of_style_go_too() -> None:
    from netgraph.present.terminal import _unfilled

    assert _unfilled("a \x1b[2mb  \x1b[0m   \x1b[1m \x1b[0m  ") == "a \x1b[2mb\x1b[0m\x1b[1m\x1b[0m"
    assert _unfilled("\x1b[2m   \x1b[0m") == "\x1b[2m\x1b[0m"
