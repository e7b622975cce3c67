"""How common a name is: as seen among people told apart, and by what it is short for."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from netgraph.model import StoredCard
from netgraph.resolve.comparing.traits import traits_of
from netgraph.resolve.names.parts import name_parts
from netgraph.resolve.names.population import Population
from netgraph.resolve.names.rarity import FullNames
from netgraph.resolve.people import resolve_people
from netgraph.resolve.rules import SAME_FROM, UNSURE_FROM, chance_of_yes, score
from tests.resolve.labelled import FAMILY, GIVEN, stored


def profile(name: str, number: int) -> StoredCard:
    slug = f"linkedin.com/in/person-{number}"
    return stored((name,), (("profile", slug),), source="linkedin", is_contact=True)


def on_phone(name: str) -> StoredCard:
    return stored((name,), (("phone", "+44 7700 900123"),), source="phone", is_contact=True)


def points(*cards: StoredCard) -> float:
    everybody = [traits_of(card, "GB") for card in cards]
    found = score(everybody[0], everybody[1], Population(everybody))
    return found.points if found else 0.0


def crowd(*, shared: int) -> list[StoredCard]:
    """150 people of 10 first and 20 last names; ``shared`` names have two bearers."""
    every = [f"{given} {family}" for given in GIVEN[:10] for family in FAMILY[:20]]
    names = random.Random(1).sample(every, 150 - shared)
    return [profile(name, n) for n, name in enumerate((*names, *names[-shared:][:shared]))]


def joined(cards: Sequence[StoredCard], left: StoredCard, right: StoredCard) -> bool:
    person_of = resolve_people(cards, ()).person_of
    return person_of[left.card.key] == person_of[right.card.key]


def test_a_name_is_rare_where_hardly_anybody_shares_one() -> None:
    """Few first and few last names, but whoever has a profile has a name of their own."""
    apart = crowd(shared=0)
    friend = on_phone(apart[0].card.names[0])
    assert joined([*apart, friend], apart[0], friend)
    together = crowd(shared=30)
    friend = on_phone(together[0].card.names[0])
    assert not joined([*together, friend], together[0], friend)


def test_clumping_is_what_is_seen_over_what_is_expected() -> None:
    names = FullNames()
    assert names.clumping == 1.0
    people = [name_parts(f"{given} {family}") for given in ("Ann", "Bo") for family in ("Ro", "Si")]
    names.tell_apart(people * 2, 1)
    # 28 pairs of people, 12 share the first name, 12 the last, 4 both
    assert names.clumping == pytest.approx((4 + 2) / (12 * 12 / 28 + 2))
    names.tell_apart(people, -1)
    assert names.clumping == pytest.approx(2 / (2 * 2 / 6 + 2))


def test_who_is_called_ben_may_be_benjamin() -> None:
    ben, friend = profile("Ben Volford", 1), on_phone("Ben Volford")
    assert points(ben, friend) >= SAME_FROM
    assert points(ben, friend, profile("Benjamin Volford", 2)) < SAME_FROM
    # the namesake is one of the two: nobody else is called so
    assert points(profile("Benjamin Volford", 2), friend) > UNSURE_FROM


def test_another_last_name_in_an_address_makes_a_question() -> None:
    sophie = profile("Sophie Volford", 1)
    fits, other, nothing = (
        stored(("Sophie Volford",), (("email", address),), source="mail")
        for address in ("sophie.volford@gmx.de", "sophie.quanford64@gmx.de", "s64@gmx.de")
    )
    assert points(sophie, fits) >= points(sophie, nothing) >= SAME_FROM
    assert UNSURE_FROM <= points(sophie, other) < SAME_FROM


@pytest.mark.parametrize("name", ["T. Marrash", "Tobin Marrash", "Toby Marrash"])
def test_a_name_that_several_may_mean_is_asked_about_after_those_of_one(name: str) -> None:
    tobin = stored(
        ("Tobias Marrash" if "Toby" in name else "Tobin Marrash",),
        (("profile", "linkedin.com/in/tm"),),
        organisation="Orbit Foods",
        source="linkedin",
        is_contact=True,
    )
    friend = on_phone(name)
    namesake = profile(tobin.card.names[0], 7)
    everybody = [traits_of(card, "GB") for card in (tobin, friend, namesake)]
    found = score(everybody[0], everybody[1], Population(everybody))
    assert found is not None
    assert found.points == UNSURE_FROM
    assert chance_of_yes(found) <= 0.5
    alone = score(everybody[0], everybody[1], Population(everybody[:2]))
    assert alone is not None
    assert chance_of_yes(alone) > 0.5
