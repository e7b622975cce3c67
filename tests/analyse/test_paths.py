from __future__ import annotations

from datetime import timedelta

import pytest

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import paths
from netgraph.graph.chances import PASSES_ON
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Evidence, EvidenceKind, Origin, Person
from tests.graph.builders import NOW, member, network, tie

ACME = Goal("Acme", ("Acme",))


def chains(graph: ContactGraph, goal: Goal, **options: object) -> list[str]:
    found = paths(graph, goal, **options)  # type: ignore[arg-type]
    return [" ".join(person for person, _ in path.people) for path in found.paths]


def test_direct_first_even_when_somebody_else_is_closer() -> None:
    graph = network(
        [tie("me", "ann", 0.2), tie("me", "bob", 0.9), tie("bob", "cat", 0.9)],
        memberships=[member("ann", "Acme"), member("cat", "Acme")],
    )
    assert chains(graph, ACME) == ["me ann", "me bob cat"]
    first, second = paths(graph, ACME).paths
    assert (first.rank, first.hops, first.band, first.score) == (1, 1, "fair", 0.2)
    assert second.score == pytest.approx(0.9 * (0.9 + 0.03 * 0.1))
    assert first.inside is not None
    assert first.inside.employer == "Acme"


def test_the_worked_example() -> None:
    graph = network(
        [tie("me", "dana", 0.6), tie("dana", "sam", 0.53, EvidenceKind.INFERRED)],
        memberships=[member("sam", "Acme")],
    )
    (path,) = paths(graph, ACME).paths
    assert path.score == pytest.approx(0.33, abs=0.005)
    assert path.band == "fair"
    assert path.weakest == 1
    assert path.weakest_why.startswith("dana → sam")
    assert "%" not in path.reason
    assert path.reason.startswith("Ask dana. You two: 3 mails")


def test_three_hops_but_not_four() -> None:
    line = [tie("me", "a"), tie("a", "b"), tie("b", "c"), tie("c", "d")]
    assert chains(network(line, memberships=[member("c", "Acme")]), ACME) == ["me a b c"]
    assert chains(network(line, memberships=[member("d", "Acme")]), ACME) == []
    (path,) = paths(network(line, memberships=[member("c", "Acme")]), ACME).paths
    assert path.score == pytest.approx(0.5**3 * PASSES_ON)


def test_no_path_without_evidence_is_an_answer_with_a_next_step() -> None:
    graph = network([tie("me", "ann")], memberships=[member("zoe", "Acme")])
    found = paths(graph, ACME)
    assert found.paths == ()
    assert [one.id for one in found.suggestions] == ["ann"]


def test_an_unknown_tie_is_no_weak_tie() -> None:
    graph = network(
        [tie("me", "ann", None), tie("me", "bob", 0.2)],
        memberships=[member("ann", "Acme"), member("bob", "Acme")],
    )
    first, second = paths(graph, ACME).paths
    assert (first.people[-1][0], first.band) == ("ann", "unknown")
    assert first.weakest_why == "You → ann: how close is not known"
    assert second.band == "fair"


def test_the_least_certain_step_is_the_unknown_one() -> None:
    graph = network(
        [tie("me", "ann", None), tie("ann", "bob", 0.2)], memberships=[member("bob", "Acme")]
    )
    (path,) = paths(graph, ACME).paths
    assert (path.weakest, path.band) == (0, "unknown")
    assert path.chance.low < path.chance.mid < path.chance.high


def test_from_somebody_else_and_to_a_person() -> None:
    graph = network([tie("me", "ann"), tie("ann", "bob"), tie("bob", "cat")])
    assert chains(graph, Goal("cat", person="cat"), source="ann") == ["ann bob cat"]
    found = paths(graph, Goal("cat", person="cat"), source="ann")
    assert found.source == ("ann", "ann")
    assert found.paths[0].inside is None
    assert found.paths[0].reason.startswith("ann could ask bob. ann and bob: 3 mails")


