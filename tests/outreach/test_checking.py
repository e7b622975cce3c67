"""What `netgraph check` finds in messages as people write them, and what it leaves alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from netgraph.outreach.checking import check
from netgraph.outreach.texts import texts

LABELLED = tomllib.loads(
    (Path(__file__).parent / "labelled_messages.toml").read_text(encoding="utf-8")
)
MESSAGES = [*LABELLED["dev"], *LABELLED.get("held_out", [])]
BAD = [one for one in MESSAGES if one["expects"]]
GOOD = [one["text"] for one in MESSAGES if not one["expects"]]


@pytest.mark.parametrize("message", BAD, ids=lambda one: one["text"][:40])
def test_what_burdens_is_named_as_written(message):
    found = [one.phrase for one in check(message["text"])]
    for phrase in message["expects"]:
        if phrase:
            assert any(phrase.casefold() in one.casefold() for one in found), (phrase, found)
        else:
            assert "" in found


@pytest.mark.parametrize("text", GOOD, ids=lambda text: text[:40])
def test_a_good_message_is_left_alone(text):
    assert [one.phrase for one in check(text)] == []


@pytest.mark.parametrize("sentence", LABELLED["burden"])
def test_a_sentence_that_burdens_is_found_in_a_good_message(sentence):
    found = check(f"{GOOD[4]} {sentence}")
    assert found
    assert all(one.phrase.casefold() in f"{GOOD[4]} {sentence}".casefold() for one in found)


@pytest.mark.parametrize("sentence", LABELLED["harmless"])
def test_a_harmless_sentence_is_left_alone(sentence):
    assert check(f"{GOOD[4]} {sentence}") == ()


def test_the_phrase_is_as_written_though_it_is_found_in_other_letters():
    [one] = [
        f
        for f in check("Could I  Pick\nYOUR Brain on how you hire? I want to learn it.")
        if f.phrase
    ]
    assert one.phrase == "Pick YOUR Brain"
    curly = check("Hi Ann, I’m writing because I’d like to ask whether you’re currently hiring.")
    assert [f.phrase for f in curly] == ["whether you’re currently hiring"]


def test_every_finding_has_a_reason_and_a_better_way():
    for message in BAD:
        for one in check(message["text"]):
            assert one.why.endswith(".")
            assert len(one.better) > len("Keep it short.")


@pytest.mark.parametrize("text", ["", " \n\t", "—", "> Hi Ann, any thoughts?\n"])
def test_an_empty_message_is_the_only_thing_found(text):
    assert [(f.phrase, f.why) for f in check(text)] == [("", "There is nothing to read.")]


def test_what_is_quoted_or_below_a_signature_mark_is_not_mine():
    text = GOOD[0] + "\n> Any thoughts? My CV is attached.\n-- \nOpen to any openings!!\n"
    assert check(text) == ()


def test_a_long_message_is_counted():
    text = GOOD[0] + " This is one more sentence about the work." * 20
    assert [f.phrase for f in check(text)] == [f"{len(text.split())} words"]


def test_the_parts_below_a_line_of_dashes_need_no_request_of_their_own():
    assert check(GOOD[0] + "\n────\nGood morning, this is Noor.\n") == ()
    assert [f.phrase for f in check(GOOD[0] + "\n---\nMy CV is attached.")] == ["CV is attached"]


@pytest.mark.parametrize(
    ("said", "phrase"),
    [
        ("Please find my CV attached.", "CV attached"),
        ("Please find my CV and cover letter attached.", "CV and cover letter attached"),
        ("You will see my updated CV enclosed.", "CV enclosed"),
        ("Please find attached my CV.", "find attached my CV"),
        ("You will find my CV on my page.", "find my CV"),
    ],
)
def test_an_attached_cv_is_told_by_the_words_that_say_so(said, phrase):
    assert [f.phrase for f in check(f"{GOOD[0]}\n{said}")] == [phrase]


def test_the_same_phrase_is_told_once():
    text = GOOD[0] + " Keep me in mind. Keep me in mind. keep me in mind."
    assert [f.phrase for f in check(text)] == ["Keep me in mind"]


@pytest.mark.parametrize(
    "text",
    ["I am not asking for a job", "without attaching my CV", "I do not expect any openings"],
)
def test_what_is_denied_is_no_request(text):
    assert check(f"{GOOD[0]} {text}.") == ()


def test_what_is_only_doubted_is_a_request():
    assert check(f"{GOOD[0]} I'm not sure if you are hiring.")[0].phrase == "if you are hiring"


def test_every_phrase_of_the_table_finds_something_in_the_labelled_messages():
    every = [(f["why"], f) for f in texts("checks")["phrases"]]
    found = {one.why for message in BAD for one in check(message["text"])}
    assert [why for why, _ in every if why not in found] == []
