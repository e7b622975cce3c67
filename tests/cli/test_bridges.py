"""Bridges to one employer, from daily life, and gone silent, on the sample data."""

from __future__ import annotations

import pytest


def names(rows):
    return [row["name"] for row in rows if row["section"] == "ranked"]


def test_who_leads_to_one_employer(run, ask):
    found = names(ask("bridges", "--for", "nordwind"))
    assert {"Tomasz Wilk", "Dana Fox", "Priya Raman"} <= set(found)
    asked = {path["people"][1]["name"] for path in ask("paths", "nordwind")["paths"]}
    assert asked <= set(found)
    assert names(ask("bridges", "--for", "St. Mary Hospital")) == ["Maria Lopez"]
    assert names(ask("bridges", "--for", "Aldous Genomics")) == []
    text = run("bridges", "--for", "Aldous Genomics").stdout
    assert "Nobody you know leads there" in text
    assert run("bridges", "--for", "Nowhere Ltd").exit_code == 1


def test_everyday_people_alone(run, ask):
    rows = ask("bridges", "--everyday", "--limit", "8")
    assert [row["section"] for row in rows] == ["everyday"] * 8
    assert "Your bridges" not in run("bridges", "--everyday").stdout


def test_old_ties_are_told_to_be_revived_first(run, ask):
    rows = ask("bridges", "--dormant")
    assert rows
    assert all("years ago: reconnect first." in row["reason"] for row in rows)
    text = run("bridges", "--dormant").stdout
    assert text.startswith("Old ties worth reviving")
    assert "Everyday people" not in text
    assert max(map(len, text.splitlines())) <= 80
    assert ask("bridges", "--dormant", "--as-of", "2005-01-01") == []
    assert "Nobody" in run("bridges", "--dormant", "--as-of", "2005-01-01").stdout


def test_the_first_five_say_how_firm_their_place_is(run, ask):
    rows = [row for row in ask("bridges", "--limit", "7") if row["section"] == "ranked"]
    assert {row["stability"] for row in rows[:5]} <= {"firm", "likely", "fragile"}
    assert rows[0]["stability"] == "firm"
    assert rows[0]["in_first_five"] >= 0.8
    assert [row["stability"] for row in rows[5:]] == [None, None]
    assert "among the first five: firm" in run("bridges").stdout


@pytest.mark.parametrize(
    "options", [("--everyday", "--dormant"), ("--for", "Nordwind", "--by", "doors")]
)
def test_contradictions_are_told(run, options):
    result = run("bridges", *options)
    assert result.exit_code == 1
    assert result.stderr.startswith("netgraph: ")


def test_both_sums_and_the_loss_stand_beside_everybody(run, ask):
    rows = ask("bridges")
    by = {row["name"]: row for row in rows if row["section"] == "ranked"}
    assert all(row["score"] == row["unlocks"] for row in by.values())
    assert by["Dana Fox"]["lost"]["targets"] == ["Heliaworks Energy"]
    assert by["Dana Fox"]["lost"]["people"] == by["Dana Fox"]["cut_off"] > 50
    doors = [row for row in ask("bridges", "--by", "doors") if row["section"] == "ranked"]
    assert all(row["score"] == row["doors"] for row in doors)
    both = [row for row in doors if row["name"] in by]
    assert both
    # the clock runs on between the two answers
    assert [row["doors"] for row in both] == pytest.approx(
        [by[row["name"]]["doors"] for row in both], abs=1e-4
    )


def test_sums_and_standing_are_told_when_asked_for(run, ask):
    plain = run("bridges").stdout
    assert "effective size" not in plain
    told = run("bridges", "--explain").stdout
    assert max(map(len, told.splitlines())) <= 80
    assert "efficiency 0.95); stands between" in " ".join(told.split())
    assert "This describes; it ranks nobody." in told
    assert " Heliaworks Energy + " in told


def test_there_are_two_lists_who_leads_to_targets_and_who_opens_doors(run, ask):
    text = run("bridges", "--limit", "2").stdout
    first, second = text.index("by the targets they open"), text.index("Who opens doors, whatever")
    assert first < second < text.index("Everyday people")
    told = text[second : text.index("Everyday people")].splitlines()
    doors = [row["name"] for row in ask("bridges", "--by", "doors", "--limit", "5")][:5]
    names = [line.partition(":")[0].strip() for line in told if line[:3].strip().isdigit()]
    assert [name.partition(" ")[2].strip() for name in names] == doors
    assert "Dana Fox: tie to you: strong; brought 2 people to you; joins" in " ".join(told)
    for verb in (("--by", "doors"), ("--for", "Nordwind"), ("--dormant",), ("--everyday",)):
        assert "whatever the target" not in run("bridges", *verb).stdout
