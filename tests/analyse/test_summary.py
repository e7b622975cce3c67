from __future__ import annotations

from netgraph.analyse.summary import summary
from netgraph.graph.chances import MEMBERS_LIMIT
from netgraph.model import AffiliationKind, EvidenceKind, Person
from tests.graph.builders import member, network, tie


def test_people_are_counted_by_life_area_and_source() -> None:
    people = [
        Person("me", "Noor", is_me=True, files=("a.csv",)),
        Person("n1", "n1", labels=("x", "circle:neighbourhood"), files=("a.csv", "b.vcf")),
        Person("n2", "n2", labels=("circle:neighbourhood",), files=("a.csv",)),
        Person("h", "h", occupation="hairdresser", files=("a.csv",)),
        Person("l", "l", labels=("Friends",)),
    ]
    graph = network(
        [tie("me", one, None) for one in ("n1", "n2", "h", "l", "w", "s")]
        + [tie("me", "q", 0.4), tie("w", "far", 0.2, EvidenceKind.INFERRED)],
        people=people,
        memberships=[member("w", "Acme"), member("s", "School", kind=AffiliationKind.SCHOOL)],
    )
    found = summary(graph)
    assert (found.me, found.known, found.further, found.unknown) == ("Noor", 7, 1, 6)
    assert found.areas == (
        ("neighbourhood", 2),
        ("Friends", 1),
        ("everyday services", 1),
        ("school", 1),
        ("work", 1),
        ("not said", 1),
    )
    assert found.sources == (("a.csv", 3), ("b.vcf", 1))
    assert found.ties == (("observed", 7), ("inferred", 1))
    assert found.employers == 2
    assert found.to_frame()["count"].iloc[0] == 7


def test_spellings_of_one_area_are_counted_together() -> None:
    labels = ["Family", "family", "Family"]
    people = [Person(f"p{n}", f"p{n}", labels=(label,)) for n, label in enumerate(labels)]
    graph = network([tie("me", one.id) for one in people], people=people)
    assert summary(graph).areas == (("Family", 3),)


def test_organisations_too_large_for_guesses_are_named() -> None:
    people = [member(f"p{number}", "Acme") for number in range(MEMBERS_LIMIT)]
    assert summary(network([], memberships=[*people, member("me", "Acme")])).crowded == ()
    assert summary(network([], memberships=[*people, member("x", "Acme")])).crowded == ("Acme",)


def test_only_people_tied_to_my_network_are_in_reach() -> None:
    people = [Person("soon", "Guest of a meeting next week")]
    line = [tie("me", "a"), tie("a", "b"), tie("b", "c"), tie("c", "d"), tie("x", "y")]
    found = summary(network(line, people=people))
    assert (found.known, found.further) == (1, 2)
    assert summary(network([tie("a", "b")], me="")).further == 0


def test_an_empty_network() -> None:
    found = summary(network([], me=""))
    assert (found.me, found.known, found.areas, found.sources) == ("", 0, (), ())
