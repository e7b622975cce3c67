"""What is due: thanks, follow-ups, telling those who helped, and staying in touch.

Nothing is ticked off by itself: a reminder ends when the user notes what they did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from netgraph.graph.wording import day, listed
from netgraph.model import Did, LogEntry, Outcome
from netgraph.outreach.acquainted import Known
from netgraph.outreach.keeping import kept
from netgraph.outreach.logbook import (
    Logbook,
    deserves_thanks,
    is_after,
    is_help,
    outcome_of,
)
from netgraph.outreach.texts import texts

#: Days until something is due [days]: a thank-you (the coach's rule), a call after a letter, word
#: to those who helped, the question whether to stay in touch, another try after "later", and
#: a last look at an ask that nobody answered.
THANK, PHONE, TELL, PERMIT, LATER, REST = 1, 7, 3, 7, 90, 30
#: What takes a matter a step further, so that an earlier next step is no longer due.
_STEPS = frozenset({Did.ASKED, Did.CALLED, Did.MET, Did.ANSWERED, Did.INTRODUCED})
#: Of many things to say thank you for so many are named.
_NAMED = 3
_CONTACT = frozenset({Did.WROTE, Did.CALLED, Did.MET, Did.THANKED, Did.ASKED, Did.GAVE})


class Kind(StrEnum):
    """Why something is due, the most pressing first."""

    THANK = "thank"
    FOLLOW_UP = "follow up"
    TELL = "tell"
    PERMISSION = "ask to stay in touch"
    KEEP = "keep in touch"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One thing due on ``day``: ``why`` is a sentence without names, ``employer`` "" for none.

    ``person`` is "" for somebody in no file any more; ``note`` is the user's own. ``uid`` stays
    the same while it is the same matter, whatever day it is due.
    """

    kind: Kind
    day: date
    person: str
    name: str
    why: str
    uid: str
    employer: str = ""
    note: str = ""


def reminders(book: Logbook, known: Mapping[str, Known]) -> tuple[Reminder, ...]:
    """Everything that is or will be due, by day, then the most pressing kind, then name.

    ``known`` (by person id) are those who may be proposed; to whoever is left out of it only
    thanks are due, by the name noted. Empty when nothing is noted and nobody is to be kept.
    """
    found: list[Reminder] = []
    groups: dict[str, list[LogEntry]] = {}
    for entry in book.entries:
        groups.setdefault(entry.person or entry.name, []).append(entry)
    for lines in groups.values():
        one = known.get(lines[-1].person, Known(lines[-1].name))
        found += _thanks(lines, one.name)
        if lines[-1].person in known:
            found += _steps(lines, one.name)
            found += _permission(book, lines, one)
    found += _telling(book, known)
    found += _keeping(book, known)
    order = list(Kind)
    return tuple(
        sorted(found, key=lambda r: (r.day, order.index(r.kind), r.name, r.employer, r.uid))
    )


def _thanks(lines: Sequence[LogEntry], name: str) -> Iterator[Reminder]:
    """One thank-you for all since the last."""
    thanked = [one for one in lines if one.did is Did.THANKED]
    owed = [
        one
        for one in lines
        if deserves_thanks(one) and not (thanked and is_after(thanked[-1], one))
    ]
    if owed:
        first = owed[0]
        yield _on(Kind.THANK, first.on + timedelta(THANK), first, name, _owing(owed))


def _owing(owed: Sequence[LogEntry]) -> str:
    """For what to say thank you."""
    words = texts("reminders")["thanks"]
    latest = [words.get(one.did, words["answered"]).format(day=day(one.on)) for one in owed]
    bad = all(one.outcome is Outcome.NO for one in owed)
    say = words["say_although_no" if bad else "say"]
    return str(say.format(what=listed(latest[-_NAMED:])))


def _steps(lines: Sequence[LogEntry], name: str) -> Iterator[Reminder]:
    """The next step of every matter: as noted, else a call, another try, or a last look.

    A line without employer takes all matters with that person a step further.
    """
    told: set[int] = set()
    for employer in dict.fromkeys(one.employer.casefold() for one in lines):
        steps = [
            one for one in lines if one.employer.casefold() in {employer, ""} and _is_step(one)
        ]
        after = _step_after(steps[-1], still_open=_is_open(steps)) if steps else None
        if after and steps[-1].number not in told:
            told.add(steps[-1].number)
            yield _on(Kind.FOLLOW_UP, after[0], steps[-1], name, after[1])


