"""``netgraph draft``, ``thank`` and ``profile``: messages to be sent by hand."""

from __future__ import annotations

import csv
import io
import json
import stat

import pytest


def drafted(run, *arguments):
    shown = run("draft", *arguments, "--format", "json")
    assert shown.exit_code == 0, shown.output
    return json.loads(shown.stdout)


def test_a_first_message_says_all_that_it_has_to(run):
    shape = drafted(run, "Maria Lopez", "--as-of", "2026-11-24")
    text = shape["message"]
    assert text.startswith("Subject: Somebody who knows St. Mary Hospital\n\nHello Maria,")
    for part in (
        "This is Noor Saldana; I know you through your work as a hairdresser.",
        "I worked as an operations manager at Pell & Marsh Logistics until June 2026.",
        "you may know Karim Haddad, who works there",
        "It will help me decide",
        "I will phone you on Tuesday, 1 December",
        "If you would rather not, one line is enough",
    ):
        assert part in text
    assert (shape["kind"], shape["phone_on"], shape["blanks"]) == ("first", "2026-12-01", [])
    assert "Noor would like to ask somebody at St. Mary Hospital two things" in shape["forward"]
    assert shape["phone"].startswith("Hello Maria, this is Noor Saldana. I wrote to you about")


def test_the_draft_as_printed_passes_the_check(run, tmp_path):
    path = tmp_path / "draft.txt"
    path.write_text(run("draft", "Maria Lopez").stdout, encoding="utf-8")
    assert json.loads(run("check", str(path), "--format", "json").stdout) == {"findings": []}


def test_after_silent_years_the_first_word_asks_for_nothing(run):
    shape = drafted(run, "Tomasz Wilk", "--as-of", "2030-01-01")
    assert (shape["kind"], shape["phone_on"], shape["forward"]) == ("reconnect", None, None)
    assert "There is nothing I need" in shape["message"]
    assert "Nordwind" not in shape["message"]
    assert shape["blanks"] == ["[what reminded you of them, or something you remember]"]
    asking = drafted(run, "Tomasz Wilk", "--as-of", "2030-01-01", "--ask-now")
    assert asking["kind"] == "first"
    assert "Nordwind" in asking["message"]


@pytest.mark.parametrize("verb", ["draft", "thank"])
def test_whom_i_left_out_is_not_written_to(own, verb):
    own("exclude", "Maria Lopez")
    refused = own(verb, "Maria Lopez")
    assert refused.exit_code == 1
    assert "is left out, as you said" in refused.stderr


def test_my_own_words_stand_in_the_message(own):
    own("profile", "set", "--who", "a planner who moved goods", "--seeking", "to work with data.")
    own("profile", "set", "--use", "which course to take", "--phone", "+44 7700 900100")
    shape = drafted(own, "Maria Lopez", "--channel", "letter")
    assert "I am a planner who moved goods. I would now like to work with data." in shape["message"]
    assert "decide which course to take" in shape["message"]
    assert "Noor is a planner who moved goods, and would now like to work" in shape["forward"]
    own("profile", "set", "--who", "")
    assert "I worked as an operations manager" in drafted(own, "Maria Lopez")["message"]


def test_profile_tells_what_is_mine_and_what_is_from_the_files(own):
    own("profile", "set", "--seeking", "work with data")
    number = json.loads(own("profile", "add-example", "Cut it.", "--format", "json").stdout)[
        "number"
    ]
    shape = json.loads(own("profile", "--format", "json").stdout)
    facts = {one["fact"]: (one["text"], one["from"]) for one in shape["facts"]}
    assert facts["seeking"] == ("I am now looking for work with data", "you")
    assert facts["who"][1] == "files"
    assert facts["offer"] == (None, None)
    assert shape["examples"] == [{"number": number, "text": "Cut it."}]
    assert "1. Cut it." in own("profile").stdout
    assert own("profile", "remove-example", "7").exit_code == 1
    assert own("profile", "remove-example", str(number)).exit_code == 0
    assert "None yet" in own("profile").stdout
    assert own("profile", "set").exit_code == 1


