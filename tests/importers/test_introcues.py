"""The quick looks before a text is read for introductions never pass over one."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from netgraph.importers._introductions import reading as introductions
from netgraph.importers._introductions import words as introwords
from netgraph.importers._introductions.cues import (
    cues_in,
    may_bring_together,
    may_copy,
    may_name_one,
    may_name_two,
    may_thank,
    words_in,
)
from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.text import MAX_CHARACTERS, fold, own_words

WREN = Mailbox("Wren Talbach", "wren@pine.example")
ILSE = Mailbox("Ilse Quandel", "ilse@nordwind.example")
ZOE = Mailbox("Żoë Łącka", "z.lacka@example.se")
PEOPLE = (ILSE, ZOE)

#: What parts a text into sentences, as it was first written.
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
QUOTED = re.compile(
    r"^[ \t\xa0]*(?:>|-{2,} ?\w|_{10,}|--[ \xa0]*$"
    r"|(?:on|am|le|el) .{4,120}(?:wrote|schrieb|ecrit|escribio).{0,60}:"
    r"|(?:from|von|de|gesendet|sent|envoye|enviado): )",
    re.IGNORECASE | re.MULTILINE,
)

PATTERNS = {
    "naming": introductions._NAMING_CUES.pattern,
    "pair cues": introductions._PAIR_CUES.pattern,
    "pair, en": introwords._PAIR_EN + introwords._PROMISED,
    "pair, de": introwords._PAIR_DE,
    "pair, fr": introwords._PAIR_FR,
    "pair, es": introwords._PAIR_ES,
}
PLAIN = st.characters(min_codepoint=32, max_codepoint=126, exclude_categories=["Lu"])
MAIL = st.text(
    st.sampled_from([*"abcmeityou .!?>-_:,;@01\n\n\t\r'=\xa0", "’", "ø", "É", "ı", "K"]),
    max_size=300,
)


def alternatives(pattern: str) -> list[str]:
    """The outermost alternatives of ``pattern``."""
    found, depth, start = [], 0, 0
    for at, letter in enumerate(pattern):
        if pattern[at - 1 : at] == "\\":
            continue
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            found.append(pattern[start:at])
            start = at + 1
    return [*found, pattern[start:]]


ALTERNATIVES = [
    alternative for pattern in PATTERNS.values() for alternative in alternatives(pattern)
]


def test_the_patterns_are_taken_apart_as_a_whole() -> None:
    assert len(ALTERNATIVES) > 90
    assert all("|".join(alternatives(p)) == p for p in PATTERNS.values())


#: Few of what ``from_regex`` draws for ``\b`` has a word's edge there.
EACH = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_every_phrase_holds_a_cue(alternative: str) -> None:
    @EACH
    @given(st.from_regex(re.compile(alternative, re.ASCII), alphabet=PLAIN))
    def holds(text: str) -> None:
        assume(re.search(alternative, text))
        cues = cues_in(words_in(text))
        assert cues
        assert may_bring_together(text, cues)

    holds()


@pytest.mark.parametrize("alternative", alternatives(introwords.COPIED.pattern))
def test_every_copy_is_seen(alternative: str) -> None:
    @EACH
    @given(st.from_regex(re.compile(alternative, re.ASCII), alphabet=PLAIN))
    def is_seen(text: str) -> None:
        assume(re.search(alternative, text))
        assert may_copy(text)

    is_seen()


@settings(max_examples=500, derandomize=True, deadline=None, database=None)
@given(st.text("@01 .;a\n", max_size=20))
def test_who_is_spoken_of_in_turn_is_found_as_at_first(text: str) -> None:
    expected = re.findall(r"(?:^|[.;:,!?-] )@(\d)", text)
    assert introductions._IN_TURN.findall(text) == expected


@pytest.mark.parametrize("alternative", alternatives(introductions._THANKS.pattern))
def test_every_thanks_are_seen(alternative: str) -> None:
    @EACH
    @given(st.from_regex(re.compile(alternative, re.ASCII), alphabet=PLAIN))
    def is_seen(text: str) -> None:
        assume(re.search(alternative, text))
        assert may_thank(text)

    is_seen()


@pytest.mark.parametrize("alternative", [a for a in ALTERNATIVES if "@" not in a])
def test_of_three_people_one_must_be_named(alternative: str) -> None:
    people = (*PEOPLE, Mailbox("Noor Saldana", "noor@example.org"))
    names = introductions._names_by_person(WREN, people)

    @EACH
    @given(st.from_regex(re.compile(alternative, re.ASCII), alphabet=PLAIN))
    def brings_nobody_together(text: str) -> None:
        assume(not may_name_one(text, people))
        assert introductions._brought_together(text, names) == ()
        cues = cues_in(words_in(text))
        assert introductions._told_otherwise("", [text], names, cues) == ()

    brings_nobody_together()


def test_a_cue_without_what_stands_beside_it_is_plain_talk() -> None:
    text = "we should meet before the end of the month, so let's talk."
    assert not may_bring_together(text, cues_in(words_in(text)))
    assert may_bring_together("ilse, meet noor.", ("meet",))


def test_plain_talk_holds_no_cue() -> None:
    text = fold("Thanks, the plan is fine. I will send you the meeting's minutes on Monday.")
    words = words_in(text)
    assert cues_in(words) == ()
    assert not may_name_two(text, words, PEOPLE)
    assert not may_thank(text)


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(MAIL, st.sampled_from(["ilse", "quandel", "żoë", "łącka", "lacka"]), MAIL)
def test_names_are_seen_as_the_patterns_see_them(before: str, name: str, after: str) -> None:
    text = fold(f"{before}{name}{after}")
    names = introductions._names_by_person(WREN, PEOPLE)
    named = introductions._named(text, names)
    marked = introductions._marks(introductions._marked(text, names), PEOPLE)
    if named or marked:
        assert may_name_one(text, PEOPLE)
    if len(named) > 1 or len(marked) > 1:
        assert may_name_two(text, words_in(text), PEOPLE)


@pytest.mark.parametrize("text", ["Żoë and Ilse", "Ilse, Łącka!", "quandel/ZOË Żoë", "@0 @1"])
def test_two_names_are_seen(text: str) -> None:
    text = fold(text)
    assert may_name_two(text, words_in(text), PEOPLE)


@settings(max_examples=500, derandomize=True, deadline=None, database=None)
@given(MAIL)
def test_sentences_end_where_they_always_did(text: str) -> None:
    text = fold(text)
    quoted = QUOTED.search(text)
    own = text[: quoted.start()] if quoted else text
    assert own_words(text) == own
    parts = [" ".join(part.split()) for part in SENTENCE_END.split(own)]
    assert introductions._sentences(text) == [part for part in parts if part]


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("yes.\n> no", "yes."),
        ("yes.\n--\nWren", "yes."),
        ("yes.\n--", "yes."),
        ("yes.\n -- no", "yes."),
        ("yes.\n--no", "yes."),
        ("yes.\n-no", "yes.\n-no"),
        ("yes.\n\xa0\ton monday ilse wrote:\nno", "yes."),
        ("from: ilse", ""),
        ("yes.\nfrom ilse", "yes.\nfrom ilse"),
    ],
)
def test_quotations_are_cut_off(text: str, own: str) -> None:
    assert own_words(text).rstrip() == own


def test_a_long_text_without_small_words_still_introduces() -> None:
    """No list of frequent words stands before the phrases any more, which lost this one."""
    filler = " ".join(["Rioverde crece mucho cada agosto"] * 20)
    text = fold(f"{filler}. Me gustaria conectaros: Ilse, Zoe.")[:MAX_CHARACTERS]
    assert introductions.introduced(WREN, PEOPLE, "", text)
