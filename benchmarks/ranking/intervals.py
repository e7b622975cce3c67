"""Figures of a ranking, averaged over equal scores, and intervals around their means."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

#: Scores are compared after rounding to so many decimal places, as the product does.
PLACES = 12


def standing(scores: Mapping[str, float], truth: str) -> tuple[int, int]:
    """(how many score more than ``truth``, how many the same, ``truth`` included)."""
    mine = round(scores[truth], PLACES)
    rounded = [round(score, PLACES) for score in scores.values()]
    return sum(score > mine for score in rounded), sum(score == mine for score in rounded)


def reciprocal_rank(above: int, same: int) -> float:
    """The mean of 1/rank [0, 1] over every order of the ``same`` that are equal."""
    return sum(1 / (above + place) for place in range(1, same + 1)) / same


def hit(above: int, same: int, first: int) -> float:
    """The share [0, 1] of those orders in which the truth is among the ``first``."""
    return min(max((first - above) / same, 0.0), 1.0)


def ndcg(scores: Mapping[str, float], gains: Mapping[str, float], first: int = 10) -> float:
    """NDCG [0, 1] among the ``first``, gains averaged over equal scores; 0 without any gain."""
    ordered = sorted(scores, key=lambda one: -round(scores[one], PLACES))
    got = _averaged([(round(scores[one], PLACES), gains.get(one, 0.0)) for one in ordered])
    best = sorted((gains.get(one, 0.0) for one in scores), reverse=True)
    most = _discounted(best[:first])
    return _discounted(got[:first]) / most if most else 0.0


def _averaged(pairs: Sequence[tuple[float, float]]) -> list[float]:
    """The gain at each place, the mean of those of equal score."""
    result: list[float] = []
    start = 0
    while start < len(pairs):
        end = start
        while end < len(pairs) and pairs[end][0] == pairs[start][0]:
            end += 1
        mean = sum(gain for _, gain in pairs[start:end]) / (end - start)
        result += [mean] * (end - start)
        start = end
    return result


def _discounted(gains: Sequence[float]) -> float:
    return float(sum(gain / np.log2(place + 2) for place, gain in enumerate(gains)))


def area(scores: Mapping[str, float], positive: set[str]) -> float | None:
    """AUC [0, 1]: a positive scores more than another, equals count half; None without both."""
    ones = [scores[one] for one in scores if one in positive]
    others = [scores[one] for one in scores if one not in positive]
    if not ones or not others:
        return None
    difference = np.round(np.subtract.outer(ones, others), PLACES)
    return float(np.mean((difference > 0) + 0.5 * (difference == 0)))


class Bootstrap:
    """Intervals of means by drawing whole groups again, the same draws for every method.

    ``groups`` names the group (the person whose network it is) of each case.
    """

    def __init__(self, groups: Sequence[Hashable], draws: int, seed: int) -> None:
        numbers = {group: number for number, group in enumerate(dict.fromkeys(groups))}
        self._group = np.array([numbers[group] for group in groups], dtype=np.intp)
        self._count = len(numbers)
        generator = np.random.default_rng(seed)
        even = np.full(max(self._count, 1), 1 / max(self._count, 1))
        self._times = generator.multinomial(self._count, even, size=draws)
        self._sizes = np.bincount(self._group, minlength=self._count)

    def interval(self, values: Sequence[float]) -> tuple[float, float]:
        """The middle 95 % of the mean of ``values``, one a case; (0, 0) without cases.

        For a paired difference give the differences.
        """
        if not len(values):
            return 0.0, 0.0
        sums = np.bincount(self._group, weights=np.asarray(values), minlength=self._count)
        counts = self._times @ self._sizes
        means = (self._times @ sums)[counts > 0] / counts[counts > 0]
        low, high = np.percentile(means, [2.5, 97.5])
        return round(float(low), 4), round(float(high), 4)
