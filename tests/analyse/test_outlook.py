"""What answers would change is what the product itself gives once they are given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from netgraph.analyse.goals import Goal
from netgraph.analyse.outlook import ANSWERS, VALUES, Mine, Outlook
from netgraph.analyse.unlocks import DIRECT, INDIRECT, coverage
from netgraph.graph.chances import PASSES_ON, UNSEEN
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.rewording import with_word
from netgraph.model import HowWell
from tests.graph.builders import NOW, member, network, tie

GOAL = Goal("Acme", ("Acme",))


def invented(seed: int) -> ContactGraph:
    """Some I know, some I do not, three inside, one of whom I may know; ties drawn."""
    rng = np.random.default_rng(seed)
    near = [f"x{n}" for n in range(5)]
    far = [f"y{n}" for n in range(3)]
    inside = ["i0", "i1", "i2"]
    pairs = [("me", one) for one in near]
    pairs += [("me", "i0")] if seed % 2 else []
    others = [*near, *far, *inside]
    pairs += [(one, two) for n, one in enumerate(others) for two in others[n + 1 :]]
    kept = [p for p in pairs if p[0] == "me" or rng.random() < 0.4]
    unknown = rng.random(len(kept)) < 0.2
    ties = [
        tie(*pair, None if none else float(rng.uniform(0.05, 0.95)))
        for pair, none in zip(kept, unknown, strict=True)
    ]
    somebody = {one for pair in kept for one in pair}
    return network(ties, memberships=[member(one, "Acme") for one in inside if one in somebody])


def outlook(graph: ContactGraph) -> Outlook:
    return Outlook(graph, GOAL, Mine(graph))


def asking_everybody_once(graph: ContactGraph) -> float:
    """1 - product over whom I know of what the best chain through them leaves open, plainly."""
    inside = {m.person for m in graph.memberships}
    ends = {i for i in inside if graph.tie("me", i)}
    missing = 1.0
    for end in ends:
        missing *= 1 - DIRECT * chance(graph, "me", end)
    everybody = {p.id for p in graph.people} - {"me"} - inside
    for first in everybody:
        mine = chance(graph, "me", first)
        best = 0.0
        for end in inside:
            q = chance(graph, first, end)
            best = max(best, mine * (q + UNSEEN * (1 - q)) if q else 0.0)
            for second in everybody - {first}:
                steps = chance(graph, first, second) * chance(graph, second, end)
                best = max(best, mine * steps * PASSES_ON)
        missing *= 1 - INDIRECT * best
    return 1 - missing


def chance(graph: ContactGraph, one: str, other: str) -> float:
    found = graph.tie(one, other)
    return found.chance.mid if found else 0.0


def changes(graph: ContactGraph, left: str, right: str) -> list[float]:
    """By how much both measures differ after each answer, by asking the product again."""
    found = []
    for answer in ANSWERS:
        after = with_word(graph, left, right, answer, NOW)
        one = abs(coverage(after, GOAL).score - coverage(graph, GOAL).score)
        found.append(one + abs(asking_everybody_once(after) - asking_everybody_once(graph)))
    return found


@pytest.mark.parametrize("seed", range(12))
def test_the_reach_is_that_of_the_product(seed: int) -> None:
    graph = invented(seed)
    assert outlook(graph).reach == pytest.approx(coverage(graph, GOAL).score)


@pytest.mark.parametrize("seed", range(12))
def test_every_answer_about_a_tie_changes_what_asking_again_shows(seed: int) -> None:
    graph = invented(seed)
    told = np.zeros((len(graph.ties), len(ANSWERS)))
    at = outlook(graph)
    for part in (at.of_mine(), at.of_others()):
        np.add.at(told, part.ties, part.size)
    for number, one in enumerate(graph.ties):
        expected = changes(graph, one.left, one.right)
        assert told[number].tolist() == pytest.approx(expected, abs=1e-12), (one.left, one.right)


@pytest.mark.parametrize("seed", range(12))
def test_so_does_an_answer_about_two_who_are_not_known_to_know_each_other(seed: int) -> None:
    graph = invented(seed)
    at = outlook(graph)
    pairs = [
        (number, place)
        for number in np.flatnonzero(at.askable).tolist()
        for place, end in enumerate(at.inside.tolist())
        if not graph.tie(graph.people[number].id, graph.people[end].id)
    ]
    asked, ends = np.array(pairs, dtype=np.intp).reshape(-1, 2).T
    for (number, place), sizes in zip(pairs, at.of_new(asked, ends).tolist(), strict=True):
        ids = graph.people[number].id, graph.people[at.inside[place]].id
        assert sizes == pytest.approx(changes(graph, *ids), abs=1e-12)


def test_the_values_are_those_of_a_word() -> None:
    graph = network([tie("me", "x", None)])
    for answer, value in zip(ANSWERS, VALUES.tolist(), strict=True):
        found = with_word(graph, "me", "x", answer, NOW).tie("me", "x")
        assert (found.chance.mid if found else 0.0) == value
    with pytest.raises(ValueError, match="takes back a word"):
        with_word(graph, "me", "x", HowWell.UNKNOWN, NOW)


def test_whom_the_user_leaves_out_there_is_on_no_chain() -> None:
    graph = network(
        [tie("me", "x", 0.5), tie("x", "i"), tie("me", "z", 0.5), tie("z", "i", 0.2)],
        memberships=[member("i", "Acme")],
    )
    barred = replace(graph, barred=frozenset({("Acme", "x")}))
    asked = outlook(barred).of_mine().ties.tolist()
    assert asked == [n for n, t in enumerate(graph.ties) if {t.left, t.right} == {"me", "z"}]
    nobody = replace(graph, memberships=())
    assert outlook(nobody).reach == 0
    assert len(outlook(nobody).of_others().ties) == len(outlook(nobody).of_mine().ties) == 0
