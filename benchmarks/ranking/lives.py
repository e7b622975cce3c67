"""Invented lives: do paths and bridges agree with what is really so, over many seeds?

The generator of `sample_data` writes the files of a life and the truth: who really knows whom, and
how well. netgraph sees the files alone. Three rankings are held against the truth, each as
NDCG@10 with the gains of the truth:

    paths      for every person I do not know: whom of mine to ask. The gain is how well I know
               them times how well they know the person (`STATED` of the product in numbers).
    doors      whom of mine to turn to in general: the sum of that over everybody I do not know.
    targets    the same over those who work at the six targets, those I know myself among them.

`hit1` of ``paths`` says how often the first to ask really knows both. Each figure is the mean
over lives, its interval from drawing lives again.
"""

from __future__ import annotations

import csv
import io
import random
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import Any

from events import Pair, pair
from intervals import Bootstrap, ndcg
from introducers import by_netgraph
from messages import Messages
from options import Options

from netgraph import workflow
from netgraph.analyse.bridges import bridges
from netgraph.graph.chances import STATED
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Closeness
from netgraph.store import Store

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
#: The day on which the story ends.
TODAY = datetime(2026, 11, 15, tzinfo=UTC)
#: The seeds of the lives; none is that of the sample data as shipped.
SEEDS = range(1, 21)
ME = "noor"
NETGRAPH = "netgraph"
PARTS = ("paths", "doors", "targets")
Scores = dict[str, float]


@dataclass(frozen=True)
class Truth:
    """``close`` is how well two people really know each other; ``inside`` work at the targets."""

    close: Mapping[Pair, float]
    inside: frozenset[str]

    def gain(self, first: str, goal: str) -> float:
        """What asking ``first`` for ``goal`` is worth: 0 where one does not know the other."""
        mine = self.close.get(pair(ME, first), 0.0)
        return mine * (1.0 if first == goal else self.close.get(pair(first, goal), 0.0))


@dataclass(frozen=True)
class Life:
    """What netgraph made of the files, the truth, and who each person (id) really is."""

    graph: ContactGraph
    truth: Truth
    real: Mapping[str, str]

    @cached_property
    def contacts(self) -> dict[str, float]:
        """The chance of the tie to everybody I have one to."""
        return self.graph.chances_from(self.graph.me)

    @cached_property
    def strangers(self) -> list[str]:
        """Those of the graph (ids) who are really somebody I do not know."""
        me = self.graph.me
        found = [one for one in self.real if one != me]
        return [one for one in found if pair(ME, self.real[one]) not in self.truth.close]

    @cached_property
    def between(self) -> Scores:
        """Everybody's betweenness with me taken out."""
        import networkx as nx

        return dict(nx.betweenness_centrality(self.graph.to_networkx(include_me=False)))

    @cached_property
    def near(self) -> dict[str, set[str]]:
        """Whom each is tied to."""
        found: dict[str, set[str]] = defaultdict(set)
        for tie in self.graph.ties:
            found[tie.left].add(tie.right)
            found[tie.right].add(tie.left)
        return found

    def gains(self, goals: list[str]) -> Scores:
        """What asking each of my contacts is worth for all of ``goals`` together."""
        return {
            one: sum(self.truth.gain(self.real.get(one, ""), goal) for goal in goals)
            for one in self.contacts
        }


def lives(messages: Messages, options: Options) -> dict[str, Any]:
    """By part and method the mean NDCG@10 with its interval, and what netgraph gains.

    ``options.sample`` takes so many lives; the messages are of no use here.
    """
    del messages
    seeds = list(SEEDS)[: options.sample or len(SEEDS)]
    measured = [measure(life) for life in made(seeds)]
    drawn = Bootstrap(seeds, options.draws, options.seed)
    found: dict[str, Any] = {"lives": len(seeds)}
    for part in PARTS:
        methods = measured[0][part]
        found[part] = {
            name: _figures([one[part] for one in measured], name, drawn) for name in methods
        }
    return found


def _figures(
    measured: list[dict[str, Scores]], name: str, drawn: Bootstrap
) -> dict[str, float | tuple[float, float]]:
    values = [one[name]["ndcg10"] for one in measured]
    gains = [one[NETGRAPH]["ndcg10"] - value for one, value in zip(measured, values, strict=True)]
    found: dict[str, float | tuple[float, float]] = {
        "ndcg10": round(fmean(values), 4),
        "interval": drawn.interval(values),
    }
    if "hit1" in measured[0][name]:
        found["hit1"] = round(fmean(one[name]["hit1"] for one in measured), 4)
    return found | {
        "netgraph_gains": round(fmean(gains), 4),
        "gain_interval": drawn.interval(gains),
    }


def made(seeds: list[int]) -> Iterator[Life]:
    """The life of each seed."""
    for seed in seeds:
        with TemporaryDirectory() as folder:
            yield life(Path(folder), seed)


