"""Who really introduced whom: the events that the ranking of introducers is held against.

A sends one mail to B and C (at most `ADDRESSED` people), who were never on a mail together, and
B and C write to each other within `ANSWERED`. ``thread``: A answers a mail that B was on and C
was not. ``any``: any mail to both; which of the two is B is drawn by a seeded coin. Mail to more
than `CROWD_LIMIT` people says nothing, here as in the product.

Scored are events where A is a contact of B (they wrote to each other before, one way or both),
B has at least `OTHERS` contacts besides A and C, and C at least one besides B.
"""

from __future__ import annotations

import random
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from messages import Message, Messages

from netgraph.graph.chances import CROWD_LIMIT

ANSWERED = timedelta(days=60)
#: An introduction is made in a mail to at most so many [people].
ADDRESSED = 10
OTHERS = 3
Pair = tuple[str, str]


def pair(one: str, other: str) -> Pair:
    """Two people in order."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True)
class Event:
    """``introducer`` A brought ``ego`` B and ``goal`` C together by ``message``."""

    message: Message
    introducer: str
    ego: str
    goal: str

    @property
    def moment(self) -> datetime:
        """When; all that is used to rank was sent strictly before."""
        return self.message.time


class Acquaintance:
    """Who was in touch with whom, and on a mail with whom, by the messages taken in so far."""

    def __init__(self) -> None:
        self.near: dict[str, set[str]] = defaultdict(set)
        self.together: dict[str, set[str]] = defaultdict(set)

    def add(self, message: Message) -> None:
        """Take in a message, unless it went to a crowd."""
        if message.people > CROWD_LIMIT:
            return
        for other in message.recipients:
            self.near[message.sender].add(other)
            self.near[other].add(message.sender)
        for one in message.everybody:
            self.together[one].update(message.everybody)

    def scorable(self, event: Event) -> bool:
        """Whether the event can be ranked by what came before it."""
        contacts = self.near[event.ego] - {event.goal}
        known = event.introducer in contacts and len(contacts) > OTHERS
        return known and bool(self.near[event.goal] - {event.ego})


def events(messages: Messages, variant: str, seed: int) -> Iterator[Event]:
    """The events of a ``variant`` that can be scored, in order of time."""
    coin = random.Random(seed)
    answers = written(messages)
    seen = Acquaintance()
    for message, earlier in steps(messages):
        for one in earlier:
            seen.add(one)
        if message.people > ADDRESSED:
            continue
        for both in combinations(message.recipients, 2):
            ordered = both if coin.random() < 0.5 else both[::-1]
            if both[1] in seen.together[both[0]] or not wrote_after(answers, both, message.time):
                continue
            for ego, goal in (ordered,) if variant == "any" else (both, both[::-1]):
                event = Event(message, message.sender, ego, goal)
                if seen.scorable(event) and (variant == "any" or _looped(messages, event)):
                    yield event


def steps(messages: Messages) -> Iterator[tuple[Message, list[Message]]]:
    """Each message with those that came strictly before it and were not given before."""
    given = 0
    for place, message in enumerate(messages.all):
        start = given
        while given < place and messages.all[given].time < message.time:
            given += 1
        yield message, list(messages.all[start:given])


def written(messages: Messages) -> dict[Pair, list[datetime]]:
    """When any two people wrote to each other, but for crowds."""
    found: dict[Pair, list[datetime]] = defaultdict(list)
    for message in messages.all:
        if message.people <= CROWD_LIMIT:
            for other in message.recipients:
                found[pair(message.sender, other)].append(message.time)
    return found


def wrote_after(
    answers: dict[Pair, list[datetime]], both: tuple[str, str], moment: datetime
) -> datetime | None:
    """When ``both`` first wrote to each other after ``moment`` and within `ANSWERED`, if so."""
    times = answers.get(pair(*both), [])
    place = bisect_right(times, moment)
    if place < len(times) and times[place] - moment <= ANSWERED:
        return times[place]
    return None


def _looped(messages: Messages, event: Event) -> bool:
    parent = messages.by_key.get(event.message.parent)
    if parent is None:
        return False
    return event.ego in parent.everybody and event.goal not in parent.everybody
