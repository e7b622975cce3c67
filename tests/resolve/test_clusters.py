from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netgraph.resolve.clusters import Clusters
from netgraph.resolve.comparing.traits import Traits, traits_of
from tests.resolve.labelled import stored


def traits(subject: str, *slugs: str, owner_of: str | None = None) -> Traits:
    owners = frozenset() if owner_of is None else frozenset((owner_of,))
    keys = frozenset(f"profile:{slug}" for slug in slugs)
    return Traits(subjects=frozenset((subject,)), keys=keys, owner_of=owners)


def test_joined_sets_have_one_smallest_position() -> None:
    clusters = Clusters([traits("a"), traits("b"), traits("c"), traits("d")], [])
    assert clusters.join(3, 1)
    assert clusters.join(3, 1)
    assert clusters.sets() == {0: [0], 1: [1, 3], 2: [2]}
    assert clusters.traits(3).subjects == {"b", "d"}


def test_two_profiles_stay_apart_even_through_a_third_card() -> None:
    clusters = Clusters([traits("a", "ann"), traits("b"), traits("c", "anna")], [])
    assert clusters.join(0, 1)
    assert not clusters.join(1, 2)
    assert clusters.join(1, 2, by_user=True)


def test_owners_of_two_files_stay_apart() -> None:
    clusters = Clusters([traits("a", owner_of=""), traits("b", owner_of="dana")], [])
    assert not clusters.join(0, 1)


def test_different_is_stronger_than_the_user_s_same() -> None:
    clusters = Clusters([traits("a"), traits("b"), traits("c")], [("a", "c"), ("b", "b")])
    assert clusters.join(0, 1, by_user=True)
    assert not clusters.join(1, 2, by_user=True)
    assert clusters.are_different(1, 2)


def test_traits_add_up() -> None:
    left = traits_of(stored(("Ann Petrov",), (("email", "ann@orbit.example"),), source="a"), "")
    known = (("phone", "+44 7700 900123"),)
    right = traits_of(stored(("Petrov, Ann",), known, organisation="Orbit", source="b"), "")
    both = left | right
    assert [name.key for name in both.names] == ["ann petrov"]
    assert both.keys == {"email:ann@orbit.example", "phone:+447700900123"}
    assert (both.work_domains, both.employers) == ({"orbit.example"}, {"orbit"})
    assert both.phone_ends == {"00900123"}
    assert "anpetrov" in both.full_spellings


@given(
    st.lists(st.sampled_from(["", "s1", "s2", "s3"]), min_size=2, max_size=8),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12),
    st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=4),
)
def test_no_set_ever_holds_a_contradiction(
    slugs: list[str], joins: list[tuple[int, int]], apart: list[tuple[int, int]]
) -> None:
    size = len(slugs)
    every = [traits(str(n), *filter(None, (slug,))) for n, slug in enumerate(slugs)]
    different = [(str(a), str(b)) for a, b in apart if a != b]
    clusters = Clusters(every, different)
    for a, b in joins:
        if a < size and b < size:
            clusters.join(a, b)
    for members in clusters.sets().values():
        assert len({slugs[m] for m in members} - {""}) <= 1
        inside = {str(m) for m in members}
        assert not any({a, b} <= inside for a, b in different)
