"""What files say, made fit for a sentence; and the day to phone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.outreach.speaking import (
    CALL_AFTER,
    CALL_AFTER_LETTER,
    call_day,
    first_name,
    long_day,
    spoken_field,
    spoken_name,
    spoken_place,
    spoken_title,
    with_article,
)
from netgraph.outreach.standpoints import is_senior


@settings(max_examples=100, deadline=None)
@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.booleans())
def test_the_day_to_phone_is_in_the_middle_of_a_week_and_leaves_time_to_read(today, by_letter):
    day = call_day(today, by_letter=by_letter)
    wait = CALL_AFTER_LETTER if by_letter else CALL_AFTER
    assert day - today >= timedelta(days=wait)
    assert day.strftime("%a") in {"Tue", "Wed", "Thu"}
    assert not (day.month == 12 and day.day >= 22)
    assert (day.month, day.day) != (1, 1)
    assert day - today <= timedelta(days=wait + 20)


def test_the_day_is_told_with_its_weekday():
    assert long_day(call_day(date(2026, 11, 24))) == "Tuesday, 1 December"
    assert long_day(call_day(date(2026, 12, 18))) == "Tuesday, 5 January"


@pytest.mark.parametrize(
    ("written", "name", "first"),
    [
        ("Maria Lopez", "Maria Lopez", "Maria"),
        ("Dr. Ångström-O'Neill", "Ångström-O'Neill", "Ångström-O'Neill"),
        ("王芳", "王芳", "王芳"),
        ("J. R. Hartley", "J R Hartley", "J R Hartley"),
        ("mail@example.org", "", ""),
        ("+1 555-0123", "", ""),
        ("<b>Eve</b>", "Eve", "Eve"),
        ("None", "", ""),
        ("Nan Fairbrother", "Nan Fairbrother", "Nan"),
        ("A" * 80, "", ""),
    ],
)
def test_a_name_is_spoken_or_it_is_a_blank(written, name, first):
    assert (spoken_name(written), first_name(written)) == (name, first)


def test_places_lose_their_legal_form_and_what_is_no_place_is_nothing():
    assert spoken_place("Brightwater Stores Ltd") == "Brightwater Stores"
    assert spoken_place("Nordwind Analytics, Inc.") == "Nordwind Analytics"
    assert spoken_place("Pell & Marsh") == "Pell & Marsh"
    assert [spoken_place(one) for one in ("{{ x }}", "null", "", "[Acme]")] == [""] * 4
    assert (spoken_field("Clean energy"), spoken_field("IT")) == ("clean energy", "IT")


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Operations manager", "operations manager"),
        ("Senior Data Engineer | Python | Cloud", "senior data engineer"),
        ("VP of Sales at Acme", "VP of sales"),
        ("Head of Data @ Acme", "head of data"),
        ("Founder & CEO, Acme", "founder & CEO"),
        ("🚀", ""),
    ],
)
def test_a_title_ends_where_the_headline_goes_on(written, title):
    assert spoken_title(written) == title


def test_the_article_fits_the_sound():
    nouns = ("planner", "operations manager", "HR adviser", "VP of sales", "university teacher")
    assert [with_article(one).split()[0] for one in nouns] == ["a", "an", "an", "a", "a"]


@pytest.mark.parametrize(
    ("title", "senior"),
    [
        ("Head of replenishment", True),
        ("Managing Director", True),
        ("Chief data officer", True),
        ("Finance partner", False),
        ("Talent partner", False),
        ("Executive assistant to the director", False),
        ("Assistant professor", False),
        ("Area manager", False),
        ("", False),
    ],
)
def test_who_is_senior_is_told_by_the_title(title, senior):
    assert is_senior(title) is senior
