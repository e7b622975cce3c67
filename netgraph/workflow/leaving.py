"""Whom the user wants left out, as it stands at a moment, and the graph without them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from netgraph.errors import NotFoundError
from netgraph.model import Exclusion
from netgraph.store import Store

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph


def standing(
    store: Store, people: Mapping[str, str], as_of: datetime | None = None
) -> tuple[Exclusion, ...]:
    """The exclusions in force at ``as_of`` (None: all said), by person ids, oldest first.

    ``people`` maps card subjects to person ids, "" for nobody. The last word counts: on any
    card of a person and the same employer.
    """
    last: dict[tuple[str, str], Exclusion] = {}
    for word in store.exclusions.all():
        person = people.get(word.person)
        if person and (as_of is None or word.when <= as_of):
            last[person, word.employer.casefold()] = replace(word, person=person)
    found = (word for word in last.values() if word.excluded)
    return tuple(sorted(found, key=lambda word: (word.when, word.person, word.employer)))


def leaving_out(
    graph: ContactGraph, words: Iterable[Exclusion], *, everybody: bool = False
) -> ContactGraph:
    """``graph`` without whom the user wants left out; with ``everybody`` they are only marked.

    What is said of knowing people at an employer goes for whom is left out there. I stay, and
    an employer that is in no file any more concerns nobody.
    """
    gone: dict[str, None] = {}
    barred: set[tuple[str, str]] = set()
    for word in words:
        if word.person not in graph.index or word.person == graph.me:
            continue
        if word.employer:
            barred |= {(employer, word.person) for employer in _ids(graph, word.employer)}
        else:
            gone[word.person] = None
    if not gone and not barred:
        return graph
    excluded = tuple(person for person in graph.people if person.id in gone)
    told = tuple(k for k in graph.knows_at if (k.employer, k.person) not in barred)
    marked = replace(graph, excluded=excluded, barred=frozenset(barred), knows_at=told)
    return marked if everybody else marked.without(gone)


def _ids(graph: ContactGraph, employer: str) -> tuple[str, ...]:
    from netgraph.analyse.goals import find_employers

    try:
        return find_employers(graph, employer)[1]
    except NotFoundError:
        return ()
