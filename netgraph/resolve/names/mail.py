"""What a name or an organisation may look like in an e-mail address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from netgraph.resolve.names.likeness import sound
from netgraph.resolve.names.parts import NameParts

#: Fewer letters say nothing.
SHORTEST_SPELLING = 5
_NOTHING: frozenset[str] = frozenset()
_NO_LETTER = re.compile(r"[^a-z]")


def work_word(domain: str) -> str:
    """The word of a mail domain that may be what an organisation is called."""
    return domain.partition(".")[0].replace("-", "")


def local_spelling(email: str) -> str:
    """The local part as it sounds, without digits, dots and tag; "" when too short."""
    return _spelling(re.sub(r"[\W\d_]+", "", email.partition("@")[0].partition("+")[0]))


def _spelling(*parts: str) -> str:
    plain = sound("".join(parts).replace(" ", "").replace("-", ""))
    plain = plain if plain.isalpha() else _NO_LETTER.sub("", plain)
    return plain if len(plain) >= SHORTEST_SPELLING else ""


@lru_cache(maxsize=1 << 15)
def spellings_of(name: NameParts) -> tuple[frozenset[str], frozenset[str]]:
    """What the local part of somebody of this name may be, in full and shortened."""
    given, family = name.given, name.family
    if not (name.is_full and given):
        return _NOTHING, _NOTHING
    full = _spelling(given, family), _spelling(family, given)
    short = _spelling(given[:1], family), _spelling(family, given[:1]), _spelling(given, family[:1])
    # what sounds like one part alone ("rebecca" for Rebecca A) abbreviates nothing
    nothing = "", _spelling(given), _spelling(family)
    return frozenset(filter(None, full)), frozenset(short).difference(nothing)


@lru_cache(maxsize=1 << 14)
def as_domain(employers: frozenset[str]) -> frozenset[str]:
    """What organisations may be called in a domain: whole, first word, initials.

    "Pell & Marsh Logistics" is pellmarsh there as well.
    """
    return frozenset(word for key in employers for word in _domain_words(key))


def _domain_words(key: str) -> Iterator[str]:
    words = key.split()
    yield "".join(words)
    if len(words[0]) > 3:
        yield words[0]
    if len(words) > 2:
        yield "".join(word[0] for word in words)
    if "and" in words[1:-1]:
        both = words.index("and", 1)
        yield "".join(words[: both + 2])
        yield "".join(words[:both] + words[both + 1 : both + 2])
        yield "".join(word for word in words if word != "and")
