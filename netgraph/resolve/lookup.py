"""Who says a word, for a million words: two arrays that are searched and kept in order."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


class Lookup:
    """Numbers of those who say a word, by the word's hash; each once for a word."""

    def __init__(self) -> None:
        self._words: NDArray[np.int64] = np.empty(0, np.int64)
        self._who: NDArray[np.int64] = np.empty(0, np.int64)

    def change(self, gone: Collection[int], come: Mapping[int, Iterable[int]]) -> None:
        """Leave out ``gone`` and add what ``come`` say."""
        if gone:
            stays = ~np.isin(self._who, np.fromiter(gone, np.int64))
            self._words, self._who = self._words[stays], self._who[stays]
        words, who = array("q"), array("q")
        for number, said in come.items():
            before = len(words)
            words.extend(set(said))
            who.extend([number] * (len(words) - before))
        added = np.array(words, dtype=np.int64)
        order = np.argsort(added, kind="stable")
        places = np.searchsorted(self._words, added[order], side="right")
        self._words = np.insert(self._words, places, added[order])
        self._who = np.insert(self._who, places, np.array(who, dtype=np.int64)[order])

    def who(self, word: int) -> list[int]:
        """Those who say ``word``, in no order that means anything."""
        first = self._words.searchsorted(word)
        found: list[int] = self._who[first : self._words.searchsorted(word, "right")].tolist()
        return found

    def count(self, word: int) -> int:
        """How many say ``word``."""
        return int(self._words.searchsorted(word, "right") - self._words.searchsorted(word))
