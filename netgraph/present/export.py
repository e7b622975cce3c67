"""The whole graph for other programs: GraphML, CSV (people, ties) and JSON; GEXF is in `gexf`.

Sources: GraphML, http://graphml.graphdrawing.org; CSV, RFC 4180; JSON, RFC 8259.
"""

from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from netgraph.errors import NetgraphError
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.present.csvrows import flat
from netgraph.present.plain import safe_cell, xml_text
from netgraph.present.shapes import membership_shape, person_shape, tie_shape


def write_private(path: Path, text: str) -> None:
    """Write ``text`` as UTF-8 in one step, readable by its owner only (mode 0600).

    `NetgraphError` when the folder is missing or cannot be written to.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        handle = os.open(part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n", errors="replace") as stream:
            stream.write(text)
        part.replace(path)
    except OSError as error:
        msg = f"cannot write {path}: {error.strerror}"
        raise NetgraphError(msg) from error


def csv_text(rows: Sequence[Mapping[str, Any]]) -> str:
    """Rows as CSV text with a header; cells never start a formula; "" for no rows."""
    if not rows:
        return ""
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: safe_cell(value) for name, value in row.items()} for row in rows)
    return stream.getvalue()


def graph_json(graph: ContactGraph) -> str:
    """People, employers, memberships and ties, with all evidence, as one JSON object."""
    shape = {
        "as_of": graph.as_of.isoformat(),
        "me": graph.me,
        "people": [person_shape(person) for person in graph.people],
        "employers": [
            {"id": e.id, "name": e.name, "kind": str(e.kind), "size": e.size}
            for e in graph.employers
        ],
        "memberships": [
            {"person": m.person, "employer": m.employer, **membership_shape(m)}
            for m in graph.memberships
        ],
        "ties": [tie_shape(tie, tie.left, tie.right) for tie in graph.ties],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1) + "\n"


def people_csv(graph: ContactGraph) -> str:
    """One row a person, by id."""
    return csv_text(flat(_people_rows(graph)))


def _people_rows(graph: ContactGraph) -> Iterable[dict[str, Any]]:
    employer = {e.id: e.name for e in graph.employers}
    places: dict[str, list[str]] = {}
    for membership in graph.memberships:
        former = " (formerly)" if membership.current is False else ""
        places.setdefault(membership.person, []).append(employer[membership.employer] + former)
    for person in graph.people:
        yield {
            "id": person.id,
            "name": person.name,
            "occupation": person.occupation,
            "organisations": list(dict.fromkeys(places.get(person.id, []))),
            "identifiers": [i.value for i in person.identifiers],
            "labels": list(person.labels),
            "files": list(person.files),
            "is_me": person.is_me,
        }


def ties_csv(graph: ContactGraph) -> str:
    """One row a tie, by (from, to); the numbers stand in the other formats, as a range."""
    name = {person.id: person.name for person in graph.people}
    rows = [
        {
            "from": tie.left,
            "to": tie.right,
            "from_name": name[tie.left],
            "to_name": name[tie.right],
            "kind": str(tie.kind),
            "band": band(tie.strength),
            "evidence": [evidence.text for evidence in tie.evidence],
        }
        for tie in graph.ties
    ]
    return csv_text(flat(rows))


def graphml(graph: ContactGraph, *, include_me: bool = False) -> str:
    """GraphML text without what XML forbids; me is left out unless asked for."""
    import networkx as nx

    drawn = graph.to_networkx()
    if not include_me and graph.me in drawn:
        drawn.remove_node(graph.me)
    clean = nx.Graph()
    for node, data in drawn.nodes(data=True):
        clean.add_node(node, **_xml_safe(data))
    for left, right, data in drawn.edges(data=True):
        clean.add_edge(left, right, **_xml_safe(data))
    return "\n".join(nx.generate_graphml(clean)) + "\n"


def _xml_safe(data: Mapping[str, Any]) -> dict[str, Any]:
    safe: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, str):
            safe[name] = xml_text(value)
        elif isinstance(value, bool | int | float):
            safe[name] = value
        elif value is not None:
            safe[name] = xml_text(str(value))
    return safe
