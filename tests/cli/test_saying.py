"""``netgraph close`` and ``netgraph say``."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result


def band(run: Callable[..., Result], *people: str) -> str:
    return str(json.loads(run("tie", *people, "--format", "json").output)["band"])


def test_how_close_is_said_shown_and_taken_back(own: Callable[..., Result]) -> None:
    assert band(own, "Maria Lopez") == "good"
    assert own("close", "Maria Lopez", "well").output == "Noted: you know Maria Lopez well.\n"
    assert band(own, "Maria Lopez") == "strong"
    assert own("close", "Maria Lopez", "unknown").output.startswith("Taken back")
    assert band(own, "Maria Lopez") == "unknown"


def test_a_denied_tie_opens_no_path(own: Callable[..., Result]) -> None:
    assert "Maria Lopez" in own("paths", "St. Mary Hospital").output.partition("Whom to ask")[0]
    said = own("say", "Maria Lopez", "knows", "Karim Haddad", "--how", "not-at-all")
    assert said.output == "Noted: Maria Lopez and Karim Haddad do not know each other.\n"
    assert "No path" in own("paths", "St. Mary Hospital").output
    told = " ".join(own("tie", "Karim Haddad", "Maria Lopez").output.split())
    assert "that Karim Haddad and Maria Lopez do not know each other." in told
    assert "--how unknown" in told
    shape = json.loads(own("tie", "Maria Lopez", "Karim Haddad", "--format", "json").output)
    assert (shape["denied"][:2], shape["tie"]) == ("20", None)
    shape = json.loads(
        own(
            "say", "Maria Lopez", "knows", "Karim Haddad", "--how", "well", "--format", "json"
        ).output
    )
    assert shape["how"] == "well"
    now = json.loads(own("tie", "Maria Lopez", "Karim Haddad", "--format", "json").output)
    assert (now["denied"], now["band"]) == (None, "strong")
    assert "Maria Lopez → Karim Haddad" in own("paths", "St. Mary Hospital").output


def test_me_and_wrong_words_are_told(own: Callable[..., Result]) -> None:
    assert own("say", "Maria Lopez", "knows", "Maria Lopez").exit_code == 1
    assert own("say", "Maria Lopez", "likes", "Karim Haddad").exit_code == 2
    assert own("close", "Maria Lopez", "very").exit_code == 2
