"""Introductions that happened: somebody brought two people together by mail.

Structure comes first (a person writes to two to five people), then a sentence that says so
and names them, in English, German, French or Spanish; where no sentence does, the text as a
whole may (both are spoken of in turn, and left alone with each other). A sentence that asks for an
introduction, presents a product or thanks for one is no introduction. It is better to miss
one than to invent one: the sentences are a small set, and there is no claim of completeness.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from netgraph.importers._introductions.cues import (
    MARK,
    WORD,
    may_bring_together,
    may_copy,
    may_thank,
    name_words,
)
from netgraph.importers._introductions.glance import cues_at_a_glance
from netgraph.importers._introductions.words import (
    COPIED,
    COUNTER,
    CROSSED,
    HANDED_OVER,
    LATER,
    PAIR,
    SHOWN,
    SUBJECT,
    TOLD,
)
from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.text import own_words

#: The mark at the beginning of a text, a sentence or a part of it; "@" first, to be found fast.
_IN_TURN = re.compile(r"@(?:(?<=[.;:,!?-] @)|(?<=^@))(\d)")
_REPEATED = re.compile(r"(@\d)(?: \1)+")
# written out, since a search for one of four letters is fast
_SENTENCE_END = re.compile(r"\.\s+|!\s+|\?\s+|\n\s*\n")
_BOTH = r"(?:the two of you|the both of you|you two|you both|you all|you)"
_TO_YOU = r"\b(?:euch|ihnen|dir|sie|dich)\b"

#: Words after which the name of a person addressed must stand; all text is lower case and
#: without accents.
_NAMING_CUES = re.compile(
    r"\bplease meet |\byou to meet |(?:^|[,:;!] )meet |\bintroduc(?:e|ing) |\bintro(?:duction)?: "
    r"|\bje (?:vous|te) presente "
    r"|\b(?:voudrais|voulais|veux|souhait\w+|aimerais) (?:vous|te) presenter "
    r"|\b(?:te|os|les|le) present(?:o|amos) a |\bpresentar(?:te|os|les|le) a "
)
#: Words that bring "you" together with somebody.
_PAIR_CUES = re.compile(
    rf"\bintroduc(?:e|ing) {_BOTH}\b|\bconnect(?:ing)? {_BOTH}(?: with| to| and|\b)"
    rf"|\bput(?:ting)? {_BOTH} in (?:touch|contact)\b"
    rf"|\b(?:mochte|darf|will|wollte|wurde)\b.{{0,60}}{_TO_YOU}.{{0,80}}"
    r"\b(?:vorstellen|bekannt ?machen|vernetzen|in kontakt bringen)\b"
    rf"|\bstelle (?:ich )?{_TO_YOU}.{{0,80}}\bvor(?=\s*(?:[.,;:!?]|$))"
    r"|\bbring\w* (?:euch|sie) (?:beide )?in kontakt\b"
    r"|\bje (?:vous|te) mets (?:tous |toutes )?(?:les deux )?en (?:contact|relation)\b"
    r"|\b(?:voudrais|voulais|veux|souhait\w+|aimerais) (?:vous|te) mettre en (?:contact|relation)\b"
    r"|\b(?:os|los|las|les) pongo en contacto\b"
    r"|\b(?:queria|quiero|gustaria|voy a) poner(?:os|los|les|te) en contacto\b"
)
#: Words that mean the two people addressed, without naming them.
_PAIR_WORDS = re.compile(
    r"\b(?:you two|two of you|you both|both of you|beiden?|einander|miteinander|les deux"
    r"|l'un a l'autre|los dos|las dos|ambos)\b"
)
_THINGS = r"(?:the|an?|our|your|this|these|that|some|it)"
_CHOSES = r"(?:mes|nos|notre|le|la|les|un|une|ci-joint|toutes)\b|l'"
_COUNTER_CUES = re.compile(
    r"\b(?:could|can|would|will|might) you\b|\bintroduce (?:me|us|myself|yourself)\b"
    r"|\b(?:nice|good|great|lovely|glad|pleased) to meet|\bmeetup"
    r"|\b(?:google|zoom|(?<!you )to) meet\b"
    r"|\b(?:can|could|shall|should|let's|lets|may|when|where) (?:we|i|you) meet"
    r"|\bmeet (?:me|us|up|with|him|her|them|here|there)\b"
    r"|\bmeet \w+(?: and \w+)? (?:at|on|in|for|by|near|before|after|today|tomorrow|next)\b"
    rf"|\b(?:introduc|connect)\w* {_BOTH} (?:to|with) {_THINGS}\b"
    rf"|\bin (?:touch|contact) with {_THINGS}\b"
    r"|\bthank|\bdanke|\bmerci\b|\bgracias\b|\bhabe? (?:dich|euch|sie) .{0,40}vorgest"
    r"|\b(?:kannst|konntest|konnten|konnen|wurden|wurdest) (?:sie|du|ihr)\b|\bmich (?:\w+ )?vorst"
    rf"|\b(?:sich|uns) vorstell|{_TO_YOU} (?:\w+ )?(?:das|die|den|ein\w*|unser\w*)\b.{{0,80}}\bvor"
    rf"|\bpourri(?:ez|ais)|\bpeux-tu|\bpouvez\b|\bme presente|\bpresenter? (?:{_CHOSES})"
    rf"|\ben (?:contact|relation) avec (?:{_CHOSES})|\bpodri(?:a|as|ais)\b|\bpuedes\b|\bpodeis\b"
    r"|\bcontacto con (?:nosotros|el|la|los|las|nuestr)|\bavant de|\bantes de"
    r"|\b(?:before|if|in case|when) i (?:introduce|connect|put)|\bdidn't|\bnever\b"
)
_THANKS = re.compile(
    r"\b(?:thanks|thank you|thx|many thanks)\b.{0,40}\b(?:intro(?:duction)?\b|introducing us"
    r"|connecting us|putting us in (?:touch|contact))"
    r"|\bdanke?\b.{0,40}\b(?:vorstellung|bekanntmachen|vernetz\w*|furs? vorstellen|den kontakt)"
    r"|\bmerci\b.{0,40}\b(?:mise en (?:relation|contact)|presentations?|nous avoir presente)"
    r"|\bgracias\b.{0,40}\b(?:presentacion|presentarnos|ponernos en contacto)"
)
_SUBJECT_PAIR = re.compile(r"<[-=]?>|\bintro(?:duction|ducing)?\b|\bvorstellung\b|\w x \w")


_Names = list[tuple[Mailbox, frozenset[str]]]


class Introduced(NamedTuple):
    """Who introduced whom; one person only when the other one is to be found by the caller."""

    introducer: Mailbox
    people: tuple[Mailbox, ...]


def introduced(
    sender: Mailbox, recipients: tuple[Mailbox, ...], subject: str, text: str
) -> Introduced | None:
    """The introduction that a message makes, or None.

    ``recipients`` are the people addressed; ``subject`` and ``text`` are folded (see `fold`).
    The people introduced are those the sentence (or the subject) names; both recipients when
    it speaks of "you two".
    """
    if len(recipients) < 2:
        return None
    is_paired = _SUBJECT_PAIR.search(subject) is not None
    cues = cues_at_a_glance(subject, text, recipients)
    if cues is None and not is_paired:
        return None
    names = _names_by_person(sender, recipients)
    in_subject = _named(subject, names) if is_paired else ()
    if len(in_subject) > 1 and not _COUNTER_CUES.search(subject):
        return Introduced(sender, in_subject)
    if cues is None:
        return None
    sentences = _sentences(text)
    for sentence in sentences if cues else ():
        if not may_bring_together(sentence, cues):
            continue
        people = _brought_together(sentence, names)
        if people and not _is_otherwise(_marked(sentence, names)):
            return Introduced(sender, people)
    people = _told_otherwise(subject, sentences, names, cues)
    return Introduced(sender, people) if people else None


def _is_otherwise(sentence: str) -> bool:
    """Whether a sentence asks, thanks, advertises or promises instead of introducing."""
    return COUNTER.search(sentence) is not None or LATER.search(sentence) is not None


def _told_otherwise(
    subject: str, sentences: list[str], names: _Names, cues: tuple[str, ...]
) -> tuple[Mailbox, ...]:
    """The people whom the text as a whole brings together, in words other than "introduce"."""
    everybody = tuple(mailbox for mailbox, _ in names)
    marks = _marks_of(" ".join(sentences), names)
    marked = [_with_marks(sentence, marks) for sentence in sentences]
    text = " ".join(marked)
    named = _marks(text, everybody)
    for sentence in marked:
        shown = SHOWN.search(sentence) if sentence.count("@") > 1 else None
        may_pair = bool(cues) and may_bring_together(sentence, cues)
        if not (shown or (may_pair and PAIR.search(sentence))) or _is_otherwise(sentence):
            continue
        here = _marks(shown[0] if shown else sentence, everybody)
        if len(here) < 2:
            here = everybody if len(everybody) == 2 else named
        return here if len(here) > 1 else ()
    if len(named) < 2:
        return ()
    crossed = CROSSED.search(text)
    if crossed:
        return _marks(crossed[0], everybody)
    # "Over to you both" ends many a mail; who introduces speaks of each of the two in turn.
    is_left = len(set(_IN_TURN.findall(text))) > 1
    is_left = is_left and any(HANDED_OVER.search(said) for said in marked if "@" not in said)
    is_told = may_copy(text) and TOLD.search(text) and COPIED.search(text)
    if is_left or is_told or _is_announced(subject, names):
        return () if any(COUNTER.search(sentence) for sentence in marked) else named
    return ()


def _is_announced(subject: str, names: _Names) -> bool:
    return SUBJECT.search(_marked(subject, names)) is not None


def _marked(sentence: str, names: _Names) -> str:
    """The sentence with a mark (``@0``) for each name of a person addressed."""
    return _with_marks(sentence, _marks_of(sentence, names))


def _marks_of(text: str, names: _Names) -> dict[str, str]:
    """The names in a text and the mark of each."""
    return {word: f"@{at}" for at, (_, own) in enumerate(names) for word in own if word in text}


def _with_marks(sentence: str, marks: dict[str, str]) -> str:
    for word in marks:
        if word in sentence:
            sentence = WORD.sub(lambda match: marks.get(match[0], match[0]), sentence)
            break
    return _REPEATED.sub(r"\1", sentence) if "@" in sentence else sentence


def _marks(text: str, everybody: tuple[Mailbox, ...]) -> tuple[Mailbox, ...]:
    found = {int(mark) for mark in MARK.findall(text)}
    return tuple(mailbox for at, mailbox in enumerate(everybody) if at in found)


def _sentences(text: str) -> list[str]:
    """The sender's own sentences, each on one line."""
    text = own_words(text)
    parts, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        # what ends a sentence stays with it
        parts.append(text[start : end.start() + (text[end.start()] != "\n")])
        start = end.end()
    lines = (" ".join(part.split()) for part in (*parts, text[start:]))
    return [line for line in lines if line]