def _is_step(line: LogEntry) -> bool:
    written = line.did is Did.WROTE and line.employer
    return bool(line.did in _STEPS or line.outcome or line.next or written)


def _is_open(steps: Sequence[LogEntry]) -> bool:
    """Whether the last ask among ``steps`` has had no outcome."""
    for one in reversed(steps):
        if outcome_of(one) is not None:
            return False
        if one.did is Did.ASKED:
            return True
    return False


def _step_after(one: LogEntry, *, still_open: bool) -> tuple[date, str] | None:
    """When and what the next step is after the last one; None for none."""
    outcome = outcome_of(one)
    if one.next:
        return one.next, _as_noted(one)
    if outcome is Outcome.LATER:
        return one.on + timedelta(LATER), _said("ask_again", one)
    if outcome is not None:
        return None
    if one.did in {Did.ASKED, Did.WROTE}:
        return one.on + timedelta(PHONE), _said("call", one)
    return (one.on + timedelta(REST), _said("let_rest", one)) if still_open else None


def _said(what: str, one: LogEntry) -> str:
    """A sentence on what followed, or did not, after a line."""
    words = texts("reminders")
    return str(words[what].format(did=words["did"][one.did], day=day(one.on)))


def _as_noted(one: LogEntry) -> str:
    """The next step that a line promised."""
    words = texts("reminders")
    asked = one.did in {Did.ASKED, Did.WROTE}
    said = "later" if one.outcome is Outcome.LATER else "phone" if asked else "step"
    return str(words["noted"][said].format(did=words["did"][one.did], day=day(one.on)))


def _permission(book: Logbook, lines: Sequence[LogEntry], one: Known) -> Iterator[Reminder]:
    """Whether to stay in touch, once after help from somebody not close; a rhythm answers it."""
    helped = [line for line in lines if is_help(line)]
    if helped and not one.close and helped[-1].person not in book.every:
        since, why = helped[-1].on, texts("reminders")["permission"]
        yield _on(Kind.PERMISSION, since + timedelta(PERMIT), helped[0], one.name, why)


def _telling(book: Logbook, known: Mapping[str, Known]) -> Iterator[Reminder]:
    """To everybody who helped with an employer: what came of it, once something moved there."""
    matters: dict[str, list[LogEntry]] = {}
    for one in book.entries:
        if one.employer and is_help(one):
            matters.setdefault(one.employer.casefold(), []).append(one)
    for helped in matters.values():
        moved = helped[-1]
        first: dict[str, LogEntry] = {}
        for one in helped:
            first.setdefault(one.person, one)
        for person, help_ in first.items():
            if person == moved.person or person not in known:
                continue
            if not any(_tells(line, moved) for line in book.of(person)):
                name, why = known[person].name, _went_on(help_, moved)
                yield _on(Kind.TELL, moved.on + timedelta(TELL), help_, name, why)


def _went_on(helped: LogEntry, moved: LogEntry) -> str:
    return str(texts("reminders")["tell"].format(helped=day(helped.on), moved=day(moved.on)))


def _tells(line: LogEntry, moved: LogEntry) -> bool:
    """Whether a line may have told somebody of what moved."""
    return line.did in _CONTACT and is_after(line, moved)


def _keeping(book: Logbook, known: Mapping[str, Known]) -> Iterator[Reminder]:
    for one in kept(book, known):
        why, uid = _rhythm(one.every, one.last), _uid(Kind.KEEP, one.subject)
        yield Reminder(Kind.KEEP, one.due, one.person, one.name, why, uid)


def _rhythm(every: int, last: date | None) -> str:
    """That it is time for a sign of life."""
    words = texts("reminders")["keep"]
    since = words["last"].format(day=day(last)) if last else words["never"]
    return str(words["every_day" if every == 1 else "every"].format(days=every, since=since))


def _on(kind: Kind, day: date, entry: LogEntry, name: str, why: str) -> Reminder:
    uid = _uid(kind, entry.logged.isoformat(), *entry.subjects[:1], entry.employer)
    return Reminder(kind, day, entry.person, name, why, uid, entry.employer, entry.note)


def _uid(*parts: str) -> str:
    digest = hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass"))
    return f"{digest.hexdigest()[:24]}@netgraph"
