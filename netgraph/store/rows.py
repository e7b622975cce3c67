"""Records as rows and back: lists are JSON arrays, times are ISO 8601 in UTC."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from json.encoder import encode_basestring_ascii as quoted
from typing import Any

from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Card,
    Closeness,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Relation,
    RelationKind,
)

CARD_COLUMNS = "key, place, subject, names, identifiers, affiliations, labels, is_contact, is_owner"
INTERACTION_COLUMNS = "key, place, kind, happened, sender, participants, n_participants, reply_to"
RELATION_COLUMNS = "key, place, kind, left_person, right_person, organisation, closeness"


# one encoder for all rows: json.dumps would make a new one for each
_ENCODER = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
_TWO = [f"{number:02}" for number in range(60)]
_KINDS = {str(kind): kind for kind in IdentifierKind}


def as_json(value: object) -> str:
    """``value`` as compact JSON; lone surrogates are kept as escapes."""
    return _ENCODER.encode(value)


def as_text(when: datetime) -> str:
    """An aware time as ISO 8601 in UTC."""
    t = when if when.tzinfo is UTC else when.astimezone(UTC)
    # put together by hand: isoformat takes ten times as long
    day = f"{t.year:04}-{_TWO[t.month]}-{_TWO[t.day]}"
    return f"{day}T{_TWO[t.hour]}:{_TWO[t.minute]}:{_TWO[t.second]}+00:00"


def as_time(text: str | None) -> datetime | None:
    """The inverse of `as_text`; None for None."""
    return datetime.fromisoformat(text) if text else None


def identifiers_json(identifiers: Sequence[Identifier]) -> str:
    """Identifiers as a JSON array of pairs."""
    if len(identifiers) == 1:
        return f"[{_pair(identifiers[0])}]"
    return f"[{','.join([_pair(i) for i in identifiers])}]"


def _pair(identifier: Identifier) -> str:
    # put together by hand: a call of the encoder costs five times as much
    return f'["{identifier.kind._value_}",{quoted(identifier.value)}]'


def texts_json(texts: Sequence[str]) -> str:
    """Texts as a JSON array."""
    return f"[{quoted(texts[0])}]" if len(texts) == 1 else f"[{','.join(map(quoted, texts))}]"


def _affiliations_json(affiliations: Sequence[Affiliation]) -> str:
    if len(affiliations) == 1:
        return f"[{_affiliation_json(affiliations[0])}]"
    return f"[{','.join(map(_affiliation_json, affiliations))}]"


def _affiliation_json(affiliation: Affiliation) -> str:
    start, end = affiliation.start, affiliation.end
    days = f"{quoted(str(start)) if start else 'null'},{quoted(str(end)) if end else 'null'}"
    words = f"{quoted(affiliation.organisation)},{quoted(affiliation.role)}"
    return f'[{words},{days},"{affiliation.kind._value_}"]'


def identifiers_from(text: str) -> tuple[Identifier, ...]:
    """The inverse of `identifiers_json`."""
    return tuple([Identifier(_KINDS[kind], value) for kind, value in json.loads(text)])


def _identifier(pair: Sequence[str]) -> Identifier:
    return Identifier(_KINDS[pair[0]], pair[1])


def _affiliation(parts: Sequence[Any]) -> Affiliation:
    start, end = (date.fromisoformat(day) if day else None for day in parts[2:4])
    return Affiliation(parts[0], parts[1], start, end, AffiliationKind(parts[4]))


def card_row(card: Card) -> tuple[object, ...]:
    """The values of `CARD_COLUMNS`, of types that SQLite takes as they are."""
    return (
        card.key,
        card.origin.place,
        card.subject,
        texts_json(card.names),
        identifiers_json(card.identifiers),
        _affiliations_json(card.affiliations),
        texts_json(card.labels) if card.labels else "[]",
        1 if card.is_contact else 0,
        1 if card.is_owner else 0,
    )


def card_from(row: Sequence[Any], origin: Origin) -> Card:
    """The inverse of `card_row`."""
    return Card(
        key=row[0],
        subject=row[2],
        origin=origin,
        names=tuple(json.loads(row[3])),
        identifiers=identifiers_from(row[4]),
        affiliations=tuple(_affiliation(parts) for parts in json.loads(row[5])),
        labels=tuple(json.loads(row[6])),
        is_contact=bool(row[7]),
        is_owner=bool(row[8]),
    )


def interaction_row(item: Interaction) -> tuple[object, ...]:
    """The values of `INTERACTION_COLUMNS`, of types that SQLite takes as they are."""
    return (
        item.key,
        item.origin.place,
        item.kind._value_,
        as_text(item.when) if item.when else None,
        _pair(item.sender) if item.sender else None,
        identifiers_json(item.participants),
        item.n_participants,
        item.reply_to,
    )


def interaction_from(row: Sequence[Any], origin: Origin) -> Interaction:
    """The inverse of `interaction_row`."""
    return Interaction(
        key=row[0],
        origin=origin,
        kind=InteractionKind(row[2]),
        when=as_time(row[3]),
        sender=_identifier(json.loads(row[4])) if row[4] else None,
        participants=identifiers_from(row[5]),
        n_participants=row[6],
        reply_to=row[7],
    )


def relation_row(item: Relation) -> tuple[object, ...]:
    """The values of `RELATION_COLUMNS`, of types that SQLite takes as they are."""
    organisation = item.right if isinstance(item.right, str) else None
    person = None if isinstance(item.right, str) else _pair(item.right)
    closeness = item.closeness._value_ if item.closeness else None
    kind = item.kind._value_
    return (item.key, item.origin.place, kind, _pair(item.left), person, organisation, closeness)


def relation_from(row: Sequence[Any], origin: Origin) -> Relation:
    """The inverse of `relation_row`."""
    return Relation(
        key=row[0],
        origin=origin,
        kind=RelationKind(row[2]),
        left=_identifier(json.loads(row[3])),
        right=_identifier(json.loads(row[4])) if row[4] else str(row[5]),
        closeness=Closeness(row[6]) if row[6] else None,
    )
