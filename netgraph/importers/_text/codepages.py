"""Which eight-bit code page a table is in, told by how plausible its words are in each.

Windows, the Mac and Unix wrote the letters beyond ASCII as different bytes, and a csv file does
not say which it means. Read wrongly, a name holds signs ("MŸller"), capitals in its middle
("JosÈ"), or letters that its language has not; each costs points, and the reading that costs
least is taken. General detectors are made for pages of text: of lists of three names in 13 code
pages charset-normalizer 3.5.2 reads 47 of 100 rightly, chardet 7.7.0 91; of those of fifty names
62 and 97.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from netgraph.importers._text.alphabets import LANGUAGES, NEIGHBOURS

#: Each with what it costs to believe in it [nats], the likeliest first.
CODE_PAGES = {
    "cp1252": 0.0,
    "mac_roman": 1.5,
    "cp1250": 2.0,
    "cp1251": 2.0,
    "cp1253": 3.0,
    "cp1254": 3.0,
    "cp1257": 4.0,
    "iso8859_2": 4.0,
    "koi8_r": 4.0,
    "mac_latin2": 4.0,
    "mac_cyrillic": 4.0,
    "mac_greek": 5.0,
    "mac_turkish": 5.0,
}
TITLES = {
    "utf-8": "Unicode (UTF-8)",
    "cp1252": "Western European (Windows)",
    "mac_roman": "Western European (Mac)",
    "cp1250": "Central European (Windows)",
    "cp1251": "Cyrillic (Windows)",
    "cp1253": "Greek (Windows)",
    "cp1254": "Turkish (Windows)",
    "cp1257": "Baltic (Windows)",
    "iso8859_2": "Central European (ISO 8859-2)",
    "koi8_r": "Cyrillic (KOI8-R)",
    "mac_latin2": "Central European (Mac)",
    "mac_cyrillic": "Cyrillic (Mac)",
    "mac_greek": "Greek (Mac)",
    "mac_turkish": "Turkish (Mac)",
}
#: Different words looked at; more do not make it surer.
MAX_WORDS = 400
MAX_WORD_BYTES = 60
#: A reading ahead of the next by this much is right in 99 of 100 lists [nats].
SURE = 3.0
#: How much of a list is in its main language.
MAIN_SHARE = 0.8
#: Costs [nats].
STRANGE_LETTER, STRANGE_NEIGHBOUR, WRONG_CASE, SIGN_IN_WORD, SIGN, NO_CHARACTER = 11, 3, 6, 9, 4, 14
OTHER_SCRIPT, RARE_CYRILLIC, TWO_SCRIPTS, SMALL_START = 3, 6, 8, 1.5

#: Of a hundred bytes of text no more are control characters.
MAX_CONTROLS = 1

_CONTROLS = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})
_WORD = re.compile(rb"(?<![A-Za-z\x80-\xff])[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*")
_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_UNMARKED = str.maketrans("ßøłđæœıðþ", "solaaoidt")
#: Letters of South Slavic languages, where other code pages of Cyrillic have common ones.
_RARE = "ЂђЃѓЅѕЈјЉљЊњЋћЌќЎўЏџ"
_QUOTES = "‘“”„«»‹›"
_SINGLE_SIGNS = "®™©°ºª·•…€£§\xa0"


class Guess(NamedTuple):
    """A code page by its Python name, and whether no other is nearly as plausible."""

    codec: str
    is_sure: bool


def guess(blocks: Iterable[bytes]) -> Guess:
    """The code page of text, given in blocks, that is not strictly UTF-8.

    Text in which nine of ten letters beyond ASCII are UTF-8 is damaged UTF-8, and never sure.
    """
    words: dict[bytes, None] = {}
    valid = high = 0
    for block in blocks:
        if not words and _is_binary(block[:4096]):
            break
        for found in _WORD.finditer(block):
            word = found[0][:MAX_WORD_BYTES]
            if word not in words:
                words[word] = None
                left = _UTF8.sub(b"", word)
                high += len(_HIGH.findall(left))
                valid += len(_UTF8.findall(word))
            if len(words) == MAX_WORDS:
                break
        if len(words) == MAX_WORDS:
            break
    if not words:
        return Guess("cp1252", is_sure=False)
    if valid and valid >= 9 * high:
        return Guess("utf-8", is_sure=False)
    return _most_plausible(tuple(words))


def _is_binary(sample: bytes) -> bool:
    """Whether it is a picture or the like, whose words would tell nothing."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return 100 * controls > MAX_CONTROLS * len(sample)


