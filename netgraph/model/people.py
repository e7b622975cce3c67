"""People and employers: who is who, decided by rules or by the user, and whom to reach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from netgraph.model.kinds import AffiliationKind, Judgement, MatchTier
from netgraph.model.records import Identifier


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement on two card subjects; ``by`` is "rules" or "user"; ``score`` [points]."""

    left: str
    right: str
    judgement: Judgement
    score: float
    evidence: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Person:
    """One human being; ``id`` hashes the smallest card key.

    ``name`` is the best name to show (an address when no name is known), ``names`` all names
    as written, ``cards`` the card keys, ``files`` the names of the files they came from,
    ``since`` the earliest time we know of the person.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    labels: tuple[str, ...] = ()
    occupation: str = ""
    cards: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    since: datetime | None = None
    is_contact: bool = False
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class Employer:
    """One organisation (employer, school or group); ``size`` [people], None when unknown.

    ``industry`` and ``city`` (of the headquarters) are those of the tables, "" when unknown.
    ``why`` says of every name and mail domain, (text, reason), how it is known to be theirs.
    """

    id: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: AffiliationKind = AffiliationKind.WORK
    parent: str = ""
    size: int | None = None
    industry: str = ""
    city: str = ""
    why: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """An employer the user wants to reach; ``weight`` [> 0] is its importance.

    ``size`` [people] is what the user says of it, None when they do not.
    """

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    industry: str = ""
    city: str = ""
    weight: float = 1.0
    size: int | None = None


@dataclass(frozen=True, slots=True)
class TargetMatch:
    """A target and the organisations that match it, strictest tier first; may be empty."""

    target: Target
    employers: tuple[tuple[str, MatchTier], ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who is who: the people, which card is whom, and what was decided or is still unsure.

    ``person_of`` maps card key to person id; ``me`` is my person id or "" when unknown;
    ``owners`` maps a source owner ("" for me) to a person id.
    """

    people: tuple[Person, ...]
    person_of: dict[str, str]
    decisions: Sequence[Decision]
    me: str
    owners: dict[str, str]
