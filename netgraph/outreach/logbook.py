"""What the log says of asks and their answers, of help, and of being in touch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from netgraph.model import Did, LogEntry, Outcome, Rhythm

#: While this is all that is known of an ask it is open: no second one is due.
OPEN = (None, Outcome.LATER)
#: Somebody gave time or an answer: thanks are due, also when the news is bad.
_GAVE_TIME = frozenset({Did.MET, Did.INTRODUCED, Did.ANSWERED})


@dataclass(frozen=True, slots=True)
class Ask:
    """One ask: ``outcome`` is the last word on it, ``closed`` the day of that word.

    Both are None while nothing came of it. The last word is that of the ask itself or of a
    later line on the same person and employer (a line without employer concerns all of them)
    before the next such ask; an introduction is a yes.
    """

    entry: LogEntry
    outcome: Outcome | None
    closed: date | None

    @property
    def is_open(self) -> bool:
        """Whether an answer may still come."""
        return self.outcome in OPEN


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody (id) who said no on the day ``on``, when asked about an ``employer``."""

    person: str
    employer: str
    on: date


@dataclass(frozen=True)
class Logbook:
    """The lines that stand, by day, then as written, and the rhythms, oldest first."""

    entries: tuple[LogEntry, ...] = ()
    rhythms: tuple[Rhythm, ...] = ()

    @cached_property
    def by_person(self) -> dict[str, tuple[LogEntry, ...]]:
        """Person id to the lines on them, in order; "" holds those on nobody known."""
        found: dict[str, list[LogEntry]] = {}
        for one in self.entries:
            found.setdefault(one.person, []).append(one)
        return {person: tuple(lines) for person, lines in found.items()}

    def of(self, person: str) -> tuple[LogEntry, ...]:
        """The lines on a person (id), in order; may be empty."""
        return self.by_person.get(person, ())

    @cached_property
    def asks(self) -> tuple[Ask, ...]:
        """Every ask of somebody known, in order."""
        return tuple(
            _ask(one, self.of(one.person))
            for one in self.entries
            if one.did is Did.ASKED and one.person
        )

    def open_ask(self, person: str) -> Ask | None:
        """The last ask of a person that is still open, or None."""
        found = [one for one in self.asks if one.entry.person == person and one.is_open]
        return found[-1] if found else None

    @cached_property
    def refusals(self) -> tuple[Refusal, ...]:
        """Who said no about which employer, by person; a no stays until it is taken back.

        A no without employer is about all that the person was asked about by then, up to an ask
        about none. Only a later yes, an introduction or "later" about that same employer ends it.
        """
        return tuple(
            one for person, lines in self.by_person.items() if person for one in _refusals(lines)
        )

    @cached_property
    def every(self) -> dict[str, Rhythm]:
        """Person id to the last word on how often to be in touch, also one that ended it."""
        return {word.person: word for word in self.rhythms}

    def last_contact(self, person: str) -> date | None:
        """The day of the last line on a person, None when there is none."""
        lines = self.of(person)
        return lines[-1].on if lines else None


def _refusals(lines: Sequence[LogEntry]) -> tuple[Refusal, ...]:
    asked: dict[str, str] = {}
    found: dict[str, Refusal] = {}
    for one in lines:
        if one.did is Did.ASKED and not one.employer:
            asked.clear()
        elif one.did is Did.ASKED:
            asked[one.employer.casefold()] = one.employer
        word = None if one.did is Did.GAVE else outcome_of(one)
        if word is Outcome.NO:
            for employer in [one.employer] if one.employer else list(asked.values()):
                found[employer.casefold()] = Refusal(one.person, employer, one.on)
        elif word in {Outcome.YES, Outcome.LATER}:
            found.pop(one.employer.casefold(), None)
    return tuple(found.values())


def same_matter(one: LogEntry, other: LogEntry) -> bool:
    """Whether two lines concern one employer; a line without employer concerns all."""
    return not (one.employer and other.employer) or (
        one.employer.casefold() == other.employer.casefold()
    )


def is_after(one: LogEntry, other: LogEntry) -> bool:
    """Whether ``one`` happened after ``other``: on a later day, or the same and written later."""
    return (one.on, one.number) > (other.on, other.number)


def outcome_of(entry: LogEntry) -> Outcome | None:
    """What a line says came of an ask: its outcome, and yes for an introduction."""
    if entry.outcome is None and entry.did is Did.INTRODUCED:
        return Outcome.YES
    return entry.outcome


def deserves_thanks(entry: LogEntry) -> bool:
    """Whether thanks are due: for time, an introduction, an answer, whatever the news."""
    if entry.did in {Did.GAVE, Did.THANKED} or entry.outcome is Outcome.NONE:
        return False
    return entry.did in _GAVE_TIME or entry.outcome is not None


def is_help(entry: LogEntry) -> bool:
    """Whether somebody helped me: gave time, introduced me, or said yes."""
    if entry.did in {Did.GAVE, Did.THANKED}:
        return False
    return entry.did in {Did.MET, Did.INTRODUCED} or entry.outcome is Outcome.YES


def _ask(entry: LogEntry, lines: Sequence[LogEntry]) -> Ask:
    outcome, closed = entry.outcome, entry.on if entry.outcome else None
    for one in lines:
        if not is_after(one, entry) or not same_matter(one, entry):
            continue
        if one.did is Did.ASKED:
            break
        if one.did is not Did.GAVE and (word := outcome_of(one)):
            outcome, closed = word, one.on
    return Ask(entry, outcome, closed)
