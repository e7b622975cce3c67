"""The plan of a week, with the user's own limits."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.outreach.plan import Limits
from netgraph.store import Store
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.logbook import logbook

if TYPE_CHECKING:
    from netgraph.outreach.plan import Plan


def limits(store: Store) -> Limits:
    """How much is asked at most: as the user said, else as documented."""
    usual = Limits()
    said = {name: store.log.limit(name) for name in asdict(usual)}
    return replace(usual, **{name: value for name, value in said.items() if value is not None})


def plan_week(
    store: Store, as_of: datetime, *, most: int | None = None, today: bool = False
) -> Plan:
    """The plan of the week of ``as_of``; ``most`` people instead of the week's limit."""
    from netgraph.analyse.positions import Positions
    from netgraph.outreach.plan import plan

    bounds = limits(store)
    bounds = replace(bounds, week=most) if most is not None else bounds
    graph = kept_graph(store, as_of, today=today)
    return plan(Positions(graph), logbook(store, as_of), bounds, as_of.date())
