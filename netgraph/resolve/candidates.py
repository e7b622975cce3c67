"""Which pairs are worth comparing: those that share a block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from netgraph.resolve.likeness import formal_names, sound
from netgraph.resolve.names import NameParts
from netgraph.resolve.traits import Traits

#: Larger blocks (a first name at a large employer) say nothing and cost much.
LARGEST_BLOCK = 200


def candidate_pairs(everybody: Sequence[Traits]) -> list[tuple[int, int]]:
    """Positions of pairs that share a block of at most 200, ascending, without repetition.

    A block of the same full name is never skipped but taken in order, each with the next.
    """
    blocks: dict[str, list[int]] = {}
    for item, traits in enumerate(everybody):
        for block in dict.fromkeys(_blocks(traits)):
            blocks.setdefault(block, []).append(item)
    pairs: set[tuple[int, int]] = set()
    for block, members in blocks.items():
        if len(members) <= LARGEST_BLOCK:
            pairs.update((a, b) for n, a in enumerate(members) for b in members[n + 1 :])
        elif block.startswith("name:"):
            pairs.update(pairwise(members))
    return sorted(pairs)


def _blocks(traits: Traits) -> Iterator[str]:
    for name in traits.names:
        yield f"name:{' '.join(sorted(sound(word) for word in name.key.split()))}"
        yield from _family_blocks(name)
        if name.given:
            places = (*traits.employers, *traits.work_domains, *traits.work_words)
            yield from (f"at:{name.given}@{place}" for place in places)
    yield from (f"local:{text}" for text in traits.locals)
    yield from (f"local:{text}" for text in traits.full_spellings)
    yield from (f"local:{text}" for text in traits.short_spellings)
    yield from (f"phone:{end}" for end in traits.phone_ends)


def _family_blocks(name: NameParts) -> Iterator[str]:
    """Last name and first letter of the first name, also of what it is short for."""
    if not name.family:
        return
    letters = {given[:1] for given in (name.given, *name.others, *formal_names(name.given))}
    words = [w for w in re.split(r"[ -]", f"{name.family} {' '.join(name.middle)}") if len(w) > 2]
    for letter in sorted(letters):
        yield from (f"family:{letter}:{sound(word)}" for word in words)
    if len(name.family) == 1 or len(name.given) == 1:
        yield f"initial:{name.given[:1]}:{name.family[:1]}:{_longer(name)}"
    else:
        yield f"initial:{name.given[:1]}:{name.family[:1]}:{name.given}"
        yield f"initial:{name.given[:1]}:{name.family[:1]}:{name.family}"


def _longer(name: NameParts) -> str:
    return max(name.given, name.family, key=len)
