"""Load: cards, people, employers and ties become the contact graph of a moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netgraph.errors import NotFoundError
from netgraph.importers._keys import seal
from netgraph.importers.handmade import HandEntry, hand_card
from netgraph.model import (
    AffiliationKind,
    Card,
    Closeness,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Person,
    Relation,
    RelationKind,
    Resolution,
    StoredCard,
    StoredInteraction,
    StoredRelation,
)
from netgraph.store import Store
from netgraph.store.decided import Owner
from netgraph.workflow.employers import words
from netgraph.workflow.keeping import resolver
from netgraph.workflow.kept import kept_graph
from netgraph.workflow.learning import with_lessons
from netgraph.workflow.leaving import leaving_out, standing
from netgraph.workflow.settling import settled, words_on_ties

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph

ME = ""


def load(path: str | Path, *, as_of: datetime | None = None) -> ContactGraph:
    """The contact graph of the store at ``path``, for notebooks and scripts.

    ``as_of`` is an aware time, by default that of the last import or the last word said.
    Raises `NotFoundError` when there is no file at ``path``.
    """
    if not Path(path).exists():
        msg = f"there is no store at {path}; make one with: netgraph --store {path} import FILE..."
        raise NotFoundError(msg)
    with Store.open(path) as store:
        moment = as_of or latest(store) or datetime.min.replace(tzinfo=UTC)
        return with_lessons(store, kept_graph(store, moment))


@dataclass(frozen=True, slots=True)
class Records:
    """Everything known: imported, made by hand, and the declared owners' cards."""

    cards: tuple[StoredCard, ...]
    interactions: tuple[StoredInteraction, ...]
    relations: tuple[StoredRelation, ...]


def all_records(store: Store) -> Records:
    """Every record of the store, imported ones first."""
    interactions = list(store.imported.interactions())
    relations = list(store.imported.relations())
    for record, added in _by_hand(store):
        if isinstance(record, Interaction):
            interactions.append(StoredInteraction(record, ME, added))
        elif isinstance(record, Relation):
            relations.append(StoredRelation(record, ME, added))
    return Records(all_cards(store), tuple(interactions), tuple(relations))


def all_cards(store: Store) -> tuple[StoredCard, ...]:
    """The cards of `all_records` alone: there may be very many of the rest."""
    cards = list(store.imported.cards())
    cards += [StoredCard(r, ME, added) for r, added in _by_hand(store) if isinstance(r, Card)]
    return *cards, *_owner_cards(store, tuple(cards))


def _by_hand(store: Store) -> Iterator[tuple[object, datetime]]:
    """What was added by hand, as records, with when."""
    for number, fields, added in store.decided.hand_entries():
        origin = Origin("handmade", "added by hand", f"added{number}", f"entry {number}")
        for record in hand_card(entry_from(fields), origin):
            yield record, added


def entry_from(fields: Mapping[str, object]) -> HandEntry:
    """The hand entry that the store keeps as ``fields``."""
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in fields.items()
    }
    if values.get("closeness"):
        values["closeness"] = Closeness(values["closeness"])
    if values.get("last_contact"):
        values["last_contact"] = date.fromisoformat(values["last_contact"])
    values["last_contact_kind"] = InteractionKind(values["last_contact_kind"])
    return HandEntry(**values)


def _owner_cards(store: Store, cards: Sequence[StoredCard]) -> Iterator[StoredCard]:
    """A card for everybody declared; a nameless me when neither files nor the user tell."""
    first = _first(store)
    declared = store.decided.owners()
    files = [source for source, _counts in store.imported.sources()]
    for owner in declared:
        theirs = (file.imported for file in files if owner.key and file.owner == owner.key)
        yield _owner_card(owner, min(theirs, default=first))
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


def region(store: Store, cards: Iterable[StoredCard]) -> str:
    """The country of numbers written without one: the user's word, else what ``cards`` tell."""
    from netgraph.resolve.normalise import region_of

    return store.decided.region() or region_of(cards)


def resolve(store: Store) -> Resolution:
    """Who is who: the stored resolution when nothing has changed, else a new one, stored."""
    if store.derived.is_fresh():
        return store.derived.resolution()
    cards, said = all_cards(store), store.decided.decisions()
    files = [source for source, _counts in store.imported.sources()]
    resolution = resolver(store)(cards, said, region=region(store, cards), files=files)
    store.derived.replace(resolution)
    return resolution


def _rightful(records: Records, resolution: Resolution) -> Records:
    """``records`` with those of a file that names another owner than me under that owner."""
    from netgraph.resolve.people import file_of

    if not any(owner.startswith(file_of("")) for owner in resolution.owners):
        return records

    def owner(stored: StoredCard | StoredInteraction | StoredRelation, digest: str) -> str:
        stray = not stored.owner and file_of(digest) in resolution.owners
        return file_of(digest) if stray else stored.owner

    return Records(
        tuple(replace(s, owner=owner(s, s.card.origin.digest)) for s in records.cards),
        tuple(
            replace(s, owner=owner(s, s.interaction.origin.digest)) for s in records.interactions
        ),
        tuple(replace(s, owner=owner(s, s.relation.origin.digest)) for s in records.relations),
    )


def other_owners(store: Store, as_of: datetime | None = None) -> tuple[Person, ...]:
    """Whom files that were brought in as mine name as their owner instead of me, by name."""
    from netgraph.resolve.people import file_of

    resolution, _cards = known_cards(store, as_of)
    others = {p for o, p in resolution.owners.items() if o.startswith(file_of(""))}
    found = [p for p in resolution.people if p.id in others - {resolution.me}]
    return tuple(sorted(found, key=lambda person: (person.name, person.id)))


