"""Traces: every record in which one person stands, and what is left of it without them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from netgraph.importers.handmade import HandEntry
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Person,
    Relation,
    Resolution,
    StoredCard,
)
from netgraph.store import Store
from netgraph.workflow.loading import Records, all_records, entry_from, region

#: A record's key within its owner's files.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Traces:
    """Where a person stands: records to remove, and others to keep without them.

    ``named`` are the names under which they stand in a file (name, shown file name), the
    numbers in ``gone_entries`` and ``kept_entries`` those of hand-made entries.
    """

    cards: list[StoredCard] = field(default_factory=list)
    interactions: list[Key] = field(default_factory=list)
    shortened: list[tuple[Interaction, str]] = field(default_factory=list)
    relations: list[Key] = field(default_factory=list)
    gone_entries: list[int] = field(default_factory=list)
    kept_entries: dict[int, dict[str, object]] = field(default_factory=dict)
    named: set[tuple[str, str]] = field(default_factory=set)
    files: set[str] = field(default_factory=set)


def without(item: Interaction, is_gone: Callable[[Identifier], bool]) -> Interaction | None:
    """``item`` without some people; None when nobody is left, or their own doing is all it was.

    What somebody sent, or made acquainted, goes with them.
    """
    if item.sender and is_gone(item.sender):
        return None
    left = tuple(one for one in item.participants if not is_gone(one))
    fewest = 2 if item.kind is InteractionKind.INTRODUCED else 1
    if len(left) == len(item.participants):
        return item
    return replace(item, participants=left) if len(left) >= fewest else None


def points_at(item: Relation) -> Iterator[Identifier]:
    """The one or two people of whom something is said."""
    yield item.left
    if isinstance(item.right, Identifier):
        yield item.right


def traces_of(store: Store, person: Person, resolution: Resolution) -> Traces:
    """Every trace of ``person`` in the store, in the order of import."""
    from netgraph.resolve.people import IdentityIndex

    records = all_records(store)
    index = IdentityIndex(resolution, records.cards, region(store, records.cards))

    def is_theirs(identifier: Identifier, owner: str, digest: str) -> bool:
        if identifier == OWNER:
            return False
        return index.person(identifier, owner=owner, digest=digest) == person.id

    found = Traces()
    for stored in records.cards:
        if resolution.person_of.get(stored.card.key) == person.id:
            found.cards.append(stored)
            found.files.add(stored.card.origin.file)
            found.named.update((name, stored.card.origin.file) for name in _names(stored.card))
    _find_records(found, records, is_theirs)
    _find_entries(found, store, is_theirs)
    return found


def _names(card: Card) -> set[str]:
    named = (i.value for i in card.identifiers if i.kind is IdentifierKind.NAME)
    return {*card.names, *named}


def _find_records(
    found: Traces, records: Records, is_theirs: Callable[[Identifier, str, str], bool]
) -> None:
    for stored in records.interactions:
        item, owner = stored.interaction, stored.owner
        theirs = _in_file(is_theirs, owner, item.origin.digest)
        everybody = (*([item.sender] if item.sender else []), *item.participants)
        if _note(found, filter(theirs, everybody), item.origin.file):
            left = without(item, theirs)
            if left is None:
                found.interactions.append((item.key, owner))
            else:
                found.shortened.append((left, owner))
    for said in records.relations:
        relation, origin = said.relation, said.relation.origin
        theirs = _in_file(is_theirs, said.owner, origin.digest)
        if _note(found, filter(theirs, points_at(relation)), origin.file):
            found.relations.append((relation.key, said.owner))


def _in_file(
    is_theirs: Callable[[Identifier, str, str], bool], owner: str, digest: str
) -> Callable[[Identifier], bool]:
    return lambda identifier: is_theirs(identifier, owner, digest)


def _note(found: Traces, theirs: Iterable[Identifier], file: str) -> bool:
    """Keep the names among the person's identifiers in a file; False when there are none."""
    pointers = list(theirs)
    if pointers:
        found.files.add(file)
        found.named.update((i.value, file) for i in pointers if i.kind is IdentifierKind.NAME)
    return bool(pointers)


def _find_entries(
    found: Traces, store: Store, is_theirs: Callable[[Identifier, str, str], bool]
) -> None:
    """Hand-made entries: theirs go, in others their name goes."""
    own = {stored.card.origin.digest for stored in found.cards if stored.card.is_contact}
    for number, fields, _added in store.decided.hand_entries():
        digest = f"added{number}"
        if digest in own:
            found.gone_entries.append(number)
        else:
            left = _without_name(fields, _in_file(is_theirs, "", digest))
            if left != fields:
                found.kept_entries[number] = left


def _without_name(
    fields: dict[str, object], is_gone: Callable[[Identifier], bool]
) -> dict[str, object]:
    entry: HandEntry = entry_from(fields)
    left: dict[str, Any] = dict(fields)
    for name in ("knows", "met_through"):
        said: tuple[str, ...] = getattr(entry, name)
        named = {other: Identifier(IdentifierKind.NAME, " ".join(other.split())) for other in said}
        kept = [other for other in said if not is_gone(named[other])]
        if len(kept) < len(said):
            left[name] = kept
    return left
