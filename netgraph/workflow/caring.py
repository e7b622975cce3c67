"""Silent ties, and give and take, as of a moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.store import Store
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.logbook import logbook

if TYPE_CHECKING:
    from netgraph.outreach.giving import Giving
    from netgraph.outreach.quiet import Quiet


def quiet(store: Store, as_of: datetime, silent: int, *, today: bool = False) -> tuple[Quiet, ...]:
    """Good ties without contact for ``silent`` days, most valuable first."""
    from netgraph.analyse.positions import Positions
    from netgraph.outreach.quiet import quiet as quiet_ties

    at, book = Positions(kept_graph(store, as_of, today=today)), logbook(store, as_of)
    return quiet_ties(at, book, as_of.date(), silent)


def giving(store: Store, as_of: datetime, *, today: bool = False) -> Giving:
    """Who helped me, what I gave, and whom I could introduce to whom."""
    from netgraph.analyse.positions import Positions
    from netgraph.outreach.giving import giving as give_and_take

    return give_and_take(Positions(kept_graph(store, as_of, today=today)), logbook(store, as_of))
