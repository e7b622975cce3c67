"""Sentences that know what they name, so that a copy can say the same without the names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A part of a sentence that is no word of our own.

    ``kind`` is "person" (``key`` is the id), "target", "group", "place", "work" (an
    occupation) or "proof" (the text of evidence; ``key`` its kind).
    """

    kind: str
    text: str
    key: str = ""


#: A sentence: our own words, and what they are about.
Said = tuple[str | Named, ...]


def told(said: Said) -> str:
    """The sentence as one text."""
    return "".join(part if isinstance(part, str) else part.text for part in said)


def named(kind: str, names: Iterable[str]) -> list[Said]:
    """Every name as a sentence of its own."""
    return [(Named(kind, name),) for name in names]


def listed_said(parts: Sequence[Said]) -> Said:
    """As in "a", "a and b", "a, b and c"; empty for none."""
    found: list[str | Named] = []
    for place, part in enumerate(parts):
        found += [""] if not place else [" and "] if place == len(parts) - 1 else [", "]
        found += part
    return tuple(found[1:])
