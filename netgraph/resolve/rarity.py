"""How many strangers of a name one would expect, for all full names at once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.likeness import sound
from netgraph.resolve.names import NameParts

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Strangers of the same name expected by chance (`Population.expected`), under which a name
#: counts as rare and as very rare.
RARE, VERY_RARE, EXTREMELY_RARE = 0.3, 0.05, 0.008
#: Bearers taken to be met of a name that nobody else is known to have, after Good and Turing.
_UNSEEN = 0.5
#: Fewer names than this say little of how common a name is: as many are supposed then.
_FEW_NAMES = 30


class FullNames:
    """Full names, each once, by `NameParts.plain`, and how common their parts are."""

    def __init__(self) -> None:
        self._names: dict[str, NameParts] = {}
        # of first names, last names, and the letters these begin with
        self._counts: tuple[Counter[str], ...] = tuple(Counter() for _ in range(4))
        # a row for every name there ever was, with the numbers of its parts
        self._rows: dict[str, int] = {}
        self._columns = tuple(array("q") for _ in range(4))
        self._numbers: tuple[dict[str, int], ...] = tuple({} for _ in range(4))

    def __contains__(self, plain: str) -> bool:
        return plain in self._names

    def add(self, name: NameParts) -> None:
        """Take ``name``, which is not there yet."""
        self._names[name.plain] = name
        for part, counts in zip(_parts(name), self._counts, strict=True):
            counts[part] += 1
        if name.plain not in self._rows:
            self._rows[name.plain] = len(self._rows)
            for part, numbers, column in zip(
                _parts(name), self._numbers, self._columns, strict=True
            ):
                column.append(numbers.setdefault(part, len(numbers)))

    def drop(self, plain: str) -> NameParts:
        """Leave out a name that is there."""
        name = self._names.pop(plain)
        for part, counts in zip(_parts(name), self._counts, strict=True):
            counts[part] -= 1
        return name

    def strangers(self, name: NameParts, short: Iterable[str] = ()) -> float:
        """How many others of the name one would expect, for independent parts [>= 0].

        Of a name whose abbreviations ``short`` are, one part is there by its first letter.
        """
        shorts = tuple(short)
        given, family, first, last = (
            counts[part] for part, counts in zip(_parts(name), self._counts, strict=True)
        )
        if any(text.startswith(sound(name.given)) for text in shorts):
            family = last
        elif shorts:
            given = first
        return max(given - 1, _UNSEEN) * max(family - 1, _UNSEEN) / self._total

    @property
    def _total(self) -> int:
        return max(len(self._names), _FEW_NAMES)

    def levels(self) -> NDArray[np.int64]:
        """Between which of the bounds of rarity every name is that there ever was.

        In full, and with one part by its first letter.
        """
        given, family, first, last = (
            _others(counts, numbers)[np.frombuffer(column, np.int64)] if column else np.empty(0)
            for counts, numbers, column in zip(
                self._counts, self._numbers, self._columns, strict=True
            )
        )
        found = np.zeros(len(given), np.int64)
        for ours, theirs in ((given, family), (given, last), (first, family)):
            strangers = ours * theirs / self._total
            for bound in (RARE, VERY_RARE, EXTREMELY_RARE):
                found = 2 * found + (strangers < bound)
        return found

    def changed(self, before: NDArray[np.int64]) -> set[str]:
        """The names that are now on another level than ``before``, as `levels` gave it."""
        rows = set(np.nonzero(self.levels()[: len(before)] != before)[0].tolist())
        return {plain for plain, row in self._rows.items() if row in rows} if rows else set()


def _parts(name: NameParts) -> tuple[str, str, str, str]:
    return name.given, name.family, name.given[:1], name.family[:1]


def _others(counts: Counter[str], numbers: dict[str, int]) -> Any:
    """By number, how many others bear a part of a name."""
    return np.fromiter((max(counts[part] - 1, _UNSEEN) for part in numbers), float, len(numbers))
