"""Whom the user wants left out appears in no answer, and that outlives everything."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.analyse.bridges import bridges, bridges_for
from netgraph.analyse.goals import Goal, find_person
from netgraph.analyse.insiders import insiders
from netgraph.analyse.paths import paths
from netgraph.analyse.questions import questions
from netgraph.analyse.reach import reach
from netgraph.analyse.unlocks import coverage
from netgraph.analyse.worth import worth
from netgraph.errors import NetgraphError
from netgraph.graph.contactgraph import ContactGraph
from netgraph.model import Exclusion, HowWell, Judgement, Person, Target
from netgraph.present.explorer import explore
from netgraph.present.shapes import bridges_shape, paths_shape, reach_shape
from netgraph.present.tiequestions import tie_question_shape
from netgraph.present.viewjson import to_json
from netgraph.store import Store
from netgraph.workflow import add_target, answer, import_paths, load, load_graph, merge, resolve
from netgraph.workflow.excluding import exclude, include, left_out
from netgraph.workflow.forgetting import forget, plan_to_forget
from netgraph.workflow.leaving import leaving_out
from netgraph.workflow.saying import say_how_well
from tests.graph.builders import member, network, tie

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIST = (
    "name,email,employer,knows,closeness\n"
    "Ann Marsh,ann@example.org,Acme,Ida Stone,well\n"
    "Bob Reed,bob@example.org,Acme,Ida Stone,some\n"
    "Ida Stone,ida@example.org,Nord,,\n"
)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store.open(tmp_path / "netgraph.db")
    bring(made, tmp_path, LIST)
    add_target(made, Target("Nord"))
    add_target(made, Target("Acme"))
    return made


def bring(store: Store, folder: Path, text: str, name: str = "list.csv") -> None:
    (folder / name).write_text(text, encoding="utf-8")
    (report,) = import_paths(store, [folder / name], now=NOW)
    assert not report.error


def person(store: Store, name: str) -> Person:
    return next(p for p in resolve(store).people if (p.is_me if name == "me" else p.name == name))


def graph_of(store: Store, minutes: int = 1000, *, everybody: bool = False) -> ContactGraph:
    return load_graph(store, NOW + timedelta(minutes=minutes), everybody=everybody)


def after(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def asked(graph: ContactGraph, employer: str = "Nord") -> list[str]:
    return [path.people[1][1] for path in paths(graph, employer).paths]


def names(graph: ContactGraph) -> set[str]:
    return {one.name for one in graph.people}


def test_who_is_left_out_of_everything_is_in_no_graph_and_comes_back(store: Store) -> None:
    assert asked(graph_of(store)) == ["Ida Stone", "Ann Marsh", "Bob Reed"]
    assert exclude(store, person(store, "Ann Marsh"), now=after(1))
    assert not exclude(store, person(store, "Ann Marsh"), now=after(2))
    assert "Ann Marsh" not in names(graph_of(store))
    assert asked(graph_of(store)) == ["Ida Stone", "Bob Reed"]
    assert "Ann Marsh" not in names(load(store.path))
    with pytest.raises(NetgraphError, match=r"Ann Marsh is left out, .*--undo"):
        find_person(graph_of(store), "ann@example.org")
    everybody = graph_of(store, everybody=True)
    assert "Ann Marsh" in names(everybody)
    assert [one.name for one in everybody.excluded] == ["Ann Marsh"]
    include(store, person(store, "Ann Marsh"), now=after(3))
    assert asked(graph_of(store)) == ["Ida Stone", "Ann Marsh", "Bob Reed"]
    assert left_out(store) == ()
    with pytest.raises(NetgraphError, match="Ann Marsh is not left out"):
        include(store, person(store, "Ann Marsh"), now=after(4))


def test_for_one_employer_only_what_concerns_it_changes(store: Store) -> None:
    exclude(store, person(store, "Ann Marsh"), "Nord", now=after(1))
    graph = graph_of(store)
    assert asked(graph) == ["Ida Stone", "Bob Reed"]
    assert "Ann Marsh" not in {one.name for one in paths(graph, "Nord").suggestions}
    assert "Ann Marsh" not in asked(graph, "Ida Stone")
    assert "Ann Marsh" in asked(graph, "Acme")
    assert "Ann Marsh" in {one.name for one in bridges(graph).ranked}
    assert "Ann Marsh" not in {one.name for one in bridges_for(graph, "Nord").ranked}
    ann = person(store, "Ann Marsh")
    assert paths(graph, "Nord", source=ann.id).paths == ()
    assert asked(graph, "Ann Marsh") != []


def test_an_insider_who_is_left_out_is_none_but_marked(store: Store) -> None:
    exclude(store, person(store, "Ida Stone"), "Nord", now=after(1))
    graph = graph_of(store, everybody=True)
    goal = Goal.of(next(m for m in graph.targets if m.target.name == "Nord"))
    assert insiders(graph, goal.employers).now == ()
    marked = insiders(graph, goal.employers, everybody=True).now
    assert [one.name for one in marked] == ["Ida Stone"]
    row = next(one for one in reach(graph).targets if one.target == "Nord")
    assert (row.state, row.insiders) == ("not reached", 0)


def test_it_outlives_a_rebuild_a_new_version_of_the_list_and_a_merge(
    store: Store, tmp_path: Path
) -> None:
    exclude(store, person(store, "Ann Marsh"), now=after(1))
    exclude(store, person(store, "Bob Reed"), "Nord", now=after(1))
    store.close()
    with Store.open(tmp_path / "netgraph.db") as again:
        text = LIST.replace("ann@example.org", "ann@example.net").replace("bob@", "bobby@")
        bring(again, tmp_path, text)
        assert asked(graph_of(again)) == ["Ida Stone"]
        bring(again, tmp_path, "name,email\nNan Vale,nan.vale@example.com\n", "more.csv")
        other = person(again, "Nan Vale")
        assert "Nan Vale" in names(graph_of(again))
        merge(again, other.id, person(again, "Ann Marsh").id, now=after(5))
        assert not names(graph_of(again)) & {"Ann Marsh", "Nan Vale"}
        answer(
            again,
            person(again, "Ida Stone").id,
            person(again, "Bob Reed").id,
            Judgement.DIFFERENT,
            now=after(6),
        )
        left = [(one.person.name, one.employer) for one in left_out(again)]
        assert left == [("Bob Reed", "Nord"), ("Nan Vale", "")]


def test_it_counts_from_when_it_was_said(store: Store) -> None:
    exclude(store, person(store, "Ann Marsh"), now=after(60))
    include(store, person(store, "Ann Marsh"), now=after(120))
    found = ["Ann Marsh" in names(graph_of(store, minutes)) for minutes in (59, 60, 119, 120)]
    assert found == [True, False, False, True]


def test_forgetting_somebody_forgets_that_too(store: Store) -> None:
    exclude(store, person(store, "Ann Marsh"), now=after(1))
    exclude(store, person(store, "Bob Reed"), now=after(1))
    forget(store, plan_to_forget(store, "Ann Marsh"), salt=b"0" * 16)
    assert [one.person.name for one in left_out(store)] == ["Bob Reed"]
    assert len({word.person for word in store.exclusions.all()}) == 1


def test_i_cannot_be_left_out_and_an_employer_may_go(store: Store) -> None:
    with pytest.raises(NetgraphError, match="is you"):
        exclude(store, person(store, "me"), now=NOW)
    exclude(store, person(store, "Bob Reed"), "Vanished Works", now=after(1))
    assert "Bob Reed" in asked(graph_of(store))


def test_a_word_on_a_tie_of_somebody_left_out_is_kept_for_later(store: Store) -> None:
    exclude(store, person(store, "Ann Marsh"), now=after(1))
    say_how_well(store, person(store, "me"), person(store, "Ann Marsh"), HowWell.WELL, now=after(2))
    include(store, person(store, "Ann Marsh"), now=after(3))
    mine = graph_of(store).tie(person(store, "me").id, person(store, "Ann Marsh").id)
    assert mine is not None
    assert mine.strength == 0.8


def test_who_is_left_out_there_covers_nothing_of_it() -> None:
    graph = network(
        [tie("me", "x", 0.8), tie("x", "ins", 0.8)],
        memberships=[member("ins", "Nord")],
        targets={"Nord": ["Nord"]},
    )
    goal = Goal("Nord", ("Nord",))
    assert coverage(graph, goal).adds.keys() == {graph.index["x"]}
    barred = leaving_out(graph, [Exclusion("x", "Nord", excluded=True, when=NOW)])
    assert coverage(barred, goal).score == 0
    assert [one.opens for one in bridges(barred).ranked] == [()]
    assert reach(barred).targets[0].state == "not reached"


def test_no_question_of_identity_opens_what_somebody_is_left_out_of() -> None:
    graph = network(
        [tie("me", "near", 0.8), tie("far", "ins", 0.8)],
        memberships=[member("ins", "Nord")],
        targets={"Nord": ["Nord"]},
    )
    assert worth(graph, [("near", "far")])[0].opens == ("Nord",)
    barred = leaving_out(graph, [Exclusion("far", "Nord", excluded=True, when=NOW)])
    assert worth(barred, [("near", "far")])[0].opens == ()


PEOPLE = [f"person{number}" for number in range(9)]


@st.composite
def networks(draw: st.DrawFn) -> ContactGraph:
    pairs = [("me", one) for one in PEOPLE]
    pairs += [(one, other) for n, one in enumerate(PEOPLE) for other in PEOPLE[n + 1 :]]
    known = draw(st.lists(st.sampled_from(pairs), min_size=4, unique=True))
    chance = st.sampled_from([None, 0.1, 0.3, 0.5, 0.8])
    somebody = sorted({one for pair in known for one in pair} - {"me"})
    places = st.tuples(st.sampled_from(somebody), st.sampled_from(["Acme", "Nord"]))
    return network(
        [tie(*pair, draw(chance)) for pair in known],
        memberships=[member(*one) for one in draw(st.lists(places, max_size=5, unique=True))],
        targets={"Acme": ["Acme"], "Nord": ["Nord"]},
        knows_at=draw(st.lists(places, max_size=3, unique=True)),
    )


def told(graph: ContactGraph) -> str:
    """All that is said of people anywhere, as JSON."""
    found = [paths(graph, Goal.of(match)) for match in graph.targets]
    return json.dumps(
        [
            [paths_shape(one) for one in found],
            [reach_shape(one) for one in reach(graph).targets],
            bridges_shape(bridges(graph)),
            bridges_shape(bridges(graph, who="everyday")),
            to_json(explore(graph).view),
            [tie_question_shape(1, one) for one in questions(graph).questions],
        ]
    )


@settings(deadline=None, max_examples=40)
@given(networks(), st.sampled_from(PEOPLE), st.booleans())
def test_somebody_left_out_never_appears(graph: ContactGraph, who: str, at_one_place: bool) -> None:
    if who not in graph.index:
        return
    word = Exclusion(who, "Nord" if at_one_place else "", excluded=True, when=NOW)
    graph = leaving_out(graph, [word])
    if not at_one_place:
        assert who not in told(graph)
        return
    goal = next(Goal.of(match) for match in graph.targets if match.target.name == "Nord")
    row = next(one for one in reach(graph).targets if one.target == "Nord")
    assert who not in json.dumps([paths_shape(paths(graph, goal)), reach_shape(row)])
    asked = [one for one in questions(graph).questions if who in one.pair]
    assert "Nord" not in {target for one in asked for target in one.targets}
    for how in ("", "everyday", "dormant"):
        assert who not in json.dumps(bridges_shape(bridges_for(graph, "Nord", who=how)))
    for one in bridges(graph).ranked:
        assert one.id != who or "Nord" not in one.opens
