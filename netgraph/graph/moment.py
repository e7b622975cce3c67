"""People as they were known at a moment, without what later files tell about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from netgraph.graph.traffic import Look
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Person,
    Resolution,
    StoredCard,
    StoredInteraction,
)


class Describe(Protocol):
    """Tells a person from some of their cards, as ``resolve.people.describe`` does."""

    def __call__(self, person: Person, cards: Sequence[StoredCard]) -> Person:
        """``person`` with only what ``cards`` hold; without cards only the name is left."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records people are known by."""

    cards: Sequence[StoredCard]
    interactions: Sequence[StoredInteraction]


def cards_by(records: Records, as_of: datetime) -> tuple[StoredCard, ...]:
    """The cards as far as they were known by ``as_of``, in their order.

    A file imported later tells nothing but its dated events: of whom it names in one of them
    by then, the name and the identifiers used there, and who its owner is.
    """
    used, heard = _used_by_later(records.interactions, as_of)
    unknown = {one for in_file in used.values() for one in in_file}
    kept: dict[int, StoredCard] = {}
    for place, stored in enumerate(records.cards):
        card = stored.card
        in_file = used.get(card.origin.digest, set())
        if stored.imported <= as_of:
            kept[place] = stored
        elif card.is_owner and stored.owner in heard:
            kept[place] = replace(stored, card=replace(card, affiliations=_begun(card, as_of)))
        elif not in_file.isdisjoint(_pointers(card)):
            kept[place] = replace(stored, card=_stripped(card, in_file))
        else:
            continue
        if unknown:
            unknown.difference_update(_pointers(kept[place].card))
    # an address may stand in one file's events and on another file's card
    for place, stored in enumerate(records.cards):
        if place not in kept and not unknown.isdisjoint(_pointers(stored.card)):
            card = replace(_stripped(stored.card, unknown), names=())
            if card.identifiers:
                kept[place] = replace(stored, card=card)
    return tuple(kept[place] for place in sorted(kept))


#: An identifier as compared: its kind, and its value without regard to letter case.
_Pointer = tuple[IdentifierKind, str]


def _used_by_later(
    interactions: Iterable[StoredInteraction], as_of: datetime
) -> tuple[dict[str, set[_Pointer]], set[str]]:
    """Identifiers in dated events by then of files imported later, by digest; their owners."""
    used: dict[str, set[_Pointer]] = {}
    heard: set[str] = set()
    for stored in interactions:
        item = stored.interaction
        if stored.imported > as_of and item.when and item.when <= as_of:
            heard.add(stored.owner)
            in_file = used.setdefault(item.origin.digest, set())
            for identifier in (*([item.sender] if item.sender else []), *item.participants):
                in_file.add((identifier.kind, identifier.value.casefold()))
    return used, heard


def _pointers(card: Card) -> set[_Pointer]:
    named = {(IdentifierKind.NAME, name.casefold()) for name in card.names}
    return named | {(i.kind, i.value.casefold()) for i in card.identifiers}


def _stripped(card: Card, used: set[_Pointer]) -> Card:
    """``card`` with its names and the identifiers in ``used`` alone."""
    identifiers = tuple(i for i in card.identifiers if (i.kind, i.value.casefold()) in used)
    return replace(card, identifiers=identifiers, affiliations=(), labels=())


def _begun(card: Card, as_of: datetime) -> tuple[Affiliation, ...]:
    return tuple(a for a in card.affiliations if a.start and a.start <= as_of.date())


def people_at(
    who: Resolution,
    records: Records,
    look: Look,
    describe: Describe,
    first: Mapping[str, datetime],
    as_of: datetime,
) -> tuple[Person, ...]:
    """The people known by ``as_of``, by id, each with the earliest time we know of them.

    ``first`` holds the earliest event of each person by then. Only files imported by then
    tell about a person. Whoever is known by dated events alone bears the name in the file of
    these events and the addresses used in them. I am always among them.
    """
    known: dict[str, list[StoredCard]] = {}
    later: dict[str, list[StoredCard]] = {}
    earliest = dict(first)
    for stored in records.cards:
        bearer = who.person_of.get(stored.card.key)
        if bearer is None:
            continue
        (known if stored.imported <= as_of else later).setdefault(bearer, []).append(stored)
        if stored.imported <= as_of:
            earliest[bearer] = min(earliest.get(bearer, stored.imported), stored.imported)
    unheard = earliest.keys() & later.keys() - known.keys()
    known.update(_by_events(unheard, later, _used(records.interactions, look, unheard, as_of)))
    people = []
    for person in who.people:
        if person.id in earliest or person.is_me or person.id == who.me:
            told = person
            if person.id in later:
                told = describe(person, known.get(person.id, []))
            people.append(replace(told, since=earliest.get(person.id)))
    return tuple(sorted(people, key=lambda person: person.id))


#: Identifiers used in events, each with the first event it stands in.
_Used = dict[Identifier, Origin]


def _used(
    interactions: Iterable[StoredInteraction], look: Look, people: set[str], as_of: datetime
) -> dict[str, dict[str, _Used]]:
    """Per person among ``people`` and file digest, what they were called in events by then."""
    found: dict[str, dict[str, _Used]] = {}
    if not people:
        return found
    for stored in interactions:
        item = stored.interaction
        if (item.when or stored.imported) > as_of:
            continue
        for identifier in (*([item.sender] if item.sender else []), *item.participants):
            person = look(identifier, stored.owner, item.origin.digest)
            if person in people and identifier != OWNER:
                used = found.setdefault(person, {}).setdefault(item.origin.digest, {})
                used.setdefault(identifier, item.origin)
    return found


def _by_events(
    people: Iterable[str],
    later: Mapping[str, Sequence[StoredCard]],
    used: Mapping[str, Mapping[str, _Used]],
) -> dict[str, list[StoredCard]]:
    """Cards that hold no more than the events do: the name there, and the addresses used."""
    result: dict[str, list[StoredCard]] = {}
    for person in people:
        in_file = used.get(person, {})
        plain = {d: {(i.kind, i.value.casefold()) for i in in_file[d]} for d in in_file}
        kept = [
            replace(stored, card=_stripped(stored.card, plain[stored.card.origin.digest]))
            for stored in later[person]
            if stored.card.origin.digest in in_file
        ]
        if not kept and in_file:
            identifiers = {i: origin for found in in_file.values() for i, origin in found.items()}
            origin = min(identifiers.values(), key=lambda o: (o.digest, o.place))
            pointed = sorted(identifiers, key=lambda i: (i.kind, i.value))
            card = Card("", "", origin, identifiers=tuple(pointed))
            kept = [replace(later[person][0], card=card)]
        result[person] = kept
    return result
