"""The ways one word may be written: with and without marks, joined, in another script."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+")
#: What may stand inside one name, or be lost from it: "O'Malley", "Jean-Pierre", "J.P."
_JOINTS = re.compile("['’ʼ‘´`ʻ′‐‑–_.·&+-]")
_CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
#: How German and the Nordic languages write their letters without marks.
_TWO_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe", "ß": "ss"}
)
_ONE_LETTER = (("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a"))


@lru_cache(maxsize=1 << 16)
def spellings(text: str) -> tuple[str, ...]:
    """``text`` in lower-case letters without marks, each way that is usual; none twice.

    "Søren" is "soren" and "soeren", "Mueller" also "muller", "Иван" also "ivan". What stands
    between the words is kept.
    """
    if text.isascii():
        lower = text.lower()
        return tuple(dict.fromkeys((lower, _undone(lower))))
    lower = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", text).casefold())
    plain = _ascii(lower)
    found = (plain, _ascii(lower.translate(_TWO_LETTERS)), _undone(plain), _bare(lower))
    return tuple(dict.fromkeys(found))


def pieces(text: str) -> list[str]:
    """The words of ``text``; "KarimHaddad" is two."""
    return WORD.findall(_CAMEL.sub(" ", text))


def chunks(text: str) -> list[str]:
    """The words of ``text`` with what is joined by a hyphen, dot or apostrophe made one."""
    return WORD.findall(_JOINTS.sub("", text))


def romanised(word: str) -> list[str]:
    """The syllables, in lower case, of a word in a script without spaces; else none."""
    if not any(map(is_unspaced, word)):
        return []
    from anyascii import anyascii

    return [part.casefold() for part in pieces(str(anyascii(word)))]


def is_unspaced(letter: str) -> bool:
    """Whether the letter belongs to a script that puts no spaces between words."""
    return ord(letter) > 0x2E80 or "\u0e00" <= letter <= "\u0eff" or "\u1780" <= letter <= "\u17ff"


def _undone(text: str) -> str:
    for two, one in _ONE_LETTER:
        text = text.replace(two, one)
    return text


def _bare(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _ascii(text: str) -> str:
    if text.isascii():
        return text
    from anyascii import anyascii

    return str(anyascii(_bare(text))).casefold()
