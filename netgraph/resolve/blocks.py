"""The blocks of `candidates`, kept up to date: who must be compared anew when some come or go."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from netgraph.resolve.candidates import (
    LARGEST_BLOCK,
    answered_blocks,
    asked_blocks,
    named_blocks,
)
from netgraph.resolve.lookup import Lookup
from netgraph.resolve.traits import Traits

_KINDS = (named_blocks, asked_blocks, answered_blocks)


class Blocks:
    """Who is in which block, by number."""

    def __init__(self) -> None:
        self._named, self._asked, self._answered = self._all = Lookup(), Lookup(), Lookup()
        self._held = False

    def change(self, gone: Mapping[int, Traits], come: Mapping[int, Traits]) -> set[int]:
        """Leave out ``gone``, add ``come``; who else may have other pairs than before.

        That are the members of a block that has become too large, or is so no more.
        """
        changed = [*gone.values(), *come.values()] if self._held else []
        self._held = True
        named, *others = (
            {hash(word) for each in changed for word in kind(each)} for kind in _KINDS
        )
        blocks = set().union(*others)
        before = {word: self._size(word) for word in blocks}
        large = {word for word in named if self._named.count(word) > LARGEST_BLOCK}
        for lookup, kind in zip(self._all, _KINDS, strict=True):
            lookup.change(gone, {n: map(hash, kind(t)) for n, t in come.items()})
        large |= {word for word in named if self._named.count(word) > LARGEST_BLOCK}
        found = {who for word in large for who in self._named.who(word)}
        for word in blocks:
            if (before[word] > LARGEST_BLOCK) != (self._size(word) > LARGEST_BLOCK):
                found.update(self._asked.who(word), self._answered.who(word))
        return found

    def _size(self, word: int) -> int:
        return self._asked.count(word) + self._answered.count(word)

    def partners(self, number: int, traits: Traits, order: Callable[[int], Any]) -> set[int]:
        """Whom ``number`` is compared with, and ``number``; ``order`` is that of everybody."""
        found = {number}
        for word in set(map(hash, named_blocks(traits))):
            members = self._named.who(word)
            found.update(
                members if len(members) <= LARGEST_BLOCK else _beside(number, members, order)
            )
        asked = set(map(hash, asked_blocks(traits)))
        for word in asked.union(map(hash, answered_blocks(traits))):
            askers, answerers = self._asked.who(word), self._answered.who(word)
            if len(askers) + len(answerers) <= LARGEST_BLOCK:
                found.update(askers, answerers if word in asked else ())
        return found


def _beside(number: int, members: list[int], order: Callable[[int], Any]) -> list[int]:
    """The ones before and after ``number`` among ``members``."""
    ordered = sorted(members, key=order)
    at = ordered.index(number)
    return ordered[max(at - 1, 0) : at + 2]
