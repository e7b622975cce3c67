from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from netgraph.analyse.bridges import Bridge, bridges, bridges_for
from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import paths
from netgraph.analyse.sides import OWN_CIRCLE
from netgraph.errors import NotFoundError
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, Evidence, EvidenceKind, Introduction, Person, Tie
from tests.graph.builders import NOW, member, network, proof, tie

HAND = proof(EvidenceKind.STATED, "you said how close: some", "handmade")


def two_worlds() -> ContactGraph:
    """A choir and Acme, linked by kim alone; dana's people hang on dana."""
    choir = ["c1", "c2", "c3", "c4"]
    acme = ["a1", "a2", "a3", "a4"]
    ties = [tie(a, b, 0.6) for group in (choir, acme) for a in group for b in group if a < b]
    ties += [tie("kim", one, 0.6) for one in ("c1", "c2", "a1", "a2", "a3")]
    ties += [tie("dana", f"d{number}", None) for number in range(5)]
    ties += [tie("me", one, 0.4) for one in (*choir, "a1", "kim", "dana")]
    return network(
        ties,
        memberships=[member(one, "Acme") for one in acme],
        people=[Person(one, one, labels=("circle:choir",)) for one in choir],
    )


def by_name(found: tuple[Bridge, ...]) -> dict[str, Bridge]:
    return {one.name: one for one in found}


def test_the_groups_on_either_side_are_named() -> None:
    kim = by_name(bridges(two_worlds()).ranked)["kim"]
    assert kim.groups == ("Acme", "choir")
    assert kim.loss == "Nobody else you know of links Acme and choir."
    assert "links Acme and choir" in kim.reason
    assert kim.participation == pytest.approx(1 - (9 + 4) / 25)
    assert kim.effective_size == pytest.approx(5 - 2 * 4 / 5)


def test_what_would_be_lost_is_counted_without_me() -> None:
    found = by_name(bridges(two_worlds()).ranked)
    assert found["dana"].cut_off == 5
    assert found["dana"].loss == "Without them 5 people would be out of your reach."
    assert found["dana"].groups == (OWN_CIRCLE,)
    assert found["c1"].cut_off == 0


def test_a_bridge_inside_a_target_has_the_target_on_the_other_side() -> None:
    graph = network(
        [*[tie(a, b) for a, b in ("gx", "gy", "xy")], tie("me", "g"), tie("me", "x")],
        memberships=[member("g", "Sol", role="lead"), member("y", "Sol", current=False)],
        people=[Person(one, one, labels=("circle:choir",)) for one in "gxy"],
        targets={"Solstice": ["Sol"]},
    )
    found = by_name(bridges(graph).ranked)
    assert found["g"].groups == ("choir", "Solstice")
    assert found["g"].reason.startswith("g opens Solstice and belongs to choir.")
    assert found["x"].groups == ("choir",)
    assert found["x"].loss == "Nothing you know of would be cut off."


def test_whoever_else_links_two_circles_is_named_if_known() -> None:
    crew, choir = ["a1", "a2", "a3"], ["c1", "c2", "c3"]
    ties = [tie(a, b, 0.6) for group in (crew, choir) for a in group for b in group if a < b]
    ties += [tie("a1", "c1", 0.3), *[tie("me", one, 0.4) for one in ("a1", "a2", "c2")]]
    labels = [Person(one, one, labels=("circle:crew",)) for one in crew]
    labels += [Person(one, one, labels=("circle:choir",)) for one in choir]

    def loss(*more: Tie) -> str:
        return by_name(bridges(network([*ties, *more], people=labels)).ranked)["a1"].loss

    assert loss() == "Nobody else you know of links crew and choir."
    guess = tie("a2", "c3", 0.3, EvidenceKind.INFERRED)
    assert loss(guess) == "Nobody else you know of links crew and choir."
    assert loss(tie("a3", "c3", 0.3)) == "Others also link crew and choir."
    assert loss(tie("a3", "c2", 0.3)) == "c2 and 1 other also link crew and choir."
    third = [tie("z", "a3", 0.1), tie("z", "c3", 0.1), tie("z", "me"), tie("z", "y")]
    assert loss(*third) == "z also links crew and choir."


def test_after_a_word_comes_when_the_two_were_in_touch() -> None:
    word = proof(EvidenceKind.STATED, "you said how close: well", "handmade", 0.8)
    bare = proof(EvidenceKind.OBSERVED, "connected on 3 Aug 2016", amount=None)
    mails = proof(EvidenceKind.OBSERVED, "3 mails, both ways, last on 3 Aug 2026")
    made = tie("me", "ann", 0.8, EvidenceKind.STATED, word)
    whole = replace(made, evidence=(word, bare, mails), by_word=True)
    said = "You two: you said how close: well; 3 mails, both ways, last on 3 Aug 2026."
    ann = bridges(network([whole])).ranked[0]
    assert ann.reason.endswith(said)
    assert ann.evidence == (word, mails, bare)
    at_work = network([whole], memberships=[member("ann", "Acme")])
    assert said in paths(at_work, Goal("Acme", ("Acme",))).paths[0].reason
    only = replace(whole, evidence=(word, bare))
    assert bridges(network([only])).ranked[0].reason.endswith("You two: you said how close: well.")


