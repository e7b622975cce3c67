"""How rankings work: the numbers of the worked example are those that the code gives."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.analyse.bridgesums import BridgeSums
from netgraph.analyse.calculation import calculation
from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import Path as Way
from netgraph.analyse.paths import paths
from netgraph.graph.chances import BANDS, STATED, UNSEEN, overlap_chance, overlap_working
from netgraph.model import Closeness, EvidenceKind, Tie
from tests.graph.builders import World, member, network, tie

DOCS = Path(__file__).parent.parent / "docs"
TEXT = (DOCS / "how-rankings-work.md").read_text(encoding="utf-8")
#: The text without line breaks.
FLOWING = " ".join(TEXT.split())
FIRST_OF_NOVEMBER = datetime(2026, 11, 1, 12, tzinfo=UTC)


def with_dana(*, answers: bool = True) -> Tie:
    world = World().card("me").card("dana")
    for month in range(3, 9):
        world.event(datetime(2026, month, 2, 12, tzinfo=UTC), "me", "dana")
        later = datetime(2026, month, 3, 12, tzinfo=UTC)
        world.event(later, *(("dana", "me") if answers else ("me", "dana")))
    (found,) = world.graph(FIRST_OF_NOVEMBER).ties
    return found


def the_path(theirs: float, kind: EvidenceKind = EvidenceKind.INFERRED) -> Way:
    mine = replace(with_dana(), left="dana", right="me")
    graph = network([mine, tie("dana", "sam", theirs, kind)], memberships=[member("sam", "Acme")])
    (found,) = paths(graph, Goal("Acme", ("Acme",))).paths
    return found


def test_you_and_dana() -> None:
    mine = with_dana()
    assert f"    {mine.evidence[0].how}\n" in TEXT
    assert "| 8.78 |" in TEXT
    assert f"**{mine.strength:.2f}**: of a hundred ties" in FLOWING
    assert f"about {round(100 * (mine.strength or 0))} were alive in the year" in FLOWING
    alone = with_dana(answers=False)
    assert f"(**{alone.strength:.2f}**)" in TEXT
    assert (alone.strength or 0) < (mine.strength or 0) / 2


def test_dana_and_sam() -> None:
    assert f"    {overlap_working(80, 36, 4.0)}\n" in TEXT
    assert f"**{overlap_chance(80, 36, 4.0):.2f}**: they quite likely" in TEXT
    assert overlap_chance(8000, 36, 4.0) < 0.05


def test_the_path_its_word_and_its_least_certain_step() -> None:
    found = the_path(overlap_chance(80, 36, 4.0))
    formula = calculation(found, "me").formula.split(", likely")[0]
    assert f"    {formula}\n" in TEXT
    assert f"The whole path: **{found.band}**" in FLOWING
    assert found.weakest_why.startswith("dana → sam")
    better = the_path(STATED[Closeness.WELL], EvidenceKind.STATED)
    assert f"the path becomes **{better.band}**" in FLOWING
    assert f"floor of {UNSEEN} " in FLOWING


def test_the_bands() -> None:
    said = re.findall(r"(?:[Bb]elow) ([0-9.]+) (?:is )?\*([a-z]+)\*", FLOWING)
    assert [(float(below), word) for below, word in said] == list(BANDS)


@pytest.mark.parametrize("brought", [0, 3])
def test_who_opens_doors(brought: int) -> None:
    mine = with_dana().strength or 0.0
    doors = mine * (0.5 + brought) ** 0.25
    sums = BridgeSums(tie=mine, brought=brought, doors=doors)
    shown = sums.lines[0].split(" = ")[0]
    assert re.search(rf"\b{re.escape(shown)}[;.]", FLOWING)
