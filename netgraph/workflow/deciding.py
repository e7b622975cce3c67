"""Correct: the user's own word, which outlives every re-import and rebuild."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from datetime import datetime
from email.utils import parseaddr
from pathlib import Path

from netgraph.errors import NetgraphError, NotFoundError
from netgraph.importers._files import walk
from netgraph.importers._targets import read_targets
from netgraph.importers.handmade import HandEntry
from netgraph.model import Judgement, Question, Reject, Target
from netgraph.store import Store
from netgraph.store.decided import Owner
from netgraph.workflow.loading import ME, all_records, resolve


def declare_owner(store: Store, text: str, *, friend: bool) -> Owner:
    """Remember who I am, or who a friend is: ``"Dana Fox <dana@example.org>"``.

    Raises `NetgraphError` when ``text`` holds neither a name nor an address.
    """
    name, address = parseaddr(text) if "@" in text else (text, "")
    name = " ".join(name.split())
    if not (name or address):
        msg = f"{text!r} is no name; write it like 'Dana Fox <dana@example.org>'"
        raise NetgraphError(msg)
    key = ME
    if friend:
        subject = (address or name).casefold()
        key = "friend-" + hashlib.sha256(subject.encode()).hexdigest()[:12]
    owner = Owner(key, name, address)
    if owner not in store.decided.owners():
        store.decided.set_owner(owner)
    return owner


def add_by_hand(store: Store, entry: HandEntry, *, now: datetime) -> bool:
    """Keep one hand-made card; False when exactly the same is there already."""
    fields = asdict(entry)
    fields["last_contact"] = entry.last_contact and entry.last_contact.isoformat()
    return store.decided.add_hand_entry(fields, now)


def import_targets(store: Store, path: Path) -> tuple[tuple[Target, ...], tuple[Reject, ...]]:
    """Keep the targets of a csv or xlsx file; gives them, and the rows that could not be read.

    Raises `UnreadableFileError` or `UnknownFormatError` when the file is no such table.
    """
    kept: list[Target] = []
    rejects: list[Reject] = []
    for document in walk(path):
        if isinstance(document, NetgraphError):
            raise document
        for item in read_targets(document):
            if isinstance(item, Reject):
                rejects.append(item)
            else:
                store.decided.set_target(item)
                kept.append(item)
    return tuple(kept), tuple(rejects)


def questions(store: Store) -> tuple[Question, ...]:
    """The unsure pairs that wait for the user's word, most valuable first."""
    resolution = resolve(store)
    cards = all_records(store).cards
    people = {person.id: person for person in resolution.people}
    owner_of = {
        stored.card.subject: people[resolution.person_of[stored.card.key]] for stored in cards
    }
    found: dict[tuple[str, str], Question] = {}
    for decision in resolution.decisions:
        if decision.judgement is Judgement.UNSURE:
            left, right = owner_of[decision.left], owner_of[decision.right]
            if left.id != right.id:
                pair = (min(left.id, right.id), max(left.id, right.id))
                found.setdefault(pair, Question(left, right, decision))
    return tuple(found.values())


def answer(store: Store, left: str, right: str, judgement: Judgement, *, now: datetime) -> None:
    """Say whether two people are the same; kept for ever, through re-import and rebuild.

    ``left`` and ``right`` are person ids. The word is kept on the subjects of their cards, so
    that it outlives the ids. Raises `NotFoundError` when one of them is not a person.
    """
    resolution = resolve(store)
    cards = all_records(store).cards
    subjects: dict[str, list[str]] = {}
    for stored in cards:
        person = resolution.person_of[stored.card.key]
        subjects.setdefault(person, []).append(stored.card.subject)
    for person in (left, right):
        if person not in subjects:
            msg = f"there is no person {person!r}"
            raise NotFoundError(msg)
    if judgement is Judgement.SAME:
        store.decided.decide(min(subjects[left]), min(subjects[right]), judgement, now)
        return
    for one in sorted(set(subjects[left])):
        for other in sorted(set(subjects[right])):
            store.decided.decide(one, other, judgement, now)
