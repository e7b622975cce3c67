"""Scores of sets of cards beside each other, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from netgraph.resolve.blocks import Blocks
from netgraph.resolve.bounds import may_be_asked
from netgraph.resolve.candidates import candidate_arrays
from netgraph.resolve.lookup import Lookup
from netgraph.resolve.population import Population, counts_for
from netgraph.resolve.rules import UNSURE_FROM, Score, score
from netgraph.resolve.traits import Traits

_Order = Callable[[int], Any]


@dataclass(slots=True)
class Set:
    """Cards that are one person before evidence is weighed, in order; ``kin`` names their group.

    A group holds all cards that are linked, over others or not.
    """

    members: tuple[int, ...]
    traits: Traits
    kin: int


class Scores:
    """All sets, and the scores of those pairs of them that are worth a question or more."""

    def __init__(self) -> None:
        self.sets: dict[int, Set] = {}
        self.population = Population(())
        self._blocks = Blocks()
        self._set_of: dict[int, int] = {}
        self._counts = Lookup()
        self._kin: dict[int, set[int]] = {}
        self._pairs: dict[int, dict[int, Score]] = {}
        self._given = 0

    def change(
        self,
        cards: Collection[int],
        members: Iterable[tuple[tuple[int, ...], Traits, int]],
        order: _Order,
        circle_of: Mapping[int, int],
    ) -> tuple[set[int], set[int]]:
        """Take the sets ``members`` (with traits and group) in place of those of ``cards``.

        ``circle_of`` tells the sets that were decided together last time.

        Gives the sets that are no more, and those that must be decided anew: what is decided of
        the others is as it was. A set of the same cards as before stays the one it was.
        """
        before = {self._set_of[card] for card in cards if card in self._set_of}
        near = self._near(before)
        known = {self.sets[each].members: each for each in before}
        for each in before:
            self._kin.pop(self.sets[each].kin, None)
        now = [self._named(known, *found) for found in members]
        gone, come = before.difference(now), set(now) - before
        for card in cards:
            self._set_of.pop(card, None)
        self._set_of.update((card, each) for each in now for card in self.sets[each].members)
        other, later = self._recount(gone, come, circle_of)
        near |= self._near(other) | later
        self._leave(gone | other)
        for each in gone:
            del self.sets[each]
        self._score(other, lambda each: order(self.sets[each].members[0]))
        return gone, self._joined({*now, *other, *near} - gone)

    def _named(
        self,
        known: Mapping[tuple[int, ...], int],
        members: tuple[int, ...],
        traits: Traits,
        kin: int,
    ) -> int:
        found = known.get(members)
        # the names may be the same in another order, in which they are compared
        if found is None or self.sets[found].traits.names != traits.names:
            found = self._given = self._given + 1
            self.sets[found] = Set(members, traits, kin)
        self.sets[found].kin = kin
        self._kin.setdefault(kin, set()).add(found)
        return found

    def _recount(
        self, gone: set[int], come: set[int], circle_of: Mapping[int, int]
    ) -> tuple[set[int], set[int]]:
        """Those of whom a pair may score otherwise, and those who may once they are joined."""
        left = {each: self.sets[each].traits for each in gone}
        new = {each: self.sets[each].traits for each in come}
        changed = self.population.change(list(left.values()), list(new.values()))
        self._counts.change(gone, {n: map(hash, counts_for(t)) for n, t in new.items()})
        found, later = set(come), set[int]()
        for kind, text, *place in changed:
            if kind != "work":
                found.update(self._counts.who(hash((kind, text))))
                continue
            called, there = (
                set(self._counts.who(hash(count))) for count in (("text", text), ("place", *place))
            )
            found |= called & there
            circles = {circle_of.get(each) for each in called} - {None}
            later.update(each for each in there if circle_of.get(each) in circles)
        return found | self._blocks.change(left, new), later

    def _near(self, sets: Iterable[int]) -> set[int]:
        return {other for each in sets for other in self._pairs.get(each, ())}

    def _leave(self, sets: Iterable[int]) -> None:
        for each in sets:
            for other in self._pairs.pop(each, ()):
                self._pairs[other].pop(each, None)

    def _score(self, sets: Iterable[int], order: _Order) -> None:
        sets = list(sets)
        whole = len(sets) == len(self.sets)
        pairs = set() if whole else self._compared(sets, order)
        ends = sorted(sets if whole else {end for pair in pairs for end in pair}, key=order)
        everybody = [self.sets[each].traits for each in ends]
        if whole:
            lefts, rights = candidate_arrays(everybody)
        else:
            place = {each: n for n, each in enumerate(ends)}
            placed = [sorted((place[a], place[b])) for a, b in pairs]
            lefts, rights = np.array(placed, dtype=np.int64).reshape(-1, 2).T
        worth = may_be_asked(everybody, self.population, lefts, rights)
        for a, b in zip(lefts[worth].tolist(), rights[worth].tolist(), strict=True):
            found = score(everybody[a], everybody[b], self.population)
            if found and found.points >= UNSURE_FROM:
                self._pairs.setdefault(ends[a], {})[ends[b]] = found
                self._pairs.setdefault(ends[b], {})[ends[a]] = found

    def _compared(self, sets: Iterable[int], order: _Order) -> set[tuple[int, int]]:
        return {
            (min(each, other), max(each, other))
            for each in sets
            for other in self._blocks.partners(each, self.sets[each].traits, order)
            if each != other
        }

    def _joined(self, sets: set[int]) -> set[int]:
        """``sets`` and all that pairs or kinship connect them with."""
        found, waiting = set(sets), list(sets)
        while waiting:
            each = waiting.pop()
            new = {*self._pairs.get(each, ()), *self._kin[self.sets[each].kin]} - found
            found |= new
            waiting += new
        return found

    def circles(self, sets: Iterable[int]) -> Iterator[set[int]]:
        """``sets``, parted into those that pairs or kinship connect."""
        left = set(sets)
        while left:
            circle = self._joined({next(iter(left))})
            left -= circle
            yield circle

    def pairs(self, sets: Iterable[int]) -> Iterator[tuple[int, int, Score]]:
        """The pairs of ``sets`` by their first cards, each once."""
        for each in sets:
            for other, found in self._pairs.get(each, {}).items():
                if each < other:
                    yield self.sets[each].members[0], self.sets[other].members[0], found
