"""Sources and formats: what was read, why something was not, and how to get more."""

from __future__ import annotations

import csv
import io
import json
from datetime import datetime

import pytest

from netgraph.importers import importers


def test_every_file_with_its_counts_and_reasons(ask):
    rows = ask("sources")
    assert len(rows) > 10
    for row in rows:
        assert row["read"] == row["kept"] + row["merged"] + row["skipped"], row["file"]
        assert bool(row["reasons"]) >= bool(row["skipped"]), row["file"]
        assert datetime.fromisoformat(row["imported"]).tzinfo is not None
    connections = next(row for row in rows if row["file"].endswith("Connections.csv"))
    assert connections["format"] == "LinkedIn connections"
    assert connections["owner"] is None


def test_a_friends_files_name_the_friend(ask):
    owners = {row["owner"] for row in ask("sources")}
    assert owners == {None, "Dana Fox"}


def test_the_table_shows_day_reasons_and_whose(run):
    told = run("sources").stdout
    assert f"{datetime.now():%Y}" in told  # noqa: DTZ005 - the day of the import is today
    assert "of Dana Fox" in told
    assert " × " in told
    assert "netgraph sources --how" in told


def test_the_reasons_are_those_of_the_import(empty, tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ilse,Quandel,https://www.linkedin.com/in/ilse-quandel-example,,,,08 Feb 2026\n"
        ",,,,,,07 Jun 2026\n,,,,,,08 Jun 2026\n,,,,Pine Systems,,08 Jun 2026\n",
        encoding="utf-8",
    )
    assert empty("import", str(path)).exit_code == 0
    (row,) = json.loads(empty("sources", "--format", "json").stdout)
    assert (row["read"], row["kept"], row["skipped"], row["left_out"]) == (4, 1, 3, 2)
    assert row["reasons"] == [
        {"reason": "hidden member: only a date", "count": 2},
        {"reason": "has no name, profile or address", "count": 1},
    ]
    told = empty("sources").stdout
    assert "2 × hidden member: only a date" in told
    assert "1 file." in told


def test_nothing_imported_names_the_next_step(empty, tmp_path):
    result = empty("sources")
    assert result.exit_code == 1
    assert "netgraph import" in result.stderr
    assert not (tmp_path / "new").exists()


def test_csv_has_one_row_a_file(run, ask):
    rows = list(csv.DictReader(io.StringIO(run("sources", "--format", "csv").stdout)))
    assert [row["file"] for row in rows] == [row["file"] for row in ask("sources")]


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ("linkedin", "linkedin_connections"),
        ("Google", "google_csv"),
        ("google", "mbox"),
        ("calendar", "icalendar"),
        ("iphone", "vcard"),
        ("luma", "luma"),
    ],
)
def test_how_to_get_an_export_needs_no_store(empty, tmp_path, service, expected):
    result = empty("sources", "--how", service, "--format", "json")
    assert result.exit_code == 0
    assert expected in {row["name"] for row in json.loads(result.stdout)}
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("gmail", "Google Contacts CSV"),
        ("hotmail", "Outlook contacts"),
        ("iOS", "vCard address book"),
        ("Excel", "Hand-made list"),
    ],
)
def test_services_by_what_people_call_them(empty, word, title):
    assert title in empty("sources", "--how", word).stdout.splitlines()


@pytest.mark.parametrize("word", ["x", "twitter"])
def test_a_letter_is_looked_for_as_a_word(empty, word):
    rows = json.loads(empty("sources", "--how", word, "--format", "json").stdout)
    assert [row["name"] for row in rows] == ["x_following"]


def test_names_keep_their_small_letters(empty):
    told = empty("sources", "--how", "vcard").stdout
    assert "iPhone or Mac" in told
    assert "IPhone" not in told


def test_how_is_told_step_by_step(empty):
    told = empty("sources", "--how", "linkedin_connections").stdout
    assert "1. On linkedin.com" in " ".join(told.split())
    assert "3. LinkedIn mails a link" in " ".join(told.split())


def test_steps_of_another_way_are_counted_anew(empty):
    told = " ".join(empty("sources", "--how", "mbox").stdout.split())
    assert "1. Google Mail" in told
    assert "1. Or Thunderbird" in told


@pytest.mark.parametrize("word", ["no such service", "", " "])
def test_an_unknown_service_lists_the_formats(empty, word):
    result = empty("sources", "--how", word)
    assert result.exit_code == 1
    assert "linkedin_connections" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_formats_lists_all(empty):
    rows = json.loads(empty("formats", "--format", "json").stdout)
    assert [row["name"] for row in rows] == [importer.name for importer in importers()]
    for row in rows:
        assert row["title"]
        begun = ("iPhone", "mail.yahoo.com")
        assert all(step[0] == step[0].upper() or step.startswith(begun) for step in row["how"])
    told = empty("formats").stdout
    assert all(importer.name in told for importer in importers())
    # what comes in one export is told once
    assert told.count("LinkedIn mails a link") == 1


def test_the_number_shown_is_the_one_to_forget_by(own):
    rows = json.loads(own("sources", "--format", "json").stdout)
    assert len({row["number"] for row in rows}) == len(rows)
    row = next(row for row in rows if row["file"].endswith("phone.vcf"))
    assert f"{row['number']:>3} phone.vcf" in own("sources").stdout
    assert own("forget", str(row["number"]), "--yes").exit_code == 0
    left = json.loads(own("sources", "--format", "json").stdout)
    assert [r["number"] for r in left] == [r["number"] for r in rows if r != row]
