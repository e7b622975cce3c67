"""What the page shows of my own: who I am, what I noted, this week's people and what is due."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from netgraph.store import Store
from netgraph.workflow.logbook import logbook
from netgraph.workflow.planning import plan_week
from netgraph.workflow.reminding import due

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph
    from netgraph.outreach.mywork import MyWork


def my_work(
    store: Store, graph: ContactGraph, *, today: bool = False, letters: Path | None = None
) -> MyWork:
    """As of the moment of ``graph``, the same as `plan_week` and `due` tell.

    ``letters`` is the folder of my own templates.
    """
    from netgraph.outreach.aboutme import about_me
    from netgraph.outreach.mywork import MyWork

    at = graph.as_of
    return MyWork(
        about_me(graph, store.profile.all()),
        logbook(store, at),
        plan_week(store, at, today=today),
        due(store, at, today=today),
        letters,
    )
