"""A network in which nobody is tied to anybody but me says what to add first."""

from __future__ import annotations

from dataclasses import replace

from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import EvidenceKind
from netgraph.present.nextevidence import wanted
from tests.present.builders import demo


def star() -> ContactGraph:
    graph = demo(60).graph
    people = tuple(replace(p, files=("Connections.csv",)) for p in graph.people)
    ties = tuple(t for t in graph.ties if graph.me in (t.left, t.right))
    return replace(graph, people=people, ties=ties)


def test_a_star_needs_evidence_the_cheapest_first() -> None:
    found = wanted(star())
    assert [how.split()[1] for _, how in found] == [
        "questions", "prompts", "import", "import", "import",
    ]  # fmt: skip


def test_what_is_only_concluded_does_not_count_and_one_seen_tie_is_enough() -> None:
    graph = star()
    between = next(t for t in demo(60).graph.ties if graph.me not in (t.left, t.right))
    concluded = replace(between, kind=EvidenceKind.INFERRED)
    assert wanted(replace(graph, ties=(*graph.ties, concluded)))
    seen = replace(between, kind=EvidenceKind.OBSERVED)
    assert wanted(replace(graph, ties=(*graph.ties, seen))) == ()


def test_what_is_at_hand_is_not_asked_for_again() -> None:
    graph = star()
    people = tuple(replace(p, files=("a/all.mbox", "b/my.ics")) for p in graph.people)
    hows = [how for _, how in wanted(replace(graph, people=people))]
    assert not any("mbox" in how or "ics" in how for how in hows)
    assert len(hows) == 3
