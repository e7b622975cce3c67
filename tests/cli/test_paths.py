"""Paths narrowed and explained, on the sample data."""

from __future__ import annotations

import csv
import io

import pytest


def chains(answer):
    return [[person["name"] for person in path["people"]] for path in answer["paths"]]


def test_people_can_be_left_out(run, ask):
    whole = chains(ask("paths", "Nordwind"))
    assert any("Tomasz Wilk" in chain for chain in whole)
    rest = chains(ask("paths", "Nordwind", "--avoid", "Tomasz Wilk", "--avoid", "dana fox"))
    assert rest
    assert not any({"Tomasz Wilk", "Dana Fox"} & set(chain) for chain in rest)
    told = run("paths", "Nordwind", "--avoid", "Tomasz Wilk", "--avoid", "dana fox").stdout
    assert "without Dana Fox and Tomasz Wilk" in " ".join(told.split())


def test_all_ways_through_one_person(ask):
    through = chains(ask("paths", "Nordwind", "--via", "Dana Fox"))
    assert len(through) > 1
    assert all("Dana Fox" in chain for chain in through)


def test_as_few_steps_as_wanted(run, ask):
    assert chains(ask("paths", "Solstice Grid", "--max-hops", "1")) == [
        ["Noor Saldana", "Grace Adeyemi"]
    ]
    assert ask("paths", "Nordwind", "--max-hops", "1")["paths"] == []
    told = run("paths", "Nordwind", "--max-hops", "1").stdout
    assert "No path in one step on the evidence we have." in told
    assert run("paths", "Nordwind", "--max-hops", "4").exit_code == 2


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["Nordwind", "--avoid", "Noor Saldana"], "Noor Saldana cannot be avoided"),
        (["Nordwind", "--via", "Dana Fox", "--avoid", "Dana Fox"], "Dana Fox cannot be avoided"),
        (["Karim Haddad", "--avoid", "Karim Haddad"], "Karim Haddad cannot be avoided"),
        (["Karim Haddad", "--via", "Karim Haddad"], "is at an end of it"),
        (["Nordwind", "--via", "Nobody Known"], "nobody is called"),
    ],
)
def test_contradictions_are_told(run, options, words):
    result = run("paths", *options)
    assert result.exit_code == 1
    assert words in result.stderr


def test_every_chance_is_calculated_when_asked_for(run, ask):
    answer = ask("paths", "St. Mary Hospital", "--explain")
    told = answer["paths"][0]["calculation"]
    assert [one["name"] for one in told["factors"]] == [
        "You → Maria Lopez", "Maria Lopez → Karim Haddad", "floor",
    ]  # fmt: skip
    assert told["formula"].startswith("0.5 × (")
    text = run("paths", "St. Mary Hospital", "--explain").stdout
    assert told["formula"] in " ".join(text.split())
    assert "called fair" in text
    assert max(map(len, text.splitlines())) <= 80
    rows = list(csv.DictReader(io.StringIO(run("paths", "--explain", "--format", "csv").stdout)))
    assert {bool(row["calculation"]) for row in rows if row["path"]} == {True}
    assert {row["calculation"] for row in rows if not row["path"]} == {""}
    assert "calculation" not in ask("paths", "St. Mary Hospital")["paths"][0]


def test_an_old_tie_is_to_be_revived_first_and_that_is_said_once(run, ask):
    path = ask("paths", "Kofi Sesay")["paths"][0]
    assert path["reconnect"].startswith("Last in touch on 12 Mar 2023")
    told = run("paths", "Kofi Sesay", "--limit", "1").stdout
    assert told.count("reconnect first") == 1
    assert "firmer" not in told
    assert "chance: fair (weak to good)" in told


def test_what_would_make_the_least_certain_step_firmer_is_told(run, ask):
    path = ask("paths", "Nordwind")["paths"][-1]
    assert 'netgraph say "' in path["weakest"]["strengthen"]
    told = " ".join(run("paths", "Nordwind").stdout.split())
    assert f"firmer {path['weakest']['strengthen']}" in told
    assert path["inside"]["employer"] == "Nordwind Analytics"
