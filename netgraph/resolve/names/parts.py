"""Names of people: what remains of "Dr. Tobin MARRASH, PhD 🚀" when two are compared."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from netgraph.resolve.tables import name_words

_BRACKETS = re.compile(r"[(\[{<«“\"”„‚‘]\s*([^()\[\]{}<>«»“”\"„‚‘’]*)\s*[)\]}>»“”\"’]")
_BIRTH_NAME = re.compile(r"^(née|nee|geb\.?|born|formerly|z domu)\s+", re.IGNORECASE)
_AFTER_BAR = re.compile(r"\s[|·•/]\s?|\s[-–—]\s|\|")
_SIGNS = str.maketrans(dict.fromkeys("$+=^`~", " "))
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*\.?", re.UNICODE)
#: Most names are plain words: nothing in them needs a closer look.
_PLAIN_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name taken apart; every part is folded as in `name_key`.

    ``given`` and ``family`` are "" when not said, ``middle`` may be initials, ``generation``
    is "jr", "iii" …, ``others`` are nicknames and birth names from brackets. A name in a
    script without spaces is all ``family``. ``is_full``: whether it says more than a first
    name or initials; ``plain``: first and last name without what stands between them.
    """

    key: str
    given: str = ""
    middle: tuple[str, ...] = ()
    family: str = ""
    generation: str = ""
    others: tuple[str, ...] = ()
    is_full: bool = field(init=False, compare=False, repr=False)
    plain: str = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Say once what is asked for every pair."""
        given, family = self.given, self.family
        is_long = len(family) > 1 and (len(given) > 1 or (not given and _is_unspaced(family)))
        object.__setattr__(self, "is_full", is_long)
        object.__setattr__(self, "plain", f"{given} {family}".strip())

    def __hash__(self) -> int:
        """That of the key: a dictionary of names asks it for every pair."""
        return hash(self.key)


@lru_cache(maxsize=1 << 12)
def clean_name(text: str) -> str:
    """The name as one would say it: "First Last", its own letters, nothing round it.

    NFKC; pictures, control and direction marks, titles, credentials, brackets and what
    follows a bar are gone; "Last, First" is turned. "" for an address or when nothing is left.
    """
    words, generation = _words(text)
    return " ".join([*words, *generation])


@lru_cache(maxsize=1 << 12)
def name_key(text: str) -> str:
    """One spelling of a name: cleaned, case-folded, Latin letters without diacritics.

    Other scripts are kept, since a transliteration is a guess. "" when ``text`` is no name.
    """
    return " ".join(filter(None, (fold(word) for word in clean_name(text).split())))


@lru_cache(maxsize=1 << 16)
def name_parts(text: str) -> NameParts:
    """``text`` taken apart; ``key`` is "" when it is no name."""
    if is_first_and_last(text):
        first, _, last = text.partition(" ")
        given, family = fold(first), fold(last)
        return NameParts(f"{given} {family}", given, family=family)
    words, generation = _words(text)
    folded = [word for word in map(fold, words) if word]
    others = tuple(filter(None, (fold(found) for found in _bracketed(text))))
    tail = fold(generation[0]) if generation else ""
    key = " ".join([*folded, tail]).strip()
    if len(folded) < 2:
        only = folded[0] if folded else ""
        if _is_unspaced(only):
            return NameParts(key, family=only, generation=tail, others=others)
        return NameParts(key, given=only, generation=tail, others=others)
    start = len(folded) - 1
    while start > 1 and folded[start - 1] in name_words("particle"):
        start -= 1
    family = " ".join(folded[start:])
    return NameParts(key, folded[0], tuple(folded[1:start]), family, tail, others)


def is_first_and_last(text: str) -> bool:
    """Whether ``text`` is two words with nothing in, before or behind them to leave out."""
    first, _, last = text.partition(" ")
    if not (first.isalpha() and last.isalpha()):
        return False
    if first.casefold() in name_words("title") or last.casefold() in name_words("generation"):
        return False
    return text.isascii() or unicodedata.is_normalized("NFKC", text)


def fold(text: str) -> str:
    """``text`` case-folded, Latin letters as ASCII, marks and punctuation but ``-`` gone."""
    return text.lower() if text.isascii() and text.isalpha() else _folded(text)


@lru_cache(maxsize=1 << 15)
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text)
    if not plain.isascii():
        plain = "".join(_fold_letter(letter) for letter in unicodedata.normalize("NFC", plain))
    return "".join(c for c in plain.casefold() if c.isalnum() or c in "- ").strip("- ")


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    from anyascii import anyascii

    if letter.isascii():
        return letter
    if unicodedata.combining(letter):
        return ""
    if unicodedata.name(letter, "").startswith("LATIN"):
        return str(anyascii(letter))
    return letter


def _is_unspaced(word: str) -> bool:
    return not word.isascii() and any(
        unicodedata.name(letter, "").startswith(("CJK", "HIRAGANA", "KATAKANA", "HANGUL"))
        for letter in word[:2]
    )


def _bracketed(text: str) -> tuple[str, ...]:
    if _PLAIN_WORDS.fullmatch(text):
        return ()
    found = _BRACKETS.findall(unicodedata.normalize("NFKC", text))
    names = (_BIRTH_NAME.sub("", inside).strip() for inside in found)
    return tuple(n for n in names if n.isalpha() and n[:1].isupper() and not n.isupper())


@lru_cache(maxsize=1 << 16)
def _words(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a name in speaking order, and its generation ("Jr.") as 0 or 1 words."""
    pieces = _pieces(text)
    later = [word for n, piece in enumerate(pieces) for word in piece[n == 0 :]]
    generation = [w.rstrip(".") for w in later if _plain(w) in name_words("generation")]
    pieces = [_without_extras(piece, first=n == 0) for n, piece in enumerate(pieces)]
    pieces = [piece for piece in pieces if piece]
    if len(pieces) > 1:
        pieces = [pieces[1], pieces[0]]
    words = tuple(word.rstrip(".") for piece in pieces for word in piece)
    return words, tuple(generation[:1])


