"""The simpler rules that introducers are ranked by, each a score for asking X about C."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from events import Event
from past import Past
from shapes import Shape

#: "These two may know each other although nothing says so", and the power of the true degree in
#: the discount of hubs, both as in the ranking notes.
FLOOR, HUB = 0.1, 0.25


@dataclass(frozen=True, slots=True)
class Case:
    """An event, what had passed before it, and the shape of the network then."""

    event: Event
    past: Past
    shape: Shape
    pagerank: dict[str, float]

    @property
    def now(self) -> datetime:
        """When the introduction was made."""
        return self.event.moment

    def common(self, one: str) -> bool:
        """Whether ``one`` is in touch with C as well."""
        return self.event.goal in self.past.near[one]

    def mine(self, one: str) -> float:
        """The chance of my tie."""
        return self.past.chance(self.event.ego, one, self.now)

    def theirs(self, one: str) -> float:
        """The chance of the tie to C."""
        return self.past.chance(one, self.event.goal, self.now)

    def floored(self, one: str) -> float:
        """Both ties, C known with a floor."""
        return self.mine(one) * (1 - (1 - self.theirs(one)) * (1 - FLOOR))

    def faded(self, one: str, half_life: int) -> float:
        """Both ties by mails that fade."""
        mine = self.past.faded(self.event.ego, one, half_life, self.now)
        return mine * self.past.faded(one, self.event.goal, half_life, self.now)


def case_of(event: Event, past: Past, shape: Shape, contacts: Iterable[str]) -> Case:
    """The case of ``event`` with what takes a walk through the network computed once."""
    walk = shape.pagerank(event.ego, event.goal)
    return Case(event, past, shape, {one: shape.of(one, walk) for one in contacts})


def _weakest(case: Case, one: str) -> float:
    return case.common(one) / max(case.past.count(case.event.ego, one), 1)


def _unconstrained(case: Case, one: str) -> float:
    return case.common(one) * (10 - case.shape.of(one, case.shape.constraint, 1.0))


def _betweenness(case: Case, one: str) -> float:
    return case.common(one) * (1 + case.shape.of(one, case.shape.betweenness))


def _counts(case: Case, one: str) -> float:
    event, past = case.event, case.past
    return float(past.count(event.ego, one) * past.count(one, event.goal))


def _hub(case: Case, one: str) -> float:
    return case.floored(one) / float((1 + len(case.past.near[one])) ** HUB)


BASELINES: dict[str, Callable[[Case, str], float]] = {
    "random": lambda _case, _one: 0.0,
    "weakest_tie": _weakest,
    "hop_count": lambda case, one: float(case.common(one)),
    "low_constraint": _unconstrained,
    "degree": lambda case, one: float(case.common(one) * len(case.past.near[one])),
    "betweenness": _betweenness,
    "strongest_tie": lambda case, one: float(case.past.count(case.event.ego, one)),
    "personalised_pagerank": lambda case, one: case.pagerank[one],
    "product_of_counts": _counts,
    "product_half_life_365": lambda case, one: case.faded(one, 365),
    "product_half_life_90": lambda case, one: case.faded(one, 90),
    "my_own_tie": lambda case, one: case.mine(one),
    "product": lambda case, one: case.mine(one) * case.theirs(one),
    "product_and_floor": lambda case, one: case.floored(one),
    "product_floor_true_hubs": _hub,
}
