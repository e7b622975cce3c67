"""Mentions: where a person's name stands in what the user wrote, and what is left without it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from netgraph.model import IdentifierKind, LogEntry, Person, Resolution
from netgraph.store import Store
from netgraph.workflow.loading import all_records
from netgraph.workflow.logbook import bearer, bearers
from netgraph.workflow.screening import SOMEBODY


@dataclass(frozen=True, slots=True)
class Mentions:
    """The numbers of the ``lines`` of the log on a person, and the ``notes`` of other lines.

    Notes are (number, what is left without the person's names and addresses).
    """

    lines: tuple[int, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


NOWHERE = Mentions()


def mentions(store: Store, person: Person, resolution: Resolution) -> Mentions:
    """Every mention of ``person`` in the log, also in lines that were taken back."""
    people = bearers(all_records(store).cards, resolution)
    entries = store.log.all()
    theirs = {one.number for one in entries if _is_on(one, person, bearer(people, one.subjects))}
    notes = (
        (one.number, left)
        for one in entries
        if one.number not in theirs and (left := nameless(one.note, person)) != one.note
    )
    return Mentions(tuple(sorted(theirs)), tuple(notes))


def _is_on(entry: LogEntry, person: Person, bearer: str) -> bool:
    """Whether a line is on ``person``; one on nobody any more is, when it has their name."""
    return bearer == person.id or (not bearer and entry.name in person.names)


def nameless(text: str, person: Person) -> str:
    """``text`` without the person's names and addresses."""
    strong = [i.value for i in person.identifiers if i.kind is not IdentifierKind.NAME]
    words = sorted({*person.names, *strong}, key=len, reverse=True)
    for word in filter(None, words):
        spelt = r"[\s._-]+".join(re.escape(part) for part in word.split())
        text = re.sub(rf"(?<!\w){spelt}(?!\w)", SOMEBODY, text, flags=re.IGNORECASE)
    return text
