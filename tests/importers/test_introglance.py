"""A glance at a text never passes over what reading it at length would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgraph.importers._introductions import reading as introductions
from netgraph.importers._introductions import words as introwords
from netgraph.importers._introductions.cues import cues_in, words_in
from netgraph.importers._introductions.glance import cues_at_a_glance
from netgraph.importers._mail.addresses import Mailbox
from netgraph.importers._mail.text import fold
from tests.importers.test_introcues import ALTERNATIVES, alternatives

WREN = Mailbox("Wren Talbach", "wren@pine.example")
ILSE = Mailbox("Ilse Quandel", "ilse@nordwind.example")
ZOE = Mailbox("Żoë Łącka", "z.lacka@example.se")
NOOR = Mailbox("Noor Saldana", "noor@example.org")
TOBIN = Mailbox("Quandel, Tobin", "person7@orbit.example")
CROWDS = [(ILSE, ZOE), (ILSE, ZOE, NOOR), (ILSE, NOOR, TOBIN), (ZOE, NOOR, ILSE, TOBIN)]
SUBJECTS = ["", "ilse <> noor", "intro: zoe", "vorstellung", "lunch on friday", "meet noor"]
TALK = [
    "hi ilse,",
    "",
    "",
    "hi ilse and noor,",
    "",
    "",
    "dear żoë,",
    "we should meet before the end of the month.",
    "ilse, noor: noor, ilse.",
    "thank you for sending it",
    "please meet",
    "you will like her!",
    "noor is in copy",
    "you two should talk",
    "as i told you about ilse,",
    "quandel and saldana",
    "i'll bow out",
    "over to you both.",
    "this is noor",
    "?",
    "",
    "",
    "",
    "> on monday ilse wrote:",
    "meet noor",
    "> quoted",
    "mr. quandel",
    "each of them",
]
HANDED = [
    *alternatives(introwords.HANDED_OVER.pattern),
    *alternatives(introwords.COPIED.pattern),
    *alternatives(introwords.TOLD.pattern),
    introwords.SHOWN.pattern,
    introwords.CROSSED.pattern,
]


def at_length(_subject: str, text: str, _people: tuple[Mailbox, ...]) -> tuple[str, ...]:
    """The cues of a text, every one of which is read at length."""
    return cues_in(words_in(text))


def both_ways(people: tuple[Mailbox, ...], subject: str, text: str) -> tuple[object, object]:
    """What is found after a glance, and what without one."""
    quick = introductions.introduced(WREN, people, subject, text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(introductions, "cues_at_a_glance", at_length)
        return quick, introductions.introduced(WREN, people, subject, text)


MANY = settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
PLAIN = st.characters(min_codepoint=32, max_codepoint=126, exclude_categories=["Lu"])
NAMED = {"@0": "ilse", "@1": "noor", "@2": "żoë"}


@pytest.mark.parametrize("pattern", [*ALTERNATIVES, *HANDED])
def test_no_phrase_is_passed_over(pattern: str) -> None:
    @MANY
    @given(
        st.lists(st.sampled_from(TALK), max_size=3),
        st.from_regex(re.compile(pattern, re.ASCII), alphabet=PLAIN),
        st.lists(st.sampled_from(TALK), max_size=3),
        st.sampled_from([" ", ". ", "\n", ", ", ".\n", "\n\n"]),
        st.sampled_from(CROWDS),
        st.sampled_from(SUBJECTS),
    )
    def is_seen(before, phrase, after, between, people, subject) -> None:  # type: ignore[no-untyped-def]
        said = re.sub(r"@[012]", lambda mark: NAMED[mark[0]], phrase)
        text = fold(between.join([*before, said, *after]))
        quick, slow = both_ways(people, subject, text)
        assert quick == slow

    is_seen()


@settings(max_examples=800, derandomize=True, deadline=None, database=None)
@given(
    st.lists(st.sampled_from(TALK), max_size=12),
    st.sampled_from([" ", ". ", "\n", ", ", ".\n", "\n\n", "! ", " \n \n"]),
    st.sampled_from(CROWDS),
    st.sampled_from(SUBJECTS),
)
def test_talk_gives_the_same_at_a_glance(
    talk: list[str], between: str, people: tuple[Mailbox, ...], subject: str
) -> None:
    quick, slow = both_ways(people, subject, fold(between.join(talk)))
    assert quick == slow


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("", "ilse, this is noor from the choir."),
        ("", "ilse, noor; noor, ilse."),
        ("", "ilse: the looms are yours. noor wants to weave, noor: ask her. i'll bow out."),
        ("", "remember the friend i mentioned? that was ilse. noor is cc'd now."),
        ("", "for weaving, ilse has looms, noor has wool. i'll bow out."),
        ("", "so ilse noor/noor ilse"),
        ("mise en relation", "chers ilse et noor, a bientot."),
    ],
)
@pytest.mark.parametrize("people", [(ILSE, NOOR), (ILSE, NOOR, TOBIN)])
def test_two_who_are_named_need_no_cue(
    people: tuple[Mailbox, ...], subject: str, text: str
) -> None:
    assert cues_in(words_in(text)) == ()
    quick, slow = both_ways(people, subject, text)
    assert quick == slow == introductions.Introduced(WREN, (ILSE, NOOR))


@pytest.mark.parametrize("people", [(ILSE, NOOR), (ILSE, NOOR, TOBIN)])
def test_plain_talk_to_two_is_not_read_at_length(people: tuple[Mailbox, ...]) -> None:
    text = "hi ilse and noor,\n\nthank you for sending the draft.\nwe should meet before monday."
    assert cues_at_a_glance("plan 7", text, people) is None
