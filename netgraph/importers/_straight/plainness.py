"""Which rows of a table are plain, told column by column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import repeat
from typing import NamedTuple

from netgraph.importers._keys import Groups, Work
from netgraph.importers._people.notpeople import are_companies, are_plain, is_service_name
from netgraph.importers._straight.plans import Plan
from netgraph.importers._tables.csvrows import MAX_CELL
from netgraph.model import IdentifierKind

EMAIL, PHONE, PROFILE = IdentifierKind.EMAIL, IdentifierKind.PHONE, IdentifierKind.PROFILE


class Cells:
    """The cells of some rows, column by column; a row that is too wide has none."""

    def __init__(self, rows: Sequence[Sequence[str]], width: int, *, are_short: bool) -> None:
        if set(map(len, rows)) != {width}:
            rows = [
                (*row, *("",) * (width - len(row))) if len(row) <= width else () for row in rows
            ]
            rows = [row or ("",) * width for row in rows]
        self._columns = list(zip(*rows, strict=True))
        self._trimmed: dict[int, Sequence[str]] = {}
        self.blank: Sequence[str] = ("",) * len(rows)
        self.are_short = are_short

    def of(self, index: int | None) -> Sequence[str]:
        """The trimmed cells of a column; those of a blank one are ``blank``."""
        if index is None:
            return self.blank
        if index not in self._trimmed:
            cells = self._columns[index]
            self._trimmed[index] = list(map(str.strip, cells)) if any(cells) else self.blank
        return self._trimmed[index]

    def joined(self, indexes: Sequence[int]) -> list[str]:
        """What stands in some columns of every row, joined by blanks."""
        columns = [cells for cells in map(self.of, indexes) if cells is not self.blank]
        if len(columns) == 2:
            pairs = zip(*columns, strict=True)
            return [f"{first} {last}" if first and last else first or last for first, last in pairs]
        rows = zip(*columns, strict=True) if columns else repeat((), len(self.blank))
        return [" ".join(filter(None, row)) for row in rows]


class Found(NamedTuple):
    """What stands in some rows, column by column."""

    numbers: Sequence[int]
    names: Sequence[str]
    folded: Sequence[str]
    work: Work
    groups: Sequence[Groups]
    ids: Sequence[str]
    days: Sequence[datetime | None]
    ways: Mapping[IdentifierKind, Sequence[str]]

    def part(self, start: int, end: int) -> Found:
        """The rows from ``start`` to before ``end``."""
        if end - start == len(self.names):
            return self
        ways = {kind: values[start:end] for kind, values in self.ways.items()}
        return Found(
            self.numbers[start:end],
            self.names[start:end],
            self.folded[start:end],
            Work(*[column[start:end] for column in self.work]),
            self.groups[start:end],
            self.ids[start:end],
            self.days[start:end],
            ways,
        )


def found_in(plan: Plan, numbers: Sequence[int], cells: Cells) -> Found:
    names = cells.joined(plan.parts)
    if plan.whole is not None:
        names = [w or name for w, name in zip(cells.of(plan.whole), names, strict=True)]
    ways = {kind: cells.of(index) for kind, index in plan.ways.items()}
    days = cells.of(plan.met)
    return Found(
        numbers,
        names,
        list(map(str.casefold, names)),
        plan.work_of(*map(cells.of, plan.work)),
        list(map(plan.groups_of, *map(cells.of, plan.groups))),
        list(map(plan.slug_of, ways[PROFILE])) if plan.slug_of else cells.blank,
        list(map(plan.day_of, days)) if plan.day_of else (None,) * len(names),
        ways,
    )


def plain_rows(plan: Plan, cells: Cells, found: Found) -> Iterator[bool]:
    """Whether nothing in a row may need a second thought."""
    tests = [*_plain_cells(plan, cells), *_plain_values(plan, cells, found)]
    if plan.sifts:
        tests += _people(found)
    return map(all, zip(*tests, strict=True))


def _plain_cells(plan: Plan, cells: Cells) -> Iterator[Iterable[object]]:
    """Whether cells are blank that should be, and others not too long or the header's."""
    for index in plan.blank:
        column = cells.of(index)
        if column is not cells.blank:
            yield [not cell for cell in column]
    if not cells.are_short:
        for column in map(cells.of, plan.bounded):
            yield [len(cell) < MAX_CELL for cell in column]
    for index, text in plan.header.items():
        if text in cells.of(index):
            yield [cell != text for cell in cells.of(index)]


def _plain_values(plan: Plan, cells: Cells, found: Found) -> Iterator[Iterable[object]]:
    """Whether names, addresses, work and days are written as nearly everybody writes them."""
    yield found.names
    if not _are_even(found.names):
        yield map(_is_even, found.names)
    if not cells.are_short:
        yield [len(name) < MAX_CELL for name in found.names]
    if plan.is_name:
        yield map(plan.is_name, found.names)
    yield from plan.doubts(*map(cells.of, plan.work))
    phones = found.ways.get(PHONE, ())
    if plan.is_phone and any(phones):
        yield [not phone or plan.is_phone(phone) for phone in phones]
    addresses = found.ways.get(EMAIL, ())
    if any(addresses):
        yield are_plain(addresses)
    if plan.slug_of:
        yield found.ids
    if plan.met is not None:
        yield [day or not c for c, day in zip(cells.of(plan.met), found.days, strict=True)]


def _is_even(text: str) -> bool:
    """Whether there is no blank in ``text`` but single ones between words, and no sign unseen."""
    return text.isprintable() and "  " not in text


def _are_even(texts: Sequence[str]) -> bool:
    """Whether all are so, as nearly always."""
    return _is_even("|".join(texts))


def _people(found: Found) -> Iterator[Iterable[object]]:
    """Whether names are those of people, not of companies, nor of where they work."""
    firms = are_companies(found.names, found.folded)
    if any(firms):
        yield [not firm for firm in firms]
    organisations = found.work.organisations
    if not _are_even(organisations):
        yield map(_is_even, organisations)
    folded = map(str.casefold, organisations)
    yield [name != firm for name, firm in zip(found.folded, folded, strict=True)]
    others = [values for kind, values in found.ways.items() if kind is not PHONE]
    if any(found.ways.get(PHONE, ())) and not any(map(all, others)):
        reached = map(any, zip(*others, strict=True)) if others else repeat(False)
        known = zip(found.names, found.ways[PHONE], reached, strict=False)
        yield [reach or not phone or not is_service_name(name) for name, phone, reach in known]
