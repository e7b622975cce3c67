"""Exclude: whom the user wants to have nothing to do with, everywhere or for one employer."""

from __future__ import annotations

from datetime import datetime

from netgraph.errors import NetgraphError
from netgraph.model import Exclusion, LeftOut, Person
from netgraph.store import Store
from netgraph.workflow.leaving import standing
from netgraph.workflow.loading import all_records, resolve
from netgraph.workflow.saying import subjects_of


def exclude(store: Store, person: Person, employer: str = "", *, now: datetime) -> bool:
    """Leave ``person`` out of everything, or of what concerns ``employer`` (its name).

    Kept on the subjects of the cards, so that it outlives ids, re-import and rebuild. False
    when it was said before. Raises `NetgraphError` when it is me.
    """
    if person.is_me:
        msg = f"{person.name} is you; name somebody else"
        raise NetgraphError(msg)
    if _stands(store, person, employer):
        return False
    _say(store, person, employer, excluded=True, now=now)
    return True


def include(store: Store, person: Person, employer: str = "", *, now: datetime) -> None:
    """Take back that ``person`` is left out; what was said for other employers stays.

    Raises `NetgraphError` when nothing was said that could be taken back.
    """
    if not _stands(store, person, employer):
        where = f" where {employer} is concerned" if employer else ""
        msg = f"{person.name} is not left out{where}; who is: netgraph exclude"
        raise NetgraphError(msg)
    _say(store, person, employer, excluded=False, now=now)


def left_out(store: Store) -> tuple[LeftOut, ...]:
    """Everybody who is left out, by name, from everything before for single employers."""
    resolution = resolve(store)
    cards = all_records(store).cards
    subjects = {s.card.subject: resolution.person_of.get(s.card.key, "") for s in cards}
    people = {person.id: person for person in resolution.people}
    found = [LeftOut(people[w.person], w.employer, w.when) for w in standing(store, subjects)]
    return tuple(sorted(found, key=lambda one: (one.person.name, one.person.id, one.employer)))


def _stands(store: Store, person: Person, employer: str) -> bool:
    return any(
        one.person.id == person.id and one.employer.casefold() == employer.casefold()
        for one in left_out(store)
    )


def _say(store: Store, person: Person, employer: str, *, excluded: bool, now: datetime) -> None:
    subjects = subjects_of(all_records(store).cards, person)
    store.exclusions.say(Exclusion(one, employer, excluded, now) for one in subjects)
