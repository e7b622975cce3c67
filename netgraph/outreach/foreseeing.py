"""What the network says of an ask before it is answered."""

from __future__ import annotations

import numpy as np

from netgraph.analyse.goals import Goal
from netgraph.analyse.insiders import insiders
from netgraph.analyse.routes import Allowed, Routes
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Foreseen

#: The kind of a tie of which nothing tells how close it is.
UNKNOWN = "unknown"


def foreseen(graph: ContactGraph, person: str, goal: Goal | None = None) -> Foreseen | None:
    """My tie with ``person`` (id), and the likeliest path to ``goal`` that begins with them.

    By chances, not by warmth (see `Routes`). None where no tie is known.
    """
    tie = graph.tie(graph.me, person) if graph.me != person else None
    if tie is None:
        return None
    kind = UNKNOWN if tie.strength is None else str(tie.kind)
    hops, chance = _best(graph, person, goal) if goal else (None, None)
    return Foreseen(kind, tie.chance.mid, hops, chance)


def _best(graph: ContactGraph, person: str, goal: Goal) -> tuple[int | None, float | None]:
    inside = [graph.index[one.id] for one in insiders(graph, goal.employers).now]
    me, asked = graph.index[graph.me], graph.index[person]
    ends = np.array(inside, dtype=np.intp)
    routes = Routes(graph, me, ends, Allowed(graph.barred_from(goal.employers)), graph.flat.weight)
    if asked in routes.inside:
        return 1, float(routes.first[asked])
    best: tuple[int | None, float | None] = (None, None)
    for insider in routes.inside:
        found = routes.to(insider)
        for place in np.flatnonzero(found.firsts == asked).tolist():
            chance = float(found.scores[place])
            if best[1] is None or chance > best[1]:
                best = (2 if found.slots[place] < 0 else 3, chance)
    return best
