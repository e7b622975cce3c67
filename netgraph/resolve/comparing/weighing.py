"""All pairs that are worth a question or more, with what speaks for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np

from netgraph.resolve.comparing.bounds import Foreseen, foreseen, most_points
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.names.population import Population
from netgraph.resolve.rules import GROUPS, UNSURE_FROM, Plan, Score, plan_of, score

_COMPARED = tuple({rule.compare: None for group in GROUPS for rule in group})


def weighed(
    everybody: Everybody, population: Population, lefts: Any, rights: Any
) -> Iterator[tuple[int, int, Score]]:
    """The pairs of positions that reach `UNSURE_FROM`, in order, with their scores.

    Without those whose profiles tell them apart: these are two people, whatever else is said.
    """
    told = foreseen(everybody, population, lefts, rights)
    apart = told.pairs.differ("slugs")
    worth = np.nonzero((most_points(told) >= UNSURE_FROM) & ~apart)[0]
    people = everybody.people
    plans = plans_for(told, worth)
    for a, b, plan in zip(lefts[worth].tolist(), rights[worth].tolist(), plans, strict=True):
        found = score(people[a], people[b], population, plan)
        if found and found.points >= UNSURE_FROM:
            yield a, b, found


def plans_for(told: Foreseen, chosen: Any) -> Iterator[Plan]:
    """How to weigh each of the chosen pairs, given what is known of it."""
    no, yes = _flags(told.may, chosen, invert=True), _flags(told.must, chosen)
    known: dict[tuple[int, int], Plan] = {}
    for pair in zip(no.tolist(), yes.tolist(), strict=True):
        if pair not in known:
            known[pair] = plan_of(*map(_chosen, pair))
        yield known[pair]


def _flags(look: Callable[..., Any], chosen: Any, *, invert: bool = False) -> Any:
    """One bit for each comparison, set where ``look`` says so, or does not."""
    found = np.zeros(len(chosen), np.int64)
    for number, compare in enumerate(_COMPARED):
        said = look(compare)
        if said.ndim:
            found |= (said[chosen] != invert).astype(np.int64) << number
    return found


def _chosen(bits: int) -> frozenset[Any]:
    return frozenset(c for number, c in enumerate(_COMPARED) if bits >> number & 1)
