"""How well sets of cards agree with the truth."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """Pairwise ``precision`` and ``recall`` [0, 1], and ``wrongly_merged_people``.

    The last counts true people who share a set with somebody else.
    """

    precision: float
    recall: float
    wrongly_merged_people: int


def scored(set_of: Mapping[str, str], truth: Mapping[str, str]) -> Scores:
    """``set_of`` and ``truth`` map card keys to a set and to a person; only cards in both count."""
    cards = [key for key in truth if key in set_of]
    both = Counter((set_of[key], truth[key]) for key in cards)
    sets = Counter(set_of[key] for key in cards)
    people = Counter(truth[key] for key in cards)
    together, said, true = (sum(map(_pairs, c.values())) for c in (both, sets, people))
    inside: dict[str, set[str]] = defaultdict(set)
    for found, person in both:
        inside[found].add(person)
    mixed = {person for members in inside.values() if len(members) > 1 for person in members}
    return Scores(together / said if said else 1.0, together / true if true else 1.0, len(mixed))


def joined(pairs: Iterable[tuple[str, str]], keys: Iterable[str]) -> dict[str, str]:
    """Every key to the smallest key it is connected with over ``pairs``."""
    parent = {key: key for key in keys}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for left, right in pairs:
        ends = sorted((root(left), root(right)))
        parent[ends[1]] = ends[0]
    return {key: root(key) for key in parent}


def _pairs(count: int) -> int:
    return count * (count - 1) // 2
