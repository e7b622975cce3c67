"""The page as a value: written to a file, or shown in a notebook cell."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from netgraph.analyse.bridges import bridges
from netgraph.analyse.communities import communities
from netgraph.analyse.places import places
from netgraph.analyse.reach import all_paths, reach
from netgraph.graph.contactgraph import ContactGraph
from netgraph.outreach.mywork import MyWork
from netgraph.present.cutting import cut_down
from netgraph.present.page import render, save
from netgraph.present.pyvis_ import to_pyvis
from netgraph.present.redact import redact as redacted
from netgraph.present.renderers import choose
from netgraph.present.steps import with_steps
from netgraph.present.viewmodel import Drawing, view_model
from netgraph.present.viewtypes import VIEWS, ViewModel
from netgraph.resolve.cycles import cycles_unsought

if TYPE_CHECKING:
    from pyvis.network import Network

#: Bridges and paths a target that the page shows.
BRIDGES = 30
PATHS = 8
#: People on the page that a notebook shows, since it is kept in the notebook's file.
IN_NOTEBOOK = 2_000
HINT = "If you only see this line, run the cell again, or trust the notebook (File menu)."


@dataclass(frozen=True, slots=True)
class Explorer:
    """The interactive page; a notebook shows it in a frame that cannot reach anything else.

    Of a large network a notebook shows a part, and says so.
    """

    view: ViewModel

    def html(self) -> str:
        """The page as text."""
        with cycles_unsought():
            return render(self.view)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page to ``path`` (mode 0600); `NetgraphError` when that is not possible."""
        with cycles_unsought():
            return save(self.view, path)

    def to_pyvis(self) -> Network:
        """The map as a ``pyvis.network.Network`` of your own, to change and to show."""
        return to_pyvis(self.view)

    def _repr_mimebundle_(self, **_options: object) -> dict[str, str]:
        shown = cut_down(self.view, IN_NOTEBOOK)
        page = escape(render(shown))
        cut = "" if shown is self.view else f"<p>{escape(shown.notes[-1])}</p>"
        frame = (
            f'<iframe srcdoc="{page}" sandbox="allow-scripts allow-downloads '
            'allow-popups" style="width:100%;height:720px;border:0" title="netgraph"></iframe>'
        )
        return {
            "text/html": f"<p>{HINT}</p>{cut}{frame}",
            "text/plain": 'A netgraph page; write it with .save("network.html")',
        }


@cycles_unsought()
def explore(
    graph: ContactGraph,
    *,
    redact: str = "",
    salt: str = "",
    renderer: str = "auto",
    view: str = "paths",
    mine: MyWork | None = None,
) -> Explorer:
    """The interactive page of ``graph``: paths to every target, map, bridges, people.

    ``redact`` is "" (everything), "names" or "full"; ``salt`` decides the pseudonyms, so give
    a fresh one for every copy that leaves your hands. ``renderer`` draws the map: "pyvis" up to
    2,500 people, "sigma" many more, "auto" whichever fits. The page opens on ``view``, one of
    `viewtypes.VIEWS`; ``ValueError`` for another word. ``mine`` adds my own next steps: what to
    ask, drafts, the log and the view "week"; a redacted copy has none of them.
    """
    if view not in VIEWS:
        msg = f"a view is one of {', '.join(VIEWS)}, not {view!r}"
        raise ValueError(msg)
    drawn_by = choose(renderer, len(graph.people))
    found = communities(graph)
    circles = {member: circle.name for circle in found.circles for member in circle.members}
    ways = {match.target.name: all_paths(graph, match) for match in graph.targets}
    shown = view_model(
        graph,
        bridges(graph, limit=BRIDGES),
        [replace(one, paths=one.paths[:PATHS]) for one in ways.values()],
        reach(graph, ways).targets,
        circles,
        Drawing(drawn_by, places(graph, found)),
    )
    if mine and not redact:
        shown = with_steps(shown, graph, mine, ways)
    opens_on = view if view != "week" or shown.steps else VIEWS[0]
    shown = replace(shown, opens_on=opens_on)
    return Explorer(redacted(shown, redact, salt) if redact else shown)
