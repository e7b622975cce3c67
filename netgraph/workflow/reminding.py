"""What is due as of a moment, of the people of that moment."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.store import Store
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.logbook import logbook

if TYPE_CHECKING:
    from netgraph.outreach.keeping import Kept
    from netgraph.outreach.reminders import Reminder


def due(store: Store, as_of: datetime, *, today: bool = False) -> tuple[Reminder, ...]:
    """Everything due by what is known at ``as_of``, sooner or later, in the order of the days.

    Whoever is left out is not proposed; what is owed to them, a thank-you, stays.
    """
    from netgraph.outreach.acquainted import acquainted
    from netgraph.outreach.reminders import reminders

    book = logbook(store, as_of)
    if not book.entries and not book.rhythms:
        return ()
    return reminders(book, acquainted(kept_graph(store, as_of, today=today)))


def kept(store: Store, as_of: datetime, *, today: bool = False) -> tuple[Kept, ...]:
    """With whom the user stays in touch, the next due first; who is left out is not shown."""
    from netgraph.outreach import keeping
    from netgraph.outreach.acquainted import acquainted

    book = logbook(store, as_of)
    return (
        keeping.kept(book, acquainted(kept_graph(store, as_of, today=today)))
        if book.rhythms
        else ()
    )