def _pieces(text: str) -> list[list[str]]:
    """The words between commas, without brackets and what follows a bar; none of an address."""
    plain = unicodedata.normalize("NFKC", text)
    if _PLAIN_WORDS.fullmatch(plain):
        return [plain.split(" ")]
    plain = _visible(plain)
    if "@" in plain or "://" in plain:
        return []
    plain = _AFTER_BAR.split(_BRACKETS.sub(" ", plain).strip(), maxsplit=1)[0]
    found = (_WORD.findall(piece) for piece in plain.split(","))
    return [words for words in found if words]


def _visible(text: str, unseen: str = "CS") -> str:
    """``text`` without characters that show nothing, nor (as a rule) pictures and signs."""
    if text.isascii() and text.isprintable():
        return text.translate(_SIGNS) if "S" in unseen else text
    kept = []
    for letter in text:
        category = unicodedata.category(letter)
        if category[0] not in unseen or letter in "|<>":
            kept.append(letter)
        elif category not in ("Cf", "Cn"):
            kept.append(" ")
    return "".join(kept)


def _plain(word: str) -> str:
    return word.replace(".", "").casefold()


def _is_credential(word: str) -> bool:
    return _plain(word) in name_words("credential") and word[:2] != word[:2].title()


def _without_extras(words: list[str], *, first: bool) -> list[str]:
    """Words without titles in front and credentials behind.

    After the first comma every credential goes; before it only one written in capitals, as
    Ma and Do are names too.
    """
    left = list(words)
    while len(left) > 1 and _plain(left[0]) in name_words("title"):
        left = left[1:]
    while left and _plain(left[-1]) in name_words("generation") and (len(left) > 1 or not first):
        left = left[:-1]
    if not first:
        return [word for word in left if _plain(word) not in name_words("credential")]
    while len(left) > 2 and _is_credential(left[-1]):
        left = left[:-1]
    return left


@lru_cache(maxsize=1 << 12)
def display_name(text: str) -> str:
    """A name to show: cleaned when it is a name, else as written without invisible signs.

    "" for an address, which stands among the identifiers.
    """
    if is_first_and_last(text):
        return text
    plain = " ".join(_visible(unicodedata.normalize("NFKC", text), "C").split())
    if "@" in plain or "://" in plain:
        return ""
    if any(sign in plain for sign in "<>=;{}\\"):
        return plain
    return clean_name(text) or plain
