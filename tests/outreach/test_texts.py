"""The texts that modules say: a sentence for every case, and no slot that nobody fills."""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter
from typing import Any

import pytest

from netgraph.model import Did
from netgraph.outreach.texts import texts

#: What each subject's module fills in.
SLOTS = {
    "giving": {"field", "one", "other", "place"},
    "plan": {"again", "day", "times"},
    "prompts": set(),
    "quiet": {"circle", "day", "employer", "month", "place"},
    "reminders": {"day", "days", "did", "helped", "moved", "since", "what"},
}


def sentences(found: Any) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    else:
        for one in found.values() if isinstance(found, dict) else found:
            yield from sentences(one)


@pytest.mark.parametrize("subject", SLOTS)
def test_a_sentence_has_only_slots_that_are_filled(subject):
    for text in sentences(texts(subject)):
        slots = {name for _, name, _, _ in Formatter().parse(text) if name is not None}
        assert slots <= SLOTS[subject], text
        assert text == " ".join(text.split()) != ""


def test_whatever_was_done_begins_a_sentence():
    assert set(texts("reminders")["did"]) == {str(one) for one in Did}


def test_an_unknown_slot_is_an_error():
    with pytest.raises(KeyError):
        texts("reminders")["call"].format(day="2 Mar 2026")
