"""Reasons to write that ask for nothing, all in one place; none holds a person's name."""

from __future__ import annotations

from datetime import date

from netgraph.graph.wording import MONTHS, day

HELPED = "They helped you: tell them what became of it."
PLAIN = "Say what made you think of them; a few lines that ask for nothing are enough."


def new_job(employer: str, since: date) -> str:
    """That somebody changed jobs since the last contact."""
    month = f"{MONTHS[since.month - 1]} {since.year}"
    return f"They have been at {employer} since {month}: congratulate them."


def brought(when: date) -> str:
    """That they made me acquainted with somebody."""
    return f"They introduced you to somebody on {day(when)}: tell them what grew out of it."


def shared(place: str) -> str:
    """That both of us were at a place."""
    return f"You both know {place}: a memory or news of it is reason enough."


def circle(name: str) -> str:
    """That they belong to a circle."""
    return f"They belong to {name}: news of it is reason enough."