def test_a_guess_is_told_as_one() -> None:
    graph = network(
        [*[tie(a, b) for a, b in ("gx", "gy", "xy")], *[tie(a, b) for a, b in ("uv", "uw", "vw")]]
        + [tie("g", "u", 0.2, EvidenceKind.INFERRED), *[tie("me", n) for n in "gpx"]]
        + [tie("p", one, 0.2, EvidenceKind.INFERRED) for one in "guv"],
        people=[Person(one, one, labels=("circle:choir",)) for one in "gxy"],
    )
    found = by_name(bridges(graph).ranked)
    assert found["g"].groups == ("choir", "perhaps u")
    assert found["g"].reason.startswith("g links choir and perhaps u.")
    assert found["g"].loss == "Nothing you know of would be cut off."
    assert found["p"].groups == ("perhaps u and v", "perhaps choir")
    assert found["p"].reason.startswith("p may link u and v and choir.")


def test_doors_rank_by_my_tie_and_whom_they_brought() -> None:
    graph = two_worlds()
    assert graph.tie("c2", "me") is not None
    brought = tuple(
        Introduction("c2", one, NOW - timedelta(days=365), proof()) for one in ("c3", "c4")
    )
    found = bridges(replace(graph, introductions=brought))
    assert found.by == "doors"
    first = found.ranked[0]
    assert (first.name, first.introduced) == ("c2", 2)
    assert first.score == pytest.approx(0.4 * 1.5**0.25)
    assert "has brought 2 people to you" in first.reason
    assert found.ranked[1].score == pytest.approx(0.4 * 0.5**0.25)
    assert [one.rank for one in found.ranked] == list(range(1, 8))


def targeted() -> ContactGraph:
    return network(
        [tie("me", "ann", 0.3), tie("ann", "ins", 0.9), tie("me", "bob", 0.9)],
        memberships=[member("ins", "Acme")],
        targets={"Acme": ["Acme"]},
    )


def test_targets_rank_by_what_they_would_lose() -> None:
    found = bridges(targeted())
    assert found.by == "targets"
    assert [one.name for one in found.ranked] == ["ann", "bob"]
    assert found.ranked[0].opens == ("Acme",)
    assert found.ranked[0].loss == (
        "Without them no chain to Acme is left, and 1 person would be out of your reach."
    )
    assert [one.name for one in bridges(targeted(), by="doors").ranked] == ["bob", "ann"]
    assert [one.name for one in bridges(targeted(), limit=1).ranked] == ["ann"]


def test_only_two_orders_exist() -> None:
    with pytest.raises(ValueError, match="doors"):
        bridges(targeted(), by="fame")


def test_only_two_kinds_of_people_can_be_asked_for() -> None:
    with pytest.raises(ValueError, match="dormant"):
        bridges(targeted(), who="famous")


def test_who_leads_to_one_employer_alone() -> None:
    graph = network(
        [
            *(tie("me", "ann", 0.5), tie("ann", "ins", 0.9)),
            *(tie("me", "bob", 0.9), tie("bob", "ins", 0.5)),
            *(tie("me", "cat", 0.9), tie("cat", "far", 0.9)),
            *(tie("me", "dan", 0.8), tie("me", "own", 0.1)),
        ],
        memberships=[member("ins", "Acme"), member("far", "Nord"), member("own", "Acme")],
        targets={"Nord": ["Nord"]},
        knows_at=[("dan", "Acme")],
    )
    found = bridges_for(graph, "Acme")
    assert (found.aim, found.by) == ("Acme", "targets")
    assert [one.name for one in found.ranked] == ["dan", "own", "bob", "ann"]
    assert [one.opens for one in found.ranked] == [("Acme",), ("Acme",), ("Acme",), ()]
    assert found.ranked[3].reason.startswith("Another way to Acme, should a better one fail. ann")
    assert [one.name for one in bridges_for(graph, "Acme", limit=1).ranked] == ["dan"]
    assert [one.name for one in bridges_for(graph, "Nord").ranked] == ["cat"]
    assert [one.name for one in bridges_for(targeted(), "acme").ranked] == ["ann"]
    with pytest.raises(NotFoundError):
        bridges_for(graph, "Nowhere")


def last_seen(years: float, amount: float | None = 0.3) -> Evidence:
    when = NOW - timedelta(days=365.25 * years)
    return Evidence(EvidenceKind.OBSERVED, "5 mails, both ways", None, when, amount)


