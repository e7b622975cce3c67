"""Records: what an importer yields, and the same with the source they stand in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from netgraph.model.kinds import (
    AffiliationKind,
    Closeness,
    IdentifierKind,
    InteractionKind,
    RejectKind,
    RelationKind,
)


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
class CardColumns:
    """Many plain cards of one file, column by column: a million are made and written so.

    All columns are of one length, in file order, and hold "" for what a card has not. Every
    card has one of ``names``; ``identifiers`` at most one of a kind, in the order of the kinds;
    a job, if it has an organisation or a role, and then a trade without an organisation, none
    of them with dates. Nobody is the owner.
    """

    keys: Sequence[str]
    subjects: Sequence[str]
    places: Sequence[str]
    names: Sequence[str]
    identifiers: Mapping[IdentifierKind, Sequence[str]]
    organisations: Sequence[str]
    roles: Sequence[str]
    trades: Sequence[str]
    labels: Sequence[tuple[str, ...]]
    is_contact: Sequence[bool]


@dataclass(frozen=True, slots=True)
class MeetingColumns:
    """Many interactions of one ``kind`` between the owner and one person each, by columns.

    ``people`` are identifiers of the kind ``pointing``. All columns are of one length.
    """

    kind: InteractionKind
    keys: Sequence[str]
    places: Sequence[str]
    when: Sequence[datetime]
    pointing: IdentifierKind
    people: Sequence[str]


#: What a file holds, one by one or many at once.
Bulk = Record | CardColumns | MeetingColumns


@dataclass(frozen=True, slots=True)
class Source:
    """One imported file: ``owner`` is "" for me, else the friend's subject.

    ``whence`` is a hash of the place where the file lay, "" when unknown.
    """

    id: int
    importer: str
    file: str
    digest: str
    owner: str
    imported: datetime
    whence: str = ""


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
