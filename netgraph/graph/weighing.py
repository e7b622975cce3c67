"""What is known about two people, weighed: strength, chance and the words for its basis."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from netgraph.graph.chances import STATED, UNKNOWN, combined, spread
from netgraph.graph.evidence import is_bare
from netgraph.graph.traffic import Pair
from netgraph.model import Chance, Closeness, Evidence, EvidenceKind, Tie

_ORDER = (EvidenceKind.OBSERVED, EvidenceKind.STATED, EvidenceKind.INFERRED)
#: How many cases a word of one of the two stands for, and any other evidence, when the range
#: of a chance is drawn [cases] [prior].
_BY_WORD, _BY_OTHERS = 20, 4


@dataclass(slots=True)
class Facts:
    """All that is known about one pair; ``mine``: I am one of them.

    ``word`` is the latest closeness I stated and ``their_word`` a friend, ``spoken`` what I
    said so; ``denied``: I said they do not know each other. ``cases`` counts the messages
    behind a measured chance, ``told`` the contacts behind one that was said, ``own_word``:
    one of the two said something. ``traces`` are chances from what one of the two recorded
    (the best holds all the others), ``views`` from what somebody else saw or says, ``guesses``
    from shared places. ``bare`` and ``weighed`` are the owners of the files that only know
    of the tie, and of those that give it a number.
    """

    mine: bool
    evidence: list[Evidence] = field(default_factory=list)
    word: Closeness | None = None
    their_word: Closeness | None = None
    spoken: list[Evidence] = field(default_factory=list)
    denied: bool = False
    cases: float = 0.0
    told: float = 0.0
    own_word: bool = False
    traces: list[float] = field(default_factory=list)
    views: list[float] = field(default_factory=list)
    guesses: list[float] = field(default_factory=list)
    bare: set[str] = field(default_factory=set)
    weighed: set[str] = field(default_factory=set)

    def add(
        self, one: Evidence, owners: Iterable[str], *, trace: bool = False, mine: bool = False
    ) -> None:
        """Take in one piece of evidence that stands in the files of ``owners``.

        ``mine`` is a closeness in my own words, which I may take back.
        """
        self.evidence.append(one)
        if mine:
            self.spoken.append(one)
        if one.kind is EvidenceKind.INFERRED:
            self.guesses.append(one.amount or 0.0)
        elif one.amount is None:
            self.bare.update(owners)
        else:
            self.weighed.update(owners)
            (self.traces if trace else self.views).append(one.amount)

    def take_back(self) -> None:
        """Forget the closeness that I stated."""
        for one in self.spoken:
            self.evidence.remove(one)
            self.views.remove(one.amount or 0.0)
        self.spoken.clear()
        self.word = None


def tie_of(pair: Pair, facts: Facts) -> Tie:
    """The tie of ``pair``; evidence is observed, stated, inferred, latest first."""
    evidence = facts.evidence
    if len(evidence) > 1:
        evidence = sorted(_without_repeats(evidence), key=_place)
    strength, chance = _chance(facts)
    return Tie(*pair, evidence[0].kind, strength, chance, tuple(evidence))


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


def _place(one: Evidence) -> tuple[int, int, float, str]:
    when = one.when
    stamp = -when.toordinal() if when else 0
    return _ORDER.index(one.kind), one.amount is None, stamp, one.text


def _chance(facts: Facts) -> tuple[float | None, Chance]:
    """Strength [0, 1], None when unknown, and the chance; a stated closeness overrides all."""
    word = facts.word or facts.their_word
    if word:
        value = STATED[word]
        low, high = spread(value, _BY_WORD)
        return value, Chance(low, value, high, "your own word (documented prior)")
    if not (facts.traces or facts.views):
        return _unmeasured(facts)
    value = _value(facts)
    cases = facts.cases + facts.told
    if not facts.traces:
        cases = _BY_WORD if facts.mine or facts.own_word else _BY_OTHERS
    low, high = spread(value, cases)
    mid = value
    if value < UNKNOWN[1] and _known_of(facts):
        mid, high = UNKNOWN[1], max(high, UNKNOWN[2])
    return value, Chance(low, mid, high, _basis(facts))


def _unmeasured(facts: Facts) -> tuple[float | None, Chance]:
    guess = combined(facts.guesses)
    _low, high = spread(guess, _BY_OTHERS)
    if facts.guesses and not facts.bare:
        return guess, Chance(_low, guess, high, "concluded, not seen (documented prior)")
    mid, high = max(UNKNOWN[1], guess), max(UNKNOWN[2], high)
    basis = "unknown: no messages and no word about how close"
    return None, Chance(UNKNOWN[0], mid, high, basis)


def _value(facts: Facts) -> float:
    """The best sign for a tie of mine; for others' ties all signs are combined.

    Mine are first-hand: they all tell of the one acquaintance. Between two others what each
    of them recorded, what somebody else saw and what is guessed are independent views
    (ranking notes 1.2), so that one more file never makes a tie less likely.
    """
    if facts.mine:
        return max(facts.traces + facts.views)
    parts = [max(facts.traces)] if facts.traces else []
    parts += facts.views + facts.guesses
    return max(combined(parts), *parts)


def _known_of(facts: Facts) -> bool:
    """Whether a file that knows of the tie leaves its strength open; mine before friends'.

    Such a tie is unknown there, not weak, and another person's file does not make it weak.
    """
    everybody = facts.bare | facts.weighed
    asked = {""} if "" in everybody else everybody
    return bool(asked & facts.bare - facts.weighed)


def _basis(facts: Facts) -> str:
    if facts.cases:
        weight = facts.cases + facts.told
        more = bool(facts.views or facts.guesses) and not facts.mine
        also = ", and what others saw or said (documented priors)" if more else ""
        return f"messages and meetings, weight {weight:.1f} (documented formula){also}"
    if facts.told:
        return "the last contact, by somebody's word (documented formula)"
    if facts.mine or facts.own_word:
        return "what somebody said (documented prior)"
    return "seen or said, in files at hand (documented prior)"
