from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from netgraph.analyse.goals import Goal
from netgraph.analyse.guesses import Kind, Reason, reasons_for_employer, wide_reasons
from netgraph.analyse.insiders import insiders
from netgraph.analyse.paths import paths
from netgraph.analyse.routes import Allowed
from netgraph.analyse.suggestions import DAILY_PLACE, MOST, WANTED, WIDE, _place, suggest
from netgraph.analyse.surroundings import Signs, Surroundings
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import AffiliationKind, EvidenceKind, MatchTier, Person, Target, TargetMatch
from tests.graph.builders import member, network, proof, tie

T = TypeVar("T")

GOAL = Goal("Acme", ("Acme",))


def test_said_then_school_then_trade_then_town_then_well_connected() -> None:
    people = [
        Person("field", "field", occupation="clean energy planner"),
        Person("town", "town", labels=("Port Alder chess",)),
    ]
    graph = network(
        [tie("me", one, 0.4) for one in ("field", "town", "maria", "left", "pupil", "rest")]
        + [tie("rest", "x"), tie("me", "idle", 0.9)],
        people=people,
        memberships=[
            member("left", "Acme", current=False),
            member("pupil", "Acme", kind=AffiliationKind.SCHOOL),
            member("stranger", "Acme", current=False),
        ],
        knows_at=[("maria", "Acme"), ("me", "Acme")],
    )
    target = TargetMatch(Target("Acme", industry="Clean energy", city="Port Alder"), ())
    found = paths(replace(graph, targets=(target,)), GOAL).suggestions
    assert [one.id for one in found] == ["maria", "pupil", "field", "town"]
    assert "Whom do you know at Acme" in found[0].ask
    assert [one.basis for one in found] == ["said", *["guess"] * 3]
    assert found[2].why == "clean energy planner (energy, the same field)"
    assert found[3].why == "in “Port Alder chess” (in Port Alder as well)"


def test_at_least_three_when_i_know_so_many() -> None:
    graph = network(
        [tie("me", one) for one in ("a", "b", "c", "d")] + [tie("d", "x"), tie("c", "x")]
    )
    found = paths(graph, GOAL).suggestions
    assert [one.id for one in found] == ["c", "d", "a"]
    assert [one.why for one in found] == [
        "knows 1 person you know of",
        "knows 1 person you know of",
        "how far they reach is not known yet",
    ]


def test_those_already_on_a_path_are_not_suggested_again_and_there_is_an_end() -> None:
    names = [f"p{number:02}" for number in range(30)]
    graph = network(
        [*(tie("me", one) for one in names), tie("p00", "ins")],
        memberships=[member("ins", "Acme")],
        knows_at=[(one, "Acme") for one in names],
    )
    found = paths(graph, GOAL).suggestions
    assert len(found) == MOST
    assert "p00" not in {one.id for one in found}


def test_who_has_a_path_is_no_guess_even_when_the_path_is_not_shown() -> None:
    graph = network(
        [tie("me", one) for one in ("a", "b", "c", "d")] + [tie("a", "ins"), tie("b", "ins")],
        memberships=[member("ins", "Acme")],
    )
    found = paths(graph, GOAL, limit=1)
    assert [path.people[1][0] for path in found.paths] == ["a"]
    assert [one.id for one in found.suggestions] == ["c", "d"]


def test_those_who_may_know_a_person() -> None:
    graph = network(
        [tie("me", one) for one in ("mate", "pupil", "idle")],
        memberships=[
            member("goal", "Acme"),
            member("mate", "Acme", current=False),
            member("pupil", "Acme", kind=AffiliationKind.SCHOOL),
        ],
    )
    found = paths(graph, Goal("goal", person="goal"))
    assert found.paths == ()
    assert [one.id for one in found.suggestions] == ["mate", "idle", "pupil"]
    assert found.suggestions[0].why == "also at Acme"
    assert found.suggestions[0].ask == "Do you know goal?"


def test_nobody_is_asked_whether_they_know_me() -> None:
    graph = network(
        [tie("me", "ann"), tie("ann", "bob")],
        memberships=[member("me", "Acme"), member("ann", "Acme")],
    )
    found = paths(graph, Goal("me", person="me"))
    assert (found.paths, found.suggestions) == ((), ())


def test_what_is_said_about_a_person_speaks_of_the_person() -> None:
    graph = network([tie("me", one) for one in ("ann", "bob")] + [tie("far", "else")])
    found = paths(graph, Goal("far", person="far")).suggestions
    assert {one.ask for one in found} == {"Do you know far?"}
    assert {one.why for one in found} == {"how far they reach is not known yet"}
    nobody = network([tie("ann", "far")], me="")
    assert paths(nobody, Goal("far", person="far")).suggestions == ()


