"""How I get from me (or somebody else) to a person or an employer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

import numpy as np

from netgraph.analyse.choice import chosen, options
from netgraph.analyse.dormant import reconnecting
from netgraph.analyse.ends import End, ends
from netgraph.analyse.goals import Goal, find_goal
from netgraph.analyse.insiders import barred_from, insiders
from netgraph.analyse.lessons import sharpened
from netgraph.analyse.results import Result
from netgraph.analyse.routes import ANY, MOST_HOPS, Allowed, Chain, Routes, score_of
from netgraph.analyse.stability import FIRST, label, path_places
from netgraph.analyse.strengthening import asking_onward, what_would_strengthen
from netgraph.analyse.suggestions import Suggestion, suggest, suggest_for_person
from netgraph.analyse.working import resting_on
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, EvidenceKind, Membership, Tie

#: Suggestions shown beside paths, and where there is no path.
SUGGESTED, SUGGESTED_ALONE = 3, 6
NO_PATH = "No path on the evidence we have."

__all__ = ["Goal", "Path", "Paths", "Suggestion", "paths"]


@dataclass(frozen=True, slots=True)
class Path:
    """One chain: ``people`` are (id, name) from the source to the last person.

    ``score`` (0, 1] orders: as ``chance``, with how warm the ties are in place of their chances.
    ``ties`` has one entry a hop, in order. ``weakest`` is the index of the hop least certain,
    one of unknown strength before all others; the number of ties when it is whether the last
    person still knows somebody there. ``end`` says where that person is: inside, formerly so, or
    at the parent or a sister.
    ``strengthen`` says what would make that hop more certain, and ``reconnect`` that the first
    hop has been silent for years, "" when it has not. ``band`` is the word for ``chance``,
    ``span`` the words its range goes through. ``reason`` is a sentence for people. ``stability``
    says how firm a place among the first five is: "firm", "likely" or "fragile" (see
    `path_places`), by ``in_first``, the share [0, 1] of draws; "" and None after the first
    five, and when there are no more.
    """

    rank: int
    people: tuple[tuple[str, str], ...]
    ties: tuple[Tie, ...]
    score: float
    chance: Chance
    band: str
    weakest: int
    weakest_why: str
    end: End
    reason: str
    stability: str = ""
    in_first: float | None = None
    strengthen: str = ""
    reconnect: str = ""

    @property
    def span(self) -> str:
        """The range of the chance in words, as in "fair to strong"; "" for one word or unknown."""
        low, high = band(self.chance.low), band(self.chance.high)
        return "" if self.band == "unknown" or low == high else f"{low} to {high}"

    @property
    def inside(self) -> Membership | None:
        """What the last person is or was at the employer, or in its group; None for a person."""
        return self.end.membership

    @property
    def hops(self) -> int:
        """The number of ties."""
        return len(self.ties)


@dataclass(frozen=True, slots=True)
class Paths(Result):
    """The paths from ``source`` (id, name) to ``target`` (its name), best first; may be empty.

    ``me`` is my id, "" when unknown: lines for people call me "You".
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "rank",
        "chain",
        "inside",
        "hops",
        "chance",
        "least_certain",
        "why",
    )

    source: tuple[str, str]
    target: str
    as_of: datetime
    paths: tuple[Path, ...]
    suggestions: tuple[Suggestion, ...]
    me: str = ""

    def rows(self) -> list[dict[str, object]]:
        """One line a path, best first."""
        return [
            {
                "rank": path.rank,
                "chain": " → ".join("You" if one == self.me else name for one, name in path.people),
                "inside": path.end.inside.value,
                "hops": path.hops,
                "chance": path.band,
                "least_certain": path.weakest_why,
                "why": path.reason,
            }
            for path in self.paths
        ]

    def hints(self) -> tuple[Suggestion, ...]:
        """The suggestions worth showing: fewer beside paths than where there is none."""
        return self.suggestions[: SUGGESTED if self.paths else SUGGESTED_ALONE]

    def asides(self) -> list[tuple[str, list[str]]]:
        """That there is no path, and whom to ask; a question that several share is said once."""
        said: list[tuple[str, list[str]]] = []
        if not self.paths:
            said.append((f"Paths to {self.target}: {NO_PATH}", []))
        lines = []
        for number, one in enumerate(hints := self.hints()):
            following = hints[number + 1].ask if number + 1 < len(hints) else ""
            lines.append(one.line)
            lines += [f"“{one.ask}”"] if one.ask and one.ask != following else []
        return [*said, (f"Whom to ask about {self.target}:", lines)] if lines else said


