"""Which texts would give a person away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from netgraph.graph.wording import MONTHS
from netgraph.model import IdentifierKind, Person
from netgraph.present.firmwords import FIRM_WORDS
from netgraph.present.spellings import WORD, chunks, is_unspaced, pieces, romanised, spellings
from netgraph.resolve.tables import legal_forms
from netgraph.resolve.tables import name_words as words_round_names

_LINK_OR_ADDRESS = re.compile(r"@|://|www\.", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d(?:[\s()./-]{0,2}\d){6,}")
#: Days as our own sentences write them, as May and Jun are names too; years from and to.
_TIMES = re.compile(
    rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b|\b(?:19|20)\d\d ?[-–] ?(?:19|20)\d\d\b"
)
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.[\s-]?){2,}")
_PLAIN = re.compile(r"[A-Z][a-z]{2,}(?: [A-Z][a-z]{2,})+")
_LETTERSPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_ID_OF_SLUG = re.compile(r"-[0-9a-f]{5,}$")
#: Parts of names that say nothing about whose name it is.
_PARTICLES_TEXT = "and das del den der des dos les las los mba phd prof the und van von"
#: Short words that begin a name written in two: "Mc Donald", "de la Cruz".
_BEGINNINGS_TEXT = (
    "al ap ben d da de del den der di dos du el fitz ibn l la las le los mac mc o st ten ter "
    "van von vande vander vonder dela delos"
)
#: Dotted letters that are nobody's initials.
_NO_INITIALS_TEXT = "us usa uk eu un dc ba bs ma ms md am pm ad"
_PARTICLES, _BEGINNINGS, _NO_INITIALS = (
    frozenset(text.split()) for text in (_PARTICLES_TEXT, _BEGINNINGS_TEXT, _NO_INITIALS_TEXT)
)
#: Letters of a name that counts inside another word: before what a firm is called; with
#: as many (`_BESIDE`) letters more; with any.
_SHORTEST, _LONG, _LONGER, _BESIDE = 4, 7, 9, 4
#: A word in another script than ours may be bent by so many letters.
_ENDING = 2
#: Plurals that take two letters.
_HISSED = ("ses", "xes", "zes", "ches", "shes")
#: The longest form looked for inside a word [letters]; the most words of a name that are joined.
_LONGEST, _JOINED = 30, 5


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words that occur in people's names; case, accents and joints do not matter.

    ``words`` have three letters or more, in every spelling and joined in every usual way
    ("karimhaddad", "khaddad"); ``short`` holds two-letter names as written ("Bo", "Xu"), which
    only count when written the same way or in capitals; ``unspaced`` holds names in scripts
    that put no spaces between words, which count anywhere in a text; ``initials`` count with
    dots, three or more also without.
    """

    words: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()
    unspaced: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()

    def touches(self, text: str) -> bool:
        """Whether ``text`` holds a name in any form, an address, a link or a phone number."""
        text = _TIMES.sub(" ", _seen(text))
        if _LINK_OR_ADDRESS.search(text) or _PHONE.search(text):
            return True
        if not text.isascii() and any(name in text for name in self.unspaced):
            return True
        if self._abbreviated(text):
            return True
        return any(self._told(word) for word in _words_of(text))

    def _abbreviated(self, text: str) -> bool:
        if any(w in self.short or (w.isupper() and w.title() in self.short) for w in pieces(text)):
            return True
        for found in _DOTTED.findall(text):
            letters = "".join(WORD.findall(found))
            known = letters in self.initials and letters.isupper()
            if known and letters.casefold() not in _legal_forms() | _NO_INITIALS:
                return True
        return any(len(w) > 2 and w in self.initials for w in WORD.findall(text))

    def _told(self, word: str) -> bool:
        return any(_gives_away(self.words, spelt) for spelt in spellings(word))


def _seen(text: str) -> str:
    """``text`` without compatibility forms and invisible characters (soft hyphens, joiners)."""
    kept = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return "".join(kept)


def _words_of(text: str) -> Iterator[str]:
    """Single words, words whose joints were lost, and names begun with a word of their own."""
    yield from pieces(text)
    yield from chunks(text)
    yield from (found.replace(" ", "") for found in _LETTERSPACED.findall(text))
    parted = WORD.findall(text)
    for place in range(len(parted) - 1):
        end = place
        while end < len(parted) - 1 and parted[end].casefold() in _BEGINNINGS:
            end += 1
            yield "".join(parted[place : end + 1])


@lru_cache(maxsize=1 << 16)
def _gives_away(names: frozenset[str], word: str) -> bool:
    """Whether a folded word is a name, its plural or genitive, or holds one."""
    if word in names or (len(word) > _SHORTEST and word.removesuffix("s") in names):
        return True
    if word.endswith(_HISSED) and word[:-2] in names:
        return True
    size = len(word)
    return any(
        word[start:end] in names and _stands_out(word, start, end)
        for start in range(size - _SHORTEST)
        for end in range(start + _SHORTEST, min(size, start + _LONGEST) + 1)
    )


