"""What the user's own outcomes make of a chance; without any it stays as it was."""

from __future__ import annotations

from collections.abc import Sequence
from math import log, tanh

from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.wording import counted
from netgraph.model import Chance, Lesson, Tie

#: What an own outcome is weighed against: so many cases as documented [cases] [prior].
PRIOR_CASES = 10
#: From so many own cases on chances are calibrated by them (ranking notes) [cases].
CALIBRATED = 30
#: Chances nearer to 0 or 1 count as these.
_LEAST, _MOST = 0.01, 0.99


def sharpened(graph: ContactGraph, chance: Chance, ties: Sequence[Tie]) -> Chance:
    """``chance`` of a path of mine that begins with the first of ``ties``, by ``graph.lessons``.

    Below `CALIBRATED` cases its kind of tie and path moves it (see `shifted`), from then on the
    curve of all cases (Platt 1999). The order of chances of one kind stays. Paths of others, and
    mine while I have no case, are as they were.
    """
    told = graph.lessons
    if not told.cases or graph.me not in (ties[0].left, ties[0].right):
        return chance
    if told.curve is not None:
        slope, start = told.curve
        basis = f"calibrated on {counted(told.cases, 'request')} of your own, {told.yes} yes"
        moved = [unlogit(slope * logit(p) + start) for p in (chance.low, chance.mid, chance.high)]
        return Chance(moved[0], moved[1], moved[2], basis)
    kind = kind_of(ties[0])
    lesson = next((c for c in told.kinds if (c.kind, c.direct) == (kind, len(ties) == 1)), None)
    if lesson is None:
        own = f"none of your {counted(told.cases, 'own request')} was of this kind"
        return Chance(chance.low, chance.mid, chance.high, f"{chance.basis}; {own}")
    basis = (
        f"documented priors and {counted(lesson.cases, 'request')} of your own of this kind, "
        f"{lesson.yes} yes; too few to calibrate by"
    )
    low, mid, high = (shifted(p, lesson) for p in (chance.low, chance.mid, chance.high))
    return Chance(low, mid, high, basis)


def kind_of(tie: Tie) -> str:
    """The kind of a tie as it is learnt about: its kind of evidence, "unknown" how close."""
    return "unknown" if tie.strength is None else str(tie.kind)


def shifted(chance: float, lesson: Lesson) -> float:
    """``chance`` [0, 1] moved as far as the mean of its kind moves, on the scale of log odds.

    The mean expected m becomes (κ m + yes) / (κ + cases), the mean of a Beta with κ =
    `PRIOR_CASES` cases as documented after the user's own (Beta-binomial).
    """
    mean = (PRIOR_CASES * lesson.expected + lesson.yes) / (PRIOR_CASES + lesson.cases)
    return unlogit(logit(chance) + logit(mean) - logit(lesson.expected))


def logit(chance: float) -> float:
    """The log odds of ``chance``, taken within [.01, .99]."""
    kept = min(max(chance, _LEAST), _MOST)
    return log(kept / (1 - kept))


def unlogit(odds: float) -> float:
    """The inverse of `logit`."""
    # the same as 1 / (1 + e^-odds), for any number
    return (1 + tanh(odds / 2)) / 2
