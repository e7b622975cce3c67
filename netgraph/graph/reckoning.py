"""How the strength of a tie comes about from its evidence: the one place that adds up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from netgraph.graph.chances import CERTAIN, combined, warmth
from netgraph.model import Chance, Evidence, EvidenceKind, Tie

_ORDER = {EvidenceKind.OBSERVED: 0, EvidenceKind.STATED: 1, EvidenceKind.INFERRED: 2}


class Rule(StrEnum):
    """What decides."""

    WORD = "a word on how close they are, above everything else"
    BEST = "the best sign, for a tie of mine: all tell of the one acquaintance"
    VIEWS = "independent views of a tie of two others, combined"
    GUESSES = "guesses alone, combined"
    NOTHING = "no sign of how close"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """``strength`` [0, 1] by ``rule`` from ``pieces``, largest amount first; None when unknown.

    Where nothing tells of the strength ``pieces`` are the guesses there are.
    """

    rule: Rule
    pieces: tuple[Evidence, ...]
    strength: float | None


def reckon(evidence: Sequence[Evidence], *, mine: bool, word: Evidence | None) -> Reckoning:
    """What ``evidence`` of one tie amounts to; ``mine``: I am one of the two.

    A ``word`` on how close they are overrides all. Of a tie of mine the best sign counts: mine
    are first-hand, and tell of the one acquaintance. Between two others what each of them
    recorded (the best holds all the others), what somebody else saw or says and what is guessed
    are independent views (ranking notes 1.2), so that one more file never makes a tie less
    likely. Guesses beside a bare entry in a list leave the strength unknown.
    """
    if word is not None:
        return Reckoning(Rule.WORD, (word,), word.amount)
    seen = [one for one in evidence if one.kind is not EvidenceKind.INFERRED]
    guesses = [one for one in evidence if one.kind is EvidenceKind.INFERRED]
    firm = _largest_first([one for one in seen if one.amount is not None])
    if not firm:
        pieces = tuple(_largest_first(guesses))
        if seen or not guesses:
            return Reckoning(Rule.NOTHING, pieces, None)
        return Reckoning(Rule.GUESSES, pieces, _together(pieces))
    if mine:
        return Reckoning(Rule.BEST, tuple(firm), firm[0].amount)
    traces = [one for one in firm if one.how]
    views = [one for one in firm if not one.how]
    pieces = tuple(_largest_first([*traces[:1], *views, *guesses]))
    return Reckoning(Rule.VIEWS, pieces, _together(pieces))


def reckoning_of(tie: Tie, me: str) -> Reckoning:
    """How the strength of ``tie`` came about; ``me`` is my person id."""
    word = tie.evidence[0] if tie.by_word else None
    return reckon(tie.evidence, mine=me in (tie.left, tie.right), word=word)


def warmth_of(evidence: Iterable[Evidence], reckoning: Reckoning, chance: Chance) -> float | None:
    """How warm (0, 1] a tie is, which stands for its chance where people are put in order.

    None where no more is known than the chance: without messages and meetings, and after a word.

    Messages and meetings count by how recent they are, the warmest piece of ``evidence``; what
    has a number alone counts by that, as in ``reckoning``; the warmer of the two. Where a file
    leaves the strength open the tie is at least as warm as its ``chance``.
    """
    warm = [warmth(one.warm) for one in evidence if one.warm]
    if not warm or reckoning.rule is Rule.WORD or reckoning.strength is None:
        return None
    numbers = [one.amount or 0.0 for one in reckoning.pieces if not one.warm]
    other = max(numbers, default=0.0) if reckoning.rule is Rule.BEST else combined(numbers)
    if chance.mid > reckoning.strength:
        other = max(other, chance.mid)
    return max([other, *warm])


def most_telling_first(evidence: Iterable[Evidence], word: Evidence | None) -> list[Evidence]:
    """``evidence`` by the weight it carries, what decides first.

    The word on how close they are; what was seen or said and has a number, the largest first;
    what proves acquaintance alone, seen before said; what is only concluded. The latest of
    equals first, then by text.
    """

    def place(one: Evidence) -> tuple[object, ...]:
        guessed = one.kind is EvidenceKind.INFERRED
        return one is not word, guessed, one.amount is None, *_weight(one)

    return sorted(evidence, key=place)


def _largest_first(evidence: list[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=_weight) if len(evidence) > 1 else evidence


def _weight(one: Evidence) -> tuple[float, int, int, str, str]:
    stamp = one.when.toordinal() if one.when else 0
    return -(one.amount or 0.0), _ORDER[one.kind], -stamp, one.text, one.how


def _together(pieces: tuple[Evidence, ...]) -> float:
    amounts = [one.amount or 0.0 for one in pieces]
    return min(CERTAIN, max(combined(amounts), *amounts))
