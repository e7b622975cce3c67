"""Times as Google Takeout writes them: a sentence in the language of the account, in UTC."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from netgraph.importers._columns.cells import MONTH_OF, normalised_keeping_numbers

_POLISH = """
stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada
grudnia
"""
_MONTHS = {**dict(zip(_POLISH.split(), range(1, 13), strict=True)), **MONTH_OF}
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)[:.](\d\d)")
_AFTERNOON = re.compile(r"\bp\.?\s?m\b|오후|午後|下午", re.IGNORECASE)
_MORNING = re.compile(r"\ba\.?\s?m\b|오전|午前|上午", re.IGNORECASE)
_YEAR_FIRST = re.compile(r"(\d{4})(?:-|年|년\s?)(\d{1,2})(?:-|月|월\s?)(\d{1,2})")


def google_moment(text: str) -> datetime | None:
    """A time such as "Tuesday, March 5, 2024 at 9:00:00 AM UTC"; None for anything else."""
    clock = _CLOCK.search(text)
    if not clock:
        return None
    day = _day(f"{text[: clock.start()]} {text[clock.end() :]}")
    hour = int(clock[1])
    if _AFTERNOON.search(text):
        hour = hour % 12 + 12
    elif _MORNING.search(text):
        hour %= 12
    try:
        return datetime(*day, hour, int(clock[2]), int(clock[3]), tzinfo=UTC) if day else None
    except ValueError:
        return None


def _day(text: str) -> tuple[int, int, int] | None:
    if found := _YEAR_FIRST.search(text):
        return int(found[1]), int(found[2]), int(found[3])
    words = normalised_keeping_numbers(text)
    years = [int(word) for word in words if re.fullmatch(r"(?:19|20)\d\d", word)]
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    days = [int(word) for word in words if re.fullmatch(r"\d{1,2}", word)]
    return (years[0], months[0], days[0]) if years and months and days else None
