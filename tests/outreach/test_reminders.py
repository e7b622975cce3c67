"""What is due follows from the log, and ends when the user notes what they did."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.model import Did, Outcome
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.reminders import Kind, reminders
from tests.outreach.days import KNOWN, every, line, log_of, on


def due(book: Logbook, *kinds: Kind) -> list[tuple[str, str, int]]:
    """(kind, person, days after the start), all or those of ``kinds``."""
    found = reminders(book, KNOWN)
    return [
        (r.kind.name, r.person, (r.day - on(0)).days) for r in found if r.kind in (kinds or Kind)
    ]


def test_thanks_are_due_within_a_day_of_help_even_when_the_news_is_bad():
    for did, outcome in (("met", ""), ("introduced", ""), ("answered", "no"), ("called", "yes")):
        helped = line("ann", did, 0, outcome=outcome)
        assert due(log_of(helped), Kind.THANK) == [("THANK", "ann", 1)], did
        assert not due(log_of(helped, line("ann", "thanked", 0)), Kind.THANK)
        assert due(log_of(line("ann", "thanked", 0), helped), Kind.THANK)
    (bad,) = reminders(log_of(line("ann", "answered", 0, outcome="no")), {})
    assert bad.why == "Say thank you for the answer on 1 Mar 2026, although it was no."
    for did, outcome in (("asked", ""), ("called", ""), ("answered", "none"), ("gave", "yes")):
        assert not due(log_of(line("ann", did, 0, outcome=outcome)), Kind.THANK), did


def test_one_thank_you_for_all_since_the_last():
    book = log_of(
        line("ann", "met", 0),
        line("ann", "thanked", 1),
        line("ann", "met", 5),
        line("ann", "introduced", 7),
    )
    (thanks,) = [one for one in reminders(book, KNOWN) if one.kind is Kind.THANK]
    assert thanks.day == on(6)
    assert (
        thanks.why
        == "Say thank you for the meeting on 6 Mar 2026 and the introduction on 8 Mar 2026."
    )


def test_a_call_follows_a_letter_on_the_day_noted_or_after_a_week():
    asked = line("ann", "asked", 0, about="Nord")
    assert due(log_of(asked)) == [("FOLLOW_UP", "ann", 7)]
    assert due(log_of(line("ann", "asked", 0, about="Nord", then=3))) == [("FOLLOW_UP", "ann", 3)]
    assert due(log_of(line("ann", "wrote", 0, about="Nord"))) == [("FOLLOW_UP", "ann", 7)]
    assert due(log_of(line("ann", "wrote", 0))) == [], "a letter that asks for nothing"
    assert due(log_of(asked, line("ann", "called", 8, about="Acme"))) == [("FOLLOW_UP", "ann", 7)]


def test_what_stays_open_after_the_call_may_rest_after_a_month():
    asked, called = line("ann", "asked", 0, about="Nord"), line("ann", "called", 8)
    assert due(log_of(asked, called)) == [("FOLLOW_UP", "ann", 38)]
    assert due(log_of(asked, called, line("ann", "answered", 9, outcome="none"))) == []
    later = line("ann", "answered", 9, outcome="later")
    assert due(log_of(asked, called, later), Kind.FOLLOW_UP) == [("FOLLOW_UP", "ann", 99)]
    promised = line("ann", "answered", 9, outcome="later", then=20)
    assert due(log_of(asked, called, promised), Kind.FOLLOW_UP) == [("FOLLOW_UP", "ann", 20)]
    assert due(log_of(called)) == [], "a call about nothing in particular"


def test_everybody_who_helped_hears_when_it_moved():
    book = log_of(
        line("ann", "answered", 0, outcome="yes", about="Nord"),
        line("bob", "met", 2, about="nord"),
        line("cleo", "met", 4, about="Acme"),
        line("dan", "introduced", 10, about="Nord"),
    )
    assert due(book, Kind.TELL) == [("TELL", "ann", 13), ("TELL", "bob", 13)]
    told = log_of(*book.entries, line("ann", "called", 11))
    assert due(told, Kind.TELL) == [("TELL", "bob", 13)]
    assert due(log_of(line("ann", "met", 0, about="Nord")), Kind.TELL) == []


def test_leave_to_stay_in_touch_is_asked_once_and_not_of_those_who_are_close():
    book = log_of(line("ann", "met", 0), line("cleo", "met", 0))
    assert due(book, Kind.PERMISSION) == [("PERMISSION", "ann", 7)]
    for days in (0, 90):
        answered = log_of(line("ann", "met", 0), rhythms=(every("ann", days, 1),))
        assert due(answered, Kind.PERMISSION) == []


def test_a_sign_of_life_counts_from_the_last_contact():
    said = every("dan", 90, 0)
    assert due(log_of(rhythms=(said,))) == [("KEEP", "dan", 0)], "long past: the day it was said"
    assert due(log_of(line("dan", "wrote", 10), rhythms=(said,))) == [("KEEP", "dan", 100)]
    assert due(log_of(rhythms=(every("ann", 30, 2),))) == [("KEEP", "ann", 32)]
    assert due(log_of(rhythms=(said, every("dan", 0, 5)))) == []


def test_who_is_left_out_is_only_thanked():
    book = log_of(
        line("ivo", "asked", 0, about="Nord", then=3),
        line("ivo", "met", 1, about="Nord"),
        line("ann", "met", 5, about="Nord"),
        rhythms=(every("ivo", 30, 0),),
    )
    found = [one for one in reminders(book, KNOWN) if one.person == "ivo"]
    assert [(one.kind, one.name) for one in found] == [(Kind.THANK, "Ivo")]


def test_a_matter_keeps_its_mark_whatever_day_it_is_due():
    first = log_of(line("ann", "met", 0), line("ann", "asked", 2), rhythms=(every("bob", 30, 0),))
    then = log_of(*first.entries, line("bob", "wrote", 9), rhythms=first.rhythms)
    marks = [{one.uid: one.day for one in reminders(book, KNOWN)} for book in (first, then)]
    assert marks[0].keys() == marks[1].keys()
    assert marks[0] != marks[1]
    assert len(marks[0]) == len(reminders(first, KNOWN))


LINES = st.builds(
    line,
    st.sampled_from(["ann", "bob", "cleo", "nobody"]),
    st.sampled_from([str(did) for did in Did]),
    st.integers(0, 40),
    outcome=st.sampled_from(["", *map(str, Outcome)]),
    about=st.sampled_from(["", "Nord", "Acme"]),
)


@given(st.lists(LINES, max_size=12))
@settings(max_examples=60, deadline=None)
def test_every_reminder_is_one_matter_and_thanking_ends_all_thanks(lines):
    book = log_of(*lines)
    found = reminders(book, KNOWN)
    assert len({one.uid for one in found}) == len(found)
    assert [one.day for one in found] == sorted(one.day for one in found)
    thanked = log_of(*lines, *(line(who, "thanked", 41) for who in (*KNOWN, "nobody")))
    assert not due(thanked, Kind.THANK)
    for one in found:
        assert not any(
            name.casefold() in one.why.casefold().split() for name in ("ann", "bob", "cleo")
        )
