"""Somebody's own networkx graph as a contact graph, so that our questions can be asked of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.graph.chances import UNKNOWN
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Chance, Evidence, EvidenceKind, Person, Tie

if TYPE_CHECKING:
    import networkx as nx

#: What is read for how close two people are, unless another is named.
STRENGTH = "strength"


def from_networkx(
    graph: nx.Graph, *, as_of: datetime, me: str = "", weight: str = STRENGTH
) -> ContactGraph:
    """A contact graph from an undirected networkx graph; employers and self-loops left out.

    Node keys become ids by ``str``; ``label`` is the name. An edge's ``strength`` [0, 1] is
    kept, one without (or with ``known`` False) is a tie of unknown strength. Another ``weight``
    [>= 0, larger is closer] becomes its share of the largest. Of parallel edges the strongest
    stands. ``me`` is my id, without which nobody is me. ``ValueError`` for a directed graph, two
    nodes with one id, a strength outside [0, 1], or a weight below 0 or infinite.
    """
    if graph.is_directed():
        msg = "ties have no direction; call to_undirected() first"
        raise ValueError(msg)
    people = _people(graph, me)
    edges = [
        (str(one), str(other), _kind(data), _weight(data, weight))
        for one, other, data in graph.edges(data=True)
        if str(one) != str(other) and str(one) in people and str(other) in people
    ]
    most = (
        1.0 if weight == STRENGTH else max([edge[3] or 0.0 for edge in edges], default=0.0) or 1.0
    )
    ordered = tuple(people[key] for key in sorted(people))
    ties = _ties(
        (min(one, other), max(one, other), kind, given if given is None else given / most)
        for one, other, kind, given in edges
    )
    return ContactGraph(ordered, (), ties, (), (), (), me if me in people else "", as_of)


def _people(graph: nx.Graph, me: str) -> dict[str, Person]:
    people: dict[str, Person] = {}
    for node, data in graph.nodes(data=True):
        if data.get("kind", "person") != "person":
            continue
        key, name = str(node), str(data.get("label", node))
        if key in people:
            msg = f"two nodes are called {key!r}"
            raise ValueError(msg)
        work = str(data.get("occupation", ""))
        people[key] = Person(
            key, name, names=(name,), occupation=work, is_contact=True, is_me=key == me
        )
    return people


def _kind(data: dict[str, object]) -> EvidenceKind:
    """The kind of evidence that an edge names; another word is stated by whoever made the graph."""
    try:
        return EvidenceKind(str(data.get("kind")))
    except ValueError:
        return EvidenceKind.STATED


def _weight(data: dict[str, object], name: str) -> float | None:
    given = data.get(name) if data.get("known", True) else None
    if given is None:
        return None
    found, most = float(str(given)), 1.0 if name == STRENGTH else float("1e300")
    if not 0 <= found <= most:
        msg = (
            f"{name} {given} is outside {'[0, 1]' if name == STRENGTH else 'what a weight can be'}"
        )
        raise ValueError(msg)
    return found


def _ties(edges: Iterable[tuple[str, str, EvidenceKind, float | None]]) -> tuple[Tie, ...]:
    """The ties by (left, right), each the strongest of its edges."""
    best: dict[tuple[str, str], tuple[EvidenceKind, float | None]] = {}
    for one, other, kind, strength in edges:
        held = best.get((one, other))
        if held is None or (strength is not None and strength > (held[1] or -1.0)):
            best[one, other] = kind, strength
    return tuple(_tie(*pair, *best[pair]) for pair in sorted(best))


def _tie(left: str, right: str, kind: EvidenceKind, strength: float | None) -> Tie:
    evidence = Evidence(kind, "an edge of the graph given", None, None, strength)
    if strength is None:
        chance = Chance(*UNKNOWN, "unknown: nothing says how close")
    else:
        chance = Chance(strength, strength, strength, "the strength given")
    return Tie(left, right, kind, strength, chance, (evidence,))
