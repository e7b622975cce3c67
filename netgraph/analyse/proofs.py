"""The evidence shown of a person as a bridge, and of whom each piece tells."""

from __future__ import annotations

from netgraph.analyse.positions import Positions
from netgraph.analyse.working import in_telling_order
from netgraph.model import Evidence, EvidenceKind

#: Pieces of evidence shown per person, and how many of these at most are of the tie with me.
EVIDENCE, MINE = 6, 3
NOBODY = ("", "")


def proofs_of(at: Positions, number: int) -> tuple[tuple[Evidence, tuple[str, str]], ...]:
    """What is known with me, who was brought, what is said of reach, then ties to others.

    Each piece with (id, name) of whom it tells beside the person: `NOBODY` for me, for places,
    and for whom the graph does not hold.
    At most `EVIDENCE`; seen and said ties come before inferred ones, the closest first.
    """
    graph, person = at.graph, at.graph.people[number].id
    tie = graph.tie(graph.me, person)
    mine = [(one, NOBODY) for one in in_telling_order(tie)[:MINE]] if tie else []
    brought = []
    for one in at.brought.get(number, ())[:1]:
        known = one.introduced in graph.index
        whom = (one.introduced, graph.person(one.introduced).name) if known else NOBODY
        brought.append((one.evidence, whom))
    said = [(one, NOBODY) for one in at.said(number)]
    others = sorted(
        at.ties_to_others(number), key=lambda t: (t.kind is EvidenceKind.INFERRED, -t.chance.mid)
    )
    rest = []
    for each in others:
        other = each.right if each.left == person else each.left
        rest.append((each.evidence[0], (other, graph.person(other).name)))
    return tuple([*mine, *brought, *said, *rest][:EVIDENCE])
