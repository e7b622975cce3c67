"""``netgraph brief``: one page before a meeting."""

from __future__ import annotations

import html
import json
import re
import stat


def briefed(run, *arguments):
    shown = run("brief", *arguments, "--format", "json")
    assert shown.exit_code == 0, shown.output
    return json.loads(shown.stdout)


def test_the_page_has_everything_that_a_meeting_needs(own):
    own("profile", "add-example", "Cut the empty runs by a third.")
    own("profile", "set", "--offer", "a second pair of eyes on a spreadsheet")
    own("log", "Tomasz Wilk", "--did", "introduced", "--on", "2026-11-10", "--note", "Ilse")
    shape = briefed(own, "Tomasz Wilk")
    assert shape["for"] == "Nordwind Analytics"
    assert shape["purpose"].startswith("To learn about Nordwind Analytics, and whether Ilse")
    assert "Cut the empty runs by a third." in shape["snapshot"]
    assert shape["how_known"]
    assert any("36 mails" in one["text"] for one in shape["evidence"])
    assert len(shape["questions"]) == 5
    assert shape["questions"][-1]["question"].startswith("Would you be willing to introduce me")
    assert shape["offer"][:2] == [
        "They have helped you 1 time; you gave 0 times.",
        "You said that you can offer: a second pair of eyes on a spreadsheet.",
    ]
    assert shape["open_points"][0].startswith("You have not thanked them yet for 10 Nov 2026")
    assert shape["open_points"][-1] == "10 Nov 2026: introduced: Ilse"
    assert shape["blanks"] == []
    assert {"name": "Henrik Aalto", "tie": "known"} in shape["shared"]


def test_an_open_ask_and_a_missing_example_are_told(own):
    own("log", "Maria Lopez", "--did", "asked", "--for", "St. Mary Hospital", "--on", "2026-11-20",
        "--next", "2026-12-01")  # fmt: skip
    shape = briefed(own, "Maria Lopez")
    asked = "You asked them on 20 Nov 2026 about St. Mary Hospital, and no answer is noted yet."
    assert shape["open_points"][0] == asked
    assert any(one.startswith("1 Dec 2026: the next step") for one in shape["open_points"])
    assert shape["blanks"] == ["[a success of yours, told in two sentences]"]
    assert "do not ask again while it is open" in " ".join(
        own("draft", "Maria Lopez").stdout.split()
    )


def test_the_page_to_print_is_private_offline_and_escaped(run, tmp_path):
    path = tmp_path / "brief.html"
    shown = run("brief", "Maria Lopez", "-o", str(path))
    assert shown.exit_code == 0
    page = path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert "default-src 'none'; script-src ;" in html.unescape(page)
    assert "@media print" in page
    assert not re.search(r"https?://|<script", page)
    assert page.count("<li>") > 10
    table = run("brief", "Maria Lopez").stdout
    for title in ("Purpose", "Thirty seconds about you", "Five questions"):
        assert title in table
        assert f"<h2>{title}</h2>" in page
