"""Good ties gone silent, most valuable first, each with a reason that asks for nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from netgraph.analyse.positions import Positions
from netgraph.graph.chances import Exchanged, tie_chance, undimmed
from netgraph.model import EvidenceKind, Introduction, Tie
from netgraph.outreach.logbook import Logbook
from netgraph.outreach.quiet import quiet
from tests.graph.builders import NOW, member, network, proof, tie
from tests.outreach.days import every, line, log_of, on

TODAY = NOW.date()
BACK = (TODAY - on(0)).days


def silent(person: str, since: datetime, strength: float = 0.3) -> Tie:
    """A tie of mine by mails up to ``since``."""
    mails = replace(proof(amount=strength), when=since)
    return replace(tie("me", person, strength), evidence=(mails,))


LAST = datetime(2024, 11, 3, tzinfo=UTC)


def names(*ties: Tie, book: Logbook = Logbook(), **world: object) -> list[str]:  # noqa: B008
    graph = network(list(ties), **world)  # type: ignore[arg-type]
    return [one.id for one in quiet(Positions(graph), book, TODAY)]


def test_a_tie_was_good_when_it_was_likely_on_the_day_of_the_last_contact():
    assert names(silent("ann", LAST), silent("bob", LAST, 0.05)) == ["ann"]
    assert names(silent("ann", datetime(2026, 10, 1, tzinfo=UTC), 0.9)) == [], "not silent"
    fresh = Exchanged(2.0, 0.0, 3, both_ways=True)
    assert undimmed(tie_chance(replace(fresh, age=700.0)), 700.0) == tie_chance(fresh)


def test_those_who_open_targets_come_first_and_a_contact_noted_ends_the_silence():
    ties = (silent("ann", LAST, 0.4), silent("bob", LAST), tie("bob", "ida", 0.9))
    world = {"memberships": [member("ida", "acme")], "targets": {"Acme": ["acme"]}}
    assert names(*ties, **world) == ["bob", "ann"]
    assert names(*ties, book=log_of(line("bob", "wrote", BACK - 3)), **world) == ["ann"]
    assert names(*ties, book=log_of(rhythms=(every("bob", 0, BACK),)), **world) == ["ann"]
    assert names(*ties, book=log_of(rhythms=(every("bob", 90, BACK),)), **world) == ["bob", "ann"]


def test_a_tie_of_unknown_strength_or_last_contact_is_not_called_silent():
    assert names(tie("me", "ann", None)) == []
    undated = replace(proof(), when=None)
    assert names(replace(tie("me", "ann", 0.9), evidence=(undated,))) == []


def test_every_reason_asks_for_nothing():
    def reason(graph_ties, book=Logbook(), introductions=(), **world):  # noqa: B008
        graph = replace(network(graph_ties, **world), introductions=introductions)
        return quiet(Positions(graph), book, TODAY)[0].reason

    ann = [silent("ann", LAST)]
    assert reason(ann).startswith("Say what made you think of them")
    helped = log_of(line("ann", "met", BACK - 400))
    assert reason(ann, helped) == "They helped you: tell them what became of it."
    job = replace(member("ann", "Bolt"), start=date(2026, 2, 1), current=True)
    assert reason(ann, memberships=[job]) == (
        "They have been at Bolt since Feb 2026: congratulate them."
    )
    old = replace(job, start=date(2020, 2, 1))
    both = [old, member("me", "Bolt")]
    assert reason(ann, memberships=both).startswith("You both know Bolt")
    made = Introduction(
        "ann", "bob", datetime(2020, 5, 1, tzinfo=UTC), proof(EvidenceKind.OBSERVED)
    )
    assert reason([*ann, tie("me", "bob")], introductions=(made,)) == (
        "They introduced you to somebody on 1 May 2020: tell them what grew out of it."
    )
