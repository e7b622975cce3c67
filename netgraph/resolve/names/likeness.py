"""How alike two names of people are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from functools import cache, lru_cache
from typing import Any

from netgraph.resolve.names.parts import NameParts, fold
from netgraph.resolve.tables import name_words, short_names

#: Written as two letters, said as one: Γεωργίου.
_GREEK_OU = re.compile("ου|ού")
#: Yegorov and Egorov, Jelena and Elena.
_EARLY_J = re.compile("^[yj]e")
SPELLINGS = (
    ("ph", "f"),
    ("x", "ks"),
    ("ae", "a"),
    ("oe", "o"),
    ("ue", "u"),
    ("y", "i"),
    ("ck", "k"),
)
_DOUBLED = re.compile(r"(.)\1")
#: From so many letters on, a last name may be misspelled, and in two places.
_LONG_ENOUGH, _LONG = 5, 9


class Likeness(IntEnum):
    """From nothing in common to the same full name; a greater one says more."""

    NONE = 0
    GIVEN_ONLY = 1
    INITIAL = 2
    PART_OF_FAMILY = 3
    NICKNAME = 4
    RESPELLED = 5
    TURNED = 6
    SAME = 7


@lru_cache(maxsize=1 << 18)
def likeness(left: NameParts, right: NameParts) -> Likeness:
    """How alike two names are; the order of the two does not matter."""
    if not (left.is_full and right.is_full):
        return _short_likeness(left, right)
    if left.key == right.key or (left.given, left.family) == (right.given, right.family):
        return Likeness.SAME
    if sorted(left.key.split()) == sorted(right.key.split()):
        return Likeness.TURNED
    return _loose_likeness(left, right)


def _loose_likeness(left: NameParts, right: NameParts) -> Likeness:
    if _like_family(left, right) and sound(left.given) == sound(right.given):
        return Likeness.RESPELLED
    if sound(left.family) == sound(right.family) and is_nickname(left, right):
        return Likeness.NICKNAME
    if left.given == right.given and family_words(left) & family_words(right):
        return Likeness.PART_OF_FAMILY
    return Likeness.NONE


def _short_likeness(left: NameParts, right: NameParts) -> Likeness:
    if not (left.given and right.given):
        return Likeness.SAME if left.key == right.key else Likeness.NONE
    if left.family and right.family:
        givens = _initial_of(left.given, right.given)
        families = _initial_of(left.family, right.family)
        return Likeness.INITIAL if givens and families else Likeness.NONE
    return Likeness.GIVEN_ONLY if left.given == right.given else Likeness.NONE


def _initial_of(left: str, right: str) -> bool:
    """Whether two parts are equal or one is the other's first letter."""
    return left == right or (min(len(left), len(right)) == 1 and left[:1] == right[:1])


@lru_cache(maxsize=1 << 15)
def family_words(name: NameParts) -> frozenset[str]:
    """The words of all last names, also former ones, without particles and short words."""
    words = re.split(r"[ -]", f"{name.family} {' '.join(name.middle)} {' '.join(name.others)}")
    return frozenset(word for word in words if len(word) > 2) - name_words("particle")


def are_close(ours: Sequence[str], theirs: Sequence[str]) -> Any:
    """Whether last names, one of each side, may be spellings of one; an array of truth values.

    At most one slip of the pen, two in a long name (optimal string alignment).
    """
    import numpy as np
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import cpdist

    if not ours:
        return np.empty(0, np.bool_)
    shorter = np.minimum([len(name) for name in ours], [len(name) for name in theirs])
    slips = cpdist(ours, theirs, scorer=OSA.distance, dtype=np.int64)
    return (slips <= np.where(shorter < _LONG, 1, 2)) & (shorter >= _LONG_ENOUGH)


def _like_family(left: NameParts, right: NameParts) -> bool:
    from rapidfuzz.distance import OSA

    ours, theirs = left.family, right.family
    if sound(ours) == sound(theirs):
        return True
    # as `are_close`, for which a single pair is not worth an array
    shorter = min(len(ours), len(theirs))
    slips = 1 if shorter < _LONG else 2
    return shorter >= _LONG_ENOUGH and OSA.distance(ours, theirs, score_cutoff=slips) <= slips


