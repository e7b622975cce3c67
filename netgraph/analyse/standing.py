"""Where somebody stands among others, by the textbook measures: explanation, never the rank.

On messages of thirteen mailing lists these measures did not find who introduces people
(NDCG@10 .18 to .19 for constraint and betweenness, .32 for the tie alone); they describe a
position.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from netgraph.analyse.positions import Positions
from netgraph.graph import engine
from netgraph.graph.flat import FlatGraph
from netgraph.graph.measures import Roles, constraint_by_tie, hierarchy, range_of_mean, roles
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
    person (Freeman 1977). Among more than `MOST_EXACT` people it is None, or where asked to
    explain estimated from the paths of ``betweenness_samples`` people drawn (0: exact), and
    then lies 95 times in 100 between ``betweenness_low`` and ``betweenness_high``.
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
    betweenness_samples: int | None = 0
    betweenness_low: float | None = 0.0
    betweenness_high: float | None = 0.0
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
        return (
            f"knows {counted(self.acquaintances, 'person', 'people')}, "
            f"{self.effective_size:.1f} of them apart from each other (effective size; "
            f"efficiency {self.efficiency:.2f}); stands between {pairs} of them; "
            f"constraint {self.constraint:.2f} (hierarchy {self.hierarchy:.2f}){self._whole}; "
            f"participation {self.participation:.2f}; {self._joining}"
        )

    @property
    def _whole(self) -> str:
        """The betweenness, and how far to trust it; nothing where it is not known."""
        if self.betweenness is None:
            return ""
        if not self.betweenness_samples:
            return f", betweenness {self.betweenness:.3f}"
        return (
            f", betweenness about {self.betweenness:.3f} (estimated from the paths of "
            f"{self.betweenness_samples} people; 95 times in 100 it lies between "
            f"{self.betweenness_low:.3f} and {self.betweenness_high:.3f})"
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
        return Standing(**_between(at, number, tied=False))
    constraint, size = engine.holes_around(flat, number)
    parts = constraint_by_tie(flat, number)
    return Standing(
        acquaintances=known,
        effective_size=size,
        efficiency=size / known,
        constraint=constraint,
        between=engine.ego_betweenness(flat, number),
        **_between(at, number),
        participation=float(at.participation[number]),
        own_constraint=float(parts.sum()),
        hierarchy=hierarchy(parts),
        roles=roles(_own_network(flat, number), at.circle_numbers, number),
    )


def _between(at: Positions, number: int, *, tied: bool = True) -> dict[str, Any]:
    """What `Standing` tells of betweenness; who is not ``tied`` lies on no path for certain."""
    samples = at.betweenness_samples
    if samples is None:
        parts: tuple[float | None, ...] = (None, None, None)
    elif not tied:
        parts, samples = (0.0, 0.0, 0.0), 0
    else:
        assert at.betweenness is not None
        share = float(at.betweenness[number])
        parts = (share, *(range_of_mean(share, samples) if samples else (share, share)))
    names = ("betweenness", "betweenness_low", "betweenness_high")
    return dict(zip(names, parts, strict=True)) | {"betweenness_samples": samples}


def _own_network(flat: FlatGraph, number: int) -> list[tuple[int, int]]:
    """The ties of somebody and those among their acquaintances, each both ways."""
    near = {number, *flat.neighbours(number).tolist()}
    return [(one, to) for one in near for to in near.intersection(flat.neighbours(one).tolist())]
