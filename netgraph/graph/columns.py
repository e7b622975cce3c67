"""What is asked of all ties at once, as arrays in the order of the ties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.flat import FlatGraph, Floats, Ints
from netgraph.model import EvidenceKind, Tie

#: Kinds by their number in `Columns.kind`.
KINDS = tuple(EvidenceKind)


@dataclass(frozen=True, eq=False)
class Columns:
    """Arrays of shape (ties,), one entry a tie.

    The numbers of the ``left`` and ``right`` person, the ``low``, ``mid`` and ``high`` chance, the
    ``warmth``, the number of the ``kind`` in `KINDS`, whether the strength is ``known``, and
    whether any piece of evidence is ``stated``.
    """

    left: Ints
    right: Ints
    low: Floats
    mid: Floats
    high: Floats
    warmth: Floats
    kind: NDArray[np.uint8]
    known: NDArray[np.bool_]
    stated: NDArray[np.bool_]

    @property
    def counts(self) -> dict[EvidenceKind, int]:
        """How many ties there are of each kind."""
        counts = np.bincount(self.kind, minlength=len(KINDS)).tolist()
        return dict(zip(KINDS, counts, strict=True))

    @property
    def inferred(self) -> NDArray[np.bool_]:
        """Whether each tie is only concluded."""
        return np.equal(self.kind, KINDS.index(EvidenceKind.INFERRED))

    def of(self, person: int) -> NDArray[np.bool_]:
        """Whether each tie is one of ``person`` (a number; of nobody when < 0)."""
        found: NDArray[np.bool_] = (self.left == person) | (self.right == person)
        return found

    def flat(self, people: int) -> FlatGraph:
        """The ties among ``people`` [number] with the middle chance as weight."""
        return FlatGraph(people, self.left, self.right, self.mid)


def columns_of(ties: Sequence[Tie], index: Mapping[str, int]) -> Columns:
    """The arrays of ``ties``; ``index`` gives the numbers of people by id."""
    count = len(ties)
    number = {kind: place for place, kind in enumerate(KINDS)}
    said = EvidenceKind.STATED
    chances = [tie.chance for tie in ties]
    return Columns(
        left=np.fromiter((index[tie.left] for tie in ties), np.int32, count),
        right=np.fromiter((index[tie.right] for tie in ties), np.int32, count),
        low=np.fromiter((chance.low for chance in chances), np.float64, count),
        mid=np.fromiter((chance.mid for chance in chances), np.float64, count),
        high=np.fromiter((chance.high for chance in chances), np.float64, count),
        warmth=np.fromiter((tie.warmth for tie in ties), np.float64, count),
        kind=np.fromiter((number[tie.kind] for tie in ties), np.uint8, count),
        known=np.fromiter((tie.strength is not None for tie in ties), np.bool_, count),
        stated=np.fromiter(
            (any(one.kind is said for one in tie.evidence) for tie in ties), np.bool_, count
        ),
    )


class TiesByPair(Mapping[tuple[str, str], Tie]):
    """The ties by (left, right) person ids, left < right, found through the rows of ``flat``.

    Those of ``hub`` (a number, -1 for nobody) are found soonest.
    """

    def __init__(
        self, ties: Sequence[Tie], index: Mapping[str, int], flat: FlatGraph, hub: int
    ) -> None:
        self._ties = ties
        self._index = index
        self._flat = flat
        self._hub = hub
        self._of_hub: dict[int, int] = {}
        if hub >= 0:
            starts, others, _, numbers = flat.rows
            row = slice(starts[hub], starts[hub + 1])
            self._of_hub = dict(zip(others[row].tolist(), numbers[row].tolist(), strict=True))

    def __len__(self) -> int:
        return len(self._ties)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return ((tie.left, tie.right) for tie in self._ties)

    def __getitem__(self, pair: tuple[str, str]) -> Tie:
        left, right = pair
        here, there = self._index.get(left, -1), self._index.get(right, -1)
        if left >= right:
            number = -1
        elif self._hub in {here, there}:
            number = self._of_hub.get(there if here == self._hub else here, -1)
        else:
            number = self._flat.tie(here, there)
        if number < 0:
            raise KeyError(pair)
        return self._ties[number]