def test_the_closest_are_kept_when_there_are_too_many() -> None:
    names = [f"p{number:02}" for number in range(20)]
    graph = network(
        [tie("me", one, 0.9 if one == "p19" else 0.2) for one in names],
        memberships=[member(one, "Acme", kind=AffiliationKind.SCHOOL) for one in names],
    )
    assert paths(graph, GOAL).suggestions[0].id == "p19"


def with_target(graph: ContactGraph, industry: str = "", city: str = "") -> ContactGraph:
    target = TargetMatch(Target("Acme", industry=industry, city=city), ())
    return replace(graph, targets=(target,))


def whys(graph: ContactGraph, goal: Goal = GOAL) -> dict[str, str]:
    return {one.id: one.why for one in paths(graph, goal).suggestions}


def test_the_trade_of_a_firm_is_what_the_user_or_the_table_says_else_its_name() -> None:
    graph = network(
        [tie("me", one) for one in ("own", "table", "name", "other")],
        memberships=[
            member("own", "Fennel Bank"),
            member("table", "Quill", role="Buyer"),
            member("name", "Harbour Clinic", current=False),
            member("other", "Whimbrel Tea"),
        ],
    )
    told = {"Quill": {"industry": "health care"}, "Whimbrel Tea": {"industry": "mining"}}
    employers = tuple(replace(one, **told.get(one.id, {})) for one in graph.employers)
    mine = TargetMatch(Target("Fennel", industry="hospital"), (("Fennel Bank", MatchTier.EXACT),))
    graph = with_target(replace(graph, employers=employers), "Hospital")
    found = whys(replace(graph, targets=(*graph.targets, mine)))
    assert found["own"] == "works at Fennel Bank (health care, the same field)"
    assert found["table"] == "Buyer at Quill (health care, the same field)"
    assert found["name"] == "used to work at Harbour Clinic (health care, the same field)"
    assert "other" not in found


def test_a_trade_next_to_it_counts_less_than_the_same_and_the_past_less_than_today() -> None:
    people = [
        Person("was", "was", occupation="aunt, retired nurse"),
        Person("is", "is", occupation="nurse"),
        Person("near", "near", occupation="pharmacist"),
        Person("far", "far", occupation="plumber"),
    ]
    graph = network([tie("me", one.id) for one in people], people=people)
    found = paths(with_target(graph, "Health care"), GOAL).suggestions
    assert [one.id for one in found] == ["is", "was", "near"]
    assert found[2].why == "pharmacist (pharmaceuticals, close to health care)"
    assert found[0].ask == "Do you come across people from Acme in your work?"
    assert found[1].ask == "Do you come across people from Acme?"


def test_to_have_been_there_tells_more_than_the_trade_of_the_place() -> None:
    graph = network(
        [tie("me", "ann")],
        memberships=[member("ann", "Acme", kind=AffiliationKind.SCHOOL, role="nurse")],
    )
    assert whys(with_target(graph, "hospital")) == {
        "ann": "works at Acme, in your LinkedIn connections"
    }


def test_a_trade_no_table_knows_is_found_by_its_words() -> None:
    people = [Person("a", "a", occupation="puppet maker"), Person("b", "b", occupation="the and")]
    graph = network([tie("me", "a"), tie("me", "b")], people=people)
    found = whys(with_target(graph, "Puppet theatre and the like"))
    assert found["a"] == "puppet maker (close to the field, Puppet theatre and the like)"
    assert "field" not in found["b"]


def test_an_employer_that_is_no_target_has_the_trade_and_town_of_the_table() -> None:
    graph = network(
        [tie("me", "ann"), tie("me", "bea")],
        people=[Person("ann", "ann", occupation="pharmacist")],
        memberships=[member("bea", "Basel Zoo")],
    )
    found = whys(graph, Goal("Roche"))
    assert found["ann"] == "pharmacist (pharmaceuticals, the same field)"
    assert found["bea"] == "works at Basel Zoo (in Basel as well)"


def test_the_same_town_is_that_of_the_head_office_or_named_in_whole_words() -> None:
    graph = network(
        [tie("me", one) for one in ("office", "named", "part")],
        memberships=[
            member("office", "Quill"),
            member("named", "Port Alder Ferries"),
            member("part", "Port Alderton Ferries"),
        ],
    )
    employers = tuple(
        replace(one, city="PORT ALDER") if one.id == "Quill" else one for one in graph.employers
    )
    found = whys(with_target(replace(graph, employers=employers), city="Port Alder"))
    assert found["office"] == "works at Quill (in Port Alder as well)"
    assert found["named"] == "works at Port Alder Ferries (in Port Alder as well)"
    assert "Port Alder as well" not in found["part"]


