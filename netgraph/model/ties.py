"""Ties: who knows whom and who works where, each with the evidence it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from netgraph.model.kinds import AffiliationKind, EvidenceKind, HowWell, MatchTier
from netgraph.model.records import Origin


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a tie stands.

    ``text`` never holds a person's name or address, so that a redacted copy can keep it;
    ``names`` are organisations mentioned in it. ``amount`` is the probability [0, 1] this
    piece contributes, or None when it proves acquaintance but no strength; ``how`` is the
    formula behind a calculated one with its numbers, "" for one from a table. ``warm`` adds up
    messages and meetings, each less the longer ago it was, or None when there are none.
    ``first`` is the moment of the earliest of several events, of which ``when`` is the last.
    """

    kind: EvidenceKind
    text: str
    origin: Origin | None
    when: datetime | date | None
    amount: float | None = None
    names: tuple[str, ...] = ()
    how: str = ""
    warm: float | None = None
    first: datetime | None = None


@dataclass(frozen=True, slots=True)
class TieWord:
    """The user's word on how well ``left`` and ``right`` know each other, said at ``when``.

    They are card subjects ("" is me) in the store, and person ids where ties are made.
    """

    left: str
    right: str
    how: HowWell
    when: datetime


@dataclass(frozen=True, slots=True)
class Exclusion:
    """The user's word that ``person`` is to be left out, said at ``when``.

    A card subject in the store, a person id where a graph is made. ``employer`` is a name, or
    "" for everywhere; ``excluded`` False takes an earlier word back.
    """

    person: str
    employer: str
    excluded: bool
    when: datetime


@dataclass(frozen=True, slots=True)
class Chance:
    """Probability range [0, 1] that the tie is alive and answers; ``basis`` says from what."""

    low: float
    mid: float
    high: float
    basis: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who (may) know each other, by person id, ``left`` < ``right``.

    ``strength`` [0, 1], larger is closer, None when unknown (never zero for want of traces).
    ``evidence`` begins with what sets the strength, or the best proof of acquaintance, and
    ``kind`` is that of this first piece: a word on how close they are makes the tie stated.
    ``by_word``: the first piece is such a word, which stands above all others. ``warmed`` (0, 1]
    is how recently the two were in touch, where that is known better than by ``chance``.
    """

    left: str
    right: str
    kind: EvidenceKind
    strength: float | None
    chance: Chance
    evidence: tuple[Evidence, ...]
    by_word: bool = False
    warmed: float | None = None

    @property
    def warmth(self) -> float:
        """What orders whom to ask first, (0, 1]: how warm the tie is now, else its chance."""
        return self.chance.mid if self.warmed is None else self.warmed


@dataclass(frozen=True, slots=True)
class Membership:
    """A person at an organisation, by ids.

    ``current`` is None when the files do not say. ``tier`` tells how the name was recognised.
    """

    person: str
    employer: str
    role: str
    kind: AffiliationKind
    start: date | None
    end: date | None
    current: bool | None
    tier: MatchTier
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Introduction:
    """``introducer`` brought ``introduced`` to me at ``when`` (person ids)."""

    introducer: str
    introduced: str
    when: datetime
    evidence: Evidence
