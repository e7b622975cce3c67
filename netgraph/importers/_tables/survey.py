"""A first look over all rows of a table, in bounded memory: width, samples, small print, commas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest

from netgraph.importers._columns.cells import is_turned
from netgraph.importers._columns.looks import EMAIL
from netgraph.importers._tables.csvrows import Cells, CsvRows, Row, Rows, trimmed

#: So many values of a column tell what it holds.
SAMPLE = 1_000
BATCH_ROWS = 256
FOOTER = ("copyright (c)", "confidential information", "copyright ©")


class FilledRows(Iterable[Row]):
    """The rows that are not blank, read anew each time they are gone through."""

    def __init__(self, rows: Sequence[Row], begin: int = 0) -> None:
        self._rows, self._begin = rows, begin

    def __iter__(self) -> Iterator[Row]:
        return islice((row for row in self._rows if any(row[1])), self._begin, None)

    def below(self, count: int) -> FilledRows:
        """All but the first ``count``."""
        return FilledRows(self._rows, self._begin + count)

    def stretches(self) -> Iterator[Rows]:
        """The same rows, many at once; some may be blank or not trimmed (see `filled`)."""
        if isinstance(self._rows, CsvRows) and not self._begin:
            yield from self._rows.stretches()
            return
        rows = iter(self)
        while batch := list(islice(rows, BATCH_ROWS)):
            numbers, cells = zip(*batch, strict=True)
            yield Rows(numbers, cells)


def filled(numbers: Iterable[int], rows: Iterable[Cells]) -> Iterator[Row]:
    """Those rows of a stretch that are not blank, trimmed."""
    return (row for row in zip(numbers, map(trimmed, rows), strict=True) if any(row[1]))


@dataclass(frozen=True, slots=True)
class Survey:
    """What all rows tell together.

    ``samples`` are the first 1,000 filled cells of each column, as many columns as the widest
    row has; ``footer`` is as in `Table`. ``commas`` tells of columns how many cells hold a comma
    and no address, and how many of these are names turned round.
    """

    samples: list[list[str]]
    footer: int
    commas: dict[int, tuple[int, int]]


def survey(rows: FilledRows, header_at: int) -> Survey:
    """Go through ``rows``, which stand below the row numbered ``header_at``."""
    seen = Survey([], 0, {})
    previous, after_gap, footer = header_at, 0, 0
    for stretch in rows.stretches():
        numbers, cells = _filled_part(stretch)
        if not cells:
            continue
        _sample(cells, seen.samples)
        _count_commas(cells, seen.commas)
        if footer or (not after_gap and numbers[-1] == previous + len(numbers)):
            previous = numbers[-1]
            continue
        for number, row in zip(numbers, cells, strict=True):
            if number > previous + 1:
                after_gap = number
            previous = number
            if not footer and after_gap and row[0].strip().casefold().startswith(FOOTER):
                footer = after_gap
    return replace(seen, footer=footer or previous + 1)


def _filled_part(stretch: Rows) -> tuple[Sequence[int], Sequence[Cells]]:
    """The rows that are not blank, cut where cells are too long."""
    numbers, rows, are_short = stretch
    if are_short and all((row and row[0].strip()) or "".join(row).strip() for row in rows):
        return numbers, rows
    kept = list(filled(numbers, rows))
    return [number for number, _ in kept], [cells for _, cells in kept]


def _sample(rows: Sequence[Cells], samples: list[list[str]]) -> None:
    width = max(map(len, rows))
    samples += [[] for _ in range(width - len(samples))]
    for index, sample in enumerate(samples):
        if len(sample) < SAMPLE:
            cells = [row[index] for row in rows if index < len(row)]
            if any(cells):
                sample.extend(islice(filter(None, map(str.strip, cells)), SAMPLE - len(sample)))


def _count_commas(rows: Sequence[Cells], commas: dict[int, tuple[int, int]]) -> None:
    if "," not in "".join(chain.from_iterable(rows)):
        return
    for index, cells in enumerate(zip_longest(*rows, fillvalue="")):
        if "," in "".join(cells):
            known = [c for c in cells if "," in c and not ("@" in c and EMAIL.search(c))]
            count, turned = commas.get(index, (0, 0))
            turned += sum(is_turned(cell.strip()) for cell in known)
            commas[index] = (count + len(known), turned)
