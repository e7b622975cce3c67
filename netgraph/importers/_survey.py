"""A first look over all rows of a table, in bounded memory: width, samples, small print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from netgraph.importers._csvrows import Row

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


@dataclass(frozen=True, slots=True)
class Survey:
    """What all rows tell together.

    ``samples`` are the first 1,000 filled cells of each column, as many columns as the widest
    row has; ``footer`` is as in `Table`.
    """

    samples: list[list[str]]
    footer: int


def survey(rows: Iterable[Row], header_at: int) -> Survey:
    """Go through ``rows``, which stand below the row numbered ``header_at``."""
    samples: list[list[str]] = []
    previous, after_gap, footer = header_at, 0, 0
    stream = iter(rows)
    while batch := list(islice(stream, BATCH_ROWS)):
        _sample([cells for _, cells in batch], samples)
        if footer or (not after_gap and batch[-1][0] == previous + len(batch)):
            previous = batch[-1][0]
            continue
        for number, cells in batch:
            if number > previous + 1:
                after_gap = number
            previous = number
            if not footer and after_gap and cells[0].casefold().startswith(FOOTER):
                footer = after_gap
    return Survey(samples, footer or previous + 1)


def _sample(rows: Sequence[Sequence[str]], samples: list[list[str]]) -> None:
    width = max(map(len, rows))
    samples += [[] for _ in range(width - len(samples))]
    if any(len(sample) < SAMPLE for sample in samples):
        for sample, cells in zip(samples, zip_longest(*rows, fillvalue=""), strict=False):
            if len(sample) < SAMPLE:
                sample.extend(islice(filter(None, cells), SAMPLE - len(sample)))
