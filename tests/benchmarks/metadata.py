"""Small files of message metadata."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from messages import Message, Messages

START = datetime(2022, 1, 1, 12, tzinfo=UTC)


def wrote(
    day: float, sender: str, *recipients: str, people: int = 0, at: str = "", answers: str = ""
) -> Message:
    """A message on ``day`` after `START`, from the organisation ``at``."""
    key = f"{day} {sender} {' '.join(recipients)}"
    time = START + timedelta(days=day)
    return Message(time, key, answers, sender, at, recipients, people or len(recipients))


def file_of(*messages: Message) -> Messages:
    """The messages as a file holds them."""
    return Messages("small.csv", tuple(sorted(messages, key=lambda one: (one.time, one.key))))
