"""Ranking of introducers (E1): who of B's contacts brought C, by netgraph and by simpler rules.

netgraph's ranking is the product's own: the chains from B to C on the graph as it was just before
(`choice.options`, of which `paths` shows the first), then everybody else in the order of its
suggestions, that of the same formula. Ranks are averaged over equals.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean
from typing import Any

import numpy as np
from baselines import BASELINES, case_of
from events import Event, events, steps
from intervals import Bootstrap, hit, reciprocal_rank, standing
from messages import Messages
from network import graph_before
from options import CHOSEN_BEFORE, Options
from past import Past
from shapes import Shapes

from netgraph.analyse.choice import options as ways_of
from netgraph.analyse.routes import Allowed, Routes, score_of
from netgraph.graph.contactgraph import ContactGraph

NETGRAPH = "netgraph"
#: What the graph holds exactly, see `network`.
TWO_TIES = Allowed(max_hops=2)


@dataclass(frozen=True, slots=True)
class Ranked:
    """An event and, by method, how many stand above the truth and how many are equal to it."""

    event: Event
    contacts: int
    places: Mapping[str, tuple[int, int]]


def introducers(messages: Messages, options: Options) -> dict[str, Any]:
    """By method ``hit1``, ``hit5``, ``mrr``, ``n``, and what netgraph gains over it.

    ``earlier`` and ``later`` are the same for the two parts of netgraph's events: chosen by the
    earlier part alone.
    """
    ranked = list(rank_all(messages, options))
    groups = Bootstrap([one.event.ego for one in ranked], options.draws, options.seed)
    figures = {name: _figures(ranked, name, groups) for name in (NETGRAPH, *BASELINES)}
    early = [one for one in ranked if one.event.moment < CHOSEN_BEFORE]
    late = [one for one in ranked if one.event.moment >= CHOSEN_BEFORE]
    for part, those in (("earlier", early), ("later", late)):
        figures[NETGRAPH][part] = {"mrr": _mean(_reciprocal(those, NETGRAPH)), "n": len(those)}
    return figures


def _figures(ranked: list[Ranked], method: str, groups: Bootstrap) -> dict[str, Any]:
    values = _reciprocal(ranked, method)
    gains = [a - b for a, b in zip(_reciprocal(ranked, NETGRAPH), values, strict=True)]
    return {
        "hit1": _hits(ranked, method, 1),
        "hit5": _hits(ranked, method, 5),
        "mrr": _mean(values),
        "n": len(ranked),
        "interval": groups.interval(values),
        "netgraph_gains": _mean(gains),
        "gain_interval": groups.interval(gains),
    }


def rank_all(messages: Messages, options: Options) -> Iterator[Ranked]:
    """Every event that can be scored, or a sample, in order of time."""
    wanted: dict[str, list[Event]] = defaultdict(list)
    for event in wanted_events(messages, options):
        wanted[event.message.key].append(event)
    past = Past()
    shapes = Shapes(past)
    for message, earlier in steps(messages):
        for one in earlier:
            past.add(one)
        found = wanted.get(message.key, [])
        for ego in dict.fromkeys(event.ego for event in found):
            theirs = [event for event in found if event.ego == ego]
            asked = past.near[ego], {one.goal for one in theirs}
            graph = graph_before(messages, ego, *asked, message.time)
            for event in theirs:
                yield _ranked(event, graph, past, shapes)


def _ranked(event: Event, graph: ContactGraph, past: Past, shapes: Shapes) -> Ranked:
    contacts = past.near[event.ego] - {event.goal}
    scores = {NETGRAPH: by_netgraph(graph, event.goal, contacts)}
    case = case_of(event, past, shapes.at(event.moment), contacts)
    for name, score in BASELINES.items():
        scores[name] = {one: score(case, one) for one in contacts}
    places = {name: standing(of, event.introducer) for name, of in scores.items()}
    return Ranked(event, len(contacts), places)


def by_netgraph(graph: ContactGraph, goal: str, contacts: Collection[str]) -> dict[str, float]:
    """A score for each of ``contacts``: paths in their order, then whom to ask without one.

    Without a path the product orders by the same formula, with nothing known of the tie to C.
    """
    found: dict[str, float] = {}
    ends = np.array([graph.index[goal]] if goal in graph.index else [], dtype=np.intp)
    for chain in ways_of(Routes(graph, graph.index[graph.me], ends, TWO_TIES)):
        ties = (graph.tie(*(graph.people[one].id for one in step)) for step in pairwise(chain))
        score = score_of([tie.warmth for tie in ties if tie])
        found.setdefault(graph.people[chain[1]].id, 1 + score)
    mine = {one: graph.tie(graph.me, one) for one in contacts}
    return {
        one: found.get(one) or score_of([tie.warmth if (tie := mine[one]) else 0.0, 0.0])
        for one in contacts
    }


def wanted_events(messages: Messages, options: Options) -> list[Event]:
    """The events to rank in order of time: all that can be, or a seeded sample of them."""
    found = list(events(messages, options.variant, options.seed))
    if options.sample and options.sample < len(found):
        chosen = random.Random(options.seed).sample(range(len(found)), options.sample)
        found = [found[place] for place in sorted(chosen)]
    return found


def _reciprocal(ranked: list[Ranked], method: str) -> list[float]:
    return [reciprocal_rank(*one.places[method]) for one in ranked]


def _hits(ranked: list[Ranked], method: str, first: int) -> float:
    return _mean([hit(*one.places[method], first) for one in ranked])


def _mean(values: list[float]) -> float:
    return round(fmean(values), 4) if values else 0.0
