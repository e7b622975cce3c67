"""Every chain of at most three ties from one person to another, scored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.chances import PASSES_ON, UNSEEN
from netgraph.graph.contactgraph import ContactGraph

Floats = NDArray[np.float64]
Numbers = NDArray[np.intp]
Flags = NDArray[np.bool_]
#: Numbers of people, the source first.
Chain = tuple[int, ...]

T = TypeVar("T", float, Floats)

#: No chain is longer [ties].
MOST_HOPS = 3
#: Scores are compared after rounding to so many decimal places: the order of multiplication
#: decides nothing.
PLACES = 12


@dataclass(frozen=True, slots=True)
class Allowed:
    """Which chains are wanted.

    No person in ``avoid`` (ids) is on a chain; the person ``via`` (an id, "" for anybody) is,
    first, second or last; a chain has at most ``max_hops`` ties [1, 3]. ``ValueError`` for
    another number of ties.
    """

    avoid: frozenset[str] = frozenset()
    via: str = ""
    max_hops: int = MOST_HOPS

    def __post_init__(self) -> None:
        if not 1 <= self.max_hops <= MOST_HOPS:
            msg = f"a chain has one to three ties, not {self.max_hops}"
            raise ValueError(msg)


ANY = Allowed()


@dataclass(frozen=True, slots=True)
class Chains:
    """The chains of two or three ties to one person, arrays of one length.

    ``firsts`` are asked first. ``seconds`` come next: the last person in a chain of two ties.
    ``slots`` are the places in ``graph.flat.rows`` of the tie between a second person and a
    first, -1 in chains of two ties. ``scores`` lie in (0, 1], rounded to `PLACES`.
    """

    firsts: Numbers
    seconds: Numbers
    slots: Numbers
    scores: Floats

    def only(self, keep: Flags | Numbers) -> Chains:
        """The chains where ``keep`` is true, or those at the places in ``keep``."""
        return Chains(self.firsts[keep], self.seconds[keep], self.slots[keep], self.scores[keep])

    @staticmethod
    def joined(parts: Sequence[Chains]) -> Chains:
        """The chains of all ``parts``, one after the other; none for no parts."""
        return Chains(
            np.concatenate([np.array([], dtype=np.intp), *(part.firsts for part in parts)]),
            np.concatenate([np.array([], dtype=np.intp), *(part.seconds for part in parts)]),
            np.concatenate([np.array([], dtype=np.intp), *(part.slots for part in parts)]),
            np.concatenate([np.array([]), *(part.scores for part in parts)]),
        )


class Routes:
    """The chains that start at ``source`` and end at ``inside`` (numbers in ``graph.people``).

    Scores, with p the weight of the first tie and q of later ones (ranking of introducers on
    mailing lists, see chances.py): direct p; over X: p (q + e - q e) with the floor e; over X
    and Y: p q q t, with t the chance that a second person passes a request on. Every step is
    a tie with evidence, and nobody inside is on the way to somebody else inside. ``weights`` are
    by the number of the tie: how warm they are, so that chains are put in order, or the chances.

    Somebody whom the source knows is reached through others only when that promises more than
    asking directly, or when how close the source is to them is not known (unknown is not weak,
    and not strong): a chain gives way to the shorter one that leaves out those before its
    second or last person.

    ``beside`` are people not inside who may lead there, with the chance that they do: it counts
    as one more step, to somebody unnamed. They may also be on the way to somebody inside.
    """

    def __init__(
        self,
        graph: ContactGraph,
        source: int,
        inside: Numbers,
        allowed: Allowed = ANY,
        weights: Floats | None = None,
        *,
        beside: Mapping[int, float] | None = None,
    ) -> None:
        people, avoided = graph.people, [graph.index[one] for one in allowed.avoid]
        self.graph = graph
        self.source = source
        self.via = graph.index[allowed.via] if allowed.via else -1
        self.max_hops = allowed.max_hops
        self._starts, self._others, _, ties = graph.flat.rows
        self._weights = (graph.warmth if weights is None else weights)[ties]
        here = slice(self._starts[source], self._starts[source + 1])
        near = self._others[here]
        self.first = np.zeros(len(people))
        self.first[near] = self._weights[here]
        self._known = np.zeros(len(people), dtype=bool)
        self._known[near] = graph.columns.known[ties[here]]
        self._between = np.ones(len(people), dtype=bool)
        self._between[[source, *inside.tolist(), *avoided]] = False
        self._askable = self._between & (self.first > 0)
        self.inside = tuple(
            sorted(
                set(inside.tolist()) - {source, *avoided},
                key=lambda one: (people[one].name.casefold(), people[one].id),
            )
        )

        left_out = {source, *self.inside, *avoided}
        self.beside = {one: chance for one, chance in (beside or {}).items() if one not in left_out}

    @property
    def direct(self) -> list[int]:
        """Those inside whom the source knows, by name."""
        return [one for one in self.inside if self.first[one] > 0 and self.via in {-1, one}]

    def to(self, insider: int) -> Chains:
        """The usable chains of two and three ties to ``insider``, in no order."""
        near, chances = self._row(insider)
        ways = (self._over_one, self._over_two)[: self.max_hops - 1]
        found = Chains.joined([way(insider, near, chances) for way in ways])
        if self.via not in {-1, insider}:
            return found.only((found.firsts == self.via) | (found.seconds == self.via))
        if self._known[insider]:
            return found.only(found.scores > np.round(self.first[insider], PLACES))
        return found

    def to_beside(self, person: int) -> Chains:
        """The usable chains of one and two ties to somebody ``beside``, in no order.

        In a chain of one tie the first person is the second as well.
        """
        leads = self.beside[person]
        parts, bar = [], 0.0
        if self.first[person] > 0 and self.via in {-1, person}:
            score = round(score_of([float(self.first[person]), leads]), PLACES)
            bar = score if self._known[person] else 0.0
            alone = np.array([person], dtype=np.intp)
            parts.append(Chains(alone, alone, -np.ones_like(alone), np.array([score])))
        if self.max_hops > 1:
            near, chances = self._row(person)
            wanted = self._askable[near] & ((near == self.via) | (self.via in {-1, person}))
            firsts = near[wanted]
            scores = score_of([self.first[firsts], chances[wanted], np.full(len(firsts), leads)])
            ends = np.full_like(firsts, person)
            found = Chains(firsts, ends, np.full_like(firsts, -1), np.round(scores, PLACES))
            parts.append(found.only(found.scores > bar))
        return Chains.joined(parts)

    def _over_one(self, insider: int, near: Numbers, chances: Floats) -> Chains:
        usable = self._askable[near]
        firsts = near[usable]
        scores = self._asking(firsts, chances[usable])
        return Chains(firsts, np.full_like(firsts, insider), np.full_like(firsts, -1), scores)

    def _over_two(self, insider: int, near: Numbers, chances: Floats) -> Chains:
        between = self._between[near]
        near, chances = near[between], chances[between]
        lengths = self._starts[near + 1] - self._starts[near]
        place = np.repeat(np.arange(len(near)), lengths)
        slots = np.arange(len(place)) + np.repeat(
            self._starts[near] - np.cumsum(lengths) + lengths, lengths
        )
        bar = np.where(self._known[near], self._asking(near, chances), 0.0)
        if self.via not in {-1, insider}:
            bar[near != self.via] = 0.0
        firsts = self._others[slots].astype(np.intp)
        scores = np.round(
            self.first[firsts] * self._weights[slots] * chances[place] * PASSES_ON, PLACES
        )
        found = Chains(firsts, near[place], slots, scores)
        return found.only(self._askable[firsts] & (scores > bar[place]))

    def _asking(self, people: Numbers, chances: Floats) -> Floats:
        """Scores of asking ``people`` for somebody they are tied to with ``chances``."""
        return np.round(self.first[people] * (chances + UNSEEN * (1 - chances)), PLACES)

    def _row(self, person: int) -> tuple[Numbers, Floats]:
        here = slice(self._starts[person], self._starts[person + 1])
        return self._others[here].astype(np.intp), self._weights[here]


def score_of(chances: Sequence[T]) -> T:
    """The score [0, 1] of a chain by its one to three ties' chances, first tie first.

    Numbers, or arrays of them.
    """
    if len(chances) == 1:
        return chances[0]
    if len(chances) == 2:
        return chances[0] * (chances[1] + UNSEEN * (1 - chances[1]))
    return chances[0] * chances[1] * chances[2] * PASSES_ON
