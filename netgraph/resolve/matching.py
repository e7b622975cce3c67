"""Which cards are one person: the user's word, then strong keys, then scored evidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from netgraph.model import Decision, IdentifierKind, Judgement, StoredCard
from netgraph.resolve.clusters import Clusters
from netgraph.resolve.traits import Traits, traits_of

#: In this order: a profile is one person's, an address or number may be a family's.
_STRONG = (
    IdentifierKind.PROFILE,
    IdentifierKind.EMAIL,
    IdentifierKind.PHONE,
    IdentifierKind.HANDLE,
)


@dataclass(frozen=True, slots=True)
class Matched:
    """Sets of card positions, and the decisions of the rules."""

    sets: list[list[int]]
    decisions: tuple[Decision, ...]


def match_cards(cards: Sequence[StoredCard], decisions: Sequence[Decision], region: str) -> Matched:
    """Sets of positions in ``cards``, which are ordered by key."""
    traits = [traits_of(stored, region) for stored in cards]
    word = {tuple(sorted((d.left, d.right))): d.judgement for d in decisions if d.by == "user"}
    clusters = Clusters(
        traits, [(a, b) for (a, b), said in word.items() if said is Judgement.DIFFERENT]
    )
    _join_said_and_given(clusters, cards, word)
    for kind in _STRONG:
        for members in _sharing(traits, kind):
            for member in members[1:]:
                clusters.join(members[0], member)
    return Matched(list(clusters.sets().values()), ())


def _join_said_and_given(
    clusters: Clusters,
    cards: Sequence[StoredCard],
    word: dict[tuple[str, ...], Judgement],
) -> None:
    """Join what the user called the same, cards of one subject, and cards of one owner."""
    by_subject: dict[str, list[int]] = {}
    by_owner: dict[str, list[int]] = {}
    for item, stored in enumerate(cards):
        by_subject.setdefault(stored.card.subject, []).append(item)
        if stored.card.is_owner:
            by_owner.setdefault(stored.owner, []).append(item)
    for left, right in sorted(pair for pair, said in word.items() if said is Judgement.SAME):
        for one in by_subject.get(left, ())[:1]:
            for other in by_subject.get(right, ())[:1]:
                clusters.join(one, other, despite_slugs=True)
    for members in (*by_owner.values(), *by_subject.values()):
        for member in members[1:]:
            clusters.join(members[0], member, despite_slugs=True)


def _sharing(traits: Sequence[Traits], kind: IdentifierKind) -> Iterable[list[int]]:
    """Positions that share a key of ``kind``, key by key in order."""
    mark = f"{kind}:"
    groups: dict[str, list[int]] = {}
    for item, each in enumerate(traits):
        for key in each.keys:
            if key.startswith(mark):
                groups.setdefault(key, []).append(item)
    return [groups[key] for key in sorted(groups)]
