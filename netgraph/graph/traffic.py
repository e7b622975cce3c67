"""Mail, messages, calls and meetings added up per pair of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from netgraph.graph.chances import CROWD_LIMIT, WROTE, together_chance
from netgraph.graph.wording import day
from netgraph.model import (
    Evidence,
    EvidenceKind,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Introduction,
    Origin,
    StoredInteraction,
)

Pair = tuple[str, str]
Look = Callable[[Identifier, str, str], str | None]
#: When a contact was made: (contact, owner of the source, importer) to the time said there.
Connected = dict[tuple[str, str, str], datetime]

#: Somebody new counts as introduced when we write to each other within this time (ranking E1).
FOLLOWED_UP = timedelta(days=60)


class Sight(StrEnum):
    """How two people were seen together, or are said by one of them to have been."""

    DIRECT = "direct"
    SPOKE = "said to have spoken"
    SAW = "said to have met"
    WROTE = "wrote"
    RECEIVED = "received"
    MET = "met"
    CONNECTED = "connected"
    INTRODUCED = "introduced"
    MADE_ACQUAINTED = "made acquainted"


#: Told by the sender in a list made by hand: their word, nothing that a file recorded.
SAID = frozenset({Sight.SPOKE, Sight.SAW})
BY_HAND = "handmade"


@dataclass(slots=True)
class Tally:
    """What one pair exchanged: ``weight`` counts each event as 1 / people addressed.

    ``forward`` and ``back``: the first of the pair wrote (or said it) to the second, and back.
    """

    last: datetime
    origin: Origin
    weight: float = 0.0
    best: float = 0.0
    forward: bool = False
    back: bool = False
    counts: dict[InteractionKind, int] = field(default_factory=dict)


@dataclass(slots=True)
class Traffic:
    """Everything that happened by a moment, per pair of person ids (smaller id first).

    ``first`` is the earliest event a person took part in, ``addresses`` the latest use of each
    mail address and where it stands.
    """

    pairs: dict[tuple[Pair, Sight], Tally] = field(default_factory=dict)
    first: dict[str, datetime] = field(default_factory=dict)
    addresses: dict[Identifier, tuple[datetime, Origin]] = field(default_factory=dict)
    connected: Connected = field(default_factory=dict)
    introductions: list[Introduction] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Event:
    """One interaction with people in the place of identifiers."""

    when: datetime
    sender: str
    others: tuple[str, ...]
    item: Interaction


def cached(look: Look) -> Look:
    """``look`` remembering its answers; only names depend on the file they stand in."""
    answers: dict[tuple[Identifier, str, str], str | None] = {}

    def remembered(identifier: Identifier, owner: str, digest: str) -> str | None:
        key = (identifier, owner, digest if identifier.kind is IdentifierKind.NAME else "")
        if key not in answers:
            answers[key] = look(identifier, owner, digest)
        return answers[key]

    return remembered


def traffic(
    interactions: Iterable[StoredInteraction],
    look: Look,
    *,
    owners: frozenset[str],
    me: str,
    as_of: datetime,
) -> Traffic:
    """Add up what happened by ``as_of``; an event without a time counts from its import.

    ``owners`` are the people whose own files we hold: what they wrote or received is theirs
    (direct), what two others exchanged was merely seen. Events of one sender that stand in two
    files count once, and those with more than `CROWD_LIMIT` people not at all.
    """
    result = Traffic()
    events = _events(interactions, look, as_of, result)
    for event in events:
        _add(result, event, owners)
    result.introductions = _introductions(events, me)
    return result


def _events(
    interactions: Iterable[StoredInteraction], look: Look, as_of: datetime, result: Traffic
) -> list[_Event]:
    events = []
    seen: set[tuple[str, str | None]] = set()
    for stored in interactions:
        item = stored.interaction
        when = item.when or stored.imported
        if when > as_of:
            continue
        owner, digest = stored.owner, item.origin.digest
        sender = look(item.sender, owner, digest) if item.sender else None
        # The same row in two people's files has one key, but each of them is the sender.
        if (item.key, sender) in seen:
            continue
        seen.add((item.key, sender))
        people = [look(participant, owner, digest) for participant in item.participants]
        others = tuple(dict.fromkeys(p for p in people if p and p != sender))
        events.append(_Event(when, sender or "", others, item))
        for identifier in (*([item.sender] if item.sender else []), *item.participants):
            if identifier.kind is IdentifierKind.EMAIL:
                known = result.addresses.get(identifier)
                if known is None or when > known[0]:
                    result.addresses[identifier] = when, item.origin
    events.sort(key=lambda event: (event.when, event.item.key))
    return events


def _add(result: Traffic, event: _Event, owners: frozenset[str]) -> None:
    everybody = (event.sender, *event.others) if event.sender else event.others
    for person in everybody:
        result.first.setdefault(person, event.when)
    kind = event.item.kind
    if kind in {InteractionKind.CONNECTED, InteractionKind.INTRODUCED}:
        _add_acquaintance(result, event)
        return
    people = max(event.item.n_participants, len(event.others), 1)
    if people > CROWD_LIMIT:
        return
    meeting = kind in {InteractionKind.MEETING, InteractionKind.CALL}
    if event.sender:
        _add_sent(result, event, owners, people)
    for place, one in enumerate(event.others):
        for other in event.others[place + 1 :]:
            if one in owners or other in owners:
                if meeting:
                    _count(result, event, (one, other), Sight.DIRECT, people)
            else:
                _count(
                    result, event, (one, other), Sight.MET if meeting else Sight.RECEIVED, people
                )


def _add_sent(result: Traffic, event: _Event, owners: frozenset[str], people: int) -> None:
    meeting = event.item.kind in {InteractionKind.MEETING, InteractionKind.CALL}
    by_hand = event.item.origin.importer == BY_HAND
    for other in event.others:
        if meeting and by_hand:
            sight = Sight.SPOKE if event.item.kind is InteractionKind.CALL else Sight.SAW
        elif event.sender in owners or other in owners:
            sight = Sight.DIRECT
        else:
            sight = Sight.MET if meeting else Sight.WROTE
        _count(result, event, (event.sender, other), sight, people)


def _add_acquaintance(result: Traffic, event: _Event) -> None:
    introduced = event.item.kind is InteractionKind.INTRODUCED
    for place, other in enumerate(event.others):
        if event.sender:
            sight = Sight.INTRODUCED if introduced else Sight.CONNECTED
            _count(result, event, (event.sender, other), sight, 1)
            if not introduced and event.item.when:
                importer = event.item.origin.importer
                result.connected[other, event.sender, importer] = event.when
        if introduced:
            for third in event.others[place + 1 :]:
                _count(result, event, (other, third), Sight.MADE_ACQUAINTED, 1)


def _count(result: Traffic, event: _Event, pair: Pair, sight: Sight, people: int) -> None:
    one, other = pair
    key = ((one, other) if one < other else (other, one), sight)
    tally = result.pairs.get(key)
    if tally is None:
        tally = result.pairs[key] = Tally(event.when, event.item.origin)
    kind = event.item.kind
    tally.last, tally.origin = event.when, event.item.origin
    tally.weight += 1 / people
    tally.counts[kind] = tally.counts.get(kind, 0) + 1
    meeting = kind in {InteractionKind.MEETING, InteractionKind.CALL}
    mutual = meeting and people == 1 and sight is Sight.DIRECT
    one_sided = not meeting or sight in SAID
    tally.forward |= mutual or (one_sided and one < other)
    tally.back |= mutual or (one_sided and one > other)
    best = together_chance(people, WROTE) if sight is Sight.WROTE else together_chance(people)
    tally.best = max(tally.best, best)


def _introductions(events: list[_Event], me: str) -> list[Introduction]:
    """Who brought whom to me: said so, or first met on their message and answered in time."""
    found: dict[str, Introduction] = {}
    waiting: dict[str, _Event] = {}
    known: set[str] = {me}
    for event in events:
        if not me or (event.sender != me and me not in event.others):
            continue
        everybody = (event.sender, *event.others)
        if event.item.kind is InteractionKind.INTRODUCED and event.sender != me:
            for other in event.others:
                if other != me:
                    found.setdefault(other, _introduction(event, other, said=True))
        for other in event.others if event.sender == me else (event.sender,):
            start = waiting.get(other)
            if start and other not in found and event.when - start.when <= FOLLOWED_UP:
                found[other] = _introduction(start, other, said=False)
        by_friend = event.sender in known and event.sender != me
        if by_friend and event.item.n_participants <= CROWD_LIMIT:
            waiting.update({new: event for new in event.others if new not in known})
        known.update(everybody)
    return sorted(found.values(), key=lambda one: (one.when, one.introducer, one.introduced))


def _introduction(event: _Event, introduced: str, *, said: bool) -> Introduction:
    what = "a meeting" if event.item.kind is InteractionKind.MEETING else "a message"
    text = "introduced you to each other" if said else f"you first met on {what} of theirs"
    kind = EvidenceKind.OBSERVED if said else EvidenceKind.INFERRED
    evidence = Evidence(kind, f"{text}, {day(event.when)}", event.item.origin, event.when)
    return Introduction(event.sender, introduced, event.when, evidence)
