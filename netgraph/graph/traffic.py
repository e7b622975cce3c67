"""Mail, messages, calls and meetings added up per pair of people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from netgraph.graph.chances import CROWD_LIMIT, TOGETHER, WROTE, together_chance, warming
from netgraph.graph.tally import Tally
from netgraph.model import (
    OWNER,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    StoredInteraction,
)

Pair = tuple[str, str]
Look = Callable[[Identifier, str, str], str | None]
#: When a contact was made: (contact, owner of the source, importer) to the time said there.
Connected = dict[tuple[str, str, str], datetime]


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


@dataclass(frozen=True, slots=True)
class Copy:
    """An event as it stands in one file of ``owner``, whose person is ``bearer``."""

    owner: str
    bearer: str
    others: tuple[str, ...]
    imported: datetime
    item: Interaction


@dataclass(slots=True)
class Event:
    """One thing that happened, with people in the place of identifiers; mine before friends'."""

    when: datetime
    key: str
    sender: str
    copies: list[Copy]

    @property
    def kind(self) -> InteractionKind:
        """What happened."""
        return self.copies[0].item.kind

    @property
    def others(self) -> tuple[str, ...]:
        """Everybody but the sender, in the order of the copies."""
        if len(self.copies) == 1:
            return self.copies[0].others
        return tuple(dict.fromkeys(other for copy in self.copies for other in copy.others))


@dataclass(slots=True)
class Traffic:
    """Everything that happened by a moment, per pair of person ids (smaller id first).

    ``as_of`` is that moment, ``first`` the earliest event of a person, ``addresses`` the latest
    use of each mail address and where it stands, ``events`` all of it by (time, key, sender).
    """

    as_of: datetime
    pairs: dict[tuple[Pair, Sight], Tally] = field(default_factory=dict)
    first: dict[str, datetime] = field(default_factory=dict)
    addresses: dict[Identifier, tuple[datetime, Origin]] = field(default_factory=dict)
    connected: Connected = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)


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
    interactions: Iterable[StoredInteraction], look: Look, *, me: str, as_of: datetime
) -> Traffic:
    """Add up what happened by ``as_of``; an event without a time counts from its import.

    What one of two people wrote or received by their own files is theirs (direct), and so is
    all that I took part in; what stands only in somebody else's files was merely seen there.
    An event in two people's files counts once for each of these. Events with more than
    `CROWD_LIMIT` people do not count at all. The order of ``interactions`` does not matter.
    """
    result = Traffic(as_of, events=_events(interactions, look, as_of))
    for event in result.events:
        _add(result, event, me)
    return result


def _events(interactions: Iterable[StoredInteraction], look: Look, as_of: datetime) -> list[Event]:
    # The same row in two people's files has one key, but each of them is the sender.
    found: dict[tuple[str, str], Event] = {}
    for stored in interactions:
        item = stored.interaction
        when = item.when or stored.imported
        if when > as_of:
            continue
        owner, digest = stored.owner, item.origin.digest
        sender = (look(item.sender, owner, digest) if item.sender else None) or ""
        people = [look(participant, owner, digest) for participant in item.participants]
        others = tuple(dict.fromkeys(p for p in people if p and p != sender))
        copy = Copy(owner, look(OWNER, owner, "") or "", others, stored.imported, item)
        event = found.get((item.key, sender))
        if event is None:
            found[item.key, sender] = Event(when, item.key, sender, [copy])
        else:
            event.copies.append(copy)
    for event in found.values():
        if len(event.copies) > 1:
            event.copies.sort(key=_mine_first)
            first = event.copies[0]
            event.when = first.item.when or first.imported
    return sorted(found.values(), key=lambda event: (event.when, event.key, event.sender))


def _mine_first(copy: Copy) -> tuple[object, ...]:
    item = copy.item
    return (
        copy.owner != "",
        item.when is None,
        item.when or copy.imported,
        copy.imported,
        copy.owner,
        item.origin.file,
        item.origin.digest,
        item.origin.place,
        # two records of one place and key: nothing but what they hold gives them an order
        item.kind,
        item.n_participants,
        tuple((one.kind, one.value) for one in item.participants),
    )


