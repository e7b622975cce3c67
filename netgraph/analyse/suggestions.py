"""Who is most likely to know a person or somebody at an employer, and what to ask them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from netgraph.analyse.insiders import Insiders
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Person

#: Person id, why, what to ask, class of reason.
Hint = tuple[str, str, str, float]

#: At least this many are suggested when I know so many people.
WANTED = 3
#: Never more than this.
MOST = 8


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody likely to know a person there, and why; a question, never a path."""

    id: str
    name: str
    why: str
    ask: str
    score: float


def suggest(
    graph: ContactGraph, name: str, there: Insiders, asked: tuple[str, ...]
) -> tuple[Suggestion, ...]:
    """People I know who may know somebody at ``name``, likeliest first; ``asked`` left out.

    First those said to know people there, then those who worked or studied there, then those
    whose trade, town or circle matches the target's, then those who know most of my people.
    Ties go by closeness, then name. ``score`` orders only: the class of reason, 5 to 2 (below 1
    for the well-connected), plus the chance of my tie. Empty when I know nobody.
    """
    skip = {graph.me, *asked, *(one.id for one in there.now)}
    asking = f"Do you know anybody who works at {name}?"
    return _picked(graph, [*_told(graph, name, there), *_well_connected(graph, asking)], skip)


def suggest_for_person(
    graph: ContactGraph, person: str, asked: tuple[str, ...]
) -> tuple[Suggestion, ...]:
    """People I know who may know ``person`` (an id), likeliest first; ``asked`` left out.

    First those who are or were at the same organisations, then those who know most of my
    people. Order and ``score`` as in `suggest`. Empty when ``person`` is me.
    """
    if person == graph.me:
        return ()
    name = graph.person(person).name
    theirs = {(one.employer, one.kind) for one in graph.memberships if one.person == person}
    hints: list[Hint] = [
        (
            one.person,
            f"also at {graph.employer_by_id[one.employer].name}",
            f"Do you know {name}?",
            4,
        )
        for one in graph.memberships
        if (one.employer, one.kind) in theirs
    ]
    hints += _well_connected(graph, f"Do you know {name}?")
    return _picked(graph, hints, {graph.me, person, *asked})


def _picked(graph: ContactGraph, hints: list[Hint], skip: set[str]) -> tuple[Suggestion, ...]:
    """The best hint for each of my people, at most `MOST`, the well-connected up to `WANTED`."""
    near = graph.chances_from(graph.me)
    mine = [
        Suggestion(person, graph.person(person).name, why, ask, worth + near[person])
        for person, why, ask, worth in hints
        if person in near and person not in skip
    ]
    found: dict[str, Suggestion] = {}
    for one in sorted(mine, key=lambda s: (-s.score, s.name.casefold(), s.id)):
        if one.id not in found and len(found) < (WANTED if one.score < 2 else MOST):
            found[one.id] = one
    return tuple(found.values())


def _told(graph: ContactGraph, name: str, there: Insiders) -> Iterator[Hint]:
    """People with a reason of their own, by class of reason."""
    for said in graph.knows_at:
        if said.employer in there.employers:
            ask = f"Whom do you know at {name}, and may I mention you?"
            yield said.person, said.evidence.text, ask, 5
    for left in there.formerly:
        end = left.membership.end
        why = f"worked at {name} until {end.year}" if end else f"used to work at {name}"
        yield left.id, why, f"Who is at {name} now that you still talk to?", 4
    for one in there.others:
        yield one.id, one.membership.evidence.text, f"Do you still know anybody at {name}?", 4
    for person, why, worth in _like(graph, name):
        yield person.id, why, f"Do you come across people from {name}?", worth


def _well_connected(graph: ContactGraph, ask: str) -> Iterator[Hint]:
    """Everybody, by how many of my people they know."""
    for person, count in zip(graph.people, graph.flat_without_me.degrees.tolist(), strict=True):
        people = "person" if count == 1 else "people"
        why = (
            f"knows {count} {people} you know of"
            if count
            else "how far they reach is not known yet"
        )
        yield person.id, why, ask, count / (count + 1)


def _like(graph: ContactGraph, name: str) -> list[tuple[Person, str, int]]:
    """People of the target's industry (worth 3), then of its town (worth 2)."""
    target = next((m.target for m in graph.targets if m.target.name == name), None)
    if not target:
        return []
    trade, town = _words(target.industry), target.city.casefold().strip()
    if not trade and not town:
        return []
    said: dict[str, list[str]] = {p.id: [p.occupation, *p.labels] for p in graph.people}
    for one in graph.memberships:
        said[one.person] += [one.role, graph.employer_by_id[one.employer].name]
    said = {p: [text.removeprefix("circle:") for text in texts] for p, texts in said.items()}
    shared = {text: len(trade & _words(text)) for texts in said.values() for text in texts}
    found = []
    for person in graph.people:
        texts = [text for text in said[person.id] if text]
        best = max(texts, key=shared.__getitem__, default="")
        here = next((text for text in texts if town and town in text.casefold()), "")
        if best and shared[best]:
            found.append((person, f"close to the field: {best}", 3, shared[best]))
        elif here:
            found.append((person, f"about town: {here}", 2, 0))
    found.sort(key=lambda hint: (-hint[2], -hint[3]))
    return [(person, why, worth) for person, why, worth, _ in found]


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"\w+", text.casefold()) if len(word) > 3}
