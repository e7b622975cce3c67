"""Is a tie alive (E5c): do two people who wrote to each other do so within the next year?

As of each cut-off every pair that ever exchanged a message gets the chance that netgraph gives
it: the product adds up the messages (`traffic`) and turns them into a number (`evidence.direct`).
Scored are pairs of whom both still write to somebody in that year; ``everybody`` are all pairs,
those who left the lists among them.

The weights of `netgraph.graph.chances` were fitted on cut-offs whose year was over by
`FITTED_BEFORE`. Scored are later ones where a file has any, else all (no such file was fitted on).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp, log1p
from typing import Any

import numpy as np
from events import Pair
from messages import Messages
from numpy.typing import NDArray
from options import Options
from past import BOTH, MORE, OLDER, START
from reliability import draw

from netgraph.graph.chances import BANDS, CROWD_LIMIT, band
from netgraph.graph.evidence import direct
from netgraph.graph.tally import Tally
from netgraph.graph.traffic import Sight, traffic
from netgraph.model import OWNER, Identifier, StoredInteraction

FITTED_BEFORE = datetime(2024, 1, 1, tzinfo=UTC)
YEAR = timedelta(days=365)
#: Bins of equal width of the calibration error, as Guo et al. 2017 (ICML) have it.
BINS = 10
#: An area needs a sort a draw, so there are fewer draws than for means.
DRAWS = 200
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A pair as of a cut-off: what passed, by method its chance, and what happened.

    ``mine``: the chance that it has for the one who alone wrote, ``heard``: whether the other
    wrote within the year; None where both wrote. ``stayed``: both wrote to somebody.
    """

    pair: Pair
    scores: dict[str, float]
    alive: bool
    stayed: bool
    mine: float | None = None
    heard: bool | None = None


def alive(messages: Messages, options: Options) -> dict[str, Any]:
    """The figures of netgraph and simpler rules, how often each band came true, and the bins.

    Per method ``auc`` with its interval, and for those that are chances ``brier`` and ``ece``.
    With ``options.png`` the reliability diagram is drawn there.
    """
    moments = cut_offs(messages)
    people = options.drawn(messages.places_of)
    found = [case for moment in moments for case in cases(messages, moment, people)]
    stayed = [case for case in found if case.stayed]
    result: dict[str, Any] = {
        "cut_offs": [moment.date().isoformat() for moment in moments],
        "n": len(stayed),
        "happened": _mean([case.alive for case in stayed]),
    }
    for name in METHODS:
        result[name] = _figures(stayed, name, options)
    predicted, happened = _scores(stayed, NETGRAPH), _happened(stayed)
    result |= {
        "auc": result[NETGRAPH]["auc"],
        "ece": result[NETGRAPH]["ece"],
        "everybody": {"n": len(found), **_figures(found, NETGRAPH, options)},
        "only_one_wrote": _unanswered(stayed),
        "bands": bands(predicted, happened),
        "bins": bins(predicted, happened),
    }
    if options.png:
        draw(options.png, {NETGRAPH: result["bins"]}, f"{messages.name}: {len(stayed):,} pairs")
    return result


def cut_offs(messages: Messages) -> list[datetime]:
    """The firsts of January and July with a year of messages on either side, see above."""
    first, last = messages.times[0], messages.times[-1]
    years = range(first.year, last.year + 1)
    all_of_them = [datetime(year, month, 1, tzinfo=UTC) for year in years for month in (1, 7)]
    usable = [one for one in all_of_them if first + YEAR <= one and one + YEAR <= last]
    return [one for one in usable if one >= FITTED_BEFORE] or usable


def cases(messages: Messages, moment: datetime, people: Collection[str]) -> Iterator[Case]:
    """Every pair with one of ``people`` in it that exchanged a message before ``moment``."""
    as_of = moment - timedelta(microseconds=1)
    seen = traffic(_records(messages, moment, people), _look, me="", as_of=as_of)
    wrote, active = _year_after(messages, moment)
    for (both, sight), tally in seen.pairs.items():
        if sight is not Sight.DIRECT or not (both[0] in people or both[1] in people):
            continue
        scores = {name: score(both, tally, as_of) for name, score in METHODS.items()}
        happened = both in wrote or both[::-1] in wrote
        stayed = active.issuperset(both)
        if tally.forward and tally.back:
            yield Case(both, scores, happened, stayed)
            continue
        writer, other = both if tally.forward else both[::-1]
        mine = direct(both, tally, writer, as_of).amount
        yield Case(both, scores, happened, stayed, mine, (other, writer) in wrote)


def _records(
    messages: Messages, moment: datetime, people: Collection[str]
) -> list[StoredInteraction]:
    """The messages before ``moment`` that one of ``people`` wrote or got."""
    places = {place for one in people for place in messages.places_of[one]}
    end = messages.before(moment)
    return [messages.stored[place] for place in sorted(places) if place < end]


