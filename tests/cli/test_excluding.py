"""``netgraph exclude``: the user's word that somebody is to be left out."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result


def test_somebody_left_out_is_asked_for_nothing_and_marked_where_they_work(
    own: Callable[..., Result],
) -> None:
    assert "Tomasz Wilk" in own("paths", "Nordwind Analytics").output
    said = own("exclude", "Tomasz Wilk")
    assert said.output == "Noted: Tomasz Wilk is left out of everything. To take it back: --undo\n"
    assert own("exclude", "Tomasz Wilk").output.endswith("already.\n")
    for verb in ("paths", "bridges", "reach"):
        assert "Tomasz" not in own(verb, "--format", "json").output, verb
    assert "Tomasz Wilk (left out)" in own("who", "Lantern Systems Integration").output
    assert "(left" in own("people", "Tomasz").output
    assert "You – Tomasz Wilk (left out)" in own("tie", "Tomasz Wilk").output
    asked = own("paths", "Tomasz Wilk")
    assert asked.exit_code == 1
    assert "netgraph exclude 'Tomasz Wilk' --undo" in asked.output
    assert "Tomasz Wilk" in own("exclude").output
    assert own("exclude", "Tomasz Wilk", "--undo").exit_code == 0
    assert "Tomasz Wilk" in own("paths", "Nordwind Analytics").output
    assert json.loads(own("exclude", "--format", "json").output) == []


def test_for_one_employer_the_others_are_as_before(own: Callable[..., Result]) -> None:
    shape = json.loads(own("exclude", "Dana Fox", "--for", "Heliaworks", "--format", "json").output)
    assert (shape["for"], shape["left_out"]) == ("Heliaworks Energy", True)
    assert "Dana" not in own("paths", "Heliaworks Energy").output
    assert "Dana" in own("paths", "Meridian Care Data").output
    [row] = json.loads(own("exclude", "--format", "json").output)
    assert (row["name"], row["for"]) == ("Dana Fox", "Heliaworks Energy")
    assert own("exclude", "Dana Fox", "--undo").exit_code == 1
    assert own("exclude", "Dana Fox", "--for", "Heliaworks", "--undo").exit_code == 0
    assert "Nobody." in own("exclude").output


def test_what_cannot_be_left_out_is_told(own: Callable[..., Result]) -> None:
    assert "is you" in own("exclude", "Noor Saldana").output
    assert "name a person" in own("exclude", "--undo").output
    assert own("exclude", "Dana Fox", "--for", "Nowhere Works").exit_code == 1
