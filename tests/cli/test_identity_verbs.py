"""``merge``, ``split`` and ``people --why`` as the user types them."""

from __future__ import annotations

import csv
import io
import json

import pytest


def read(run, *arguments):
    result = run(*arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_split_shows_the_cards_then_takes_some_out(own):
    shown = read(own, "split", "Maria Lopez")
    assert [card["number"] for card in shown["cards"]] == list(range(1, len(shown["cards"]) + 1))
    assert all(card["file"] and card["place"] for card in shown["cards"])
    text = own("split", "Maria Lopez").stdout
    assert f"netgraph split {shown['id'][:8]} --card N" in " ".join(text.split())
    done = read(own, "split", "Maria Lopez", "--card", "1")
    assert done["left"]["id"] != done["taken"]["id"]
    why = read(own, "people", done["taken"]["id"], "--why")
    assert [len(why["cards"])] == [done["taken"]["cards"]]
    assert (done["left"]["id"], "different", "you") in {
        (other["id"], other["judgement"], other["by"]) for other in why["others"]
    }
    back = read(own, "merge", done["left"]["id"], done["taken"]["id"])
    assert back["cards"] == len(shown["cards"])


def test_merge_says_how_to_take_it_back(own):
    told = own("merge", "Maria Lopez", "Grace Adeyemi")
    assert told.exit_code == 0
    assert "To take it back: netgraph split" in told.stdout
    assert "one person already" in own("merge", "Maria Lopez", "Grace Adeyemi").stderr
    why = read(own, "people", "Grace Adeyemi", "--why")
    assert ["You said so."] in [reason["why"] for reason in why["joined"]]
    assert "you" in [reason["by"] for reason in why["joined"]]


def test_why_tells_files_evidence_and_open_questions(run):
    why = read(run, "people", "james.carter.2@example.com", "--why")
    assert {card["file"].rsplit("/", 1)[-1] for card in why["cards"]} >= {"phone.vcf"}
    assert {"They have the same phone number."} <= {w for r in why["joined"] for w in r["why"]}
    assert {other["judgement"] for other in why["others"]} == {"unsure"}
    text = " ".join(run("people", "james.carter.2@example.com", "--why").stdout.split())
    assert "Why they are one person" in text
    assert "may be one person" in text
    rows = list(csv.DictReader(io.StringIO(
        run("people", "james.carter.2@example.com", "--why", "--format", "csv").stdout
    )))  # fmt: skip
    assert len(rows) == len(why["cards"])


def test_what_is_missing_or_wrong_is_told(run):
    assert run("people", "--why").exit_code == 2
    assert run("people", "Zqx Nobody", "--why").exit_code == 1
    assert run("split", "james.carter.2@example.com", "--card", "99").exit_code == 1
    assert run("merge", "Zqx Nobody", "Maria Lopez").exit_code == 1


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_nothing_of_why_runs_back_to_the_left_edge(own, monkeypatch, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    told = own("people", "Dana Fox", "--why").stdout.splitlines()
    assert max(map(len, told)) <= columns
    begin = next(n for n, text in enumerate(told) if text.startswith("Why they are one"))
    cards, reasons = told[1 : begin - 1], told[begin + 1 : told.index("", begin)]
    assert len(cards) > 4
    assert all(text.startswith(("     ", "   ")) for text in cards)
    assert all(text.startswith("    ") for text in reasons)
    if columns == 40:
        assert any(not text.lstrip().startswith("card") for text in reasons)