def test_old_ties_gone_silent() -> None:
    ages = {"old": 3.1, "older": 9.2, "young": 2.9}
    ties = [tie("me", one, 0.3, evidence=last_seen(age)) for one, age in ages.items()]
    ties.append(tie("me", "linked", None, evidence=last_seen(9, amount=None)))
    graph = network([*ties, tie("older", "x"), tie("me", "now", 0.9)])
    found = bridges(graph, who="dormant")
    assert [one.name for one in found.ranked] == ["old", "older"]
    assert found.everyday == ()
    assert found.who == "dormant"
    assert found.ranked[1].reason.startswith(
        "Last in touch on 22 Aug 2017, 9 years ago: reconnect first. older "
    )
    assert [one.rank for one in found.ranked] == [1, 2]
    assert len(bridges(graph, who="dormant", limit=1).ranked) == 1
    later = replace(graph, as_of=NOW + timedelta(days=60))
    assert [one.name for one in bridges(later, who="dormant").ranked] == ["old", "older", "young"]


def test_everyday_people_alone_and_as_many_as_wanted() -> None:
    names = [f"v{number}" for number in range(9)]
    people = [Person(one, one, occupation="vet") for one in names]
    graph = network(
        [tie("me", one) for one in (*names, "work")],
        people=people,
        memberships=[member("work", "Nord")],
    )
    found = bridges(graph, who="everyday", limit=7)
    assert found.ranked == ()
    assert [one.name for one in found.everyday] == names[:7]
    assert [one.name for one in bridges(graph, who="everyday").everyday] == names


def test_nobody_from_work_is_from_daily_life() -> None:
    linked = proof(importer="linkedin_connections", text="connected on 3 Aug 2026", amount=None)
    people = [
        Person("vet", "vet", occupation="vet"),
        Person("mate", "mate", occupation="planner", labels=("circle:choir",)),
        Person("past", "past", labels=("circle:choir",)),
        Person("net", "net", occupation="data analyst"),
        Person("kin", "kin", occupation="data analyst", labels=("circle:family",)),
    ]
    graph = network(
        [tie("me", one) for one in ("vet", "mate", "past")]
        + [tie("me", one, None, evidence=linked) for one in ("net", "kin")],
        people=people,
        memberships=[
            member("me", "Nord"),
            member("me", "School", kind=AffiliationKind.SCHOOL),
            member("mate", "Nord"),
            member("past", "Nord", current=False),
            member("vet", "School", kind=AffiliationKind.SCHOOL),
        ],
    )
    assert graph.colleagues == {"mate", "past"}
    marked = {one.name: one.everyday for one in bridges(graph, by="doors").ranked}
    assert marked == {"vet": True, "kin": True, "mate": False, "past": False, "net": False}


def test_nobody_knows_who_i_am() -> None:
    found = bridges(network([tie("ann", "bob")], me=""))
    assert (found.ranked, found.everyday) == ((), ())


def test_everyday_people_who_are_said_to_know_people_come_first() -> None:
    people = [
        Person("maria", "Maria", occupation="hairdresser"),
        Person("vera", "Vera", occupation="vet"),
        Person("gus", "Gus", labels=("circle:neighbourhood",)),
    ]
    graph = network(
        [
            tie("me", "maria", 0.2),
            tie("me", "vera", None),
            tie("me", "gus", 0.5),
            tie("gus", "karim", 0.65, EvidenceKind.STATED),
            tie("me", "hand", 0.5, EvidenceKind.STATED, HAND),
            tie("me", "plain", 0.9),
            tie("me", "work", 0.9),
        ],
        people=people,
        memberships=[member("work", "Nord")],
        knows_at=[("maria", "Acme")],
        targets={"Acme": ["Acme"]},
    )
    found = bridges(graph)
    assert [one.name for one in found.everyday] == ["Maria", "Gus", "hand", "Vera", "plain"]
    assert [one.everyday for one in found.everyday] == [True, True, True, True, False]
    maria = found.everyday[0]
    assert maria.reason == (
        "Maria (hairdresser) knows people at Acme: a good reason to ask for a name."
    )
    assert maria.opens == ("Acme",)
    assert "Acme" in maria.groups
    assert found.everyday[1].reason == "Gus knows karim: ask who else comes to mind."
    assert "has not been asked yet" in found.everyday[3].reason
    assert found.everyday[3].band == "unknown"
    assert found.ranked[0].name == "Maria"


def test_bridges_become_a_frame_and_a_table() -> None:
    found = bridges(two_worlds())
    frame = found.to_frame()
    assert len(frame) == len(found.ranked) + len(found.everyday)
    assert set(frame["list"]) == {"bridge", "everyday"}
    assert found._repr_html_().startswith("<table>")


def test_the_same_graph_gives_the_same_bridges() -> None:
    assert bridges(two_worlds()) == bridges(two_worlds())
