"""The map as a real ``pyvis.network.Network``, for whoever wants to go on from there."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

from netgraph.present.onefile import own_text, policy, template, write
from netgraph.present.renderers import PYVIS, library
from netgraph.present.viewjson import UNSAFE
from netgraph.present.viewtypes import ViewModel

if TYPE_CHECKING:
    from pyvis.network import Network

#: Draws what the network holds.
SCRIPT = "network.js"
_LARGE = {"size": 40, "font": {"size": 48}}
_SHAPES = {"bridge": "diamond", "person": "dot"}


def to_pyvis(view: ViewModel) -> Network:
    """A ``Network`` of the drawn people without me, physics off, places fixed.

    Nodes carry ``label``, ``title``, ``x``, ``y``, ``group`` (a circle) and ``shape`` (bridges are
    large diamonds), edges ``dashes`` where a tie is only inferred. It is made of copies: what is
    done to it leaves ``view``, and the graph behind it, as they were. What it holds is what
    ``generate_html``, ``write_html`` and ``show`` give, on a page of ours that asks no other
    host for anything, where pyvis' own asks for style sheets; files are UTF-8, mode 0600.
    """
    from pyvis.network import Network

    class OfflineNetwork(Network):  # type: ignore[misc,unused-ignore]
        """A pyvis network that renders without the net."""

        def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
            """A page of what the network holds; the arguments are pyvis' own, without effect."""
            del name, local, notebook
            self.html = _page(self)
            return self.html

        def write_html(
            self,
            name: str | os.PathLike[str],
            local: bool = True,
            notebook: bool = False,
            open_browser: bool = False,
        ) -> None:
            """Write that page to the file ``name``; ``open_browser`` shows it."""
            del local, notebook
            written = write(self.generate_html(), name)
            if open_browser:
                import webbrowser

                webbrowser.open(written.resolve().as_uri())

    network = OfflineNetwork(cdn_resources="in_line")
    network.toggle_physics(False)
    network.options.edges.smooth.enabled = False
    # add_node and add_edge search a list each time, which is quadratic
    network.nodes = _nodes(view)
    network.node_ids = [node["id"] for node in network.nodes]
    network.node_map = {node["id"]: node for node in network.nodes}
    network.edges = _edges(view, set(network.node_ids))
    return network


def _page(network: Network) -> str:
    from markupsafe import Markup

    nodes, edges, heading, _height, _width, options = network.get_network_data()
    held = {"nodes": nodes, "edges": edges, "options": json.loads(options)}
    drawing, app = library(PYVIS), own_text(SCRIPT)
    # our own files and JSON without "<": escaping them would break them, and nothing needs it
    return template("network.html.j2").render(
        policy=policy(drawing, app),
        heading=heading,
        people=len(nodes),
        ties=len(edges),
        data=Markup(json.dumps(held, ensure_ascii=False).translate(UNSAFE)),  # noqa: S704
        drawing=Markup(drawing),  # noqa: S704
        app=Markup(app),  # noqa: S704
    )


def _nodes(view: ViewModel) -> list[dict[str, Any]]:
    bridges = {bridge.person for bridge in view.bridges}
    return [
        {
            "id": person.id,
            "label": person.name,
            "title": person.name,
            "shape": _SHAPES["bridge" if person.id in bridges else "person"],
            "group": person.circle,
            "x": person.xy[0],
            "y": person.xy[1],
            # among hundreds of people only the names of bridges can be read from afar
            **(_LARGE if person.id in bridges else {}),
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
