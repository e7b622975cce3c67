"""Learning from outcomes: what the user's own requests tell of the chances foreseen.

Local, and always with the number of cases. Nothing counts as calibrated below
`netgraph.analyse.lessons.CALIBRATED` cases.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p

from netgraph.analyse.lessons import CALIBRATED, logit, unlogit
from netgraph.graph.chances import BANDS
from netgraph.model import Lesson, Lessons, Outcome
from netgraph.outreach.logbook import Ask

#: Steps of Newton's method, far more than it takes.
_STEPS = 50
#: Keeps the curve where all requests had one chance foreseen.
_RIDGE = 1e-3
#: No step is cut shorter than this share of it.
_SHORTEST = 1e-9
_SAID = {
    "observed": "seen",
    "stated": "said",
    "inferred": "likely",
    "unknown": "unknown strength",
}


@dataclass(frozen=True, slots=True)
class Case:
    """One request that is settled: the chance foreseen [0, 1], and whether it was a yes.

    ``kind`` and ``direct`` as in `Lesson`.
    """

    kind: str
    direct: bool
    foreseen: float
    yes: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the reliability table: what was foreseen and what happened.

    ``cases`` of them; ``foreseen`` is the mean chance [0, 1], ``yes`` counts, ``low`` and
    ``high`` [0, 1] hold the true share nine times in ten (None without cases).
    """

    name: str
    cases: int
    foreseen: float | None
    yes: int
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the chances foreseen kept their word: by band, weakest first, and by kind.

    ``brier`` [0, 1] is the mean square of what was wrong (Brier 1950), None without cases.
    """

    cases: int
    yes: int
    needed: int
    bands: tuple[Row, ...]
    kinds: tuple[Row, ...]
    brier: float | None


def settled_cases(asks: Sequence[Ask]) -> tuple[Case, ...]:
    """The requests that came to something or to nothing, in order; open ones are none.

    What was foreseen is the chance of the path to the employer, else that of the tie. A request
    to somebody of whom nothing was foreseen tells nothing.
    """
    found = []
    for one in asks:
        seen = one.entry.foreseen
        if seen is None or one.is_open:
            continue
        direct = seen.hops is None or seen.hops == 1
        chance = seen.tie if seen.path is None else seen.path
        found.append(Case(seen.kind, direct, chance, one.outcome is Outcome.YES))
    return tuple(found)


def lessons(cases: Sequence[Case]) -> Lessons:
    """What ``cases`` tell: by kind, and from `CALIBRATED` cases on the curve of all."""
    kinds = sorted({(one.kind, one.direct) for one in cases})
    curve = fitted(cases) if len(cases) >= CALIBRATED else None
    return Lessons(
        tuple(_lesson(kind, direct, cases) for kind, direct in kinds),
        len(cases),
        sum(one.yes for one in cases),
        curve,
    )


def _lesson(kind: str, direct: bool, cases: Sequence[Case]) -> Lesson:
    own = [one for one in cases if (one.kind, one.direct) == (kind, direct)]
    expected = sum(unlogit(logit(one.foreseen)) for one in own) / len(own)
    return Lesson(kind, direct, len(own), sum(one.yes for one in own), expected)


def fitted(cases: Sequence[Case]) -> tuple[float, float]:
    """The curve (slope >= 0, start) from log odds foreseen to log odds found.

    Platt scaling (Platt 1999, Advances in Large Margin Classifiers), with his targets, (yes + 1)
    / (yes + 2) and 1 / (no + 2), so that it ends with any cases; by Newton's method (Lin, Lin &
    Weng 2007, Machine Learning 68). Where more foreseen meant less found, it is flat.
    """
    yes = sum(one.yes for one in cases)
    high, low = (yes + 1) / (yes + 2), 1 / (len(cases) - yes + 2)
    points = [(logit(one.foreseen), high if one.yes else low) for one in cases]
    slope, start = _newton(points)
    if slope >= 0:
        return slope, start
    mean = sum(target for _, target in points) / len(points)
    return 0.0, log(mean / (1 - mean))


def _newton(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    slope, start = 1.0, 0.0
    for _ in range(_STEPS):
        found = [unlogit(slope * x + start) for x, _ in points]
        off = [p - target for p, (_, target) in zip(found, points, strict=True)]
        by_slope = sum(d * x for d, (x, _) in zip(off, points, strict=True))
        by_slope += _RIDGE * (slope - 1)
        by_start = sum(off) + _RIDGE * start
        weights = [p * (1 - p) for p in found]
        xx = sum(w * x * x for w, (x, _) in zip(weights, points, strict=True)) + _RIDGE
        xy = sum(w * x for w, (x, _) in zip(weights, points, strict=True))
        yy = sum(weights) + _RIDGE
        size = xx * yy - xy * xy
        step = (yy * by_slope - xy * by_start) / size, (xx * by_start - xy * by_slope) / size
        at, share = _loss(points, slope, start), 1.0
        # far from the end a whole step overshoots
        while (
            share > _SHORTEST
            and _loss(points, slope - share * step[0], start - share * step[1]) > at
        ):
            share /= 2
        slope, start = slope - share * step[0], start - share * step[1]
    return slope, start


def _loss(points: Sequence[tuple[float, float]], slope: float, start: float) -> float:
    """What Newton's method makes small: the cross entropy and the ridge."""
    total = _RIDGE * ((slope - 1) ** 2 + start**2) / 2
    for x, target in points:
        z = slope * x + start
        total += max(z, 0.0) - z * target + log1p(exp(-abs(z)))
    return total


def calibration(cases: Sequence[Case]) -> Calibration:
    """The reliability table of ``cases``."""
    words = [word for _, word in BANDS] + ["strong"]
    bands = tuple(_row(word, [c for c in cases if _band(c.foreseen) == word]) for word in words)
    names = {(one.kind, one.direct) for one in cases}
    kinds = tuple(
        _row(f"{_SAID.get(kind, kind)}, {'direct' if direct else 'over others'}", [
            c for c in cases if (c.kind, c.direct) == (kind, direct)
        ])
        for kind, direct in sorted(names)
    )  # fmt: skip
    wrong = [(one.foreseen - one.yes) ** 2 for one in cases]
    brier = sum(wrong) / len(wrong) if wrong else None
    return Calibration(
        len(cases),
        sum(one.yes for one in cases),
        max(0, CALIBRATED - len(cases)),
        bands,
        kinds,
        brier,
    )


def _band(chance: float) -> str:
    return next((word for below, word in BANDS if chance < below), "strong")


def _row(name: str, cases: Sequence[Case]) -> Row:
    from scipy.stats import beta

    if not cases:
        return Row(name, 0, None, 0, None, None)
    yes = sum(one.yes for one in cases)
    # Jeffreys' interval (Brown, Cai & DasGupta 2001, Statistical Science 16)
    low, high = beta.ppf([0.05, 0.95], yes + 0.5, len(cases) - yes + 0.5)
    mean = sum(one.foreseen for one in cases) / len(cases)
    return Row(name, len(cases), mean, yes, float(low), float(high))