def test_trade_and_town_of_one_thing_are_told_together() -> None:
    graph = network(
        [tie("me", "ann")], people=[Person("ann", "ann", labels=("circle:Port Alder nurses",))]
    )
    graph = with_target(graph, "nursing", "Port Alder")
    assert whys(graph) == {"ann": "in your circle “Port Alder nurses” (in Port Alder as well)"}
    people = [Person("ann", "ann", labels=("circle:Port Alder hospital",))]
    graph = with_target(network([tie("me", "ann")], people=people), "nursing", "Port Alder")
    assert whys(graph) == {
        "ann": "in your circle “Port Alder hospital” (health care, the same field, "
        "in Port Alder as well)"
    }


def test_whoever_worked_where_people_moved_from_or_to_may_know_them() -> None:
    graph = network(
        [tie("me", "now"), tie("me", "then"), tie("me", "back"), tie("me", "none")],
        memberships=[
            member("far", "Quill", current=False),
            member("far", "Acme", current=False),
            member("now", "Quill"),
            member("then", "Quill", current=False),
            member("eve", "Acme", current=False),
            member("eve", "Heron"),
            member("back", "Heron"),
            member("none", "Gull"),
        ],
    )
    found = paths(graph, GOAL).suggestions
    assert [one.id for one in found] == ["back", "now", "then"]
    assert found[1].why == "works at Quill, from where 1 person you know of went to Acme"
    assert found[2].why.startswith("used to work at Quill, from where")
    assert found[0].why == "works at Heron, where 1 person you know of went from Acme"
    assert "colleague who went to Acme" in found[0].ask


def test_people_from_daily_life_are_told_by_whom_they_are_said_to_know() -> None:
    said = EvidenceKind.STATED
    graph = network(
        [tie("me", one, 0.4) for one in ("maria", "stan", "lin")]
        + [tie("maria", "x", kind=said, evidence=proof(said)), tie("lin", "y"), tie("lin", "z")],
        people=[
            Person("maria", "maria", occupation="hairdresser"),
            Person("stan", "stan", occupation="mechanic"),
        ],
        knows_at=[("maria", "St. Mary")],
    )
    found = paths(graph, GOAL).suggestions
    assert [one.id for one in found] == ["maria", "lin", "stan"]
    assert found[0].why == "hairdresser, said to know 1 person beside you, and people at St. Mary"
    assert found[0].ask == "Among the people you meet, does anybody work at Acme?"
    assert found[1].why == "knows 2 people you know of"
    assert "has not been asked yet" in found[2].why


def test_one_from_daily_life_has_a_place_among_many_of_the_trade() -> None:
    said = EvidenceKind.STATED
    nurses = [Person(f"n{i}", f"n{i}", occupation="nurse") for i in range(9)]
    graph = network(
        [tie("me", one.id) for one in nurses]
        + [tie("me", "maria", 0.2), tie("maria", "x", kind=said, evidence=proof(said))],
        people=[*nurses, Person("maria", "maria", occupation="hairdresser")],
    )
    found = [one.id for one in paths(with_target(graph, "hospital"), GOAL).suggestions]
    assert found == ["n0", "n1", "n2", "n3", "n4", "maria", "n5", "n6"]


def test_a_friend_whose_file_was_looked_through_comes_after_others_who_know_as_many() -> None:
    graph = network(
        [tie("me", "dana"), tie("me", "zoe"), tie("dana", "x"), tie("dana", "y"), tie("zoe", "w")],
        owners=["dana"],
    )
    found = paths(graph, GOAL).suggestions
    assert [one.id for one in found] == ["zoe", "dana"]
    assert "own list" in found[1].why


def test_a_friend_of_mine_of_the_same_circle_may_know_a_person() -> None:
    people = [Person(one, one, labels=("Choir",)) for one in ("goal", "bass")]
    graph = network(
        [tie("me", "bass"), tie("me", "tom"), tie("me", "abe")],
        people=people,
        memberships=[member("goal", "Acme")],
        knows_at=[("tom", "Acme")],
    )
    found = paths(graph, Goal("goal", person="goal")).suggestions
    assert [one.why for one in found] == [
        "also one of Choir",
        "said to know people at Acme",
        "how far they reach is not known yet",
    ]


# -- properties ------------------------------------------------------------------------------


NAMES = tuple("abcdefgh")
TEXTS = ("nurse", "Harbour Clinic", "Port Alder chess", "plumber", "")


