"""Reports: what became of a file, and what only the user can settle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netgraph.model.kinds import Judgement
from netgraph.model.people import Decision, Person
from netgraph.model.records import Source, StoredCard


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What became of the items of one file: ``read`` = kept + merged + skipped.

    A ``merged`` item held nothing that was not known already. ``reasons`` counts skipped items
    by reason, the commonest first; ``left_out`` of them were skipped on purpose. ``doubts``
    counts what could not be read of items that were kept all the same. ``replaced`` tells of
    the earlier version of the file, if this one took its place.
    """

    read: int
    kept: int
    merged: int
    skipped: int
    left_out: int
    reasons: tuple[tuple[str, int], ...] = ()
    doubts: tuple[tuple[str, int], ...] = ()
    replaced: Replaced | None = None


@dataclass(frozen=True, slots=True)
class Replaced:
    """The version of a file that made way for a later one, imported ``when``.

    ``new`` and ``changed`` contacts are counted, ``gone`` ones, which stand in the later
    version no more, named in the order of the alphabet.
    """

    when: datetime
    new: int
    changed: int
    gone: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: ``counts``, a ``note`` when it was passed over, or an ``error``.

    ``title`` names the format ("" when none was found) and ``unit`` what is counted.
    ``understood`` tells how a table with free headers was read, a line a column. ``letters``
    names the code page that its letters were guessed to be in, "" when the file tells or when
    it is surely the commonest; ``letters_sure`` is false when another is nearly as likely.
    """

    name: str
    title: str
    unit: str
    counts: ImportCounts
    note: str = ""
    error: str = ""
    understood: tuple[str, ...] = ()
    letters: str = ""
    letters_sure: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """Two people who may be one: who they are now, and the evidence in plain words.

    ``opens`` names the targets that are better reached if they are one, most first; ``ties``
    counts the people who know just one of the two today.
    """

    left: Person
    right: Person
    decision: Decision
    opens: tuple[str, ...] = ()
    ties: int = 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why some cards (by number, from 1) are one person; ``by`` is "rules" or "user"."""

    cards: tuple[int, ...]
    evidence: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was said, or is asked, about a person and an ``other``."""

    judgement: Judgement
    other: Person
    evidence: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class Why:
    """Why a person is one: the cards, what joined them, and what stands between others."""

    person: Person
    cards: tuple[StoredCard, ...]
    joined: tuple[Reason, ...]
    others: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Who is left out since when; ``employer`` is "" when it is from everything."""

    person: Person
    employer: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Forgetting:
    """What goes when files or a person are forgotten, counted before it happens.

    ``person`` is None for files. ``sources`` are the files that go whole, ``files`` the names
    of all that are touched. ``people`` are known from these files alone. ``interactions`` go
    whole; ``shortened`` ones stay without the person. ``elsewhere`` cards stand in other files
    too and stay. ``added`` entries were made by hand.
    """

    person: Person | None
    sources: tuple[Source, ...]
    files: tuple[str, ...]
    people: int
    cards: int
    interactions: int
    relations: int
    shortened: int = 0
    elsewhere: int = 0
    added: int = 0
