"""From evidence to ties: what two people's traces and everybody's words amount to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from netgraph.graph.chances import (
    INTRODUCED,
    RELATED,
    STATED,
    TOGETHER,
    UNKNOWN,
    combined,
    spread,
    tie_chance,
)
from netgraph.graph.traffic import SAID, Connected, Look, Pair, Sight, Tally, Traffic
from netgraph.graph.wording import I_SAID, THEY_SAID, counted, day, listed, place_of, undated
from netgraph.model import (
    Chance,
    Closeness,
    Evidence,
    EvidenceKind,
    InteractionKind,
    RelationKind,
    Resolution,
    StoredCard,
    StoredRelation,
    Tie,
)

_ORDER = (EvidenceKind.OBSERVED, EvidenceKind.STATED, EvidenceKind.INFERRED)
_UNITS = {
    InteractionKind.MAIL: "mail",
    InteractionKind.MESSAGE: "message",
    InteractionKind.CALL: "call",
    InteractionKind.MEETING: "meeting",
    InteractionKind.CONNECTED: "connection",
    InteractionKind.INTRODUCED: "introduction",
}
_SAID = {
    RelationKind.KNOWS: "said to know each other",
    RelationKind.COLLEAGUE: "named as colleagues",
    RelationKind.FAMILY: "named as family",
    RelationKind.FRIEND: "named as friends",
    RelationKind.MANAGER: "one named as the other's manager",
    RelationKind.ASSISTANT: "one named as the other's assistant",
    RelationKind.REFERRED_BY: "one was referred by the other",
    RelationKind.MET_THROUGH: "one was met through the other",
}

#: What was seen of two people, and what it is worth; None takes the best of the tally.
_SEEN: dict[Sight, tuple[str, float | None]] = {
    Sight.WROTE: ("one wrote to the other, {}, last", None),
    Sight.RECEIVED: ("both were sent {}, last", None),
    Sight.MET: ("both invited to {}, last", None),
    Sight.CONNECTED: ("connected", None),
    Sight.INTRODUCED: ("one introduced the other to somebody", INTRODUCED),
    Sight.MADE_ACQUAINTED: ("were introduced to each other", TOGETHER),
}


@dataclass(slots=True)
class Facts:
    """All that is known about one pair.

    ``word`` is the latest closeness somebody stated, ``cases`` how many messages stand behind
    a measured chance and ``told`` how many contacts behind one that was said; ``theirs``: one
    of the two is the owner of a file we hold.
    """

    evidence: list[Evidence] = field(default_factory=list)
    word: Closeness | None = None
    cases: float = 0.0
    told: float = 0.0
    theirs: bool = False


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose network it is and when: ``owners`` holds everybody whose own files we hold."""

    owners: frozenset[str]
    me: str
    as_of: datetime


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
            theirs = one in self._scope.owners or other in self._scope.owners
            facts = self._facts[pair] = Facts(theirs=theirs)
        return facts

    def add_traffic(self, seen: Traffic) -> None:
        """Take in what was seen, most telling first."""
        for (pair, sight), tally in seen.pairs.items():
            facts = self._of(*pair)
            if sight in SAID:
                before = seen.pairs.get((pair, Sight.DIRECT))
                facts.told += tally.weight
                facts.evidence.append(self._told(pair, sight, tally, before))
            elif sight is Sight.DIRECT:
                facts.cases = tally.weight
                facts.evidence.append(self._direct(pair, tally))
            else:
                facts.evidence.append(_seen(sight, tally, theirs=facts.theirs))

    def add_cards(self, cards: Iterable[StoredCard], who: Resolution, connected: Connected) -> None:
        """Take in that the owner of a source keeps somebody as a contact, since when if said."""
        kept: set[tuple[str, str, str]] = set()
        for stored in cards:
            card = stored.card
            person, owner = who.person_of.get(card.key, ""), owner_of(who, stored.owner)
            importer = card.origin.importer
            if not (card.is_contact and person and owner) or person == owner:
                continue
            if stored.imported > self._scope.as_of or (person, owner, importer) in kept:
                continue
            kept.add((person, owner, importer))
            mutual = importer == "linkedin_connections"
            kind = EvidenceKind.OBSERVED if mutual else EvidenceKind.STATED
            since = connected.get((person, owner, importer))
            dated = f"since {day(since)}" if since else undated(stored.imported)
            text = f"in {place_of(importer, stored.owner)} {dated}"
            self._of(person, owner).evidence.append(
                Evidence(kind, text, card.origin, since or stored.imported)
            )

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
            if not left or not right or left == right or relation.kind not in _SAID:
                continue
            facts = self._of(left, right)
            if relation.closeness:
                facts.word = relation.closeness
            mine = stored.owner == "" and self._scope.me in (left, right)
            facts.evidence.append(_said(stored, theirs=facts.theirs, mine=mine))

    def add_overlaps(self, found: Iterable[tuple[Pair, Evidence]]) -> None:
        """Take in what shared workplaces suggest; nothing where the two are seen to know."""
        for pair, evidence in found:
            self._of(*pair).evidence.append(evidence)

    def ties(self) -> tuple[Tie, ...]:
        """The ties by (left, right); evidence is observed, stated, inferred, latest first."""
        return tuple(_tie(pair, facts) for pair, facts in sorted(self._facts.items()))

    def _direct(self, pair: Pair, tally: Tally) -> Evidence:
        age = (self._scope.as_of - tally.last).total_seconds() / 86400
        both = tally.forward and tally.back
        chance = tie_chance(tally.weight, age, both_ways=both)
        ways = "both ways" if both else "one way only"
        if not both and self._scope.me in pair and (tally.forward or tally.back):
            mine = tally.forward == (pair[0] == self._scope.me)
            ways = "only from you" if mine else "only to you"
        elif not (tally.forward or tally.back):
            ways = "together"
        text = f"{_counts(tally)}, {ways}, last on {day(tally.last)}"
        return Evidence(EvidenceKind.OBSERVED, text, tally.origin, tally.last, chance)

    def _told(self, pair: Pair, sight: Sight, tally: Tally, before: Tally | None) -> Evidence:
        """A last contact by somebody's word: it counts as one more call on top of ``before``."""
        age = (self._scope.as_of - tally.last).total_seconds() / 86400
        weight = tally.weight + (before.weight if before else 0)
        chance = tie_chance(weight, age, both_ways=True)
        me = self._scope.me
        mine = me in pair and (tally.forward if me == pair[0] else tally.back)
        what = "spoke" if sight is Sight.SPOKE else "met"
        text = f"{I_SAID if mine else THEY_SAID} {what} on {day(tally.last)}"
        return Evidence(EvidenceKind.STATED, text, tally.origin, tally.last, chance)