def life(folder: Path, seed: int) -> Life:
    """The life of ``seed``, written to ``folder`` and read from there, with a friend's export."""
    files = world(seed)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with Store.open(folder / "life.db") as store:
        for _ in workflow.import_paths(store, [folder / "mine"], now=TODAY):
            pass
        dana = workflow.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
        export = [folder / "friend_dana.zip"]
        for _ in workflow.import_paths(store, export, now=TODAY, owner=dana.key):
            pass
        workflow.import_targets(store, folder / "targets.csv")
        graph = workflow.load_graph(store, TODAY)
    return Life(graph, truth_in(files), who_is_who(graph, files))


def world(seed: int) -> dict[str, bytes]:
    """Every file of the generator's world of ``seed``, by its path."""
    sys.path.insert(0, str(FOLDER))
    try:
        import generate
    finally:
        sys.path.remove(str(FOLDER))
    shipped = generate.SEED
    generate.SEED = seed
    try:
        made_files: dict[str, bytes] = generate.world()
    finally:
        generate.SEED = shipped
    return made_files


def truth_in(files: Mapping[str, bytes]) -> Truth:
    """What is really so."""
    ties = _rows(files, "ties")
    close = {pair(row["left"], row["right"]): STATED[Closeness(row["closeness"])] for row in ties}
    answers = _rows(files, "answers")
    inside = {one for row in answers for one in row["inside"].split(";") if one}
    return Truth(close, frozenset(inside))


def who_is_who(graph: ContactGraph, files: Mapping[str, bytes]) -> dict[str, str]:
    """Person ids to the real person whose cards theirs are, where that is one."""
    card = {
        (row["file"].rsplit("/", 1)[-1], row["identifier"].replace(" ", "")): row["person"]
        for row in _rows(files, "cards")
    }
    found = {graph.me: ME}
    for person in graph.people:
        names = {file.rsplit("/", 1)[-1] for file in person.files}
        values = {one.value.replace(" ", "") for one in person.identifiers}
        real = {card[file, value] for file in names for value in values if (file, value) in card}
        if len(real) == 1:
            found[person.id] = min(real)
    return found


def _rows(files: Mapping[str, bytes], table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"truth/{table}.csv"].decode())))


def measure(life: Life) -> dict[str, dict[str, Scores]]:
    """By part and method the figures of one life."""
    found: dict[str, dict[str, Scores]] = {"paths": _paths(life)}
    goals = {"doors": life.strangers, "targets": _inside(life)}
    for by in ("doors", "targets"):
        gains = life.gains([life.real[one] for one in goals[by]])
        scores = in_general(life, by, set(goals[by]))
        found[by] = {name: {"ndcg10": ndcg(of, gains)} for name, of in scores.items()}
    return found


def _inside(life: Life) -> list[str]:
    return [one for one, real in life.real.items() if real in life.truth.inside]


def _paths(life: Life) -> dict[str, Scores]:
    """The mean over everybody I do not know, but somebody whom I really know does."""
    values: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for goal in life.strangers:
        gains = life.gains([life.real[goal]])
        gains.pop(goal, None)
        if not any(gains.values()):
            continue
        for name, of in for_one(life, goal, sorted(gains)).items():
            best = max(of.values())
            first = [one for one, score in of.items() if score == best]
            real = fmean(gains[one] > 0 for one in first)
            values[name].append((ndcg(of, gains), real))
    return {
        name: {"ndcg10": fmean(a for a, _ in of), "hit1": fmean(b for _, b in of)}
        for name, of in values.items()
    }


def for_one(life: Life, goal: str, contacts: list[str]) -> dict[str, Scores]:
    """By method how good it is to ask each of ``contacts`` for ``goal``; higher is better."""
    mine, near = life.contacts, life.near[goal]
    return {
        NETGRAPH: by_netgraph(life.graph, goal, contacts),
        "hop_count": {one: float(one in near) for one in contacts},
        "strongest_tie": {one: mine[one] * (one in near) for one in contacts},
        "betweenness": {one: (1 + life.between.get(one, 0.0)) * (one in near) for one in contacts},
        "random": dict.fromkeys(contacts, 0.0),
    }


def in_general(life: Life, by: str, goals: set[str]) -> dict[str, Scores]:
    """By method how good a bridge each of my contacts is, to ``goals`` when ``by`` is "targets"."""
    people = sorted(life.contacts)
    table = bridges(life.graph, by=by, limit=len(people))
    rank = {one.id: -float(one.rank) for one in table.ranked}
    last = -float(len(rank) + 1)
    drawn = random.Random(len(people))
    return {
        NETGRAPH: {one: rank.get(one, last) for one in people},
        "hop_count": {one: float(len(life.near[one] & goals)) for one in people},
        "strongest_tie": {one: life.contacts[one] for one in people},
        "betweenness": {one: life.between.get(one, 0.0) for one in people},
        "random": {one: drawn.random() for one in people},
    }
