"""The few questions whose answers would change most how well I reach my targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from netgraph.analyse.acquaintances import Acquaintances
from netgraph.analyse.communities import communities
from netgraph.analyse.goals import Goal
from netgraph.analyse.outlook import VALUES, Mine, Outlook
from netgraph.analyse.positions import Positions
from netgraph.analyse.results import Result
from netgraph.analyse.routes import Floats
from netgraph.analyse.stability import WIDTH, ranges
from netgraph.graph.chances import spread
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, EvidenceKind, Person, Tie

#: Questions at a time: more are answered without thinking.
AT_MOST = 10
#: An expected change of reach smaller than this is not worth a question [prior].
LEAST = 1e-4
#: Where the chance of a tie ends that one answer stands for and the next begins: half way
#: between their values.
_BOUNDS = (VALUES[1:] + VALUES[:-1]) / 2
#: Evidence behind what two people only share [cases], as for other guesses.
_GUESSED = 4
#: How evidence begins that two people were sent the same message or invited together.
TOGETHER = "both "
NOTHING = "There is nothing to ask: no answer would change the ways you have."

Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TieQuestion:
    """How well I, or two others, know each other.

    ``one`` and ``other`` are (id, name); ``one`` is me when ``is_mine``. ``gain`` [> 0] is the
    expected change in reach over the answers (orders only); ``targets`` names those it is
    about, most first. ``so_far`` is what tells of the tie today. ``about`` says of each, me
    left out, who they are. ``knows``: that they do is known, the question is how well.
    """

    one: Named
    other: Named
    is_mine: bool
    text: str
    gain: float
    targets: tuple[str, ...]
    so_far: str
    about: tuple[str, ...]
    knows: bool = True

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, the smaller first."""
        return min(self.one[0], self.other[0]), max(self.one[0], self.other[0])


