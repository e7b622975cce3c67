"""The same network drawn by pyvis alone: with places given, and as pyvis comes."""

from __future__ import annotations

from typing import Any

from netgraph.graph.contactgraph import ContactGraph
from netgraph.present.viewtypes import ViewModel


def placed(view: ViewModel) -> str:
    """pyvis' own page of the drawn people and all ties between them, physics off."""
    network = _network()
    network.toggle_physics(False)
    network.options.edges.smooth.enabled = False
    # add_node and add_edge look through a list each time
    network.nodes = [
        {"id": p.id, "label": p.name, "shape": "dot", "size": 6, "x": p.xy[0] * 3, "y": p.xy[1] * 3}
        for p in view.people
        if p.xy and p.id != view.me
    ]
    drawn = {node["id"] for node in network.nodes}
    network.edges = [
        {"from": tie.left, "to": tie.right}
        for tie in view.ties
        if tie.left in drawn and tie.right in drawn
    ]
    return str(network.generate_html(notebook=False))


def plain(graph: ContactGraph) -> str:
    """What ``from_nx`` and nothing else makes of people and ties, me left out."""
    network = _network()
    network.from_nx(graph.to_networkx(include_me=False))
    return str(network.generate_html(notebook=False))


def _network() -> Any:
    from pyvis.network import Network

    return Network(cdn_resources="in_line")
