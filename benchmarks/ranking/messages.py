"""Message metadata from a file, as the records the product is made of.

A file (plain or .gz) has the columns ``time`` (ISO), ``message``, ``reply_to``, ``sender``,
``sender_org``, ``recipients`` (space-separated) and ``n_recipients``. The network is pooled: each
message stands in the files of its sender, so everybody's messages are visible, and once.
"""

from __future__ import annotations

import csv
import gzip
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, cached_property
from pathlib import Path

from netgraph.model import (
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    StoredInteraction,
)

#: The files count as imported before anything happened: only the time of an event matters.
IMPORTED = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Message:
    """``people`` counts all addressed, known or not; ``parent`` is the message answered or ""."""

    time: datetime
    key: str
    parent: str
    sender: str
    organisation: str
    recipients: tuple[str, ...]
    people: int

    @property
    def everybody(self) -> tuple[str, ...]:
        """The sender, then those it went to."""
        return (self.sender, *self.recipients)


@dataclass(frozen=True)
class Messages:
    """Every message of a file by (time, key)."""

    name: str
    all: tuple[Message, ...]

    @cached_property
    def by_key(self) -> dict[str, Message]:
        """The messages by their key."""
        return {message.key: message for message in self.all}

    @cached_property
    def threaded(self) -> bool:
        """Whether the file says what answers what."""
        return any(message.parent for message in self.all)

    @cached_property
    def times(self) -> tuple[datetime, ...]:
        """The time of each message."""
        return tuple(message.time for message in self.all)

    @cached_property
    def stored(self) -> tuple[StoredInteraction, ...]:
        """Each message as the record that an importer would give, in the files of its sender."""
        return tuple(_stored(message) for message in self.all)

    @cached_property
    def places_of(self) -> dict[str, list[int]]:
        """A person to the places (ascending) in ``all`` of the messages they are on."""
        found: dict[str, list[int]] = defaultdict(list)
        for place, message in enumerate(self.all):
            for person in message.everybody:
                found[person].append(place)
        return dict(found)

    def before(self, moment: datetime) -> int:
        """How many messages were sent strictly before ``moment``."""
        return bisect_left(self.times, moment)

    def before_of(self, person: str, moment: datetime) -> list[Message]:
        """The messages strictly before ``moment`` that ``person`` is on, in order."""
        places = self.places_of.get(person, [])
        return [self.all[place] for place in places[: bisect_left(places, self.before(moment))]]


def read(path: Path) -> Messages:
    """The messages in a file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        found = [_message(row) for row in csv.DictReader(file)]
    return Messages(path.name, tuple(sorted(found, key=lambda one: (one.time, one.key))))


@cache
def person_identifier(person: str) -> Identifier:
    """How the records point at somebody: by the handle that the file gives them."""
    return Identifier(IdentifierKind.HANDLE, person)


def _message(row: dict[str, str]) -> Message:
    sender = row["sender"]
    recipients = tuple(dict.fromkeys(one for one in row["recipients"].split() if one != sender))
    return Message(
        time=datetime.fromisoformat(row["time"].replace("Z", "+00:00")),
        key=row["message"],
        parent=row["reply_to"],
        sender=sender,
        organisation=row.get("sender_org", ""),
        recipients=recipients,
        people=int(row["n_recipients"]),
    )


def pair_record(message: Message, *people: str, sender: bool = True) -> StoredInteraction:
    """What a message tells of ``people`` among those addressed, and of its sender if so."""
    item = _interaction(message, people)
    key = f"{message.key} {' '.join(people)}"
    item = replace(item, key=key, sender=item.sender if sender else None)
    return StoredInteraction(item, message.sender, IMPORTED)


def _stored(message: Message) -> StoredInteraction:
    return StoredInteraction(_interaction(message, message.recipients), message.sender, IMPORTED)


def _interaction(message: Message, people: Iterable[str]) -> Interaction:
    return Interaction(
        key=message.key,
        origin=Origin("mbox", "messages", "0" * 12, message.key),
        kind=InteractionKind.MAIL,
        when=message.time,
        sender=person_identifier(message.sender),
        participants=tuple(person_identifier(one) for one in people),
        n_participants=message.people,
        reply_to=message.parent,
    )
