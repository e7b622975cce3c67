"""Invented lives with their truth: the sample data, and others from the same script."""

from __future__ import annotations

import csv
import io
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import comb
from pathlib import Path

from netgraph import workflow
from netgraph.graph.contactgraph import ContactGraph
from netgraph.store import Store

FOLDER = Path(__file__).resolve().parents[2] / "sample_data"
#: The day on which the story ends.
TODAY = datetime(2026, 11, 15, tzinfo=UTC)
#: What is no circle in the truth: people who have nothing in common but how Noor met them.
NO_CIRCLE = {"me", "strangers", "everyday", "trade"}


@dataclass(frozen=True, slots=True)
class Life:
    """A contact graph and the truth: person id to the circle they really belong to."""

    graph: ContactGraph
    circle: Mapping[str, str]

    def members(self, circle: str) -> set[str]:
        """The person ids that really belong to ``circle``."""
        return {person for person, real in self.circle.items() if real == circle}


def life(folder: Path, *, seed: int | None = None, friend: bool = True) -> Life:
    """The life of ``seed`` (None: the sample data as shipped), written to and read from ``folder``.

    ``friend``: with Dana's export imported as hers.
    """
    files = _world(seed)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    with Store.open(folder / "life.db") as store:
        reports = list(workflow.import_paths(store, [folder / "mine"], now=TODAY))
        if friend:
            dana = workflow.declare_owner(store, "Dana Fox <dana.fox@example.org>", friend=True)
            paths = [folder / "friend_dana.zip"]
            reports += workflow.import_paths(store, paths, now=TODAY, owner=dana.key)
        assert [report.error for report in reports if report.error] == []
        graph = workflow.load_graph(store, TODAY)
    return Life(graph, _circles(graph, files))


def _world(seed: int | None) -> dict[str, bytes]:
    sys.path.insert(0, str(FOLDER))
    try:
        import generate  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(FOLDER))
    shipped = generate.SEED
    generate.SEED = seed or shipped
    try:
        made: dict[str, bytes] = generate.world()
    finally:
        generate.SEED = shipped
    return made


def _circles(graph: ContactGraph, files: Mapping[str, bytes]) -> dict[str, str]:
    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(files[name].decode())))

    circle = {row["person"]: row["true_circle"] for row in rows("truth/people.csv")}
    card = {
        (row["file"].rsplit("/", 1)[-1], row["identifier"].replace(" ", "")): row["person"]
        for row in rows("truth/cards.csv")
    }
    found = {}
    for person in graph.people:
        names = {file.rsplit("/", 1)[-1] for file in person.files}
        values = {one.value.replace(" ", "") for one in person.identifiers}
        real = {card[file, value] for file in names for value in values if (file, value) in card}
        if len(real) == 1 and circle[min(real)] not in NO_CIRCLE:
            found[person.id] = circle[min(real)]
    return found


def adjusted_rand_index(one: Sequence[object], other: Sequence[object]) -> float:
    """How far two groupings of the same things agree: 1 fully, 0 as by chance.

    Hubert & Arabie 1985, Journal of Classification 2.
    """
    both = sum(comb(n, 2) for n in Counter(zip(one, other, strict=True)).values())
    ours = sum(comb(n, 2) for n in Counter(one).values())
    theirs = sum(comb(n, 2) for n in Counter(other).values())
    chance = ours * theirs / comb(len(one), 2)
    return (both - chance) / ((ours + theirs) / 2 - chance)
