"""What the reading verbs answer on the sample data: the story the README tells."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from rich.cells import cell_len

READING = [
    ("summary",),
    ("people",),
    ("people", "maria"),
    ("who", "Nordwind Analytics"),
    ("bridges",),
    ("bridges", "--by", "doors"),
    ("paths",),
    ("paths", "St. Mary Hospital"),
    ("reach",),
    ("prompts",),
    ("target", "list"),
    ("review", "--list"),
]


@pytest.mark.parametrize("verb", READING, ids=" ".join)
@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_every_reading_verb_answers_in_every_form(run, verb, form):
    result = run(*verb, "--format", form)
    assert result.exit_code == 0
    assert result.stdout.strip()
    if form == "json":
        assert json.loads(result.stdout)
    if form == "csv":
        rows = list(csv.reader(io.StringIO(result.stdout)))
        assert len(rows) > 1
        assert {len(row) for row in rows} == {len(rows[0])}
    assert "Traceback" not in result.output


def test_a_band_tells_whom_the_summary_counts_and_a_contact_is_something_else(ask):
    known = [row for row in ask("people", "--limit", "9999") if row["band"]]
    assert ask("summary")["known"] == len(known)
    assert 0 < sum(row["is_contact"] for row in known) < len(known)


@pytest.mark.parametrize("verb", ["people", "employers"])
def test_a_program_gets_the_whole_list_and_a_screen_fifty(ask, run, verb):
    everybody = ask(verb)
    assert len(everybody) > 50
    assert len(run(verb, "--format", "csv").stdout.splitlines()) == len(everybody) + 1
    assert len(ask(verb, "--limit", "3")) == 3
    assert f"{len(everybody) - 50} more: raise --limit" in run(verb).stdout


CHANCES = [*READING, ("tie", "Grace Adeyemi"), ("bridges", "--everyday"), ("paths", "Ilse Quandel")]
NUMBERS = {"strength", "score", "chance", "chance_mid", "in_first_five", "amount"}


@pytest.mark.parametrize("verb", [v for v in CHANCES if v[0] != "review"], ids=" ".join)
def test_csv_says_a_band_where_json_has_a_chance(run, verb):
    rows = list(csv.DictReader(io.StringIO(run(*verb, "--format", "csv").stdout)))
    assert not NUMBERS & set(rows[0])
    facets = {"participation", "effective_size", "weight"}
    cells = [cell for row in rows for name, cell in row.items() if name not in facets]
    assert not [cell for cell in cells if re.fullmatch(r"[01]?\.\d+", cell)]
    if verb[0] in {"bridges", "paths", "reach", "tie"}:
        assert {row["band"] for row in rows} & {"weak", "fair", "good", "strong", "unknown"}


def test_exported_ties_have_a_band_and_no_number(run, tmp_path):
    assert run("export", "-o", str(tmp_path / "all"), "--to", "csv").exit_code == 0
    text = (tmp_path / "all" / "ties.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert not NUMBERS & set(rows[0])
    assert {row["band"] for row in rows} <= {"weak", "fair", "good", "strong", "unknown"}
    assert len({row["band"] for row in rows}) > 2


def test_the_six_targets_are_reached_as_the_story_tells(ask, sample_data):
    text = (sample_data / "truth" / "answers.csv").read_text(encoding="utf-8")
    truth = list(csv.DictReader(io.StringIO(text)))
    found = {row["target"]: row for row in ask("reach")}
    states = {"direct": "direct", "bridge": "through bridges", "none": "not reached"}
    for answer in truth:
        row = found[answer["target"]]
        assert row["state"] == states[answer["state"]], answer["target"]


def test_the_hairdresser_is_the_only_way_into_the_hospital(ask):
    answer = ask("paths", "St. Mary Hospital")
    [path] = answer["paths"]
    assert [person["name"] for person in path["people"]] == [
        "Noor Saldana", "Maria Lopez", "Karim Haddad",
    ]  # fmt: skip
    assert path["hops"] == 2
    assert path["chance"]["low"] <= path["chance"]["mid"] <= path["chance"]["high"]
    assert "prior" in path["chance"]["basis"]
    step = path["ties"][1]
    assert step["kind"] == "stated"
    assert step["evidence"][0]["file"] == "mine/hand_list.csv"
    assert step["evidence"][0]["place"].startswith("row ")
    assert {"from", "to", "why"} <= path["weakest"].keys()
    assert any("hairdresser" in row["reason"] for row in ask("bridges"))


def test_no_path_is_an_answer_and_comes_with_people_to_ask(run, ask):
    answer = ask("paths", "Aldous Genomics")
    assert answer["paths"] == []
    assert len(answer["suggestions"]) >= 3
    assert all(item["why"] and item["ask"] for item in answer["suggestions"])
    assert "No path on the evidence we have." in run("paths", "Aldous Genomics").stdout


def test_bridges_name_groups_doors_and_evidence(ask):
    bridges = ask("bridges", "--limit", "5")
    ranked = bridges[:5]
    assert [row["rank"] for row in ranked] == [1, 2, 3, 4, 5]
    scores = [row["score"] for row in ranked]
    assert scores == sorted(scores, reverse=True)
    assert any(row["opens"] for row in ranked)
    for row in ranked:
        assert row["groups"]
        assert all(piece["file"] and piece["kind"] for piece in row["evidence"])
        assert row["name"] != "Noor Saldana"


def test_everyday_people_have_their_own_section_of_five(run):
    text = run("bridges", "--limit", "3").stdout
    section = text.split("Everyday people who may reach further")[1]
    assert section.count("tie to you:") == 5


def test_no_screen_shows_a_percentage(run):
    for verb in (*READING, ("paths", "Heliaworks Energy")):
        assert "%" not in run(*verb).stdout.replace("linkedin.com/in/", "").split("http")[0]


def test_names_match_as_a_whole_never_by_a_part(run):
    names = {row["name"] for row in json.loads(run("who", "Nordwind", "--format", "json").stdout)}
    assert "Ilse Quandel" in names
    employers = {
        row["employer"] for row in json.loads(run("who", "Nordwind", "--format", "json").stdout)
    }
    assert not any("Bakery" in name for name in employers)


def test_a_summary_of_an_earlier_day_is_true_of_that_day(run, ask):
    before = run("summary", "--as-of", "1999-01-01").stdout.splitlines()
    assert before == [
        "By 1 Jan 1999 you knew 0 people.",
        "By then nothing told netgraph who you are; today it takes you for Noor Saldana.",
        "Nothing that netgraph has was known by then.",
    ]
    answer = ask("summary", "--as-of", "1999-01-01")
    assert (answer["questions"], answer["other_owners"], answer["sources"]) == (0, [], [])
    assert ask("summary")["questions"] > 0
    later = run("summary", "--as-of", "2019-01-01").stdout
    assert "You are Noor Saldana" in later
    assert "more were in reach" in later
    assert "netgraph review" not in later


def test_why_somebody_is_one_person_heeds_the_day(run, ask):
    now = ask("people", "Grace Adeyemi", "--why")["cards"]
    then = ask("people", "Grace Adeyemi", "--why", "--as-of", "2024-01-01")["cards"]
    assert len(then) < len(now)
    assert not [card for card in then if card["file"].endswith("google_contacts.csv")]
    assert not [card for card in then if card["work"]]
    told = run("people", "Grace Adeyemi", "--why", "--as-of", "2024-01-01").stdout
    assert "Why they are one person" in told
    assert "--card" not in told
    assert run("people", "Grace Adeyemi", "--why", "--as-of", "1999-01-01").exit_code == 1


def test_as_of_shows_the_network_as_it_was(ask):
    now = ask("summary")["known"]
    then = ask("summary", "--as-of", "2018-01-01")["known"]
    before = ask("summary", "--as-of", "1995-01-01")["known"]
    assert before == 0
    assert 0 < then < now
    dates = [
        piece["date"]
        for row in ask("bridges", "--as-of", "2018-01-01")
        for piece in row["evidence"]
    ]
    assert dates
    assert max(dates) < "2018-01-02"


def test_a_path_may_start_at_somebody_else(ask):
    answer = ask("paths", "Heliaworks Energy", "--from", "Dana Fox")
    assert answer["source"]["name"] == "Dana Fox"
    assert answer["paths"][0]["hops"] == 1


def test_a_path_may_lead_to_a_person(ask):
    answer = ask("paths", "Karim Haddad")
    assert answer["target"] == "Karim Haddad"
    assert answer["paths"][0]["people"][-1]["name"] == "Karim Haddad"


def test_eighty_columns_are_enough(run):
    for verb in READING:
        assert max(map(len, run(*verb).stdout.splitlines())) <= 80, verb


def test_json_goes_to_standard_output_alone(run):
    result = run("reach", "--format", "json")
    assert result.stderr == ""
    json.loads(result.stdout)


@pytest.mark.parametrize(
    "verb",
    [
        (),
        ("summary",),
        ("people",),
        ("employers",),
        ("who", "Nordwind Analytics"),
        ("who", "Solstice Grid"),
        ("target", "list"),
        ("reach",),
        ("sources",),
        ("paths", "Nordwind Analytics"),
    ],
)
def test_no_word_is_broken_and_no_line_too_long_or_filled_with_spaces(run, monkeypatch, verb):
    def words(width: str) -> tuple[list[str], set[str]]:
        monkeypatch.setenv("COLUMNS", width)
        lines = run(*verb).stdout.splitlines()
        # a path may be broken after a slash
        return lines, {w for each in lines for w in each.replace("/", "/ ").split()}

    narrow, told = words("80")
    assert max(map(cell_len, narrow)) <= 80
    assert not [each for each in narrow if each != each.rstrip()]
    wide, in_full = words("120")
    assert {w for w in told - in_full if w.strip("─")} == set()
    assert max(map(cell_len, wide)) <= 120
