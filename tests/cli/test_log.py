"""``netgraph log``: noting, listing, and taking back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from click.testing import Result


def lines(own: Callable[..., Result], *arguments: str) -> list[dict[str, object]]:
    result = own("log", *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_what_is_noted_is_listed_latest_first_and_can_be_taken_back(
    own: Callable[..., Result],
) -> None:
    assert "Nothing yet" in own("log").output
    asked = own("log", "Dana Fox", "--did", "asked", "--for", "nordwind", "--on", "2026-10-05",
                "--next", "2026-10-12", "--note", "by letter")  # fmt: skip
    assert asked.output.startswith(
        "Noted as line 1: Dana Fox, asked them about Nordwind Analytics on 5 Oct 2026.\n"
    )
    assert "The next step is due on 12 Oct 2026" in asked.output
    met = own("log", "Dana Fox", "--did", "met", "--on", "2026-10-08", "--outcome", "no")
    assert 'netgraph log "Dana Fox" --did thanked' in met.output, "also when the news is bad"
    none = own("log", "Maria Lopez", "--outcome", "none", "--on", "2026-10-09")
    assert "no answer" in none.output
    assert "thank" not in none.output
    assert [one["name"] for one in lines(own)] == ["Maria Lopez", "Dana Fox", "Dana Fox"]
    assert [one["did"] for one in lines(own, "Dana Fox")] == ["met", "asked"]
    assert [one["number"] for one in lines(own, "--as-of", "2026-10-06")] == [1]
    shown = own("log").output
    assert "Nordwind" in shown
    assert own("log", "--undo", "2").output.startswith("Taken back: line 2, Dana Fox, met on")
    assert [one["number"] for one in lines(own)] == [3, 1]
    assert [one["undone"] for one in lines(own, "--all")] == [False, True, False]
    assert "(taken" in own("log", "--all").output
    assert own("log", "--undo").output.startswith("Taken back: line 3")
    assert own("log", "--undo", "5").output.startswith("It stands again: line 3")


def test_a_table_says_what_it_left_out(own: Callable[..., Result]) -> None:
    for _ in range(3):
        own("log", "Dana Fox", "--did", "called")
    assert "2 older lines; all of them: --limit 3" in own("log", "--limit", "1").output
    csv = own("log", "--format", "csv").stdout.splitlines()
    assert csv[0].startswith("number,id,name,did,on,for,outcome")
    assert len(csv) == 4


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--did", "asked"], "name a person"),
        (["Dana Fox", "--note", "x"], "say what you did"),
        (["Dana Fox", "--undo", "1"], "by its number alone"),
        (["--undo", "one"], "by its number alone"),
        (["--undo", "7"], "the log has no line 7"),
        (["Dana Fox", "--did", "asked", "--for", "Nordwint"], "Nordwind Analytics"),
        (["Dana Foxx", "--did", "asked"], "Dana Fox"),
    ],
)
def test_what_cannot_be_noted_is_told_in_one_line(
    own: Callable[..., Result], arguments: list[str], message: str
) -> None:
    result = own("log", *arguments)
    assert result.exit_code == 1
    assert message in result.output
    assert lines(own) == []
