"""Names that somebody may have meant who wrote another: suggestions, never taken for an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from netgraph.resolve.organisations.names import spelling_key

#: Names offered at most.
OFFERED = 3
#: What a word of the text is to a word of a name; a typing error is worth below 1.
WORD, BEGINNING = 3.0, 2.0
#: Letters that make a beginning, and that make a word in which an error can be told.
SHORTEST_BEGINNING, SHORTEST_MISSPELT = 3, 4
#: Whole names at least so alike [0-100], whatever their words, are offered too.
ALIKE = 75.0


def near_names(
    text: str, names: Iterable[tuple[str, str]], *, first: Collection[str] = ()
) -> tuple[str, ...]:
    """The names, up to three, that ``text`` may be meant for, the likeliest first.

    ``names`` are pairs of a name and what to call it in the answer. All words of ``text``
    stand in it, or begin its words, or are like them but for a typing error (one letter in a
    word of four to six, two in a longer one); or both are alike as a whole. Of equals those
    in ``first`` come first, then whoever is more alike. Empty when nothing is near.
    """
    from rapidfuzz import fuzz

    sought = spelling_key(text)
    known = [(spelling_key(name), shown) for name, shown in names]
    vocabulary = {word for key, _shown in known for word in key.split()}
    worths = [_worth_of(word, vocabulary) for word in sought.split()]
    best: dict[str, tuple[float, bool, float]] = {}
    for key, shown in known if worths else ():
        words = key.split()
        worth = min(max((w.get(one, 0.0) for one in words), default=0.0) for w in worths)
        alike = fuzz.ratio(sought.replace(" ", ""), key.replace(" ", ""))
        if worth or alike >= ALIKE:
            rank = (worth, shown in first, alike)
            best[shown] = max(best.get(shown, rank), rank)
    ordered = sorted(best, key=lambda shown: (*(-float(part) for part in best[shown]), shown))
    return tuple(ordered[:OFFERED])


def meant(near: Sequence[str]) -> str:
    """The question that an error message ends with; "" without names."""
    if not near:
        return ""
    return f"; did you mean {' or '.join(filter(None, (', '.join(near[:-1]), near[-1])))}?"


def _worth_of(word: str, vocabulary: Collection[str]) -> dict[str, float]:
    """What ``word`` is to those of ``vocabulary`` that it may stand for."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    worth: dict[str, float] = {}
    if len(word) >= SHORTEST_MISSPELT:
        slips = 1 if len(word) <= 6 else 2
        near = process.extract(
            word, list(vocabulary), scorer=OSA.distance, score_cutoff=slips, limit=None
        )
        worth = {other: 1 - distance / 10 for other, distance, _ in near}
    if len(word) >= SHORTEST_BEGINNING:
        worth |= {other: BEGINNING for other in vocabulary if other.startswith(word)}
    if word in vocabulary:
        worth[word] = WORD
    return worth
