"""``netgraph tie``: piece by piece, with file, place and date."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result


def test_every_piece_is_told_with_its_place_and_its_worth(run: Callable[..., Result]) -> None:
    plain = run("tie", "Dana Fox", "Grace Adeyemi").output
    why = run("tie", "Dana Fox", "Grace Adeyemi", "--why").output
    for text in ("Dana Fox – Grace Adeyemi", "friend_dana.zip/messages.csv", "calendar.ics"):
        assert text in plain
        assert text in why
    assert "Strength" not in plain
    assert " fresh) − 0.40·ln(1 + " in " ".join(why.split())
    assert "%" not in why


def test_one_name_asks_for_the_tie_to_me(run: Callable[..., Result]) -> None:
    assert run("tie", "Maria Lopez").output.startswith("You – Maria Lopez")


def test_json_holds_amounts_and_csv_a_row_a_piece(run: Callable[..., Result]) -> None:
    found = json.loads(run("tie", "Dana Fox", "Grace Adeyemi", "--format", "json").output)
    assert [person["name"] for person in found["people"]] == ["Dana Fox", "Grace Adeyemi"]
    evidence = found["tie"]["evidence"]
    assert all(piece["file"] and piece["place"] for piece in evidence)
    assert any(piece["how"] for piece in evidence)
    rows = run("tie", "Dana Fox", "Grace Adeyemi", "--format", "csv").output.splitlines()
    assert len(rows) == 1 + len(evidence)
    assert rows[0] == "band,kind,text,file,place,date"
    why = run("tie", "Dana Fox", "Grace Adeyemi", "--why", "--format", "csv").output.splitlines()
    assert why[0] == "kind,text,file,place,date,amount,how"


def test_no_tie_is_an_answer_and_one_person_is_none(run: Callable[..., Result]) -> None:
    answer = run("tie", "Maria Lopez", "Tomasz Wilk")
    assert answer.exit_code == 0
    assert "Nothing in your files tells of a tie" in answer.output
    shape = json.loads(run("tie", "Maria Lopez", "Tomasz Wilk", "--format", "json").output)
    assert shape["tie"] is None
    assert run("tie", "Maria Lopez", "Maria Lopez").exit_code == 1
