"""netgraph forget shows what goes, asks, and removes nothing without a yes."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest


def names(own):
    return {
        row["name"]
        for row in json.loads(own("people", "--limit", "9999", "--format", "json").stdout)
    }


def test_it_shows_what_goes_and_asks(own):
    result = own("forget", "Maria Lopez", input="n\n")
    assert result.exit_code == 1
    assert "Forget Maria Lopez" in result.stderr
    assert "This cannot be undone" in result.stderr
    assert "nothing was forgotten" in result.stderr
    assert "Maria Lopez" in names(own)
    result = own("forget", "Maria Lopez", input="y\n")
    assert result.exit_code == 0
    assert result.stdout == "Forgotten: that person. Nothing of it is left in the store.\n"
    assert "Maria Lopez" not in names(own)


def test_without_an_answer_nothing_goes(own):
    result = own("forget", "Maria Lopez", input="")
    assert result.exit_code == 1
    assert "say --yes" in result.stderr
    assert "Maria Lopez" in names(own)


def test_json_tells_what_went(own):
    result = own("forget", "Maria Lopez", "--yes", "--format", "json")
    shape = json.loads(result.stdout)
    assert (shape["forgotten"], shape["person"]["name"]) == ("person", "Maria Lopez")
    assert shape["cards"] >= 1
    assert "Maria" not in result.stderr
    shape = json.loads(own("forget", "friend_dana.zip", "--yes", "--format", "json").stdout)
    assert shape["forgotten"] == "file"
    assert shape["person"] is None
    assert {file.split("/")[0] for file in shape["files"]} == {"friend_dana.zip"}


def test_what_is_left_answers_as_before(own):
    before = names(own)
    own("forget", "Maria Lopez", "--yes")
    assert names(own) == before - {"Maria Lopez"}
    for verb in ("summary", "bridges", "reach", "paths"):
        result = own(verb)
        assert result.exit_code == 0
        assert "Maria Lopez" not in result.stdout


def test_forgotten_people_are_counted_at_the_next_import(own, sample_data, tmp_path):
    own("forget", "Maria Lopez", "--yes")
    hand = tmp_path / "hand_list.csv"
    hand.write_text((sample_data / "mine" / "hand_list.csv").read_text(encoding="utf-8") + "\n")
    result = own("import", str(hand))
    told = " ".join(result.stdout.split())
    assert "1 forgotten at your wish" in told
    assert "Maria Lopez" not in names(own)


def test_a_forgotten_file_says_how_to_bring_it_back(own, sample_data):
    path = str(sample_data / "mine" / "hand_list.csv")
    assert own("forget", "hand_list.csv", "--yes").exit_code == 0
    result = own("import", path)
    assert result.exit_code == 0
    assert "netgraph import --again FILE" in " ".join(result.stdout.split())
    assert "Maria Lopez" not in names(own)
    own("import", "--again", path)
    assert "Maria Lopez" in names(own)


def test_everything_goes_after_a_yes(own, tmp_path):
    result = own("forget", "--all", input="n\n")
    assert result.exit_code == 1
    assert "people from" in result.stderr
    assert (tmp_path / "own.db").exists()
    result = own("forget", "--all", "--yes", "--format", "json")
    assert json.loads(result.stdout)["forgotten"] == "everything"
    assert list(tmp_path.glob("own.db*")) == []
    assert "nothing is imported yet" in own("forget", "--all", "--yes").stderr


def test_everything_takes_no_foreign_file(empty, tmp_path):
    foreign = tmp_path / "new" / "netgraph.db"
    foreign.parent.mkdir()
    with closing(sqlite3.connect(foreign)) as database:
        database.execute("CREATE TABLE mine (x)")
        database.commit()
    result = empty("forget", "--all", "--yes")
    assert result.exit_code == 1
    assert "another program's database" in result.stderr
    assert foreign.exists()


@pytest.mark.parametrize("arguments", [[], ["Maria Lopez", "--all"]])
def test_one_thing_must_be_said(own, arguments):
    assert own("forget", *arguments, "--yes").exit_code == 2


def test_two_people_are_told_apart_by_id(empty, tmp_path):
    table = tmp_path / "two.csv"
    table.write_text(
        "Name,Email\nJohn Smith,j.smith@example.com\nJohn Smith,smithy@example.org\n",
        encoding="utf-8",
    )
    empty("import", str(table))
    result = empty("forget", "John Smith", "--yes")
    assert result.exit_code == 1
    lines = result.stderr.strip().splitlines()
    assert len(lines) == 3
    identity = lines[1].rsplit(" ", 1)[-1]
    assert empty("forget", identity, "--yes").exit_code == 0
    (left,) = json.loads(empty("people", "--format", "json").stdout)
    assert left["name"] == "John Smith"
    assert left["id"][:8] != identity


def test_a_part_of_a_name_is_not_enough_without_asking(own):
    result = own("forget", "Lopez", "--yes")
    assert result.exit_code == 1
    assert "'Lopez' may be Maria Lopez" in result.stderr
    assert "Maria Lopez" in names(own)
