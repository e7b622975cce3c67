"""Monica 4 (JSON): a personal CRM's people, how they are related, and who brought them together.

People whom the user only mentions at others ("partial contacts") are named, not kept as
contacts. Source: Monica > Settings > Export > JSON, version "1.0-preview.1".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document, Importer
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._people.addressbook import (
    addresses,
    best,
    full_name,
    phones,
    profiles,
    work_at,
)
from netgraph.importers._text.jsonfiles import (
    Members,
    items,
    load_json,
    looks_like_json,
    members,
    text_of,
)
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)

NAME = "monica"
_VERSION = re.compile(r'\A\s*\{.{0,400}?"version"\s*:\s*"1\.0-preview', re.DOTALL)
_ACCOUNT = re.compile(r'"(app_version|account)"\s*:')
_FAMILY = frozenset(
    {"partner", "spouse", "lover", "date", "inlovewith", "lovedby"}
    | {"parent", "child", "sibling", "grandparent", "grandchild", "uncle", "nephew", "cousin"}
    | {"godfather", "godson", "stepparent", "stepchild"}
)
_FRIENDS = frozenset({"friend", "bestfriend"})
_COLLEAGUES = frozenset({"colleague", "mentor", "protege"})
_HAPPENINGS = {"call": InteractionKind.CALL, "conversation": InteractionKind.MESSAGE}


def recognises(document: Document) -> bool:
    """Whether the file begins as Monica's JSON does."""
    start = looks_like_json(document)[:4096]
    return bool(_VERSION.search(start) and _ACCOUNT.search(start))


def read(document: Document) -> Iterator[Record]:
    """A card per contact with what happened with them, then the relations between contacts."""
    account = members(load_json(document), "account")
    if not account:
        msg = f"{document.name}: no account in it; export it again from Monica"
        raise UnreadableFileError(msg)
    book = _Book(document, {}, _field_types(account))
    people = list(enumerate(_listed(account, "contact"), start=1))
    for number, contact in people:
        card = book.card(contact, document.origin(NAME, f"contact {number}"))
        uuid = text_of(contact.get("uuid"))
        if isinstance(card, Card) and uuid:
            book.known[uuid] = best(card.identifiers)
        book.drawn[number] = card
    for number, contact in people:
        yield from book.contact(contact, number)
    for number, relationship in enumerate(_listed(account, "relationship"), start=1):
        yield book.relationship(relationship, document.origin(NAME, f"relationship {number}"))
    for number, activity in enumerate(_listed(account, "activity"), start=1):
        yield book.activity(activity, document.origin(NAME, f"activity {number}"))
    if not people:
        yield Reject(document.origin(NAME, "contact 1"), "holds no people", RejectKind.LEFT_OUT)


def _listed(holder: Members, kind: str) -> list[Members]:
    """The things of a kind among ``data``; one that is only a uuid, or misshapen, as an object."""
    groups = (group for group in items(holder, "data") if isinstance(group, dict))
    return [
        value if isinstance(value, dict) else {"uuid": value}
        for group in groups
        if text_of(group.get("type")) in {kind, f"{kind}s"}
        for value in items(group, "values")
    ]


def _field_types(account: Members) -> dict[str, str]:
    """What a contact field's type is, by its uuid: "email", "phone", or a service's name."""
    found = {}
    for entry in items(account, "instance", "contact_field_types"):
        said = members(entry, "properties")
        kind = text_of(said.get("type")) or text_of(said.get("name"))
        if said:
            found[text_of(entry.get("uuid"))] = kind.casefold()
    return found


def _moment(value: object) -> datetime | None:
    """A date object, or a text as of ISO 8601, as UTC; None for anything else."""
    text = text_of(value.get("date") if isinstance(value, dict) else value)
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


