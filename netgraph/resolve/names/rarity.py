"""How many strangers of a name one would expect, for all full names at once."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.names.likeness import sound
from netgraph.resolve.names.parts import NameParts

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Strangers of the same name expected by chance (`Population.expected`), under which a name
#: counts as rare, fairly, very and extremely so.
RARE, FAIRLY_RARE, VERY_RARE, EXTREMELY_RARE = 0.3, 0.1, 0.05, 0.008
#: Bearers taken to be met of a name that nobody else is known to have, after Good and Turing.
_UNSEEN = 0.5
#: Fewer names than this say little of how common a name is: as many are supposed then.
_FEW_NAMES = 30
#: Pairs of namesakes added to those seen and to those expected: a few say little.
_DOUBT = 2.0


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
        # of people told apart: bearers of a first name, a last name, both; the pairs they make
        self._apart: tuple[Counter[str], ...] = tuple(Counter() for _ in range(3))
        self._pairs = [0, 0, 0]
        self._people = 0

    def __contains__(self, plain: str) -> bool:
        return plain in self._names

    def add_all(self, names: Mapping[str, NameParts]) -> None:
        """Take ``names``, by `NameParts.plain`, none of which is there yet."""
        self._names.update(names)
        new = [name for plain, name in names.items() if plain not in self._rows]
        before = len(self._rows)
        self._rows.update({name.plain: before + n for n, name in enumerate(new)})
        for part, counts in zip(_PARTS, self._counts, strict=True):
            counts.update(map(part, names.values()))
        for part, numbers, column in zip(_PARTS, self._numbers, self._columns, strict=True):
            column.extend([numbers.setdefault(part(name), len(numbers)) for name in new])

    def drop(self, plain: str) -> NameParts:
        """Leave out a name that is there."""
        name = self._names.pop(plain)
        for part, counts in zip(_PARTS, self._counts, strict=True):
            counts[part(name)] -= 1
        return name

    def tell_apart(self, names: Iterable[NameParts], sign: int) -> None:
        """Count (``sign`` 1) or forget (-1) the names of people whom profiles tell apart."""
        for name in names:
            parts = name.given, name.family, name.plain
            for n, (part, counts) in enumerate(zip(parts, self._apart, strict=True)):
                self._pairs[n] += sign * (counts[part] - (sign < 0))
                counts[part] += sign
            self._people += sign

    @property
    def clumping(self) -> float:
        """Pairs of namesakes there are for each that independent parts would make [> 0].

        As seen among people whom profiles tell apart: names of one language make it larger,
        names that few happen to share smaller.
        """
        given, family, full = self._pairs
        pairs = max(self._people * (self._people - 1) / 2, 1)
        return (full + _DOUBT) / (given * family / pairs + _DOUBT)

    def strangers(self, name: NameParts, short: Iterable[str] = ()) -> float:
        """How many others of the name one would expect [>= 0].

        For independent parts, times `clumping`. Of a name whose abbreviations ``short`` are,
        one part is there by its first letter.
        """
        shorts = tuple(short)
        givens, families, firsts, lasts = self._counts
        given, family = givens[name.given], families[name.family]
        if any(text.startswith(sound(name.given)) for text in shorts):
            family = lasts[name.family[:1]]
        elif shorts:
            given = firsts[name.given[:1]]
        return max(given - 1, _UNSEEN) * max(family - 1, _UNSEEN) * self._share

    def strangers_of(self, names: Sequence[NameParts]) -> Any:
        """`strangers` of each of ``names``, as an array."""
        others = (
            np.maximum(np.fromiter((counts[part(n)] for n in names), np.int64) - 1, _UNSEEN)
            for part, counts in zip(_PARTS[:2], self._counts, strict=False)
        )
        return np.multiply(*others) * self._share

    @property
    def _share(self) -> float:
        return self.clumping / max(len(self._names), _FEW_NAMES)

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
        found, share = np.zeros(len(given), np.int64), self._share
        for ours, theirs in ((given, family), (given, last), (first, family)):
            strangers = ours * theirs * share
            for bound in (RARE, FAIRLY_RARE, VERY_RARE, EXTREMELY_RARE):
                found = 2 * found + (strangers < bound)
        return found

    def changed(self, before: NDArray[np.int64]) -> set[str]:
        """The names that are now on another level than ``before``, as `levels` gave it."""
        rows = set(np.nonzero(self.levels()[: len(before)] != before)[0].tolist())
        return {plain for plain, row in self._rows.items() if row in rows} if rows else set()


#: First and last name, and the letters they begin with.
_PARTS: tuple[Callable[[NameParts], str], ...] = (
    attrgetter("given"),
    attrgetter("family"),
    lambda name: name.given[:1],
    lambda name: name.family[:1],
)


def _others(counts: Counter[str], numbers: dict[str, int]) -> Any:
    """By number, how many others bear a part of a name."""
    return np.fromiter((max(counts[part] - 1, _UNSEEN) for part in numbers), float, len(numbers))
