"""Cards become people."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import TypeVar

from netgraph.model import (
    OWNER,
    Decision,
    Identifier,
    IdentifierKind,
    Origin,
    Person,
    Resolution,
    Source,
    StoredCard,
)
from netgraph.resolve.comparing.traits import PHONE_END, is_national, traits_of
from netgraph.resolve.cycles import cycles_unsought
from netgraph.resolve.matching import match_cards
from netgraph.resolve.names.parts import display_name, name_parts
from netgraph.resolve.normalise import identifier_key
from netgraph.resolve.owners import owners_of_files

T = TypeVar("T")
_NAME = IdentifierKind.NAME
#: Begins an account name that stands for a person by id; no file holds such a one.
_PINNED = "netgraph:person:"


def resolve_people(
    cards: Sequence[StoredCard],
    decisions: Sequence[Decision],
    *,
    region: str = "",
    files: Sequence[Source] = (),
) -> Resolution:
    """Who is who among ``cards``; ``decisions`` are the user's, on card subjects.

    ``region`` is the two-letter country of numbers written without a country code; ``files``
    are those imported, with or without cards: a file brought in as mine that names another
    owner (`owners_of_files`) gets an entry ``file:DIGEST`` in ``Resolution.owners``. People
    are ordered by id. ``Resolution.decisions`` are those of the rules: the SAME that mattered,
    the highest score first, then the UNSURE, those first that are likely to join most cards.
    The order of ``cards`` and of ``decisions`` does not matter, save that of two decisions on
    one pair the last counts. No cards give an empty resolution.
    """
    with cycles_unsought():
        return _resolved(cards, decisions, region, files)


def _resolved(
    cards: Sequence[StoredCard],
    decisions: Sequence[Decision],
    region: str,
    files: Sequence[Source],
) -> Resolution:
    plain = sorted(cards, key=_place)
    traits = [traits_of(stored, region) for stored in plain]
    ownership = owners_of_files(plain, traits, decisions, files)
    ordered = plain
    if ownership.owners:
        ordered = [ownership.rightful(stored) for stored in plain]
        traits = [
            before if now is was else traits_of(now, region)
            for before, was, now in zip(traits, plain, ordered, strict=True)
        ]
    matched = match_cards(ordered, traits, decisions, ownership.questions)
    groups = [[ordered[i] for i in members] for members in matched.sets]
    owners = owner_people(groups)
    me = owners.get("", "")
    strays = {file_of(d): owners[o] for d, o in ownership.owners.items() if o in owners}
    people = [
        replace(person, is_me=True) if person.id == me else person
        for person in map(person_of_cards, groups)
    ]
    return Resolution(
        people=tuple(sorted(people, key=lambda person: person.id)),
        person_of={key: person.id for person in people for key in person.cards},
        decisions=matched.decisions,
        me=me,
        owners=dict(sorted((owners | strays).items())),
    )


def owner_people(groups: Iterable[Sequence[StoredCard]]) -> dict[str, str]:
    """The person of every owner: whoever bears most of the owner's cards."""
    found: dict[str, tuple[int, str]] = {}
    for group in groups:
        owned = [s.owner for s in group if s.card.is_owner]
        for owner, count in Counter(owned).items() if owned else ():
            rank = -count, _person_id(group)
            found[owner] = min(found.get(owner, rank), rank)
    return {owner: person for owner, (_count, person) in found.items()}


def file_of(digest: str) -> str:
    """The owner in `Resolution.owners` of a file that was brought in as mine and is not."""
    return f"file:{digest}"


def _person_id(group: Sequence[StoredCard]) -> str:
    smallest = min([stored.card.key for stored in group])
    return hashlib.sha256(f"person\x1f{smallest}".encode()).hexdigest()[:16]


def person_of_cards(group: Sequence[StoredCard]) -> Person:
    """Whom the cards of ``group`` make; whether that is me is not said."""
    return _person(_person_id(group), "", group)


def describe(person: Person, cards: Sequence[StoredCard]) -> Person:
    """``person`` with only what ``cards`` of theirs hold, whatever their order.

    The id stays. Without cards the name stays as well, and nothing else is known.
    """
    found = _person(person.id, person.name, cards)
    return replace(found, is_me=True) if person.is_me else found


def _person(id_: str, name: str, cards: Sequence[StoredCard]) -> Person:
    group = sorted(cards, key=_place) if len(cards) > 1 else cards
    plain = [stored.card for stored in group]
    identifiers = _once([card.identifiers for card in plain])
    roles = [a.role for card in plain for a in card.affiliations if a.role and not a.organisation]
    return Person(
        id_,
        _best_name(group, identifiers) if group else name,
        _once([card.names for card in plain]),
        identifiers,
        _once([card.labels for card in plain]),
        roles[0] if roles else "",
        tuple(dict.fromkeys([card.key for card in plain if card.key])),
        tuple(dict.fromkeys([card.origin.file for card in plain])),
        min([stored.imported for stored in group], default=None),
        any(s.card.is_contact and not s.owner for s in group),
    )


def _place(stored: StoredCard) -> tuple[str, str, datetime]:
    return stored.card.key, stored.owner, stored.imported


def _once(said: Sequence[tuple[T, ...]]) -> tuple[T, ...]:
    """All that cards say, each once; the tuple of a card where nothing is to be added to it."""
    told = [each for each in said if each]
    if len(told) < 2 and all(len(each) < 2 for each in told):
        return told[0] if told else ()
    return tuple(dict.fromkeys(chain.from_iterable(told)))


