"""Who is most likely to know a person or somebody at an employer, and what to ask them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from netgraph.analyse.guesses import (
    Kind,
    Reason,
    reasons_for_employer,
    reasons_for_person,
    said_to_reach_far,
    wide_reasons,
)
from netgraph.analyse.insiders import Insiders
from netgraph.graph.chances import UNSEEN, combined
from netgraph.graph.contactgraph import ContactGraph

#: At least this many are suggested when I know so many people.
WANTED = 3
#: Never more than this.
MOST = 8
#: Reasons told of one person.
TOLD = 2
#: After so many, one from daily life who is said to know people is worth a place of the others.
DAILY_PLACE = 5
#: The last rank of a reason: a wide acquaintance.
WIDE = 2


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody likely to know a person there, and why; a question, never a path.

    ``basis`` is "said" when the files say that they know people there, else "guess".
    ``score`` [0, 1] orders only.
    """

    id: str
    name: str
    why: str
    ask: str
    score: float
    basis: str = "guess"

    @property
    def line(self) -> str:
        """Who, on what basis, and why, as one line."""
        return f"{self.name} ({'as said' if self.basis == 'said' else 'a guess'}): {self.why}"


def suggest(
    graph: ContactGraph,
    name: str,
    there: Insiders,
    asked: Iterable[str],
    source: str = "",
) -> tuple[Suggestion, ...]:
    """People ``source`` ("" is me) knows who may know somebody at ``name``, likeliest first.

    First whom the files say to know people there or to have studied there; then those who are
    like it: at firms people changed from to there or back, in its trade or one next to it, about
    its town; then those who reach far: people from daily life with what is said of their
    acquaintances, and whoever knows many people. Within these the order is
    p · (q + e - q e): p the chance of the tie with ``source``, q the guesses of `Reason`
    combined, e the floor of every path (see `Routes`); then by name. At most `MOST`, those
    who only reach far up to `WANTED`. ``asked`` (ids), people inside and I are left out.
    Empty when ``source`` is nobody, or knows nobody.
    """
    skip = {*asked, *(one.id for one in there.now)}
    asks = (
        f"Among the people you meet, does anybody work at {name}?",
        f"Do you know anybody who works at {name}?",
    )
    return _ranked(
        graph, reasons_for_employer(graph, name, there), asks, _near(graph, source, skip)
    )


def suggest_for_person(
    graph: ContactGraph, person: str, asked: Iterable[str], source: str = ""
) -> tuple[Suggestion, ...]:
    """People ``source`` ("" is me) knows who may know ``person`` (an id), likeliest first.

    Those of the same organisations and circles, then those who reach far; order and who is
    left out as in `suggest`. Empty when ``person`` is me.
    """
    if person == graph.me:
        return ()
    goal = graph.person(person)
    ask = f"Do you know {goal.name}?"
    near = _near(graph, source, {*asked, person})
    return _ranked(graph, reasons_for_person(graph, goal), (ask, ask), near)


def _near(graph: ContactGraph, source: str, skip: Collection[str]) -> dict[str, float]:
    """Whom ``source`` knows and may ask (ids), to the chance of their tie."""
    near = graph.chances_from(source or graph.me)
    return {one: near[one] for one in near if one not in skip and one != graph.me}


def _ranked(
    graph: ContactGraph,
    reasons: Iterable[Reason],
    asks: tuple[str, str],
    near: Mapping[str, float],
) -> tuple[Suggestion, ...]:
    found = _of_each(reasons, near)
    likely = sorted(_place(graph, person, near[person], found[person]) for person in found)
    # most people of a large network only reach far: they are looked at when any may be picked
    others: set[str] = set()
    if len(likely) < WANTED:
        others = near.keys() - found.keys()
    elif len(likely) > DAILY_PLACE:
        others = near.keys() & said_to_reach_far(graph) - found.keys()
    found |= _of_each(wide_reasons(graph, asks, others), near) if others else {}
    wide = sorted(_place(graph, person, near[person], found[person]) for person in others)
    daily = [place for place in wide if _reaches_far(found[place[-1]])]
    if len(likely) > DAILY_PLACE and daily:
        likely.insert(DAILY_PLACE, daily[0])
    picked = (*likely[:MOST], *wide[: max(0, WANTED - len(likely))])
    return tuple(_suggestion(graph, place, found[place[-1]]) for place in picked)


def _of_each(reasons: Iterable[Reason], near: Mapping[str, float]) -> dict[str, list[Reason]]:
    """The reasons of each of those ``near``."""
    found: dict[str, list[Reason]] = defaultdict(list)
    for one in reasons:
        if one.person in near:
            found[one.person].append(one)
    return found


#: Rank of the best reason, score (negative), name and id.
_Place = tuple[int, float, str, str]


def _place(graph: ContactGraph, person: str, chance: float, reasons: Sequence[Reason]) -> _Place:
    best = _best(reasons)
    guess = combined([one.chance for one in best])
    score = chance * (guess + UNSEEN * (1 - guess))
    return best[0].kind.rank, -round(score, 12), graph.person(person).name.casefold(), person


def _suggestion(graph: ContactGraph, place: _Place, reasons: Sequence[Reason]) -> Suggestion:
    best = _best(reasons)
    basis = "said" if best[0].kind is Kind.SAID else "guess"
    why, ask, person = _told(best[:TOLD]), best[0].ask, place[-1]
    return Suggestion(person, graph.person(person).name, why, ask, -place[1], basis)


def _reaches_far(reasons: Iterable[Reason]) -> bool:
    """Whether somebody from daily life is said to know people."""
    return any(one.kind is Kind.DAILY and one.chance > 0 for one in reasons)


def _told(reasons: Iterable[Reason]) -> str:
    """The reasons in words; what rests on the same thing is said together."""
    by_source: dict[str, list[str]] = defaultdict(list)
    for one in reasons:
        by_source[one.of].append(one.why)
    return "; ".join(
        f"{of} ({', '.join(told)})" if of else "; ".join(told) for of, told in by_source.items()
    )


def _best(reasons: Sequence[Reason]) -> list[Reason]:
    """The best reason of each kind, firmest first; a wide acquaintance only for want of others."""
    best: dict[Kind, Reason] = {}
    if len(reasons) == 1:
        return [*reasons]
    for one in sorted(reasons, key=lambda one: (one.kind, -one.chance, one.why)):
        best.setdefault(one.kind, one)
    kept = sorted(best.values(), key=lambda one: (one.kind.rank, -one.chance, one.kind))
    return [one for one in kept if one.kind.rank < WIDE] or kept[:1]
