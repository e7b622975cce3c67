"""A quick look at a text that tells what makes nobody acquainted, before it is read at length.

Every phrase that brings people together holds one of a few whole words (`CUES`), or it stands
in a text that names two of the people addressed; every thanks for it holds one of `_THANKS` and
one of `_THANKED_FOR`. A test draws texts from the patterns and sees that none is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.text import fold

WORD = re.compile(r"[^\W\d_]{3,}")
#: A name that was replaced by its number, or text that happens to look so.
MARK = re.compile(r"@(\d)")

#: Folded words, one of which stands in every phrase that does not name two people.
_ENGLISH_WORDS = """
    meet each hit intro introduce introducing introduction introductions opt connect connecting
    connection touch contact bridging linking pairing talk speak chat both two together sending
    promised discussed agreed
"""
_CUE_WORDS = """
    vorstellen vorzustellen bekannt bekanntmachen bekanntzu vernetzen vernetze kontakt stelle
    verbinde verbinden verbindung verkupple kennen kennenlernen kennenlernt kennenlernst zusammen
    zusammenbringen zusammenzubringen einander gegenseitig miteinander beieinander brucke
    versprochen besprochen
    met presente presenter presentations mets mettre lien autre connecte connecter introduis
    connaissance devriez rencontres rencontriez connaissiez parliez parlez ecrivez demande demandee
    connaissez promis convenu
    presento presentamos presentar presentarte presentaros presentarle presentarles presentarlos
    presentarlas pongo poneros ponerlos ponerlas ponerles ponerte ponerle conecto conectaros
    conectarlos conectarlas conocieras puente presentaciones deberiais deberian conocierais
    conocieseis conozcan conozcas conozcanse escribios conoceis prometi acordado
"""
_ENGLISH = frozenset(_ENGLISH_WORDS.split())
CUES = frozenset(_ENGLISH_WORDS.split()) | frozenset(_CUE_WORDS.split())
#: These count only where the mark of a name follows.
_PROMISES = """
    sending promised discussed agreed versprochen besprochen promis convenu prometi acordado
"""
_BEFORE_A_NAME = frozenset(_PROMISES.split())
_COPYING = ("cc", "cop", "loop", "kopie", "liest")
#: One of these stands in every English phrase, but for those that begin with "meet".
_BESIDE = ("you", "intro", "connection", "each", "@")
_MEET = re.compile(r"(?:^|[,:;!] |please )meet ")
_THANKS = ("thank", "thx", "dank", "merci", "gracias")
#: Parts of the words for what the thanks are given.
_THANKED_FOR = (
    "intro", "connecting", "putting", "vorstell", "bekanntm", "vernetz", "kontakt", "mise",
    "present", "ponernos",
)  # fmt: skip
_LETTERS_ONLY = "".join(chr(code) if chr(code).isalpha() else " " for code in range(128))


class NameWords(NamedTuple):
    """The words of somebody's name and address: ``plain`` ones in ASCII, and ``others``."""

    plain: frozenset[str]
    others: tuple[str, ...]


@lru_cache(maxsize=4)
def words_in(text: str) -> list[str]:
    """The words of a folded text that are written in ASCII; letters beyond it part words."""
    plain = text if text.isascii() else text.encode("ascii", "replace").decode()
    return plain.translate(_LETTERS_ONLY).split()


def cues_in(words: Iterable[str]) -> tuple[str, ...]:
    """Those of `CUES` that are among ``words``, in alphabetical order."""
    found = CUES.intersection(words)
    return tuple(sorted(found)) if found else ()


def needs_a_name(cue: str) -> bool:
    """Whether a cue counts only in a sentence that names somebody."""
    return cue in _BEFORE_A_NAME


def needs_company(cue: str) -> bool:
    """Whether a cue counts only beside certain other words (see `may_bring_together`)."""
    return cue in _ENGLISH


def may_bring_together(sentence: str, cues: tuple[str, ...]) -> bool:
    """Whether a sentence of a text with these ``cues`` may be a phrase."""
    is_english = False
    for cue in cues:
        if cue in sentence and (cue not in _BEFORE_A_NAME or "@" in sentence):
            if cue not in _ENGLISH:
                return True
            is_english = True
    if not is_english:
        return False
    return any(part in sentence for part in _BESIDE) or _MEET.search(sentence) is not None


def may_copy(text: str) -> bool:
    """Whether a folded ``text`` may say that somebody gets a copy."""
    return any(part in text for part in _COPYING)


def may_name_two(text: str, words: Iterable[str], people: tuple[Mailbox, ...]) -> bool:
    """Whether a folded ``text`` of these ``words`` may name two of ``people``."""
    named = 0
    for mailbox in people:
        own = _names_of(mailbox)
        if not own.plain.isdisjoint(words) or any(word in text for word in own.others):
            named += 1
    return named > 1 or ("@" in text and MARK.search(text) is not None)


def may_name_one(text: str, people: tuple[Mailbox, ...]) -> bool:
    """Whether a folded ``text`` may name any of ``people``."""
    for mailbox in people:
        for word in name_words(mailbox):
            if word in text:
                return True
    return "@" in text and MARK.search(text) is not None


def may_thank(text: str) -> bool:
    """Whether a folded ``text`` may give thanks for an introduction."""
    thanks = any(word in text for word in _THANKS)
    return thanks and any(part in text for part in _THANKED_FOR)


@lru_cache(maxsize=4096)
def name_words(mailbox: Mailbox) -> frozenset[str]:
    """The folded words [>= 3 letters] of the display name and the address."""
    local = mailbox.address.partition("@")[0]
    return frozenset(WORD.findall(fold(f"{mailbox.name} {local}")))


@lru_cache(maxsize=4096)
def _names_of(mailbox: Mailbox) -> NameWords:
    words = name_words(mailbox)
    plain = frozenset(word for word in words if word.isascii())
    return NameWords(plain, tuple(word for word in words if not word.isascii()))
