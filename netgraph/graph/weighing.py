"""What is known about two people, weighed: strength, chance and the words for its basis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from netgraph.graph.chances import UNKNOWN, combined, spread
from netgraph.graph.evidence import is_bare
from netgraph.graph.reckoning import Reckoning, Rule, most_telling_first, reckon, warmth_of
from netgraph.graph.traffic import Pair
from netgraph.model import Chance, Evidence, EvidenceKind, Tie

#: How many cases a word of one of the two stands for, and any other evidence, when the range
#: of a chance is drawn [cases] [prior].
_BY_WORD, _BY_OTHERS = 20, 4


@dataclass(slots=True)
class Facts:
    """All that is known about one pair; ``mine``: I am one of them.

    ``word`` is the latest closeness I stated and ``their_word`` a friend, ``spoken`` all that I
    said so; ``denied``: I said they do not know each other. ``cases`` counts the messages
    behind a measured chance, ``told`` the contacts behind one that was said, ``own_word``:
    one of the two said something. ``bare`` and ``weighed`` are the owners of the files that
    only know of the tie, and of those that give it a number.
    """

    mine: bool
    evidence: list[Evidence] = field(default_factory=list)
    word: Evidence | None = None
    their_word: Evidence | None = None
    spoken: list[Evidence] = field(default_factory=list)
    denied: bool = False
    cases: float = 0.0
    told: float = 0.0
    own_word: bool = False
    bare: set[str] = field(default_factory=set)
    weighed: set[str] = field(default_factory=set)

    def add(self, one: Evidence, owners: Iterable[str]) -> None:
        """Take in one piece of evidence that stands in the files of ``owners``."""
        self.evidence.append(one)
        if one.kind is not EvidenceKind.INFERRED:
            (self.bare if one.amount is None else self.weighed).update(owners)

    def say(self, one: Evidence, owner: str) -> None:
        """Take in a closeness by the word of ``owner``, "" is me; the latest word counts."""
        self.add(one, (owner,))
        if owner:
            self.their_word = one
        else:
            self.word = one
            self.spoken.append(one)

    def take_back(self) -> None:
        """Forget the closeness that I stated."""
        self.evidence = [one for one in self.evidence if one not in self.spoken]
        self.spoken.clear()
        self.word = None


def tie_of(pair: Pair, facts: Facts) -> Tie:
    """The tie of ``pair``; its kind is that of its first, most telling piece of evidence."""
    word = facts.word or facts.their_word
    reckoning = reckon(facts.evidence, mine=facts.mine, word=word)
    evidence = facts.evidence
    if len(evidence) > 1:
        evidence = most_telling_first(_without_repeats(evidence), word)
    chance = _chance(facts, reckoning)
    kind = evidence[0].kind
    warmed = warmth_of(facts.evidence, reckoning, chance)
    return Tie(*pair, kind, reckoning.strength, chance, tuple(evidence), word is not None, warmed)


def _without_repeats(evidence: list[Evidence]) -> list[Evidence]:
    """Drop a bare "is in the list" where the same row says more."""
    told = {
        (e.origin.file, e.origin.place)
        for e in evidence
        if e.origin and e.kind is not EvidenceKind.INFERRED and not is_bare(e)
    }
    return [
        e
        for e in evidence
        if not (is_bare(e) and e.origin and (e.origin.file, e.origin.place) in told)
    ]


def _chance(facts: Facts, reckoning: Reckoning) -> Chance:
    value = reckoning.strength
    if reckoning.rule in {Rule.GUESSES, Rule.NOTHING} or value is None:
        return _unmeasured(reckoning)
    if reckoning.rule is Rule.WORD:
        whose = "your own word" if facts.word else "a friend's word"
        low, high = spread(value, _BY_WORD)
        return Chance(low, value, high, f"{whose} (documented prior)")
    cases = facts.cases + facts.told
    if not cases:
        cases = _BY_WORD if facts.mine or facts.own_word else _BY_OTHERS
    low, high = spread(value, cases)
    mid = value
    if value < UNKNOWN[1] and _known_of(facts):
        mid, high = UNKNOWN[1], max(high, UNKNOWN[2])
    return Chance(low, mid, high, _basis(facts, reckoning))


def _unmeasured(reckoning: Reckoning) -> Chance:
    guess = combined([one.amount or 0.0 for one in reckoning.pieces])
    low, high = spread(guess, _BY_OTHERS)
    if reckoning.rule is Rule.GUESSES:
        return Chance(low, guess, high, "concluded, not seen (documented prior)")
    mid, high = max(UNKNOWN[1], guess), max(UNKNOWN[2], high)
    return Chance(UNKNOWN[0], mid, high, "unknown: no messages and no word about how close")


def _known_of(facts: Facts) -> bool:
    """Whether a file that knows of the tie leaves its strength open; mine before friends'.

    Such a tie is unknown there, not weak, and another person's file does not make it weak.
    """
    everybody = facts.bare | facts.weighed
    asked = {""} if "" in everybody else everybody
    return bool(asked & facts.bare - facts.weighed)


def _basis(facts: Facts, reckoning: Reckoning) -> str:
    if facts.cases:
        weight = facts.cases + facts.told
        more = not facts.mine and len(reckoning.pieces) > 1
        also = ", and what others saw or said (documented priors)" if more else ""
        return f"messages and meetings, weight {weight:.1f} (documented formula){also}"
    if facts.told:
        return "the last contact, by somebody's word (documented formula)"
    if facts.mine or facts.own_word:
        return "what somebody said (documented prior)"
    return "seen or said, in files at hand (documented prior)"
