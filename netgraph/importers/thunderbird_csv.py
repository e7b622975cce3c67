"""Thunderbird address book as CSV or tab-separated text, in eight languages.

Source: Thunderbird > Address Book > Tools > Export; header names from exports.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Document, Importer
from netgraph.importers._columns.bookwords import columns_of, phone_columns
from netgraph.importers._people.addressbook import (
    Entry,
    addresses,
    all_of,
    entry_records,
    first_of,
    full_name,
    phones,
    profiles,
    shown_name,
    work_at,
)
from netgraph.importers._tables.delimited import Cells, column_names, has_header, records
from netgraph.model import Origin, Record

NAME = "thunderbird_csv"
FIELDS = ("first", "last", "display", "nickname", "primary mail", "secondary mail")


def is_thunderbird(columns: frozenset[str]) -> bool:
    """Whether the columns are those of a Thunderbird address book in one of the languages."""
    needed = ("display", "primary mail", "secondary mail")
    return all(columns_of(columns, field) for field in needed)


def recognises(document: Document) -> bool:
    """Whether the header is that of a Thunderbird address book."""
    return has_header(document, is_thunderbird)


def read(document: Document) -> Iterator[Record]:
    """A card for every person."""
    columns = column_names(document, is_thunderbird)
    fields = {f: columns_of(columns, f) for f in (*FIELDS, "company", "role")}
    fields["last"] = tuple(c for c in fields["last"] if c != "apelido")
    numbers = phone_columns(columns)
    # not the notes: who is linked there may be somebody else
    pages = tuple(c for c in columns if "web" in c or "url" in c)

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        def first(field: str) -> str:
            return first_of(cells, *fields[field])

        full = full_name(first("first"), first("last"))
        entry = Entry(
            (full or shown_name(first("display")), shown_name(first("display")), first("nickname")),
            (
                *profiles(all_of(cells, pages)),
                *addresses(all_of(cells, (*fields["primary mail"], *fields["secondary mail"]))),
                *phones(all_of(cells, numbers)),
            ),
            work_at(first("company"), first("role")),
        )
        yield from entry_records(entry, origin)

    return records(document, NAME, is_thunderbird, convert)


IMPORTER = Importer(
    name=NAME,
    title="Thunderbird contacts",
    how_to_export="Thunderbird > Address Book > Tools > Export > Comma Separated",
    unit="rows",
    recognises=recognises,
    read=read,
)
