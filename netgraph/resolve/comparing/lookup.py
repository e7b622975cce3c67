"""Who says a word, for a million words: two arrays that are searched and kept in order."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.resolve.comparing.columns import Column, ranges

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Lookup:
    """Numbers of those who say a word, by the word's code."""

    def __init__(self) -> None:
        self._words: NDArray[np.int64] = np.empty(0, np.int64)
        self._who: NDArray[np.int32] = np.empty(0, np.int32)

    def change(self, gone: Collection[int], numbers: Any, said: Column) -> None:
        """Leave out ``gone`` and add what ``said`` has in the rows of ``numbers``."""
        if gone:
            stays = ~np.isin(self._who, np.fromiter(gone, np.int64, len(gone)))
            self._words, self._who = self._words[stays], self._who[stays]
        order = np.argsort(said.what, kind="stable")
        words = said.what[order]
        who = np.asarray(numbers, np.int32)[said.who][order]
        new = np.ones(len(words), np.bool_)
        new[1:] = (words[1:] != words[:-1]) | (who[1:] != who[:-1])
        words, who = words[new], who[new]
        if not len(self._words):
            self._words, self._who = words, who
            return
        places = np.searchsorted(self._words, words, side="right")
        self._words = np.insert(self._words, places, words)
        self._who = np.insert(self._who, places, who)

    def who(self, word: int) -> list[int]:
        """Those who say ``word``, in no order that means anything."""
        first = self._words.searchsorted(word)
        found: list[int] = self._who[first : self._words.searchsorted(word, "right")].tolist()
        return found

    def who_of(self, words: Any) -> Column:
        """Those who say each of ``words``, an array."""
        starts = self._words.searchsorted(words)
        counts = self._words.searchsorted(words, "right") - starts
        return Column(counts, self._who[ranges(starts, counts)])

    def counts(self, words: Any) -> Any:
        """How many say each of ``words``, an array."""
        return self._words.searchsorted(words, "right") - self._words.searchsorted(words)

    def count(self, word: int) -> int:
        """How many say ``word``."""
        return int(self._words.searchsorted(word, "right") - self._words.searchsorted(word))
