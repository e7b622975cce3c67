"""Rows with a plain name and one plain address, number or employer, read by the block.

Nearly all rows of nearly all tables are such. What is found is what `Entries` and `hand_card`
would find, in a third of the time; whatever may need a second thought is left to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import zip_longest

from netgraph.importers._cells import several, with_plus
from netgraph.importers._columns import Table
from netgraph.importers._couples import JOINING
from netgraph.importers._csvrows import MAX_CELL, Row
from netgraph.importers._entries import listed
from netgraph.importers._hand import circle_labels, work_of
from netgraph.importers._keys import Draft, sealed
from netgraph.importers._looks import EMAIL
from netgraph.importers._notpeople import sift
from netgraph.importers._peopletables import NOT_KEPT
from netgraph.model import Affiliation, Identifier, IdentifierKind, Origin, Record, Reject

#: Fields that a plain row may fill, each in one column.
PLAIN_FIELDS = frozenset(
    {"name", "first_name", "last_name", "email", "phone", "employer", "role", "occupation"}
    | {"circle", "notes", "city", ""}
)
#: What may part several names, or turn one round.
PARTING = re.compile(r"[@;:,&+/\n\r]")
PLAIN_PHONE = re.compile(r"\+?\d[\d -]{5,}\d")


class PlainRows:
    """The plain rows of one table."""

    def __init__(self, table: Table) -> None:
        fields = [column.field for column in table.columns]
        naming = {"name"} & set(fields) or {"first_name", "last_name"} & set(fields)
        used = [field for field in fields if field in PLAIN_FIELDS - NOT_KEPT]
        both = "name" in fields and {"first_name", "last_name"} & set(fields)
        self.is_usable = bool(naming) and not both and len(set(used)) == len(used)
        self._at = {field: fields.index(field) for field in used}
        self._filled = [index for index, field in enumerate(fields) if field]
        self._odd = [i for i in self._filled if fields[i] not in PLAIN_FIELDS]
        self._headers = {i: table.columns[i].header for i in map(fields.index, naming)}
        self._footer = table.footer

    def records(self, rows: Sequence[Row], origins: Sequence[Origin]) -> list[Record | None]:
        """The card of every plain row, or why it is no person's; None for every other row."""
        block = _Columns(rows, self._at)
        is_plain = self._are_plain(rows, block)
        names = self._names(block)
        ways = [_ways(*cells) for cells in zip(block.of("email"), block.of("phone"), strict=True)]
        jobs = zip(block.of("employer"), block.of("role"), block.of("occupation"), strict=True)
        work = [_work(*cells) for cells in jobs]
        known = zip(origins, names, ways, work, block.of("circle"), is_plain, strict=True)
        found: list[Record | None] = [None] * len(rows)
        drafts: list[Draft] = []
        places: list[int] = []
        for row, (origin, name, reached, affiliations, circles, plain) in enumerate(known):
            if not plain or not name or reached is None:
                continue
            own = name.casefold() if " " in name else ""
            firms = [a.organisation for a in affiliations if a.organisation]
            firms = [firm for firm in firms if firm.casefold() != own]
            sifted = sift((name,), reached, firms, origin)
            if isinstance(sifted, Reject):
                found[row] = sifted
            else:
                identifiers = (*reached, Identifier(IdentifierKind.NAME, " ".join(name.split())))
                labels = _labels(circles) if circles else ()
                drafts.append(Draft(origin, (name,), identifiers, affiliations, labels, True))
                places.append(row)
        for row, card in zip(places, sealed(drafts), strict=True):
            found[row] = card
        return found

    def _are_plain(self, rows: Sequence[Row], block: _Columns) -> list[bool]:
        """Whether nothing stands in a row but what is looked at here."""
        plain = [number < self._footer for number, _ in rows]
        for index in self._odd:
            if any(block.at(index)):
                plain = [p and not cell for p, cell in zip(plain, block.at(index), strict=True)]
        for index in self._filled:
            lengths = list(map(len, block.at(index)))
            if max(lengths) >= MAX_CELL:
                plain = [p and n < MAX_CELL for p, n in zip(plain, lengths, strict=True)]
        for index, header in self._headers.items():
            if header in block.at(index):
                plain = [p and c != header for p, c in zip(plain, block.at(index), strict=True)]
        return plain

    def _names(self, block: _Columns) -> list[str]:
        """Plain names; "" for any other."""
        if "name" in self._at:
            return [" ".join(n.split()) if _is_one(n) else "" for n in block.of("name")]
        halves = zip(block.of("first_name"), block.of("last_name"), strict=True)
        return [_joined(first, last) for first, last in halves]


class _Columns:
    """The cells of some rows, column by column."""

    def __init__(self, rows: Sequence[Row], at: Mapping[str, int]) -> None:
        self._columns = list(zip_longest(*[cells for _, cells in rows], fillvalue=""))
        self._at = at
        self._blank = ("",) * len(rows)

    def at(self, index: int) -> Sequence[str]:
        """The cells of a column by its index."""
        return self._columns[index] if index < len(self._columns) else self._blank

    def of(self, field: str) -> Sequence[str]:
        """The cells of the column that holds ``field``; blank ones when none does."""
        return self.at(self._at[field]) if field in self._at else self._blank


def _is_one(name: str) -> bool:
    """Whether ``name`` is surely that of one person, and as it should be."""
    if not name[:1].isalpha() or PARTING.search(name):
        return False
    return len(name.split()) < 3 or not JOINING.search(name)


def _joined(first: str, last: str) -> str:
    """The whole name if both halves are plain, else ""."""
    parts = [part for part in (first, last) if part]
    whole = " ".join(parts)
    return whole if all(part[0].isalpha() for part in parts) and _is_one(whole) else ""


def _ways(email: str, phone: str) -> tuple[Identifier, ...] | None:
    """How to reach somebody; None when a cell is not just an address or a number."""
    found = []
    if email:
        if not EMAIL.fullmatch(email):
            return None
        found.append(Identifier(IdentifierKind.EMAIL, email))
    if phone:
        if not PLAIN_PHONE.fullmatch(phone):
            return None
        found.append(Identifier(IdentifierKind.PHONE, with_plus(phone)))
    return tuple(found)


def _work(employer: str, role: str, occupation: str) -> tuple[Affiliation, ...]:
    return work_of(several(employer) if employer else (), role, occupation)


@lru_cache(maxsize=4096)
def _labels(circles: str) -> tuple[str, ...]:
    return circle_labels(dict.fromkeys(listed([circles])))
