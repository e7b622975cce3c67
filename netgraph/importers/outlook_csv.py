"""Outlook contacts as CSV: classic desktop Outlook in eight languages, the new Outlook, Google's.

Also LinkedIn's old export "for Outlook". Columns are known by name, so any number of them in
any order will do. An address of type EX is the name of a mailbox on an Exchange server, not an
e-mail address. Source: exports of the programs; File > Open & Export > Import/Export.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netgraph.importers import Document, Importer
from netgraph.importers._columns.bookwords import (
    columns_of,
    mail_columns,
    phone_columns,
    said,
    shown_columns,
    type_columns,
)
from netgraph.importers._columns.cells import several
from netgraph.importers._people.addressbook import (
    Entry,
    addresses,
    all_of,
    entry_records,
    first_of,
    full_name,
    names_in,
    phones,
    profiles,
    shown_name,
    work_at,
)
from netgraph.importers._tables.delimited import Cells, column_names, has_header, records
from netgraph.model import Origin, Record, RelationKind

NAME = "outlook_csv"
#: English columns that only Outlook has.
OWN = frozenset({"given yomi", "initials", "business street", "home street", "business phone"})
RELATED = {
    "manager": RelationKind.MANAGER,
    "assistant": RelationKind.ASSISTANT,
    "spouse": RelationKind.FAMILY,
    "referred": RelationKind.REFERRED_BY,
}
#: What Google writes into everybody's categories.
EVERYBODY = frozenset({"my contacts", "mycontacts"})
MIN_ADDRESS_COLUMNS = 2
MIN_KNOWN = 3


def is_outlook(columns: frozenset[str]) -> bool:
    """Whether the columns are those of an Outlook address book in one of the languages."""
    mails = mail_columns(columns)
    fields = ("first", "last", "middle", "company", "role", "manager", "assistant", "categories")
    known = [field for field in fields if columns_of(columns, field)]
    is_named = "first" in known or "last" in known
    marks = [*shown_columns(columns), *type_columns(columns), *(OWN & columns)]
    is_own = bool(marks) or len(mails) >= MIN_ADDRESS_COLUMNS or {"manager", "middle"} <= {*known}
    return bool(mails) and is_named and len(known) + len(marks) >= MIN_KNOWN and is_own


def recognises(document: Document) -> bool:
    """Whether the header is that of an Outlook address book."""
    return has_header(document, is_outlook)


def read(document: Document) -> Iterator[Record]:
    """A card for every person, and a relation with a card for everybody named beside it."""
    layout = _Layout.of(column_names(document, is_outlook))

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        yield from entry_records(layout.entry(cells), origin)

    return records(document, NAME, is_outlook, convert)


@dataclass(frozen=True, slots=True)
class _Layout:
    """Which columns of this file hold what."""

    columns: dict[str, tuple[str, ...]]
    mails: tuple[str, ...]
    shown: tuple[str, ...]
    phones: tuple[str, ...]
    pages: tuple[str, ...]

    @staticmethod
    def of(columns: tuple[str, ...]) -> _Layout:
        """The layout of a header."""
        fields = ("first", "middle", "last", "nickname", "company", "role", "occupation")
        found = {f: columns_of(columns, f) for f in (*fields, "categories", *RELATED)}
        # "Apelido" is the family name in Portugal and the nickname in Brazil.
        found["nickname"] = tuple(c for c in found["nickname"] if c not in found["last"][:1])
        found["last"] = tuple(c for c in found["last"] if c != "apelido") or found["last"]
        # not the notes: who is linked there may be somebody else
        pages = tuple(c for c in columns if "web" in said(c) or "sito" in said(c))
        return _Layout(
            found, mail_columns(columns), shown_columns(columns), phone_columns(columns), pages
        )

    def entry(self, cells: Cells) -> Entry:
        """What one row says."""

        def first(field: str) -> str:
            return first_of(cells, *self.columns[field])

        full = full_name(first("first"), first("middle"), first("last"))
        shown = [shown_name(text) for text in all_of(cells, self.shown)]
        related = [
            (kind, name) for field, kind in RELATED.items() for name in names_in(first(field))
        ]
        return Entry(
            (full or next((name for name in shown if name), ""), first("nickname")),
            (
                *profiles(all_of(cells, self.pages)),
                *addresses(all_of(cells, self.mails)),
                *phones(all_of(cells, self.phones)),
            ),
            work_at(first("company"), first("role"), first("occupation")),
            tuple(c for c in several(first("categories")) if c.casefold() not in EVERYBODY),
            tuple(related),
        )


IMPORTER = Importer(
    name=NAME,
    title="Outlook contacts",
    how_to_export="Outlook > File > Open & Export > Import/Export > Export to a file > Comma "
    "Separated Values > Contacts; new Outlook: People > Manage contacts > Export",
    unit="rows",
    recognises=recognises,
    read=read,
)
