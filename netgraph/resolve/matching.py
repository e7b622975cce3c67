"""Which cards are one person: the user's word, then strong keys, then scored evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, combinations
from typing import TypeVar

from netgraph.model import Decision, IdentifierKind, Judgement, StoredCard
from netgraph.resolve.barenames import BareNames
from netgraph.resolve.bestfirst import Pair, join_by_score
from netgraph.resolve.candidates import candidate_arrays
from netgraph.resolve.clusters import Clusters
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.comparing.weighing import weighed
from netgraph.resolve.names.likeness import clearly_different
from netgraph.resolve.names.population import Population
from netgraph.resolve.rules import (
    SHARED_BUT_DIFFERENT,
    UNSURE_FROM,
    Score,
    among_namesakes,
    chance_of_yes,
)

#: In this order: a profile is one person's, an address or number may be a family's.
_STRONG = (
    IdentifierKind.PROFILE,
    IdentifierKind.HANDLE,
    IdentifierKind.EMAIL,
    IdentifierKind.PHONE,
)
#: A number or address borne by more people than a family has is nobody's in particular.
_FAMILY = 4
_SHARED = "They share {}, but the first names differ."
_NO_NAME = "They share {}, but one has no name and an address that does not fit the other."
_GENERATIONS = "They share {}, but one is called junior or senior, the other is not."
_Agreement = Callable[[Clusters, int, int], bool]
_Word = TypeVar("_Word", bound=Hashable)
_WORDS = {
    IdentifierKind.EMAIL: "an e-mail address",
    IdentifierKind.PHONE: "a phone number",
    IdentifierKind.HANDLE: "an account name",
}


@dataclass(frozen=True, slots=True)
class Matched:
    """Sets of card positions, and the decisions of the rules: SAME, then UNSURE."""

    sets: list[list[int]]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was joined by evidence, and the best pair between any two sets that may be one.

    ``joined`` are in turn; ``open`` are as they were scored, whoever else has the name.
    """

    joined: list[Pair]
    open: list[Pair]


def match_cards(
    cards: Sequence[StoredCard],
    traits: Sequence[Traits],
    decisions: Sequence[Decision],
    asked: Sequence[tuple[int, int, str]] = (),
) -> Matched:
    """Sets of positions in ``cards``, which are ordered by key; ``traits`` belong to them.

    ``asked`` are pairs (and a sentence) that are a question whatever else is said.
    """
    clusters, disputed = join_strongly(cards, traits, decisions)
    everybody = Everybody([clusters.traits(root) for root in clusters.sets()])
    population = Population(everybody)
    likely = _scored(clusters, everybody, population)
    found = join_by_evidence(clusters, disputed, likely, population)
    sure = [Pair(a, b, Score(SHARED_BUT_DIFFERENT, (text,))) for a, b, text in asked]
    open_pairs = [pair for pair in sure if _may_be_one(clusters, pair)]
    sets = clusters.sets()
    shared = [names_of_both(clusters, pair) for pair in found.open]
    contested = set().union(*shared)
    bearers = Counter(chain.from_iterable(full_names(clusters, s) & contested for s in sets))
    told = [with_namesakes(*both, bearers) for both in zip(found.open, shared, strict=True)]

    def urgency(pair: Pair) -> tuple[object, ...]:
        ends = (len(sets[clusters.find(end)]) for end in (pair.left, pair.right))
        return -worth(pair, *ends), pair.order

    open_pairs += sorted(told, key=urgency)
    told_all = [decision_of(cards, pair, Judgement.SAME) for pair in found.joined]
    told_all += [decision_of(cards, pair, Judgement.UNSURE) for pair in open_pairs]
    return Matched(list(sets.values()), tuple(d for d in told_all if d.left != d.right))


def words_of(decisions: Iterable[Decision]) -> dict[tuple[str, str], Judgement]:
    """The user's last word on two subjects, the smaller first."""
    return {
        (min(d.left, d.right), max(d.left, d.right)): d.judgement
        for d in decisions
        if d.by == "user"
    }


