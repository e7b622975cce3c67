"""The interactive page: one file that works without any network.

The template carries the data as JSON, our script, our style and the library that draws the
map. A content security policy names the scripts by hash and forbids every
request, so that a page full of other people's data cannot call anywhere.
"""

from __future__ import annotations

import base64
import gzip
import os
from datetime import date
from pathlib import Path

from netgraph.graph.wording import day
from netgraph.present.onefile import own_text, policy, template, write
from netgraph.present.renderers import RENDERERS, library
from netgraph.present.viewjson import to_columns, to_json
from netgraph.present.viewtypes import VIEWS, ViewModel

#: Our script in the order it is read, before that of the renderer; one scope holds all of it.
_SCRIPTS = (
    "base.js",
    "unpack.js",
    "words.js",
    "time.js",
    "cards.js",
    "steps.js",
    "paths.js",
    "ways.js",
    "tables.js",
    "week.js",
    "people.js",
    "map.js",
    "output.js",
    "print.js",
    "app.js",
)
#: What a tab is called where its view's own word does not do.
_NAMES = {"week": "This week"}
#: Above this many characters the data are compressed; below it anybody can read them.
_PLAIN_LIMIT = 1_000_000
#: What a person takes at least, without a name [characters].
_PERSON = 100


def render(view: ViewModel) -> str:
    """The page as text; the same view gives the same text.

    NetgraphError when the library that draws the map is not the one the page was made for.
    """
    from markupsafe import Markup

    renderer = RENDERERS[view.renderer]
    drawing, app = library(renderer), _app_script(renderer.script)
    packed = len(view.people) * _PERSON > _PLAIN_LIMIT
    data = "" if packed else to_json(view)
    if packed or len(data) > _PLAIN_LIMIT:
        packed = True
        data = base64.b64encode(gzip.compress(to_columns(view), 6, mtime=0)).decode()
    # our own files and JSON without "<": escaping them would break them, and nothing needs it
    return template("page.html.j2").render(
        view=view,
        policy=policy(drawing, app),
        drawing=Markup(drawing),  # noqa: S704
        app=Markup(app),  # noqa: S704
        style=Markup(own_text("app.css")),  # noqa: S704
        data=Markup(data),  # noqa: S704
        packed=packed,
        start=f"tab={view.opens_on}",
        views=_tabs(view),
        as_of=_spoken(view.as_of),
        people=len(view.people) - (1 if view.me else 0),
    )


def save(view: ViewModel, path: str | os.PathLike[str]) -> Path:
    """Write the page to ``path``; as `write` does it."""
    return write(render(view), path)


def _tabs(view: ViewModel) -> list[tuple[str, str]]:
    """The views that the page has, with what their tabs are called."""
    shown = (key for key in VIEWS if key != "week" or view.steps)
    return [(key, _NAMES.get(key, key.capitalize())) for key in shown]


def _spoken(iso: str) -> str:
    """A day in words; a year, which is all a redacted copy has, as it is."""
    return day(date.fromisoformat(iso)) if len(iso) == 10 else iso


def _app_script(renderer: str) -> str:
    # the renderer first: a part may use what an earlier one defines while it is read
    parts = "\n".join(own_text(name) for name in (renderer, *_SCRIPTS))
    return f'"use strict";\n(function () {{\n{parts}\n}})();\n'
