"""How many words sound, at once: `likeness.sound` for a whole address book."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from netgraph.resolve.names.likeness import SPELLINGS, latin, sound

#: Parts words here; a word that has it is heard by itself.
_END = "\n"
#: Stands for a letter that stays.
_MARK = "\0"
_EARLY_J = re.compile("^[yj]e", re.MULTILINE)
_NO_LETTER = re.compile("[^a-z\n]+")
_NO_WORD = re.compile(r"[^\w\n]+|[\d_]+")


def sounds(words: Sequence[str]) -> list[str]:
    """What `sound` gives for each of ``words``, in order."""
    text = _END.join([word.casefold() if word.isascii() else latin(word) for word in words])
    if text.count(_END) != len(words) - 1 or _MARK in text:
        return list(map(sound, words))
    return _heard(text).split(_END)


def heard(words: Collection[str]) -> dict[str, str]:
    """How each word sounds."""
    told = list(words)
    return dict(zip(told, sounds(told), strict=True))


def spellings(texts: Sequence[str], shortest: int) -> list[str]:
    """What `mailnames` makes of each text in an address: "" when it has too few letters."""
    plain = sounds([text.replace(" ", "").replace("-", "") for text in texts])
    letters = _NO_LETTER.sub("", _END.join(plain)).split(_END) if plain else []
    return [word if len(word) >= shortest else "" for word in letters]


def letters_alone(texts: Sequence[str]) -> list[str]:
    """Each text without digits, dots and other signs."""
    return _NO_WORD.sub("", _END.join(texts)).split(_END) if texts else []


def _heard(text: str) -> str:
    plain = _EARLY_J.sub("e", text.replace("'", ""))
    for written, said in SPELLINGS:
        plain = plain.replace(written, said)
    # an h is heard where a word begins
    plain = (
        f"{_END}{plain}".replace(f"{_END}h", f"{_END}{_MARK}").replace("h", "").replace(_MARK, "h")
    )
    plain = plain[1:].replace("c", "k").replace("-", "")
    for letter in set(plain) - {_END}:
        plain = plain.replace(letter * 2, letter)
    return plain
