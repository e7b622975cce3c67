"""Good ties gone silent, each with a reason to write that asks for nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from netgraph.analyse.dormant import last_in_touch
from netgraph.analyse.positions import Positions
from netgraph.graph.chances import undimmed
from netgraph.graph.wording import MONTHS, day
from netgraph.model import AffiliationKind, Membership, Tie
from netgraph.outreach.logbook import Logbook, is_help
from netgraph.outreach.texts import texts

#: A tie was good when it was likelier than this on the day of the last contact, or the user
#: says so [probability] [prior].
GOOD, SAID_GOOD = 0.75, 0.5
#: Silent for so long [days] [prior].
SILENT = 180


@dataclass(frozen=True, slots=True)
class Quiet:
    """A good tie gone silent: ``last`` contact, the ``targets`` they add to, and two sentences.

    ``was`` says what the tie was, ``reason`` is one to write that asks for nothing.
    """

    id: str
    name: str
    last: date
    targets: tuple[str, ...]
    was: str
    reason: str


def quiet(at: Positions, book: Logbook, today: date, silent: int = SILENT) -> tuple[Quiet, ...]:
    """My good ties without contact for ``silent`` days, in the files or noted.

    First who adds most to the targets, then by how likely the tie was on the day of the last
    contact and whom they brought (see `Positions.bringing`), then name. Whoever would rather not
    be in touch, and whoever the last contact with is not known of, is left out.
    """
    found = []
    for number in at.near.tolist():
        person = at.graph.people[number]
        tie = at.graph.tie(at.graph.me, person.id)
        word = book.every.get(person.id)
        last = _last(book, tie, person.id)
        if tie is None or last is None or (word and not word.every):
            continue
        if last + timedelta(silent) > today or _was(tie, today) < _bar(tie):
            continue
        worth = _was(tie, today) * at.bringing(number)
        order = (-round(at.unlocks.get(number, 0.0), 12), -round(worth, 12), person.name, person.id)
        quiet_one = Quiet(
            person.id,
            person.name,
            last,
            at.opens(number),
            tie.evidence[0].text,
            _reason(at, book, number, last),
        )
        found.append((order, quiet_one))
    return tuple(one for _, one in sorted(found, key=lambda pair: pair[0]))


def _last(book: Logbook, tie: Tie | None, person: str) -> date | None:
    days = (last_in_touch(tie), book.last_contact(person))
    return max((day for day in days if day), default=None)


def _was(tie: Tie, today: date) -> float:
    """How likely the tie was when the two were last in touch; 0 when nothing tells."""
    if tie.strength is None:
        return 0.0
    last = last_in_touch(tie)
    if tie.by_word or last is None:
        return tie.strength
    return undimmed(tie.chance.mid, (today - last).days)


def _bar(tie: Tie) -> float:
    return SAID_GOOD if tie.by_word else GOOD


def _reason(at: Positions, book: Logbook, number: int, last: date) -> str:
    """The best reason to write that asks for nothing."""
    graph, person = at.graph, at.graph.people[number].id
    if any(is_help(line) for line in book.of(person)):
        return _said("helped")
    jobs = [one for one in graph.memberships if one.person == person]
    new = [one for one in jobs if _is_new(one, last)]
    if new:
        job = max(new, key=lambda one: (one.start or last, one.employer))
        since = job.start or last
        month = f"{MONTHS[since.month - 1]} {since.year}"
        return _said("new_job", employer=graph.employer_by_id[job.employer].name, month=month)
    if at.brought.get(number):
        return _said("brought", day=day(at.brought[number][0].when))
    mine = {one.employer for one in graph.memberships if one.person == graph.me}
    shared = sorted(graph.employer_by_id[one.employer].name for one in jobs if one.employer in mine)
    if shared:
        return _said("shared", place=shared[0])
    circle = at.circles.of.get(person)
    if circle is not None and at.circles.circles[circle].named != "person":
        return _said("circle", circle=at.circles.circles[circle].name)
    return _said("plain")


def _said(reason: str, **slots: str) -> str:
    return str(texts("quiet")[reason].format(**slots))


def _is_new(job: Membership, last: date) -> bool:
    work = job.kind is AffiliationKind.WORK and job.current is not False
    return work and job.start is not None and job.start > last
