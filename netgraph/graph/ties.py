"""From evidence to ties: what was seen and said of every pair, collected."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from netgraph.graph import evidence as words_of
from netgraph.graph.traffic import SAID, Connected, Look, Pair, Sight, Traffic
from netgraph.graph.weighing import Facts, tie_of
from netgraph.model import (
    OWNER,
    Evidence,
    HowWell,
    Resolution,
    StoredCard,
    StoredRelation,
    Tie,
    TieWord,
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose network it is, when, and the friends whose files are at hand (person ids)."""

    me: str
    as_of: datetime
    owners: frozenset[str] = frozenset()


def owner_of(who: Resolution, owner: str) -> str:
    """The person whose source it is: me for "", else the friend; "" when unknown."""
    return who.owners.get(owner, "" if owner else who.me)


class TieBook:
    """Collects facts pair by pair and turns them into ties."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._facts: dict[Pair, Facts] = {}

    def _of(self, one: str, other: str) -> Facts:
        pair = (one, other) if one < other else (other, one)
        facts = self._facts.get(pair)
        if facts is None:
            facts = self._facts[pair] = Facts(mine=self._scope.me in pair)
        return facts

    def add_traffic(self, seen: Traffic) -> None:
        """Take in what was seen, most telling first."""
        me, as_of = self._scope.me, self._scope.as_of
        for (pair, sight), tally in seen.pairs.items():
            facts = self._of(*pair)
            if sight in SAID:
                before = seen.pairs.get((pair, Sight.DIRECT))
                facts.told += tally.weight
                one = words_of.told(pair, sight, tally, before, me, as_of)
                facts.add(one, tally.owners)
            elif sight is Sight.DIRECT:
                facts.cases = tally.weight
                facts.add(words_of.direct(pair, tally, me, as_of), tally.owners)
            else:
                at_hand = not self._scope.owners.isdisjoint(pair)
                one = words_of.seen(sight, tally, mine=facts.mine, at_hand=at_hand)
                facts.add(one, tally.owners)

    def add_cards(self, cards: Iterable[StoredCard], who: Resolution, connected: Connected) -> None:
        """Take in that the owner of a source keeps somebody as a contact, since when if said."""
        kept: set[tuple[str, str, str]] = set()
        for stored in sorted(cards, key=lambda s: (s.imported, s.card.key)):
            card = stored.card
            person, owner = who.person_of.get(card.key, ""), owner_of(who, stored.owner)
            place = (person, owner, card.origin.importer)
            if not (card.is_contact and person and owner) or person == owner:
                continue
            if stored.imported > self._scope.as_of or place in kept:
                continue
            kept.add(place)
            one = words_of.kept(stored, connected.get(place))
            self._of(person, owner).add(one, (stored.owner,))

    def add_relations(self, relations: Iterable[StoredRelation], look: Look) -> None:
        """Take in what people say of each other; a stated closeness overrides all traces.

        My own word stands above what a friend's list says, and my latest above my earlier ones.
        """
        for stored in sorted(relations, key=lambda s: (not s.owner, s.imported, s.relation.key)):
            relation = stored.relation
            if stored.imported > self._scope.as_of or isinstance(relation.right, str):
                continue
            digest = relation.origin.digest
            left = look(relation.left, stored.owner, digest)
            right = look(relation.right, stored.owner, digest)
            if not left or not right or left == right or not words_of.is_tie(relation.kind):
                continue
            facts = self._of(left, right)
            first_hand = look(OWNER, stored.owner, digest) in {left, right}
            facts.own_word |= first_hand
            one = words_of.said(stored, of_me=facts.mine, first_hand=first_hand)
            if relation.closeness:
                facts.say(one, stored.owner)
            else:
                facts.add(one, (stored.owner,))

    def add_words(self, words: Iterable[TieWord]) -> None:
        """Take in what I said to netgraph, by person ids; it stands above everything else.

        The latest word on a pair counts: "not at all" leaves no tie, "unknown" takes back what
        I said before, here or in a list.
        """
        for word in sorted(words, key=lambda word: (word.when, word.left, word.right)):
            if word.left == word.right:
                continue
            facts = self._of(word.left, word.right)
            facts.take_back()
            facts.denied = word.how is HowWell.NOT_AT_ALL
            if word.how not in {HowWell.UNKNOWN, HowWell.NOT_AT_ALL}:
                facts.say(words_of.by_me(word, of_me=facts.mine), "")

    def add_overlaps(self, found: Iterable[tuple[Pair, Evidence]]) -> None:
        """Take in what shared workplaces suggest; nothing where the two are seen to know."""
        for pair, evidence in found:
            self._of(*pair).add(evidence, ())

    def ties(self) -> tuple[Tie, ...]:
        """The ties by (left, right); the most telling evidence first."""
        known = [(p, facts) for p, facts in self._facts.items() if facts.evidence]
        known.sort(key=lambda one: one[0])
        return tuple(tie_of(pair, facts) for pair, facts in known if not facts.denied)
