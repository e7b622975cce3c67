"""Whom I know."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from netgraph.analyse.results import Result
from netgraph.analyse.working import in_telling_order
from netgraph.graph.chances import band
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Person, Tie
from netgraph.resolve.names.parts import name_key

NO_TIE = "Nothing in your files ties the two of you."


@dataclass(frozen=True, slots=True)
class Known:
    """One person: where they work as far as known, and my tie to them.

    ``organisations`` are names, those of today first; ``band`` is the word for the tie, "" for
    somebody I do not know myself. ``left_out``: the user wants nothing to do with them.
    """

    person: Person
    organisations: tuple[str, ...]
    tie: Tie | None
    band: str
    left_out: bool = False

    @property
    def why(self) -> str:
        """What ties us, the most telling first; that nothing does, where nothing is known."""
        if self.tie is None:
            return NO_TIE
        return "; ".join(dict.fromkeys(one.text for one in in_telling_order(self.tie)))


@dataclass(frozen=True, slots=True)
class People(Result):
    """The people who match ``text``, closest tie first, then by name; me left out."""

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "id", "name", "occupation", "organisations", "labels", "tie", "files", "why",
    )  # fmt: skip

    text: str
    people: tuple[Known, ...]

    def rows(self) -> list[dict[str, object]]:
        """One line a person."""
        return [
            {
                "id": known.person.id,
                "name": known.person.name,
                "occupation": known.person.occupation,
                "organisations": known.organisations,
                "labels": known.person.labels,
                "tie": known.band,
                "files": known.person.files,
                "why": known.why,
            }
            for known in self.people
        ]


def people(graph: ContactGraph, text: str = "") -> People:
    """Everybody whose name, address, employer, occupation or circle holds ``text``.

    Letter case and accents do not count; an empty ``text`` matches everybody.
    """
    places = _organisations(graph)
    left_out = {person.id for person in graph.excluded}
    sought = text.casefold().strip()
    keyed = name_key(text)
    found = []
    for person in graph.people:
        if person.id == graph.me or not _matches(person, places.get(person.id, ()), sought, keyed):
            continue
        tie = graph.tie(graph.me, person.id) if graph.me else None
        word = band(tie.strength) if tie else ""
        where = places.get(person.id, ())
        found.append(Known(person, where, tie, word, person.id in left_out))
    found.sort(key=lambda k: (-_closeness(k.tie), k.person.name.casefold(), k.person.id))
    return People(text, tuple(found))


def _closeness(tie: Tie | None) -> float:
    return tie.chance.mid if tie else -1.0


def _matches(person: Person, places: Iterable[str], sought: str, keyed: str) -> bool:
    if not sought:
        return True
    fields = (person.id, person.occupation, *person.names, *person.labels, *places)
    values = (*fields, *(identifier.value for identifier in person.identifiers))
    if any(sought in value.casefold() for value in values):
        return True
    return bool(keyed) and any(keyed in name_key(name) for name in person.names)


def _organisations(graph: ContactGraph) -> dict[str, tuple[str, ...]]:
    names = {employer.id: employer.name for employer in graph.employers}
    found: dict[str, list[tuple[bool, str]]] = {}
    for one in graph.memberships:
        left = one.current is False
        word = f"{names[one.employer]} (formerly)" if left else names[one.employer]
        found.setdefault(one.person, []).append((left, word))
    return {
        person: tuple(dict.fromkeys(word for _left, word in sorted(words)))
        for person, words in found.items()
    }
