"""A glance at a text: whether it may make people acquainted at all.

Most letters to several people are plain talk, and to part them into sentences in which names
are marked takes twenty times as long. What is passed over here has no sentence that
`_introductions` could take for an introduction; a test compares the two. The text is parted at
the commonest ends of sentences alone, so that a part holds one sentence or more.
"""

from __future__ import annotations

from collections.abc import Iterable

from netgraph.importers._introductions.cues import (
    MARK,
    cues_in,
    may_copy,
    name_words,
    needs_a_name,
    needs_company,
    words_in,
)
from netgraph.importers._mail.addresses import Mailbox

#: One of these stands between the two names where somebody is shown to somebody.
_SHOWING = (
    "introduce", "vorstellen", "meet", "this", "here", "das", "hier", "dies", "voici", "c'est",
    "est", "presento", "presente",
)  # fmt: skip
#: One of these stands in every subject that announces somebody.
_ANNOUNCING = (
    "intro", "vorstellung", "mise", "presentation", "kontakt", "meet", "<", "@",
)  # fmt: skip
_BESIDE = ("you", "intro", "connection", "each", "@")
_BEFORE_IN_TURN = frozenset(".;:,!?-")

_Names = list[list[str]]


def cues_at_a_glance(
    subject: str, text: str, people: tuple[Mailbox, ...]
) -> tuple[str, ...] | None:
    """The cue words in a folded ``text`` to ``people``; None when it introduces nobody.

    "You two" are two, so that of more people one must be named.
    """
    if "@" in text and MARK.search(text):
        return cues_in(words_in(text))
    names = [own for mailbox in people if (own := [w for w in name_words(mailbox) if w in text])]
    if len(people) > 2 and len(names) < 2:
        near = [_around(text, word) for word in names[0]] if names else []
        return cues_in(words_in(" ".join(near))) or None
    cues = cues_in(words_in(text))
    if len(names) < 2 and not cues:
        return None
    parts = text.replace("\n\n", ". ").replace(".\n", ". ").split(". ")
    words = list({word for own in names for word in own})
    if _may_bring_together(parts, cues, words):
        return cues
    if len(names) < 2:
        return None
    named = [part for part in parts if _holds(part, words)]
    return cues if may_copy(text) or _may_tell(subject, named, names) else None


def _holds(text: str, words: Iterable[str]) -> bool:
    # a loop: `any` costs as much again for a few words
    for word in words:  # noqa: SIM110
        if word in text:
            return True
    return False


def _around(text: str, word: str) -> str:
    """The sentences that hold ``word``, and perhaps more."""
    found, at = [], text.find(word)
    while at >= 0:
        start = max(text.rfind(". ", 0, at), text.rfind("\n\n", 0, at), text.rfind(".\n", 0, at))
        ends = (text.find(". ", at), text.find("\n\n", at), text.find(".\n", at))
        end = min([end for end in ends if end >= 0], default=len(text))
        found.append(text[max(start, 0) : end])
        at = text.find(word, end)
    return " ".join(found)


def _may_bring_together(parts: list[str], cues: tuple[str, ...], names: list[str]) -> bool:
    """Whether a part may hold a phrase; ``names`` are the words of all names."""
    for cue in cues:
        for part in [part for part in parts if cue in part]:
            if _holds(part, names):
                return True
            # a name, which "meet" alone may stand before, was looked for above
            if not needs_a_name(cue) and (not needs_company(cue) or _holds(part, _BESIDE)):
                return True
    return False


def _may_tell(subject: str, parts: list[str], names: _Names) -> bool:
    """Whether a text that names two or more may bring them together without a cue.

    ``parts`` are those that hold a name, ``names`` the words of each one.
    """
    if _holds(subject, _ANNOUNCING):
        return True
    if sum(sum(part.count(word) for part in parts for word in own) > 1 for own in names) > 1:
        return True
    if sum(any(_is_in_turn(part, own) for part in parts) for own in names) > 1:
        return True
    together = (part for part in parts if sum(_holds(part, own) for own in names) > 1)
    return any(_holds(part, _SHOWING) for part in together)


def _is_in_turn(part: str, names: list[str]) -> bool:
    """Whether a name stands at the beginning of a sentence or of a part of it."""
    for name in names:
        at = part.find(name)
        while at >= 0:
            before = part[:at].rstrip()
            if not before or before[-1] in _BEFORE_IN_TURN:
                return True
            at = part.find(name, at + 1)
    return False
