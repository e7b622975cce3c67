"""Ranking of bridges (E3b): who of B's people will bring new ones in the coming year.

At every New Year the contacts of B are ranked, B having at least `CONTACTS`. The gain of a contact
is the number of people they bring to B in that year: both on a mail of theirs (to no crowd), never
on one together before, and in touch with each other within `ANSWERED`. Years count in which at
least two contacts bring somebody. netgraph's order is that of ``bridges(graph, by="doors")``, by
`Positions.doors`, on the graph of all messages that B was on.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations
from math import prod
from statistics import fmean
from typing import Any

from events import Acquaintance, steps, written, wrote_after
from intervals import Bootstrap, area, ndcg
from messages import Messages
from network import ego_graph
from options import CHOSEN_BEFORE, Options
from past import Past
from shapes import Shape

from netgraph.analyse.positions import Positions
from netgraph.graph.chances import CROWD_LIMIT

CONTACTS, BRINGING = 20, 2
YEAR = timedelta(days=365)
NETGRAPH = "netgraph"


@dataclass(frozen=True, slots=True)
class Brought:
    """``introducer`` made two people meet, who were in touch by ``answered``."""

    introducer: str
    when: datetime
    answered: datetime


@dataclass(frozen=True, slots=True)
class Year:
    """One person's contacts at a New Year, and what each then brought."""

    ego: str
    start: datetime
    contacts: tuple[str, ...]
    gains: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """What the simpler rules know of one contact."""

    year: Year
    past: Past
    shape: Shape
    brought: float
    mutual: int
    new: float
    all_new: float

    def chance(self, one: str) -> float:
        """The chance of the tie by the ranking notes."""
        return self.past.chance(self.year.ego, one, self.year.start)

    def faded(self, one: str) -> float:
        """Mails by 1/people, half after 90 days."""
        return self.past.faded(self.year.ego, one, 90, self.year.start)


BASELINES: dict[str, Callable[[Standing, str], float]] = {
    "random": lambda _at, _one: 0.0,
    "weakest_tie": lambda at, one: -float(at.past.count(at.year.ego, one)),
    "fewest_mutual": lambda at, _one: -float(at.mutual),
    "participation": lambda at, one: at.shape.of(one, at.shape.participation),
    "low_constraint": lambda at, one: -at.shape.of(one, at.shape.constraint, 1.0),
    "new_reach": lambda at, _one: at.new,
    "betweenness": lambda at, one: at.shape.of(one, at.shape.betweenness),
    "past_introductions": lambda at, _one: at.brought,
    "unlock": lambda at, _one: at.all_new,
    "tie_half_life_90": lambda at, one: at.faded(one),
    "tie": lambda at, one: at.chance(one),
    "tie_and_introductions": lambda at, one: at.chance(one) * (0.5 + at.brought) ** 0.25,
    "tie_90_times_introductions": lambda at, one: at.faded(one) * (0.5 + at.brought),
}


def bridges(messages: Messages, options: Options) -> dict[str, Any]:
    """By method ``ndcg10``, ``auc``, ``n`` with intervals drawn by person, and netgraph's gain."""
    found = list(_ranked(messages, options))
    groups = Bootstrap([year.ego for year, _ in found], options.draws, options.seed)
    values = {
        name: [ndcg(scores[name], year.gains) for year, scores in found]
        for name in (NETGRAPH, *BASELINES)
    }
    figures: dict[str, Any] = {}
    for name, of in values.items():
        gains = [mine - theirs for mine, theirs in zip(values[NETGRAPH], of, strict=True)]
        areas = [area(scores[name], set(year.gains)) for year, scores in found]
        figures[name] = {
            "ndcg10": _mean(of),
            "auc": _mean([one for one in areas if one is not None]),
            "n": len(of),
            "interval": groups.interval(of),
            "netgraph_gains": _mean(gains),
            "gain_interval": groups.interval(gains),
        }
    for part, early in (("earlier", True), ("later", False)):
        those = [
            value
            for value, (year, _) in zip(values[NETGRAPH], found, strict=True)
            if (year.start < CHOSEN_BEFORE) is early
        ]
        figures[NETGRAPH][part] = {"ndcg10": _mean(those), "n": len(those)}
    return figures


def brought_to(messages: Messages) -> dict[str, list[Brought]]:
    """By person, who was brought to them by whom, in order of time."""
    answers = written(messages)
    seen = Acquaintance()
    found: dict[str, list[Brought]] = defaultdict(list)
    for message, earlier in steps(messages):
        for one in earlier:
            seen.add(one)
        if message.people > CROWD_LIMIT:
            continue
        for both in combinations(message.recipients, 2):
            if both[1] in seen.together[both[0]]:
                continue
            answered = wrote_after(answers, both, message.time)
            if answered:
                for ego in both:
                    found[ego].append(Brought(message.sender, message.time, answered))
    return found


def _ranked(messages: Messages, options: Options) -> Iterator[tuple[Year, dict[str, Any]]]:
    """Every year of a person, or a sample, with the scores of each method."""
    brought = brought_to(messages)
    first, last = messages.all[0].time.year + 1, messages.all[-1].time.year
    past, taken = Past(), 0
    for number in range(first, last + 1):
        start = datetime(number, 1, 1, tzinfo=UTC)
        for message in messages.all[taken : messages.before(start)]:
            past.add(message)
        taken = messages.before(start)
        years = list(_years(past, brought, start))
        share = max(1, options.sample // (last + 1 - first)) if options.sample else len(years)
        chosen = random.Random(options.seed).sample(years, min(share, len(years)))
        shape = Shape(past, start)
        for year in chosen:
            yield year, _scores(messages, year, past, shape, brought[year.ego])


def _years(past: Past, brought: dict[str, list[Brought]], start: datetime) -> Iterator[Year]:
    for ego in sorted(past.near):
        contacts = past.near[ego]
        if len(contacts) < CONTACTS:
            continue
        gains: dict[str, float] = defaultdict(float)
        for one in brought.get(ego, ()):
            if start <= one.when < start + YEAR and one.introducer in contacts:
                gains[one.introducer] += 1
        if len(gains) >= BRINGING:
            yield Year(ego, start, tuple(sorted(contacts)), dict(gains))


def _scores(
    messages: Messages, year: Year, past: Past, shape: Shape, brought: list[Brought]
) -> dict[str, dict[str, float]]:
    at = Positions(ego_graph(messages, year.ego, year.start))
    index = at.graph.index
    found = {NETGRAPH: {one: at.doors(index[one]) for one in year.contacts}}
    standings = {one: _standing(year, past, shape, brought, one) for one in year.contacts}
    for name, score in BASELINES.items():
        found[name] = {one: score(standings[one], one) for one in year.contacts}
    return found


def _standing(year: Year, past: Past, shape: Shape, brought: list[Brought], one: str) -> Standing:
    mine, theirs = past.near[year.ego], past.near[one]
    introductions = sum(
        0.5 ** ((year.start - each.when) / YEAR)
        for each in brought
        if each.introducer == one and each.answered < year.start
    )
    chances = [past.chance(one, other, year.start) for other in theirs - mine - {year.ego}]
    own = past.chance(year.ego, one, year.start)
    missing = prod(1 - own * chance for chance in chances)
    return Standing(
        year, past, shape, introductions, len(mine & theirs), own * sum(chances), 1 - missing
    )


def _mean(values: list[float]) -> float:
    return round(fmean(values), 4) if values else 0.0
