"""``netgraph due`` and ``netgraph keep``."""

from __future__ import annotations

import json
import stat
import sys
from collections.abc import Callable
from pathlib import Path

from click.testing import Result
from icalendar import Calendar


def test_what_is_due_follows_from_the_log_as_of_a_day(
    own: Callable[..., Result], tmp_path: Path
) -> None:
    assert "Nothing." in own("due").output
    own("log", "Dana Fox", "--did", "asked", "--for", "Nordwind", "--on", "2026-10-05")
    own("log", "Maria Lopez", "--did", "met", "--on", "2026-10-06", "--note", "her tip: the clinic")
    soon = own("due", "--as-of", "2026-10-07")
    assert "Say thank you: Maria Lopez   today" in soon.output
    assert "Your note: her tip: the clinic" in soon.output
    assert "Follow up: Dana Fox, about Nordwind Analytics   on 12 Oct 2026" in soon.output
    assert "Follow up" not in own("due", "--as-of", "2026-10-07", "--days", "0").output
    assert "1 more thing later, the" in own("due", "--as-of", "2026-10-07", "--days", "4").output
    # all of the sample files are known by then
    found = json.loads(own("due", "--as-of", "2029-10-20", "--format", "json").stdout)
    assert [(one["what"], one["name"], one["days_late"]) for one in found] == [
        ("thank", "Maria Lopez", 1109),
        ("follow up", "Dana Fox", 1104),
        ("ask to stay in touch", "Maria Lopez", 1103),
    ]
    path = tmp_path / "due.ics"
    assert "3 days to remember" in own("due", "--ics", str(path), "--as-of", "2029-10-20").output
    marks = [str(one["uid"]) for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")]
    assert marks == [one["uid"] for one in found]
    assert sys.platform == "win32" or stat.S_IMODE(path.stat().st_mode) == 0o600
    own("log", "Maria Lopez", "--did", "thanked", "--on", "2026-10-07")
    assert "Say thank you" not in own("due", "--as-of", "2026-10-08").output


def test_who_is_left_out_is_not_to_be_called(own: Callable[..., Result]) -> None:
    own("log", "Dana Fox", "--did", "asked", "--on", "2026-10-05")
    own("keep", "Dana Fox", "--every", "1d")
    assert "Dana Fox" in own("due", "--days", "30").output
    own("exclude", "Dana Fox")
    assert "Dana Fox" not in own("due", "--days", "30").output
    assert "Dana Fox" not in own("keep").output


def test_staying_in_touch_begins_and_ends_with_a_word(own: Callable[..., Result]) -> None:
    assert "Nobody yet" in own("keep").output
    told = own("keep", "Colin Abernathy", "--every", "6w")
    assert told.output.startswith("Noted: a sign of life to Colin Abernathy every 42 days.")
    [row] = json.loads(own("keep", "--format", "json").stdout)
    assert (row["name"], row["every"], row["last_contact"]) == ("Colin Abernathy", 42, "2026-07-18")
    assert "42 days" in own("keep").output
    assert "Keep in touch: Colin Abernathy" in own("due").output
    assert "no reminders" in own("keep", "Colin Abernathy", "--stop").output
    assert json.loads(own("keep", "--format", "json").stdout) == []
    assert "Nothing." in own("due").output


def test_how_often_must_be_said_in_days_weeks_months_or_years(own: Callable[..., Result]) -> None:
    for wrong in ("often", "0d", "9999y"):
        result = own("keep", "Dana Fox", "--every", wrong)
        assert result.exit_code == 2
        assert "write it like 90d, 6w, 3m or 1y" in result.output
    for arguments in (["Dana Fox"], ["Dana Fox", "--every", "3m", "--stop"], ["--every", "3m"]):
        assert own("keep", *arguments).exit_code == 1