def _stands_out(word: str, start: int, end: int) -> bool:
    """Whether the name from ``start`` to ``end`` is no chance of the letters round it."""
    before, after = word[:start], word[end:]
    long, beside = end - start, len(before) + len(after)
    if before in {"", "the"} and (after in FIRM_WORDS or after in _legal_forms()):
        return True
    if not word.isascii() and not before and long > _SHORTEST and beside <= _ENDING:
        return True
    return long >= _LONGER or (long >= _LONG and beside >= _BESIDE)


@cache
def _legal_forms() -> frozenset[str]:
    return legal_forms("any") | {form.casefold() for form in legal_forms("as written")}


def name_words(people: Iterable[Person]) -> NameWords:
    """Collect every form of every name and name-like identifier of ``people``."""
    people = tuple(people)
    words: set[str] = set()
    short: set[str] = set()
    unspaced: set[str] = set()
    initials: set[str] = set()
    for name in dict.fromkeys(_written_names(people)):
        tokens = _tokens(name)
        if _PLAIN.fullmatch(" ".join(tokens)):
            # most names: nothing is joined, marked or short
            initials.update((tokens[0][0] + tokens[-1][0], "".join(t[0] for t in tokens)))
            words.update(form for spelt in spellings(" ".join(tokens))
                         for form in _forms(spelt.split()))  # fmt: skip
            continue
        short.update(word for token in tokens for word in pieces(token) if _is_short(word))
        unspaced.update(form for token in tokens for form in _unspaced_forms(token))
        initials.update(_initials(tokens))
        words.update(form for token in tokens for form in _forms(romanised(token)))
        for spelt in spellings(" ".join(tokens)):
            words.update(_forms(pieces(spelt)))
            words.update(_forms(chunks(spelt)))
        words.update(one for token in tokens for p in pieces(token) for one in spellings(p))
    for handle in _handles(people):
        words.update("".join(WORD.findall(spelt)) for spelt in spellings(handle))
    long = {word for word in words if len(word) > 2 and not is_unspaced(word[0])}
    return NameWords(
        frozenset(long - _PARTICLES), frozenset(short), frozenset(unspaced), frozenset(initials)
    )


def _tokens(name: str) -> list[str]:
    """The words of a name as written, without titles before and letters after it."""
    found = (name if name.isascii() else _seen(name)).split()
    while len(found) > 1 and _bare(found[0]) in words_round_names("title"):
        del found[0]
    while len(found) > 2 and _bare(found[-1]) in _behind_names():
        del found[-1]
    return found


@cache
def _behind_names() -> frozenset[str]:
    return words_round_names("credential") | words_round_names("generation")


def _bare(token: str) -> str:
    return token.casefold() if token.isalpha() else "".join(WORD.findall(token)).casefold()


def _is_short(word: str) -> bool:
    is_particle = word.casefold() in _BEGINNINGS | words_round_names("particle")
    return len(word) == 2 and word[0].isupper() and not is_particle


def _unspaced_forms(token: str) -> Iterator[str]:
    """A name in a script without spaces: the whole, and the given name after the surname."""
    for word in WORD.findall(token):
        if any(map(is_unspaced, word)):
            yield word
            if len(word) in (3, 4):
                yield word[1:]


def _initials(tokens: list[str]) -> Iterator[str]:
    """As in J.P.O., J.O. and J.P.O.G. of Jean-Pierre O'Malley-Grün."""
    parted = [[part[:1].upper() for part in WORD.findall(re.sub("['’]", "", token))]
              for token in tokens]  # fmt: skip
    parted = [parts for parts in parted if parts]
    if len(parted) < 2:
        return
    yield "".join(parts[0] for parts in parted)
    yield "".join(letter for parts in parted for letter in parts)
    yield parted[0][0] + parted[-1][0]
    yield "".join(letter for parts in parted[:-1] for letter in parts) + parted[-1][0]


def _forms(words: list[str]) -> Iterator[str]:
    """The words, neighbours joined, the last name first, and with an initial for the first."""
    yield from words
    if len(words) < 2:
        return
    for start in range(len(words)):
        for end in range(start + 2, min(len(words), start + _JOINED) + 1):
            yield "".join(words[start:end])
    first, last = words[0], words[-1]
    yield last + "".join(words[:-1])
    for one, other in ((first, last), (last, first), (first[0], last), (last, first[0]),
                       (first, last[0])):  # fmt: skip
        if len(one + other) > _SHORTEST:
            yield one + other


def _written_names(people: Iterable[Person]) -> Iterator[str]:
    """Every name; of an address that stands for one what is before the @."""
    for person in people:
        for name in (person.name, *person.names):
            yield name.partition("@")[0].replace(".", " ") if "@" in name else name
        for identifier in person.identifiers:
            if identifier.kind is IdentifierKind.NAME:
                yield identifier.value


def _handles(people: Iterable[Person]) -> Iterator[str]:
    """Account names, and the last part of profile addresses without the number behind it."""
    for person in people:
        for identifier in person.identifiers:
            if identifier.kind is IdentifierKind.HANDLE and len(identifier.value) > _SHORTEST:
                yield identifier.value
            elif identifier.kind is IdentifierKind.PROFILE:
                slug = identifier.value.rstrip("/").rpartition("/")[2]
                yield _ID_OF_SLUG.sub("", slug)
