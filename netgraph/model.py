"""The vocabulary: read this first.

Files become *records* (`Card`, `Interaction`, `Relation`, `Reject`); records become *people*
and *employers*; these and their *evidence* become *ties*; ties become a contact graph.

Everything here is a frozen value without logic. Tuples stand for lists. Times are aware UTC
datetimes; a day without a time is a ``date``. Text is kept as it was written: normalising
belongs to ``netgraph.resolve``. There is no field for message text or subject lines, so no
later stage can leak one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class IdentifierKind(StrEnum):
    """How a person is pointed at; NAME is only meaningful inside its own source."""

    EMAIL = "email"
    PHONE = "phone"
    PROFILE = "profile"
    HANDLE = "handle"
    NAME = "name"


class AffiliationKind(StrEnum):
    """What sort of body somebody belongs to."""

    WORK = "work"
    SCHOOL = "school"
    GROUP = "group"


class InteractionKind(StrEnum):
    """Something that happened between people at a time."""

    MAIL = "mail"
    MESSAGE = "message"
    CALL = "call"
    MEETING = "meeting"
    CONNECTED = "connected"
    INTRODUCED = "introduced"


class RelationKind(StrEnum):
    """Something said about two people (or a person and an organisation)."""

    KNOWS = "knows"
    COLLEAGUE = "colleague"
    FAMILY = "family"
    FRIEND = "friend"
    MANAGER = "manager"
    ASSISTANT = "assistant"
    REFERRED_BY = "referred by"
    MET_THROUGH = "met through"
    KNOWS_AT = "knows people at"
    FOLLOWS = "follows"


class Closeness(StrEnum):
    """The user's own word for a tie; [0.8, 0.5, 0.2] as a chance (ranking prior)."""

    WELL = "well"
    SOME = "some"
    BARELY = "barely"


class Judgement(StrEnum):
    """Whether two cards are one person."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


class EvidenceKind(StrEnum):
    """Seen in a file, said by somebody, or concluded; the last never poses as proof."""

    OBSERVED = "observed"
    STATED = "stated"
    INFERRED = "inferred"


class RejectKind(StrEnum):
    """Why an item gave no record: it could not be read, or it was left out on purpose."""

    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record was read.

    ``file`` is the name shown to the user (a zip member as ``export.zip/Connections.csv``),
    ``digest`` the first 12 hex digits of the SHA-256 of the file's bytes, ``place`` a position
    in words: "row 17", "card 3", "message 812", "event 5".
    """

    importer: str
    file: str
    digest: str
    place: str


@dataclass(frozen=True, slots=True)
class Identifier:
    """One way to point at a person, as written."""

    kind: IdentifierKind
    value: str


#: Stands for the owner of the source (me, or the friend whose export it is) in interactions
#: and relations, where a file does not repeat the owner's address.
OWNER = Identifier(IdentifierKind.HANDLE, "netgraph:owner")


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Belonging to an organisation; ``end`` None with ``start`` set means "still there".

    An empty ``organisation`` with a ``role`` is an occupation ("hairdresser").
    """

    organisation: str
    role: str = ""
    start: date | None = None
    end: date | None = None
    kind: AffiliationKind = AffiliationKind.WORK


@dataclass(frozen=True, slots=True)
class Card:
    """One appearance of one person in one source.

    ``key`` changes with the content, ``subject`` does not: it is the source's own id of the
    person, else made of strong identifiers and name, and user decisions refer to it.
    ``is_contact``: the owner of the source keeps this person as a contact (an acquaintance of
    unknown strength). ``is_owner``: the card describes the owner of the source.
    """

    key: str
    subject: str
    origin: Origin
    names: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    labels: tuple[str, ...] = ()
    is_contact: bool = False
    is_owner: bool = False


@dataclass(frozen=True, slots=True)
class Interaction:
    """Something that happened; holds whom and when, never what was said.

    ``participants`` leaves out the sender and everybody who is a machine or a list;
    ``n_participants`` counts all addressed (without the sender), known or not. ``reply_to`` is
    the ``key`` of the interaction answered, or "". For INTRODUCED the sender is the introducer
    and the participants are the people made acquainted.
    """

    key: str
    origin: Origin
    kind: InteractionKind
    when: datetime | None
    sender: Identifier | None
    participants: tuple[Identifier, ...]
    n_participants: int
    reply_to: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """Something said: ``left`` knows, is a colleague of, was referred by … ``right``.

    ``right`` is an identifier, or the organisation's name as written (KNOWS_AT, FOLLOWS).
    """

    key: str
    origin: Origin
    kind: RelationKind
    left: Identifier
    right: Identifier | str
    closeness: Closeness | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """An item that gave no record, and why, in words a user understands."""

    origin: Origin
    reason: str
    kind: RejectKind = RejectKind.UNREADABLE


Record = Card | Interaction | Relation | Reject


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
class Source:
    """One imported file: ``owner`` is "" for me, else the friend's subject."""

    id: int
    importer: str
    file: str
    digest: str
    owner: str
    imported: datetime


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


class MatchTier(StrEnum):
    """How an organisation's name was recognised; the strictest first."""

    EXACT = "exact"
    LEGAL_FORM = "legal form"
    ALIAS = "alias"
    DOMAIN = "domain"
    PART_OF = "part of"


@dataclass(frozen=True, slots=True)
class Employer:
    """One organisation (employer, school or group); ``size`` [people], None when unknown."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kind: AffiliationKind = AffiliationKind.WORK
    parent: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Target:
    """An employer the user wants to reach; ``weight`` [> 0] is its importance."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    industry: str = ""
    city: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a tie stands.

    ``text`` never holds a person's name or address, so that a redacted copy can keep it;
    ``names`` are organisations mentioned in it. ``amount`` is the probability [0, 1] this
    piece contributes, or None when it proves acquaintance but no strength.
    """

    kind: EvidenceKind
    text: str
    origin: Origin | None
    when: datetime | date | None
    amount: float | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chance:
    """Probability range [0, 1] that the tie is alive and answers; ``basis`` says from what."""

    low: float
    mid: float
    high: float
    basis: str


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who (may) know each other, by person id, ``left`` < ``right``.

    ``strength`` [0, 1], larger is closer, None when unknown (never zero for want of traces).
    ``kind`` is the best evidence there is: observed, else stated, else inferred.
    """

    left: str
    right: str
    kind: EvidenceKind
    strength: float | None
    chance: Chance
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Membership:
    """A person at an organisation, by ids.

    ``current`` is None when the files do not say. ``tier`` tells how the name was recognised.
    """

    person: str
    employer: str
    role: str
    kind: AffiliationKind
    start: date | None
    end: date | None
    current: bool | None
    tier: MatchTier
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class TargetMatch:
    """A target and the organisations that match it, strictest tier first; may be empty."""

    target: Target
    employers: tuple[tuple[str, MatchTier], ...] = ()


@dataclass(frozen=True, slots=True)
class Introduction:
    """``introducer`` brought ``introduced`` to me at ``when`` (person ids)."""

    introducer: str
    introduced: str
    when: datetime
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class StoredCard:
    """A card with the row of its source: ``owner`` as in `Source`, ``imported`` [UTC]."""

    card: Card
    owner: str
    imported: datetime


@dataclass(frozen=True, slots=True)
class StoredInteraction:
    """An interaction and whose source it stands in."""

    interaction: Interaction
    owner: str
    imported: datetime


@dataclass(frozen=True, slots=True)
class StoredRelation:
    """A relation and whose source it stands in."""

    relation: Relation
    owner: str
    imported: datetime


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
