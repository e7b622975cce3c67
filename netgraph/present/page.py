"""The interactive page: one file that works without any network.

The template carries the data as JSON, our script, our style and the library that draws the
map. A content security policy names the scripts by hash and forbids every
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
from pathlib import Path

from netgraph.errors import NetgraphError
from netgraph.graph.wording import day
from netgraph.present.renderers import RENDERERS, library
from netgraph.present.viewjson import to_json
from netgraph.present.viewtypes import ViewModel

#: Our script in the order it is read, before that of the renderer; one scope holds all of it.
_SCRIPTS = (
    "base.js",
    "words.js",
    "cards.js",
    "paths.js",
    "ways.js",
    "tables.js",
    "map.js",
    "output.js",
    "app.js",
)
#: Above this many characters the data are compressed; below it anybody can read them.
_PLAIN_LIMIT = 1_000_000


def render(view: ViewModel) -> str:
    """The page as text; the same view gives the same text.

    NetgraphError when the library that draws the map is not the one the page was made for.
    """
    from jinja2 import Environment, PackageLoader
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader("netgraph.present", "templates"), autoescape=True
    )
    renderer = RENDERERS[view.renderer]
    drawing, app = library(renderer), _app_script(renderer.script)
    data = to_json(view)
    packed = len(data) > _PLAIN_LIMIT
    if packed:
        data = base64.b64encode(gzip.compress(data.encode(), mtime=0)).decode()
    # our own files and JSON without "<": escaping them would break them, and nothing needs it
    return environment.get_template("page.html.j2").render(
        view=view,
        policy=_policy(drawing, app),
        drawing=Markup(drawing),  # noqa: S704
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


def _app_script(renderer: str) -> str:
    # the renderer first: a part may use what an earlier one defines while it is read
    parts = "\n".join(_own(name) for name in (renderer, *_SCRIPTS))
    return f'"use strict";\n(function () {{\n{parts}\n}})();\n'