def paths(
    graph: ContactGraph,
    goal: Goal | str,
    *,
    source: str = "",
    limit: int = 10,
    allowed: Allowed = ANY,
) -> Paths:
    """The best chains of at most three ties from ``source`` (an id; "" is me) to ``goal``.

    Direct ties to people inside come first, then by score (see `Routes`), inside before others,
    fewer hops, more recent contact and name. A path may also end at somebody who left, or at the
    employer's parent or sister (see `ends`), after at most two ties: that they still know
    somebody there counts as one more step. Somebody whom the source knows is reached through
    others only when that promises more than asking directly. Each first person is asked once,
    and at most two paths go through the same second person, so that alternatives do not all
    share one bottleneck (see `chosen`). ``allowed`` narrows the chains. Inferred ties may form a
    path, marked as such; without evidence there is none. A ``goal`` in words means what
    `find_goal` makes of it. An unknown ``source`` or person id raises ``KeyError``; a source that
    is me when nobody knows who I am, or a goal nobody is at, gives no paths.
    """
    goal = find_goal(graph, goal) if isinstance(goal, str) else goal
    start = source or graph.me
    barred = barred_from(graph, goal)
    allowed = replace(allowed, avoid=allowed.avoid | barred)
    there = insiders(graph, goal.employers)
    to = ends(graph, goal, there)
    if not start or start in barred:
        hints = suggest(graph, goal.name, there, barred)
        known = (start, graph.person(start).name) if start else ("", "")
        return Paths(known, goal.name, graph.as_of, (), hints, graph.me)
    routes = _routes(graph, start, to, allowed)
    ways = options(routes)
    firm = path_places(routes, ways)
    found = tuple(
        _path(graph, rank, chain, (goal.name, to[graph.people[chain[-1]].id]), firm)
        for rank, chain in enumerate(chosen(routes, ways, limit), 1)
    )
    asked = {*_askable(routes, ways, allowed), *allowed.avoid}
    if goal.person:
        hints = suggest_for_person(graph, goal.person, asked, start)
    else:
        hints = suggest(graph, goal.name, there, asked, start)
    from_whom = (start, graph.person(start).name)
    return Paths(from_whom, goal.name, graph.as_of, found, hints, graph.me)


def _askable(routes: Routes, ways: Sequence[Chain], allowed: Allowed) -> Iterator[str]:
    """Those with a path, shown or not, wanted or not: somebody to ask for it, not a guess."""
    graph = routes.graph
    every = list(ways)
    if allowed.via or allowed.max_hops < MOST_HOPS:
        inside, free = np.array(routes.inside, dtype=np.intp), Allowed(allowed.avoid)
        every += options(Routes(graph, routes.source, inside, free, beside=routes.beside))
    for chain in every:
        yield graph.people[chain[1]].id
    for insider in routes.inside:
        for other in graph.flat.neighbours(insider).tolist():
            yield graph.people[other].id


def _routes(graph: ContactGraph, start: str, to: Mapping[str, End], allowed: Allowed) -> Routes:
    inside = [graph.index[one] for one, end in to.items() if end.leads is None]
    beside = {graph.index[one]: end.leads.mid for one, end in to.items() if end.leads}
    numbers = np.array(inside, dtype=np.intp)
    return Routes(graph, graph.index[start], numbers, allowed, beside=beside)


