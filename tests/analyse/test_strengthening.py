from __future__ import annotations

from datetime import timedelta

import pytest

from netgraph.analyse.goals import Goal
from netgraph.analyse.paths import Path, paths
from netgraph.model import Chance, Evidence, EvidenceKind, Tie
from tests.graph.builders import NOW, member, network, proof, tie

SEEN, SAID, LIKELY = EvidenceKind.OBSERVED, EvidenceKind.STATED, EvidenceKind.INFERRED


def only_path(*ties: Tie, source: str = "") -> Path:
    graph = network(ties, memberships=[member("ins", "Acme")])
    return paths(graph, Goal("Acme", ("Acme",)), source=source).paths[0]


def mine(text: str, chance: float = 0.3, kind: EvidenceKind = SEEN, years: int = 0) -> Tie:
    when = NOW - timedelta(days=366 * years)
    evidence = Evidence(kind, text, proof().origin, when, chance)
    return tie("ins", "me", chance, kind, evidence)


def test_an_unknown_closeness_wants_a_word() -> None:
    path = only_path(tie("me", "ins", None))
    assert path.strengthen == ('say how close you are: netgraph close "ins" some (or well, barely)')


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("3 mails, only from you, last on 3 Aug 2026", "an answer from them"),
        ("3 mails, only to you, last on 3 Aug 2026", "an answer from you"),
        ("3 mails, both ways, last on 3 Aug 2026", "a message or a meeting now"),
    ],
)
def test_what_my_own_step_lacks(text: str, wanted: str) -> None:
    path = only_path(mine(text))
    assert path.strengthen.startswith(wanted)
    assert path.reconnect == ""


def test_whoever_i_was_silent_with_for_years_is_to_be_met_again_first() -> None:
    path = only_path(mine("3 mails, both ways, last on 1 Nov 2022", years=4))
    assert path.reconnect == "Last in touch on 31 Oct 2022, 4 years ago: reconnect first."
    assert path.strengthen == "last in touch on 31 Oct 2022, 4 years ago: reconnect first"
    assert only_path(mine("3 mails, both ways", years=2)).reconnect == ""
    # the first step is silent though another one is less certain
    first = tie("ann", "me", 0.9, SEEN, mine("3 mails, both ways", 0.9, years=5).evidence[0])
    path = only_path(first, tie("ann", "ins", 0.2))
    assert path.reconnect.endswith("5 years ago: reconnect first.")
    assert path.strengthen.startswith("ask ann how well they know ins")


def test_a_word_stands_until_another_is_said() -> None:
    said = mine("you said how close: barely", 0.2, SAID)
    path = only_path(
        Tie(said.left, said.right, SAID, 0.2, said.chance, said.evidence, by_word=True)
    )
    assert path.strengthen.startswith("it is as close as was said; when that changes: netgraph")


def test_of_two_others_whoever_i_ask_is_asked() -> None:
    seen = only_path(tie("me", "ann", 0.9), tie("ann", "ins", 0.2))
    assert seen.strengthen == (
        "ask ann how well they know ins; then: "
        'netgraph say "ann" knows "ins" --how some (or well, barely)'
    )
    guessed = only_path(tie("me", "ann", 0.9), tie("ann", "ins", 0.2, LIKELY))
    assert guessed.strengthen == (
        "ask ann whether they know ins; then: "
        'netgraph say "ann" knows "ins" --how some (or well, barely, not-at-all)'
    )
    far = only_path(tie("me", "ann", 0.9), tie("ann", "bob", 0.9), tie("bob", "ins", 0.2))
    assert far.strengthen.startswith("ask ann how well bob knows ins; then: netgraph say")
    other = only_path(tie("me", "x"), tie("ann", "ins", 0.2), source="ann")
    assert other.strengthen.startswith("ask ann how well they know ins")


@pytest.mark.parametrize(
    ("low", "mid", "high", "span"),
    [(0.1, 0.3, 0.5, "weak to good"), (0.4, 0.5, 0.59, ""), (0.5, 0.7, 0.9, "good to strong")],
)
def test_the_range_of_a_chance_in_words(low: float, mid: float, high: float, span: str) -> None:
    made = Tie("ins", "me", SEEN, mid, Chance(low, mid, high, "test"), (proof(),))
    assert only_path(made).span == span
    unknown = Tie("ins", "me", SEEN, None, Chance(low, mid, high, "test"), (proof(),))
    assert only_path(unknown).span == ""
