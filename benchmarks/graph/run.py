"""How fast a graph is built and asked, on invented networks.

    python benchmarks/graph/run.py [--people 10000] [--ties 100000] [--json]

CPU seconds of one process. The network is made of overlapping circles from a seed; I know
every second person, six employers are targets.
"""

from __future__ import annotations

import argparse
import json
import platform
import time
from collections.abc import Callable
from datetime import UTC, datetime

import numpy as np

from netgraph.analyse.bridges import bridges
from netgraph.analyse.communities import communities
from netgraph.analyse.paths import Goal, paths
from netgraph.analyse.places import places
from netgraph.analyse.questions import questions as asking
from netgraph.analyse.reach import reach
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import (
    AffiliationKind,
    Chance,
    Employer,
    Evidence,
    EvidenceKind,
    MatchTier,
    Membership,
    Person,
    Target,
    TargetMatch,
    Tie,
)

NOW = datetime(2026, 11, 3, tzinfo=UTC)
SEEN = Evidence(EvidenceKind.OBSERVED, "3 mails, both ways", None, NOW, 0.5)
EMPLOYERS = 500
TARGETS = 6


def pairs(people: int, ties: int) -> list[tuple[int, int]]:
    """Who knows whom: circles of heavy-tailed sizes drawn from near neighbours."""
    rng = np.random.default_rng(1)
    sizes = np.clip(rng.pareto(1.2, people) * 4, 3, 60).astype(int)
    found: set[tuple[int, int]] = set()
    turn = 0
    while len(found) < ties:
        start = int(rng.integers(0, people))
        near = np.unique(rng.integers(0, 200, sizes[turn % people]))
        circle = sorted(((start + near) % people).tolist())
        found.update((a, b) for place, a in enumerate(circle) for b in circle[place + 1 :])
        turn += 1
    return sorted(found)


def invented(people: int, ties: int) -> ContactGraph:
    """The network; me comes first by id."""
    ids = [f"p{number:07}" for number in range(people)]
    chances = [Chance(k / 10, k / 10, k / 10, "invented") for k in range(1, 10)]

    def tie(left: str, right: str, turn: int) -> Tie:
        chance = chances[turn % 9]
        return Tie(left, right, EvidenceKind.OBSERVED, chance.mid, chance, (SEEN,))

    mine = [tie("me", one, turn) for turn, one in enumerate(ids) if turn % 2]
    names = [f"e{number}" for number in range(EMPLOYERS)]
    return ContactGraph(
        people=(Person("me", "me", is_me=True), *(Person(one, one) for one in ids)),
        employers=tuple(Employer(name, name) for name in sorted(names)),
        ties=(*mine, *(tie(ids[a], ids[b], a * b) for a, b in pairs(people, ties))),
        memberships=tuple(
            Membership(
                person=one,
                employer=names[turn % EMPLOYERS],
                role="",
                kind=AffiliationKind.WORK,
                start=None,
                end=None,
                current=True,
                tier=MatchTier.EXACT,
                evidence=SEEN,
            )
            for turn, one in enumerate(ids)
        ),
        introductions=(),
        targets=tuple(
            TargetMatch(Target(name), ((name, MatchTier.EXACT),)) for name in names[:TARGETS]
        ),
        me="me",
        as_of=NOW,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast a graph is built and asked.")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--ties", type=int, default=100_000)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    graph = invented(options.people, options.ties)
    circles = communities(graph)
    questions: dict[str, Callable[[], object]] = {
        "arrays": lambda: invented_again(graph).flat.rows,
        "communities": lambda: communities(graph),
        "paths to one employer": lambda: paths(graph, Goal("e3", ("e3",))),
        "reach of six targets": lambda: reach(graph),
        "bridges": lambda: bridges(graph),
        "questions worth asking": lambda: asking(graph),
        "places on the map": lambda: places(graph, circles),
        "to networkx": graph.to_networkx,
    }
    seconds = {name: cpu(question) for name, question in questions.items()}
    if options.json:
        machine = {"machine": platform.platform(), "date": datetime.now(UTC).date().isoformat()}
        sizes = {"people": len(graph.people), "ties": len(graph.ties)}
        print(json.dumps({**machine, **sizes, "cpu_seconds": seconds}, indent=1))
        return
    print(f"{len(graph.people):,} people, {len(graph.ties):,} ties: CPU seconds")
    for name, value in seconds.items():
        print(f"  {name:24}{value:8.2f}")


def invented_again(graph: ContactGraph) -> ContactGraph:
    """The same values without the arrays kept from the last question."""
    return ContactGraph(
        graph.people, graph.employers, graph.ties, graph.memberships, (), (), "me", NOW
    )


def cpu(question: Callable[[], object]) -> float:
    start = time.process_time()
    question()
    return round(time.process_time() - start, 3)


if __name__ == "__main__":
    main()
