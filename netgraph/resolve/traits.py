"""What cards say about a person, in a form that can be compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netgraph.model import AffiliationKind, IdentifierKind, StoredCard
from netgraph.resolve.names import NameParts, name_parts
from netgraph.resolve.normalise import identifier_key, tells_apart
from netgraph.resolve.organisations import organisation_key


@dataclass(frozen=True, slots=True)
class Traits:
    """One card, or several cards already known to be one person.

    ``keys`` are those of `identifier_key` without NAME; ``slugs`` the profile slugs that tell
    people apart; ``employers`` keys of organisations worked at; ``books`` the digests of the
    sources that keep this person as a contact; ``owners`` whose sources they are;
    ``owner_of`` the sources' owners this person is said to be.
    """

    keys: frozenset[str] = frozenset()
    slugs: frozenset[str] = frozenset()
    names: tuple[NameParts, ...] = ()
    employers: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    books: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    owner_of: frozenset[str] = frozenset()

    def of_kind(self, kind: IdentifierKind) -> tuple[str, ...]:
        """The keys of one kind, without the kind, sorted."""
        mark = f"{kind}:"
        return tuple(sorted(k.removeprefix(mark) for k in self.keys if k.startswith(mark)))


def traits_of(stored: StoredCard, region: str) -> Traits:
    """What one card says."""
    card = stored.card
    keys: list[str] = []
    called = list(card.names)
    for identifier in card.identifiers:
        if identifier.kind is IdentifierKind.NAME:
            called.append(identifier.value)
        elif key := identifier_key(identifier, region):
            keys.append(key)
    mark = f"{IdentifierKind.PROFILE}:"
    slugs = (k.removeprefix(mark) for k in keys if k.startswith(mark))
    names = dict.fromkeys(name_parts(name) for name in called)
    work = (a.organisation for a in card.affiliations if a.kind is AffiliationKind.WORK)
    return Traits(
        keys=frozenset(keys),
        slugs=frozenset(slug for slug in slugs if tells_apart(slug)),
        names=tuple(name for name in names if name.key),
        employers=frozenset(key for name in work if (key := organisation_key(name))),
        subjects=frozenset((card.subject,)),
        books=frozenset((card.origin.digest,)) if card.is_contact else frozenset(),
        owners=frozenset((stored.owner,)),
        owner_of=frozenset((stored.owner,)) if card.is_owner else frozenset(),
    )


def united(traits: Iterable[Traits]) -> Traits:
    """What several cards of one person say together; names keep their order."""
    every = tuple(traits)
    if len(every) == 1:
        return every[0]
    return Traits(
        keys=frozenset().union(*(t.keys for t in every)),
        slugs=frozenset().union(*(t.slugs for t in every)),
        names=tuple(dict.fromkeys(name for t in every for name in t.names)),
        employers=frozenset().union(*(t.employers for t in every)),
        subjects=frozenset().union(*(t.subjects for t in every)),
        books=frozenset().union(*(t.books for t in every)),
        owners=frozenset().union(*(t.owners for t in every)),
        owner_of=frozenset().union(*(t.owner_of for t in every)),
    )
