"""``netgraph questions`` as a list."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from click.testing import Result


def test_the_questions_are_about_the_ways_there_are(run: Callable[..., Result]) -> None:
    rows = json.loads(run("questions", "--format", "json").stdout)
    assert [row["rank"] for row in rows] == list(range(1, 11))
    assert all(row["matters_for"] and row["so_far"] and row["gain"] > 0 for row in rows)
    asked = {row["question"] for row in rows}
    assert "Do Colin Abernathy and Ruth Kessler know each other?" in asked
    assert "How well do you know Grace Adeyemi?" in asked
    text = run("questions", "--limit", "2").stdout
    assert rows[1]["question"] in text
    assert rows[2]["question"] not in text
    assert run("questions", "--limit", "11").exit_code == 2


def test_the_command_beside_a_question_answers_it(own: Callable[..., Result]) -> None:
    rows = json.loads(own("questions", "--format", "json").stdout)
    mine = next(row for row in rows if row["about_me"])
    others = next(row for row in rows if not row["about_me"])
    for row, word in ((mine, "well"), (others, "not-at-all")):
        words = row["answer_with"].replace("|", " ").split()
        verb = [part for part in words[1:] if part not in {"well", "some", "barely", "not-at-all"}]
        assert own(*verb, word).exit_code == 0
    left = {row["question"] for row in json.loads(own("questions", "--format", "json").stdout)}
    assert not left & {mine["question"], others["question"]}


def test_a_csv_has_no_numbers_that_only_order(run: Callable[..., Result]) -> None:
    rows = list(csv.DictReader(io.StringIO(run("questions", "--format", "csv").stdout)))
    assert len(rows) == 10
    assert "gain" not in rows[0]


def test_without_targets_it_asks_how_well_i_know_my_people(empty: Callable[..., Result]) -> None:
    empty("add", "Maria Lopez", "--as", "hairdresser")
    text = empty("questions").stdout
    assert "How well do you know Maria Lopez?" in text
    assert "well|some|barely" in text
    empty("close", "Maria Lopez", "well")
    assert "There is nothing to ask" in empty("questions").stdout