def me_today(store: Store) -> Person | None:
    """Who I am by all that is known today; None when no file and no word makes anybody me."""
    resolution = resolve(store)
    return next((person for person in resolution.people if person.id == resolution.me), None)


def latest(store: Store) -> datetime | None:
    """The time of the last import, addition by hand or word on people; None in an empty store."""
    return max(_moments(store), default=None)


def _first(store: Store) -> datetime:
    return min(_moments(store), default=datetime.min.replace(tzinfo=UTC))


def _moments(store: Store) -> list[datetime]:
    """When something was imported, added by hand, said of a tie, or noted."""
    moments = [source.imported for source, _counts in store.imported.sources()]
    moments += [word.when for word in store.tie_words.all()]
    moments += [word.when for word in store.exclusions.all()] + [e.logged for e in store.log.all()]
    return moments + [added for _number, _fields, added in store.decided.hand_entries()]


def known_cards(
    store: Store, as_of: datetime | None = None
) -> tuple[Resolution, tuple[StoredCard, ...]]:
    """The cards as far as they were known by ``as_of`` (None: all), and who is who by these."""
    if as_of is None:
        return resolve(store), all_cards(store)
    return _cards_by(store, all_records(store), as_of)


def _cards_by(
    store: Store, everything: Records, as_of: datetime
) -> tuple[Resolution, tuple[StoredCard, ...]]:
    from netgraph.graph import moment
    from netgraph.resolve.people import resolve_people

    cards = moment.cards_by(moment.Records(everything.cards, everything.interactions), as_of)
    if cards == everything.cards:
        return resolve(store), everything.cards
    cards += _still_me(store, everything.cards, cards)
    sources = [source for source, _counts in store.imported.sources()]
    digests = {stored.card.origin.digest for stored in cards}
    files = [s for s in sources if s.imported <= as_of or s.digest in digests]
    said = store.decided.decisions()
    return resolve_people(cards, said, region=region(store, cards), files=files), cards


def _known_by(store: Store, as_of: datetime) -> tuple[Resolution, Records]:
    """The records as far as they were known by ``as_of``, and who is who by these alone."""
    everything = all_records(store)
    resolution, cards = _cards_by(store, everything, as_of)
    interactions = (
        s for s in everything.interactions if (s.interaction.when or s.imported) <= as_of
    )
    relations = (stored for stored in everything.relations if stored.imported <= as_of)
    return resolution, _rightful(Records(cards, tuple(interactions), tuple(relations)), resolution)


def _bearers(records: Records, who: Resolution) -> dict[str, str]:
    """Card subject to person id; `ME` is me."""
    people = {s.card.subject: who.person_of.get(s.card.key, "") for s in records.cards}
    return people | {ME: who.me}


def _still_me(
    store: Store, everything: Sequence[StoredCard], cards: Sequence[StoredCard]
) -> tuple[StoredCard, ...]:
    """A card of me when ``cards`` hold none: the one I gave of myself, else a nameless one."""
    if any(stored.card.is_owner and stored.owner == ME for stored in cards):
        return ()
    said = (s for s in everything if s.card.origin.importer == "netgraph" and s.owner == ME)
    return (next(said, _owner_card(Owner(ME, "Me", ""), _first(store))),)


def load_graph(store: Store, as_of: datetime, *, everybody: bool = False) -> ContactGraph:
    """The contact graph as it was at ``as_of``: events by their own time, the rest by import.

    Who is who and who works where is told by what was known then alone; what the user said of
    ties, and whom the user wants left out, counts from when it was said. Targets and the user's
    word on who is who are today's. With ``everybody`` those left out are only marked. An empty
    store gives a graph of me alone.
    """
    from netgraph.graph.build import GraphInputs, build_graph
    from netgraph.resolve.employers import resolve_employers
    from netgraph.resolve.organisations.domains import learn_domains, workplaces_of
    from netgraph.resolve.organisations.titles import with_past_employers
    from netgraph.resolve.people import IdentityIndex, describe
    from netgraph.workflow.namesakes import pinned_interaction, pinned_relation

    resolution, records = _known_by(store, as_of)
    targets, said = store.decided.targets(), words(store)
    cards = with_past_employers(records.cards, targets, said.own)
    mentions = [(a.organisation, a.kind) for c in cards for a in c.card.affiliations]
    mentions += [
        (stored.relation.right, AffiliationKind.WORK)
        for stored in records.relations
        # a company that is only followed is no place where anybody is known
        if isinstance(stored.relation.right, str) and stored.relation.kind is RelationKind.KNOWS_AT
    ]
    domains = learn_domains(workplaces_of(resolution, records.cards))
    employers = resolve_employers(mentions, targets, domains=domains, words=said)
    index = IdentityIndex(resolution, records.cards, region(store, records.cards))

    people = _bearers(records, resolution)
    graph = build_graph(
        GraphInputs(
            resolution=resolution,
            person=index.person,
            describe=describe,
            cards=cards,
            interactions=[pinned_interaction(s, index.pin) for s in records.interactions],
            relations=[pinned_relation(s, index.pin) for s in records.relations],
            employers=employers,
            targets=targets,
            as_of=as_of,
            said=words_on_ties(store, people, as_of),
        )
    )
    graph = replace(graph, settled=settled(store, people, as_of))
    return leaving_out(graph, standing(store, people, as_of), everybody=everybody)