def _ties(graph: ContactGraph, chain: Chain) -> list[Tie]:
    ids = [graph.people[number].id for number in chain]
    return [graph.tie_between[min(a, b), max(a, b)] for a, b in pairwise(ids)]


def _path(
    graph: ContactGraph,
    rank: int,
    chain: Chain,
    where: tuple[str, End],
    firm: Mapping[Chain, float],
) -> Path:
    ties, (goal, end) = _ties(graph, chain), where
    people = tuple((graph.people[i].id, graph.people[i].name) for i in chain)
    chance = _chance([*(tie.chance for tie in ties), *([end.leads] if end.leads else [])])
    chance = sharpened(graph, chance, ties)
    known = all(tie.strength is not None for tie in ties)
    share = firm.get(chain, 0.0) if firm and rank <= FIRST else None
    weakest = _weakest(ties, end)
    beyond = weakest == len(ties)
    return Path(
        rank=rank,
        people=people,
        ties=tuple(ties),
        score=score_of([*(tie.warmth for tie in ties), *([end.leads.mid] if end.leads else [])]),
        chance=chance,
        band=band(chance.mid if known else None),
        weakest=weakest,
        weakest_why=_onward(graph, chain, end) if beyond else _why(graph, chain, ties, weakest),
        end=end,
        reason=_reason(graph, chain, ties, end),
        stability=label(share, known=known) if share is not None else "",
        in_first=share,
        strengthen=asking_onward(people[-1][1], goal)
        if beyond
        else what_would_strengthen(graph, tuple(one for one, _ in people), weakest),
        reconnect=reconnecting(ties[0], graph.as_of.date()),
    )


def _chance(steps: Sequence[Chance]) -> Chance:
    return Chance(
        score_of([one.low for one in steps]),
        score_of([one.mid for one in steps]),
        score_of([one.high for one in steps]),
        "product of the ties' chances: documented priors, not your own outcomes",
    )


def _weakest(ties: Sequence[Tie], end: End) -> int:
    sure = [(tie.strength is not None, tie.chance.mid) for tie in ties]
    if end.leads:
        sure.append((True, end.leads.mid))
    return min(range(len(sure)), key=sure.__getitem__)


def _onward(graph: ContactGraph, chain: Chain, end: End) -> str:
    return f"{_called(graph, chain[-1], 'You')} → somebody there: {end.said}"


def _why(graph: ContactGraph, chain: Chain, ties: list[Tie], weakest: int) -> str:
    tie = ties[weakest]
    step = " → ".join(_called(graph, one, "You") for one in chain[weakest : weakest + 2])
    if tie.strength is None:
        return f"{step}: how close is not known"
    if tie.kind is EvidenceKind.INFERRED:
        return f"{step}: {tie.evidence[0].text}"
    return f"{step}: {band(tie.strength)}, {tie.evidence[0].text}"


def _reason(graph: ContactGraph, chain: Chain, ties: list[Tie], end: End) -> str:
    first = _called(graph, chain[1], "you")
    source = _called(graph, chain[0], "")
    parts = [f"{source} could ask {first}." if source else f"Ask {first}."]
    for (one, other), tie in zip(pairwise(chain), ties, strict=True):
        two = f"{_called(graph, one, 'You')} and {_called(graph, other, 'you')}"
        asked = one == chain[0] and not source
        rests = "; ".join(one.text for one in resting_on(tie))
        parts.append(f"{'You two' if asked else two}: {rests}.")
    last = _called(graph, chain[-1], "You")
    if end.membership:
        parts.append(f"{last}: {end.membership.evidence.text}.")
    if end.said:
        parts.append(f"{last} {end.said}.")
    return " ".join(parts)


def _called(graph: ContactGraph, number: int, me: str) -> str:
    """The name of somebody; ``me`` when it is mine."""
    person = graph.people[number]
    return me if person.id == graph.me else person.name
