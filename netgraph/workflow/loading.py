"""Load: cards, people, employers and ties become the contact graph of a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from netgraph.importers._keys import seal
from netgraph.importers.handmade import HandEntry, hand_card
from netgraph.model import (
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Relation,
    Resolution,
    StoredCard,
    StoredRelation,
)
from netgraph.store import Store
from netgraph.store.decided import Owner

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph

ME = ""


def entry_from(fields: Mapping[str, object]) -> HandEntry:
    """The hand entry that the store keeps as ``fields``."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    return HandEntry(**values)


def all_cards(store: Store) -> tuple[tuple[StoredCard, ...], tuple[StoredRelation, ...]]:
    """Every card and relation: imported ones, those made by hand, and the declared owners."""
    cards = list(store.imported.cards())
    relations = list(store.imported.relations())
    for number, fields, added in store.decided.hand_entries():
        origin = Origin("handmade", "added by hand", f"added{number}", f"entry {number}")
        for record in hand_card(entry_from(fields), origin):
            if isinstance(record, Card):
                cards.append(StoredCard(record, ME, added))
            elif isinstance(record, Relation):
                relations.append(StoredRelation(record, ME, added))
    cards.extend(_owner_cards(store, cards))
    return tuple(cards), tuple(relations)


def _owner_cards(store: Store, cards: Iterable[StoredCard]) -> Iterator[StoredCard]:
    """A card for everybody declared; a nameless me when neither files nor the user tell."""
    first = min((stored.imported for stored in cards), default=datetime.min.replace(tzinfo=UTC))
    declared = store.decided.owners()
    for owner in declared:
        yield _owner_card(owner, first)
    known = any(stored.card.is_owner and stored.owner == ME for stored in cards)
    if not known and not any(owner.key == ME for owner in declared):
        yield _owner_card(Owner(ME, "Me", ""), first)


def _owner_card(owner: Owner, when: datetime) -> StoredCard:
    address = (Identifier(IdentifierKind.EMAIL, owner.address),) if owner.address else ()
    origin = Origin(
        "netgraph", "said by you", owner.key or "me", "--owner" if owner.key else "--me"
    )
    card = Card("", "", origin, (owner.name,), address, is_owner=True)
    return StoredCard(seal(card, source_id=f"owner:{owner.key}"), owner.key, when)


def resolve(store: Store) -> Resolution:
    """Who is who: the stored resolution when nothing has changed, else a new one, stored."""
    if store.derived.is_fresh():
        return store.derived.resolution()
    from netgraph.resolve.people import resolve_people

    cards, _relations = all_cards(store)
    resolution = resolve_people(cards, store.decided.decisions())
    store.derived.replace(resolution)
    return resolution


def latest(store: Store) -> datetime | None:
    """The time of the last import or addition by hand; None in an empty store."""
    moments = [source.imported for source, _counts in store.imported.sources()]
    moments += [added for _number, _fields, added in store.decided.hand_entries()]
    return max(moments, default=None)


def load_graph(store: Store, as_of: datetime) -> ContactGraph:
    """The contact graph as it was at ``as_of``: events by their own time, the rest by import.

    Targets and the user's decisions are today's. An empty store gives a graph of me alone.
    """
    from netgraph.graph.build import GraphInputs, build_graph
    from netgraph.resolve.employers import resolve_employers
    from netgraph.resolve.people import IdentityIndex

    resolution = resolve(store)
    cards, relations = all_cards(store)
    mentions = [(a.organisation, a.kind) for c in cards for a in c.card.affiliations]
    targets = store.decided.targets()
    employers = resolve_employers(mentions, {}, targets)
    index = IdentityIndex(resolution, cards)

    def person(identifier: Identifier, owner: str, digest: str) -> str | None:
        return index.person(identifier, owner=owner, digest=digest)

    return build_graph(
        GraphInputs(
            resolution=resolution,
            person=person,
            cards=cards,
            interactions=store.imported.interactions(),
            relations=relations,
            employers=employers,
            targets=targets,
            as_of=as_of,
        )
    )
