"""Which industry a text speaks of, and which industries are close to each other.

Read from ``data/industries.csv``: the industry as employers.csv calls it; the words that people
write for it in job titles, occupations and names of organisations; the industries next to it,
where people change over or work together. The row without an industry holds what only sounds
like one ("school friend"). A guess for suggestions, never a match of employers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from netgraph.resolve.names.parts import fold
from netgraph.resolve.organisations.names import base_key, spelling_key
from netgraph.resolve.tables import KnownEmployer, known_employers, rows, split_cell

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Table:
    """``phrases`` maps a first word to the (words, industry) that begin so, longest first."""

    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    close: Mapping[str, frozenset[str]]


def close_to(industry: str) -> frozenset[str]:
    """The industries next to ``industry``, itself left out; none for an unknown one."""
    return _table().close.get(industry, frozenset())


def industry_and_city(name: str) -> tuple[str, str]:
    """The industry and the city of the well-known employer called ``name``; "" when unknown."""
    table = _well_known()
    known = table.get(spelling_key(name)) or table.get(base_key(name))
    return (known.industry, known.city) if known else ("", "")


@lru_cache(maxsize=1 << 16)
def words_of(text: str) -> tuple[str, ...]:
    """The words of ``text``, folded: without case and marks."""
    return tuple(filter(None, (fold(word) for word in _WORD.findall(text))))


@cache
def _well_known() -> Mapping[str, KnownEmployer]:
    """By the key of each name without its legal form, legal names as they are written."""
    found = {base_key(n): known for known in known_employers() for n in known.other_names}
    found |= {spelling_key(n): known for known in known_employers() for n in known.legal_names}
    return found | {base_key(known.name): known for known in known_employers()}


@lru_cache(maxsize=1 << 16)
def industries_in(text: str) -> frozenset[str]:
    """The industries that whole words of ``text`` name; the longest phrase counts, once."""
    words = words_of(text)
    phrases = _table().phrases
    found: set[str] = set()
    place = 0
    while place < len(words):
        fits = [
            (phrase, industry)
            for phrase, industry in phrases.get(words[place], ())
            if words[place : place + len(phrase)] == phrase
        ]
        found.update(industry for phrase, industry in fits if len(phrase) == len(fits[0][0]))
        place += len(fits[0][0]) if fits else 1
    return frozenset(found - {""})


@cache
def _table() -> _Table:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    close: dict[str, set[str]] = {}
    for row in rows("industries.csv"):
        industry = row["industry"]
        for text in filter(None, (industry, *split_cell(row["words"]))):
            words = words_of(text)
            phrases.setdefault(words[0], []).append((words, industry))
        for other in split_cell(row["neighbours"]):
            close.setdefault(industry, set()).add(other)
            close.setdefault(other, set()).add(industry)
    longest = {
        first: tuple(sorted(set(found), key=lambda one: (-len(one[0]), one)))
        for first, found in phrases.items()
    }
    return _Table(longest, {one: frozenset(others) for one, others in close.items()})
