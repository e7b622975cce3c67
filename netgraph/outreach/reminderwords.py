"""The sentences of `reminders`, all in one place; none holds a name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netgraph.graph.wording import counted, day, listed
from netgraph.model import Did, LogEntry, Outcome

PERMISSION = "They helped you. Ask whether you may stay in touch, and how often they like it."
_FOR = {Did.MET: "the meeting", Did.INTRODUCED: "the introduction", Did.ANSWERED: "the answer"}
_AFTER = {
    Did.ASKED: "You asked",
    Did.WROTE: "You wrote",
    Did.CALLED: "You spoke on the phone",
    Did.MET: "You met",
    Did.INTRODUCED: "They introduced you to somebody",
    Did.ANSWERED: "They answered",
    Did.THANKED: "You said thank you",
    Did.GAVE: "You did something for them",
}
#: Of many things to say thank you for so many are named.
_NAMED = 3


def thanks(owed: Sequence[LogEntry]) -> str:
    """For what to say thank you."""
    latest = [f"{_FOR.get(one.did, 'the answer')} on {day(one.on)}" for one in owed[-_NAMED:]]
    bad = all(one.outcome is Outcome.NO for one in owed)
    return f"Say thank you for {listed(latest)}{', although it was no' if bad else ''}."


def as_noted(one: LogEntry) -> str:
    """The next step that a line promised."""
    if one.outcome is Outcome.LATER:
        return f"They said later on {day(one.on)}; this is the day you noted."
    if one.did in {Did.ASKED, Did.WROTE}:
        return f"Phone, as you noted. {_AFTER[one.did]} on {day(one.on)}."
    return f"The next step you noted. {_AFTER[one.did]} on {day(one.on)}."


def phone(one: LogEntry) -> str:
    """That a call should follow a letter."""
    since = f"{_AFTER[one.did]} on {day(one.on)}, and nothing is noted since"
    return f"{since}: a short call is kinder than another message."


def ask_again(one: LogEntry) -> str:
    """That somebody said later."""
    return f"They said later on {day(one.on)}. Is now a better time?"


def let_rest(one: LogEntry) -> str:
    """That an ask may rest."""
    since = f"{_AFTER[one.did]} on {day(one.on)}, and what you asked is still open"
    return f"{since}. Try once more, or note that no answer came and let it rest."


def tell(helped: LogEntry, moved: LogEntry) -> str:
    """That somebody who helped is to hear what came of it."""
    went_on = f"They helped you on {day(helped.on)}, and on {day(moved.on)} it went on"
    return f"{went_on}: tell them, they will be glad to know."


def keep(every: int, last: date | None) -> str:
    """That it is time for a sign of life."""
    since = f"last in touch on {day(last)}" if last else "no contact is noted yet"
    often = "Every day" if every == 1 else f"Every {counted(every, 'day')}"
    return f"{often}, as you wished; {since}. A sign of life, without a request."
