"""Which pairs are worth comparing: those that share a block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from netgraph.resolve.likeness import formal_names, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.traits import Traits

#: Larger blocks (a first name at a large employer) say nothing and cost much.
LARGEST_BLOCK = 200


def candidate_pairs(everybody: Sequence[Traits]) -> list[tuple[int, int]]:
    """Positions of pairs that share a block of at most 200, ascending, without repetition.

    A block has members that ask and members that only answer, and pairs need one that asks:
    an address asks for names it may spell, a first name for full names. A block of the same
    full name is never skipped but taken in order, each with the next.
    """
    asking: dict[str, list[int]] = {}
    answering: dict[str, list[int]] = {}
    for item, traits in enumerate(everybody):
        for block in set(_asked(traits)):
            asking.setdefault(block, []).append(item)
        for block in set(_answered(traits)):
            answering.setdefault(block, []).append(item)
    pairs: set[tuple[int, int]] = set()
    for block, members in asking.items():
        others = answering.get(block, [])
        if len(members) + len(others) <= LARGEST_BLOCK:
            pairs.update((a, b) for n, a in enumerate(members) for b in members[n + 1 :])
            pairs.update((min(a, b), max(a, b)) for a in members for b in others if a != b)
        elif block.startswith("name:"):
            pairs.update(pairwise(members))
    return sorted(pairs)


def _asked(traits: Traits) -> Iterator[str]:
    for name in traits.names:
        yield f"name:{' '.join(sorted(sound(word) for word in name.key.split()))}"
        yield from _family_blocks(name)
        if not name.is_full:
            yield from _short_blocks(name, traits)
    for text in traits.locals:
        yield f"local:{text}"
        yield from (f"at:{text}@{place}" for place in traits.work_words)
    yield from (f"phone:{end}" for end in traits.phone_ends)


def _answered(traits: Traits) -> Iterator[str]:
    for name in traits.names:
        if name.is_full:
            yield from _short_blocks(name, traits)
    yield from (f"local:{text}" for text in traits.full_spellings)
    yield from (f"local:{text}" for text in traits.short_spellings)


def _short_blocks(name: NameParts, traits: Traits) -> Iterator[str]:
    """What a first name or a name with an initial has in common with the full name."""
    if name.family and name.given:
        initials = f"initial:{name.given[:1]}:{name.family[:1]}:"
        yield from (initials + part for part in (name.given, name.family) if len(part) > 1)
    if name.given:
        places = (*traits.jobs, *traits.employer_words, *traits.work_words)
        yield from (f"at:{sound(name.given)}@{place}" for place in places)


def _family_blocks(name: NameParts) -> Iterator[str]:
    """Last name and first letter of the first name, also of what it is short for."""
    if not name.family:
        return
    letters = {given[:1] for given in (name.given, *name.others, *formal_names(name.given))}
    words = [
        w for w in " ".join((name.family, *name.middle)).replace("-", " ").split() if len(w) > 2
    ]
    for letter in letters:
        yield from (f"family:{letter}:{sound(word)}" for word in words)
