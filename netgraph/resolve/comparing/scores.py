"""Scores of sets of cards beside each other, kept up to date."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from netgraph.resolve.candidates import candidate_arrays
from netgraph.resolve.comparing.blocks import Blocks
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.lookup import Lookup
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.comparing.weighing import weighed
from netgraph.resolve.names.counts import counted, counts_for
from netgraph.resolve.names.population import Population
from netgraph.resolve.rules import Score

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

        def place(each: int) -> Any:
            return order(self.sets[each].members[0])

        told = self._everybody(come, place)
        other, later = self._recount(gone, told, circle_of)
        near |= self._near(other) | later
        self._leave(gone | other)
        for each in gone:
            del self.sets[each]
        self._score(other, told, place)
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
        self, gone: set[int], come: Everybody, circle_of: Mapping[int, int]
    ) -> tuple[set[int], set[int]]:
        """Those of whom a pair may score otherwise, and those who may once they are joined."""
        left = {each: self.sets[each].traits for each in gone}
        changed = self.population.change(left, come)
        self._counts.change(gone, come.numbers, counts_for(come))
        found, later = set(come.numbers.tolist()), set[int]()
        places: dict[int, list[int]] = {}
        for kind, text, place in changed:
            if kind == "work":
                places.setdefault(text, []).append(place)
            else:
                found.update(self._counts.who(counted(kind, text)))
        for text, all_places in places.items():
            called = set(self._counts.who(counted("text", text)))
            circles = {circle_of.get(each) for each in called} - {None}
            for place in all_places:
                there = self._counts.who(counted("place", place))
                found.update(called.intersection(there))
                later.update(each for each in there if circle_of.get(each) in circles)
        return found | self._blocks.change(left, come), later

    def _near(self, sets: Iterable[int]) -> set[int]:
        return {other for each in sets for other in self._pairs.get(each, ())}

    def _leave(self, sets: Iterable[int]) -> None:
        for each in sets:
            for other in self._pairs.pop(each, ()):
                self._pairs[other].pop(each, None)

    def _score(self, sets: Collection[int], come: Everybody, place: _Order) -> None:
        """Weigh all pairs that ``sets`` are in; ``come`` are those that are new."""
        if len(come) == len(self.sets):
            ends, (lefts, rights) = come, candidate_arrays(come)
        else:
            pairs = self._blocks.compared(self._everybody(sets, place), place)
            ends = self._everybody({end for pair in pairs for end in pair}, place)
            at = {each: n for n, each in enumerate(ends.numbers.tolist())}
            placed = [sorted((at[a], at[b])) for a, b in pairs]
            lefts, rights = np.array(placed, dtype=np.int64).reshape(-1, 2).T
        numbers = ends.numbers.tolist()
        for a, b, found in weighed(ends, self.population, lefts, rights):
            self._pairs.setdefault(numbers[a], {})[numbers[b]] = found
            self._pairs.setdefault(numbers[b], {})[numbers[a]] = found

    def _everybody(self, sets: Iterable[int], place: _Order) -> Everybody:
        numbers = sorted(sets, key=place)
        return Everybody([self.sets[each].traits for each in numbers], numbers)

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
