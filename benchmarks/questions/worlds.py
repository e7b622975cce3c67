"""Invented lives with the truth about who knows whom: the sample data's script, other seeds."""

from __future__ import annotations

import csv
import io
import random
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from netgraph import workflow
from netgraph.graph.chances import STATED
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import (
    AffiliationKind,
    Chance,
    Closeness,
    Evidence,
    EvidenceKind,
    HowWell,
    MatchTier,
    Target,
    TargetMatch,
    Tie,
)
from netgraph.store import Store

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
#: The day on which the story ends.
TODAY = datetime(2026, 11, 15, tzinfo=UTC)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class World:
    """What netgraph makes of somebody's files, and how well people really know each other.

    ``truth`` holds pairs of person ids, the smaller first; who is not in it is a stranger.
    ``real`` is the same network with the true ties and no others.
    """

    graph: ContactGraph
    truth: Mapping[Pair, HowWell]
    real: ContactGraph

    def answer(self, left: str, right: str) -> HowWell:
        """The truthful answer to how well two people know each other."""
        return self.truth.get((min(left, right), max(left, right)), HowWell.NOT_AT_ALL)


def world(seed: int) -> World:
    """The life of a seed; with Dana's export imported as hers, and the six targets."""
    files = _files(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, data in files.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        with Store.open(folder / "life.db") as store:
            list(workflow.import_paths(store, [folder / "mine"], now=TODAY))
            dana = workflow.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
            friends = [folder / "friend_dana.zip"]
            list(workflow.import_paths(store, friends, now=TODAY, owner=dana.key))
            workflow.import_targets(store, folder / "targets.csv")
            graph = workflow.load_graph(store, TODAY)
    truth = _truth(graph, files)
    return World(graph, truth, replace(graph, ties=tuple(_ties(graph, truth))))


def with_more_targets(world: World, seed: int, count: int) -> World:
    """The world with ``count`` more targets: employers drawn where two people or more are known."""
    graph = world.graph
    wanted = {employer for match in graph.targets for employer, _ in match.employers}
    inside = Counter(
        one.employer
        for one in graph.memberships
        if one.kind is AffiliationKind.WORK and one.current is not False and one.person != graph.me
    )
    others = sorted(e for e, people in inside.items() if people >= 2 and e not in wanted)
    drawn = random.Random(seed).sample(others, count)
    targets = graph.targets + tuple(
        TargetMatch(Target(graph.employer_by_id[one].name), ((one, MatchTier.EXACT),))
        for one in drawn
    )
    both = replace(graph, targets=targets), replace(world.real, targets=targets)
    return World(both[0], world.truth, both[1])


def _files(seed: int) -> dict[str, bytes]:
    sys.path.insert(0, str(FOLDER))
    try:
        import generate  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(FOLDER))
    generate.SEED = seed
    made: dict[str, bytes] = generate.world()
    return made


def _rows(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode())))


def _truth(graph: ContactGraph, files: Mapping[str, bytes]) -> dict[Pair, HowWell]:
    """The true ties between people whom the graph holds; the best when two are mixed in one."""
    bearers = _bearers(graph, files)
    order = [HowWell.NOT_AT_ALL, HowWell.BARELY, HowWell.SOME, HowWell.WELL]
    found: dict[Pair, HowWell] = {}
    for row in _rows(files, "truth/ties.csv"):
        word = HowWell(row["closeness"])
        for left in bearers[row["left"]]:
            for right in bearers[row["right"]]:
                pair = (min(left, right), max(left, right))
                if left != right and order.index(word) > order.index(
                    found.get(pair, HowWell.NOT_AT_ALL)
                ):
                    found[pair] = word
    return found


def _bearers(graph: ContactGraph, files: Mapping[str, bytes]) -> defaultdict[str, set[str]]:
    """Who of the truth is whom in the graph: one, or several who were not brought together."""
    card = {
        (row["file"].rsplit("/", 1)[-1], row["identifier"].replace(" ", "").casefold()): row[
            "person"
        ]
        for row in _rows(files, "truth/cards.csv")
    }
    found: defaultdict[str, set[str]] = defaultdict(set)
    for person in graph.people:
        names = {file.rsplit("/", 1)[-1] for file in person.files}
        values = {one.value for one in person.identifiers} | set(person.names)
        keys = {value.replace(" ", "").casefold() for value in values}
        hits = Counter(card[f, v] for f in names for v in keys if (f, v) in card)
        if person.id == graph.me:
            found["noor"].add(person.id)
        for real, _ in hits.most_common(1):
            found[real].add(person.id)
    return found


def _ties(graph: ContactGraph, truth: Mapping[Pair, HowWell]) -> list[Tie]:
    """The true ties; what the files tell of them stays behind, so that equals keep their order."""
    said = Evidence(EvidenceKind.STATED, "truly so", None, None)
    made = []
    for pair, word in sorted(truth.items()):
        value = STATED[Closeness(word)]
        known = graph.tie(*pair)
        told = (said, *(known.evidence if known else ()))
        chance = Chance(value, value, value, "the truth")
        made.append(Tie(*pair, EvidenceKind.STATED, value, chance, told, by_word=True))
    return made
