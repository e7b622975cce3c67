"""What is known of two people, and how their tie's number comes about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netgraph.analyse.working import number, working
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Person, Tie


@dataclass(frozen=True, slots=True)
class Between:
    """Two people and their tie, None when nothing tells of one.

    ``denied`` is when the user said that they do not know each other, None when not.
    ``band`` is the word for it ("" without a tie), ``working`` the calculation in lines: how
    the strength comes about, then the chance, then what orders whom to ask where it differs.
    ``left_out`` are those of the two (ids) whom the user wants left out of everything.
    """

    left: Person
    right: Person
    tie: Tie | None
    band: str
    working: tuple[str, ...]
    denied: datetime | None = None
    left_out: frozenset[str] = frozenset()


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
    return Between(left, right, tie, band(tie.strength), tuple(lines), left_out=aside)
