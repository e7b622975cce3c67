"""Do the questions netgraph asks bring the paths nearer to the truth than other questions?

    python benchmarks/questions/run.py [--lives 20] [--json]

Each life is the sample data made anew from another seed, with its truth: who really knows whom,
and how well. Questions are answered truthfully in a word, and after 10 and 25 answers the best
ten paths to every target are compared with those that the truth gives: the share they have in
common of the larger of the two sets, averaged over the targets that have a path in either. Once
with the six targets of the story, once with six more employers drawn for each life. Beside
netgraph's questions: random ones and those of the widest range first, both among all ties on
which nothing was said, and among those alone that are on a chain to a target. Intervals: 95 of
100 draws of the lives (bootstrap), differences between two ways of asking taken life by life.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import numpy as np
from worlds import TODAY, World, with_more_targets, world

from netgraph.analyse.goals import Goal
from netgraph.analyse.outlook import Mine, Outlook
from netgraph.analyse.paths import paths
from netgraph.analyse.questions import questions
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.rewording import with_word
from netgraph.model import EvidenceKind, Tie

ANSWERS = (10, 25)
BEST = 10
MORE = 6
DRAWS = 4000

Pair = tuple[str, str]
Paths = list[set[tuple[str, ...]]]
#: Picks the pair to ask about next; None when there is nothing left to ask.
Asker = Callable[[ContactGraph, random.Random], Pair | None]


def netgraph(graph: ContactGraph, _rng: random.Random) -> Pair | None:
    found = questions(graph, limit=1).questions
    return found[0].pair if found else None


def open_ties(graph: ContactGraph, *, on_the_way: bool) -> list[Tie]:
    """The ties on which nothing was said; ``on_the_way``: those on a chain to a target."""
    ties: Sequence[Tie] = graph.ties
    if on_the_way:
        mine = Mine(graph)
        looks = [Outlook(graph, Goal.of(match), mine) for match in graph.targets]
        parts = [part.ties for look in looks for part in (look.of_mine(), look.of_others())]
        ties = [graph.ties[tie] for tie in np.unique(np.concatenate(parts)).tolist()]
    return [
        tie
        for tie in ties
        if not tie.by_word
        and (graph.me in (tie.left, tie.right) or tie.kind is not EvidenceKind.STATED)
        and (tie.left, tie.right) not in graph.settled
    ]


def at_random(*, on_the_way: bool) -> Asker:
    def ask(graph: ContactGraph, rng: random.Random) -> Pair | None:
        ties = open_ties(graph, on_the_way=on_the_way)
        tie = rng.choice(ties) if ties else None
        return (tie.left, tie.right) if tie else None

    return ask


def most_uncertain(*, on_the_way: bool) -> Asker:
    def ask(graph: ContactGraph, rng: random.Random) -> Pair | None:
        ties = open_ties(graph, on_the_way=on_the_way)
        rng.shuffle(ties)
        tie = max(ties, key=lambda one: round(one.chance.high - one.chance.low, 9), default=None)
        return (tie.left, tie.right) if tie else None

    return ask


WAYS: dict[str, Asker] = {
    "netgraph": netgraph,
    "random": at_random(on_the_way=False),
    "random on the way": at_random(on_the_way=True),
    "most uncertain": most_uncertain(on_the_way=False),
    "most uncertain on the way": most_uncertain(on_the_way=True),
}


def best_paths(graph: ContactGraph) -> Paths:
    """The people on each of the best ten paths, target by target."""
    found = [paths(graph, Goal.of(match), limit=BEST).paths for match in graph.targets]
    return [{tuple(person for person, _ in path.people) for path in each} for each in found]


def overlap(found: Paths, true: Paths) -> float:
    """The mean share of paths in common, over the targets that have one."""
    pairs = [(a, b) for a, b in zip(found, true, strict=True) if a or b]
    return float(np.mean([len(a & b) / max(len(a), len(b)) for a, b in pairs]))


def asked(
    life: World, true: Paths, ask: Asker, seed: int, after: Sequence[int] = ANSWERS
) -> list[float]:
    """The overlap with the ``true`` paths after each number of answers, from 1."""
    graph, rng, found = life.graph, random.Random(seed), []
    for number in range(1, after[-1] + 1):
        if pair := ask(graph, rng):
            graph = with_word(graph, *pair, life.answer(*pair), TODAY)
        if number in after:
            found.append(overlap(best_paths(graph), true))
    return found


def measure(lives: Sequence[World]) -> dict[str, list[list[float]]]:
    """The overlaps by way of asking, life and number of answers; the first before any."""
    found: dict[str, list[list[float]]] = {name: [] for name in WAYS}
    for seed, life in enumerate(lives):
        true = best_paths(life.real)
        start = overlap(best_paths(life.graph), true)
        for name, ask in WAYS.items():
            found[name].append([start, *asked(life, true, ask, seed)])
    return found


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """The mean and the ends of its interval."""
    rng = np.random.default_rng(1)
    array = np.array(values)
    means = array[rng.integers(0, len(array), (DRAWS, len(array)))].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return round(float(array.mean()), 3), round(float(low), 3), round(float(high), 3)


def figures(measured: dict[str, list[list[float]]]) -> dict[str, dict[str, dict[str, object]]]:
    """Means, and netgraph's lead over each, with intervals, by number of answers."""
    table: dict[str, dict[str, dict[str, object]]] = {}
    for place, answers in enumerate((0, *ANSWERS)):
        rows = table[str(answers)] = {}
        ours = [life[place] for life in measured["netgraph"]]
        for name, lives in measured.items():
            theirs = [life[place] for life in lives]
            lead = interval([a - b for a, b in zip(ours, theirs, strict=True)])
            rows[name] = {"overlap": interval(theirs), "lead_of_netgraph": lead}
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--lives", type=int, default=20, help="how many seeds")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lives = [world(seed) for seed in range(1, options.lives + 1)]
    more = [with_more_targets(life, seed, MORE) for seed, life in enumerate(lives)]
    results = {
        "the six targets of the story": figures(measure(lives)),
        "six more employers": figures(measure(more)),
    }
    if options.json:
        machine = {"machine": platform.platform(), "date": datetime.now(UTC).date().isoformat()}
        json.dump({**machine, "lives": len(lives), "figures": results}, sys.stdout, indent=1)
        print()
        return
    for title, table in results.items():
        print(f"{title}, {len(lives)} lives: overlap with the true best ten paths")
        for answers, rows in table.items():
            print(f"  after {answers} answers")
            for name, row in rows.items():
                print(
                    f"    {name:26} {told(row['overlap'])}   lead {told(row['lead_of_netgraph'])}"
                )


def told(three: object) -> str:
    assert isinstance(three, tuple)
    return f"{three[0]:.3f} [{three[1]:.3f}, {three[2]:.3f}]"


if __name__ == "__main__":
    main()
