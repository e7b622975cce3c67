"""``netgraph calibration``, and chances that know the user's outcomes."""

from __future__ import annotations

import json
from collections.abc import Callable

from click.testing import Result


def test_outcomes_move_the_chance_and_the_table_counts_them(own: Callable[..., Result]) -> None:
    assert "Nothing yet" in own("calibration").output
    before = own("paths", "Nordwind", "--format", "json").stdout
    own("log", "Tomasz Wilk", "--did", "asked", "--for", "Nordwind")
    assert own("paths", "Nordwind", "--format", "json").stdout == before, "still open"
    own("log", "Tomasz Wilk", "--outcome", "no")
    after = json.loads(own("paths", "Nordwind", "--format", "json").stdout)["paths"]
    old = json.loads(before)["paths"]
    assert [one["people"] for one in after] == [one["people"] for one in old]
    assert after[0]["chance"]["mid"] < old[0]["chance"]["mid"]
    assert "1 request of your own of this kind, 0 yes" in after[0]["chance"]["basis"]
    table = json.loads(own("calibration", "--format", "json").stdout)
    assert (table["cases"], table["yes"], table["needed"], table["calibrated"]) == (1, 0, 29, False)
    text = own("calibration").output
    assert "Not calibrated: that takes 29 more settled requests." in text
    assert "seen, over others" in " ".join(text.split())
    assert own("calibration", "--format", "csv").stdout.startswith("name,cases,")
    earlier = own("calibration", "--as-of", "2020-01-01", "--format", "json").stdout
    assert json.loads(earlier)["cases"] == 0
    own("log", "--undo")
    assert own("paths", "Nordwind", "--format", "json").stdout == before
