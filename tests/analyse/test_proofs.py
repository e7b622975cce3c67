from __future__ import annotations

from dataclasses import replace

from netgraph.analyse.bridges import bridges
from netgraph.analyse.positions import Positions
from netgraph.analyse.proofs import EVIDENCE, NOBODY, proofs_of
from netgraph.model import EvidenceKind, Introduction
from netgraph.present.shapes import bridge_shape
from tests.graph.builders import NOW, network, proof, tie


def test_each_piece_says_of_whom_it_tells() -> None:
    both = proof(text="both were sent 4 mails")
    graph = network(
        [
            tie("me", "ann", 0.6),
            tie("ann", "weak", 0.2, evidence=both),
            tie("ann", "zed", 0.9),
            tie("ann", "guess", 0.9, EvidenceKind.INFERRED),
        ],
        knows_at=[("ann", "Acme")],
    )
    brought = Introduction("ann", "zed", NOW, proof(text="introduced you to each other"))
    graph = replace(graph, introductions=(brought,))
    found = proofs_of(Positions(graph), graph.index["ann"])
    assert [name for _, (_, name) in found] == ["", "zed", "", "zed", "weak", "guess"]
    assert found[4][0] is both
    (ann,) = (one for one in bridges(graph).ranked if one.id == "ann")
    assert [one["about"] for one in bridge_shape(ann)["evidence"]][:2] == [
        None,
        {"id": "zed", "name": "zed"},
    ]


def test_there_are_not_too_many() -> None:
    graph = network([tie("me", "hub"), *(tie("hub", f"p{number}") for number in range(9))])
    found = proofs_of(Positions(graph), graph.index["hub"])
    assert [about for _, about in found] == [NOBODY, *((f"p{n}", f"p{n}") for n in range(5))]
    assert len(found) == EVIDENCE
