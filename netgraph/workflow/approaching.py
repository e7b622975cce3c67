"""What the verbs of asking start from: the graph, what I say of myself, and the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.outreach.logbook import Logbook
from netgraph.store import Store
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.logbook import logbook

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph
    from netgraph.outreach.aboutme import AboutMe
    from netgraph.outreach.standpoints import Standpoint, Standpoints


@dataclass(frozen=True, slots=True)
class Approach:
    """The network at a moment, who I am, and what I have done so far."""

    graph: ContactGraph
    me: AboutMe
    log: Logbook
    standpoints: Standpoints

    def notes(self, at: Standpoint) -> tuple[str, ...]:
        """What to mind before writing to somebody: that I do not know them, or an open ask."""
        from netgraph.outreach.asks import before_writing
        from netgraph.outreach.standpoints import through_whom

        between = None if at.mine else through_whom(self.graph, at.person)
        return before_writing(at, self.log, between.name if between else "")


def approach(store: Store, as_of: datetime, *, today: bool = False) -> Approach:
    """The network and the log as of then; what I say of myself is as I say it today.

    ``today`` as in `kept_graph`.
    """
    from netgraph.outreach.aboutme import about_me
    from netgraph.outreach.standpoints import Standpoints

    graph, log = kept_graph(store, as_of, today=today), logbook(store, as_of)
    me = about_me(graph, store.profile.all())
    return Approach(graph, me, log, Standpoints(graph, log))