@lru_cache(maxsize=1 << 16)
def latin(word: str) -> str:
    """``word`` in small letters of ASCII: Łukasz is lukasz, Иван ivan, Γεωργίου georgiou."""
    if word.isascii():
        return word.casefold()
    from anyascii import anyascii

    return str(anyascii(_GREEK_OU.sub("ou", word))).casefold()


@lru_cache(maxsize=1 << 16)
def sound(word: str) -> str:
    """A rough spelling for the ear: Müller/Mueller, Katherine/Catherine, Иван/Ivan."""
    plain = _EARLY_J.sub("e", latin(word).replace("'", ""))
    for written, heard in SPELLINGS:
        plain = plain.replace(written, heard)
    plain = plain[:1] + plain[1:].replace("h", "")
    return _DOUBLED.sub(r"\1", plain.replace("c", "k").replace("-", ""))


def is_nickname(left: NameParts, right: NameParts) -> bool:
    """Whether a given name or bracketed nickname of one is short for one of the other.

    Two nicknames of one name count too: Bob and Rob.
    """
    ours, theirs = {left.given, *left.others}, {right.given, *right.others}
    return bool(ours & theirs) or any(_short_for(a, b) for a in ours for b in theirs)


@lru_cache(maxsize=1 << 16)
def _short_for(left: str, right: str) -> bool:
    ours, theirs = latin(left), latin(right)
    long, longer = formal_names(left), formal_names(right)
    return ours in longer or theirs in long or not long.isdisjoint(longer)


@lru_cache(maxsize=1 << 16)
def formal_names(nickname: str) -> frozenset[str]:
    """The names a nickname is short for, in small letters of ASCII.

    English ones are those of ``nicknames``, all others those of `short_names`.
    """
    plain = latin(nickname)
    return frozenset(_nicknames().canonicals_of(plain)) | short_names().get(plain, frozenset())


@lru_cache(maxsize=1 << 18)
def formal_forms(name: NameParts) -> tuple[str, ...]:
    """What a full name with a nickname may be short for: Ben Hale is Benjamin Hale."""
    if not name.is_full:
        return ()
    return tuple(f"{given} {name.family}" for given in sorted(formal_names(name.given)))


@cache
def _nicknames() -> Any:
    from nicknames import NickNamer

    return NickNamer()


#: Words for the same person at home.
_KIN = {
    fold(word): role
    for role, words in {
        "mother": "mum mom mama mamma mami mummy mommy mother mutter maman mamá",
        "father": "dad daddy papa papá father vater",
        "grandmother": "grandma granny nan nana oma",
        "grandfather": "grandpa opa",
        "aunt": "aunt auntie tante",
        "uncle": "uncle onkel",
        "brother": "brother bro",
        "sister": "sister sis",
    }.items()
    for word in words.split()
}


@lru_cache(maxsize=1 << 16)
def clearly_different(left: NameParts, right: NameParts) -> bool:
    """Whether two names can hardly be one person's: both say a first name, and these differ.

    Words for kin ("Mum") say nothing beside a name, but are no father's beside a mother's;
    account names and initials say nothing; a name turned round, a nickname, another spelling
    and a first name within the other ("Ann" and "Anna") agree.
    """
    if _is_other_kin(left.given, right.given):
        return True
    if not (_says_given(left) and _says_given(right)):
        return False
    if is_nickname(left, right) or sound(left.given) == sound(right.given):
        return False
    if left.given in right.key.split() or right.given in left.key.split():
        return False
    joined_left, joined_right = left.key.replace(" ", ""), right.key.replace(" ", "")
    if joined_left == joined_right or _abbreviates(left, right) or _abbreviates(right, left):
        return False
    return not (left.given.startswith(right.given) or right.given.startswith(left.given))


def _is_other_kin(one: str, other: str) -> bool:
    """Whether two words are for a mother and a father, a sister and a brother, and so on."""
    kin = name_words("kin")
    return one in kin and other in kin and _KIN.get(one) != _KIN.get(other)


def _says_given(name: NameParts) -> bool:
    return len(name.given) > 1 and name.given.isalpha() and name.given not in name_words("kin")


def _abbreviates(short: NameParts, full: NameParts) -> bool:
    """Whether ``short`` is an account name of ``full``, as "asmith" of Anna Smith."""
    return not short.family and short.given == full.given[:1] + full.family.replace(" ", "")
