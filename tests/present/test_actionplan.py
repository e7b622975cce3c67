"""The career action plan: what it tells, and that a redacted copy names nobody."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html import unescape

import pytest

from netgraph.analyse.positions import Positions
from netgraph.analyse.reach import reach
from netgraph.model import Person
from netgraph.outreach.acquainted import acquainted
from netgraph.outreach.plan import Limits, plan
from netgraph.outreach.promises import Promises, State, promises
from netgraph.outreach.reminders import reminders
from netgraph.present.actionplan import action_plan
from tests.graph.builders import NOW, member, network, tie
from tests.outreach.days import line, log_of, on

TODAY = NOW.date()
BACK = (TODAY - on(0)).days
HOSTILE = "<script>alert(1)</script>"
PEOPLE = [
    Person("me", "Noor Saldana", ("Noor Saldana",), is_me=True),
    Person("ann", "Annabel Marsh", ("Annabel Marsh",)),
    Person("bob", HOSTILE, (HOSTILE,)),
]
BOOK = log_of(
    line("ann", "met", BACK - 10, about="Nord"),
    line("bob", "answered", BACK - 20, outcome="no", about="Elsewhere"),
    line("bob", "thanked", BACK - 19),
    line("bob", "asked", BACK - 3, about="Nord"),
)


def state() -> State:
    ties = [tie("me", "ann", 0.7), tie("me", "bob", 0.6), tie("ann", "ida", 0.8)]
    graph = network(
        ties, people=PEOPLE, memberships=[member("ida", "Nord")], targets={"Nord": ["Nord"]}
    )
    return State(
        graph,
        reach(graph).targets,
        plan(Positions(graph), BOOK, Limits(), TODAY),
        reminders(BOOK, acquainted(graph)),
        promises(BOOK, TODAY - timedelta(90), TODAY),
    )


def words(page: str) -> str:
    body = page.split("<body>")[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())


def test_it_tells_targets_people_what_is_due_and_what_was_kept():
    page = action_plan(state())
    text = words(page)
    assert "Career action plan of Noor Saldana As of 3 Nov 2026." in text
    assert "Nord through bridges good 1 Annabel Marsh" in text
    assert "25 Oct 2026 Say thank you Annabel Marsh Nord" in text
    assert "Thanks: 1 within a day, 0 later, 1 still owed." in text
    assert "Requests: 1, of these 0 yes, 0 no, 0 without an answer, 1 open." in text
    assert "<script>alert" not in page
    assert "default-src 'none'" in unescape(page)
    assert "http" not in page.split("<style>")[0].replace("http-equiv", "")


@pytest.mark.parametrize("how", ["names", "full"])
def test_a_redacted_copy_names_nobody(how):
    page = action_plan(state(), redact=how, salt="x")
    for name in ("Noor", "Saldana", "Annabel", "Marsh", "alert", "ann", "Ida"):
        assert not re.search(rf"\b{name}\b", words(page), re.IGNORECASE), name
    text = words(page)
    assert "Person" in text
    assert "Nord" in text, "targets stay"
    assert ("Elsewhere" in text) == (how == "names" and "Elsewhere" in words(action_plan(state())))
    assert ("Oct 2026" in text) == (how == "names")
    assert ("Why" in text) == (how == "names"), "a column that holds nothing is left out"


def test_a_target_with_a_persons_name_in_it_is_numbered():
    told = state()
    match = told.graph.targets[0]
    named = replace(match, target=replace(match.target, name="Marsh & Sons"))
    graph = replace(told.graph, targets=(named,))
    page = action_plan(replace(told, graph=graph, reach=reach(graph).targets), redact="names")
    assert "Marsh" not in page
    assert "Target 1" in page


def test_what_was_kept_counts_days():
    book = log_of(
        line("ann", "met", 0),
        line("ann", "thanked", 1),
        line("bob", "met", 0),
        line("bob", "thanked", 5),
        line("cleo", "met", 0),
        line("dan", "gave", 2),
        line("dan", "asked", 3, outcome="yes"),
        line("dan", "met", 10),
    )
    assert promises(book, on(0), on(10)) == Promises(
        thanked=1, late=1, owed=2, asked=1, yes=1, no=0, unanswered=0, open=0, gave=1
    )
    assert promises(book, on(11), on(20)).asked == 0
