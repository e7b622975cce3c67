"""GEXF for Gephi and Gephi Lite: valid for any name, with places and colours."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from netgraph.analyse.communities import communities
from netgraph.analyse.places import places
from netgraph.graph.contactgraph import ContactGraph
from netgraph.present.gexf import MINE, PALETTE, ROOM, gexf
from netgraph.present.redactgraph import redact_graph
from tests.present.builders import AS_OF, demo

NS, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
NAMES = {
    3: "Bell\x07 \x0b and \x1b",
    4: "half \ud83d a pair \udc00",
    5: "\ufffe not \uffff a letter",
    6: "]]> <!-- & \"both' <b>",
    7: "\u202eevil gnp.exe",
    8: "王小明 שרה Øyvind 👩‍💻",
    9: "two\nlines\tand a tab",
    10: "",
}


@pytest.fixture(scope="module")
def graph() -> ContactGraph:
    return demo(rename=NAMES, extra=" \x07<&> \ud800").graph


@pytest.fixture(scope="module")
def root(graph: ContactGraph) -> ET.Element:
    return ET.fromstring(gexf(graph))


def read(text: str) -> nx.Graph:
    return nx.read_gexf(io.BytesIO(text.encode("utf-8")))


def test_the_structure_is_that_of_gexf(root: ET.Element, graph: ContactGraph) -> None:
    assert (root.tag, root.get("version")) == (f"{NS}gexf", "1.3")
    assert [child.tag for child in root] == [f"{NS}meta", f"{NS}graph"]
    assert root[0].get("lastmodifieddate") == AS_OF.date().isoformat()
    drawn = root[1]
    assert drawn.get("defaultedgetype") == "undirected"
    kinds = ["attributes", "attributes", "nodes", "edges"]
    assert [child.tag for child in drawn] == [NS + kind for kind in kinds]
    declared = {
        held.get("class"): {one.get("id"): one.get("type") for one in held} for held in drawn[:2]
    }
    assert set(declared) == {"node", "edge"}
    seen: set[str | None] = set()
    for kind, elements in (("node", drawn[2]), ("edge", drawn[3])):
        for element in elements:
            for value in element.findall(f"{NS}attvalues/{NS}attvalue"):
                kind_of_value = declared[kind][value.get("for")]
                assert kind_of_value == "string" or value.get("value") in {"true", "false"}
                seen.add(value.get("for"))
    assert seen == set(declared["node"]) | set(declared["edge"])


def test_nodes_and_edges_are_whole(root: ET.Element, graph: ContactGraph) -> None:
    nodes = [node.get("id") for node in root.iter(f"{NS}node")]
    assert nodes == [person.id for person in graph.people if person.id != graph.me]
    ends = [(e.get("source"), e.get("target")) for e in root.iter(f"{NS}edge")]
    assert ends == [(t.left, t.right) for t in graph.ties if graph.me not in (t.left, t.right)]
    assert len({e.get("id") for e in root.iter(f"{NS}edge")}) == len(ends)
    assert all(0 <= float(str(e.get("weight"))) <= 1 for e in root.iter(f"{NS}edge"))


def test_places_are_those_of_the_map_the_other_way_up(
    root: ET.Element, graph: ContactGraph
) -> None:
    where = places(graph, communities(graph))
    for node in root.iter(f"{NS}node"):
        spot = node.find(f"{VIZ}position")
        assert spot is not None
        x, y = where[str(node.get("id"))]
        assert float(str(spot.get("x"))) == pytest.approx(x * ROOM, abs=0.01)
        assert float(str(spot.get("y"))) == pytest.approx(-y * ROOM, abs=0.01)


def test_colours_have_no_alpha_and_tell_the_largest_circles(
    root: ET.Element, graph: ContactGraph
) -> None:
    of = communities(graph).of
    shown = {}
    for node in root.iter(f"{NS}node"):
        colour = node.find(f"{VIZ}color")
        assert colour is not None
        assert set(colour.attrib) == {"r", "g", "b"}
        shown[node.get("id")] = "#" + "".join(f"{int(v):02x}" for v in colour.attrib.values())
    for person, circle in of.items():
        if person != graph.me:
            assert (
                (shown[person] == PALETTE[circle]) if circle < 6 else (shown[person] == "#9aa0a6")
            )


def test_what_xml_forbids_is_gone_and_the_rest_of_a_name_stays(graph: ContactGraph) -> None:
    found = read(gexf(graph))
    labels = {data["label"] for _, data in found.nodes(data=True)}
    assert {"Bell and", "half a pair", "not a letter", "evil gnp.exe"} <= labels
    assert {"]]> <!-- & \"both' <b>", "王小明 שרה Øyvind 👩‍💻", "two lines and a tab"} <= labels


def test_networkx_reads_it_back(graph: ContactGraph) -> None:
    found = read(gexf(graph))
    assert not found.is_directed()
    assert found.number_of_nodes() == len(graph.people) - 1
    mine = sum(graph.me in (t.left, t.right) for t in graph.ties)
    assert found.number_of_edges() == len(graph.ties) - mine
    tie = next(t for t in graph.ties if t.strength and graph.me not in (t.left, t.right))
    read_tie = found.edges[tie.left, tie.right]
    assert read_tie["weight"] == pytest.approx(tie.strength, abs=1e-4)
    assert read_tie["kind"] == str(tie.kind)
    unknown = next(
        t for t in graph.ties if t.strength is None and graph.me not in (t.left, t.right)
    )
    read_tie = found.edges[unknown.left, unknown.right]
    assert (read_tie["known"], read_tie["band"]) == (False, "unknown")


def test_i_stand_below_everybody_only_when_asked_for(graph: ContactGraph) -> None:
    found = read(gexf(graph, include_me=True))
    assert found.nodes[graph.me]["me"] is True
    spots = {node: data["viz"]["position"]["y"] for node, data in found.nodes(data=True)}
    assert min(spots, key=lambda node: spots[node]) == graph.me
    colour = found.nodes[graph.me]["viz"]["color"]
    assert f"#{colour['r']:02x}{colour['g']:02x}{colour['b']:02x}" == MINE
    assert found.number_of_edges() == len(graph.ties)


def test_a_graph_of_nobody_is_a_file_too(graph: ContactGraph) -> None:
    empty = replace(graph, people=(), ties=(), memberships=(), targets=(), me="")
    assert read(gexf(empty)).number_of_nodes() == 0


def test_the_file_says_whose_data_it_holds_and_is_the_same_every_time(
    graph: ContactGraph, root: ET.Element
) -> None:
    said = root.findtext(f"{NS}meta/{NS}description")
    assert said == "Contains personal data of 299 people"
    copy = gexf(redact_graph(graph, "full", "s"), redacted=True)
    assert "Redacted copy: 299 people, no real names" in copy
    assert copy == gexf(redact_graph(graph, "full", "s"), redacted=True)
