"""The sentences of `plan`, all in one place; none holds a name."""

from __future__ import annotations

from datetime import date

from netgraph.graph.wording import counted, day

WEEK = "A few at a time: next week, or when this week's have answered."
CIRCLE = "Others of the same circle come first: never the whole circle at once."


def still_open(asked: date) -> str:
    """That an ask is open."""
    return f"You asked on {day(asked)}, and no answer is noted yet: no second request meanwhile."


def asked_lately(asked: date, again: date) -> str:
    """That somebody was asked a short while ago."""
    return f"You asked on {day(asked)}; again from {day(again)} at the earliest."


def asked_often(times: int) -> str:
    """That somebody was asked as often as a year bears."""
    return f"You have asked {counted(times, 'time')} already; now it is your turn to give."
