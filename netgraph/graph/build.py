"""One contact graph out of resolved people, records, employers and targets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from netgraph.graph.contactgraph import ContactGraph, KnowsAt
from netgraph.graph.introductions import introductions
from netgraph.graph.memberships import Employers, memberships, told_by
from netgraph.graph.moment import Describe, Records, people_at
from netgraph.graph.overlaps import overlaps
from netgraph.graph.ties import Scope, TieBook
from netgraph.graph.traffic import Look, cached, traffic
from netgraph.graph.wording import place_of, undated
from netgraph.model import (
    AffiliationKind,
    Employer,
    Evidence,
    EvidenceKind,
    HowWell,
    Identifier,
    MatchTier,
    RelationKind,
    Resolution,
    StoredCard,
    StoredInteraction,
    StoredRelation,
    Target,
    TargetMatch,
    TieWord,
)

__all__ = ["Employers", "GraphInputs", "PersonOf", "build_graph"]


class PersonOf(Protocol):
    """Finds the person an identifier points at, as ``resolve.IdentityIndex.person`` does."""

    def __call__(self, identifier: Identifier, *, owner: str, digest: str) -> str | None:
        """The person id, or None when nobody or several bear the identifier."""


@dataclass(frozen=True)
class GraphInputs:
    """All a contact graph is made of; the order of the sequences does not matter."""

    resolution: Resolution
    person: PersonOf
    describe: Describe
    cards: Sequence[StoredCard]
    interactions: Sequence[StoredInteraction]
    relations: Sequence[StoredRelation]
    employers: Employers
    targets: Sequence[Target]
    as_of: datetime
    said: Sequence[TieWord] = ()


def build_graph(inputs: GraphInputs) -> ContactGraph:
    """The network as it was known at ``inputs.as_of`` (an aware time).

    Events count by their own time, undated records from their import; people nobody knew of
    by then are left out, me never. Before the first record only I am left. Same inputs, same
    graph, whatever their order.
    """
    who, as_of = inputs.resolution, inputs.as_of
    look = cached(lambda one, owner, digest: inputs.person(one, owner=owner, digest=digest))
    seen = traffic(inputs.interactions, look, me=who.me, as_of=as_of)
    members = memberships(inputs.cards, who.person_of, inputs.employers, seen, as_of)
    friends = frozenset(who.owners.values()) - {who.me}
    book = TieBook(Scope(who.me, as_of, friends))
    book.add_traffic(seen)
    book.add_cards(inputs.cards, who, seen.connected)
    book.add_relations(inputs.relations, look)
    book.add_words(inputs.said)
    tellers = told_by(inputs.cards, who.person_of, inputs.employers)
    left_out = frozenset({who.me} if who.me else ())
    book.add_overlaps(overlaps(members, inputs.employers.employers, tellers, left_out, as_of))
    records = Records(inputs.cards, inputs.interactions)
    people = people_at(who, records, look, inputs.describe, seen.first, as_of)
    known = {person.id for person in people}
    kept = tuple(m for m in members if m.person in known)
    knows_at = tuple(k for k in _knows_at(inputs, look) if k.person in known)
    named = {one.employer for one in kept} | {one.employer for one in knows_at}
    said = _dated(inputs.relations, as_of)
    introduced = introductions(seen.events, said, look, _kept_since(inputs), who.me)
    targets = tuple(_target(inputs.employers.target(target), named) for target in inputs.targets)
    named.update(employer for match in targets for employer, _ in match.employers)
    return ContactGraph(
        people=people,
        employers=_employers(inputs.employers.employers, named),
        ties=tuple(t for t in book.ties() if t.left in known and t.right in known),
        memberships=kept,
        introductions=tuple(
            i for i in introduced if i.introducer in known and i.introduced in known
        ),
        targets=targets,
        me=who.me if who.me in known else "",
        as_of=as_of,
        knows_at=knows_at,
        owners=friends & known,
        denied=_denied(inputs.said),
    )


def _denied(said: Iterable[TieWord]) -> tuple[TieWord, ...]:
    """The user's latest words on two people where these say that there is no tie, by pair."""
    latest = {
        (min(word.left, word.right), max(word.left, word.right)): word
        for word in sorted(said, key=lambda word: word.when)
    }
    return tuple(latest[p] for p in sorted(latest) if latest[p].how is HowWell.NOT_AT_ALL)


def _target(match: TargetMatch, named: Collection[str]) -> TargetMatch:
    """``match`` without parts of the target that nobody known is at."""
    kept = [
        (employer, tier)
        for employer, tier in match.employers
        if tier is not MatchTier.PART_OF or employer in named
    ]
    return replace(match, employers=tuple(kept))


def _employers(employers: Iterable[Employer], named: Collection[str]) -> tuple[Employer, ...]:
    """Those in ``named``, by id, each with a parent only if that is named too."""
    kept = [
        employer if employer.parent in named else replace(employer, parent="")
        for employer in employers
        if employer.id in named
    ]
    return tuple(sorted(kept, key=lambda employer: employer.id))


def _dated(relations: Iterable[StoredRelation], as_of: datetime) -> list[StoredRelation]:
    found = [stored for stored in relations if stored.imported <= as_of]
    return sorted(found, key=lambda stored: (stored.imported, stored.relation.key))


def _knows_at(inputs: GraphInputs, look: Look) -> list[KnowsAt]:
    names = {employer.id: employer.name for employer in inputs.employers.employers}
    found: dict[tuple[str, str], KnowsAt] = {}
    for stored in _dated(inputs.relations, inputs.as_of):
        relation = stored.relation
        if relation.kind is not RelationKind.KNOWS_AT or not isinstance(relation.right, str):
            continue
        person = look(relation.left, stored.owner, relation.origin.digest)
        matched = inputs.employers.match(relation.right, AffiliationKind.WORK)
        if not person or not matched:
            continue
        employer = matched[0]
        place = place_of(relation.origin.importer, stored.owner)
        text = f"said to know people at {names[employer]}, in {place} {undated(stored.imported)}"
        evidence = Evidence(
            EvidenceKind.STATED, text, relation.origin, stored.imported, names=(names[employer],)
        )
        found.setdefault((person, employer), KnowsAt(person, employer, evidence))
    return [found[key] for key in sorted(found)]


def _kept_since(inputs: GraphInputs) -> dict[str, datetime]:
    """Since when I keep whom as a contact: the import of the first list that names them."""
    since: dict[str, datetime] = {}
    for stored in inputs.cards:
        person = inputs.resolution.person_of.get(stored.card.key)
        mine = stored.card.is_contact and not stored.owner
        if person and mine and stored.imported <= inputs.as_of:
            since[person] = min(since.get(person, stored.imported), stored.imported)
    return since
