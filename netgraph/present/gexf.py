"""The graph with its places for Gephi and Gephi Lite.

Source: GEXF 1.3, https://gexf.net/schema.html. Elements are written in the one order that the
schema, Gephi and graphology agree on.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from netgraph.analyse.communities import Communities, communities
from netgraph.analyse.places import places
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Person, Tie
from netgraph.present.plain import xml_text

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Colours of the largest circles and of all others: Paul Tol's "bright" scheme (2021), as on
#: the page.
PALETTE = ("#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377")
OTHER, MINE = "#9aa0a6", "#b35900"
#: Room for one person, and the size of one without ties, in Gephi's units.
ROOM, SIZE = 30.0, 8.0
#: A person with many ties is drawn no larger than this.
LARGEST = 24.0
_PERSON = ("occupation", "organisation", "circle", "closeness", "me")
_TIE = ("kind", "band", "known", "evidence")


def gexf(graph: ContactGraph, *, include_me: bool = False, redacted: bool = False) -> str:
    """GEXF text: people with place, colour (their circle) and size (their ties), and ties.

    A tie's ``weight`` is its strength [0, 1], the middle chance where that is unknown, which
    ``known`` tells. I am left out unless asked for, as I am tied to everybody. ``redacted``
    only says so in the file: give a graph of `redact_graph`. The same graph, the same text.
    """
    made = _Document(graph, include_me)
    root = ET.Element(
        "gexf",
        {"xmlns": "http://gexf.net/1.3", "xmlns:viz": "http://gexf.net/1.3/viz", "version": "1.3"},
    )
    count = len(graph.people) - bool(graph.me)
    meta = ET.SubElement(root, "meta", lastmodifieddate=graph.as_of.date().isoformat())
    ET.SubElement(meta, "creator").text = "netgraph"
    ET.SubElement(meta, "description").text = (
        f"Redacted copy: {count:,} people, no real names"
        if redacted
        else f"Contains personal data of {count:,} people"
    )
    drawn = ET.SubElement(root, "graph", defaultedgetype="undirected", mode="static")
    _declare(drawn, "node", _PERSON)
    _declare(drawn, "edge", _TIE)
    nodes, edges = ET.SubElement(drawn, "nodes"), ET.SubElement(drawn, "edges")
    for person in graph.people:
        if person.id not in made.hidden:
            made.add_person(nodes, person)
    for number, tie in enumerate(graph.ties):
        if not {tie.left, tie.right} & made.hidden:
            made.add_tie(edges, number, tie)
    ET.indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _declare(drawn: ET.Element, kind: str, names: Sequence[str]) -> None:
    held = ET.SubElement(drawn, "attributes", {"class": kind})
    for name in names:
        sort = "boolean" if name in {"me", "known"} else "string"
        ET.SubElement(held, "attribute", id=name, title=name, type=sort)


class _Document:
    """Where everybody stands, and how they look."""

    def __init__(self, graph: ContactGraph, include_me: bool) -> None:
        self.graph = graph
        self.hidden = frozenset() if include_me else frozenset({graph.me})
        self.circles: Communities = communities(graph)
        self.places = places(graph, self.circles)
        self.degrees = graph.flat_without_me.degrees.tolist()
        below = max((y for _, y in self.places.values()), default=0.0)
        self.places[graph.me] = (0.0, below + 4.0)
        self.closeness = {
            one: band(tie.strength)
            for tie in graph.ties
            for one in (tie.left, tie.right)
            if graph.me in (tie.left, tie.right) and one != graph.me
        }
        names = {employer.id: employer.name for employer in graph.employers}
        self.work: dict[str, str] = {}
        for membership in graph.memberships:
            if membership.current is not False:
                self.work.setdefault(membership.person, names[membership.employer])

    def add_person(self, nodes: ET.Element, person: Person) -> None:
        node = ET.SubElement(nodes, "node", id=xml_text(person.id), label=xml_text(person.name))
        circle = self.circles.of.get(person.id, -1)
        me = person.id == self.graph.me
        values = {
            "occupation": person.occupation,
            "organisation": self.work.get(person.id, ""),
            "circle": self.circles.circles[circle].name if circle >= 0 else "",
            "closeness": self.closeness.get(person.id, ""),
            "me": "true" if me else "false",
        }
        _attvalues(node, values)
        colour = MINE if me else PALETTE[circle] if 0 <= circle < len(PALETTE) else OTHER
        # an alpha of 1 makes Gephi Lite forget the colour (gephi-lite, issue 307)
        r, g, b = (str(int(colour[k : k + 2], 16)) for k in (1, 3, 5))
        ET.SubElement(node, "viz:color", r=r, g=g, b=b)
        x, y = self.places[person.id]
        # upwards in Gephi, downwards on the page
        ET.SubElement(node, "viz:position", x=_number(x * ROOM), y=_number(-y * ROOM), z="0")
        ties = self.degrees[self.graph.index[person.id]]
        size = LARGEST if me else min(LARGEST, SIZE + 2 * sqrt(ties))
        ET.SubElement(node, "viz:size", value=_number(size))

    def add_tie(self, edges: ET.Element, number: int, tie: Tie) -> None:
        known = tie.strength is not None
        weight = tie.strength if tie.strength is not None else tie.chance.mid
        edge = ET.SubElement(edges, "edge", id=str(number), source=xml_text(tie.left))
        edge.attrib |= {"target": xml_text(tie.right), "weight": f"{weight:.4f}"}
        first = tie.evidence[0].text if tie.evidence else ""
        values = {"kind": str(tie.kind), "band": band(tie.strength), "evidence": first}
        _attvalues(edge, {**values, "known": "true" if known else "false"})


def _attvalues(parent: ET.Element, values: Mapping[str, str]) -> None:
    held = ET.SubElement(parent, "attvalues")
    for name, value in values.items():
        if text := xml_text(value):
            ET.SubElement(held, "attvalue", {"for": name, "value": text})


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
