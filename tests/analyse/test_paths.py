from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import SAME_SECOND, paths, score_of
from netgraph.graph.chances import PASSES_ON
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import EvidenceKind, Person
from tests.graph.builders import member, network, tie

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


def test_those_who_left_are_asked_but_lead_nowhere() -> None:
    graph = network([tie("me", "ann")], memberships=[member("ann", "Acme", current=False)])
    found = paths(graph, ACME)
    assert found.paths == ()
    assert found.suggestions[0].why == "used to work at Acme"


def test_an_unknown_tie_is_no_weak_tie() -> None:
    graph = network(
        [tie("me", "ann", None), tie("me", "bob", 0.2)],
        memberships=[member("ann", "Acme"), member("bob", "Acme")],
    )
    first, second = paths(graph, ACME).paths
    assert (first.people[-1][0], first.band) == ("ann", "unknown")
    assert first.weakest_why == "me → ann: how close is not known"
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
    assert found.paths[0].reason.startswith("ann could ask bob.")


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


def brute_force(graph: ContactGraph, inside: set[str]) -> dict[str, float]:
    """Best score per first person by trying every chain of people."""
    near = {p.id for p in graph.people if graph.tie("me", p.id)}
    best: dict[str, float] = {}
    others = [p.id for p in graph.people if p.id != "me"]
    for length in (1, 2, 3):
        for chain in permutations(others, length):
            middle = chain[1:-1]
            steps = [graph.tie(a, b) for a, b in zip(("me", *chain), chain, strict=False)]
            if chain[-1] not in inside or not all(steps):
                continue
            if set(chain[:-1]) & inside or set(middle) & near:
                continue
            score = score_of([step.chance.mid for step in steps if step])
            known = graph.tie("me", chain[-1])
            if length > 1 and known and score <= known.chance.mid:
                continue
            best[chain[0]] = max(best.get(chain[0], 0), score)
    return best


@settings(max_examples=120, deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]),
        st.sampled_from([0.1, 0.25, 0.4, 0.65, 0.9]),
        max_size=16,
    ),
    st.sets(st.integers(1, 6), min_size=1, max_size=2),
)
def test_against_trying_every_chain(
    chances: dict[tuple[int, int], float], inside: set[int]
) -> None:
    names = ["me", "a", "b", "c", "d", "e", "f"]
    graph = network(
        [tie(names[a], names[b], chance) for (a, b), chance in chances.items()],
        memberships=[member(names[number], "Acme") for number in sorted(inside)],
    )
    expected = brute_force(graph, {names[number] for number in inside})
    found = paths(graph, ACME, limit=100).paths
    best = {path.people[1][0]: path.score for path in found}
    assert set(best) <= set(expected)
    for first, score in best.items():
        assert score <= expected[first] + 1e-12
    seconds = [path.people[2][0] for path in found if path.hops > 1]
    if len(inside) == 1 and len(expected) <= SAME_SECOND:
        assert best == pytest.approx(expected)
    assert all(seconds.count(one) <= SAME_SECOND or len(inside) == 1 for one in seconds)
    if expected:
        top = max(expected.values())
        assert max(path.score for path in found) == pytest.approx(top)
    assert paths(graph, ACME, limit=100) == paths(graph, ACME, limit=100)
