"""The numbers behind a tie: every prior and formula in one readable place.

The ego formula was fitted on reply behaviour in public mailing lists (2019-2026): it is the
chance of an exchange within a year, not of an introduction. What was not measured is marked
[prior]: a documented guess that the user's word or outcomes replace.
"""

from __future__ import annotations

from math import exp, log, log1p, sqrt

from netgraph.model import Closeness, RelationKind

#: More recipients than this say nothing about two people [people].
CROWD_LIMIT = 25
#: Floor for "these two may know each other although nothing says so" [probability].
UNSEEN = 0.03
#: Chance that an extra person passes a request on (Dodds, Muhamad & Watts 2003, Science:
#: 384 of 24,163 chains of about four steps arrived) [probability].
PASSES_ON = 0.35
#: Never more certain than this about two other people, and no range ends higher [probability].
CERTAIN = 0.95
#: Low, middle and high chance of a tie of unknown strength [prior].
UNKNOWN = (0.1, 0.3, 0.6)
#: X wrote to Y on a message the owner saw (measured .69 on public lists).
WROTE = 0.65
#: Both received a message, or attended a meeting, with at most `SMALL_GROUP` people
#: (measured .64 for messages; meetings [prior]).
TOGETHER = 0.5
SMALL_GROUP = 5
#: Size of an employer or school whose size nobody knows [people] [prior].
USUAL_SIZE = 250
#: Employers with more members than this in somebody's files give no inferred ties between
#: them: the pairs would drown what was seen [people].
MEMBERS_LIMIT = 60
#: A shared workplace fades by half in this time [years] [prior].
OVERLAP_HALF_LIFE = 8.0
#: The user's own word, one vocabulary everywhere [prior].
STATED = {Closeness.WELL: 0.8, Closeness.SOME: 0.5, Closeness.BARELY: 0.2}
#: What a stated relation is worth when no closeness was given; a bare "knows" no more than
#: the user's own "some" [prior].
RELATED = {
    RelationKind.KNOWS: 0.5,
    RelationKind.FAMILY: 0.8,
    RelationKind.FRIEND: 0.8,
    RelationKind.MANAGER: 0.65,
    RelationKind.ASSISTANT: 0.65,
    RelationKind.COLLEAGUE: 0.5,
    RelationKind.REFERRED_BY: 0.5,
    RelationKind.MET_THROUGH: 0.5,
}
#: An introducer knows the people introduced [prior].
INTRODUCED = 0.65
#: Weights of `tie_chance`: where it starts, more messages, older ones, both having written.
_BASE, _MORE, _OLDER, _BOTH = -0.41, 0.46, 0.51, 0.32
#: Upper ends of the bands weak, fair and good [probability]; observed frequency of an
#: exchange within a year: 12, 19, 39 and 76 in a hundred.
BANDS = ((0.15, "weak"), (0.35, "fair"), (0.6, "good"))


def band(chance: float | None) -> str:
    """The word for ``chance`` [0, 1]: weak, fair, good, strong; "unknown" for None."""
    if chance is None:
        return "unknown"
    return next((word for below, word in BANDS if chance < below), "strong")


def tie_chance(messages: float, age: float, *, both_ways: bool) -> float:
    """Chance [0, 1] that two people exchange messages within a year.

    ``messages`` is the number of direct messages either way, each weighted by the crowd it
    went to; ``age`` the time since the last [days, >= 0]; ``both_ways`` whether both wrote.
    """
    z = _BASE + _MORE * log1p(messages) - _OLDER * log1p(max(age, 0.0) / 30) + _BOTH * both_ways
    return 1 / (1 + exp(-z))


def tie_working(messages: float, age: float, *, both_ways: bool) -> str:
    """The formula of `tie_chance` with its numbers, in words fit for reading."""
    both = f" + {_BOTH}" if both_ways else ""
    count, days = f"{messages:.2f}".rstrip("0").rstrip("."), max(age, 0.0)
    terms = f"{_BASE} + {_MORE}·ln(1 + {count}) - {_OLDER}·ln(1 + {days:.0f}/30){both}"
    return f"1 / (1 + e^-z), z = {terms}".replace("-", "−")


def together_chance(people: int, best: float = TOGETHER) -> float:
    """Chance [0, 1] that two among ``people`` on one message or meeting know each other.

    ``best`` holds up to `SMALL_GROUP` people, fades as 1/people above, 0 past the crowd limit.
    """
    if people > CROWD_LIMIT:
        return 0.0
    return best * min(1.0, SMALL_GROUP / max(people, 1))


def overlap_chance(size: int, months: float | None, years_since: float = 0.0) -> float:
    """Chance [0, 1] that two members of an organisation of ``size`` people know each other.

    ``months`` together; None when the files do not say, which halves the chance. The amplitude
    and the decay are priors; that the chance falls with the root of the size was measured.
    """
    share = min(0.9, 5 / sqrt(max(size, 1)))
    if months is None:
        return 0.5 * share
    return (
        (1 - exp(-max(months, 0.0) / 12)) * share * exp(-log(2) * years_since / OVERLAP_HALF_LIFE)
    )


def overlap_working(size: int, months: float | None, years_since: float = 0.0) -> str:
    """The formula of `overlap_chance` with its numbers, in words fit for reading."""
    share = f"min(0.9, 5/√{max(size, 1)})"
    if months is None:
        return f"0.5 · {share}"
    minus = "−"
    faded = f" · 0.5^({years_since:.1f}/{OVERLAP_HALF_LIFE:.0f})" if years_since else ""
    return f"(1 {minus} e^({minus}{max(months, 0.0):.0f}/12)) · {share}{faded}"


def combined(chances: list[float]) -> float:
    """1 - product(1 - q) of independent evidence, at most `CERTAIN`; 0 for none."""
    missing = 1.0
    for chance in chances:
        missing *= 1 - chance
    return min(CERTAIN, 1 - missing)


def spread(chance: float, cases: float) -> tuple[float, float]:
    """The likely range of ``chance`` [0, 1]: 80 % of a Beta with 2 + min(cases, 20) trials.

    The normal approximation is close enough for a range that is shown as a word. Nothing is
    more certain than `CERTAIN`, save a chance that is so already.
    """
    width = 1.2816 * sqrt(chance * (1 - chance) / (3 + min(cases, 20)))
    return max(0.0, chance - width), max(chance, min(CERTAIN, chance + width))
