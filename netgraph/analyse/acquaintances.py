"""Who of my people may know somebody inside a target although nothing says so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from netgraph.analyse.communities import Communities
from netgraph.analyse.insiders import is_inside
from netgraph.analyse.outlook import Outlook
from netgraph.analyse.routes import Floats, Numbers
from netgraph.graph.chances import MEMBERS_LIMIT, USUAL_SIZE, overlap_chance
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind

#: Chance that two people of one circle know each other whom no evidence ties [prior]: more
#: than any two strangers, less than colleagues of a small firm.
SHARED_CIRCLE = 0.1


@dataclass(frozen=True, slots=True)
class Maybe:
    """Pairs worth asking about: numbers of somebody I know (``asked``) and of one inside.

    ``ends`` are the places of the latter in `Outlook.inside`; ``chances`` (0, 1) that the two
    know each other; ``why`` says what they share.
    """

    asked: Numbers
    ends: Numbers
    chances: Floats
    why: tuple[str, ...]


class Acquaintances:
    """What people share that makes it worth asking whether they know each other."""

    def __init__(self, graph: ContactGraph, circles: Communities) -> None:
        self._graph = graph
        self._circles = circles
        members: defaultdict[str, set[int]] = defaultdict(set)
        for one in graph.memberships:
            if one.kind is AffiliationKind.WORK and is_inside(one) and one.person != graph.me:
                members[one.employer].add(graph.index[one.person])
        #: Employers with so many people in the files that no acquaintance is guessed there.
        self._crowded = {e: who for e, who in members.items() if len(who) > MEMBERS_LIMIT}
        self._in_circle: defaultdict[int, list[int]] = defaultdict(list)
        for person, circle in circles.of.items():
            self._in_circle[circle].append(graph.index[person])

    def of(self, outlook: Outlook) -> Maybe:
        """Pairs of somebody who may be asked and somebody inside whom no tie joins.

        They share a circle (of the network without me), or a crowded employer. In order of the
        person inside, then the other.
        """
        found: list[tuple[int, int, float, str]] = []
        for place, insider in enumerate(outlook.inside.tolist()):
            if outlook.mine.chance[insider] > 0:
                continue
            tied = set(self._graph.flat.neighbours(insider).tolist())
            shared = self._sharing(insider)
            found += [
                (one, place, *shared[one])
                for one in sorted(shared.keys() - tied)
                if outlook.askable[one]
            ]
        return Maybe(
            np.array([row[0] for row in found], dtype=np.intp),
            np.array([row[1] for row in found], dtype=np.intp),
            np.array([row[2] for row in found], dtype=np.float64),
            tuple(row[3] for row in found),
        )

    def _sharing(self, insider: int) -> dict[int, tuple[float, str]]:
        """With whom somebody shares something: how likely they know each other, and what."""
        graph, shared = self._graph, dict[int, tuple[float, str]]()
        circle = self._circles.of.get(graph.people[insider].id)
        if circle is not None:
            why = f"both belong to {self._circles.circles[circle].name}, nothing else tells of it"
            shared = dict.fromkeys(self._in_circle[circle], (SHARED_CIRCLE, why))
        for employer, who in self._crowded.items():
            if insider in who:
                at = graph.employer_by_id[employer]
                chance = overlap_chance(at.size or USUAL_SIZE, None)
                if chance > SHARED_CIRCLE:
                    why = f"both at {at.name}, nothing else tells of it"
                    shared |= dict.fromkeys(who, (chance, why))
        return shared
