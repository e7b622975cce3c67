"""The log and the rhythms of a store, told of the people that are known at a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from netgraph.errors import NetgraphError, NotFoundError
from netgraph.model import Did, Foreseen, LogEntry, Outcome, Person, Resolution, Rhythm, StoredCard
from netgraph.outreach.logbook import Logbook
from netgraph.store import Store
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.loading import all_records, known_cards
from netgraph.workflow.saying import subjects_of

if TYPE_CHECKING:
    from netgraph.analyse.goals import Goal
    from netgraph.graph.contactgraph import ContactGraph


@dataclass(frozen=True, slots=True)
class Deed:
    """What is to be written in the log; fields as in `LogEntry`."""

    did: Did
    on: date
    note: str = ""
    outcome: Outcome | None = None
    employer: str = ""
    next: date | None = None


def logbook(store: Store, as_of: datetime | None = None, *, undone: bool = False) -> Logbook:
    """What the log and the rhythms tell by ``as_of`` (None: all), by ids of people known then.

    With ``undone`` also the lines that were taken back, marked so.

    What was done counts from the day it happened, a rhythm from when it was said. What was
    taken back never happened. A line belongs to whoever bears most of the cards it was written
    of, so that merging, splitting and importing leave it with the person; where a split leaves
    as many to both, with the first by id.
    """
    resolution, cards = known_cards(store, as_of)
    people = bearers(cards, resolution)
    entries = (
        replace(one, person=bearer(people, one.subjects))
        for one in store.log.all()
        if (undone or not one.undone) and (as_of is None or one.on <= as_of.date())
    )
    return Logbook(
        tuple(sorted(entries, key=lambda one: (one.on, one.number))),
        tuple(
            replace(word, person=person, subject=word.person)
            for word in store.log.rhythms()
            if (person := people.get(word.person)) and (as_of is None or word.when <= as_of)
        ),
    )


def bearers(cards: Iterable[StoredCard], resolution: Resolution) -> dict[str, str]:
    """Card subject to person id, "" for nobody."""
    return {s.card.subject: resolution.person_of.get(s.card.key, "") for s in cards}


def bearer(people: Mapping[str, str], subjects: tuple[str, ...]) -> str:
    """Who of ``people`` (by subject) bears most of ``subjects``; "" for nobody."""
    votes = Counter(person for subject in subjects if (person := people.get(subject)))
    return min(votes, key=lambda one: (-votes[one], one), default="")


def write(store: Store, person: Person, deed: Deed, *, now: datetime) -> LogEntry:
    """Add a line to the log, kept on the subjects of the person's cards.

    An ask is written down with what was foreseen of it on the day it was made. Raises
    `NetgraphError` when it is me, for a day to come, and for a next step before it.
    """
    if person.is_me:
        msg = f"{person.name} is you; name somebody else"
        raise NetgraphError(msg)
    if deed.on > now.date():
        msg = f"{deed.on} is still to come; what you plan goes with --next"
        raise NetgraphError(msg)
    if deed.next and deed.next < deed.on:
        msg = f"the next step on {deed.next} lies before {deed.on}"
        raise NetgraphError(msg)
    entry = LogEntry(
        number=0,
        subjects=tuple(subjects_of(all_records(store).cards, person)),
        name=person.name,
        did=deed.did,
        on=deed.on,
        logged=now,
        note=" ".join(deed.note.split()),
        outcome=deed.outcome,
        employer=deed.employer,
        next=deed.next,
        person=person.id,
    )
    if deed.did is Did.ASKED:
        entry = replace(entry, foreseen=_foreseen(store, entry, now=now))
    return replace(entry, number=store.log.add(entry))


def undo(store: Store, number: int | None, *, now: datetime) -> tuple[LogEntry, int]:
    """Take back line ``number``, or the last one that stands; gives it and the new line's number.

    The number of a line that took another back lets that one stand again: the entry that is
    given says which it is now. Raises `NotFoundError` when there is no such line, and
    `NetgraphError` when it was taken back already.
    """
    entries = {one.number: one for one in store.log.all()}
    takings = store.log.takings_back()
    standing = [number for number, one in entries.items() if not one.undone]
    if number is None:
        if not standing:
            msg = "nothing is logged that could be taken back"
            raise NotFoundError(msg)
        number = standing[-1]
    if number in takings.values() or (number in entries and number not in standing):
        msg = f"line {number} was taken back already"
        raise NetgraphError(msg)
    meant = number
    while meant in takings:
        meant = takings[meant]
    if meant not in entries:
        msg = f"the log has no line {number}; all of them: netgraph log"
        raise NotFoundError(msg)
    line = store.log.undo(number, now)
    return next(one for one in store.log.all() if one.number == meant), line


def keep(store: Store, person: Person, every: int, *, now: datetime) -> None:
    """Be in touch with ``person`` every so many days [> 0]; 0 ends it.

    Raises `NetgraphError` when it is me.
    """
    if person.is_me:
        msg = f"{person.name} is you; name somebody else"
        raise NetgraphError(msg)
    subjects = subjects_of(all_records(store).cards, person)
    store.log.keep(Rhythm(one, every, now) for one in subjects)


def _foreseen(store: Store, entry: LogEntry, *, now: datetime) -> Foreseen | None:
    """What the files of the day of an ask say of its chances; None when they know no tie."""
    from netgraph.outreach.foreseeing import foreseen

    today = entry.on == now.date()
    at = now if today else datetime.combine(entry.on, time.max, UTC)
    graph = kept_graph(store, at, today=today, everybody=True)
    resolution, cards = known_cards(store, at)
    person = bearer(bearers(cards, resolution), entry.subjects)
    if person not in graph.index or not graph.me:
        return None
    return foreseen(graph, person, _goal(graph, entry.employer))


def _goal(graph: ContactGraph, employer: str) -> Goal | None:
    from netgraph.analyse.goals import Goal, find_employers

    try:
        return Goal(*find_employers(graph, employer)) if employer else None
    except NotFoundError:
        return None


def employer_meant(store: Store, text: str, *, now: datetime) -> str:
    """The employer that ``text`` names as it is called in the files; "" for "".

    One that is in no file, and like none, stays as written. Raises `NotFoundError` with the
    nearest names.
    """
    from netgraph.analyse.goals import find_employers

    if not text.strip():
        return ""
    try:
        return find_employers(kept_graph(store, now, today=True), text)[0]
    except NotFoundError as error:
        if error.nearest:
            raise
        return " ".join(text.split())
