"""Mentions: where a person's name stands in what the user wrote, and what is left without it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from netgraph.model import Fact, IdentifierKind, LogEntry, Person, Resolution
from netgraph.store import Store
from netgraph.workflow.loading import all_records
from netgraph.workflow.logbook import bearer, bearers
from netgraph.workflow.screening import SOMEBODY


@dataclass(frozen=True, slots=True)
class Mentions:
    """The numbers of the ``lines`` of the log on a person, and what else names them.

    ``notes`` of other lines and success ``examples`` are (number, what is left without the
    person's names and addresses); ``facts`` the same of what the user says of themselves.
    """

    lines: tuple[int, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    examples: tuple[tuple[int, str], ...] = ()
    facts: tuple[tuple[Fact, str], ...] = ()


NOWHERE = Mentions()
Key = TypeVar("Key", int, Fact)
#: Facts that are the user's own, also when they share one with somebody: a family's telephone.
_MINE = frozenset({Fact.NAME, Fact.PHONE, Fact.EMAIL})


def mentions(store: Store, person: Person, resolution: Resolution) -> Mentions:
    """Every mention of ``person`` in the log, also in lines taken back, and in my profile."""
    people = bearers(all_records(store).cards, resolution)
    entries = store.log.all()
    theirs = {one.number for one in entries if _is_on(one, person, bearer(people, one.subjects))}
    notes = [(one.number, one.note) for one in entries if one.number not in theirs]
    profile = store.profile.all()
    examples = [(one.number, one.text) for one in profile.examples]
    facts = [(fact, text) for fact, text in profile.facts if fact not in _MINE]
    return Mentions(
        tuple(sorted(theirs)),
        _shortened(notes, person),
        _shortened(examples, person),
        _shortened(facts, person),
    )


def _shortened(texts: list[tuple[Key, str]], person: Person) -> tuple[tuple[Key, str], ...]:
    """Those of ``texts`` that name the person, without the name."""
    left = ((key, text, nameless(text, person)) for key, text in texts)
    return tuple((key, short) for key, text, short in left if short != text)


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
