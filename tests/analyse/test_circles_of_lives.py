"""The circles that are found in whole invented lives, against who really belongs together."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.analyse.communities import Communities, communities
from tests.analyse.lives import Life, adjusted_rand_index, life

SIZES = {"choir": "Tidewater Choir", "football": "Alder Juniors under-tens", "family": "Family"}


def agreement(made: Life, found: Communities) -> float:
    """The index over everybody with a real circle; whoever was put in none is alone."""
    people = sorted(made.circle)
    return adjusted_rand_index(
        [made.circle[one] for one in people], [found.of.get(one, one) for one in people]
    )


def test_the_index_by_hand() -> None:
    assert adjusted_rand_index("aabb", "xxyy") == 1
    assert adjusted_rand_index("aabb", "xyxy") == pytest.approx(-0.5)
    # pairs together: 4 in both, 6 and 7 in each, of 15
    assert adjusted_rand_index("aaabbb", "xxxxyy") == pytest.approx((4 - 2.8) / (6.5 - 2.8))


@pytest.mark.parametrize("seed", [None, 1, 4])
@pytest.mark.parametrize("friend", [True, False])
def test_the_circles_of_a_life_are_found(tmp_path: Path, seed: int | None, *, friend: bool) -> None:
    made = life(tmp_path, seed=seed, friend=friend)
    found = communities(made.graph)
    assert agreement(made, found) > (0.92 if friend else 0.86)
    named = {circle.name: set(circle.members) for circle in found.circles}
    for real, name in SIZES.items():
        assert len(made.members(real) - named[name]) <= 1
    for name, real in (("Pell & Marsh Logistics", "pellmarsh"), ("Alder University", "university")):
        others = {made.circle.get(one) for one in named[name]} - {real, None}
        assert len(named[name] & made.members(real)) >= 22
        assert len(named[name] - made.members(real)) <= 8, others
    dana = next(one.id for one in made.graph.people if one.name == "Dana Fox")
    if friend:
        assert made.graph.owners == {dana}
        guests = named["people known through Dana Fox"]
        assert len(made.members("dana") & guests) > 75
        assert not guests & made.members("university")
        assert dana in named["Alder University"]
    else:
        assert made.graph.owners == set()
        assert not any(circle.name.endswith("Dana Fox") for circle in found.circles)