@dataclass(slots=True)
class _Book:
    """The file as it is read: best identifier by contact uuid, cards by number, who took part."""

    document: Document
    known: dict[str, Identifier]
    types: dict[str, str]
    drawn: dict[int, Card | Reject] = field(default_factory=dict)
    took_part: dict[str, list[Identifier]] = field(default_factory=dict)

    def card(self, contact: Members, origin: Origin) -> Card | Reject:
        """The card of a contact, or why there is none."""
        said = members(contact, "properties")
        first, middle, last = (text_of(said.get(f"{n}_name")) for n in ("first", "middle", "last"))
        name = full_name(first, middle, last)
        names = tuple(filter(None, (name, text_of(said.get("nickname")))))
        if said.get("is_dead") is True:
            return Reject(origin, "has died", RejectKind.LEFT_OUT)
        identifiers = tuple(i for f in _listed(contact, "contact_field") for i in self._way(f))
        if not (names or identifiers):
            return Reject(origin, "has no name, address or number")
        known = identifiers or (Identifier(IdentifierKind.NAME, names[0]),)
        work = work_at(text_of(said.get("company")), text_of(said.get("job")))
        labels = tuple(map(text_of, items(said, "tags")))
        is_contact = said.get("is_partial") is not True
        return seal(Card("", "", origin, names, known, work, labels, is_contact))

    def _way(self, contact_field: Members) -> tuple[Identifier, ...]:
        said = members(contact_field, "properties")
        value, kind = text_of(said.get("data")), self.types.get(text_of(said.get("type")), "")
        if "linkedin.com/" in value:
            return profiles([value])
        if kind == "phone" or (not kind and "@" not in value):
            return phones([value])
        if kind == "email" or not kind:
            return addresses([value])
        return (Identifier(IdentifierKind.HANDLE, f"{kind}:{value}"),) if value else ()

    def contact(self, contact: Members, number: int) -> Iterator[Record]:
        """The card, who introduced this person, and the calls and messages there were."""
        card = self.drawn[number]
        yield card
        if not isinstance(card, Card):
            return
        person, origin = best(card.identifiers), card.origin
        introducer = self.known.get(
            text_of(members(contact, "properties").get("first_met_through"))
        )
        if introducer and introducer != person:
            yield _relation(RelationKind.MET_THROUGH, person, introducer, origin)
        for name, kind in _HAPPENINGS.items():
            for happened in _listed(contact, name):
                said = members(happened, "properties")
                when = _moment(said.get("called_at") or said.get("happened_at"))
                if when:
                    key = hash_of(NAME, kind, text_of(happened.get("uuid")), when.isoformat())
                    yield Interaction(key, origin, kind, when, OWNER, (person,), 1)
        for activity in _listed(contact, "activity"):
            self.took_part.setdefault(text_of(activity.get("uuid")), []).append(person)

    def relationship(self, thing: Members, origin: Origin) -> Record:
        """How two contacts are related; "boss" and "subordinate" are said by either."""
        said = members(thing, "properties")
        left = self.known.get(text_of(said.get("contact_is")))
        right = self.known.get(text_of(said.get("of_contact")))
        if not left or not right or left == right:
            reason = "relates to somebody who is not among the people kept"
            return Reject(origin, reason, RejectKind.LEFT_OUT)
        word = re.sub(r"[\W_]", "", text_of(said.get("type")).casefold()).removeprefix("ex")
        if word == "boss":
            return _relation(RelationKind.MANAGER, right, left, origin)
        if word == "subordinate":
            return _relation(RelationKind.MANAGER, left, right, origin)
        groups = (
            (_FAMILY, RelationKind.FAMILY),
            (_FRIENDS, RelationKind.FRIEND),
            (_COLLEAGUES, RelationKind.COLLEAGUE),
        )
        kind = next((kind for words, kind in groups if word in words), RelationKind.KNOWS)
        return _relation(kind, left, right, origin)

    def activity(self, thing: Members, origin: Origin) -> Record:
        """Something done together, as a meeting of those who took part."""
        uuid, said = text_of(thing.get("uuid")), members(thing, "properties")
        people = tuple(dict.fromkeys(self.took_part.get(uuid, ()) if uuid else ()))
        when = _moment(said.get("happened_at"))
        if not people or when is None:
            return Reject(origin, "an activity with nobody or without a date", RejectKind.LEFT_OUT)
        key, kind = hash_of(NAME, "activity", uuid, when.isoformat()), InteractionKind.MEETING
        return Interaction(key, origin, kind, when, OWNER, people, len(people))


def _relation(kind: RelationKind, left: Identifier, right: Identifier, origin: Origin) -> Relation:
    return Relation(hash_of("relation", kind, left, right), origin, kind, left, right)


IMPORTER = Importer(
    name=NAME,
    title="Monica",
    how_to_export="Monica > Settings > Export data > Export to JSON",
    unit="entries",
    recognises=recognises,
    read=read,
)
