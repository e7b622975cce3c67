"""Names that e-mail addresses write out: helene.villard@example.org is a Villard."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import numpy as np

from netgraph.model import IdentifierKind
from netgraph.resolve.comparing.columns import codes_of, mixed
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.traits import Traits
from netgraph.resolve.names.hearing import sounds
from netgraph.resolve.names.likeness import sound

#: Shorter words in an address may be anything.
_SHORTEST = 3
_EMAIL = f"{IdentifierKind.EMAIL}:"


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


def writers(everybody: Everybody) -> Any:
    """Who has an address with their first name and a last name that is not theirs.

    An array: for each what `writes_another_name` says of somebody and the same.
    """
    who, texts = [], []
    for number, traits in enumerate(everybody.people):
        for key in traits.keys if traits.names else ():
            if key.startswith(_EMAIL) and (words := _parted(key[len(_EMAIL) :])):
                who.append(number)
                texts += words
    whose, table, names = np.array(who, np.int64), everybody.table, everybody.names
    one, other = codes_of(sounds(texts)).reshape(-1, 2).T
    known = names.through(table.words)
    borne, given = mixed(known.who, known.what), mixed(names.who, table.first[names.what])
    found = np.zeros(len(everybody), np.bool_)
    for first, last in ((one, other), (other, one)):
        strange = (first == last) | ~np.isin(mixed(whose, last), borne)
        found[whose[np.isin(mixed(whose, first), given) & strange]] = True
    return found


def _words(traits: Traits) -> frozenset[str]:
    """All words of somebody's names as they sound, also of former ones and nicknames."""
    names = (f"{name.key} {' '.join(name.others)}" for name in traits.names)
    return frozenset(sound(word) for name in names for word in re.split("[ -]", name) if word)


@lru_cache(maxsize=1 << 16)
def _two_words(address: str) -> frozenset[str]:
    """The words before the ``@`` as they sound, when there are two; digits are no part of them."""
    return frozenset(map(sound, _parted(address)))


def _parted(address: str) -> list[str]:
    """The two words before the ``@``, as they are written; none when there are not two."""
    local = address.partition("@")[0].partition("+")[0]
    if not ("." in local or "_" in local or "-" in local):
        return []
    words = [word for word in re.split("[._-]", re.sub(r"\d+", "", local)) if word]
    return words if len(words) == 2 and min(map(len, words)) >= _SHORTEST else []
