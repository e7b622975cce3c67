"""What is known of two people, and how their tie's number comes about."""

from __future__ import annotations

from dataclasses import dataclass

from netgraph.analyse.calculation import number
from netgraph.graph.chances import CERTAIN, UNKNOWN, band, combined
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Evidence, EvidenceKind, Person, Tie


@dataclass(frozen=True, slots=True)
class Between:
    """Two people and their tie, None when nothing tells of one.

    ``band`` is the word for it ("" without a tie), ``working`` the calculation in lines: how
    the strength comes about, then the chance.
    """

    left: Person
    right: Person
    tie: Tie | None
    band: str
    working: tuple[str, ...]


def between(graph: ContactGraph, left: Person, right: Person) -> Between:
    """The tie of ``left`` and ``right`` in ``graph``, and its calculation.

    Formula and constants: see chances.py.
    """
    tie = graph.tie(left.id, right.id)
    if tie is None:
        return Between(left, right, None, "", ())
    mine = graph.me in {left.id, right.id}
    working = (*_strength(tie, mine=mine), _chance(tie))
    return Between(left, right, tie, band(tie.strength), working)


def _strength(tie: Tie, *, mine: bool) -> list[str]:
    if tie.strength is None:
        return ["Strength: unknown; no message and no word says how close they are."]
    if tie.chance.basis.startswith("your own word"):
        value = number(tie.strength)
        return [f"Strength: {value}, by the word on how close they are; it stands above the rest."]
    parts = amounts(tie.evidence, mine=mine)
    if len(parts) == 1:
        return [f"Strength: {number(parts[0])}, by the one piece that has a number."]
    listed = ", ".join(map(number, parts))
    if mine:
        return [f"Strength: the best of {listed}; all tell of the one acquaintance."]
    missing = " × ".join(f"(1 − {number(part)})" for part in parts)
    most = f", the most there is: {number(CERTAIN)}" if combined(parts) == CERTAIN else ""
    result = f"1 − {missing} = {number(tie.strength)}{most}"
    return [f"Strength: {result}; these are independent views."]


def amounts(evidence: tuple[Evidence, ...], *, mine: bool) -> list[float]:
    """The amounts that make up a strength, largest first.

    The best of a tie of mine counts; of others' ties all are combined, only that of several
    calculated from their own messages the best holds the others.
    """
    firm = [e for e in evidence if e.amount is not None and e.kind is not EvidenceKind.INFERRED]
    traces = sorted((e.amount or 0.0 for e in firm if e.how), reverse=True)
    views = [e.amount or 0.0 for e in firm if not e.how]
    if mine:
        return sorted(traces + views, reverse=True)
    guesses = [e.amount for e in evidence if e.amount and e.kind is EvidenceKind.INFERRED]
    return sorted(traces[:1] + views + guesses, reverse=True)


def _chance(tie: Tie) -> str:
    chance = tie.chance
    text = f"Chance: {number(chance.mid)}, likely between {number(chance.low)} and "
    text += f"{number(chance.high)}; {chance.basis}."
    if tie.strength is None and chance.mid > UNKNOWN[1]:
        text += " What is guessed is more than what an unknown tie counts for."
    elif tie.strength is None:
        text += " The number only serves the order."
    elif chance.mid > tie.strength:
        text += " A file that keeps them leaves open how close: unknown there, not weak."
    return text
