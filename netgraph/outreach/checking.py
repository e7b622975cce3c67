"""Check a message before it is sent: what is vague, burdensome or missing, and what is better.

A finding is advice, not an error. The rules are patterns in ``texts/en/checks.toml``; a message
that says the same in words they do not know is not found out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from netgraph.outreach.texts import texts

#: More words than these are too many for a first message, fewer say too little.
MOST_WORDS, FEWEST_WORDS = 180, 12
#: More questions than these are too many for one message.
MOST_QUESTIONS = 4
#: Favours of so many kinds are too many at once.
MANY_FAVOURS = 3
#: Findings of one sort that are told at most.
MOST_OF_A_SORT = 3
#: How far before a phrase a denial of it is looked for [characters].
BEFORE = 70

_STRAIGHT = str.maketrans(
    dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("“”„", '"') | dict.fromkeys("‐‑–—", "-")
    | dict.fromkeys("\xad\u200b\u200c\u200d\u2060\ufeff", "")
)  # fmt: skip
#: A line that parts a draft into what is sent, what is forwarded and what is said.
_PARTING = re.compile(r"^[^\S\n]*[-─━=_*]{3,}.*$", re.MULTILINE)
_QUOTED = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?\r?$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to change: the ``phrase`` as written, ``why``, and what is ``better``.

    ``phrase`` is "" for what is missing, and tells the count for what is too much.
    """

    phrase: str
    why: str
    better: str


def check(text: str) -> tuple[Finding, ...]:
    """What is vague, burdensome or missing in ``text``; empty when nothing was found.

    Phrases come in the order they stand, then what concerns the whole. Quoted lines (``>``) and
    what follows a signature mark (``--``) are left aside. A line of dashes parts the text, as in
    what ``netgraph draft`` prints; the whole message is the first part.
    """
    own = _SIGNATURE.split(_QUOTED.sub("", text))[0]
    parts = [_Read(part) for part in _PARTING.split(own) if _WORD.search(part)]
    if not parts:
        return (_of_whole("empty", ""),)
    first, *others = parts
    found = list(_phrases(first))
    asks = any(one.why in _burdens() for one in found)
    found += _whole(first, asks=asks)
    return (*found, *(one for part in others for one in _phrases(part)))


class _Read:
    """A text made plain for the patterns, with the place of every character in the original."""

    def __init__(self, text: str) -> None:
        self.text = text
        made: list[str] = []
        self._places: list[int] = []
        for place, letter in enumerate(text):
            for one in unicodedata.normalize("NFKC", letter).translate(_STRAIGHT).casefold():
                blank = one.isspace()
                if not (blank and (not made or made[-1] == " ")):
                    made.append(" " if blank else one)
                    self._places.append(place)
        self.plain = "".join(made)
        self.words = len(_WORD.findall(text))

    def written(self, start: int, end: int) -> str:
        """What stands in the original from ``start`` to ``end`` of the plain text, on one line."""
        piece = self.plain[start:end]
        start += len(piece) - len(piece.lstrip(" .,;:("))
        end -= len(piece) - len(piece.rstrip(" .,;:("))
        return " ".join(self.text[self._places[start] : self._places[end - 1] + 1].split())

    def find(self, name: str) -> re.Match[str] | None:
        """The first place where one of the patterns called ``name`` fits."""
        return _joined(tuple(texts("checks")[name])).search(self.plain)


@cache
def _joined(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in patterns))


@cache
def _burdens() -> frozenset[str]:
    """What is said of phrases that ask for a job, openings, or to be put forward."""
    return frozenset(one["why"] for one in texts("checks")["phrases"] if one.get("unless_denied"))


def _phrases(read: _Read) -> Iterator[Finding]:
    """Every phrase of a known fault, in the order they stand; of overlapping ones the first."""
    found: list[tuple[int, int, dict[str, Any]]] = []
    for family in texts("checks")["phrases"]:
        pattern = _joined(tuple(family["patterns"]))
        places = [match.span() for match in pattern.finditer(read.plain)]
        if family.get("unless_denied"):
            places = [place for place in places if not _denied(read.plain, place[0])]
        found += [(*place, family) for place in places[:MOST_OF_A_SORT]]
    told: set[str] = set()
    last = 0
    for start, end, family in sorted(found, key=lambda one: (one[0], -one[1])):
        phrase = read.written(start, end)
        if start >= last and phrase.casefold() not in told:
            told.add(phrase.casefold())
            last = end
            yield Finding(phrase, family["why"], family["better"])


def _denied(plain: str, start: int) -> bool:
    before = plain[max(0, start - BEFORE) : start]
    return bool(_joined(tuple(texts("checks")["denied"])).search(before))


def _whole(read: _Read, *, asks: bool) -> Iterator[Finding]:
    """What concerns the message as a whole; ``asks``: a request that burdens was found."""
    if read.words > MOST_WORDS:
        yield _of_whole("too_long", f"{read.words} words")
    questions = len(re.findall(r"\?+", read.plain))
    if questions > MOST_QUESTIONS:
        yield _of_whole("many_questions", f"{questions} questions")
    favours = _counted(read.plain, texts("checks")["favours"])
    if favours >= MANY_FAVOURS:
        yield _of_whole("several_favours", f"{favours} favours")
    silence = read.find("silence")
    if silence and asks:
        yield _of_whole("silent_years", read.written(*silence.span()))
    if asks or not read.find("asks_nothing"):
        yield from _missing(read)


def _counted(plain: str, patterns: Sequence[str]) -> int:
    return sum(bool(re.search(one, plain)) for one in patterns)


def _missing(read: _Read) -> Iterator[Finding]:
    if read.words < FEWEST_WORDS:
        yield _of_whole("too_short", f"{read.words} words")
    if not read.find("purpose"):
        yield _of_whole("no_purpose", "")
    if not read.find("ask"):
        yield _of_whole("no_ask", "")


def _of_whole(name: str, phrase: str) -> Finding:
    said = texts("checks")["whole"][name]
    return Finding(phrase, said["why"], said["better"])
