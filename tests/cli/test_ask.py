"""``netgraph ask``: what to ask somebody, by where they stand."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    ("person", "position", "employer"),
    [
        ("Grace Adeyemi", "insider", "Solstice Grid"),
        ("Colin Abernathy", "former insider", "Meridian Care Data"),
        ("Maria Lopez", "bridge", "St. Mary Hospital"),
        ("Stan Kowalczyk", "everyday person", None),
    ],
)
def test_the_position_decides(ask, person, position, employer):
    shape = ask("ask", person)
    assert (shape["positions"][0]["position"], shape["for"]) == (position, employer)
    topics = [one["topic"] for one in shape["questions"]]
    assert len(topics) == len(set(topics)) == 6
    if employer:
        assert any(employer in one["question"] for one in shape["questions"])


def test_the_bridge_is_asked_about_who_comes_next(ask):
    questions = [one["question"] for one in ask("ask", "Maria Lopez")["questions"]]
    assert any("introduce me to Karim Haddad" in one for one in questions)


def test_an_employer_may_be_named(ask):
    shape = ask("ask", "Stan Kowalczyk", "--for", "Nordwind Analytics")
    assert shape["for"] == "Nordwind Analytics"
    assert any("Nordwind Analytics" in one["question"] for one in shape["questions"])


def test_whom_i_do_not_know_i_reach_through_somebody(run):
    shown = run("ask", "Karim Haddad").stdout
    assert "You do not know Karim Haddad yourself. Ask Maria Lopez to introduce you" in shown


def test_somebody_silent_for_years_is_first_greeted(ask):
    shape = ask("ask", "Tomasz Wilk", "--as-of", "2030-01-01")
    assert shape["positions"][-1]["position"] == "dormant friend"
    assert shape["questions"][0]["topic"] == "You two"
    assert shape["notes"][0].startswith("Last in touch in August 2026: reconnect first")


def test_whom_i_left_out_is_not_asked(own):
    own("exclude", "Maria Lopez", "--for", "St. Mary Hospital")
    refused = own("ask", "Maria Lopez", "--for", "St. Mary Hospital")
    assert refused.exit_code == 1
    assert "is left out of what concerns St. Mary Hospital, as you said" in refused.stderr
    assert json.loads(own("ask", "Maria Lopez", "--format", "json").stdout)["for"] is None
    own("exclude", "Maria Lopez")
    assert "is left out, as you said" in own("ask", "Maria Lopez").stderr


def test_neither_i_nor_a_person_after_for_can_be_asked_about(run):
    assert "is you" in run("ask", "Noor Saldana").stderr
    assert "--for takes an employer" in run("ask", "Dana Fox", "--for", "Maria Lopez").stderr


def test_somebody_senior_is_asked_for_what_they_see_ahead(ask):
    shape = ask("ask", "Priya Raman")
    assert shape["positions"][-1] == {
        "position": "someone senior",
        "why": "has a leading position: Head of replenishment at Brightwater Stores Ltd",
    }
    assert any("five years ahead" in one["question"] for one in shape["questions"])
