"""Tables of people with free headers: found, read row by row, and explained to the user."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from netgraph.errors import UnreadableFileError
from netgraph.importers._columns.choice import (
    ColumnMatch,
    Table,
    check_choices,
    describes_people,
    find_table,
    suits_people,
)
from netgraph.importers._columns.entries import Entries, Note
from netgraph.importers._columns.headers import on_one_line, plain_field, words_in
from netgraph.importers._columns.targets import is_target_list
from netgraph.importers._files import Document
from netgraph.importers._people.hand import HandEntry, ways_of
from netgraph.importers._people.notpeople import refusal
from netgraph.importers._tables.sheets import Cells, Row, Sheet, glance, sheets
from netgraph.model import Origin, Reject, RejectKind

#: Lists under a bare "Name" in LinkedIn's archive that hold no people.
NO_PEOPLE = frozenset(
    {"skills.csv", "languages.csv", "certifications.csv", "courses.csv", "organizations.csv"}
    | {"projects.csv", "publications.csv", "patents.csv", "honors.csv", "test_scores.csv"}
    | {"causes.csv", "interests.csv"}
)
#: Understood, but there is no place for it in a card.
NOT_KEPT = frozenset({"notes", "city"})
PASSWORD = frozenset({"password", "passwort", "kennwort", "passe", "contrasena", "senha", "totp"})


class Found(NamedTuple):
    """What one row of ``table`` says: a person, or why it says nothing."""

    table: Table
    cells: Sequence[str]
    origin: Origin
    what: HandEntry | Reject


def glanced_tables(document: Document) -> tuple[Table, ...]:
    """The tables of people among the first rows; empty for any other file."""
    if not document.columns and (
        document.basename.casefold() in NO_PEOPLE or is_target_list(document)
    ):
        return ()
    try:
        found = [find_table(s, document.columns) for s in glance(document, _suits(document))]
    except UnreadableFileError:
        return ()
    people = tuple(table for table in found if table is not None and describes_people(table))
    return () if any(map(_holds_passwords, people)) else people


def _holds_passwords(table: Table) -> bool:
    """Whether this is what a password manager exports: its names are those of websites."""
    return any(not PASSWORD.isdisjoint(words_in(column.header)) for column in table.columns)


def tables_of(document: Document) -> list[tuple[Sheet, Table | None]]:
    """Every sheet with the table of people in it, if any.

    `UnreadableFileError` when there is none at all, or a column that the user named is missing.
    """
    kept = vars(document)
    if "tables" not in kept:
        # every row is looked at for them: remembered, as records and explanation ask for it
        kept["tables"] = _tables_of(document)
    tables: list[tuple[Sheet, Table | None]] = kept["tables"]
    return tables


def _tables_of(document: Document) -> list[tuple[Sheet, Table | None]]:
    found = [(s, find_table(s, document.columns)) for s in sheets(document, _suits(document))]
    found = [(sheet, table) for sheet, table in found if sheet.rows]
    headers = [column.header for _, table in found if table for column in table.columns]
    if not headers:
        msg = (
            f"{document.name}: no column of names or e-mail addresses; say which one holds them, "
            "like --map 'HEADER=name'"
        )
        raise UnreadableFileError(msg)
    check_choices(document.columns, headers)
    return found


def _suits(document: Document) -> Callable[[Sequence[Cells]], int]:
    return partial(suits_people, choices=document.columns)


def found_in(
    document: Document, importer: str, tables: Iterable[tuple[Sheet, Table | None]]
) -> Iterator[Found | Reject]:
    """What every row of ``tables`` says, in order; a row may name several people or hold doubts."""
    for sheet, table in tables:
        if table is None:
            yield no_people(document, importer, sheet)
        else:
            reader = TableReader(document, importer, table)
            for row in table.rows:
                yield from reader.found(row, reader.origin(row))


def no_people(document: Document, importer: str, sheet: Sheet) -> Reject:
    """Says that a sheet is no table of people."""
    origin = document.origin(importer, f"sheet {sheet.name}")
    return Reject(origin, "no column of names or e-mail addresses", RejectKind.LEFT_OUT)


class TableReader:
    """Reads the rows of one table."""

    def __init__(self, document: Document, importer: str, table: Table) -> None:
        self._document, self._importer, self._table = document, importer, table
        self._entries = Entries(table)
        self._headers = [column.header for column in table.columns]

    def origin(self, row: Row) -> Origin:
        """Where ``row`` stands."""
        return self._document.origin(self._importer, self._table.sheet.place(row[0]))

    def found(self, row: Row, origin: Origin) -> Iterator[Found | Reject]:
        """What ``row`` says."""
        number, cells = row
        if number >= self._table.footer:
            yield Reject(origin, "a line below the table", RejectKind.LEFT_OUT)
        elif _is_header(cells, self._headers):
            yield Reject(origin, "the header once more", RejectKind.LEFT_OUT)
        else:
            for found in self._entries.of(cells):
                yield Found(self._table, cells, origin, _told(found, origin))


def _told(found: HandEntry | Note, origin: Origin) -> HandEntry | Reject:
    """What was found, unless it is a company, a shared address, a list or a robot."""
    if isinstance(found, Note):
        return Reject(origin, found.reason, found.kind)
    # whoever is self-employed may well write the own name as the employer
    own = found.name.casefold() if " " in found.name else ""
    organisations = [e for e in found.employers if e.casefold() != own]
    names = (found.name, *found.other_names)
    return refusal(names, ways_of(found), organisations, origin) or found


def column_mapping(document: Document) -> tuple[ColumnMatch, ...]:
    """What each column was taken for, in the order of the columns, sheet after sheet."""
    return tuple(column for _, table in tables_of(document) if table for column in table.columns)


def explain(document: Document) -> tuple[str, ...]:
    """The mapping in words: a line per column that is used, all left out, then suggestions."""
    columns = [replace(c, header=on_one_line(c.header)) for c in column_mapping(document)]
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


def _is_header(cells: Sequence[str], headers: Sequence[str]) -> bool:
    return any(headers) and [cell for cell in cells if cell] == [h for h in headers if h]
