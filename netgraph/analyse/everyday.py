"""Everyday people who may reach further: the hairdresser, the neighbour, the vet."""

from __future__ import annotations

from netgraph.analyse.positions import Positions
from netgraph.analyse.said import Named, Said, listed_said, named
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Person

#: Rows of the section, when not said otherwise.
ROWS = 5


def is_everyday(graph: ContactGraph, person: Person) -> bool:
    """Whether I know the person from daily life, and not from work.

    That is: a circle given by hand, a hand-made entry, or an occupation without an employer,
    unless it is only that of a LinkedIn connection; nobody who is or was at an employer of mine.
    """
    if person.id in graph.colleagues:
        return False
    tie = graph.tie(graph.me, person.id)
    importers = {one.origin.importer for one in tie.evidence if one.origin} if tie else set()
    given = any(label.startswith("circle:") for label in person.labels)
    if given or any(name.startswith("hand") for name in importers):
        return True
    return bool(person.occupation) and not any(n.startswith("linkedin") for n in importers)


def everyday_people(at: Positions, rows: int = ROWS) -> list[tuple[int, Said]]:
    """Up to ``rows`` of my people from daily life (their number, one sentence why to ask).

    First those said to know people somewhere (at a target before elsewhere), then those said
    to know somebody, then those whose reach nobody has asked about; closer ties first, then
    by name. When too few are marked as everyday people, those without a known employer fill
    the rows.
    """
    graph = at.graph
    people = graph.people
    working = {m.person for m in graph.memberships if m.kind is AffiliationKind.WORK}
    named_by = _named(at)
    ranked = []
    for number in at.near.tolist():
        person = people[number]
        marked = is_everyday(graph, person)
        if marked or person.id not in working:
            places = [evidence.names[0] for evidence in at.said(number)]
            targets = [name for name, _, one in at.coverages if number in one.said]
            known = named_by.get(person.id, [])
            why = _sentence(person, targets or places, known)
            order = (not marked, not targets, not places, not known)
            close = (-at.chance[number], person.name.casefold(), person.id)
            ranked.append((order, close, number, why))
    return [(number, why) for _, _, number, why in sorted(ranked)[:rows]]


def _named(at: Positions) -> dict[str, list[Person]]:
    """Person id to those the person is said to know, likeliest first."""
    found: dict[str, list[Person]] = {}
    for tie in sorted(at.graph.said_of_others, key=lambda tie: -tie.chance.mid):
        found.setdefault(tie.left, []).append(at.graph.person(tie.right))
        found.setdefault(tie.right, []).append(at.graph.person(tie.left))
    return found


def _sentence(person: Person, places: list[str], known: list[Person]) -> Said:
    who: Said = (Named("person", person.name, person.id),)
    if person.occupation:
        who = (*who, " (", Named("work", person.occupation), ")")
    if places:
        there = listed_said(named("place", places[:2]))
        return *who, " knows people at ", *there, ": a good reason to ask for a name."
    if known:
        them = listed_said([(Named("person", one.name, one.id),) for one in known[:2]])
        return *who, " knows ", *them, ": ask who else comes to mind."
    if person.occupation:
        return *who, " meets many people you do not: whom they know has not been asked yet."
    return *who, " knows a side of town you may not: whom they know has not been asked yet."
