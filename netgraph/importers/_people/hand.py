"""One person as the user describes them, and the records that say so.

Used by the hand-made list and by ``netgraph add``, so that a row and a command mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from netgraph.importers._keys import hash_of, seal
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Closeness,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Relation,
    RelationKind,
)


@dataclass(frozen=True, slots=True)
class HandEntry:
    """What the user says about one person; every field may be empty.

    ``occupation`` is a trade without an employer ("hairdresser"), ``role`` the job at the
    employers. ``circles`` are life areas, ``knows`` people's names, ``knows_at``
    organisations, ``met_through`` names of introducers. ``last_contact_kind`` is CALL for
    "last spoke" and MEETING for "last seen".
    """

    name: str = ""
    other_names: tuple[str, ...] = ()
    occupation: str = ""
    circles: tuple[str, ...] = ()
    closeness: Closeness | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    employers: tuple[str, ...] = ()
    role: str = ""
    knows: tuple[str, ...] = ()
    knows_at: tuple[str, ...] = ()
    met_through: tuple[str, ...] = ()
    last_contact: date | None = None
    last_contact_kind: InteractionKind = InteractionKind.CALL


def hand_card(entry: HandEntry, origin: Origin) -> tuple[Record, ...]:
    """The card of ``entry``, then what is said of its ties, then cards of the people named.

    A person named by somebody else gets a card of their own with the name alone. Empty when
    the entry has neither a name nor an e-mail address, phone number or profile.
    """
    identifiers = _identifiers(entry)
    if not identifiers:
        return ()
    card = Card(
        key="",
        subject="",
        origin=origin,
        names=(entry.name, *entry.other_names),
        identifiers=identifiers,
        affiliations=work_of(entry.employers, entry.role, entry.occupation),
        labels=circle_labels(entry.circles),
        is_contact=True,
    )
    sealed = seal(card)
    named = dict.fromkeys(name for name in (*entry.knows, *entry.met_through) if name.strip())
    return (
        sealed,
        *_last_contact(entry, identifiers[0], sealed),
        *_relations(entry, identifiers[0], sealed),
        *(_named(name, origin) for name in named),
    )


def ways_of(entry: HandEntry) -> tuple[Identifier, ...]:
    """The ways to reach the person, the most reliable first."""
    values = (
        (IdentifierKind.EMAIL, entry.emails),
        (IdentifierKind.PHONE, entry.phones),
        (IdentifierKind.PROFILE, entry.profiles),
    )
    return tuple(Identifier(kind, v) for kind, several in values for v in several if v.strip())


def _identifiers(entry: HandEntry) -> tuple[Identifier, ...]:
    """The ways to point at the person; the name comes last."""
    name = " ".join(entry.name.split())
    return (*ways_of(entry), *((_name(name),) if name else ()))


def circle_labels(circles: Iterable[str]) -> tuple[str, ...]:
    """Life areas as the labels of a card."""
    return tuple([f"circle:{circle.strip()}" for circle in circles if circle.strip()])


def work_of(employers: Sequence[str], role: str, occupation: str) -> tuple[Affiliation, ...]:
    """The job at every employer, and the trade without one; any of them may be empty."""
    jobs = [Affiliation(name, role or occupation) for name in employers if name.strip()]
    trade = occupation or (role if not jobs else "")
    return (*jobs, Affiliation("", trade)) if trade else tuple(jobs)


def _marked(person: Identifier, card: Card) -> tuple[object, ...]:
    """What tells ``person`` from a namesake: the job as well, where there is only a name."""
    bare = person.kind is IdentifierKind.NAME and card.affiliations
    return (person, card.subject) if bare else (person,)


def _relations(entry: HandEntry, person: Identifier, card: Card) -> Iterator[Relation]:
    origin, marked = card.origin, _marked(person, card)
    if entry.closeness is not None:
        key = hash_of("relation", RelationKind.KNOWS, OWNER, *marked, entry.closeness)
        yield Relation(key, origin, RelationKind.KNOWS, OWNER, person, entry.closeness)
    said: list[tuple[RelationKind, Identifier | str]] = []
    said += [(RelationKind.KNOWS, _name(name)) for name in entry.knows]
    said += [(RelationKind.KNOWS_AT, " ".join(place.split())) for place in entry.knows_at]
    said += [(RelationKind.MET_THROUGH, _name(name)) for name in entry.met_through]
    for kind, right in dict.fromkeys(said):
        if right.value if isinstance(right, Identifier) else right:
            key = hash_of("relation", kind, *marked, right)
            yield Relation(key, origin, kind, person, right)


def _last_contact(entry: HandEntry, person: Identifier, card: Card) -> Iterator[Interaction]:
    if entry.last_contact is not None:
        when = datetime.combine(entry.last_contact, time(), UTC)
        key = hash_of("hand", entry.last_contact_kind, *_marked(person, card), when)
        yield Interaction(key, card.origin, entry.last_contact_kind, when, OWNER, (person,), 1)


def _name(name: str) -> Identifier:
    return Identifier(IdentifierKind.NAME, " ".join(name.split()))


def _named(name: str, origin: Origin) -> Card:
    return seal(Card("", "", origin, names=(name,), identifiers=(_name(name),)))
