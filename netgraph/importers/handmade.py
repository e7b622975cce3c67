"""The hand-made list: a table of people with any headers, as csv, tsv, xlsx, xls or ods.

Asked only when no other importer knows the file, so it also reads the address books of
services nobody has written an importer for. Which column was taken for what is never hidden:
``explain`` says it, and the user's word on a column (``Document.columns``) goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from netgraph.importers import Importer
from netgraph.importers._columns.cells import person_name
from netgraph.importers._columns.choice import ColumnMatch, Table
from netgraph.importers._columns.entries import Entries
from netgraph.importers._columns.peopletables import (
    Found,
    TableReader,
    column_mapping,
    explain,
    glanced_tables,
    no_people,
    tables_of,
)
from netgraph.importers._files import Document
from netgraph.importers._guests.rosters import is_roster
from netgraph.importers._people.hand import HandEntry, hand_card
from netgraph.importers._straight.plainrows import plan_of
from netgraph.importers._straight.plans import Plan
from netgraph.importers._straight.road import along
from netgraph.importers._tables.sheets import Cells, Row
from netgraph.importers._tables.survey import filled
from netgraph.model import Bulk, Card, Record, Reject

__all__ = ["IMPORTER", "ColumnMatch", "HandEntry", "column_mapping", "explain", "hand_card"]

NAME = "handmade"
#: Fields whose cells name people besides the one of the row.
NAMING_OTHERS = frozenset({"knows", "met_through", "how_met"})


def recognises(document: Document) -> bool:
    """Whether the file is a table of people: by its columns, or by the user's word on them."""
    tables = glanced_tables(document)
    return bool(tables) and not is_roster(document, tables)


def read(document: Document) -> Iterator[Record]:
    """The records of every row, in file order; `UnreadableFileError` without a name column."""
    for reader in _readers(document):
        if isinstance(reader, Reject):
            yield reader
        else:
            yield from reader.records(reader.table.rows)


def bulk(document: Document) -> Iterator[Bulk]:
    """What `read` gives, plain rows by columns."""
    for reader in _readers(document):
        plan = None if isinstance(reader, Reject) else plan_of(reader.table, NAME)
        if isinstance(reader, Reject):
            yield reader
        elif plan is None:
            yield from reader.records(reader.table.rows)
        else:
            yield from reader.in_bulk(plan)


def _readers(document: Document) -> Iterator[_Reader | Reject]:
    """Of every sheet what reads it, or that it holds no people."""
    tables = tables_of(document)
    listed = _listed([table for _, table in tables if table])
    for sheet, table in tables:
        if table is None:
            yield no_people(document, NAME, sheet)
        else:
            yield _Reader(document, table, listed)


class _Reader:
    """Reads one table; people named in a cell who have a row of their own get no second card."""

    def __init__(self, document: Document, table: Table, listed: set[str]) -> None:
        self.table = table
        self._reader = TableReader(document, NAME, table)
        self._listed = listed

    def records(self, rows: Iterable[Row]) -> Iterator[Record]:
        """What some rows say, one by one."""
        for row in rows:
            yield from _records(self._reader.found(row, self._reader.origin(row)), self._listed)

    def in_bulk(self, plan: Plan) -> Iterator[Bulk]:
        """What all rows say, plain ones by columns."""

        def one_by_one(numbers: Sequence[int], cells: Sequence[Cells]) -> Iterator[Record]:
            return self.records(filled(numbers, cells))

        for rows in self.table.rows.stretches():
            if rows.numbers[-1] >= self.table.footer:
                yield from one_by_one(rows.numbers, rows.cells)
            else:
                yield from along(plan, rows, one_by_one)


def _records(everything: Iterable[Found | Reject], listed: set[str]) -> Iterator[Record]:
    for found in everything:
        if isinstance(found, Reject):
            yield found
        elif isinstance(found.what, Reject):
            yield found.what
        else:
            for record in hand_card(found.what, found.origin):
                named = isinstance(record, Card) and not record.is_contact
                if not (named and _is_listed(record, listed)):
                    yield record


def _listed(tables: Sequence[Table]) -> set[str]:
    """Whoever has a row, where cells of other rows may name them."""
    fields = {column.field for table in tables for column in table.columns}
    if not fields & NAMING_OTHERS:
        return set()
    return {name.casefold() for table in tables for name in Entries(table).names()}


def _is_listed(record: Record, listed: set[str]) -> bool:
    return isinstance(record, Card) and person_name(record.names[0]).casefold() in listed


IMPORTER = Importer(
    name=NAME,
    title="Hand-made list",
    how_to_export="any table with a column of names: save it as .csv or .xlsx; call the columns "
    "what you like (name, e-mail, phone, employer, how we met, how close ...): netgraph shows how "
    "it read them; correct it with --map 'Where they work=employer'; address books and contact "
    "managers that nobody has written down (Dex, Clay or Mesh, folk, Notion, Airtable, Covve, "
    "XING): their export as CSV is read this way too, as their layout is not documented",
    unit="rows",
    recognises=recognises,
    read=read,
    bulk=bulk,
    fallback=True,
    explain=explain,
)
