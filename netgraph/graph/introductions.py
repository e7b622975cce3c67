"""Who brought whom to me: seen in messages, or said."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from netgraph.graph.chances import CROWD_LIMIT
from netgraph.graph.traffic import Event, Look
from netgraph.graph.wording import day, place_of, undated
from netgraph.model import (
    OWNER,
    Evidence,
    EvidenceKind,
    InteractionKind,
    Introduction,
    RelationKind,
    StoredRelation,
)

#: Somebody new counts as introduced when we write to each other within this time (ranking E1).
FOLLOWED_UP = timedelta(days=60)


def introductions(
    events: Iterable[Event],
    relations: Iterable[StoredRelation],
    look: Look,
    contacts: Mapping[str, datetime],
    me: str,
) -> list[Introduction]:
    """One for each person introduced to me, by (time, introducer, introduced).

    ``events`` are in the order of `Traffic`, ``relations`` those said by the moment, and
    ``contacts`` since when I keep whom as a contact by a list that has no dates. A word
    ("met through") stands above what was seen, unless the same was seen on a day; an
    introduction that was made in so many words stands above one that only looks like it.
    The order of ``relations`` does not matter.
    """
    mine = [event for event in events if me and (event.sender == me or me in event.others)]
    found = {**_looking_like(mine, contacts, me), **_made(mine, me)}
    dated = {(one.introducer, one.introduced) for one in found.values()}
    for stored in sorted(relations, key=lambda one: (one.imported, one.relation.key)):
        said = _said(stored, look, me)
        if said and (said.introducer, said.introduced) not in dated:
            found[said.introduced] = said
    return sorted(found.values(), key=lambda one: (one.when, one.introducer, one.introduced))


def _made(events: list[Event], me: str) -> dict[str, Introduction]:
    """Introductions that an event itself is: the first of each person."""
    found: dict[str, Introduction] = {}
    for event in events:
        if event.kind is InteractionKind.INTRODUCED and event.sender != me:
            for other in event.others:
                if other != me:
                    found.setdefault(other, _introduction(event, other, said=True))
    return found


def _looking_like(
    events: list[Event], contacts: Mapping[str, datetime], me: str
) -> dict[str, Introduction]:
    """People I first met on a message of somebody I knew before, and then wrote with."""
    starts = _first_met(events, contacts, me)
    found: dict[str, Introduction] = {}
    for event in events:
        for other in event.others if event.sender == me else (event.sender,):
            start = starts.get(other)
            if start is None or event is start or other in found:
                continue
            if timedelta(0) <= event.when - start.when <= FOLLOWED_UP:
                found[other] = _introduction(start, other, said=False)
    return found


def _first_met(events: list[Event], contacts: Mapping[str, datetime], me: str) -> dict[str, Event]:
    """The message of somebody I knew before, on which a person new to me first appears.

    Known before means earlier than the moment of the message: by an event of ours, or as a
    contact. What happened at one moment has no order.
    """
    known = dict(contacts)
    for event in events:
        for person in (event.sender, *event.others):
            known[person] = min(known.get(person, event.when), event.when)
    starts: dict[str, Event] = {}
    for event in events:
        people = max(copy.item.n_participants for copy in event.copies)
        by_friend = event.sender not in {"", me} and known[event.sender] < event.when
        if by_friend and people <= CROWD_LIMIT:
            for other in event.others:
                if other != me and known[other] >= event.when:
                    starts.setdefault(other, event)
    return starts


def _introduction(event: Event, introduced: str, *, said: bool) -> Introduction:
    what = "a meeting" if event.kind is InteractionKind.MEETING else "a message"
    text = "introduced you to each other" if said else f"you first met on {what} of theirs"
    kind = EvidenceKind.OBSERVED if said else EvidenceKind.INFERRED
    origin = event.copies[0].item.origin
    evidence = Evidence(kind, f"{text}, {day(event.when)}", origin, event.when)
    return Introduction(event.sender, introduced, event.when, evidence)


def _said(stored: StoredRelation, look: Look, me: str) -> Introduction | None:
    """What I say of having met somebody through somebody."""
    relation = stored.relation
    if relation.kind is not RelationKind.MET_THROUGH or isinstance(relation.right, str):
        return None
    digest = relation.origin.digest
    introduced = look(relation.left, stored.owner, digest)
    introducer = look(relation.right, stored.owner, digest)
    mine = bool(me) and look(OWNER, stored.owner, digest) == me
    if not (mine and introduced and introducer) or introduced == introducer:
        return None
    place = place_of(relation.origin.importer, stored.owner)
    text = f"introduced you to each other, in {place} {undated(stored.imported)}"
    evidence = Evidence(EvidenceKind.STATED, text, relation.origin, stored.imported)
    return Introduction(introducer, introduced, stored.imported, evidence)