#: What a copy of an event says of two people: who turned to whom, among how many people.
_Share = tuple[str, int, Copy]


def _add(result: Traffic, event: Event, me: str) -> None:
    for person in (event.sender, *event.others) if event.sender else event.others:
        result.first.setdefault(person, event.when)
    found: dict[tuple[Pair, Sight], list[_Share]] = {}
    alone = len(event.copies) == 1
    for copy in event.copies:
        _add_addresses(result, event, copy)
        for one, other, sight, people in _sights(event, copy, me):
            key = ((one, other) if one < other else (other, one)), sight
            if alone:
                _count(result, event, key, ((one, people, copy),))
            else:
                found.setdefault(key, []).append((one, people, copy))
            if sight is Sight.CONNECTED and copy.item.when:
                result.connected[other, one, copy.item.origin.importer] = event.when
    for key, shares in found.items():
        _count(result, event, key, shares)


def _add_addresses(result: Traffic, event: Event, copy: Copy) -> None:
    item = copy.item
    for identifier in (*([item.sender] if item.sender else []), *item.participants):
        if identifier.kind is IdentifierKind.EMAIL:
            known = result.addresses.get(identifier)
            if known is None or event.when > known[0]:
                result.addresses[identifier] = event.when, item.origin


def _sights(event: Event, copy: Copy, me: str) -> Iterator[tuple[str, str, Sight, int]]:
    """Whom a copy shows together: (one, other, how, people addressed), the sender first."""
    kind, sender, others = event.kind, event.sender, copy.others
    if kind in {InteractionKind.CONNECTED, InteractionKind.INTRODUCED}:
        yield from _acquaintances(kind, sender, others)
        return
    people = max(copy.item.n_participants, len(others), 1)
    if people > CROWD_LIMIT:
        return
    theirs = {me, copy.bearer} - {""}
    meeting = kind in {InteractionKind.MEETING, InteractionKind.CALL}
    by_hand = meeting and copy.item.origin.importer == BY_HAND
    if sender:
        said = Sight.SPOKE if kind is InteractionKind.CALL else Sight.SAW
        seen = Sight.MET if meeting else Sight.WROTE
        for other in others:
            sight = Sight.DIRECT if sender in theirs or other in theirs else seen
            yield sender, other, said if by_hand else sight, people
    seen = Sight.MET if meeting else Sight.RECEIVED
    for place, one in enumerate(others):
        for other in others[place + 1 :]:
            if one not in theirs and other not in theirs:
                yield one, other, seen, people
            elif meeting:
                yield one, other, Sight.DIRECT, people


def _acquaintances(
    kind: InteractionKind, sender: str, others: tuple[str, ...]
) -> Iterator[tuple[str, str, Sight, int]]:
    introduced = kind is InteractionKind.INTRODUCED
    for place, other in enumerate(others):
        if sender:
            yield sender, other, Sight.INTRODUCED if introduced else Sight.CONNECTED, 1
        if introduced:
            for third in others[place + 1 :]:
                yield other, third, Sight.MADE_ACQUAINTED, 1


def _count(
    result: Traffic, event: Event, key: tuple[Pair, Sight], shares: Sequence[_Share]
) -> None:
    """Count one event once for a pair, by its copy with the fewest people."""
    pair, sight = key
    one, people, copy = shares[0]
    tally = result.pairs.get(key)
    if tally is None:
        tally = result.pairs[key] = Tally(event.when, copy.item.origin)
    for _one, number, held in shares:
        people = min(people, number)
        tally.owners.add(held.owner)
    tally.add(event.when, 1 / people)
    tally.origin = copy.item.origin
    tally.warm += warming(people, (result.as_of - event.when).total_seconds() / 86400)
    kind = event.kind
    tally.counts[kind] = tally.counts.get(kind, 0) + 1
    meeting = kind in {InteractionKind.MEETING, InteractionKind.CALL}
    mutual = meeting and people == 1 and sight is Sight.DIRECT
    one_sided = not meeting or sight in SAID
    tally.forward |= mutual or (one_sided and one == pair[0])
    tally.back |= mutual or (one_sided and one != pair[0])
    best = together_chance(people, WROTE if sight is Sight.WROTE else TOGETHER)
    tally.best = max(tally.best, best)
