"""The straight road: plain rows become cards column by column, some hundred at once.

Nearly all rows of nearly all tables hold a name, an address or a number, and an employer, each
written as anybody would write it. What such a row says is found here without making a value of
each of its parts, in a fifth of the time; it is what the importer's own way says of it. A row
that may need a second thought goes that way, in its place among the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from netgraph.importers._files import Document
from netgraph.importers._keys import (
    Columns,
    hash_of,
    keys_by_columns,
    subjects_by_columns,
)
from netgraph.importers._straight.plainness import Cells, Found, found_in, plain_rows
from netgraph.importers._straight.plans import Plan
from netgraph.importers._tables.csvrows import Rows
from netgraph.importers._tables.delimited import Signature, or_empty, stretches
from netgraph.importers._tables.stretches import Listed, Stretch, listed
from netgraph.model import (
    Bulk,
    CardColumns,
    IdentifierKind,
    InteractionKind,
    MeetingColumns,
    Record,
)

PROFILE, NAME = IdentifierKind.PROFILE, IdentifierKind.NAME
#: What reads rows of these numbers one by one.
Otherwise = Callable[[Sequence[int], Sequence[Sequence[str]]], Iterator[Record]]
#: Rows are taken in blocks of so many.
BLOCK_ROWS = 256


def in_bulk(
    document: Document,
    signature: Signature,
    plan: Plan,
    otherwise: Callable[[Iterator[Listed]], Iterator[Record]],
) -> Iterator[Bulk]:
    """What the table below a header says; ``otherwise`` reads the rows that are not plain."""

    def one_by_one(numbers: Sequence[int], rows: Sequence[Sequence[str]]) -> Iterator[Record]:
        return otherwise(listed(Stretch(numbers[0], rows), plan.width))

    def found() -> Iterator[Bulk]:
        for stretch in stretches(document, signature):
            if stretch.fault:
                yield from otherwise(listed(stretch, plan.width))
            else:
                numbers = range(stretch.number, stretch.number + len(stretch.rows))
                rows = Rows(numbers, stretch.rows, stretch.is_short)
                yield from along(plan, rows, one_by_one)

    return or_empty(document, plan.importer, found())


def along(plan: Plan, rows: Rows, otherwise: Otherwise) -> Iterator[Bulk]:
    """What ``rows`` say, in their order: plain ones at once, all others by ``otherwise``."""
    for first in range(0, len(rows.cells), BLOCK_ROWS):
        block = rows.cells[first : first + BLOCK_ROWS]
        cells = Cells(block, plan.width, are_short=rows.are_short)
        found = found_in(plan, rows.numbers[first : first + BLOCK_ROWS], cells)
        start = 0
        for is_plain, run in groupby(plain_rows(plan, cells, found)):
            end = start + sum(1 for _ in run)
            if is_plain:
                yield from _records(plan, found.part(start, end))
            else:
                yield from otherwise(found.numbers[start:end], block[start:end])
            start = end


def _records(plan: Plan, found: Found) -> Iterator[Bulk]:
    """The cards of plain rows, then the meetings with these people."""
    identifiers = {kind: values for kind, values in found.ways.items() if any(values)}
    if plan.names_point or not identifiers:
        identifiers[NAME] = found.names
    elif not any(map(all, identifiers.values())):
        reached = map(any, zip(*identifiers.values(), strict=True))
        identifiers[NAME] = ["" if r else n for r, n in zip(reached, found.names, strict=True)]
    places = [f"{plan.place}{number}" for number in found.numbers]
    columns = Columns(
        plan.importer, found.ids, found.names, found.folded, identifiers, found.work, found.groups
    )
    yield CardColumns(
        keys_by_columns(columns),
        subjects_by_columns(columns),
        places,
        found.names,
        identifiers,
        *found.work,
        [groups.labels for groups in found.groups],
        [groups.is_contact for groups in found.groups],
    )
    if any(found.days):
        yield _meetings(found, places)


def _meetings(found: Found, places: Sequence[str]) -> MeetingColumns:
    known = zip(found.ids, places, found.days, found.ways[PROFILE], strict=True)
    met = [
        (hash_of("connected", slug, day.date()), place, day, url)
        for slug, place, day, url in known
        if day
    ]
    keys, where, days, people = zip(*met, strict=True)
    return MeetingColumns(InteractionKind.CONNECTED, keys, where, days, PROFILE, people)
