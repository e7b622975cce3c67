"""The calendar of what is due: valid, the same mark for the same matter, whatever the names."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from icalendar import Calendar

from netgraph.outreach.reminders import Kind, Reminder
from netgraph.present.reminders import calendar, reminder_shape

NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
ONE = Reminder(
    Kind.THANK, date(2026, 3, 2), "p1", "Ann Marsh", "Say thank you.", "u1@netgraph", "Nord"
)
HOSTILE = "Eve\r\nEND:VEVENT\r\nATTACH:file:///etc/passwd; , \\ \u202egnp.exe\x00"


def events(data: bytes):
    return Calendar.from_ical(data).walk("VEVENT")


def test_a_day_for_everything_and_what_is_late_stands_on_today():
    later = replace(ONE, day=date(2026, 4, 1), uid="u2@netgraph", kind=Kind.KEEP, employer="")
    late, future = events(calendar([ONE, later], NOW))
    assert (str(late["uid"]), late.decoded("dtstart")) == ("u1@netgraph", date(2026, 3, 10))
    assert str(late["summary"]) == "Say thank you: Ann Marsh (Nord)"
    assert future.decoded("dtstart") == date(2026, 4, 1)
    assert future.decoded("dtend") == date(2026, 4, 2)
    assert str(future["summary"]) == "Keep in touch: Ann Marsh"
    assert late.decoded("dtstamp") == NOW


def test_a_later_file_replaces_what_an_earlier_one_said():
    (first,) = events(calendar([ONE], NOW))
    (second,) = events(calendar([ONE], NOW.replace(day=12)))
    assert first["uid"] == second["uid"]
    assert second["sequence"] > first["sequence"]


def test_a_hostile_name_or_note_writes_no_line_of_its_own():
    data = calendar([replace(ONE, name=HOSTILE, employer=HOSTILE, note=HOSTILE)], NOW)
    (event,) = events(data)
    assert "ATTACH" not in event
    assert str(event["summary"]).startswith("Say thank you: Eve END:VEVENT ATTACH:file")
    assert "\u202e" not in data.decode()
    assert b"\x00" not in data
    assert all(len(row) <= 75 for row in data.split(b"\r\n"))
    assert data.count(b"BEGIN:VEVENT") == data.count(b"\r\nEND:VEVENT\r\n") == 1


def test_an_empty_calendar_is_one_too():
    assert events(calendar([], NOW)) == []


def test_the_shape_says_how_late_it_is():
    shape = reminder_shape(ONE, NOW.date())
    assert (shape["due"], shape["days_late"], shape["what"]) == ("2026-03-02", 8, "thank")
