"""The interactive page: one file that works without any network.

The template carries the data as JSON, our script, our style and the vis-network library out
of the installed pyvis. A content security policy names the scripts by hash and forbids every
request, so that a page full of other people's data cannot call anywhere.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import os
import tempfile
from datetime import date
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from netgraph.errors import NetgraphError
from netgraph.graph.wording import day
from netgraph.present.viewjson import to_json
from netgraph.present.viewtypes import ViewModel

#: SHA-256 of vis-network 9.1.2 as pyvis 0.3.2 carries it.
_VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"
_VIS_PATH = "lib/vis-9.1.2/vis-network.min.js"
#: Our script in the order it is read; one scope holds all of it.
_SCRIPTS = (
    "base.js",
    "words.js",
    "cards.js",
    "paths.js",
    "ways.js",
    "tables.js",
    "r_pyvis.js",
    "output.js",
    "app.js",
)
#: Above this many characters the data are compressed; below it anybody can read them.
_PLAIN_LIMIT = 1_000_000


def render(view: ViewModel) -> str:
    """The page as text; the same view gives the same text.

    NetgraphError when the installed pyvis is not the version the page was made for.
    """
    from jinja2 import Environment, PackageLoader
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("netgraph.present", "templates"), autoescape=True
    )
    vis, app = _vis_network(), _app_script()
    data = to_json(view)
    packed = len(data) > _PLAIN_LIMIT
    if packed:
        data = base64.b64encode(gzip.compress(data.encode(), mtime=0)).decode()
    # our own files and JSON without "<": escaping them would break them, and nothing needs it
    return environment.get_template("page.html.j2").render(
        view=view,
        policy=_policy(vis, app),
        vis=Markup(vis),  # noqa: S704
        app=Markup(app),  # noqa: S704
        style=Markup(_own("app.css")),  # noqa: S704
        data=Markup(data),  # noqa: S704
        packed=packed,
        as_of=_spoken(view.as_of),
        people=len(view.people) - (1 if view.me else 0),
    )


def save(view: ViewModel, path: str | os.PathLike[str]) -> Path:
    """Write the page to ``path``, readable by its owner only (mode 0600).

    The file is complete or not there at all: it is written beside the old one and then put
    in its place. NetgraphError when the folder cannot be written to.
    """
    target = Path(path)
    text = render(view)
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".netgraph-", suffix=".html")
    except OSError as error:
        msg = f"cannot write {target}: {error.strerror}"
        raise NetgraphError(msg) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).replace(target)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        msg = f"cannot write {target}: {error.strerror}"
        raise NetgraphError(msg) from error
    return target


def _spoken(iso: str) -> str:
    """A day in words; a year, which is all a redacted copy has, as it is."""
    return day(date.fromisoformat(iso)) if len(iso) == 10 else iso


def _policy(*scripts: str) -> str:
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _own(name: str) -> str:
    return (files("netgraph.present") / "templates" / name).read_text("utf-8")


def _app_script() -> str:
    parts = "\n".join(_own(name) for name in _SCRIPTS)
    return f'"use strict";\n(function () {{\n{parts}\n}})();\n'


def _vis_network() -> str:
    # importing pyvis would bring in IPython, half a second for a file we only read
    spec = find_spec("pyvis")
    folders = spec.submodule_search_locations if spec else None
    content = (Path(folders[0]) / _VIS_PATH).read_bytes() if folders else b""
    if hashlib.sha256(content).hexdigest() != _VIS_SHA256:
        msg = "the page needs pyvis 0.3.2 as it was published; run: pip install pyvis==0.3.2"
        raise NetgraphError(msg)
    return content.decode("utf-8").replace("</script", "<\\/script").replace("\r\n", "\n")
