"""How I get from me (or somebody else) to a person or an employer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netgraph.model import Chance, Membership, Tie


@dataclass(frozen=True, slots=True)
class Path:
    """One chain: ``people`` are (id, name) from the source to the last person.

    ``ties`` has one entry a hop, in order. ``weakest`` is the index of the hop least certain.
    ``inside`` says what the last person is at the employer, None when the goal is a person.
    ``band`` is the word for ``chance``. ``reason`` is a sentence for people.
    """

    rank: int
    people: tuple[tuple[str, str], ...]
    ties: tuple[Tie, ...]
    score: float
    chance: Chance
    band: str
    weakest: int
    weakest_why: str
    inside: Membership | None
    reason: str

    @property
    def hops(self) -> int:
        """The number of ties."""
        return len(self.ties)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody likely to know a person there, and why; a question, never a path."""

    id: str
    name: str
    why: str
    ask: str
    score: float


@dataclass(frozen=True, slots=True)
class Paths:
    """The paths from ``source`` (id, name) to ``target`` (its name), best first; may be empty."""

    source: tuple[str, str]
    target: str
    as_of: datetime
    paths: tuple[Path, ...]
    suggestions: tuple[Suggestion, ...]