@st.composite
def lives(draw: st.DrawFn) -> ContactGraph:
    """Networks in which anybody may be inside Acme, of its trade, or about its town."""
    everybody = ("me", *NAMES)
    pairs = [(one, other) for one in everybody for other in everybody if one < other]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=14))
    chances = st.sampled_from([0.2, 0.5, 0.8, None])
    people = [
        Person(
            one,
            one,
            occupation=draw(st.sampled_from(TEXTS)),
            labels=(draw(st.sampled_from(TEXTS)),),
        )
        for one in NAMES
    ]
    firms = st.sampled_from(["Acme", "Quill", "Harbour Clinic"])
    jobs = st.lists(st.tuples(st.sampled_from(everybody), firms, st.booleans()), max_size=8)
    members = [member(who, firm, current=now) for who, firm, now in draw(jobs)]
    told = draw(st.lists(st.tuples(st.sampled_from(everybody), firms), max_size=3))
    graph = network(
        [tie(one, other, draw(chances)) for one, other in chosen],
        people=people,
        memberships=members,
        knows_at=told,
    )
    return with_target(graph, "hospital", "Port Alder")


@given(lives(), st.sets(st.sampled_from(NAMES), max_size=3), st.integers(1, 3))
def test_never_me_nor_the_avoided_nor_strangers_nor_whoever_has_a_path(
    graph: ContactGraph, avoid: set[str], hops: int
) -> None:
    found = paths(graph, GOAL, allowed=Allowed(frozenset(avoid), max_hops=hops))
    everything = paths(graph, GOAL, allowed=Allowed(frozenset(avoid)), limit=1000)
    suggested = {one.id for one in found.suggestions}
    inside = {one.id for one in insiders(graph, ("Acme",)).now}
    on_a_path = {path.people[1][0] for path in everything.paths}
    assert not suggested & ({"me"} | avoid | inside | on_a_path)
    assert suggested <= graph.chances_from("me").keys()
    assert len(suggested) == len(found.suggestions) <= MOST
    for one in found.suggestions:
        assert one.why
        assert one.ask.endswith("?")
        assert not any(graph.tie(one.id, there) for there in inside - avoid)


@given(lives(), st.randoms(use_true_random=False))
def test_the_order_of_the_records_decides_nothing(graph: ContactGraph, chance: Random) -> None:
    def mixed(items: Sequence[T]) -> tuple[T, ...]:
        return tuple(chance.sample(list(items), len(items)))

    other = replace(
        graph,
        memberships=mixed(graph.memberships),
        knows_at=mixed(graph.knows_at),
        employers=mixed(graph.employers),
    )
    assert paths(other, GOAL).suggestions == paths(graph, GOAL).suggestions


@given(lives())
def test_somebody_else_asks_people_of_their_own(graph: ContactGraph) -> None:
    found = paths(graph, GOAL, source="a").suggestions
    assert {one.id for one in found} <= graph.chances_from("a").keys() - {"me", "a"}


@given(lives(), st.sampled_from(["", "Quill", "Harbour Clinic"]))
def test_to_look_only_where_somebody_may_be_picked_leaves_nobody_out(
    graph: ContactGraph, trade: str
) -> None:
    """Whoever only reaches far is not looked at when others fill the places."""
    graph = with_target(graph, trade, "Port Alder")
    there = insiders(graph, ("Acme",))
    inside = {one.id for one in there.now}
    asks = (
        "Among the people you meet, does anybody work at Acme?",
        "Do you know anybody who works at Acme?",
    )
    found: dict[str, list[Reason]] = {}
    for one in (
        *reasons_for_employer(graph, "Acme", there),
        *wide_reasons(graph, asks, graph.index.keys()),
    ):
        found.setdefault(one.person, []).append(one)
    near = graph.chances_from("me")
    ranked = sorted(
        _place(graph, one, near[one], found[one]) for one in near if one not in {"me", *inside}
    )
    likely = [place[-1] for place in ranked if place[0] < WIDE]
    wide = [place[-1] for place in ranked if place[0] == WIDE]
    daily = [p for p in wide if any(r.kind is Kind.DAILY and r.chance > 0 for r in found[p])]
    places = [*likely[:DAILY_PLACE], *daily[:1], *likely[DAILY_PLACE:]]
    picked = (places if len(likely) > DAILY_PLACE else likely)[:MOST]
    picked += wide[: max(0, WANTED - len(likely))]
    assert [one.id for one in suggest(graph, "Acme", there, ())] == picked


@given(lives())
def test_of_whoever_is_passed_over_nothing_fits(graph: ContactGraph) -> None:
    around = Surroundings(graph, "Acme", ("Acme",))
    fitting = {one.id for one in around.fitting(graph.people)}
    for person in graph.people:
        assert person.id in fitting or around.signs(person) == Signs()
