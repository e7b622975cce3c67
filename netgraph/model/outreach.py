"""What the user did: asks, meetings, thanks, and how often to be in touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Did(StrEnum):
    """What happened between the user and somebody; the user is the one who acts, save where said.

    INTRODUCED: they made the user acquainted with somebody. ANSWERED: they answered, or an
    outcome came otherwise. GAVE: the user did something for them.
    """

    ASKED = "asked"
    MET = "met"
    CALLED = "called"
    WROTE = "wrote"
    INTRODUCED = "introduced"
    THANKED = "thanked"
    ANSWERED = "answered"
    GAVE = "gave"


class Outcome(StrEnum):
    """What came of it: they helped, would not, will later, or no answer came."""

    YES = "yes"
    NO = "no"
    LATER = "later"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What was expected of an ask when it was logged, before any answer.

    ``kind`` is that of my tie with the person asked ("observed", "stated", "inferred" or
    "unknown" strength), ``tie`` its middle chance [0, 1]. ``hops`` [1, 3] and ``path`` [0, 1]
    are the ties and the middle chance of the best path to the employer that begins with them,
    None when it was asked for none, or none was known.
    """

    kind: str
    tie: float
    hops: int | None = None
    path: float | None = None


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One line of the log.

    ``subjects`` are the card subjects of the person when it was written, ``person`` the id of
    who bears them now ("" for nobody), ``name`` the name as it was then. ``outcome`` is None
    while nothing is known. ``employer`` is the one it was about, "" for none. ``on`` is the day
    it happened, ``next`` the day of the next step, ``logged`` [UTC] when it was written down.
    ``undone``: a later line took it back.
    """

    number: int
    subjects: tuple[str, ...]
    name: str
    did: Did
    on: date
    logged: datetime
    note: str = ""
    outcome: Outcome | None = None
    employer: str = ""
    next: date | None = None
    foreseen: Foreseen | None = None
    person: str = ""
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """To be in touch with ``person`` every so many days, said at ``when``; 0 ends it.

    ``person`` is a card subject in the store, elsewhere a person id, and ``subject`` that subject.
    """

    person: str
    every: int
    when: datetime
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What came of requests of one kind: ``kind`` of tie as in `Foreseen`, asked ``direct`` or not.

    ``cases`` [> 0] were answered or went unanswered for good, ``yes`` of them with a yes;
    ``expected`` (0, 1) is the mean chance that was foreseen.
    """

    kind: str
    direct: bool
    cases: int
    yes: int
    expected: float


@dataclass(frozen=True, slots=True)
class Lessons:
    """What the user's own outcomes tell: by kind, and over all ``cases``.

    ``curve`` (slope >= 0, start) turns the log odds foreseen into those found; None while there
    are too few cases to calibrate by.
    """

    kinds: tuple[Lesson, ...] = ()
    cases: int = 0
    yes: int = 0
    curve: tuple[float, float] | None = None
