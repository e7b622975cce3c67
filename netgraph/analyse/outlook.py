"""What an answer about a tie would change in how well a target is reached: exactly, and fast."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import barred_from, insiders
from netgraph.analyse.routes import Flags, Floats, Numbers
from netgraph.analyse.standings import Standings
from netgraph.analyse.unlocks import DIRECT, INDIRECT
from netgraph.graph.chances import PASSES_ON, STATED, UNSEEN
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Closeness, HowWell

#: The answers, and the chance of a tie after each; 0 takes the tie away.
ANSWERS = (HowWell.NOT_AT_ALL, HowWell.BARELY, HowWell.SOME, HowWell.WELL)
VALUES = np.array([0.0, *(STATED[Closeness(answer)] for answer in ANSWERS[1:])])


@dataclass(frozen=True, slots=True)
class Changes:
    """``size`` [>= 0], shape (n, 4): what each of `ANSWERS` about the ``ties`` would change.

    ``ties`` are numbers; each stands there once or several times: what they change adds up.
    """

    ties: Numbers
    size: Floats


class Mine:
    """My ties by the number of the other person: ``chance`` (0: none) and number (-1: none)."""

    def __init__(self, graph: ContactGraph) -> None:
        starts, others, chances, ties = graph.flat.rows
        number = graph.index[graph.me]
        here = slice(starts[number], starts[number + 1])
        self.chance = np.zeros(len(graph.people))
        self.chance[others[here]] = chances[here]
        self.tie = np.full(len(graph.people), -1, dtype=np.intp)
        self.tie[others[here]] = ties[here]


class Outlook:
    """All chains to the people inside one target, and what the answers would make of them.

    Two things are measured, in the arithmetic of `coverage` and `Routes`: the reach
    R(T) = 1 - product(1 - the larger of .3 p and .15 s) over the people inside, and the same
    over those who could be asked, each with the best chain that begins with them: what the paths
    shown have together. The first asks how well the target is reached at best, the second also
    how good the other ways are. A change is the sum of both, each without its sign.
    """

    def __init__(self, graph: ContactGraph, goal: Goal, mine: Mine) -> None:
        barred = [graph.index[one] for one in barred_from(graph, goal)]
        inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
        self.mine = mine
        self.inside = np.array(inside, dtype=np.intp)
        self.between = np.ones(len(graph.people), dtype=bool)
        self.between[[graph.index[graph.me], *inside, *barred]] = False
        self.askable = self.between & (mine.chance > 0)
        self._rows = graph.flat.rows
        parts = [chains for number in range(len(inside)) for chains in self._chains(number)]
        empty = np.zeros((7, 0))
        table = np.concatenate([empty, *parts], axis=1)
        self.end, self.first, self.middle, self.last = table[:4].astype(np.intp)
        self.between_chance, self.last_chance, self.rate = table[4:]
        #: Score of each chain.
        self.score = mine.chance[self.first] * self.rate
        self._direct = mine.chance[self.inside]
        #: My ties with the people inside as scores of chains that would count as much.
        self._floor = self._direct * DIRECT / INDIRECT

    def _chains(self, number: int) -> tuple[Floats, Floats]:
        """The chains of two and of three ties to the person inside with this place.

        Rows: that place, first person, tie in the middle (-1: none), last tie, the chances of
        both, and the score for each unit of my chance with the first person.
        """
        starts, others, chances, ties = self._rows
        insider = self.inside[number]
        here = slice(starts[insider], starts[insider + 1])
        near, chance, last = others[here].astype(np.intp), chances[here], ties[here]
        ask = self.askable[near]
        q, ones = chance[ask], np.ones(int(ask.sum()))
        rate = q + UNSEEN * (1 - q)
        short = np.stack([number * ones, near[ask], -ones, last[ask], ones, q, rate])
        by = self.between[near]
        near, chance, last = near[by], chance[by], last[by]
        place, slots = self._steps(near)
        q, r, ones = chances[slots], chance[place], np.ones(len(place))
        found = (others[slots], ties[slots], last[place], q, r, q * r * PASSES_ON)
        return short, np.stack([number * ones, *found])

    def _steps(self, people: Numbers) -> tuple[Numbers, Numbers]:
        """From each of ``people`` to all who could be asked: the place of the one, and the slot."""
        starts, others = self._rows[:2]
        lengths = starts[people + 1] - starts[people]
        place = np.repeat(np.arange(len(people)), lengths)
        slots = np.arange(len(place)) + np.repeat(
            starts[people] - np.cumsum(lengths) + lengths, lengths
        )
        ask = self.askable[others[slots]]
        return place[ask], slots[ask]

    @cached_property
    def _ends(self) -> Standings:
        """The chains by the person inside."""
        return Standings(self.end, len(self.inside), self.score)

    @cached_property
    def _firsts(self) -> Standings:
        """The chains by the first person."""
        return Standings(self.first, len(self.between), self.score)

    @cached_property
    def _held(self) -> Floats:
        """How everybody inside is reached today, as the score of a chain; shape (inside,)."""
        return np.maximum(self._ends.best, self._floor)

    @cached_property
    def _missing(self) -> tuple[float, float]:
        """1 - R, and the same by those who could be asked, today."""
        asked = np.log1p(-INDIRECT * self._firsts.best).sum()
        asked += np.log1p(-DIRECT * self._direct).sum()
        held = np.log1p(-INDIRECT * self._held).sum()
        return float(np.exp(held)), float(np.exp(asked))

    @property
    def reach(self) -> float:
        """R(T) [0, 1], as `coverage` has it."""
        return 1 - self._missing[0]

    def _size(self, of: int, change: Floats) -> Floats:
        """By how much 1 - R (``of`` 0) or the other measure (1) differs after ``change`` [ln]."""
        return self._missing[of] * np.abs(np.expm1(change))

    def of_mine(self) -> Changes:
        """What the answers about my ties would change, for everybody on a chain or inside."""
        people = np.unique(np.concatenate([self.first, self.inside[self._direct > 0]]))
        place = np.full(len(self.between), -1, dtype=np.intp)
        place[people] = np.arange(len(people))
        pairs = self._ends.pairs(self.first, self.rate)
        rest = np.maximum(self._ends.spared(self.first, pairs), self._floor[pairs.group])
        now = np.log1p(-INDIRECT * self._held[pairs.group])
        rate = np.zeros(len(people))
        np.maximum.at(rate, place[self.first], self.rate)
        today = np.log1p(-INDIRECT * rate * self.mine.chance[people])
        size = np.zeros((len(people), len(VALUES)))
        for answer, value in enumerate(VALUES):
            then = np.log1p(-INDIRECT * np.maximum(rest, value * pairs.value))
            reach = _summed(place[pairs.label], then - now, len(people))
            asked = np.log1p(-INDIRECT * rate * value) - today
            self._add_direct(value, place, reach, asked)
            size[:, answer] = self._size(0, reach) + self._size(1, asked)
        return Changes(self.mine.tie[people], size)

    def _add_direct(self, value: float, place: Numbers, reach: Floats, asked: Floats) -> None:
        """Add what a chance of ``value`` with somebody inside whom I know changes."""
        for number in np.flatnonzero(self._direct > 0).tolist():
            at = place[self.inside[number]]
            asked[at] += np.log1p(-DIRECT * value) - np.log1p(-DIRECT * self._direct[number])
            then = np.maximum(self._ends.best[number], value * DIRECT / INDIRECT)
            reach[at] += _gained(self._held[number], then)

    def of_others(self) -> Changes:
        """What the answers about ties of others would change, for every tie on a chain."""
        mine, long = self.mine.chance[self.first], self.middle >= 0
        by_last = np.where(long, mine * self.between_chance * PASSES_ON, 0.0)
        found = [self._of(self.last, by_last, np.where(long, 0.0, mine), np.ones_like(long))]
        by_middle = mine * self.last_chance * PASSES_ON
        found.append(self._of(self.middle, by_middle, np.zeros_like(mine), long))
        return Changes(
            np.concatenate([one.ties for one in found]), np.concatenate([one.size for one in found])
        )

    def of_new(self, asked: Numbers, ends: Numbers) -> Floats:
        """What the answers would change if each of ``asked`` knew the person inside at ``ends``.

        ``asked`` are numbers of people I know who may be asked, ``ends`` places in ``inside``;
        no tie joins the two. Shape (len(asked), 4).
        """
        size = np.zeros((len(asked), len(VALUES)))
        pair, slots = self._steps(asked)
        near = self._rows[1][slots]
        leading = self.mine.chance[near] * self._rows[2][slots] * PASSES_ON
        best = np.zeros(len(asked))
        np.maximum.at(best, pair, leading)
        mine, now = self.mine.chance[asked], self._held[ends]
        for answer, value in enumerate(VALUES[1:], 1):
            short = mine * (value + UNSEEN * (1 - value))
            then = np.maximum(now, np.maximum(short, best * value))
            reach = _gained(now, then)
            before = self._firsts.best[asked]
            others = _gained(
                self._firsts.best[near],
                np.maximum(self._firsts.best[near], leading * value),
            )
            ways = _gained(before, np.maximum(before, short))
            ways += _summed(pair, others, len(asked))
            size[:, answer] = self._size(0, reach) + self._size(1, ways)
        return size

    def _of(self, ties: Numbers, linear: Floats, short: Floats, used: Flags) -> Changes:
        """What the answers about ``ties`` change, one for each chain where ``used``.

        The score of a chain is ``linear`` times the chance of the tie, or ``short`` times the
        same with the floor: at an end of two ties. A tie stands either last or in the middle.
        """
        names = np.unique(ties[used])
        size = np.zeros((len(names), len(VALUES)))
        for of, group in enumerate((self._ends, self._firsts)):
            at = group.pairs(ties, linear, used)
            floor = group.pairs(ties, short, used)
            rest = group.spared(ties, at)
            held = group.best
            if of == 0:
                held, rest = self._held, np.maximum(rest, self._floor[at.group])
            place = np.searchsorted(names, at.label)
            now = np.log1p(-INDIRECT * held[at.group])
            for answer, value in enumerate(VALUES):
                high = value + UNSEEN * (1 - value) if value else 0.0
                then = np.maximum(rest, np.maximum(at.value * value, floor.value * high))
                change = np.log1p(-INDIRECT * then) - now
                size[:, answer] += self._size(of, _summed(place, change, len(names)))
        return Changes(names, size)


def _summed(place: Numbers, values: Floats, length: int) -> Floats:
    return np.bincount(place, values, length).astype(np.float64)


def _gained(before: Floats, after: Floats) -> Floats:
    """What a better chain adds to ln(1 - R)."""
    return np.log1p(-INDIRECT * after) - np.log1p(-INDIRECT * before)
