"""My people, as reminders need to know them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netgraph.analyse.dormant import last_in_touch
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who may be written to: ``name``, the last contact seen or said (None: unknown).

    ``close``: so near that nobody asks for leave to stay in touch.
    """

    name: str
    last: date | None = None
    close: bool = False


def acquainted(graph: ContactGraph) -> dict[str, Known]:
    """Everybody of ``graph`` but me, by id."""
    found = {person.id: Known(person.name) for person in graph.people if person.id != graph.me}
    for tie in graph.ties:
        if graph.me in (tie.left, tie.right):
            other = tie.right if tie.left == graph.me else tie.left
            close = band(tie.strength) == "strong"
            found[other] = Known(found[other].name, last_in_touch(tie), close)
    return found
