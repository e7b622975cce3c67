"""Which texts would give a person away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from netgraph.model import IdentifierKind, Person

_WORD = re.compile(r"[^\W\d_]+")
_LINK_OR_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){6,}")
#: Parts of names that say nothing about whose name it is.
_PARTICLES = frozenset(
    [
        "and",
        "das",
        "del",
        "den",
        "der",
        "des",
        "dos",
        "les",
        "las",
        "los",
        "mba",
        "phd",
        "prof",
        "the",
        "und",
        "van",
        "von",
    ]
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that occur in people's names; case and accents do not matter.

    ``words`` have three letters or more; ``short`` holds two-letter names as written
    ("Bo", "Xu"), which only count when written the same way; ``unspaced`` holds names in
    scripts that put no spaces between words, which count anywhere in a text.
    """

    words: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    unspaced: frozenset[str] = frozenset()

    def touches(self, text: str) -> bool:
        """Whether ``text`` holds a word of a name, an address, a link or a phone number."""
        if _LINK_OR_ADDRESS.search(text) or _PHONE.search(text):
            return True
        found = _WORD.findall(unicodedata.normalize("NFC", text))
        if any(word in self.short or _fold(word) in self.words for word in found):
            return True
        return any(name in text for name in self.unspaced)


def name_words(people: Iterable[Person]) -> NameWords:
    """Collect the words of every name and name-like identifier of ``people``."""
    words: set[str] = set()
    short: set[str] = set()
    unspaced: set[str] = set()
    for name in _written_names(people):
        for word in _WORD.findall(unicodedata.normalize("NFC", name)):
            if any(ord(letter) > 0x2E80 for letter in word):
                unspaced.add(word)
            elif len(word) >= 3:
                words.add(_fold(word))
            elif len(word) == 2 and word[0].isupper():
                short.add(word)
    return NameWords(frozenset(words - _PARTICLES), frozenset(short), frozenset(unspaced))


def _written_names(people: Iterable[Person]) -> Iterable[str]:
    for person in people:
        for name in (person.name, *person.names):
            if "@" not in name:
                yield name
        for identifier in person.identifiers:
            if identifier.kind is IdentifierKind.NAME:
                yield identifier.value


def _fold(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))
