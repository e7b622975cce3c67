"""A sequence of values that lie written in a file, each read when it is first asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any, Generic, TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.coding import decoder, encoded

T = TypeVar("T")


class Shelf(Sequence[T], Generic[T]):
    """``rows`` holds values of one type end to end, as JSON; ``ends`` where each ends [bytes].

    Equal to a tuple of the same values. What was read once is kept.
    """

    __hash__ = None  # type: ignore[assignment]

    def __init__(self, kind: Any, rows: memoryview, ends: NDArray[np.int64]) -> None:
        self._decode = decoder(kind)
        self._rows = rows
        self._ends = ends
        self._read: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...
    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            return tuple([self._at(one) for one in range(*place.indices(len(self)))])
        number = place + len(self) if place < 0 else place
        if not 0 <= number < len(self):
            raise IndexError(place)
        return self._at(number)

    def __iter__(self) -> Iterator[T]:
        return map(self._at, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (tuple, Shelf)):
            return NotImplemented
        return len(self) == len(other) and all(map(_alike, self, other))

    def _at(self, number: int) -> T:
        found = self._read.get(number)
        if found is None:
            start = int(self._ends[number - 1]) if number else 0
            text = str(self._rows[start : int(self._ends[number])], "utf-8")
            found = self._read[number] = self._decode(json.loads(text))
        return found


def _alike(one: object, other: object) -> bool:
    return one == other


def shelved(values: Sequence[Any]) -> tuple[bytes, NDArray[np.int64]]:
    """``values`` as the ``rows`` and ``ends`` of a `Shelf`."""
    write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    rows = [write(encoded(value)).encode() for value in values]
    return b"".join(rows), np.fromiter(accumulate(map(len, rows)), np.int64, len(rows))
