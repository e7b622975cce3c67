"""The map as a real ``pyvis.network.Network``, for whoever wants to go on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgraph.present.page import render
from netgraph.present.viewtypes import ViewModel

if TYPE_CHECKING:
    from pyvis.network import Network

_SHAPES = {"bridge": "diamond", "person": "dot"}


def to_pyvis(view: ViewModel) -> Network:
    """A ``Network`` of the drawn people without me, physics off, places fixed.

    Nodes carry ``label``, ``x``, ``y`` and ``shape`` (bridges are diamonds), edges ``dashes``
    where a tie is only inferred. ``generate_html()`` of the network gives our own offline
    page, because pyvis' template asks other hosts for style sheets.
    """
    from pyvis.network import Network

    class OfflineNetwork(Network):  # type: ignore[misc,unused-ignore]
        """A pyvis network that renders without the net."""

        def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
            """The offline page; the arguments are pyvis' own and change nothing."""
            del name, local, notebook
            self.html = render(view)
            return self.html

    network = OfflineNetwork(cdn_resources="in_line")
    network.toggle_physics(False)
    network.options.edges.smooth.enabled = False
    # add_node and add_edge search a list each time, which is quadratic
    network.nodes = _nodes(view)
    network.node_ids = [node["id"] for node in network.nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.edges = _edges(view, set(network.node_ids))
    return network


def _nodes(view: ViewModel) -> list[dict[str, Any]]:
    bridges = {bridge.person for bridge in view.bridges}
    return [
        {
            "id": person.id,
            "label": person.name,
            "shape": _SHAPES["bridge" if person.id in bridges else "person"],
            "group": person.circle,
            "x": person.xy[0],
            "y": person.xy[1],
        }
        for person in view.people
        if person.xy is not None and person.id != view.me
    ]


def _edges(view: ViewModel, drawn: set[str]) -> list[dict[str, Any]]:
    return [
        {"from": t.left, "to": t.right, "dashes": t.kind == "inferred"}
        for t in view.ties
        if t.left in drawn and t.right in drawn
    ]
