"""Yahoo address book as CSV, of the years 2007 to 2019; "Yahoo! ID" or "Messenger ID" tell it.

Source: exports read by public converters; today's export may differ, and is then read as a
hand-made list.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Document, Importer
from netgraph.importers._columns.cells import several
from netgraph.importers._people.addressbook import (
    Entry,
    addresses,
    all_of,
    entry_records,
    first_of,
    full_name,
    phones,
    profiles,
    work_at,
)
from netgraph.importers._tables.delimited import Cells, has_header, records
from netgraph.model import Identifier, IdentifierKind, Origin, Record

NAME = "yahoo_csv"
OWN = frozenset(
    {"messenger id", "yahoo! id", "yahoo! phone", "distribution lists", "alternate email 1"}
)
MAILS = ("email", "alternate email 1", "alternate email 2")
#: No "pager" and "fax": nobody answers there.
PHONES = ("home", "work", "mobile", "other", "yahoo! phone", "primary")
#: Not "comments": who is linked there may be somebody else.
SITES = ("personal website", "business website", "personal web site", "business web site")


def is_yahoo(columns: frozenset[str]) -> bool:
    """Whether the columns are those of a Yahoo address book."""
    return {"first", "last", "email"} <= columns and not columns.isdisjoint(OWN)


def recognises(document: Document) -> bool:
    """Whether the header is that of a Yahoo address book."""
    return has_header(document, is_yahoo)


def read(document: Document) -> Iterator[Record]:
    """A card for every person."""

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        handle = first_of(cells, "messenger id", "yahoo! id")
        messenger = (Identifier(IdentifierKind.HANDLE, f"yahoo:{handle}"),) if handle else ()
        full = full_name(*all_of(cells, ("first", "middle", "last")))
        groups = all_of(cells, ("category", "distribution lists"))
        entry = Entry(
            (full, cells.get("nickname", "")),
            (
                *profiles(all_of(cells, SITES)),
                *addresses(all_of(cells, MAILS)),
                *phones(all_of(cells, PHONES)),
                *messenger,
            ),
            work_at(cells.get("company", ""), cells.get("title", "")),
            tuple(label for group in groups for label in several(group)),
        )
        yield from entry_records(entry, origin)

    return records(document, NAME, is_yahoo, convert)


IMPORTER = Importer(
    name=NAME,
    title="Yahoo contacts",
    how_to_export="mail.yahoo.com > Contacts > More > Export contacts > Yahoo CSV",
    unit="rows",
    recognises=recognises,
    read=read,
)
