"""What two people exchanged, added up event by event."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from math import exp2

from netgraph.graph.chances import MESSAGE_HALF_LIFE, Exchanged
from netgraph.model import InteractionKind, Origin

#: What one can do without the other.
_WRITTEN = {InteractionKind.MAIL, InteractionKind.MESSAGE}


@dataclass(slots=True)
class Tally:
    """What one pair exchanged: ``weight`` counts each event as 1 / people addressed.

    ``recent`` counts the same faded as of ``last``, ``months`` different calendar months.
    ``forward`` and ``back``: the first of the pair wrote (or said it) to the second, and back.
    ``warm`` adds up what each adds to how warm the tie is now, see `warming`. ``owners`` are the
    keys of those in whose files it stands, ``first`` the moment of the first event.
    """

    last: datetime
    origin: Origin
    weight: float = 0.0
    recent: float = 0.0
    months: int = 0
    warm: float = 0.0
    best: float = 0.0
    forward: bool = False
    back: bool = False
    counts: dict[InteractionKind, int] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    first: datetime | None = None

    def add(self, when: datetime, share: float) -> None:
        """Count an event that comes after all others here, as ``share`` of one."""
        self.first = self.first or when
        self.recent = self.faded(when) + share
        self.months += not self.months or not _same_month(self.last, when)
        self.weight += share
        self.last = when

    def age(self, moment: datetime) -> float:
        """The time since the last event [days]."""
        return (moment - self.last).total_seconds() / 86400

    def faded(self, moment: datetime) -> float:
        """``recent`` as of a ``moment`` that is not before the last event."""
        lives = self.age(moment) / MESSAGE_HALF_LIFE
        return self.recent * exp2(-lives)

    def exchanged(self, moment: datetime, *, by_me: bool | None = None) -> Exchanged:
        """All of it as of ``moment``; ``by_me``: whether I am the first of the pair, if at all."""
        both = self.forward and self.back
        mine, theirs = (self.forward, self.back) if by_me else (self.back, self.forward)
        written = self.counts.keys() <= _WRITTEN
        unanswered = by_me is not None and written and mine and not theirs
        return Exchanged(self.faded(moment), self.age(moment), self.months, both, unanswered)


def _same_month(one: datetime, other: datetime) -> bool:
    return (one.year, one.month) == (other.year, other.month)
