"""Records that come column by column, as rows: byte for byte what they give one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from json.encoder import encode_basestring_ascii as quoted
from typing import Any

from netgraph.model import (
    OWNER,
    AffiliationKind,
    CardColumns,
    MeetingColumns,
)
from netgraph.store.rows import (
    as_text,
    identifiers_json,
    texts_json,
)

#: Times and sets of labels that are remembered as text.
REMEMBERED = 4_096
#: Start, end and kind of a job.
REST = f'null,null,"{AffiliationKind.WORK}"'
_OWNER = identifiers_json([OWNER])[1:-1]
_stamp = lru_cache(maxsize=REMEMBERED)(as_text)
_labels = lru_cache(maxsize=REMEMBERED)(texts_json)

Row = tuple[Any, ...]


def card_rows(cards: CardColumns) -> Iterator[Row]:
    """What `card_row` gives for each of ``cards``, in their order."""
    people = [
        [f'["{kind}",{quoted(value)}]' if value else "" for value in values]
        for kind, values in cards.identifiers.items()
    ]
    return zip(
        cards.keys,
        cards.places,
        cards.subjects,
        [f"[{quoted(name)}]" for name in cards.names],
        _arrays(people),
        _arrays([_jobs(cards.organisations, cards.roles), _trades(cards.trades)]),
        map(_labels, cards.labels),
        map(int, cards.is_contact),
        repeat(0),
    )


def meeting_rows(meetings: MeetingColumns) -> Iterator[Row]:
    """What `interaction_row` gives for each of ``meetings``, in their order."""
    return zip(
        meetings.keys,
        meetings.places,
        repeat(meetings.kind.value),
        map(_stamp, meetings.when),
        repeat(_OWNER),
        [f'[["{meetings.pointing}",{quoted(value)}]]' for value in meetings.people],
        repeat(1),
        repeat(""),
    )


def _jobs(organisations: Sequence[str], roles: Sequence[str]) -> list[str]:
    return [
        f"[{quoted(organisation)},{quoted(role)},{REST}]" if organisation or role else ""
        for organisation, role in zip(organisations, roles, strict=True)
    ]


def _trades(trades: Sequence[str]) -> list[str]:
    return [f'["",{quoted(trade)},{REST}]' if trade else "" for trade in trades]


def _arrays(columns: Sequence[Sequence[str]]) -> list[str]:
    """Of every row the array of what stands in the columns; "" is nothing."""
    filled = [column for column in columns if any(column)]
    if len(filled) < 2:
        return [f"[{one}]" for one in (*filled, *columns)[0]]
    if len(filled) == 2:
        return [f"[{a},{b}]" if a and b else f"[{a or b}]" for a, b in zip(*filled, strict=True)]
    return [f"[{','.join(filter(None, row))}]" for row in zip(*filled, strict=True)]
