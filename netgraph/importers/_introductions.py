"""Introductions that happened: somebody brought two people together by mail.

Structure comes first (a person writes to two to five people), then a sentence that says so
and names them, in English, German, French or Spanish. A sentence that asks for an
introduction, presents a product or thanks for one is no introduction. It is better to miss
one than to invent one: the sentences are a small set, and there is no claim of completeness.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from netgraph.importers._mailaddresses import Mailbox
from netgraph.importers._mailtext import fold, own_words

_MIN_NAME = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_PAIR = r"(?:you|the|both of|all)? ?(?:two of you|you two|you both|you all|two|both)"

#: Sentences that bring people together; all text is lower case and without accents.
_CUES = re.compile(
    r"\bplease meet\b|(?:^|[,:;!] |\n)meet \w"
    r"|\bintroduc(?:e|ing) (?:you\b|the two of you|(?!me\b|my|us\b|our|a\b|an\b|the\b|new\b)\w)"
    r"|\b(?:e-?|virtual )?intro(?:duction)?:? \w+ (?:<-?>|/|&|and|to|x) \w"
    rf"|\b(?:connect(?:ing)?|link(?:ing)?) (?:you (?:with|to|and)\b|{_PAIR}\b)"
    rf"|\bput(?:ting)? (?:you|{_PAIR}) (?:both |two )?in (?:touch|contact)\b"
    r"|\b(?:stelle|mochte|darf|will|wollte)\b.{0,60}\b(?:euch|ihnen|dir|sie|dich)\b.{0,80}"
    r"\b(?:vor(?:stellen)?|bekannt ?machen|vernetzen|in kontakt bringen)\b"
    r"|\bstelle (?:euch|ihnen|dir|sie|dich)\b"
    r"|\bbring\w* (?:euch|sie) (?:beide )?(?:in kontakt|zusam)"
    r"|\bje (?:vous|te) (?:presente|mets (?:tous |toutes )?(?:les deux )?en (?:contact|relation))"
    r"|\b(?:vous|te) (?:presenter|mettre en (?:contact|relation))\b"
    r"|\b(?:te|os|les|le) present(?:o|amos) a\b|\bpresentar(?:te|os|les|le) a\b"
    r"|\b(?:os|los|las|les) pong?o en contacto\b|\bponer(?:os|los|les) en contacto\b"
)
_PAIR_WORDS = re.compile(
    r"\b(?:you two|two of you|you both|both of you|beide[n]?|einander|miteinander|les deux"
    r"|l'un a l'autre|en contact|en relation|en contacto|in touch|in contact|in kontakt)\b"
)
_COUNTER_CUES = re.compile(
    r"\b(?:could|can|would|will|might) you\b|\bintroduce (?:me|us|myself|yourself)\b"
    r"|\b(?:nice|good|great|lovely|glad|pleased) to meet|\b(?:google|zoom|to) meet\b|\bmeetup"
    r"|\b(?:can|could|shall|should|let's|lets|may|when|where) (?:we|i|you) meet"
    r"|\bthank|\bthanks\b|\bdanke|\bmerci\b|\bgracias\b|\bintroducing (?:our|the|a|new)\b"
    r"|\b(?:kannst|konntest|konnten|konnen|wurden|wurdest) (?:sie|du|ihr)\b|\bmich (?:\w+ )?vorst"
    r"|\b(?:sich|uns) vorstell|\bvorstellungs|\bpourri(?:ez|ais)|\bpeux-tu|\bpouvez-vous"
    r"|\bme presente|\bpodri(?:a|as|ais)\b|\bpuedes\b|\bpresento (?:mi|nuestr|el|la)\b"
    r"|\b(?:before|if|in case) i introduce|\bdidn't|\bnever\b|\bavant de"
)
_THANKS = re.compile(
    r"\b(?:thanks|thank you|thx|many thanks)\b.{0,40}\b(?:intro(?:duction)?\b|introducing us"
    r"|connecting us|putting us in (?:touch|contact))"
    r"|\bdanke?\b.{0,40}\b(?:vorstellung|bekanntmachen|vernetz\w*|furs? vorstellen|den kontakt)"
    r"|\bmerci\b.{0,40}\b(?:mise en (?:relation|contact)|presentations?|nous avoir presente)"
    r"|\bgracias\b.{0,40}\b(?:presentacion|presentarnos|ponernos en contacto)"
)
_SUBJECT_PAIR = re.compile(
    r"<-?>|<=>|\bintro(?:duction|ducing|s)?\b|\bvorstellung\b|\bx\b|\bmeet\b"
)
#: Quick look before the patterns are asked; every cue above holds one of these.
_KEYWORDS = (
    "meet", "intro", "connect", "link", "touch", "contact", "kontakt", "stell", "bekannt",
    "vernetz", "zusam", "present", "relation",
)  # fmt: skip
_THANK_WORDS = ("thank", "thx", "dank", "merci", "gracias")


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
    if len(recipients) < 2 or not any(word in text or word in subject for word in _KEYWORDS):
        return None
    names = _names_by_person(sender, recipients)
    in_subject = _named(subject, names)
    if len(in_subject) > 1 and _SUBJECT_PAIR.search(subject) and not _COUNTER_CUES.search(subject):
        return Introduced(sender, in_subject)
    for sentence in _SENTENCE_END.split(own_words(text)):
        if not _CUES.search(sentence) or _COUNTER_CUES.search(sentence):
            continue
        named = _named(sentence, names)
        if len(named) > 1:
            return Introduced(sender, named)
        if len(recipients) == 2 and (named or _PAIR_WORDS.search(sentence)):
            return Introduced(sender, recipients)
        if named:
            return Introduced(sender, named)
    return None


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
    if not any(word in text for word in _THANK_WORDS):
        return None
    for sentence in _SENTENCE_END.split(own_words(text)):
        if _THANKS.search(sentence):
            thanked = _named(sentence, _names_by_person(sender, everybody))
            others = tuple(m for m in recipients if m not in thanked)
            if len(thanked) == 1 and len(others) == 1:
                return Introduced(thanked[0], (sender, others[0]))
    return None


def _names_by_person(
    sender: Mailbox, recipients: tuple[Mailbox, ...]
) -> list[tuple[Mailbox, frozenset[str]]]:
    """For each recipient the words that name nobody else, from display name and address."""
    words = [_name_words(mailbox) for mailbox in (sender, *recipients)]
    count = Counter(word for own in words for word in own)
    return [
        (mailbox, frozenset(word for word in own if count[word] == 1))
        for mailbox, own in zip(recipients, words[1:], strict=True)
    ]


def _name_words(mailbox: Mailbox) -> frozenset[str]:
    local = mailbox.address.partition("@")[0]
    return frozenset(_WORD.findall(fold(f"{mailbox.name} {local}")))


def _named(text: str, names: list[tuple[Mailbox, frozenset[str]]]) -> tuple[Mailbox, ...]:
    words = frozenset(_WORD.findall(text))
    return tuple(mailbox for mailbox, own in names if not own.isdisjoint(words))
