"""The map for those who know pyvis: a network of their own, drawn without the net."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

from pyvis.network import Network

from netgraph.present.pyvis_ import to_pyvis
from netgraph.present.viewtypes import ViewModel

EVIL = '</script><img src=x onerror="window.PWNED=1"> href'


def test_it_is_a_pyvis_network_of_copies(view: ViewModel) -> None:
    before = copy.deepcopy(view)
    network = to_pyvis(view)
    assert isinstance(network, Network)
    network.add_node("new", label="Somebody new", x=0, y=0)
    network.add_edge("new", network.nodes[0]["id"], width=4)
    network.nodes[0]["label"] = "relabelled"
    network.toggle_physics(True)
    assert view == before
    assert "relabelled" not in to_pyvis(view).generate_html()


def test_the_page_shows_what_was_done_to_it(view: ViewModel) -> None:
    network = to_pyvis(view)
    network.add_node("new", label="Somebody new", title=EVIL, x=0, y=0)
    network.heading = EVIL
    page = network.generate_html()
    held = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL)[1])
    assert held["nodes"][-1]["label"] == "Somebody new"
    assert held["options"]["physics"]["enabled"] is False
    assert EVIL not in page


def test_a_written_page_is_private_and_whole(view: ViewModel, tmp_path: Path) -> None:
    network = to_pyvis(view)
    network.add_node("王芳", label="王芳 Петров")
    network.write_html(tmp_path / "map.html")
    file = tmp_path / "map.html"
    assert "王芳 Петров" in file.read_text("utf-8")
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [file]
