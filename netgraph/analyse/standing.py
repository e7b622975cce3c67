"""Where somebody stands among others, by the textbook measures: explanation, never the rank.

On messages of thirteen mailing lists these measures did not find who introduces people
(NDCG@10 .18 to .19 for constraint and betweenness, .32 for the tie alone); they describe a
position.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from netgraph.analyse.positions import Positions
from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph
from netgraph.graph.measures import Roles, constraint_by_tie, hierarchy, roles
from netgraph.graph.wording import counted


@dataclass(frozen=True, slots=True)
class Standing:
    """A position in the network without me; all 0, and ``constraint`` None, without other ties.

    ``acquaintances`` [people] are everybody tied to the person; ``effective_size`` [people]
    counts them without those who know each other anyway, ``efficiency`` [0, 1] is its share
    (Burt 1992; Borgatti 1997); ``constraint`` is low for whoever is free to choose between
    circles (Burt 1992). ``between`` [pairs] of acquaintances who do not know each other have
    only the person in common, shared out where others do too (ego betweenness; Everett &
    Borgatti 2005). ``betweenness`` [0, 1] is the share of all shortest paths that pass the
    person (Freeman 1977), None in networks of more than `MOST_EXACT` people.
    ``participation`` [0, 1) tells how evenly the ties spread over circles (Guimera & Amaral
    2005). ``own_constraint`` is the constraint in the person's own network alone, None like
    ``constraint``; ``hierarchy`` [0, 1] tells how far few acquaintances make most of it (Burt
    1992). ``roles`` counts the pairs of acquaintances whom the person joins, both ways round, by
    the circles of the three (see `Roles`).
    """

    acquaintances: int = 0
    effective_size: float = 0.0
    efficiency: float = 0.0
    constraint: float | None = None
    between: float = 0.0
    betweenness: float | None = 0.0
    participation: float = 0.0
    own_constraint: float | None = None
    hierarchy: float = 0.0
    roles: Roles = field(default_factory=Roles)

    @property
    def line(self) -> str:
        """The measures in one line, in words and numbers."""
        if self.constraint is None:
            return "no tie to anybody else is known"
        pairs = counted(round(self.between), "pair")
        whole = "" if self.betweenness is None else f", betweenness {self.betweenness:.3f}"
        return (
            f"knows {counted(self.acquaintances, 'person', 'people')}, "
            f"{self.effective_size:.1f} of them apart from each other (effective size; "
            f"efficiency {self.efficiency:.2f}); stands between {pairs} of them; "
            f"constraint {self.constraint:.2f} (hierarchy {self.hierarchy:.2f}){whole}; "
            f"participation {self.participation:.2f}; {self._joining}"
        )

    @property
    def _joining(self) -> str:
        """How many pairs the person joins that are not in one circle with each other."""
        held = self.roles
        across = held.gatekeeper + held.representative + held.liaison
        return f"joins {counted(across // 2, 'pair')} of different circles"


def standing(at: Positions, number: int) -> Standing:
    """The measures for somebody by number in ``graph.people``."""
    flat = at.graph.flat_without_me
    known = int(flat.degrees[number])
    if not known:
        return Standing(betweenness=0.0 if at.betweenness is not None else None)
    constraint, size = engine.holes_around(flat, number)
    parts = constraint_by_tie(flat, number)
    return Standing(
        acquaintances=known,
        effective_size=size,
        efficiency=size / known,
        constraint=constraint,
        between=engine.ego_betweenness(flat, number),
        betweenness=None if at.betweenness is None else float(at.betweenness[number]),
        participation=float(at.participation[number]),
        own_constraint=float(parts.sum()),
        hierarchy=hierarchy(parts),
        roles=roles(_own_network(flat, number), at.circle_numbers, number),
    )


def _own_network(flat: FlatGraph, number: int) -> list[tuple[int, int]]:
    """The ties of somebody and those among their acquaintances, each both ways."""
    near = {number, *flat.neighbours(number).tolist()}
    return [(one, to) for one in near for to in near.intersection(flat.neighbours(one).tolist())]
