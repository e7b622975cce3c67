"""Small graphs and small record sets for the tests of `graph` and `analyse`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from math import exp2

from netgraph.graph.build import GraphInputs, build_graph
from netgraph.graph.chances import MESSAGE_HALF_LIFE, UNKNOWN, Exchanged
from netgraph.graph.contactgraph import ContactGraph, KnowsAt
from netgraph.model import (
    OWNER,
    Affiliation,
    AffiliationKind,
    Card,
    Chance,
    Closeness,
    Employer,
    Evidence,
    EvidenceKind,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    MatchTier,
    Membership,
    Origin,
    Person,
    Relation,
    RelationKind,
    Resolution,
    StoredCard,
    StoredInteraction,
    StoredRelation,
    Target,
    TargetMatch,
    Tie,
)
from netgraph.resolve.people import describe

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


def passed(
    *when: datetime, share: float = 1.0, both_ways: bool = False, unanswered: bool = False
) -> Exchanged:
    """What two people exchanged as of `NOW` by messages at ``when``, each worth ``share``."""
    ages = [(NOW - one).total_seconds() / 86400 for one in when]
    recent = sum(share * exp2(-age / MESSAGE_HALF_LIFE) for age in ages)
    months = len({(one.year, one.month) for one in when})
    return Exchanged(recent, min(ages), months, both_ways, unanswered)


def proof(
    kind: EvidenceKind = EvidenceKind.OBSERVED,
    text: str = "3 mails, both ways, last on 3 Aug 2026",
    importer: str = "mbox",
    amount: float | None = 0.5,
) -> Evidence:
    """One piece of evidence with an origin."""
    origin = Origin(importer, "all.mbox", "0" * 12, "message 1")
    return Evidence(kind, text, origin, NOW, amount)


def tie(
    one: str,
    other: str,
    chance: float | None = 0.5,
    kind: EvidenceKind = EvidenceKind.OBSERVED,
    evidence: Evidence | None = None,
) -> Tie:
    """A tie of the given chance; None is a tie of unknown strength."""
    spread = Chance(chance, chance, chance, "test") if chance is not None else None
    return Tie(
        min(one, other),
        max(one, other),
        kind,
        chance,
        spread or Chance(*UNKNOWN, "unknown"),
        (evidence or proof(kind, amount=chance),),
    )


def member(
    person: str,
    employer: str,
    *,
    current: bool | None = True,
    start: date | None = None,
    end: date | None = None,
    kind: AffiliationKind = AffiliationKind.WORK,
    role: str = "",
) -> Membership:
    """A membership recognised exactly."""
    evidence = proof(EvidenceKind.STATED, f"works at {employer}, in your LinkedIn connections")
    return Membership(person, employer, role, kind, start, end, current, MatchTier.EXACT, evidence)


def network(
    ties: Iterable[Tie],
    *,
    me: str = "me",
    memberships: Sequence[Membership] = (),
    targets: Mapping[str, Sequence[str]] | None = None,
    knows_at: Iterable[tuple[str, str]] = (),
    people: Iterable[Person] = (),
    owners: Iterable[str] = (),
) -> ContactGraph:
    """A contact graph of ``ties``; people not given are named by their id."""
    ordered = tuple(sorted(ties, key=lambda t: (t.left, t.right)))
    given = {person.id: person for person in people}
    ids = {me, *given, *(t.left for t in ordered), *(t.right for t in ordered)} - {""}
    ids |= {one.person for one in memberships}
    wanted = targets or {}
    employers = {one.employer for one in memberships} | {e for _, e in knows_at}
    employers |= {e for named in wanted.values() for e in named}
    return ContactGraph(
        people=tuple(given.get(i) or Person(i, i, is_me=i == me) for i in sorted(ids)),
        employers=tuple(Employer(e, e) for e in sorted(employers)),
        ties=ordered,
        memberships=tuple(memberships),
        introductions=(),
        targets=tuple(
            TargetMatch(Target(name), tuple((e, MatchTier.EXACT) for e in named))
            for name, named in wanted.items()
        ),
        me=me,
        as_of=NOW,
        knows_at=tuple(
            KnowsAt(
                p, e, Evidence(EvidenceKind.STATED, f"knows people at {e}", None, NOW, names=(e,))
            )
            for p, e in knows_at
        ),
        owners=frozenset(owners),
    )


def address(name: str) -> Identifier:
    """The e-mail address of a person of the tests."""
    return Identifier(IdentifierKind.EMAIL, f"{name}@example.org")


class ByName:
    """Organisations that are called what their id says, "ex-" for former ones."""

    def __init__(self, *names: str, size: int | None = None) -> None:
        self.employers = tuple(Employer(name, name, size=size) for name in sorted(names))

    def match(self, text: str, kind: AffiliationKind) -> tuple[str, MatchTier, bool] | None:
        """The employer whose id is ``text`` without "ex-", whatever its kind."""
        del kind
        plain = text.removeprefix("ex-")
        known = any(plain == employer.id for employer in self.employers)
        return (plain, MatchTier.EXACT, plain != text) if known else None

    def target(self, target: Target) -> TargetMatch:
        """The employer of that name."""
        found = self.match(target.name, AffiliationKind.WORK)
        return TargetMatch(target, ((found[0], found[1]),) if found else ())

    def employer_of_address(self, email: str) -> str | None:
        """The employer whose id stands before ``.example``."""
        domain = email.partition("@")[2]
        name = domain.removesuffix(".example")
        return name if any(name == employer.id for employer in self.employers) else None


@dataclass
class World:
    """Records under construction; every person is one card named like the person."""

    imported: datetime = NOW
    cards: list[StoredCard] = field(default_factory=list)
    interactions: list[StoredInteraction] = field(default_factory=list)
    relations: list[StoredRelation] = field(default_factory=list)
    employers: ByName = field(default_factory=ByName)
    targets: list[Target] = field(default_factory=list)
    friends: list[str] = field(default_factory=list)

    def card(
        self,
        name: str,
        *affiliations: Affiliation,
        owner: str = "",
        importer: str = "mbox",
        contact: bool = False,
        imported: datetime | None = None,
        email: str = "",
    ) -> World:
        """Add a card of ``name``."""
        place = f"card {len(self.cards) + 1}"
        identifiers = (address(name),) if not email else (Identifier(IdentifierKind.EMAIL, email),)
        card = Card(
            key=place,
            subject=name,
            origin=Origin(importer, f"{importer}.file", "0" * 12, place),
            names=(name,),
            identifiers=identifiers,
            affiliations=affiliations,
            is_contact=contact,
            is_owner=name == "me",
        )
        self.cards.append(StoredCard(card, owner, imported or self.imported))
        return self

    def event(
        self,
        when: datetime | None,
        sender: str,
        *others: str,
        kind: InteractionKind = InteractionKind.MAIL,
        owner: str = "",
        people: int = 0,
        key: str = "",
        importer: str = "mbox",
    ) -> World:
        """Add something that happened; "me" stands for the owner of the source."""
        number = len(self.interactions) + 1
        item = Interaction(
            key=key or f"event {number}",
            origin=Origin(importer, "all.mbox", "0" * 12, f"message {number}"),
            kind=kind,
            when=when,
            sender=_who(sender) if sender else None,
            participants=tuple(_who(other) for other in others),
            n_participants=people or len(others),
        )
        self.interactions.append(StoredInteraction(item, owner, self.imported))
        return self

    def said(
        self,
        kind: RelationKind,
        left: str,
        right: str,
        closeness: Closeness | None = None,
        imported: datetime | None = None,
    ) -> World:
        """Add a relation; for KNOWS_AT ``right`` is an organisation."""
        number = len(self.relations) + 1
        origin = Origin("handmade", "list.csv", "1" * 12, f"row {number}")
        target = right if kind is RelationKind.KNOWS_AT else _who(right)
        relation = Relation(f"relation {number}", origin, kind, _who(left), target, closeness)
        self.relations.append(StoredRelation(relation, "", imported or self.imported))
        return self

    def graph(self, as_of: datetime = NOW) -> ContactGraph:
        """The contact graph of it all."""
        names = sorted({stored.card.subject for stored in self.cards})
        who = Resolution(
            people=tuple(
                describe(
                    Person(name, name, is_me=name == "me"),
                    [stored for stored in self.cards if stored.card.subject == name],
                )
                for name in names
            ),
            person_of={stored.card.key: stored.card.subject for stored in self.cards},
            decisions=(),
            me="me",
            owners={"": "me", **{friend: friend for friend in self.friends}},
        )
        known = {address(name): name for name in names}

        def person(identifier: Identifier, *, owner: str = "", digest: str = "") -> str | None:
            if identifier == OWNER:
                return who.owners[owner]
            return known.get(identifier)

        return build_graph(
            GraphInputs(
                resolution=who,
                person=person,
                describe=describe,
                cards=self.cards,
                interactions=self.interactions,
                relations=self.relations,
                employers=self.employers,
                targets=self.targets,
                as_of=as_of,
            )
        )


def _who(name: str) -> Identifier:
    return OWNER if name == "me" else address(name)
