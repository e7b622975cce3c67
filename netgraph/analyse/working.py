"""How the number of a tie comes about, in words: for a tie alone and for a step of a path."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import isclose, prod

from netgraph.graph.chances import CERTAIN, UNKNOWN, warmth, warmth_working
from netgraph.graph.reckoning import Reckoning, Rule, reckoning_of
from netgraph.model import Evidence, EvidenceKind, Tie


@dataclass(frozen=True, slots=True)
class Working:
    """``pieces`` that have a number and count, largest first; ``strength`` says how they make it.

    ``chance`` says what the number for calculating is when that is not the strength, else "";
    ``order`` what stands for it where people are put in order, "" when that is the same.
    """

    pieces: tuple[Evidence, ...]
    strength: str
    chance: str
    order: str


def working(tie: Tie, me: str) -> Working:
    """The arithmetic of ``tie``, from the same `reckon` that made it; ``me`` is my person id."""
    reckoning = reckoning_of(tie, me)
    return Working(reckoning.pieces, _strength(reckoning), _chance(tie), _order(tie))


def _order(tie: Tie) -> str:
    if tie.warmed is None:
        return ""
    warm = max(one.warm or 0.0 for one in tie.evidence)
    if warm and isclose(tie.warmed, warmth(warm)):
        return f"{number(tie.warmed)} = {warmth_working(warm)}, by how recently they were in touch"
    return f"{number(tie.warmed)}, by what counts more than how recently they were in touch"


def _strength(found: Reckoning) -> str:
    if found.strength is None:
        return "unknown; no message and no word says how close they are"
    value = number(found.strength)
    amounts = [one.amount or 0.0 for one in found.pieces]
    if found.rule is Rule.WORD:
        return f"{value}, by the word on how close they are; it stands above the rest"
    if len(amounts) == 1:
        return f"{value}, by the one piece that has a number"
    if found.rule is Rule.BEST:
        return f"the best of {', '.join(map(number, amounts))}; all tell of the one acquaintance"
    missing = " × ".join(f"(1 − {number(amount)})" for amount in amounts)
    result = 1 - prod(1 - amount for amount in amounts)
    most = f", the most there is: {value}" if result > CERTAIN else ""
    return f"1 − {missing} = {number(result)}{most}; these are independent views"


def _chance(tie: Tie) -> str:
    if tie.strength is None and tie.chance.mid > UNKNOWN[1]:
        return "What is guessed is more than what an unknown tie counts for."
    if tie.strength is None:
        return "The number only serves the order."
    if tie.chance.mid > tie.strength:
        return "A file that keeps them leaves open how close: unknown there, not weak."
    return ""


def resting_on(tie: Tie) -> tuple[Evidence, ...]:
    """The piece that sets the number of ``tie``; after a word, what was seen and tells most.

    "You said how close: well" alone would not tell when the two were last in touch.
    """
    first, *rest = tie.evidence
    seen = (e for e in rest if e.kind is EvidenceKind.OBSERVED and e.amount is not None)
    return (first, *islice(seen, 1)) if first.kind is EvidenceKind.STATED else (first,)


def in_telling_order(tie: Tie) -> tuple[Evidence, ...]:
    """All evidence of ``tie``: what it rests on, then the rest, the most telling first."""
    return tuple(dict.fromkeys([*resting_on(tie), *tie.evidence]))


def number(value: float) -> str:
    """A number in [0, 1] with three decimal places, two digits when it is smaller."""
    text = f"{value:.2g}" if 0 < value < 0.01 else f"{value:.3f}"
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text
