"""The numbers behind a tie: every prior and formula in one readable place.

The formula of a tie was fitted on messages of public mailing lists before 2024 and held against
later years (benchmarks/ranking): it is the chance of an exchange within a year, not of an
introduction. What was not measured is marked [prior]: a documented guess that the user's word or
outcomes replace.
"""

from __future__ import annotations

from dataclasses import dataclass
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
#: Somebody who left an employer still knows people there, on the day they left; fades as a shared
#: workplace does. And when the files do not say when they left [prior].
LEFT, LEFT_UNDATED = 0.6, 0.45
#: Somebody at the body that an employer belongs to knows people at the employer; somebody at
#: another part of it [prior].
OF_THE_WHOLE, OF_THE_SAME_GROUP = 0.2, 0.1
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
#: Half-life of a message in `Exchanged.recent` [days]. 90 days, two years and none at all did
#: a little worse on the fitted lists.
MESSAGE_HALF_LIFE = 365.0
#: Weights of `tie_chance`, fitted on 29,209 pairs of five mailing lists as of January and July
#: 2022 and January 2023 (both still writing in the year after): where it starts, more recent
#: messages, days since the last, both having written, more different months in touch.
_BASE, _MORE, _OLDER, _BOTH, _MONTHS = -0.63, 0.59, 0.40, 0.10, 2.91
#: What is left of the chance when only I wrote: a further mail of mine proves nothing, so it is
#: that of hearing from them (12 in a hundred where an exchange was .26; the same lists).
UNANSWERED = 0.45
#: The warming that makes a tie as likely warm as not: one mail to me alone, 24 days ago. Chosen,
#: as the root in `warmth` and `BESIDE`, on introductions in mailing lists of 2019 to 2022, with
#: those of later years in sight (benchmarks/ranking/README.md).
_EVEN = 0.04
#: What being sent the same mails is worth beside the mails that two people send each other, when
#: the files of one of them are at hand and would show those.
BESIDE = 0.1
#: Upper ends of the bands weak, fair and good [probability]; an exchange within a year, as of
#: 2024 and 2025, happened to 13, 20, 43 and 79 in a hundred (57,504 pairs, benchmarks/ranking).
BANDS = ((0.15, "weak"), (0.35, "fair"), (0.6, "good"))


def band(chance: float | None) -> str:
    """The word for ``chance`` [0, 1]: weak, fair, good, strong; "unknown" for None."""
    if chance is None:
        return "unknown"
    return next((word for below, word in BANDS if chance < below), "strong")


@dataclass(frozen=True, slots=True)
class Exchanged:
    """What passed between two people, up to a moment.

    ``recent`` adds up the messages, each as 1 / people addressed and halved with every
    `MESSAGE_HALF_LIFE` since; ``age`` is the time since the last [days, >= 0], ``months`` the
    number of different calendar months with any. ``both_ways``: both wrote; ``unanswered``: I am
    one of them, and only I did.
    """

    recent: float
    age: float
    months: int
    both_ways: bool
    unanswered: bool = False


def tie_chance(passed: Exchanged) -> float:
    """Chance [0, 1] that the two exchange messages within a year.

    When what ``passed`` is unanswered it is the chance that I hear from them. A newer message
    from them, or an answer, never lowers it.
    """
    z = (
        _BASE
        + _MORE * log1p(passed.recent)
        - _OLDER * log1p(passed.age)
        + _BOTH * passed.both_ways
        + _MONTHS * passed.months / (passed.months + 1)
    )
    return (UNANSWERED if passed.unanswered else 1) / (1 + exp(-z))


def tie_working(passed: Exchanged) -> str:
    """The formula of `tie_chance` with its numbers, in words fit for reading.

    "fresh" is `Exchanged.recent`, the number before "· 1/(1 + e^-z)" is `UNANSWERED`.
    """
    fresh = f"{passed.recent:.2f}".rstrip("0").rstrip(".")
    both = f" + {_BOTH:.2f} (both ways)" if passed.both_ways else ""
    month = "month" if passed.months == 1 else "months"
    months = f" + {_MONTHS}·{passed.months}/({passed.months} + 1) ({passed.months} {month})"
    since = f"ln(1 + {passed.age:.0f} days)"
    terms = f"{_BASE} + {_MORE}·ln(1 + {fresh} fresh) - {_OLDER:.2f}·{since}{both}{months}"
    share = f"{UNANSWERED} (no answer yet) · " if passed.unanswered else ""
    return f"{share}1 / (1 + e^-z), z = {terms}".replace("-", "−")


def undimmed(chance: float, age: float) -> float:
    """What a `tie_chance` (0, 1) was on the day of the last contact, ``age`` [days] ago.

    What the days since took is given back; that messages have faded meanwhile is not.
    """
    return 1 / (1 + (1 / chance - 1) * exp(-_OLDER * log1p(max(age, 0.0))))


def warming(people: int, age: float) -> float:
    """What one message or meeting of ``people`` addressed adds to how warm a tie is, > 0.

    It fades as a power of its ``age`` [days], not by half-lives: so do memory and mail (Anderson &
    Schooler 1991, Psychological Science 2).
    """
    return 1 / (max(people, 1) * (1 + max(age, 0.0)))


def warmth(warm: float) -> float:
    """How warm (0, 1) a tie is by its `warming` added up (> 0); stands for the chance in order.

    The chance tells whether the tie is alive within a year, the warmth who is in touch now: the
    people who really introduced others are found by the warmth.
    """
    return 1 / (1 + sqrt(_EVEN / warm))


def warmth_working(warm: float) -> str:
    """The formula of `warmth` with its numbers, in words fit for reading."""
    return f"1 / (1 + √({_EVEN}/{warm:.2g}))"


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


def left_chance(years: float) -> float:
    """Chance [0, 1] that somebody who left ``years`` [>= 0] ago still knows people there."""
    return float(LEFT * 0.5 ** (years / OVERLAP_HALF_LIFE))


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
