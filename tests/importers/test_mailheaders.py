"""Header blocks: what is read on a quick way is what the slow one gives."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers._mail.headers import pick, when_of

EACH = settings(max_examples=1000, derandomize=True, deadline=None, database=None)
DAYS = st.builds(
    "{}{}{}{}{}{:04}".format,
    st.sampled_from(["", "Mon, ", "mon "]),
    st.integers(0, 32),
    st.sampled_from(" -"),
    st.sampled_from(["Jan", "FEB", "mar", "Jun", "Dec"]),
    st.sampled_from(" -"),
    st.sampled_from([0, 1, 1989, 1990, 2016, 2017, 2024, 2099, 2100, 9999]),
)
CLOCKS = st.builds(
    "{:02}:{:02}{}".format,
    st.integers(0, 25),
    st.integers(0, 61),
    st.sampled_from(["", ":00", ":59", ":60", ":99"]),
)
ZONES = st.sampled_from(["", " GMT", " UT", " Z", " +0000", " -0000"]) | st.builds(
    " {}{:04}".format, st.sampled_from("+-"), st.integers(0, 9999)
)


def slow_time(value: bytes) -> datetime | None:
    """What a Date field of the ordinary form says, by the zone arithmetic of ``datetime``."""
    match = re.match(
        rb"(?:[A-Za-z]{3},? *)?(\d{1,2})[ -]([A-Za-z]{3})[ -](\d{4}) +(\d\d):(\d\d)(?::(\d\d))?"
        rb"(?: +([+-]\d{4}|GMT|UTC?|Z)\b|$)",
        value,
    )
    assert match
    months = b"jan feb mar apr may jun jul aug sep oct nov dec".split()
    try:
        month = months.index(match[2].lower()) + 1
        zone: timezone = UTC
        if match[7] and match[7][1:].isdigit():
            minutes = int(match[7][1:3]) * 60 + int(match[7][3:])
            zone = timezone(timedelta(minutes=-minutes if match[7][:1] == b"-" else minutes))
        clock = (int(match[4]), int(match[5]), min(int(match[6] or 0), 59))
        when = datetime(int(match[3]), month, int(match[1]), *clock, 0, zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return when if 1990 <= when.year < 2100 else None


@EACH
@given(DAYS, CLOCKS, ZONES)
def test_times_are_added_up_as_datetime_does(day: str, clock: str, zone: str) -> None:
    value = f"{day} {clock}{zone}".encode()
    assert when_of({b"date": value}) == slow_time(value)


@pytest.mark.parametrize(
    ("date", "received", "separator", "year"),
    [
        ("Mon, 4 Mar 2099 12:00:00 +0100", "", "From x@y Mon Mar 04 11:20:34 2024", 2024),
        (
            "Mon, 4 Mar 2099 12:00:00 +0100",
            "by mx.example; Tue, 5 Mar 2024 11:00:00 +0000",
            "",
            2024,
        ),
        (
            "Mon, 4 Mar 2030 12:00:00 +0100",
            "by mx.example; Tue, 5 Mar 2024 11:00:00 +0000",
            "From x@y Tue Mar 05 11:20:34 2024",
            2024,
        ),
        ("Mon, 4 Mar 2030 12:00:00 +0100", "", "From git Mon Sep 17 00:00:00 2001", 2030),
        ("Mon, 4 Mar 2099 12:00:00 +0100", "", "From - Thu Jan 01 00:00:00 1970", 2099),
        (
            "Wed, 1 Jan 2025 00:10:00 +0000",
            "by mx.example; Tue, 31 Dec 2024 23:59:00 +0000",
            "From x@y Tue Dec 31 23:59:00 2024",
            2025,
        ),
        ("Mon, 4 Mar 2099 12:00:00 +0100", "", "", 2099),
    ],
)
def test_a_date_after_the_arrival_is_not_believed(
    date: str, received: str, separator: str, year: int
) -> None:
    headers = {b"date": date.encode(), b"received": received.encode()}
    when = when_of(headers, f"{separator}\nDate: x\n".encode())
    assert when is not None
    assert when.year == year


#: How fields were found first, with steps back.
FIELD = re.compile(
    rb"\n(from|to|cc|received|subject|x-mailer)[ \t]*:[ \t]*([^\n]*(?:\n[ \t][^\n]*)*)", re.I
)
LINES = st.sampled_from(
    [
        b"From: Ann <a@example.com>",
        b"FROM : b@example.com \r",
        b"To: c@example.com",
        b"tO:\t",
        b"Cc: d@example.com,",
        b"Received: by one",
        b"RECEIVED: by two ",
        b"Subject:",
        b"Subject: Plans",
        b" folded ",
        b"\t",
        b"X-Other: no",
        b"no colon",
        b"",
    ]
)


@EACH
@given(st.lists(LINES, max_size=12))
def test_fields_are_those_of_the_first_or_all(lines: list[bytes]) -> None:
    block = b"\n" + b"\n".join(lines)
    expected: dict[bytes, bytes] = {}
    for written, folded in FIELD.findall(block):
        name, value = written.lower(), folded.replace(b"\n", b"").rstrip()
        if name not in expected:
            expected[name] = value
        elif name in {b"to", b"cc"}:
            expected[name] += b", " + value
    assert pick(block) == expected
