"""How well introducers are ranked, on real message metadata.

    python benchmarks/ranking/run.py MESSAGES.csv[.gz] ... [--json]

A file has the columns ``time`` (ISO), ``message``, ``reply_to``, ``sender``, ``recipients``
(space-separated) and ``n_recipients``. An event: A answers a mail, B was on it, C is newly
added; B and C were never on a mail together and write to each other within 60 days. Who of
B's contacts brought C? (In a file without replies every mail to both is an event.) All are
ranked by what was known before; the figure is the mean reciprocal rank of A, ranks averaged
over equal scores. Pairs of contacts are taken as observed, so it measures the formula, not
what one mailbox can see.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import platform
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import permutations
from pathlib import Path

from netgraph.graph.chances import CROWD_LIMIT, UNSEEN, tie_chance

ANSWERED = timedelta(days=60)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Message:
    time: datetime
    sender: str
    recipients: tuple[str, ...]
    people: int
    parent: str


@dataclass(slots=True)
class History:
    weight: float = 0.0
    last: datetime | None = None
    senders: set[str] = field(default_factory=set)


def read(path: Path) -> dict[str, Message]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        rows = [
            (
                row["message"],
                Message(
                    datetime.fromisoformat(row["time"].replace("Z", "+00:00")),
                    row["sender"],
                    tuple(dict.fromkeys(r for r in row["recipients"].split() if r)),
                    int(row["n_recipients"]),
                    row["reply_to"],
                ),
            )
            for row in csv.DictReader(file)
        ]
    return dict(sorted(rows, key=lambda pair: pair[1].time))


def pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


class Past:
    """What had happened when the next message came."""

    def __init__(self) -> None:
        self.direct: dict[Pair, History] = defaultdict(History)
        self.near: dict[str, set[str]] = defaultdict(set)
        self.together: set[Pair] = set()

    def add(self, message: Message) -> None:
        everybody = (message.sender, *message.recipients)
        if message.people <= CROWD_LIMIT:
            for other in message.recipients:
                if other != message.sender:
                    history = self.direct[pair(message.sender, other)]
                    history.weight += 1 / max(message.people, 1)
                    history.last = message.time
                    history.senders.add(message.sender)
                    self.near[message.sender].add(other)
                    self.near[other].add(message.sender)
            self.together.update(pair(a, b) for a in everybody for b in everybody if a < b)

    def chance(self, one: str, other: str, now: datetime) -> float:
        history = self.direct.get(pair(one, other))
        if history is None or history.last is None:
            return 0.0
        age = (now - history.last).total_seconds() / 86400
        return tie_chance(history.weight, age, both_ways=len(history.senders) > 1)


@dataclass(frozen=True, slots=True)
class Case:
    """B wants to meet C; A brought them together."""

    past: Past
    ego: str
    goal: str
    truth: str
    now: datetime

    def mine(self, first: str) -> float:
        return self.past.chance(self.ego, first, self.now)

    def theirs(self, first: str) -> float:
        return self.past.chance(first, self.goal, self.now)


def netgraph(case: Case, first: str) -> float:
    step = case.theirs(first)
    return case.mine(first) * (step + UNSEEN * (1 - step))


METHODS: dict[str, Callable[[Case, str], float]] = {
    "random": lambda _case, _first: 0.0,
    "hop count": lambda case, first: float(case.goal in case.past.near[first]),
    "strongest tie": lambda case, first: case.past.direct[pair(case.ego, first)].weight,
    "my own tie": lambda case, first: case.mine(first),
    "product": lambda case, first: case.mine(first) * case.theirs(first),
    "netgraph (product and floor)": netgraph,
}


def cases(messages: dict[str, Message]) -> Iterator[Case]:
    """The events in time order; ``past`` is what came before each."""
    written: dict[Pair, list[datetime]] = defaultdict(list)
    for message in messages.values():
        for other in message.recipients:
            written[pair(message.sender, other)].append(message.time)
    threaded = any(message.parent for message in messages.values())
    past = Past()
    for message in messages.values():
        parent = messages.get(message.parent)
        if message.people <= CROWD_LIMIT and (parent or not threaded):
            thread = {parent.sender, *parent.recipients} if parent else None
            for ego, goal in permutations(message.recipients, 2):
                looped = thread is None or (ego in thread and goal not in thread)
                new = looped and pair(ego, goal) not in past.together
                if new and message.sender not in {ego, goal}:
                    times = written.get(pair(ego, goal), [])
                    place = bisect_right(times, message.time)
                    if place < len(times) and times[place] - message.time <= ANSWERED:
                        yield Case(past, ego, goal, message.sender, message.time)
        past.add(message)


def measure(messages: dict[str, Message]) -> tuple[int, dict[str, float]]:
    total: dict[str, float] = dict.fromkeys(METHODS, 0.0)
    count = 0
    for case in cases(messages):
        contacts = case.past.near[case.ego] - {case.goal}
        if case.truth not in contacts or len(contacts) < 4 or not case.past.near[case.goal]:
            continue
        count += 1
        for name, score in METHODS.items():
            values = {one: score(case, one) for one in contacts}
            mine = values[case.truth]
            above = sum(value > mine for value in values.values())
            same = sum(value == mine for value in values.values())
            total[name] += sum(1 / (above + place) for place in range(1, same + 1)) / same
    return count, {name: round(value / max(count, 1), 4) for name, value in total.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    results = {path.name: measure(read(path)) for path in options.paths}
    if options.json:
        figures = {name: {"events": count, "mrr": mrr} for name, (count, mrr) in results.items()}
        machine = {"machine": platform.platform(), "python": platform.python_version()}
        date = datetime.now(UTC).date().isoformat()
        json.dump({**machine, "date": date, "figures": figures}, sys.stdout, indent=1)
        print()
        return
    for name, (count, mrr) in results.items():
        print(f"{name}: {count:,} events, mean reciprocal rank")
        for method, value in mrr.items():
            print(f"  {method:30} {value:.3f}")


if __name__ == "__main__":
    main()
