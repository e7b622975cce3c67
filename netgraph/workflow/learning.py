"""The user's own outcomes, and the graph that knows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.model import Did, LogEntry
from netgraph.outreach.logbook import Ask, Logbook
from netgraph.store import Store

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph


def with_lessons(store: Store, graph: ContactGraph) -> ContactGraph:
    """``graph`` with what the user's outcomes up to its moment tell; itself without any."""
    asks = asks_by(store, graph.as_of)
    if not asks:
        return graph
    from netgraph.outreach.learning import lessons, settled_cases

    told = lessons(settled_cases(asks))
    return replace(graph, lessons=told) if told.cases else graph


def asks_by(store: Store, as_of: datetime) -> tuple[Ask, ...]:
    """The requests made by ``as_of`` and what came of them by then, in order.

    Lines belong together when they share a subject: who is who need not be known for it.
    """
    entries = [one for one in store.log.all() if not one.undone and one.on <= as_of.date()]
    if not any(one.did is Did.ASKED for one in entries):
        return ()
    whose = _whose(entries)
    told = [replace(one, person=whose[one.number]) for one in entries]
    return Logbook(tuple(sorted(told, key=lambda one: (one.on, one.number)))).asks


def _whose(entries: list[LogEntry]) -> dict[int, str]:
    """The number of a line to one subject that stands for all that are joined with its own."""
    first: dict[str, str] = {}

    def root(subject: str) -> str:
        while first.setdefault(subject, subject) != subject:
            subject = first[subject]
        return subject

    for one in entries:
        for subject in one.subjects[1:]:
            low, high = sorted((root(one.subjects[0]), root(subject)))
            first[high] = low
    return {one.number: root(one.subjects[0]) if one.subjects else one.name for one in entries}
