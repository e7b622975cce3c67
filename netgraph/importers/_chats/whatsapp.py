"""The lines of a WhatsApp export: many ways to write when, and the order of day and month.

iOS writes ``[04/03/25, 14:05:09] Name: text``, Android ``04/03/2025, 14:05 - Name: text``,
each in the manner of the phone's language. Times are local and without a zone. Sources:
whatsapp-chat-parser 4 (its pattern and fixtures), whatstk, chatpack.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from sys import intern

_MARKS = "\u200b\u200e\u200f\u202a\u202c\u2068\u2069\ufeff"
#: a.m., p. m., AM; Chinese, Korean, Greek and Arabic words for the halves of the day.
_NOON = (
    r"[ap]\.? ?m\.?|[\u4e0a\u4e0b]\u5348|\uc624[\uc804\ud6c4]"
    r"|[\u03c0\u03bc]\.?\u03bc\.?|[\u0635\u0645]"
)
_HEADER = re.compile(
    rf"(?P<bracket>\[)?(?P<date>\d{{1,4}}[-/.] ?\d{{1,2}}[-/.] ?\d{{1,4}})\.?"
    rf"(?P<comma>[,\u060c])? ?(?:(?:klo|kl\.|um|at|\u00e0|om|o|\u00e0s) )?"
    rf"(?P<before>(?:{_NOON}) ?)?"
    rf"(?P<hour>\d{{1,2}})[.:](?P<minute>\d{{2}})(?P<second>[.:]\d{{2}})?"
    rf"(?: ?(?P<after>{_NOON}))?(?P<close>\])?(?P<dash> [-\u2013]|,)?:? (?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BLANKS = str.maketrans({"\u202f": " ", "\u00a0": " ", "\t": " "})
_AFTERNOON = re.compile(r"p|\u4e0b|\ud6c4|\u03bc\.?\u03bc|\u0645", re.IGNORECASE)
_SPLIT = re.compile(r"[-/.] ?")
#: The two digits of a year are of this century; a phone without a clock says 1970.
CENTURY = 2000


@dataclass(slots=True)
class Line:
    """One entry: ``author`` "" for a notice of Android; ``body`` is its first line.

    ``date`` holds the three numbers as written, ``time`` seconds since midnight;
    ``is_marked`` tells that the body began with WhatsApp's own invisible mark.
    """

    number: int
    date: tuple[str, str, str]
    time: int
    author: str
    body: str
    is_marked: bool


def is_export(text: str, file: str) -> bool:
    """Whether ``text`` (its beginning) starts with an entry and holds two; named so, one."""
    found = []
    for line in _header_lines(text.splitlines()[:200]):
        found.append(line)
        if len(found) > 1:
            break
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not found or _header(first) is None:
        return False
    return len(found) > 1 or "chat" in file.casefold()


def entries(text: str) -> Iterator[Line]:
    """The entries in file order; lines that continue a message are passed over."""
    for number, match in enumerate(_header_lines(_lines(text)), start=1):
        rest = match["rest"].rstrip("\r")
        author, separator, body = rest.partition(": ")
        if not separator and rest.endswith(":"):
            author, separator, body = rest[:-1], ":", ""
        if not separator:
            author, body = "", rest
        first, second, third = _SPLIT.split(match["date"])
        yield Line(
            number=number,
            date=(first, second, third),
            time=_seconds(match),
            author=intern(author),
            body=body.lstrip("\u200e\u200f"),
            is_marked=body.startswith(("\u200e", "\u200f")),
        )


def _lines(text: str) -> Iterator[str]:
    """The lines one by one: a list of all would hold the file once more."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def _header_lines(lines: Iterable[str]) -> Iterator[re.Match[str]]:
    """The lines that are the first of an entry, in the manner of the first one."""
    manner: tuple[bool, bool] | None = None
    for line in lines:
        match = _header(line)
        if match is None:
            continue
        this = (match["bracket"] is not None, match["dash"] is not None)
        manner = manner or this
        if this == manner:
            yield match


def _header(line: str) -> re.Match[str] | None:
    stripped = line.lstrip(_MARKS)
    if not stripped[:1].isdigit() and not stripped.startswith("["):
        return None
    head, rest = stripped[:48].translate(_BLANKS), stripped[48:]
    match = _HEADER.match(head + rest)
    if match is None or (match["bracket"] is None) != (match["close"] is None):
        return None
    # program logs look alike: they have seconds and no comma
    is_sure = match["bracket"] or match["comma"] or (match["dash"] and not match["second"])
    return match if is_sure else None


def _seconds(match: re.Match[str]) -> int:
    hour = int(match["hour"])
    half = (match["before"] or match["after"] or "").strip()
    if half:
        hour = hour % 12 + (12 if _AFTERNOON.search(half) else 0)
    second = int((match["second"] or ":0")[1:])
    return hour * 3600 + int(match["minute"]) * 60 + second


Reading = Callable[[Line], datetime | None]


def reading_of(lines: list[Line], text: str) -> Reading:
    """How to read the dates of this file: the order that makes most of them possible.

    Between orders equally possible the one in which time runs forward wins, then day before
    month, unless the file has capital AM or PM as American phones write. Times come out as if
    they were UTC; None for a date that cannot be.
    """
    american = re.search(r"\d[ \u202f][AP]M\b", text[:4096]) is not None
    orders = [_month_first, _day_first] if american else [_day_first, _month_first]
    orders.append(_year_first)

    def faults(order: Reading) -> tuple[int, int]:
        times = [order(line) for line in lines]
        good = [when for when in times if when is not None]
        backward = sum(b < a - timedelta(days=1) for a, b in pairwise(good))
        return len(times) - len(good), backward

    return min(orders, key=faults)


def _day_first(line: Line) -> datetime | None:
    day, month, year = line.date
    return _moment(year, month, day, line.time)


def _month_first(line: Line) -> datetime | None:
    month, day, year = line.date
    return _moment(year, month, day, line.time)


def _year_first(line: Line) -> datetime | None:
    year, month, day = line.date
    return _moment(year, month, day, line.time)


def _moment(year: str, month: str, day: str, time: int) -> datetime | None:
    if len(year) not in {2, 4}:
        return None
    try:
        whole = int(year) + (CENTURY if len(year) == len("25") else 0)
        return datetime(whole, int(month), int(day), tzinfo=UTC) + timedelta(seconds=time)
    except (ValueError, OverflowError):
        return None
