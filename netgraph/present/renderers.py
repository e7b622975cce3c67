"""What draws the map: vis-network out of the installed pyvis, or sigma, which netgraph carries.

Both stand behind the same few functions (templates/map.js says which), so that a page looks
the same whichever draws it. sigma draws on the graphics card and is there for the large maps.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from netgraph.errors import NetgraphError

#: SHA-256 of vis-network 9.1.2 as pyvis 0.3.2 carries it.
_VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_VIS_PATH = "lib/vis-9.1.2/vis-network.min.js"


@dataclass(frozen=True, slots=True)
class Renderer:
    """``script`` is our part for it, ``most`` the people it draws quickly and readably."""

    name: str
    script: str
    most: int


PYVIS = Renderer("pyvis", "r_pyvis.js", 2_500)
SIGMA = Renderer("sigma", "r_sigma.js", 50_000)
RENDERERS = {one.name: one for one in (PYVIS, SIGMA)}
#: What may be asked for; "auto" goes by the number of people.
CHOICES = ("auto", *RENDERERS)


def choose(word: str, people: int) -> Renderer:
    """The renderer called ``word``; for "auto" sigma from where pyvis cannot draw all people.

    ``ValueError`` for another word.
    """
    if word == "auto":
        return PYVIS if people <= PYVIS.most else SIGMA
    if word not in RENDERERS:
        msg = f"a renderer is one of {', '.join(CHOICES)}, not {word!r}"
        raise ValueError(msg)
    return RENDERERS[word]


def library(renderer: Renderer) -> str:
    """The library as text that can stand inside a ``<script>`` element.

    NetgraphError when the file is not byte by byte the one the page was made for.
    """
    content = _vis_network() if renderer is PYVIS else _sigma()
    return content.decode("utf-8").replace("</script", "<\\/script").replace("\r\n", "\n")


def _vis_network() -> bytes:
    # importing pyvis would bring in IPython, half a second for a file we only read
    spec = find_spec("pyvis")
    folders = spec.submodule_search_locations if spec else None
    content = (Path(folders[0]) / _VIS_PATH).read_bytes() if folders else b""
    if hashlib.sha256(content).hexdigest() != _VIS_SHA256:
        msg = "the page needs pyvis 0.3.2 as it was published; run: pip install pyvis==0.3.2"
        raise NetgraphError(msg)
    return content


def _sigma() -> bytes:
    vendor = files("netgraph.present") / "vendor"
    record = json.loads((vendor / "vendor.json").read_text("utf-8"))
    content: bytes = (vendor / record["file"]).read_bytes()
    if hashlib.sha256(content).hexdigest() != record["sha256"]:
        msg = "the map library that netgraph carries was changed; install netgraph again"
        raise NetgraphError(msg)
    return content