def join_strongly(
    cards: Sequence[StoredCard], traits: Sequence[Traits], decisions: Sequence[Decision]
) -> tuple[Clusters, list[Pair]]:
    """What the user's word, a key in common or a list of bare names joins; and what is disputed.

    A card is joined with, kept apart from or in dispute with such only as have a key, a subject,
    a word of the user, an owner, or a bare name and the format of its list in common.
    """
    word = words_of(decisions)
    different = [pair for pair, said in word.items() if said is Judgement.DIFFERENT]
    bare = BareNames(cards, traits)
    clusters = Clusters(traits, different, bare.apart())
    _join_said(clusters, cards, sorted(p for p, said in word.items() if said is Judgement.SAME))
    _join_given(clusters, cards)
    shared = _repeated((key, item) for item, each in enumerate(traits) for key in each.keys)
    disputed = [pair for kind in _STRONG for pair in _join_strong(clusters, shared, kind)]
    disputed += [Pair(a, b, Score(UNSURE_FROM, (text,))) for a, b, text in bare.join(clusters)]
    return clusters, disputed


def join_by_evidence(
    clusters: Clusters, disputed: Sequence[Pair], likely: Iterable[Pair], population: Population
) -> Outcome:
    """Join what ``likely`` makes sure; what is decided of a set depends on those it has pairs with.

    Of everybody else it depends on the counts of ``population`` for the names of these alone.
    """
    joined, rest = join_by_score(clusters, likely, population)
    return Outcome(joined, _still_open(clusters, [*disputed, *rest]))


def _join_said(
    clusters: Clusters, cards: Sequence[StoredCard], same: Sequence[tuple[str, str]]
) -> None:
    """Join what the user called the same; my own cards stand for a subject before a friend's."""
    by_subject: dict[str, int] = {}
    for item in sorted(range(len(cards)), key=lambda i: (cards[i].owner, i)):
        by_subject.setdefault(cards[item].card.subject, item)
    for left, right in same:
        if left in by_subject and right in by_subject:
            clusters.join(by_subject[left], by_subject[right], by_user=True)


def _join_given(clusters: Clusters, cards: Sequence[StoredCard]) -> None:
    """Join cards of one key, of one source owner, and of one subject.

    A subject made of a number alone may be a family's, so the names must agree; one made of
    nothing says nothing.
    """
    plain = [stored.card for stored in cards]
    keys = _repeated((card.key, item) for item, card in enumerate(plain))
    owners = _repeated((s.owner, item) for item, s in enumerate(cards) if s.card.is_owner)
    subjects = _repeated(
        ((cards[item].owner, card.subject), item)
        for item, card in enumerate(plain)
        if card.names or clusters.traits(item).keys
    )
    for groups in (keys, owners):
        for group in sorted(groups):
            for member in groups[group][1:]:
                clusters.join(groups[group][0], member, by_user=True)
    for subject in sorted(subjects):
        sets = list(dict.fromkeys(map(clusters.find, subjects[subject])))
        _join_compatible(clusters, sets, _agree)


def _repeated(said: Iterable[tuple[_Word, int]]) -> dict[_Word, list[int]]:
    """What several say, and who they are, in order."""
    first: dict[_Word, int] = {}
    groups: dict[_Word, list[int]] = {}
    for word, item in said:
        known = first.setdefault(word, item)
        if known != item:
            groups.setdefault(word, [known]).append(item)
    return groups


def _join_strong(
    clusters: Clusters, groups: Mapping[str, Sequence[int]], kind: IdentifierKind
) -> Iterator[Pair]:
    """Join those who share a key of ``kind``; yields pairs whose first names clearly differ."""
    for key in sorted(key for key in groups if key.startswith(f"{kind}:")):
        members = list(dict.fromkeys(map(clusters.find, groups[key])))
        if kind is IdentifierKind.PROFILE:
            for member in members[1:]:
                clusters.join(members[0], member)
            continue
        heads = _join_compatible(clusters, members, _one_bearer)
        if 1 < len(heads) <= _FAMILY:
            for left, right in combinations(heads, 2):
                sentence = _doubt(clusters, left, right).format(_WORDS[kind])
                yield Pair(left, right, Score(SHARED_BUT_DIFFERENT, (sentence,)))


def _doubt(clusters: Clusters, left: int, right: int) -> str:
    if not (clusters.traits(left).names and clusters.traits(right).names):
        return _NO_NAME
    return _GENERATIONS if _agree(clusters, left, right) else _SHARED


