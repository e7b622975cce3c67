"""Which person or employer a text means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from netgraph.errors import AmbiguousNameError, NetgraphError, NotFoundError
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import IdentifierKind, Person, TargetMatch
from netgraph.resolve.names.near import meant, near_names
from netgraph.resolve.names.parts import name_key
from netgraph.resolve.organisations.names import organisation_key, spelling_key

#: Candidates named in an error message.
NAMED = 8
#: Characters of an id that screens show; so many or more stand for the whole id.
SHOWN_ID = 8


@dataclass(frozen=True, slots=True)
class Goal:
    """Where to: a person by id, or else the people at ``employers`` (ids); ``name`` is shown."""

    name: str
    employers: tuple[str, ...] = ()
    person: str = ""

    @staticmethod
    def of(match: TargetMatch) -> Goal:
        """The goal of reaching a target employer."""
        return Goal(match.target.name, tuple(employer for employer, _ in match.employers))


def find_person(graph: ContactGraph, text: str) -> Person:
    """The one person ``text`` means.

    That is an id (or its first eight characters), an address, a full name, or whole words of a
    name.

    Raises `NotFoundError` with the nearest names, `AmbiguousNameError` with the candidates, and
    `NetgraphError` when it is somebody whom the user wants left out.
    """
    try:
        return choose(graph.people, text)
    except NotFoundError:
        left_out = _chosen_or_none(graph.excluded, text)
        if left_out is None:
            raise
    msg = f"{left_out.name} is left out, as you said; to take it back: "
    msg += f"netgraph exclude {left_out.name!r} --undo"
    raise NetgraphError(msg)


def _chosen_or_none(everybody: Sequence[Person], text: str) -> Person | None:
    try:
        return choose(everybody, text)
    except (NotFoundError, AmbiguousNameError):
        return None


def choose(everybody: Sequence[Person], text: str) -> Person:
    """`find_person` among ``everybody``."""
    exact = [person for person in everybody if _is_exactly(person, text)]
    key = name_key(text)
    found = exact or [p for p in everybody if key and any(key == name_key(n) for n in p.names)]
    if not found and key:
        words = set(key.split())
        found = [p for p in everybody if any(words <= set(name_key(n).split()) for n in p.names)]
    if len(found) == 1:
        return found[0]
    if found:
        lines = [f"{p.name} · {_hint(p)} · {p.id[:SHOWN_ID]}" for p in found[:NAMED]]
        msg = f"{len(found)} people are called {text!r}; say which by address or id:"
        raise AmbiguousNameError(msg, lines)
    near = near_names(text, _people_names(everybody))
    msg = f"nobody is called {text!r}{meant(near)}"
    raise NotFoundError(msg, near)


def _people_names(everybody: Sequence[Person]) -> list[tuple[str, str]]:
    return [(name, person.name) for person in everybody for name in (person.name, *person.names)]


def _employer_names(graph: ContactGraph) -> list[tuple[str, str]]:
    """All names of targets and employers, each with the one it is called by."""
    targets = [match.target for match in graph.targets]
    names = [(name, one.name) for one in targets for name in (one.name, *one.aliases)]
    return names + [(name, one.name) for one in graph.employers for name in (one.name, *one.names)]


def _near(graph: ContactGraph, text: str, names: list[tuple[str, str]]) -> tuple[str, ...]:
    return near_names(text, names, first={match.target.name for match in graph.targets})


def _is_exactly(person: Person, text: str) -> bool:
    sought = text.casefold().strip()
    addresses = (i.value.casefold() for i in person.identifiers if i.kind != IdentifierKind.NAME)
    is_id = len(sought) >= SHOWN_ID and person.id.startswith(sought)
    return is_id or sought in addresses


def _hint(person: Person) -> str:
    for identifier in person.identifiers:
        if identifier.kind != IdentifierKind.NAME:
            return identifier.value
    return person.occupation or ", ".join(person.files[:1])


def find_employers(graph: ContactGraph, text: str) -> tuple[str, tuple[str, ...]]:
    """The name and the ids of the organisation ``text`` means: a target's, or its own name.

    A target stands for every organisation that matches it. Names match as a whole, legal
    forms and spelling aside, never by a part. Raises `NotFoundError` with the nearest names.
    """
    key = organisation_key(text)
    for match in graph.targets:
        target = match.target
        if key in {organisation_key(name) for name in (target.name, *target.aliases)}:
            return target.name, tuple(employer for employer, _tier in match.employers)
    found = [e for e in graph.employers if key in {organisation_key(n) for n in (e.name, *e.names)}]
    if len({e.kind for e in found}) < len(found):
        # the user called two of them apart: then it counts how they are written
        exact = spelling_key(text)
        found = [e for e in found if exact in map(spelling_key, (e.name, *e.names))] or found
    if found:
        ids = {employer.id for employer in found}
        parts = [e.id for e in graph.employers if e.parent in ids]
        return found[0].name, tuple(dict.fromkeys((*sorted(ids), *parts)))
    near = _near(graph, text, _employer_names(graph))
    msg = f"no employer is called {text!r} in your files{meant(near)}"
    raise NotFoundError(msg, near)


def find_goal(graph: ContactGraph, text: str) -> Goal:
    """What ``text`` means as the goal of a path: an employer first, else a person.

    What is neither, and like nothing in the files, is an employer nobody is known at. Raises
    `NotFoundError` when something is called alike, and as `find_person` when it is several.
    """
    try:
        name, ids = find_employers(graph, text)
    except NotFoundError:
        try:
            person = find_person(graph, text)
        except NotFoundError:
            near = _near(graph, text, [*_employer_names(graph), *_people_names(graph.people)])
            said = " ".join(text.split())
            if not near:
                return Goal(said)
            msg = f"nobody and no employer is called {text!r} in your files{meant(near)}"
            msg += f" If the employer is new: netgraph target add {said!r}"
            raise NotFoundError(msg, near) from None
        return Goal(person.name, person=person.id)
    return Goal(name, employers=ids)
