"""Where a path to an employer may end: inside, at somebody who left, or in what it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import Insiders, insiders
from netgraph.graph.chances import (
    LEFT_UNDATED,
    OF_THE_SAME_GROUP,
    OF_THE_WHOLE,
    left_chance,
    spread,
)
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, Membership

#: Evidence behind a guess that somebody leads on [cases], as for other guesses.
GUESSED = 4
_LEFT = "prior: .6 on the day they left, half of it every 8 years"
_LEFT_UNDATED = "prior: when they left is not known"
_GROUP = "prior: people there may know somebody"


class Inside(StrEnum):
    """Where the last person of a path is: at the employer, formerly so, or in its group."""

    NOW = "now"
    FORMERLY = "formerly"
    PARENT = "parent"


@dataclass(frozen=True, slots=True)
class End:
    """The last person of a path.

    ``membership`` is what they are or were there, or at the parent or sister; None when the
    person is the goal. ``leads`` is the chance that they still know somebody there, and what it
    rests on; None for somebody inside. ``said`` tells where they are when it is not inside, as in
    "was there until 2021", else "".
    """

    membership: Membership | None
    inside: Inside = Inside.NOW
    leads: Chance | None = None
    said: str = ""


def ends(graph: ContactGraph, goal: Goal, there: Insiders) -> dict[str, End]:
    """Person id to where a path to ``goal`` may end; ``there`` are the people at its employers.

    A person counts once: inside before having left before being at the parent or a sister.
    """
    if goal.person:
        return {graph.person(goal.person).id: End(None)}
    found = {one.id: End(one.membership) for one in there.now}
    for one in there.formerly:
        found.setdefault(one.id, _having_left(one.membership, graph.as_of.date()))
    for employer, (chance, said) in _group(graph, goal).items():
        leads = _guess(chance, _GROUP)
        for one in insiders(graph, (employer,)).now:
            found.setdefault(one.id, End(one.membership, Inside.PARENT, leads, said))
    return found


def _having_left(stay: Membership, today: date) -> End:
    if not stay.end:
        guess = _guess(LEFT_UNDATED, _LEFT_UNDATED)
        return End(stay, Inside.FORMERLY, guess, "used to be there")
    years = max(0.0, (today - stay.end).days / 365.25)
    guess = _guess(left_chance(years), _LEFT)
    return End(stay, Inside.FORMERLY, guess, f"was there until {stay.end.year}")


def _guess(chance: float, basis: str) -> Chance:
    low, high = spread(chance, GUESSED)
    return Chance(low, chance, high, basis)


def _group(graph: ContactGraph, goal: Goal) -> dict[str, tuple[float, str]]:
    """What the employers belong to, nearest first, then what else belongs to that.

    Employer id to the chance that people there lead on, and to where they are in words.
    """
    table, own = graph.employer_by_id, {*goal.employers}
    whole: dict[str, tuple[float, str]] = {}
    for employer in goal.employers:
        body = table.get(employer)
        while body and body.parent in table and body.parent not in {*whole, *own}:
            body = table[body.parent]
            said = f"is at {body.name}, which {goal.name} belongs to"
            whole[body.id] = OF_THE_WHOLE, said
    sisters = {
        one.id: (
            OF_THE_SAME_GROUP,
            f"is at {one.name}, which belongs to {table[one.parent].name} as {goal.name} does",
        )
        for one in graph.employers
        if one.parent in whole and one.id not in {*whole, *own}
    }
    return {**whole, **sisters}