def _best_name(group: Sequence[StoredCard], identifiers: Sequence[Identifier]) -> str:
    """The most complete name; among these the most frequent, from a contact list if possible.

    Without any name an address, number or profile stands for it; "unknown" without these.
    """
    weight: dict[str, int] = {}
    for stored in group:
        names = stored.card.names
        named = [i.value for i in stored.card.identifiers if i.kind is _NAME]
        for name in dict.fromkeys((*names, *named)) if named or len(names) > 1 else names:
            if shown := display_name(name):
                weight[shown] = weight.get(shown, 0) + (3 if stored.card.is_contact else 1)
    if len(weight) == 1:
        return next(iter(weight))
    if weight:
        return max(weight, key=lambda name: (*_completeness(name), weight[name], name))
    order = [IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.PROFILE]
    rest = [i for i in identifiers if i.kind in order]
    best = min(rest, key=lambda i: (order.index(i.kind), i.value), default=None)
    return best.value if best else next((i.value for i in identifiers), "unknown")


def _completeness(name: str) -> tuple[bool, bool]:
    parts = name_parts(name)
    return parts.is_full, not (name.isupper() or name.islower())


class IdentityIndex:
    """Finds the person an identifier of a record points at.

    Answers are remembered, so that asking again for the same identifier costs a look-up.
    """

    def __init__(
        self, resolution: Resolution, cards: Sequence[StoredCard], region: str = ""
    ) -> None:
        self._owners = resolution.owners
        self._by_key: dict[str, str] = {}
        self._in_file: dict[tuple[str, str], set[str]] = {}
        self._region = region
        self._by_name: dict[str, set[str]] = {}
        self._by_phone_end: dict[str, set[tuple[bool, str]]] = {}
        self._in_row: dict[tuple[str, str, str], set[str]] = {}
        self._known: dict[tuple[Identifier, str, str], str | None] = {}
        best: dict[str, tuple[bool, bool, str]] = {}
        for stored in cards:
            person = resolution.person_of.get(stored.card.key)
            if person is not None:
                self._add_keys(stored, person, best)
                self._add_names(stored, person)

    def _add_keys(
        self, stored: StoredCard, person: str, best: dict[str, tuple[bool, bool, str]]
    ) -> None:
        card = stored.card
        rank = (not card.is_contact, bool(stored.owner), person)
        for identifier in card.identifiers:
            if identifier.kind is IdentifierKind.NAME:
                continue
            key = identifier_key(identifier, self._region)
            if key is None:
                continue
            self._in_file.setdefault((card.origin.digest, key), set()).add(person)
            if identifier.kind is IdentifierKind.PHONE:
                end = self._by_phone_end.setdefault(key[-PHONE_END:], set())
                end.add((is_national(key), person))
            if key not in best or rank < best[key]:
                best[key] = rank
                self._by_key[key] = person

    def _add_names(self, stored: StoredCard, person: str) -> None:
        card = stored.card
        named = (i.value for i in card.identifiers if i.kind is IdentifierKind.NAME)
        for name in dict.fromkeys((*card.names, *named)):
            parts = name_parts(name)
            if parts.key:
                self._in_file.setdefault((card.origin.digest, parts.key), set()).add(person)
            if parts.key and card.is_contact:
                row = (card.origin.digest, card.origin.place, parts.key)
                self._in_row.setdefault(row, set()).add(person)
            if parts.is_full:
                self._by_name.setdefault(parts.key, set()).add(person)

    def person(self, identifier: Identifier, *, owner: str = "", digest: str = "") -> str | None:
        """The person id, or None when nobody, or nobody for certain, bears the identifier.

        ``owner`` and ``digest`` say in whose source and in which file it stands: `OWNER` is
        the owner's person, or whom the file names instead of me; NAME is looked up in the
        file, then among all full names, where it must be unique. An address that two people
        share means the one whose card stands in the file, else the one kept as a contact. A
        number that no card has as it is means the only one with the same last eight digits.
        """
        asked = (identifier, owner, digest)
        if asked not in self._known:
            self._known[asked] = self._look_up(identifier, owner, digest)
        return self._known[asked]

    def pin(self, identifier: Identifier, origin: Origin) -> Identifier:
        """A name that several of a file bear, as the person whose row it stands in.

        Any other identifier, and a name that its row does not tell, stays as it is.
        """
        if identifier.kind is not IdentifierKind.NAME:
            return identifier
        name = name_parts(identifier.value).key
        row = self._in_row.get((origin.digest, origin.place, name), set())
        if len(self._in_file.get((origin.digest, name), ())) < 2 or len(row) != 1:
            return identifier
        return Identifier(IdentifierKind.HANDLE, _PINNED + next(iter(row)))

    def _look_up(self, identifier: Identifier, owner: str, digest: str) -> str | None:
        if identifier == OWNER:
            return (not owner and self._owners.get(file_of(digest))) or self._owners.get(owner)
        if identifier.kind is IdentifierKind.HANDLE and identifier.value.startswith(_PINNED):
            return identifier.value.removeprefix(_PINNED)
        if identifier.kind is IdentifierKind.NAME:
            name = name_parts(identifier.value).key
            bearers = self._in_file.get((digest, name)) or self._by_name.get(name) or set()
            return next(iter(bearers)) if len(bearers) == 1 else None
        key = identifier_key(identifier, self._region) or ""
        bearers = self._in_file.get((digest, key), set())
        if len(bearers) != 1 and identifier.kind is IdentifierKind.PHONE:
            bearers = {self._by_key[key]} if key in self._by_key else self._by_end(key)
        return next(iter(bearers)) if len(bearers) == 1 else self._by_key.get(key)

    def _by_end(self, key: str) -> set[str]:
        """Who has a number with the same last digits, one of the two lacking its country."""
        if len(key) <= PHONE_END:
            return set()
        asked = is_national(key)
        alike = self._by_phone_end.get(key[-PHONE_END:], set())
        return {person for national, person in alike if national or asked}