def test_my_own_name_is_you_wherever_i_stand() -> None:
    people = [Person("me", "Noor", is_me=True)]
    ties = [tie("me", "ann", 0.2), tie("me", "bob", 0.3), tie("ann", "far"), tie("bob", "ins")]
    graph = network(ties, people=people, memberships=[member("ins", "Acme")])
    (mine,) = paths(graph, ACME).paths
    (over_me,) = paths(graph, ACME, source="ann").paths
    (to_me,) = paths(graph, Goal("Noor", person="me"), source="ann").paths
    for path in (mine, over_me, to_me):
        assert "Noor" not in path.weakest_why + path.reason
    assert mine.weakest_why.startswith("You → bob: fair, ")
    assert over_me.weakest_why.startswith("ann → You: fair, ")
    assert over_me.reason.startswith("ann could ask you. ann and you: 3 mails")
    assert " You and bob: 3 mails" in over_me.reason
    assert mine.reason.startswith("Ask bob. You two: 3 mails")
    assert paths(graph, ACME).rows()[0]["chain"] == "You → bob → ins"
    assert paths(graph, ACME, source="ann").rows()[0]["chain"] == "ann → You → bob → ins"


def test_nobody_knows_who_i_am() -> None:
    graph = network([tie("ann", "bob")], me="", memberships=[member("bob", "Acme")])
    assert paths(graph, ACME).paths == ()
    assert chains(graph, ACME, source="ann") == ["ann bob"]


def test_unknown_people_are_errors() -> None:
    graph = network([tie("me", "ann")])
    with pytest.raises(KeyError):
        paths(graph, ACME, source="nobody")
    with pytest.raises(KeyError):
        paths(graph, Goal("x", person="nobody"))


def test_not_everything_hangs_on_one_second_person() -> None:
    ties = [tie("me", f"f{n}", 0.9) for n in range(4)]
    ties += [tie(f"f{n}", "hub", 0.9) for n in range(4)]
    ties += [tie("hub", "ann", 0.9), tie("f3", "bob", 0.1)]
    graph = network(ties, memberships=[member("ann", "Acme"), member("bob", "Acme")])
    assert chains(graph, ACME) == ["me f0 hub ann", "me f1 hub ann", "me f3 bob"]


def test_one_goal_is_no_bottleneck() -> None:
    ties = [tie("me", f"f{n}") for n in range(5)] + [tie(f"f{n}", "ann") for n in range(5)]
    graph = network(ties, memberships=[member("ann", "Acme")])
    assert len(paths(graph, ACME).paths) == 5
    assert len(paths(graph, ACME, limit=2).paths) == 2


def test_equal_scores_go_by_name() -> None:
    people = [Person("x1", "Zoe"), Person("x2", "Åsa"), Person("x3", "Adam")]
    ties = [tie("me", one.id) for one in people] + [tie(one.id, "goal") for one in people]
    graph = network(ties, people=people)
    found = paths(graph, Goal("goal", person="goal"))
    assert [path.people[1][1] for path in found.paths] == ["Adam", "Zoe", "Åsa"]


def test_frames_and_notebook_tables_escape() -> None:
    people = [Person("x", "<script>alert(1)</script>")]
    graph = network([tie("me", "x")], people=people, memberships=[member("x", "Acme")])
    found = paths(graph, ACME)
    assert found.to_frame()["hops"].tolist() == [1]
    assert "<script>" not in found._repr_html_()
    assert "&lt;script&gt;" in found._repr_html_()
    assert list(paths(graph, Goal("Nord")).to_frame().columns) == list(found.COLUMNS)


def test_my_own_word_is_no_contact() -> None:
    mine = Evidence(
        EvidenceKind.STATED,
        "you said how close: some, on 4 Nov 2026",
        Origin("netgraph", "said by you", "", "netgraph close"),
        NOW + timedelta(days=1),
        0.5,
    )
    said, seen = tie("me", "ann", evidence=mine), tie("me", "zoe")
    graph = network([said, seen], memberships=[member("ann", "Acme"), member("zoe", "Acme")])
    assert chains(graph, ACME) == ["me zoe", "me ann"]