def _year_after(messages: Messages, moment: datetime) -> tuple[set[Pair], set[str]]:
    """Who wrote to whom within the year after ``moment`` (no crowds), and who wrote at all."""
    start, end = messages.before(moment), bisect_left(messages.times, moment + YEAR)
    wrote: set[Pair] = set()
    active: set[str] = set()
    for message in messages.all[start:end]:
        active.add(message.sender)
        if max(message.people, len(message.recipients)) <= CROWD_LIMIT:
            wrote.update((message.sender, other) for other in message.recipients)
    return wrote, active


def _look(identifier: Identifier, owner: str, digest: str) -> str:
    """Handles are the people's ids, and a file belongs to its owner."""
    del digest
    return owner if identifier == OWNER else identifier.value


def _netgraph(both: Pair, tally: Tally, as_of: datetime) -> float:
    return direct(both, tally, "", as_of).amount or 0.0


def _notes(both: Pair, tally: Tally, as_of: datetime) -> float:
    """The formula of the ranking notes: messages counted whole, the last, and both ways."""
    del both
    both_ways = tally.forward and tally.back
    count = sum(tally.counts.values())
    z = START + MORE * log1p(count) - OLDER * log1p(tally.age(as_of) / 30) + BOTH * both_ways
    return 1 / (1 + exp(-z))


NETGRAPH = "netgraph"
METHODS: dict[str, Callable[[Pair, Tally, datetime], float]] = {
    NETGRAPH: _netgraph,
    "notes": _notes,
    "messages": lambda _both, tally, _as_of: float(sum(tally.counts.values())),
    "last": lambda _both, tally, as_of: -tally.age(as_of),
}
CHANCES = (NETGRAPH, "notes")


def _figures(found: Sequence[Case], name: str, options: Options) -> dict[str, Any]:
    scores, happened = _scores(found, name), _happened(found)
    interval = area_interval(scores, happened, [case.pair[0] for case in found], options.seed)
    figures: dict[str, Any] = {"auc": area_under(scores, happened), "interval": interval}
    if name in CHANCES:
        figures["brier"] = round(float(np.mean((scores - happened) ** 2)), 4) if found else 0.0
        figures["ece"] = calibration_error(scores, happened)
    return figures


def _scores(found: Sequence[Case], name: str) -> Floats:
    return np.array([case.scores[name] for case in found], dtype=float)


def _happened(found: Sequence[Case]) -> Floats:
    return np.array([case.alive for case in found], dtype=float)


def _mean(values: Sequence[float]) -> float:
    return round(float(np.mean(values)), 4) if len(values) else 0.0


def _unanswered(found: Sequence[Case]) -> dict[str, Any]:
    """What those who alone wrote are told, and how often they heard from the other."""
    mine = np.array([case.mine for case in found if case.mine is not None], dtype=float)
    heard = np.array([case.heard for case in found if case.mine is not None], dtype=float)
    error = calibration_error(mine, heard)
    return {"n": len(mine), "told": _mean(mine), "happened": _mean(heard), "ece": error}


def area_under(scores: Floats, happened: Floats) -> float:
    """AUC [0, 1]: how often what happened is above what did not, equals half; 0 without both."""
    ones = float(happened.sum())
    others = len(happened) - ones
    if not ones or not others:
        return 0.0
    _, place, count = np.unique(np.round(scores, 12), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]
    return round(float((ranks[happened > 0].sum() - ones * (ones + 1) / 2) / (ones * others)), 4)


def area_interval(
    scores: Floats, happened: Floats, people: Sequence[str], seed: int
) -> tuple[float, float]:
    """The middle 95 % of the area when whole people are drawn again, with all their pairs."""
    theirs = np.unique(np.array(people), return_inverse=True)[1]
    if not len(theirs):
        return 0.0, 0.0
    order = np.argsort(theirs, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(theirs[order])) + 1)
    generator = np.random.default_rng(seed)
    areas = []
    for _ in range(DRAWS):
        drawn = generator.integers(0, len(groups), len(groups))
        chosen = np.concatenate([groups[one] for one in drawn])
        areas.append(area_under(scores[chosen], happened[chosen]))
    low, high = np.percentile(areas, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)


def bins(predicted: Floats, happened: Floats) -> list[dict[str, float]]:
    """The means of what was ``predicted`` and ``happened`` in `BINS` of equal width, if any."""
    place = np.minimum((predicted * BINS).astype(int), BINS - 1)
    found = []
    for one in range(BINS):
        here = place == one
        if here.any():
            told, true = _mean(predicted[here]), _mean(happened[here])
            found.append({"predicted": told, "happened": true, "n": int(here.sum())})
    return found


def calibration_error(predicted: Floats, happened: Floats) -> float:
    """ECE [0, 1]: how far the bins are off, each by the share of the pairs in it."""
    found = bins(predicted, happened)
    off = sum(one["n"] * abs(one["predicted"] - one["happened"]) for one in found)
    return round(off / max(len(predicted), 1), 4)


def bands(predicted: Floats, happened: Floats) -> dict[str, dict[str, float]]:
    """How often an exchange happened to what the product calls weak, fair, good and strong."""
    words = np.array([band(float(one)) for one in predicted])
    found = {}
    for word in (*(word for _, word in BANDS), "strong"):
        here = words == word
        found[word] = {"n": int(here.sum()), "happened": _mean(happened[here])}
    return found
