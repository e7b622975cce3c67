"""What is known of two people, and how their tie's number comes about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from netgraph.analyse.working import number, working
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.measures import overlap, span
from netgraph.graph.wording import counted
from netgraph.model import Person, Tie


@dataclass(frozen=True, slots=True)
class Around:
    """Where a tie of two others stands in the network without me; it explains, and ranks nothing.

    ``common`` counts the acquaintances [people] whom both have, ``overlap`` [0, 1] is their share
    (see `overlap`). ``span`` is the ties on the shortest other way between the two, None when
    there is none: then the tie is a bridge, and from 3 on a local bridge.
    """

    common: int
    overlap: float
    span: int | None

    @property
    def line(self) -> str:
        """The same in a sentence."""
        if self.common:
            them = counted(self.common, "acquaintance")
            return f"Around: {them} in common (overlap {number(self.overlap)}), you left out."
        if self.span is None:
            return "Around: a bridge; you left out, nothing else joins them."
        return f"Around: a local bridge; you left out, the next way has {self.span} steps."


@dataclass(frozen=True, slots=True)
class Between:
    """Two people and their tie, None when nothing tells of one.

    ``denied`` is when the user said that they do not know each other, None when not.
    ``band`` is the word for it ("" without a tie), ``working`` the calculation in lines: how
    the strength comes about, then the chance, then what orders whom to ask where it differs.
    ``left_out`` are those of the two (ids) whom the user wants left out of everything.
    ``around`` is None without a tie, and when one of the two is me.
    """

    left: Person
    right: Person
    tie: Tie | None
    band: str
    working: tuple[str, ...]
    denied: datetime | None = None
    left_out: frozenset[str] = frozenset()
    around: Around | None = None


def between(graph: ContactGraph, left: Person, right: Person) -> Between:
    """The tie of ``left`` and ``right`` in ``graph``, and its calculation.

    Formula and constants: see chances.py.
    """
    tie = graph.tie(left.id, right.id)
    pair = {left.id, right.id}
    aside = frozenset(pair & {one.id for one in graph.excluded})
    if tie is None:
        said = (word.when for word in graph.denied if {word.left, word.right} == pair)
        return Between(left, right, None, "", (), next(said, None), aside)
    told, chance = working(tie, graph.me), tie.chance
    lines = [f"Strength: {told.strength}."]
    lines.append(
        f"Chance: {number(chance.mid)}, likely between {number(chance.low)} and "
        f"{number(chance.high)}; {chance.basis}. {told.chance}".rstrip()
    )
    if told.order:
        lines.append(f"Order: {told.order}.")
    around = None if graph.me in pair else _around(graph, left.id, right.id)
    lines += [around.line] if around else []
    return Between(
        left, right, tie, band(tie.strength), tuple(lines), left_out=aside, around=around
    )


def _around(graph: ContactGraph, left: str, right: str) -> Around:
    flat = graph.flat_without_me
    one, other = graph.index[left], graph.index[right]
    common = np.intersect1d(flat.neighbours(one), flat.neighbours(other))
    return Around(len(common), overlap(flat, one, other), span(flat, one, other))
