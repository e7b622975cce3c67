from __future__ import annotations

import re
from dataclasses import replace

import pytest

from netgraph.analyse.calculation import calculation
from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import Path, paths
from netgraph.analyse.working import number
from netgraph.model import Chance, Evidence, EvidenceKind, Tie
from tests.graph.builders import NOW, member, network, tie

ACME = Goal("Acme", ("Acme",))
SEEN = (0.65, 0.5)


def best(*ties: Tie, inside: str) -> Path:
    return paths(network(ties, memberships=[member(inside, "Acme")]), ACME).paths[0]


def worked_out(formula: str) -> tuple[float, float]:
    """The left side as Python works it out, and the right side."""
    left, right = formula.partition(", likely")[0].split(" = ")
    assert re.fullmatch(r"[\d.()+ ×−]+", left)
    return eval(left.replace("×", "*").replace("−", "-")), float(right)


def weighed(*amounts: float, chance: float) -> Tie:
    pieces = tuple(Evidence(EvidenceKind.OBSERVED, "a mail", None, NOW, one) for one in amounts)
    spread = Chance(chance, chance, chance, "seen")
    return Tie("ann", "bob", EvidenceKind.OBSERVED, chance, spread, pieces)


@pytest.mark.parametrize("hops", [2, 3])
def test_the_formula_gives_the_chance(hops: int) -> None:
    line = [tie("me", "ann", 0.613), tie("ann", "bob", 0.5), tie("bob", "cat", 0.25)]
    path = best(*line, inside=["", "", "bob", "cat"][hops])
    told = calculation(path, "me")
    left, right = worked_out(told.formula)
    assert left == pytest.approx(right, abs=0.001)
    assert right == pytest.approx(path.chance.mid, abs=0.001)
    assert [one.name for one in told.factors[:2]] == ["You → ann", "ann → bob"]
    assert told.factors[-1].name == {2: "floor", 3: "passing on"}[hops]
    assert told.meaning.startswith(f"called {path.band}: weak below 0.15")
    assert "%" not in str(told)


def test_one_step_needs_no_arithmetic() -> None:
    told = calculation(best(tie("me", "ann", 0.2), inside="ann"), "me")
    assert told.formula == "0.2, likely between 0.2 and 0.2"
    assert [one.name for one in told.factors] == ["You → ann"]


def test_an_unknown_step_makes_the_word_unknown() -> None:
    told = calculation(best(tie("me", "ann", None), inside="ann"), "me")
    assert told.meaning.startswith("called unknown")
    assert (told.factors[0].low, told.factors[0].high) == (0.1, 0.6)


def test_pieces_of_evidence_add_up_or_a_word_stands_above() -> None:
    both = best(tie("me", "ann"), weighed(*SEEN, chance=0.825), inside="bob")
    assert calculation(both, "me").factors[1].together == (
        "strength: 1 − (1 − 0.65) × (1 − 0.5) = 0.825; these are independent views."
    )
    assert [piece[0] for piece in calculation(both, "me").factors[1].pieces] == [0.65, 0.5]
    word = replace(weighed(0.2, *SEEN, chance=0.2), by_word=True)
    told = calculation(best(tie("me", "ann"), word, inside="bob"), "me").factors[1]
    assert [piece[0] for piece in told.pieces] == [0.2]
    assert told.together == (
        "strength: 0.2, by the word on how close they are; it stands above the rest."
    )


def test_a_chance_that_is_not_the_strength_is_told() -> None:
    weak = tie("me", "ann", 0.1)
    known = replace(weak, chance=Chance(0.1, 0.3, 0.6, "seen"))
    told = calculation(best(known, inside="ann"), "me").factors[0]
    assert told.value == 0.3
    assert told.together == (
        "strength: 0.1, by the one piece that has a number. A file that keeps them leaves open "
        "how close: unknown there, not weak."
    )


def test_a_piece_says_how_its_number_is_worked_out() -> None:
    how = "2 + 2 = 4"
    piece = Evidence(EvidenceKind.OBSERVED, "3 mails", None, NOW, 0.5, how=how)
    told = calculation(best(tie("me", "ann", 0.5, evidence=piece), inside="ann"), "me")
    assert told.factors[0].pieces == ((0.5, "3 mails", how),)


def test_numbers_are_short_and_never_nothing() -> None:
    assert [number(n) for n in (0.5, 0.1234, 1.0, 0.0, 0.00123)] == [
        "0.5", "0.123", "1", "0", "0.0012",
    ]  # fmt: skip
