"""No text of a record is longer than a cell of a table; what is cut is told.

No name, employer or address is as long; damaged and hostile files hold such, and one of two
million letters would fill every screen it is shown on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import overload

from netgraph.importers._tables.sheets import MAX_CELL
from netgraph.model import (
    Affiliation,
    Bulk,
    Card,
    CardColumns,
    Identifier,
    IdentifierKind,
    Interaction,
    MeetingColumns,
    Record,
    Reject,
    Relation,
)

CUT = f"a text has more than {MAX_CELL:,} characters and is cut there"
DROPPED = f"an address, number or link has more than {MAX_CELL:,} characters and is left out"

#: A plain row goes by columns for being within them.
WITHIN_BOUNDS = (Reject, CardColumns, MeetingColumns)


@overload
def bounded(records: Iterable[Record]) -> Iterator[Record]: ...


@overload
def bounded(records: Iterable[Bulk]) -> Iterator[Bulk]: ...


def bounded(records: Iterable[Bulk]) -> Iterator[Bulk]:
    """``records`` with no text beyond ``MAX_CELL`` characters, and a `Reject` where one was.

    A name, employer or label is cut, which leaves its beginning; an address, number or link is
    dropped, as its beginning would be another one. A record of which nothing is left is gone.
    """
    told: tuple[str, str] | None = None
    for record in records:
        if isinstance(record, WITHIN_BOUNDS) or not _is_long(record):
            yield record
            continue
        kept = _cut(record)
        if kept is not None:
            yield kept
        reason = DROPPED if _longest_address(record) > MAX_CELL else CUT
        if (record.origin.place, reason) != told:
            told = (record.origin.place, reason)
            yield Reject(record.origin, reason)


def _is_long(record: Card | Interaction | Relation) -> bool:
    # loops, as a mailbox has hundreds of thousands of records
    for identifier in _pointed_at(record):
        if len(identifier.value) > MAX_CELL:
            return True
    if isinstance(record, Card):
        for name in record.names:
            if len(name) > MAX_CELL:
                return True
        return bool(record.affiliations or record.labels) and _has_long_rest(record)
    organisation = record.right if isinstance(record, Relation) else ""
    return isinstance(organisation, str) and len(organisation) > MAX_CELL


def _has_long_rest(card: Card) -> bool:
    texts = (text for work in card.affiliations for text in (work.organisation, work.role))
    return any(len(text) > MAX_CELL for text in (*texts, *card.labels))


def _pointed_at(record: Card | Interaction | Relation) -> tuple[Identifier, ...]:
    if isinstance(record, Card):
        return record.identifiers
    if isinstance(record, Interaction):
        return (*record.participants, record.sender) if record.sender else record.participants
    return (record.left, record.right) if isinstance(record.right, Identifier) else (record.left,)


def _longest_address(record: Card | Interaction | Relation) -> int:
    addresses = (i for i in _pointed_at(record) if i.kind is not IdentifierKind.NAME)
    return max((len(i.value) for i in addresses), default=0)


def _cut(record: Card | Interaction | Relation) -> Record | None:
    """``record`` within the bounds; None when nothing is left of it."""
    if isinstance(record, Card):
        card = replace(
            record,
            names=tuple(dict.fromkeys(name[:MAX_CELL].rstrip() for name in record.names)),
            identifiers=_identifiers(record.identifiers),
            affiliations=tuple(map(_affiliation, record.affiliations)),
            labels=tuple(dict.fromkeys(label[:MAX_CELL].rstrip() for label in record.labels)),
        )
        return card if card.names or card.identifiers else None
    if isinstance(record, Interaction):
        sender = _identifiers([record.sender] if record.sender else [])
        return replace(
            record,
            sender=sender[0] if sender else None,
            participants=_identifiers(record.participants),
        )
    left = _identifiers([record.left])
    if isinstance(record.right, str):
        right: tuple[Identifier | str, ...] = (record.right[:MAX_CELL].rstrip(),)
    else:
        right = _identifiers([record.right])
    return replace(record, left=left[0], right=right[0]) if left and right else None


def _identifiers(identifiers: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return tuple(
        dict.fromkeys(
            Identifier(i.kind, i.value[:MAX_CELL].rstrip())
            for i in identifiers
            if i.kind is IdentifierKind.NAME or len(i.value) <= MAX_CELL
        )
    )


def _affiliation(work: Affiliation) -> Affiliation:
    return replace(
        work,
        organisation=work.organisation[:MAX_CELL].rstrip(),
        role=work.role[:MAX_CELL].rstrip(),
    )
