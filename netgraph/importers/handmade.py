"""The hand-made list: a table of people with any headers, as csv, tsv, xlsx, xls or ods.

Asked only when no other importer knows the file, so it also reads the address books of
services nobody has written an importer for. Which column was taken for what is never hidden:
``explain`` says it, and the user's word on a column (``Document.columns``) goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, repeat

from netgraph.importers import Importer
from netgraph.importers._cells import person_name
from netgraph.importers._columns import ColumnMatch, Table
from netgraph.importers._entries import Entries
from netgraph.importers._files import Document
from netgraph.importers._hand import HandEntry, hand_card
from netgraph.importers._peopletables import (
    Found,
    TableReader,
    column_mapping,
    explain,
    glanced_tables,
    no_people,
    tables_of,
)
from netgraph.importers._plainrows import PlainRows
from netgraph.importers._rosters import is_roster
from netgraph.model import Card, Record, Reject

__all__ = ["IMPORTER", "ColumnMatch", "HandEntry", "column_mapping", "explain", "hand_card"]

NAME = "handmade"
#: Rows are read in blocks of so many, small enough for the processor's nearest memory.
BATCH_ROWS = 128
#: Fields whose cells name people besides the one of the row.
NAMING_OTHERS = frozenset({"knows", "met_through", "how_met"})


def recognises(document: Document) -> bool:
    """Whether the file is a table of people: by its columns, or by the user's word on them."""
    tables = glanced_tables(document)
    return bool(tables) and not is_roster(document, tables)


def read(document: Document) -> Iterator[Record]:
    """The records of every row, in file order; `UnreadableFileError` without a name column.

    People named in a cell who have a row of their own get no second card.
    """
    tables = tables_of(document)
    listed = _listed([table for _, table in tables if table])
    for sheet, table in tables:
        if table is None:
            yield no_people(document, NAME, sheet)
            continue
        reader, plain = TableReader(document, NAME, table), PlainRows(table)
        rows = iter(table.rows)
        while batch := list(islice(rows, BATCH_ROWS)):
            origins = list(map(reader.origin, batch))
            known = plain.records(batch, origins) if plain.is_usable else repeat(None)
            for row, origin, record in zip(batch, origins, known, strict=False):
                if record is not None:
                    yield record
                else:
                    yield from _records(reader.found(row, origin), listed)


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
    fallback=True,
    explain=explain,
)