def _brought_together(sentence: str, names: _Names) -> tuple[Mailbox, ...]:
    """The people whom a sentence makes acquainted; only one when the other is not named."""
    naming = _NAMING_CUES.search(sentence)
    pair = _PAIR_CUES.search(sentence)
    cue = naming if naming and _named(_next_words(sentence, naming.end()), names) else pair
    if cue is None or _COUNTER_CUES.search(sentence):
        return ()
    named = _named(sentence, names)
    if len(named) > 1:
        return named
    everybody = tuple(mailbox for mailbox, _ in names)
    if len(everybody) == 2 and pair and _PAIR_WORDS.search(sentence):
        return everybody
    # "Ilse, introduce Bob to the team" names Ilse before the cue, and Bob is not addressed.
    after = _named(sentence[cue.start() :], names)
    if not after or after == _named(sentence[: cue.start()], names):
        return ()
    return everybody if len(everybody) == 2 else named


def _next_words(sentence: str, position: int) -> str:
    """The few words after a cue: "my dear friend Ilse"."""
    following = re.split(r"[,.;:!?]| to (?!you)", sentence[position:], maxsplit=1)[0]
    return " ".join(following.split()[:5])


def confirmed(
    sender: Mailbox,
    recipients: tuple[Mailbox, ...],
    everybody: tuple[Mailbox, ...],
    text: str,
) -> Introduced | None:
    """The introduction that a reply gives thanks for, or None.

    The introducer is the one among ``everybody`` (To, Cc and Bcc) whom the thanks name; the
    introduced are the sender and the one other person addressed.
    """
    if not may_thank(text):
        return None
    for sentence in _sentences(text):
        if _THANKS.search(sentence):
            thanked = _named(sentence, _names_by_person(sender, everybody))
            others = tuple(m for m in recipients if m not in thanked)
            if len(thanked) == 1 and len(others) == 1:
                return Introduced(thanked[0], (sender, others[0]))
    return None


def _names_by_person(sender: Mailbox, recipients: tuple[Mailbox, ...]) -> _Names:
    """For each recipient the words that name nobody else, from display name and address."""
    words = [name_words(mailbox) for mailbox in (sender, *recipients)]
    count = Counter(word for own in words for word in own)
    return [
        (mailbox, frozenset(word for word in own if count[word] == 1))
        for mailbox, own in zip(recipients, words[1:], strict=True)
    ]


def _named(text: str, names: _Names) -> tuple[Mailbox, ...]:
    words = frozenset(WORD.findall(text))
    return tuple(mailbox for mailbox, own in names if not own.isdisjoint(words))
