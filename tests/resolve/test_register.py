"""What is kept up to date is what a rebuild from scratch would be."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netgraph.model import Decision, Judgement, StoredCard
from netgraph.resolve.comparing.blocks import Blocks
from netgraph.resolve.comparing.everybody import Everybody
from netgraph.resolve.comparing.traits import traits_of
from netgraph.resolve.names.population import Population
from netgraph.resolve.people import resolve_people
from netgraph.resolve.register import Register
from netgraph.resolve.rules import score
from tests.resolve.crowds import Crowd
from tests.resolve.labelled import address_book

MOVES = st.lists(
    st.tuples(st.sampled_from(["come", "come", "go", "say", "take back"]), st.integers(0, 12)),
    min_size=1,
    max_size=8,
)


def moved(
    move: str, size: int, crowd: Crowd, cards: list[StoredCard], said: list[Decision]
) -> None:
    """Change ``cards`` and ``said`` as an import, a forgetting or a word of the user does."""
    if move == "come":
        held = {s.card.key for s in cards}
        come = {s.card.key: s for s in crowd.cards(size)}
        cards.extend(s for key, s in come.items() if key not in held)
    elif move == "go":
        for _ in range(min(size, len(cards))):
            cards.pop(crowd.dice.randrange(len(cards)))
    elif move == "say":
        said.extend(crowd.words(cards, size % 4))
    elif said:
        said.pop(crowd.dice.randrange(len(said)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), MOVES)
def test_any_order_of_changes_gives_what_a_rebuild_gives(
    dice: random.Random, moves: list[tuple[str, int]]
) -> None:
    crowd, register = Crowd(random.Random(dice.random())), Register()
    cards, said = crowd.cards(0), []
    for move, size in [("come", 12), *moves]:
        moved(move, size, crowd, cards, said)
        shuffled = crowd.dice.sample(cards, len(cards))
        assert register.resolve(shuffled, said, region="GB") == resolve_people(
            cards, said, region="GB"
        )


def in_steps(cards: list[StoredCard], said: list[Decision], dice: random.Random) -> Register:
    """A register to which ``cards`` came in seven imports, with some that are gone again."""
    register = Register()
    for end in sorted(dice.sample(range(1, len(cards)), 6)):
        gone = dice.sample(range(end), min(end, 5))
        held = [each for n, each in enumerate(cards[:end]) if n not in gone]
        register.resolve(held, said[: end % (len(said) + 1)])
    return register


@pytest.mark.parametrize("seed", range(3))
def test_two_thousand_cards_in_several_imports_are_who_they_are_at_once(seed: int) -> None:
    dice = random.Random(seed)
    cards = list({s.card.key: s for s in address_book(1100, seed)[0]}.values())[:2000]
    assert len(cards) == 2000
    at_once = resolve_people(cards, [])
    said = [
        replace(each, by="user", judgement=dice.choice([Judgement.SAME, Judgement.DIFFERENT]))
        for each in dice.sample(at_once.decisions, 30)
    ]
    dice.shuffle(cards)
    assert in_steps(cards, said, dice).resolve(cards, said) == resolve_people(cards, said)


def test_what_is_not_touched_is_not_scored_again(monkeypatch: pytest.MonkeyPatch) -> None:
    cards = list({s.card.key: s for s in address_book(500, 3)[0]}.values())
    register, scored = Register(), []
    compare = Blocks.compared

    def counting(blocks: Blocks, sets: Everybody, *rest: object) -> set[tuple[int, int]]:
        scored.extend(sets.numbers.tolist())
        return compare(blocks, sets, *rest)

    monkeypatch.setattr(Blocks, "compared", counting)
    register.resolve(cards[:-10], [])
    assert not scored
    register.resolve(cards, [])
    assert 0 < len(scored) < len(cards) / 4
    scored.clear()
    register.resolve(cards, [])
    assert not scored


def test_files_of_two_owners_and_one_card_twice_are_resolved_as_a_whole() -> None:
    crowd = Crowd(random.Random(4))
    cards = list({s.card.key: s for s in crowd.cards(20)}.values())
    owners = [
        replace(s, owner="", card=replace(s.card, is_owner=True, names=(name,)))
        for s, name in zip(cards[:2], ("Ann Roe", "Bo Pine"), strict=True)
    ]
    register = Register()
    for held in (cards, owners + cards[2:], cards + cards[:3], cards):
        assert register.resolve(held, []) == resolve_people(held, [])


def test_another_country_of_numbers_changes_everything() -> None:
    cards = list({s.card.key: s for s in Crowd(random.Random(9)).cards(40)}.values())
    register = Register()
    found = [register.resolve(cards, [], region=region) for region in ("GB", "", "GB")]
    assert found[0] == found[2] == resolve_people(cards, [], region="GB")
    assert found[1] == resolve_people(cards, []) != found[0]


@settings(max_examples=30, deadline=None)
@given(st.randoms(use_true_random=False))
def test_counts_are_those_of_everybody_who_is_there(dice: random.Random) -> None:
    everybody = [traits_of(each, "GB") for each in Crowd(random.Random(dice.random())).cards(60)]
    kept = Population(everybody[:40])
    gone = {number: everybody[number] for number in range(10, 25)}
    kept.change(gone, Everybody(everybody[40:], range(40, 60)))
    there = everybody[:10] + everybody[25:]
    fresh = Population(there)
    pairs = [dice.sample(there, 2) for _ in range(200)]
    assert [score(a, b, kept) for a, b in pairs] == [score(a, b, fresh) for a, b in pairs]
