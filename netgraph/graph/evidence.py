"""Evidence in words: one sentence for each sort of thing seen or said of two people."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from netgraph.graph.chances import (
    BESIDE,
    INTRODUCED,
    RELATED,
    STATED,
    TOGETHER,
    UNANSWERED,
    tie_chance,
    tie_working,
)
from netgraph.graph.tally import Tally
from netgraph.graph.traffic import Pair, Sight
from netgraph.graph.wording import I_SAID, THEY_SAID, counted, day, listed, place_of, undated
from netgraph.model import (
    Closeness,
    Evidence,
    EvidenceKind,
    InteractionKind,
    Origin,
    RelationKind,
    StoredCard,
    StoredRelation,
    TieWord,
)

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


def is_tie(kind: RelationKind) -> bool:
    """Whether a relation of this ``kind`` says that two people know each other."""
    return kind in _SAID


def direct(pair: Pair, tally: Tally, me: str, as_of: datetime) -> Evidence:
    """What the two exchanged, by the files of one of them."""
    passed = tally.exchanged(as_of, by_me=pair[0] == me if me in pair else None)
    chance, how = tie_chance(passed), tie_working(passed)
    ways = "both ways" if passed.both_ways else "one way only"
    if not passed.both_ways and me in pair and (tally.forward or tally.back):
        ways = "only from you" if tally.forward == (pair[0] == me) else "only to you"
    elif not (tally.forward or tally.back):
        ways = "together"
    text = f"{_counts(tally)}, {ways}, last on {day(tally.last)}"
    warm = tally.warm * (UNANSWERED if passed.unanswered else 1)
    kind, first = EvidenceKind.OBSERVED, tally.first
    return Evidence(kind, text, tally.origin, tally.last, chance, (), how, warm, first)


def told(
    pair: Pair, sight: Sight, tally: Tally, before: Tally | None, me: str, as_of: datetime
) -> Evidence:
    """A last contact by somebody's word: it counts as one more call on top of ``before``."""
    passed = replace(tally.exchanged(as_of), both_ways=True)
    if before:
        recent, months = before.faded(as_of), before.months
        passed = replace(passed, recent=passed.recent + recent, months=passed.months + months)
    chance, how = tie_chance(passed), tie_working(passed)
    warm = tally.warm + (before.warm if before else 0)
    mine = me in pair and (tally.forward if me == pair[0] else tally.back)
    what = "spoke" if sight is Sight.SPOKE else "met"
    text = f"{I_SAID if mine else THEY_SAID} {what} on {day(tally.last)}"
    kind, first = EvidenceKind.STATED, tally.first
    return Evidence(kind, text, tally.origin, tally.last, chance, (), how, warm, first)


def seen(sight: Sight, tally: Tally, *, mine: bool, at_hand: bool) -> Evidence:
    """What a file shows of the two; of me only that I know the other (``mine``).

    ``at_hand``: the files of one of the two are at hand. They would show what the two wrote to
    each other, so that mail which both were sent says little of how warm the tie is.
    """
    words, amount = _SEEN[sight]
    amount = tally.best if amount is None else amount
    counts = _counts(tally) if "{" in words else ""
    text = f"{words.format(counts)} on {day(tally.last)}"
    if mine or sight is Sight.CONNECTED:
        amount = None
    warm = BESIDE * tally.warm if at_hand and sight is Sight.RECEIVED else None
    kind, origin = EvidenceKind.OBSERVED, tally.origin
    return Evidence(kind, text, origin, tally.last, amount, warm=warm, first=tally.first)


def said(stored: StoredRelation, *, of_me: bool, first_hand: bool) -> Evidence:
    """What somebody says of the two; ``first_hand``: one of them is the one who says it.

    A bare "I know her" is acquaintance of unknown strength; the same said of two others is
    worth what is said.
    """
    relation = stored.relation
    amount: float | None = RELATED[relation.kind]
    text = _SAID[relation.kind]
    if relation.closeness:
        amount = STATED[relation.closeness]
        mine = of_me and not stored.owner
        text = f"{'you said' if mine else 'said'} how close: {relation.closeness.value}"
    elif relation.kind is RelationKind.KNOWS and (of_me or first_hand):
        amount = None
    text += f", in {place_of(relation.origin.importer, stored.owner)} {undated(stored.imported)}"
    return Evidence(EvidenceKind.STATED, text, relation.origin, stored.imported, amount)


def by_me(word: TieWord, *, of_me: bool) -> Evidence:
    """A closeness that I said to netgraph itself; nobody's file holds it."""
    what = "how close" if of_me else "how well they know each other"
    verb = "netgraph close" if of_me else "netgraph say"
    text = f"you said {what}: {word.how.value}, on {day(word.when)}"
    origin = Origin("netgraph", "said by you", "", verb)
    amount = STATED[Closeness(word.how)]
    return Evidence(EvidenceKind.STATED, text, origin, word.when, amount)


def kept(stored: StoredCard, since: datetime | None) -> Evidence:
    """That the owner of a source keeps somebody as a contact, ``since`` when if it is said."""
    card = stored.card
    mutual = card.origin.importer == "linkedin_connections"
    kind = EvidenceKind.OBSERVED if mutual else EvidenceKind.STATED
    dated = f"since {day(since)}" if since else undated(stored.imported)
    text = f"in {place_of(card.origin.importer, stored.owner)} {dated}"
    return Evidence(kind, text, card.origin, since or stored.imported)


def is_bare(one: Evidence) -> bool:
    """Whether it says no more than that somebody stands in a list."""
    return one.text.startswith("in ")


def _counts(tally: Tally) -> str:
    kinds = [kind for kind in _UNITS if kind in tally.counts]
    return listed([counted(tally.counts[kind], _UNITS[kind]) for kind in kinds])