@dataclass(frozen=True, slots=True)
class Questions(Result):
    """The questions, the most valuable first; empty when no answer would change anything."""

    COLUMNS: ClassVar[tuple[str, ...]] = ("rank", "question", "matters_for", "why")

    questions: tuple[TieQuestion, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line a question."""
        return [
            {
                "rank": rank,
                "question": one.text,
                "matters_for": one.targets,
                "why": one.so_far,
            }
            for rank, one in enumerate(self.questions, 1)
        ]

    def asides(self) -> list[tuple[str, list[str]]]:
        """That there is nothing to ask."""
        return [] if self.questions else [(NOTHING, [])]


def questions(graph: ContactGraph, *, limit: int = AT_MOST) -> Questions:
    """The questions worth asking, at most ``limit`` [at most `AT_MOST`], most valuable first.

    Asked is how well I know somebody and whether two others know each other, where no word
    says so yet and a chain to somebody inside a target rests on it, or could. The value of an
    answer is what it changes: reach before and after, in the arithmetic of `coverage` (see
    `Outlook`), times the weight of the target; that of a question the average over the
    answers, each as likely as the range of the tie has it (as in `drawn`). This is the value
    of information (Howard 1966, IEEE Trans. Systems Science and Cybernetics 2). Without
    targets it is the change of my bridges' scores (see `Positions.doors`). Ties go by my own
    ties first, then by name. Nobody left out is asked about. Empty when nobody knows who I am.
    """
    if not graph.me:
        return Questions(())
    asking = _Asking(graph)
    found = sorted(asking.candidates(), key=asking.place)
    return Questions(tuple(map(asking.worded, found[: min(limit, AT_MOST)])))


@dataclass(frozen=True, slots=True)
class _Candidate:
    """Two people by number, the ``gain`` for each target by its place, and what is known."""

    one: int
    other: int
    gains: tuple[tuple[float, int], ...]
    so_far: str

    @property
    def gain(self) -> float:
        return sum(gain for gain, _ in self.gains)


class _Asking:
    """Finds the candidates of one graph."""

    def __init__(self, graph: ContactGraph) -> None:
        self.graph = graph
        self.mine = Mine(graph)

    def place(self, one: _Candidate) -> tuple[object, ...]:
        """What the candidates are sorted by."""
        people, is_mine = self.graph.people, self.mine.tie[one.one] < 0
        names = (people[one.one].name.casefold(), people[one.other].name.casefold())
        return -round(one.gain, 9), not is_mine, *names, people[one.other].id

    def candidates(self) -> Iterator[_Candidate]:
        if not self.graph.targets:
            yield from self._by_doors()
            return
        goals = [Goal.of(match) for match in self.graph.targets]
        outlooks = [Outlook(self.graph, goal, self.mine) for goal in goals]
        yield from self._on_ties(outlooks)
        yield from self._on_strangers(outlooks)

    def _on_ties(self, outlooks: list[Outlook]) -> Iterator[_Candidate]:
        """Ties there are, mine and others', on which no word was said."""
        ties = self.graph.ties
        gains = np.zeros((len(outlooks), len(ties)))
        for number, outlook in enumerate(outlooks):
            weight = self.graph.targets[number].target.weight
            for found in (outlook.of_mine(), outlook.of_others()):
                likely = answer_chances([ties[tie].chance for tie in found.ties.tolist()])
                value = weight * (found.size * likely).sum(axis=1)
                np.add.at(gains[number], found.ties, value)
        for tie in np.flatnonzero(gains.sum(axis=0) > LEAST).tolist():
            if self._is_open(tie):
                told = ties[tie].evidence[0].text
                yield self._candidate(*self._ends(tie), gains[:, tie], told)

    def _on_strangers(self, outlooks: list[Outlook]) -> Iterator[_Candidate]:
        """Pairs without a tie who may know each other all the same."""
        if not any(len(outlook.inside) for outlook in outlooks):
            return
        known = Acquaintances(self.graph, communities(self.graph))
        found: dict[tuple[int, int], tuple[Floats, str]] = {}
        for number, outlook in enumerate(outlooks):
            weight = self.graph.targets[number].target.weight
            maybe = known.of(outlook)
            guesses = [Chance(*_around(mid), "shared") for mid in maybe.chances.tolist()]
            size = outlook.of_new(maybe.asked, maybe.ends)
            value = weight * (size * answer_chances(guesses)).sum(axis=1)
            ends = outlook.inside[maybe.ends].tolist()
            for place, pair in enumerate(zip(maybe.asked.tolist(), ends, strict=True)):
                gains, _ = found.setdefault(pair, (np.zeros(len(outlooks)), maybe.why[place]))
                gains[number] += value[place]
        for (one, other), (gains, why) in found.items():
            if gains.sum() > LEAST and not self._is_settled(one, other):
                yield self._candidate(one, other, gains, why)

    def _by_doors(self) -> Iterator[_Candidate]:
        """Without targets: my ties, by what an answer would change of the doors they open."""
        at, me = Positions(self.graph), self.graph.index[self.graph.me]
        near = at.near.tolist()
        ties = self.mine.tie[at.near].tolist()
        likely = answer_chances([self.graph.ties[tie].chance for tie in ties])
        for place, (other, tie) in enumerate(zip(near, ties, strict=True)):
            moved = np.abs(VALUES - self.mine.chance[other])
            value = at.bringing(other) * float((likely[place] * moved).sum())
            if value > LEAST and self._is_open(tie):
                told = self.graph.ties[tie].evidence[0].text
                yield _Candidate(me, other, ((value, -1),), told)

    def _ends(self, tie: int) -> tuple[int, int]:
        """The two people of a tie; me, or else whom I know, first."""
        index, found = self.graph.index, self.graph.ties[tie]
        left, right = index[found.left], index[found.right]
        me = index[self.graph.me]
        if right == me or (left != me and self.mine.chance[right] > self.mine.chance[left]):
            return right, left
        return left, right

    def _is_open(self, tie: int) -> bool:
        """Whether nobody has said yet how well the two know each other, or that they do."""
        found = self.graph.ties[tie]
        said = found.by_word
        if self.graph.me not in (found.left, found.right):
            said = said or found.kind is EvidenceKind.STATED
        return not said and (found.left, found.right) not in self.graph.settled

    def _is_settled(self, one: int, other: int) -> bool:
        pair = sorted((self.graph.people[one].id, self.graph.people[other].id))
        return (pair[0], pair[1]) in self.graph.settled

    def _candidate(self, one: int, other: int, gains: Floats, so_far: str) -> _Candidate:
        ranked = sorted((-gain, n) for n, gain in enumerate(gains.tolist()) if gain > LEAST)
        return _Candidate(one, other, tuple((-gain, n) for gain, n in ranked), so_far)

    def worded(self, one: _Candidate) -> TieQuestion:
        """The question as it is asked."""
        left, right = self.graph.people[one.one], self.graph.people[one.other]
        is_mine = left.id == self.graph.me
        knows = is_mine or _are_acquainted(self.graph.tie(left.id, right.id))
        both = f"{left.name} and {right.name}"
        text = f"How well do {both} know each other?" if knows else f"Do {both} know each other?"
        if is_mine:
            text = f"How well do you know {right.name}?"
        names = [self.graph.targets[n].target.name for _, n in one.gains if n >= 0]
        return TieQuestion(
            one=(left.id, left.name),
            other=(right.id, right.name),
            is_mine=is_mine,
            text=text,
            gain=one.gain,
            targets=tuple(names),
            so_far=one.so_far,
            about=tuple(self._about(p) for p in ((right,) if is_mine else (left, right))),
            knows=knows,
        )

    @cached_property
    def _places(self) -> dict[str, str]:
        """Person id to what they are where, today's place before others."""
        found: dict[str, str] = {}
        for one in sorted(self.graph.memberships, key=lambda m: m.current is False):
            place = self.graph.employer_by_id[one.employer].name
            word = f"{one.role}, {place}" if one.role else place
            left = " (formerly)" if one.current is False else ""
            found.setdefault(one.person, word + left)
        return found

    def _about(self, person: Person) -> str:
        """Who somebody is, so that two of one name are told apart; "" when nothing tells."""
        return person.occupation or self._places.get(person.id, "")


def answer_chances(chances: Sequence[Chance]) -> Floats:
    """How likely each answer is for ties with these chances, shape (n, answers); rows add up to 1.

    The chance is spread as a Beta distribution with the middle as its mean and the width of the
    range (as in `drawn`); an answer stands for what is nearest to its value.
    """
    from scipy.special import betainc

    middle, half = ranges(chances)
    mean = np.clip(middle, 0.02, 0.98)
    cases = np.clip(mean * (1 - mean) / (np.maximum(half, 0.001) / WIDTH) ** 2 - 1, 0.5, 200)
    below = betainc((mean * cases)[:, None], ((1 - mean) * cases)[:, None], _BOUNDS[None, :])
    ends = np.zeros((len(mean), 1)), np.ones((len(mean), 1))
    return np.diff(np.concatenate([ends[0], below, ends[1]], axis=1), axis=1)


def _are_acquainted(tie: Tie | None) -> bool:
    """Whether a file shows more of two people than that they were at the same place."""
    seen = [one.text for one in tie.evidence if one.kind is EvidenceKind.OBSERVED] if tie else []
    return any(not text.startswith(TOGETHER) for text in seen)


def _around(chance: float) -> tuple[float, float, float]:
    low, high = spread(chance, _GUESSED)
    return low, chance, high
