"""What the user has said of ties by a moment, and what need not be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from netgraph.model import HowWell, TieWord
from netgraph.store import Store

#: A question that was skipped is not asked again for so long.
LATELY = timedelta(days=30)


def words_on_ties(store: Store, people: Mapping[str, str], as_of: datetime) -> tuple[TieWord, ...]:
    """The user's words on ties by ``as_of``, by person ids, oldest first; none on nobody known.

    ``people`` maps card subjects ("" is me) to person ids, "" for nobody.
    """
    return tuple(
        replace(word, left=people[word.left], right=people[word.right])
        for word in store.tie_words.all()
        if word.when <= as_of and people.get(word.left) and people.get(word.right)
    )


def settled(store: Store, people: Mapping[str, str], as_of: datetime) -> frozenset[tuple[str, str]]:
    """Pairs of person ids, the smaller first, on which a word stands or was refused lately.

    ``people`` as in `words_on_ties`. A word that was taken back leaves the question open.
    """
    last: dict[tuple[str, str], HowWell] = {}
    for word in words_on_ties(store, people, as_of):
        left, right = sorted((word.left, word.right))
        last[left, right] = word.how
    found = {pair for pair, how in last.items() if how is not HowWell.UNKNOWN}
    found |= {
        _pair(people, *subjects)
        for subjects, when in store.skips.all().items()
        if when <= as_of < when + LATELY
    }
    return frozenset(pair for pair in found if pair[0] and pair[0] != pair[1])


def _pair(people: Mapping[str, str], one: str, other: str) -> tuple[str, str]:
    left, right = sorted((people.get(one, ""), people.get(other, "")))
    return left, right
