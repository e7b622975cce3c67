"""The contact graph: people, ties and memberships, as values and as flat arrays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netgraph.model import Employer, Introduction, Membership, Person, TargetMatch, Tie


@dataclass(frozen=True)
class ContactGraph:
    """Who knows whom and who works where, as of a moment.

    ``people`` are ordered by id, ``ties`` by (left, right), both unique. ``me`` is my person
    id, or "" when unknown. ``introductions`` are those made to me, oldest first.
    """

    people: tuple[Person, ...]
    employers: tuple[Employer, ...]
    ties: tuple[Tie, ...]
    memberships: tuple[Membership, ...]
    introductions: tuple[Introduction, ...]
    targets: tuple[TargetMatch, ...]
    me: str
    as_of: datetime
