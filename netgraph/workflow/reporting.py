"""The state of things for a career action plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from netgraph.analyse.reach import reach
from netgraph.outreach.plan import plan
from netgraph.outreach.promises import AHEAD, BACK, State, promises
from netgraph.outreach.reminders import reminders
from netgraph.store import Store
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.learning import with_lessons
from netgraph.workflow.logbook import logbook
from netgraph.workflow.planning import limits


def state_of(store: Store, as_of: datetime, *, today: bool = False) -> State:
    """The state of the store at ``as_of``; nobody who is left out is proposed."""
    from netgraph.analyse.positions import Positions
    from netgraph.outreach.acquainted import acquainted

    graph = with_lessons(store, kept_graph(store, as_of, today=today))
    book, bounds, day = logbook(store, as_of), limits(store), as_of.date()
    month = plan(Positions(graph), book, replace(bounds, week=bounds.month), day)
    due = reminders(book, acquainted(graph))
    return State(
        graph,
        reach(graph).targets,
        month,
        tuple(one for one in due if one.day <= day + AHEAD),
        promises(book, day - BACK, day),
    )
