"""With whom the user stays in touch, and when it is time again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from netgraph.outreach.acquainted import Known
from netgraph.outreach.logbook import Logbook


@dataclass(frozen=True, slots=True)
class Kept:
    """One rhythm: every so many days [> 0], ``last`` contact (None: unknown), ``due`` next.

    ``subject`` is the card subject of the first word on it: it stays while ids change.
    """

    person: str
    name: str
    every: int
    last: date | None
    due: date
    subject: str


def kept(book: Logbook, known: Mapping[str, Known]) -> tuple[Kept, ...]:
    """The rhythms in force of ``known`` people, the next due first, then by name.

    The days count from the last contact, in the files or noted, else from when it was said; it
    is due at the earliest on that day.
    """
    found = []
    for person, word in book.every.items():
        if not word.every or person not in known:
            continue
        said, one = word.when.date(), known[person]
        last = max((day for day in (book.last_contact(person), one.last) if day), default=None)
        due = max((last or said) + timedelta(word.every), said)
        first = min((w.when, w.subject) for w in book.rhythms if w.person == person)
        found.append(Kept(person, one.name, word.every, last, due, first[1]))
    return tuple(sorted(found, key=lambda each: (each.due, each.name, each.person)))