def _counts(tally: Tally) -> str:
    kinds = [kind for kind in _UNITS if kind in tally.counts]
    return listed([counted(tally.counts[kind], _UNITS[kind]) for kind in kinds])


def _seen(sight: Sight, tally: Tally, *, theirs: bool) -> Evidence:
    words, amount = _SEEN[sight]
    amount = tally.best if amount is None else amount
    counts = _counts(tally) if "{" in words else ""
    text = f"{words.format(counts)} on {day(tally.last)}"
    if theirs or sight is Sight.CONNECTED:
        amount = None
    return Evidence(EvidenceKind.OBSERVED, text, tally.origin, tally.last, amount)


def _said(stored: StoredRelation, *, theirs: bool, mine: bool) -> Evidence:
    relation = stored.relation
    amount = RELATED[relation.kind]
    text = _SAID[relation.kind]
    if relation.closeness:
        amount = STATED[relation.closeness]
        text = f"{'you said' if mine else 'said'} how close: {relation.closeness.value}"
    bare = relation.kind is RelationKind.KNOWS and not relation.closeness
    text += f", in {place_of(relation.origin.importer, stored.owner)} {undated(stored.imported)}"
    return Evidence(
        EvidenceKind.STATED,
        text,
        relation.origin,
        stored.imported,
        None if bare and theirs else amount,
    )


def _tie(pair: Pair, facts: Facts) -> Tie:
    evidence = facts.evidence
    if len(evidence) > 1:
        evidence = sorted(_without_repeats(evidence), key=_place)
    strength, chance = _chance(facts, evidence)
    return Tie(*pair, evidence[0].kind, strength, chance, tuple(evidence))


def _without_repeats(evidence: list[Evidence]) -> list[Evidence]:
    """Drop a bare "is in the list" where the same row says more."""
    told = {
        (e.origin.file, e.origin.place)
        for e in evidence
        if e.origin and e.kind is not EvidenceKind.INFERRED and not _is_bare(e)
    }
    return [
        e
        for e in evidence
        if not (_is_bare(e) and e.origin and (e.origin.file, e.origin.place) in told)
    ]


def _is_bare(one: Evidence) -> bool:
    return one.text.startswith("in ")


def _place(one: Evidence) -> tuple[int, int, float, str]:
    when = one.when
    stamp = -when.toordinal() if when else 0
    return _ORDER.index(one.kind), one.amount is None, stamp, one.text


def _chance(facts: Facts, evidence: list[Evidence]) -> tuple[float | None, Chance]:
    if facts.word:
        value = STATED[facts.word]
        return value, Chance(*_range(value, 20), "your own word (documented prior)")
    firm, guesses = _amounts(evidence, firm=True), _amounts(evidence, firm=False)
    if facts.theirs and firm:
        value = max(firm)
        cases = facts.cases + facts.told
        return value, Chance(*_range(value, cases if cases else 20), _basis(facts))
    known = any(one.kind is not EvidenceKind.INFERRED for one in evidence)
    if not firm and (not guesses or (facts.theirs and known)):
        return None, Chance(*UNKNOWN, "unknown: no messages and no word about how close")
    value = combined(firm + guesses)
    basis = "seen or said, in files at hand" if firm else "concluded, not seen"
    return value, Chance(*_range(value, 4), f"{basis} (documented prior)")


def _basis(facts: Facts) -> str:
    if facts.cases:
        weight = facts.cases + facts.told
        return f"messages and meetings, weight {weight:.1f} (documented formula)"
    if facts.told:
        return "the last contact, by somebody's word (documented formula)"
    return "what somebody said (documented prior)"


def _amounts(evidence: list[Evidence], *, firm: bool) -> list[float]:
    return [
        one.amount
        for one in evidence
        if one.amount is not None and (one.kind is not EvidenceKind.INFERRED) is firm
    ]


def _range(value: float, cases: float) -> tuple[float, float, float]:
    low, high = spread(value, cases)
    return low, value, high
