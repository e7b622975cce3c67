"""The hand-made list: a table of people with any headers, as csv, tsv, xlsx, xls or ods.

Asked only when no other importer knows the file, so it also reads the address books of
services nobody has written an importer for. Which column was taken for what is never hidden:
``explain`` says it, and the user's word on a column (``Document.columns``) goes before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from netgraph.errors import UnreadableFileError
from netgraph.importers import Importer
from netgraph.importers._cells import person_name
from netgraph.importers._columns import (
    ColumnMatch,
    Table,
    check_choices,
    describes_people,
    find_table,
    suits_people,
)
from netgraph.importers._entries import Entries, Note
from netgraph.importers._files import Document
from netgraph.importers._hand import HandEntry, hand_card
from netgraph.importers._headers import plain_field
from netgraph.importers._sheets import Cells, Sheet, glance, sheets
from netgraph.importers._targets import is_target_list
from netgraph.model import Card, Record, Reject, RejectKind

__all__ = ["IMPORTER", "ColumnMatch", "HandEntry", "column_mapping", "hand_card"]

NAME = "handmade"
#: Lists under a bare "Name" in LinkedIn's archive that hold no people.
NO_PEOPLE = frozenset(
    {"skills.csv", "languages.csv", "certifications.csv", "courses.csv", "organizations.csv"}
    | {"projects.csv", "publications.csv", "patents.csv", "honors.csv", "test_scores.csv"}
    | {"causes.csv", "interests.csv"}
)
#: Understood, but there is no place for it in a card.
NOT_KEPT = frozenset({"notes", "city"})
FOOTER = ("copyright (c)", "confidential information", "copyright ©")


def recognises(document: Document) -> bool:
    """Whether the file is a table of people: by its columns, or by the user's word on them."""
    if not document.columns and (
        document.basename.casefold() in NO_PEOPLE or is_target_list(document)
    ):
        return False
    try:
        found = [find_table(s, document.columns) for s in glance(document, suited_to(document))]
    except UnreadableFileError:
        return False
    return any(table is not None and describes_people(table) for table in found)


def suited_to(document: Document) -> Callable[[Sequence[Cells]], int]:
    """How well rows look like an address list, knowing what the user said of the columns."""
    return partial(suits_people, choices=document.columns)


def read(document: Document) -> Iterator[Record]:
    """The records of every row, in file order; `UnreadableFileError` without a name column."""
    tables = _tables(document)
    listed = {name.casefold() for _, table in tables if table for name in Entries(table).names()}
    for sheet, table in tables:
        if table is None:
            place = f"sheet {sheet.name}"
            reason = "no column of names or e-mail addresses"
            yield Reject(document.origin(NAME, place), reason, RejectKind.LEFT_OUT)
        else:
            yield from _read_table(document, table, listed)


def column_mapping(document: Document) -> tuple[ColumnMatch, ...]:
    """What each column was taken for, in the order of the columns, sheet after sheet."""
    return tuple(column for _, table in _tables(document) if table for column in table.columns)


def explain(document: Document) -> tuple[str, ...]:
    """The mapping in words: a line per column that is used, all left out, then suggestions."""
    columns = column_mapping(document)
    used = [c for c in columns if c.field and c.field not in NOT_KEPT]
    lines = [f"{c.header or 'a column without a header'} -> {_plain(c)}" for c in used]
    unused = [c.header for c in columns if c not in used and c.header]
    if unused:
        lines.append(f"left out: {', '.join(dict.fromkeys(unused))}")
    lines += [
        f"Did you mean: {c.header!r} = {plain_field(c.suggestion)}? "
        f'say --map "{c.header}={plain_field(c.suggestion)}"'
        for c in columns
        if c.suggestion
    ]
    return tuple(dict.fromkeys(lines))


def _plain(column: ColumnMatch) -> str:
    how = {"alias": "by its name", "values": "by what stands in it"}.get(column.how, column.how)
    only = ", only who introduced you" if column.field == "how_met" else ""
    return f"{plain_field(column.field)} ({how}{only})"


def _tables(document: Document) -> list[tuple[Sheet, Table | None]]:
    found = [
        (s, find_table(s, document.columns))
        for s in sheets(document, suited_to(document))
        if s.rows
    ]
    headers = [column.header for _, table in found if table for column in table.columns]
    if not headers:
        msg = (
            f"{document.name}: no column of names or e-mail addresses; say which one holds them, "
            "like --map 'HEADER=name'"
        )
        raise UnreadableFileError(msg)
    check_choices(document.columns, headers)
    return found


def _read_table(document: Document, table: Table, listed: set[str]) -> Iterator[Record]:
    """The rows of one table; people named in a cell who have a row get no second card."""
    entries = Entries(table)
    footer = _footer_from(table)
    headers = [column.header for column in table.columns]
    for number, cells in table.rows:
        origin = document.origin(NAME, table.sheet.place(number))
        if number >= footer:
            yield Reject(origin, "a line below the table", RejectKind.LEFT_OUT)
            continue
        if _is_header(cells, headers):
            yield Reject(origin, "the header once more", RejectKind.LEFT_OUT)
            continue
        for found in entries.of(cells):
            if isinstance(found, Note):
                yield Reject(origin, found.reason, found.kind)
                continue
            for record in hand_card(found, origin):
                named = isinstance(record, Card) and not record.is_contact
                if not (named and _is_listed(record, listed)):
                    yield record


def _is_listed(record: Record, listed: set[str]) -> bool:
    return isinstance(record, Card) and person_name(record.names[0]).casefold() in listed


def _is_header(cells: Sequence[str], headers: Sequence[str]) -> bool:
    return any(headers) and [cell for cell in cells if cell] == [h for h in headers if h]


def _footer_from(table: Table) -> int:
    """The row below which a report's small print stands, as Salesforce ends its tables."""
    previous = table.header_at
    after_gap = 0
    for number, cells in table.rows:
        if number > previous + 1:
            after_gap = number
        previous = number
        if after_gap and cells[0].casefold().startswith(FOOTER):
            return after_gap
    return previous + 1


IMPORTER = Importer(
    name=NAME,
    title="Hand-made list",
    how_to_export="any table with a column of names: save it as .csv or .xlsx; call the columns "
    "what you like (name, e-mail, phone, employer, how we met, how close ...): netgraph shows how "
    "it read them; alumni lists and exports of other address books can be read this way too",
    unit="rows",
    recognises=recognises,
    read=read,
    fallback=True,
    explain=explain,
)
