"""How firm a place among the first is when uncertain ties are drawn from their ranges."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np

from netgraph.analyse.choice import chosen
from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import barred_from, insiders
from netgraph.analyse.positions import Positions
from netgraph.analyse.routes import Allowed, Chain, Chains, Floats, Numbers, Routes, score_of
from netgraph.analyse.unlocks import DIRECT, INDIRECT
from netgraph.graph.chances import CERTAIN, PASSES_ON, RELATED, UNSEEN
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, RelationKind

DRAWS = 200
SEED = 1992
#: Places that count as being among the first.
FIRST = 5
#: Share of draws from which a place is called firm, and from which likely [prior].
FIRM, LIKELY = 0.8, 0.5
#: How many are drawn; the rest is too far behind: people by the doors they open, chains to each
#: person inside, and chains to choose paths from.
PEOPLE, CHAINS, OPTIONS = 300, 20, 60
#: What somebody who is only said to know people there may add (see `coverage`).
SAID = INDIRECT * RELATED[RelationKind.KNOWS]
#: Half the width of a range in standard deviations: ranges hold 80 of 100 draws.
WIDTH = 1.2816


def label(share: float, *, known: bool = True) -> str:
    """The word for the share [0, 1] of draws among the first; fragile when a tie is unknown."""
    if not known or share < LIKELY:
        return "fragile"
    return "firm" if share >= FIRM else "likely"


def drawn(graph: ContactGraph, ties: Numbers) -> Floats:
    """Chances of the ``ties`` (numbers in ``graph.ties``) drawn from their ranges.

    Shape (len(ties), `DRAWS`), the same for the same graph and ties. The Beta distribution has
    the middle chance as its mean and the range's width (ranking §1.6). A tie of unknown
    strength has the widest range of all: it is drawn from that.
    """
    middle, half = ranges([graph.ties[tie].chance for tie in ties.tolist()])
    fixed = (half < 1e-6) | (middle <= 0) | (middle >= 1)
    mean = np.clip(middle, 0.001, 0.999)
    spread = np.where(fixed, 1.0, half / WIDTH)
    cases = np.clip(mean * (1 - mean) / spread**2 - 1, 0.1, 1e6)
    found = np.random.default_rng(SEED).beta(
        (mean * cases)[:, None], ((1 - mean) * cases)[:, None], (len(ties), DRAWS)
    )
    return np.where(fixed[:, None], middle[:, None], found)


def ranges(chances: Sequence[Chance]) -> tuple[Floats, Floats]:
    """The middle of each chance, and half the width of its range.

    Where the range ends at 0 or at `CERTAIN` it is cut off there, and the other half tells.
    """
    rows = [(one.low, one.mid, one.high) for one in chances]
    low, middle, high = np.array(rows, dtype=np.float64).reshape(-1, 3).T
    cut = (low <= 0) | (high >= CERTAIN)
    longer = np.maximum(high - middle, middle - low)
    return middle, np.where(cut, longer, (high - low) / 2)


@dataclass(frozen=True, slots=True)
class _Ways:
    """The best chains over others to the person inside with the number ``end``.

    ``people``, shape (n, 2): first and second, -1 for no second. ``ties``, shape (n, 3): mine,
    the one between first and second (-1 for none), and the last.
    """

    end: int
    people: Numbers
    ties: Numbers

    def scores(self, table: Table) -> Floats:
        """Scores as in `Routes`, shape (n, `DRAWS`)."""
        mine, last = table.of(self.ties[:, 0]), table.of(self.ties[:, 2])
        over_one = mine * (last + UNSEEN * (1 - last))
        between = self.ties[:, 1] >= 0
        found = over_one
        found[between] = mine[between] * table.of(self.ties[between, 1]) * last[between] * PASSES_ON
        return found

    def without(self, scores: Floats) -> Iterator[tuple[int, Floats]]:
        """Everybody on the best chain of a draw, and the best of ``scores`` without them."""
        best = self.people[np.unique(scores.argmax(axis=0))]
        for person in np.unique(best[best >= 0]).tolist():
            spared = scores[(self.people != person).all(axis=1)]
            yield person, spared.max(axis=0, initial=0)


class Table:
    """Drawn chances by the number of the tie."""

    def __init__(self, graph: ContactGraph, ties: Numbers) -> None:
        self._numbers = np.unique(ties[ties >= 0])
        self._graph = graph
        self._drawn = drawn(graph, self._numbers)

    def warmth(self, tie: int) -> Floats:
        """How warm one tie is in each draw: its odds change as those of its chance.

        How recently the two were in touch is known; how likely they answer is drawn.
        """
        found, drawn_now = self._graph.ties[tie], np.clip(self.of(tie), 1e-9, 1 - 1e-9)
        if found.warmed is None:
            return drawn_now
        middle = min(max(found.chance.mid, 1e-9), 1 - 1e-9)
        odds = found.warmed / (1 - found.warmed) * (1 - middle) / middle
        return odds * drawn_now / (1 - drawn_now + odds * drawn_now)

    def of(self, ties: Numbers | int) -> Floats:
        """The draws of ``ties``, one row each; of one tie, a row."""
        return self._drawn[np.searchsorted(self._numbers, ties)]


def places(at: Positions, by: str, among: Sequence[int]) -> dict[int, float]:
    """The share of draws [0, 1] in which people ``among`` mine are the first `FIRST` of them.

    By "doors" or "targets", as `Positions.ranked`. Which chains are usable is not drawn again.
    People who never come among the first are left out.
    """
    graph = at.graph
    mine = _my_ties(graph)
    targets = [_target(graph, index, mine) for index in range(len(graph.targets))]
    if by == "doors":
        targets = []
    near = sorted(among, key=lambda one: -at.doors(one))[:PEOPLE]
    between = {one for each in targets for one in each.people if mine[one] >= 0}
    numbers = np.array(sorted({*near, *between}), dtype=np.intp)
    ties = [way.ties.ravel() for each in targets for way in each.ways]
    table = Table(graph, np.concatenate([mine[numbers], *ties]))
    chances = dict(zip(numbers.tolist(), table.of(mine[numbers]), strict=True))
    doors = np.array([at.bringing(one) * chances[one] for one in numbers.tolist()])
    unlocks = _unlocks(targets, chances, table)
    opened = np.array([unlocks.get(one, np.zeros(DRAWS)) for one in numbers.tolist()])
    asked = np.isin(numbers, np.array(among, dtype=np.intp))
    numbers, doors, opened = numbers[asked], doors[asked], opened[asked]
    first: Counter[int] = Counter()
    for turn in range(DRAWS if len(numbers) else 0):
        order = np.lexsort((-doors[:, turn], -opened[:, turn].round(12)))[:FIRST]
        first.update(numbers[order].tolist())
    return {one: count / DRAWS for one, count in first.items()}


@dataclass(frozen=True, slots=True)
class _Target:
    weight: float
    direct: tuple[int, ...]
    ways: tuple[_Ways, ...]
    said: frozenset[int]

    @property
    def people(self) -> set[int]:
        """Everybody whose place a draw may change."""
        between = (way.people[way.people >= 0].tolist() for way in self.ways)
        return {*self.direct, *self.said, *chain.from_iterable(between)}


def _unlocks(targets: list[_Target], chances: dict[int, Floats], table: Table) -> dict[int, Floats]:
    """U(X) of `Positions.unlocks` for every draw."""
    found: dict[int, Floats] = defaultdict(lambda: np.zeros(DRAWS))
    for target in targets:
        total = np.zeros(DRAWS)
        change: dict[int, Floats] = defaultdict(lambda: np.zeros(DRAWS))
        over = {way.end: way for way in target.ways}
        for insider in dict.fromkeys((*target.direct, *over)):
            direct = DIRECT * chances[insider] if insider in target.direct else np.zeros(DRAWS)
            way = over.get(insider)
            scores = way.scores(table) if way else np.zeros((1, DRAWS))
            part = np.log1p(-np.maximum(direct, INDIRECT * scores.max(axis=0)))
            total += part
            if insider in target.direct:
                change[insider] = change[insider] - part
            for person, spared in way.without(scores) if way else ():
                rest = np.log1p(-np.maximum(direct, INDIRECT * spared))
                change[person] = change[person] + rest - part
        for person in {*change, *target.said} & set(chances):
            added = np.exp(total + change[person]) - np.exp(total)
            if person in target.said:
                told = SAID * np.exp(total) * chances[person]
                added = np.maximum(added, told)
            found[person] = found[person] + target.weight * added
    return found


def _my_ties(graph: ContactGraph) -> Numbers:
    """The number of my tie with each of the people, -1 for none."""
    found = np.full(len(graph.people), -1, dtype=np.intp)
    starts, others, _, ties = graph.flat.rows
    if graph.me:
        here = slice(starts[graph.index[graph.me]], starts[graph.index[graph.me] + 1])
        found[others[here]] = ties[here]
    return found


def _target(graph: ContactGraph, index: int, mine: Numbers) -> _Target:
    match = graph.targets[index]
    goal = Goal.of(match)
    inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
    barred = Allowed(barred_from(graph, goal))
    ends, chances = np.array(inside, dtype=np.intp), graph.flat.weight
    routes = Routes(graph, graph.index[graph.me], ends, barred, chances)
    said = {graph.index[k.person] for k in graph.knows_at if k.employer in goal.employers}
    return _Target(
        weight=match.target.weight,
        direct=tuple(one for one in routes.inside if mine[one] >= 0),
        ways=tuple(
            _ways(graph, insider, found, mine)
            for insider in routes.inside
            if len((found := routes.to(insider)).scores)
        ),
        said=frozenset(one for one in said if mine[one] >= 0),
    )


def _ways(graph: ContactGraph, insider: int, found: Chains, mine: Numbers) -> _Ways:
    best = np.argsort(-found.scores, kind="stable")[:CHAINS]
    kept = found.only(best)
    starts, others, _, ties = graph.flat.rows
    here = slice(starts[insider], starts[insider + 1])
    between = np.where(kept.slots >= 0, ties[kept.slots], -1)
    before = np.where(kept.slots >= 0, kept.seconds, kept.firsts)
    last = ties[here][np.searchsorted(others[here], before)]
    return _Ways(
        insider,
        np.stack([kept.firsts, np.where(kept.slots >= 0, kept.seconds, -1)], axis=1),
        np.stack([mine[kept.firsts], between, last], axis=1),
    )


def path_places(routes: Routes, found: Sequence[Chain]) -> dict[Chain, float]:
    """The share of draws [0, 1] in which a chain is among the first `FIRST` chosen.

    ``found`` are the chains by `options`; the best of them are scored and chosen from anew in
    every draw. Chains that never come among the first are left out. Empty when there are no
    more than `FIRST` to choose.
    """
    direct = len(routes.direct)
    tried = list(found[: direct + OPTIONS])
    if len(chosen(routes, tried, FIRST + 1)) <= FIRST:
        return {}
    steps = [[_tie_number(routes.graph, *pair) for pair in pairwise(chain)] for chain in tried]
    table = Table(routes.graph, np.array([tie for ties in steps for tie in ties], dtype=np.intp))
    on = [[routes.beside[way[-1]]] if way[-1] in routes.beside else [] for way in tried]
    scores = np.array(
        [
            score_of([*(table.warmth(tie) for tie in ties), *(np.full(DRAWS, q) for q in leads)])
            for ties, leads in zip(steps, on, strict=True)
        ]
    )
    later = np.arange(len(tried)) >= direct
    first: Counter[Chain] = Counter()
    for turn in range(DRAWS):
        order = np.lexsort((-scores[:, turn], later)).tolist()
        first.update(chosen(routes, [tried[one] for one in order], FIRST))
    return {chain: count / DRAWS for chain, count in first.items()}


def _tie_number(graph: ContactGraph, one: int, other: int) -> int:
    """The number in ``graph.ties`` of the tie between two neighbours."""
    starts, others, _, ties = graph.flat.rows
    here = slice(starts[one], starts[one + 1])
    return int(ties[here][np.searchsorted(others[here], other)])
