"""People as they were known at a moment, without what later files tell about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from netgraph.graph.traffic import Look
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
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
        kept = [
            replace(stored, card=_bare(stored.card, in_file[stored.card.origin.digest]))
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


def _bare(card: Card, used: _Used) -> Card:
    plain = {(identifier.kind, identifier.value.casefold()) for identifier in used}
    identifiers = tuple(i for i in card.identifiers if (i.kind, i.value.casefold()) in plain)
    return replace(card, identifiers=identifiers, affiliations=(), labels=())