def _join_compatible(clusters: Clusters, members: Sequence[int], agree: _Agreement) -> list[int]:
    """Join sets whose names agree; one set of each name remains, the nameless with the first."""
    named = [m for m in members if clusters.traits(m).names]
    heads: list[int] = []
    for member in named:
        if not any(agree(clusters, h, member) and clusters.join(h, member) for h in heads):
            heads.append(member)
    for member in members:
        nameless = not clusters.traits(member).names
        if nameless and not any(
            _may_be_addressed(clusters, head, member) and clusters.join(head, member)
            for head in heads
        ):
            heads.append(member)
    return heads


def _may_be_addressed(clusters: Clusters, head: int, nameless: int) -> bool:
    """Whether the addresses of somebody without a name are no other ones, or fit the name.

    A number may be a household's, and an address beside it that of another who lives there.
    """
    ours, theirs = clusters.traits(head), clusters.traits(nameless)
    emails = theirs.work_addresses | theirs.private_addresses
    if not ours.names or emails <= (ours.work_addresses | ours.private_addresses):
        return True
    return bool(theirs.locals & (ours.full_spellings | ours.short_spellings))


def _agree(clusters: Clusters, left: int, right: int) -> bool:
    ours, theirs = clusters.traits(left).names, clusters.traits(right).names
    return any(not clearly_different(a, b) for a in ours for b in theirs)


def _one_bearer(clusters: Clusters, left: int, right: int) -> bool:
    """Whether an address or number is one person's: the names agree, not as father and son."""
    ours = {name.generation for name in clusters.traits(left).names}
    theirs = {name.generation for name in clusters.traits(right).names}
    return not ours.isdisjoint(theirs) and _agree(clusters, left, right)


def _scored(clusters: Clusters, everybody: Everybody, population: Population) -> Iterator[Pair]:
    """Pairs of sets worth a question or more."""
    roots, people = list(clusters.sets()), everybody.people
    for a, b, found in weighed(everybody, population, *candidate_arrays(everybody)):
        if not clusters.contradict(roots[a], roots[b]):
            yield Pair(roots[a], roots[b], found, (people[a], people[b]))


def _may_be_one(clusters: Clusters, pair: Pair) -> bool:
    together = clusters.find(pair.left) == clusters.find(pair.right)
    return not together and not clusters.are_different(pair.left, pair.right)


def _still_open(clusters: Clusters, pairs: Sequence[Pair]) -> list[Pair]:
    """The best pair between any two sets that are still two and may be one."""
    best: dict[tuple[int, ...], Pair] = {}
    for pair in sorted(pairs, key=lambda p: p.order):
        ends = tuple(sorted((clusters.find(pair.left), clusters.find(pair.right))))
        if ends[0] != ends[1] and not clusters.contradict(pair.left, pair.right):
            best.setdefault(ends, pair)
    return list(best.values())


def worth(pair: Pair, ours: int, theirs: int) -> float:
    """How many pairs of cards an answer is likely to bring together; sizes of sets [cards]."""
    return chance_of_yes(pair.score) * ours * theirs


def with_namesakes(pair: Pair, shared: Iterable[str], bearers: Mapping[str, int]) -> Pair:
    """``pair`` as it stands when people besides the two have one of the ``shared`` names."""
    if all(bearers[name] <= 2 for name in shared):
        return pair
    return replace(pair, score=among_namesakes(pair.score))


def names_of_both(clusters: Clusters, pair: Pair) -> set[str]:
    """The full names that the two sets of ``pair`` have in common."""
    return full_names(clusters, pair.left) & full_names(clusters, pair.right)


def full_names(clusters: Clusters, item: int) -> set[str]:
    """The full names in a set, without what stands between first and last name."""
    return {name.plain for name in clusters.traits(item).names if name.is_full}


def decision_of(cards: Sequence[StoredCard], pair: Pair, judgement: Judgement) -> Decision:
    """The rules' decision on ``pair`` of positions in ``cards``."""
    left, right = sorted(cards[end].card.subject for end in (pair.left, pair.right))
    return Decision(left, right, judgement, pair.score.points, pair.score.evidence, "rules")