def test_thanks_say_what_they_did_and_leave_the_rest_visible(own):
    empty = json.loads(own("thank", "Maria Lopez", "--format", "json").stdout)
    assert "Thank you for [what they did for you]." in empty["message"]
    own("log", "Maria Lopez", "--did", "met", "--on", "2026-11-20", "--note", "the ward [3] plans")
    shape = json.loads(own("thank", "Maria Lopez", "--format", "json").stdout)
    assert "Thank you for the time you gave me on Friday, 20 November." in shape["message"]
    assert (
        "[say in your own words what helped you; your note: the ward (3) plans]" in shape["blanks"]
    )
    own("log", "Maria Lopez", "--did", "thanked", "--on", "2026-11-21")
    again = json.loads(own("thank", "Maria Lopez", "--format", "json").stdout)
    assert "[what they did for you]" in again["blanks"]


def test_bad_news_deserves_thanks_as_well(own):
    own("log", "Maria Lopez", "--did", "answered", "--outcome", "no", "--on", "2026-11-20")
    shape = json.loads(own("thank", "Maria Lopez", "--format", "json").stdout)
    assert "your answer of Friday, 20 November" in shape["message"]
    assert "good of you to tell me plainly" in shape["message"]


def test_templates_can_be_copied_and_changed(run, tmp_path):
    folder = tmp_path / "mine"
    shape = json.loads(run("draft", "--copy-templates", str(folder), "--format", "json").stdout)
    assert "first-plain.txt" in shape["copied"]
    assert stat.S_IMODE((folder / "email.txt").stat().st_mode) == 0o600
    (folder / "first-plain.txt").write_text("Hi {{ their_first_name }}, [a word]", "utf-8")
    made = drafted(run, "Maria Lopez", "--templates", str(folder))
    assert made["message"].endswith("Hi Maria, [a word]")
    assert made["blanks"] == ["[a word]"]
    again = json.loads(run("draft", "--copy-templates", str(folder), "--format", "json").stdout)
    assert again["copied"] == []


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{{ their_nmae }}", "'their_nmae' is undefined; the slots are:"),
        ("{% if %}", "first-plain.txt, line 1:"),
        ("{{ known.__class__.__mro__ }}", "first-plain.txt:"),
        ("{{ 1 / 0 }}", "first-plain.txt:"),
    ],
)
def test_a_broken_template_is_one_line_that_names_it(run, tmp_path, template, told):
    (tmp_path / "first-plain.txt").write_text(template, encoding="utf-8")
    broken = run("draft", "Maria Lopez", "--templates", str(tmp_path))
    assert (broken.exit_code, broken.stderr.count("\n")) == (1, 1)
    assert told in broken.stderr


def test_what_is_wrong_is_told(run, tmp_path):
    assert "name a person" in run("draft").stderr
    assert "there is no folder" in run("draft", "Maria", "--templates", str(tmp_path / "no")).stderr
    assert "is you" in run("draft", "Noor Saldana").stderr


@pytest.mark.parametrize("verb", ["draft", "thank"])
def test_a_table_for_programs_has_one_row(run, verb):
    rows = list(csv.DictReader(io.StringIO(run(verb, "Maria Lopez", "--format", "csv").stdout)))
    [row] = rows
    assert row["person"] == "Maria Lopez"
    assert "Hello Maria" in row["message"]


def test_in_a_file_a_paragraph_is_one_line(run):
    lines = run("draft", "Karim Haddad").stdout.splitlines()
    assert max(map(len, lines)) > 160
    assert "──── Before you send it" in lines
    assert any(one.startswith("For you to fill in: [who gave you their name") for one in lines)
    assert any(one.startswith("You do not know Karim Haddad yourself.") for one in lines)


def test_a_word_in_the_log_ends_the_silence(own):
    assert drafted(own, "Patrick Farnham", "--as-of", "2026-11-24")["kind"] == "reconnect"
    own("log", "Patrick Farnham", "--did", "wrote", "--on", "2026-11-20")
    assert drafted(own, "Patrick Farnham", "--as-of", "2026-11-24")["kind"] == "first"
    assert drafted(own, "Patrick Farnham", "--as-of", "2026-11-19")["kind"] == "reconnect"


def test_a_folder_beside_the_store_is_used(own, tmp_path):
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / "first-warm.txt").write_text("Dear {{ their_name }}, in my words.", "utf-8")
    made = drafted(own, "Maria Lopez", "--tone", "warm")
    assert made["message"].endswith("Dear Maria Lopez, in my words.")
    assert drafted(own, "Maria Lopez")["message"].startswith("Subject: Somebody who knows")
