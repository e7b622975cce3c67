"""What reaches the page, in which order, and as which JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from netgraph.model import Chance, Evidence, EvidenceKind, Identifier, IdentifierKind, Tie
from netgraph.present.discs import packed, scaled
from netgraph.present.renderers import PYVIS
from netgraph.present.viewjson import to_json
from netgraph.present.viewmodel import Drawing, view_model
from netgraph.present.viewparts import additions, last_contact, proof_view, tie_view
from netgraph.present.viewtypes import AddView, Free, Ref, ViewModel
from netgraph.present.wordings import letters, weakest_plain
from tests.present.builders import TARGETS, demo


@pytest.fixture(scope="module")
def document(view: ViewModel) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(to_json(view))
    return loaded


def test_schema_is_frozen(document: dict[str, object]) -> None:
    assert document["schema"] == 1
    assert list(document) == [
        "schema", "title", "as_of", "me", "redacted", "notes", "wanted", "steps",
        "people", "employers", "circles", "ties", "targets", "ways", "bridges", "everyday",
        "strings",
    ]  # fmt: skip
    keys = {
        "people": "n name occ circle band last link files stays xy since",
        "employers": "name alias target",
        "circles": "name size",
        "targets": "name alias state band insiders former independent through blind hints "
        "inside left",
        "ways": "target rank people ties band basis weakest weakest_why reason inside proof "
        "stability where said",
        "bridges": "rank person band groups opens loss reason introduced everyday proofs "
        "stability adds alone",
    }
    for key, names in keys.items():
        rows = document[key]
        assert isinstance(rows, list)
        assert list(rows[0]) == names.split()


def test_json_can_stand_in_a_script(view: ViewModel) -> None:
    people = (replace(view.people[0], name="</script>\u2028\u2029&\ud800 Ünal"), *view.people[1:])
    text = to_json(replace(view, people=people))
    assert not set("<>&\u2028\u2029") & set(text)
    assert json.loads(text)["people"][0]["name"] == "</script>\u2028\u2029&? Ünal"


def test_no_address_or_phone_reaches_the_page(view: ViewModel) -> None:
    text = to_json(view)
    assert "@example.com" not in text
    assert "555-01" not in text


def test_targets_come_with_and_without_ways(view: ViewModel) -> None:
    assert [t.name for t in view.targets][:2] == ["Nordwind Analytics", "St. Mary Hospital"]
    unreached = [t for t in view.targets if t.state == "not reached"]
    assert len(unreached) == 2
    blind = "Nobody known inside, and no former member of staff either."
    assert all(t.hints and t.blind.plain == (Free(blind, ""),) for t in unreached)


def test_best_reached_target_comes_first_and_ranks_stay(view: ViewModel) -> None:
    made = demo()
    best = max(made.paths, key=lambda p: max((x.score for x in p.paths), default=0.0))
    order = list(dict.fromkeys(w.target for w in view.ways))
    names = {t.id: t.name for t in view.targets}
    assert names[order[0]] == best.target
    for target in order:
        ranks = [w.rank for w in view.ways if w.target == target]
        assert ranks == list(range(1, len(ranks) + 1))


def test_places_are_the_same_each_time_and_given_ones_are_used() -> None:
    made = demo(60)
    one, two = (view_model(*made.arguments(), made.circles) for _ in range(2))
    assert one == two
    placed = {p.id: (float(k), 2.0 * k) for k, p in enumerate(made.graph.people)}
    given = view_model(*made.arguments(), made.circles, Drawing(positions=placed))
    drawn = [p.xy for p in given.people if p.xy]
    assert len(drawn) == 59
    assert max(abs(c) for xy in drawn for c in xy) == 1000


def test_without_circles_people_stand_by_employer_and_the_page_says_so() -> None:
    made = demo(60)
    view = view_model(*made.arguments())
    assert any("same employer stand together" in note for note in view.notes)
    assert {c.name.full for c in view.circles} <= {e.name for e in view.employers}
    assert view.circles


def test_a_large_map_leaves_people_out_and_says_how_many() -> None:
    made = demo(120)
    view = view_model(*made.arguments(), made.circles, Drawing(replace(PYVIS, most=40)))
    drawn = {p.id for p in view.people if p.xy}
    assert len(drawn) == 40
    assert {b.person for b in view.bridges} <= drawn
    assert any("draws 40 of 119 people" in note for note in view.notes)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("https://www.linkedin.com/in/ilse-brandt", True),
        ("https://de.linkedin.com/in/ilse-brandt/", True),
        ("http://www.linkedin.com/in/ilse-brandt", False),
        ("https://linkedin.com.example.com/in/ilse", False),
        ("https://www.example.com/in/ilse", False),
        ("javascript:alert(1)//https://www.linkedin.com/in/x", False),
    ],
)
def test_only_linkedin_profiles_become_links(value: str, kept: bool) -> None:
    made = demo(60)
    other = replace(made.graph.people[3], identifiers=(Identifier(IdentifierKind.PROFILE, value),))
    people = (*made.graph.people[:3], other, *made.graph.people[4:])
    made.graph = replace(made.graph, people=people)
    view = view_model(*made.arguments(), made.circles)
    assert view.people[3].link == (value if kept else "")


def evidence(kind: EvidenceKind, when: date | None, amount: float | None) -> Evidence:
    return Evidence(kind, f"{kind} {when}", None, when, amount)


def test_a_tie_carries_all_its_evidence_the_most_telling_first() -> None:
    pieces = [evidence(EvidenceKind.STATED, date(2019, 1, 1), 0.8)]
    pieces += [evidence(EvidenceKind.OBSERVED, date(2020, 1, day), 0.4) for day in range(6, 1, -1)]
    pieces += [evidence(EvidenceKind.INFERRED, date(2026, 1, 1), 0.2)]
    tie = Tie("a", "b", EvidenceKind.STATED, None, Chance(0.1, 0.3, 0.6, "prior"), tuple(pieces))
    view = tie_view(tie)
    assert (view.band, view.kind, view.total) == ("unknown", "said", 7)
    assert view.proofs == tuple(map(proof_view, pieces))
    friends = evidence(EvidenceKind.STATED, date(2018, 1, 1), 0.7)
    known = tie_view(replace(tie, evidence=(pieces[0], friends, *pieces[1:])))
    expected = [pieces[0], pieces[1], friends, *pieces[2:]]
    assert known.proofs == tuple(map(proof_view, expected))


def test_a_connection_date_is_no_contact() -> None:
    chance = Chance(0.1, 0.3, 0.6, "prior")
    connected = evidence(EvidenceKind.OBSERVED, date(2026, 1, 1), None)
    mailed = replace(
        evidence(EvidenceKind.OBSERVED, None, 0.4), when=datetime(2021, 5, 6, 7, tzinfo=UTC)
    )
    tie = Tie("a", "b", EvidenceKind.OBSERVED, 0.4, chance, (connected, mailed))
    assert last_contact(tie) == "2021-05-06"
    assert last_contact(replace(tie, evidence=(connected,))) == ""
    assert last_contact(None) == ""
    word = replace(
        connected, kind=EvidenceKind.STATED, text="you said you last spoke on 1 Jan 2026"
    )
    assert last_contact(replace(tie, evidence=(word,))) == "2026-01-01"
    assert proof_view(connected).file == ""


def test_discs_do_not_overlap_and_nobody_is_lost() -> None:
    circles = {name: [f"{name}{k}" for k in range(n)] for name, n in (("a", 40), ("b", 20))}
    places = packed(circles, ["x", "y"])
    assert set(places) == {*circles["a"], *circles["b"], "x", "y"}
    assert len(set(places.values())) == 62
    assert max(abs(c) for xy in places.values() for c in xy) == 1000
    assert packed({}, []) == {}
    assert scaled({"only": (5.0, 5.0)}) == {"only": (0.0, 0.0)}


def test_letters_go_on_after_z() -> None:
    assert [letters(k) for k in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_weakest_step_says_what_it_rests_on() -> None:
    chance = Chance(0.1, 0.3, 0.6, "prior")
    inferred = Tie("a", "b", EvidenceKind.INFERRED, 0.9, chance, ())
    start = ("Least certain step: ", Ref("p", "a"), " to ", Ref("p", "b"))
    for tie, words in (
        (inferred, ", which is concluded, not seen."),
        (replace(inferred, kind=EvidenceKind.STATED, strength=None),
         ", where the closeness is unknown."),
        (replace(inferred, kind=EvidenceKind.STATED, strength=0.2),
         ", a fair tie, as you or others said."),
        (replace(inferred, kind=EvidenceKind.OBSERVED), ", a strong tie, seen in your files."),
    ):  # fmt: skip
        assert weakest_plain(("a", "b"), tie, 0) == (*start, words)
    assert weakest_plain(("a",), None, 0) == ()


def test_sides_of_a_bridge_are_told_without_names_in_a_redacted_copy() -> None:
    made = demo(60)
    circle = sorted(set(made.circles.values()))[0]
    groups = (circle, f"perhaps {circle}", "perhaps Ilse Brandt", TARGETS[0].name)
    ranked = (replace(made.bridges.ranked[0], groups=groups), *made.bridges.ranked[1:])
    made.bridges = replace(made.bridges, ranked=ranked)
    view = view_model(*made.arguments(), made.circles)
    found = view.bridges[0].groups
    assert [group.full for group in found] == list(groups)
    place = next(k for k, c in enumerate(view.circles, 1) if c.name.full == circle)
    assert [group.plain for group in found] == [
        (Free(circle, f"Circle {place}"),),
        ("perhaps ", Free(circle, f"Circle {place}")),
        ("perhaps ", Free("Ilse Brandt", "another circle")),
        (Ref("t", view.targets[0].id),),
    ]


def test_years_come_from_the_first_and_the_last_sign(view: ViewModel) -> None:
    known = {p.id: p for p in view.people}
    assert all(p.since == "" or 2010 < int(p.since) <= 2026 for p in known.values())
    for tie in view.ties:
        if view.me in (tie.left, tie.right):
            other = known[tie.right if tie.left == view.me else tie.left]
            assert other.since == tie.since
            assert not other.last or tie.since <= other.last[:4]
    assert {t.since for t in view.ties if t.kind == "inferred"} >= {""}


def test_who_is_inside_is_named_now_and_formerly(view: ViewModel) -> None:
    made = demo()
    for match, target in zip(made.graph.targets, view.targets, strict=True):
        at = {e for e, _ in match.employers}
        held = [m for m in made.graph.memberships if m.employer in at]
        assert {i.person for i in target.inside} == {m.person for m in held if m.current}
        assert {i.person for i in target.left} == {m.person for m in held if not m.current}
        assert all(i.stay.current is not False for i in target.inside)
        assert all(i.stay.current is False for i in target.left)


def test_what_a_bridge_adds_stands_in_words() -> None:
    adds = (("A", 0.6, False), ("B", 0.3, True), ("C", 0.05, False), ("D", 0.01, False))
    ids = {"A": "t0", "B": "t1", "C": "t2", "D": "t3"}
    assert additions((*adds, ("unknown", 0.9, False)), ids) == (
        AddView("t0", "most", False),
        AddView("t1", "much", True),
        AddView("t2", "some", False),
        AddView("t3", "a little", False),
    )
