"""No plan breaks a limit or proposes who is left out, and it says whom it left for later."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.portfolio import portfolio
from netgraph.analyse.positions import Positions
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Did, Exclusion, Outcome
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.plan import Limits, Plan, plan
from netgraph.workflow.leaving import leaving_out
from tests.graph.builders import NOW, member, network, proof, tie
from tests.outreach.days import line, log_of, on

TODAY = NOW.date()
#: `line` counts days from another day.
BACK = (TODAY - on(0)).days
FRIENDS = ("ann", "bob", "cleo", "dan", "eve", "finn")
WIDE = Limits(week=50, month=50, person=50, circle=50, pause=0)


def world() -> ContactGraph:
    """Six people of mine in two circles, each leading to an insider of Acme, Bolt or Cora."""
    ties = [tie("me", one, 0.9 - place / 20) for place, one in enumerate(FRIENDS)]
    ties += [tie("ann", "bob", 0.9), tie("ann", "cleo", 0.9), tie("bob", "cleo", 0.9)]
    ties += [tie("dan", "eve", 0.9), tie("dan", "finn", 0.9), tie("eve", "finn", 0.9)]
    ties += [tie(one, f"in-{one}", 0.8) for one in FRIENDS]
    jobs = [
        member(f"in-{one}", firm)
        for one, firm in zip(FRIENDS, ["acme", "bolt", "cora"] * 2, strict=True)
    ]
    return network(
        ties, memberships=jobs, targets={"Acme": ["acme"], "Bolt": ["bolt"], "Cora": ["cora"]}
    )


WORLD = world()
AT = Positions(WORLD)


def planned(book: Logbook = Logbook(), limits: Limits = WIDE, today: date = TODAY) -> Plan:  # noqa: B008
    return plan(AT, book, limits, today)


def ids(found: Plan) -> list[str]:
    return [one.id for one in found.proposals]


def test_without_limits_it_is_the_few_who_cover_most():
    assert ids(planned()) == [one.id for one in portfolio(AT, 50)]
    assert planned().later == ()
    assert planned().proposals[0].targets
    assert planned().unreached == ()


def test_it_says_why_these_and_why_not_the_others():
    book = log_of(
        line("ann", "asked", BACK - 100),
        line("bob", "asked", BACK - 20),
        line("bob", "answered", BACK - 19, outcome="no"),
    )
    found = planned(book, Limits(week=2, month=8, circle=9))
    assert not {"ann", "bob"} & set(ids(found))
    assert found.proposals[0].why == ("3 mails, both ways, last on 3 Aug 2026",)
    assert found.proposals[0].tie == "strong"
    why = {one.id: one.why for one in found.later}
    assert why["ann"].endswith("no answer is noted yet: no second request meanwhile.")
    assert why["bob"] == "You asked on 14 Oct 2026; again from 13 Dec 2026 at the earliest."
    assert "A few at a time" in " ".join(why.values())
    assert (found.week, found.month) == (0, 1)


def test_a_second_request_waits_for_the_answer_then_for_the_pause_and_the_year():
    asked = line("ann", "asked", BACK - 100)
    assert "ann" not in ids(planned(log_of(asked)))
    answered = (asked, line("ann", "answered", BACK - 99, outcome="yes"))
    assert "ann" in ids(planned(log_of(*answered)))
    assert "ann" not in ids(planned(log_of(*answered), replace(WIDE, pause=101)))
    assert "ann" in ids(planned(log_of(*answered), replace(WIDE, pause=100)))
    assert "ann" not in ids(planned(log_of(*answered), replace(WIDE, person=1)))
    assert "ann" in ids(
        planned(log_of(line("ann", "asked", BACK - 400, outcome="no")), replace(WIDE, person=1))
    )
    later = log_of(asked, line("ann", "answered", BACK - 99, outcome="later"))
    assert "ann" not in ids(planned(later)), "later is still open"


def test_never_the_whole_circle_at_once():
    found = planned(limits=replace(WIDE, circle=1))
    circles = [AT.circles.of[one.id] for one in found.proposals]
    assert len(circles) == len(set(circles)) == 2
    assert "never the whole circle at once" in found.later[0].why
    asked = log_of(line("ann", "asked", BACK - 5, outcome="no"))
    again = planned(asked, replace(WIDE, circle=1))
    assert AT.circles.of["ann"] not in [AT.circles.of[one.id] for one in again.proposals]


def test_a_silent_tie_is_first_to_be_warmed():
    old = proof(text="3 mails, both ways, last on 3 Aug 2020", amount=0.5)
    old = replace(old, when=old.when.replace(year=2020) if old.when else NOW.replace(year=2020))
    ties = [replace(tie("me", "ann", 0.5), evidence=(old,)), tie("ann", "ida", 0.8)]
    graph = network(ties, memberships=[member("ida", "acme")], targets={"Acme": ["acme"]})
    (one,) = plan(Positions(graph), Logbook(), Limits(), TODAY).proposals
    assert one.reconnect.endswith("6 years ago: reconnect first.")
    assert planned().proposals[0].reconnect == ""


def test_without_targets_or_ways_nobody_is_proposed():
    assert plan(Positions(network([tie("me", "ann")])), Logbook(), WIDE, TODAY).proposals == ()
    lonely = network([tie("me", "ann")], targets={"Acme": []})
    assert plan(Positions(lonely), Logbook(), WIDE, TODAY).unreached == ("Acme",)


def refused_at(found: Plan) -> set[tuple[str, str]]:
    return {(one.id, one.target) for one in found.refused}


def test_a_no_for_an_employer_is_for_good_and_for_that_employer_alone():
    both = [member("in", "acme"), member("in", "bolt")]
    graph = network(
        [tie("me", "ann", 0.9), tie("ann", "in", 0.8)],
        memberships=both,
        targets={"Acme": ["acme"], "Bolt": ["bolt"]},
    )
    at, asked = Positions(graph), line("ann", "asked", BACK - 300, about="Acme")
    for answer in (
        line("ann", "answered", BACK - 299, outcome="no", about="acme"),
        line("ann", "answered", BACK - 299, outcome="no"),
    ):
        found = plan(at, log_of(asked, answer), WIDE, TODAY)
        assert [one.targets for one in found.proposals] == [("Bolt",)]
        (no,) = found.refused
        assert (no.id, no.target, found.unreached) == ("ann", "Acme", ())
        assert no.why == "They said no on 8 Jan 2026, and are not asked for it again."
    without_it = plan(at, log_of(replace(asked, outcome=Outcome.YES)), WIDE, TODAY)
    assert without_it.refused == ()
    assert set(without_it.proposals[0].targets) == {"Acme", "Bolt"}


def test_a_no_ends_when_they_think_better_of_it_and_not_by_silence():
    no = line("ann", "asked", BACK - 300, outcome="no", about="Acme")
    assert refused_at(planned(log_of(no))) == {("ann", "Acme")}
    for outcome, about, stays in (
        ("yes", "Acme", False),
        ("later", "Acme", False),
        ("none", "Acme", True),
        ("yes", "Bolt", True),
        ("yes", "", True),
    ):
        then = line("ann", "answered", BACK - 200, outcome=outcome, about=about)
        assert refused_at(planned(log_of(no, then))) == ({("ann", "Acme")} if stays else set())
    general = line("ann", "asked", BACK - 300, outcome="no")
    assert planned(log_of(general)).refused == ()


def test_nobody_at_all_is_asked_when_the_limits_say_so():
    found = planned(limits=replace(WIDE, person=0))
    assert found.proposals == ()
    assert {one.why for one in found.later} == {
        "Your own limits let nobody be asked: netgraph limits"
    }


LINES = st.builds(
    line,
    st.sampled_from([*FRIENDS, "stranger"]),
    st.sampled_from(["asked", "asked", "asked", *map(str, Did)]),
    st.integers(BACK - 400, BACK),
    outcome=st.sampled_from(["", "", "yes", "no", "later", "none"]),
    about=st.sampled_from(["", "Acme", "Bolt", "Cora"]),
)
LIMITS = st.builds(
    Limits,
    week=st.integers(0, 4),
    month=st.integers(0, 6),
    person=st.integers(0, 3),
    circle=st.integers(0, 3),
    pause=st.integers(0, 100),
)


def last_word_is_no(book: Logbook, person: str, target: str) -> bool:
    words = [
        "yes" if one.outcome is None else str(one.outcome)
        for one in book.of(person)
        if one.employer == target
        and one.did is not Did.GAVE
        and (one.outcome or one.did is Did.INTRODUCED)
    ]
    said = [word for word in words if word != "none"]
    return said[-1:] == ["no"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(LINES, max_size=10),
    LIMITS | st.just(WIDE),
    st.sets(st.sampled_from(FRIENDS), max_size=3),
)
def test_no_plan_breaks_a_limit_or_proposes_who_is_left_out(lines, limits, out):
    graph = leaving_out(WORLD, [Exclusion(one, "", excluded=True, when=NOW) for one in out])
    at, book = Positions(graph), log_of(*lines)
    found = plan(at, book, limits, TODAY)
    proposed = ids(found)
    assert not out & {*proposed, *(one.id for one in found.later)}
    assert not set(proposed) & {one.id for one in found.later}
    asks = [one for one in book.entries if one.did is Did.ASKED]
    month = [one.person for one in asks if one.on > TODAY - timedelta(30)]
    week = sum(one.on > TODAY - timedelta(7) for one in asks)
    assert not proposed or len(proposed) + week <= limits.week
    assert not proposed or len(proposed) + len(month) <= limits.month
    circles = Counter(at.circles.of.get(one) for one in (*month, *proposed))
    for one in proposed:
        mine = [ask for ask in asks if ask.person == one]
        circle = at.circles.of.get(one)
        assert circle is None or circles[circle] <= limits.circle
        assert not book.open_ask(one)
        assert all((TODAY - ask.on).days >= limits.pause for ask in mine)
        this_year = sum(ask.on > TODAY - timedelta(365) for ask in mine)
        assert this_year < limits.person
    for one in found.proposals:
        for target in one.targets:
            assert not last_word_is_no(book, one.id, target)


@pytest.mark.parametrize("name", ["week", "month"])
def test_a_limit_of_nothing_proposes_nobody(name):
    assert planned(limits=replace(WIDE, **{name: 0})).proposals == ()