@lru_cache(maxsize=32)
def _most_plausible(words: tuple[bytes, ...]) -> Guess:
    costs: dict[tuple[str, ...], tuple[float, str]] = {}
    for codec, prior in CODE_PAGES.items():
        texts = tuple(word.decode(codec, "replace") for word in words)
        if texts not in costs:
            costs[texts] = (prior + _cost(texts), codec)
    best, second, *_ = (*sorted(costs.values()), (math.inf, ""))
    return Guess(best[1], second[0] - best[0] >= SURE)


def _cost(words: Iterable[str]) -> float:
    """How implausible ``words`` are as parts of a list of names [nats, >= 0]."""
    letters: Counter[str] = Counter()
    cost = sum(_cost_of_word(word, letters) for word in words)
    shares = _shares()
    in_language = (
        sum(n * -math.log(MAIN_SHARE * of.get(c, 0) + _aside()[c]) for c, n in letters.items())
        for of in shares.values()
    )
    return cost + min(in_language)


def _cost_of_word(word: str, letters: Counter[str]) -> float:
    """What its form costs; its Latin letters beyond ASCII are counted in ``letters``."""
    lower = word.lower() if len(word.lower()) == len(word) else word
    bare = "".join(map(_bare, lower))
    cost = float(TWO_SCRIPTS) if len({_script(c) for c in word if c.isalpha()}) > 1 else 0.0
    for index, c in enumerate(word):
        if c.isascii():
            continue
        before = word[index - 1] if index else " "
        after = word[index + 1] if index + 1 < len(word) else " "
        if c == "\ufffd":
            cost += NO_CHARACTER
        elif not c.isalpha() or c in _SINGLE_SIGNS:
            cost += _cost_of_sign(c, before, after)
        else:
            cost += _cost_of_case(c, before, after)
            if _script(c) != "Latin":
                cost += RARE_CYRILLIC if c in _RARE else OTHER_SCRIPT
            elif lower[index] in NEIGHBOURS:
                letters[lower[index]] += 1
                left, right = NEIGHBOURS[lower[index]]
                cost += STRANGE_NEIGHBOUR * (
                    (bare[index - 1] if before.isalpha() else "-") not in left
                )
                cost += STRANGE_NEIGHBOUR * (
                    (bare[index + 1] if after.isalpha() else "-") not in right
                )
            else:
                cost += STRANGE_LETTER
    return cost


def _cost_of_case(c: str, before: str, after: str) -> float:
    if c.isupper():
        return WRONG_CASE if before.islower() else 0
    if not before.isalpha():
        return SMALL_START
    return WRONG_CASE if before.isupper() and after.isupper() else 0


def _cost_of_sign(c: str, before: str, after: str) -> float:
    """Apostrophes and dashes have their places ("O’Brien", "1999–2001"); in a word none has."""
    inside = before.isalpha() and after.isalpha()
    if c in "’´":
        return 2 if inside and (after.isupper() or (c == "’" and after in "st")) else SIGN + inside
    if c in "–—":
        return 2 * SIGN if inside and not after.isupper() else SIGN + inside
    if c in _QUOTES or c in _SINGLE_SIGNS:
        return SIGN_IN_WORD if inside else SIGN
    return SIGN_IN_WORD + 1


def _script(c: str) -> str:
    if c < "\u0250":
        return "Latin"
    return "Greek" if c < "\u0400" else "Cyrillic"


@cache
def _bare(c: str) -> str:
    """A small letter without its mark."""
    return c if c.isascii() else unicodedata.normalize("NFD", c.translate(_UNMARKED))[0]


@cache
def _shares() -> dict[str, dict[str, float]]:
    """Of every language, which share of its letters beyond ASCII each is."""
    return {
        language: {entry[0]: int(entry[1:]) / 1000 for entry in text.split()}
        for language, text in LANGUAGES.items()
    }


@cache
def _aside() -> dict[str, float]:
    """The chance of each letter in what is not of the main language."""
    mean = {c: sum(of.get(c, 0) for of in _shares().values()) / len(LANGUAGES) for c in NEIGHBOURS}
    return {c: (1 - MAIN_SHARE) * max(share, 1e-5) for c, share in mean.items()}
