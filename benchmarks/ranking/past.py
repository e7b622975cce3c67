"""What had passed between every two people before a moment, as the simpler rules count it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from math import exp, log1p

from events import Pair, pair
from messages import Message

from netgraph.graph.chances import CROWD_LIMIT

#: Half-lives of counts that fade [days].
HALF_LIVES = (30, 90, 365)
#: The chance of a tie by ranking notes 1.1, as the notes have it: the yardstick stays when the
#: product's formula changes.
START, MORE, OLDER, BOTH = -0.41, 0.46, 0.51, 0.32


@dataclass(slots=True)
class Exchange:
    """Mails of two people to each other; ``faded`` holds 1/people by half-life as of ``last``."""

    last: datetime
    count: int = 0
    senders: set[str] = field(default_factory=set)
    faded: list[float] = field(default_factory=lambda: [0.0] * len(HALF_LIVES))

    def add(self, message: Message) -> None:
        age = (message.time - self.last).total_seconds() / 86400
        share = 1 / max(message.people, 1)
        for place, half in enumerate(HALF_LIVES):
            self.faded[place] = self.faded[place] * 0.5 ** (age / half) + share
        self.count += 1
        self.senders.add(message.sender)
        self.last = message.time


class Past:
    """Counts of everything taken in so far; ``near`` is who was in touch with whom."""

    def __init__(self) -> None:
        self.near: dict[str, set[str]] = defaultdict(set)
        self.exchanged: dict[Pair, Exchange] = {}

    def add(self, message: Message) -> None:
        """Take in a message, unless it went to a crowd."""
        if message.people > CROWD_LIMIT:
            return
        for other in message.recipients:
            self.near[message.sender].add(other)
            self.near[other].add(message.sender)
            both = pair(message.sender, other)
            if both not in self.exchanged:
                self.exchanged[both] = Exchange(message.time)
            self.exchanged[both].add(message)

    def count(self, one: str, other: str) -> int:
        """Mails either way."""
        found = self.exchanged.get(pair(one, other))
        return found.count if found else 0

    def faded(self, one: str, other: str, half_life: int, now: datetime) -> float:
        """1/people of every mail either way, halved with each ``half_life`` [days]."""
        found = self.exchanged.get(pair(one, other))
        if found is None:
            return 0.0
        age = (now - found.last).total_seconds() / 86400
        return found.faded[HALF_LIVES.index(half_life)] * 0.5 ** (age / half_life)

    def chance(self, one: str, other: str, now: datetime) -> float:
        """The chance [0, 1] of the tie by the ranking notes; 0 without a mail."""
        found = self.exchanged.get(pair(one, other))
        if found is None:
            return 0.0
        age = (now - found.last).total_seconds() / 86400
        z = START + MORE * log1p(found.count) - OLDER * log1p(age / 30)
        return 1 / (1 + exp(-z - BOTH * (len(found.senders) > 1)))
