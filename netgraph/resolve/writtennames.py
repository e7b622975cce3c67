"""Names that e-mail addresses write out: helene.villard@example.org is a Villard."""

from __future__ import annotations

import re
from functools import lru_cache

from netgraph.resolve.likeness import sound
from netgraph.resolve.traits import Traits

#: Shorter words in an address may be anything.
_SHORTEST = 3
_NOTHING: frozenset[str] = frozenset()


def writes_another_name(one: Traits, other: Traits) -> bool:
    """Whether an address of one has their first name with a last name that neither bears.

    The two words must be parted by a dot, a line or a hyphen.
    """
    known = _words(one) | _words(other)
    for side in (one, other):
        for address in (*side.work_addresses, *side.private_addresses):
            words = _two_words(address)
            for given in words.intersection(sound(name.given) for name in side.names):
                if words.isdisjoint(known - {given}):
                    return True
    return False


def _words(traits: Traits) -> frozenset[str]:
    """All words of somebody's names as they sound, also of former ones and nicknames."""
    names = (f"{name.key} {' '.join(name.others)}" for name in traits.names)
    return frozenset(sound(word) for name in names for word in re.split("[ -]", name) if word)


@lru_cache(maxsize=1 << 16)
def _two_words(address: str) -> frozenset[str]:
    """The words before the ``@`` as they sound, when there are two; digits are no part of them."""
    local = re.sub(r"\d+", "", address.partition("@")[0].partition("+")[0])
    words = [word for word in re.split("[._-]", local) if word]
    if len(words) != 2 or min(map(len, words)) < _SHORTEST:
        return _NOTHING
    return frozenset(map(sound, words))
