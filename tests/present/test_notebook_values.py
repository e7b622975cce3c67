"""What a notebook gets: frames with stable columns, and the page in a frame of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import networkx as nx
import pandas as pd
import pytest

import netgraph
from netgraph import workflow
from netgraph.analyse.identity import Doubts

EVIL = "<img src=x onerror=alert(1)>"
TODAY = datetime(2026, 11, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def store(tmp_path_factory, sample_data):
    path = tmp_path_factory.mktemp("frames") / "netgraph.db"
    with netgraph.Store.open(path) as store:
        list(netgraph.import_paths(store, [sample_data / "mine"], now=TODAY))
        workflow.import_targets(store, sample_data / "targets.csv")
    with netgraph.Store.open(path) as store:
        yield store


@pytest.fixture(scope="module")
def graph(store):
    return workflow.load_graph(store, TODAY)


def test_without_a_day_the_graph_is_that_of_the_last_import(graph, store):
    assert netgraph.load(store.path) == graph


def test_a_missing_store_is_told_with_the_way_to_make_one(tmp_path):
    with pytest.raises(netgraph.NetgraphError, match="there is no store at"):
        netgraph.load(tmp_path / "nothing.db")


def test_people_and_ties_agree_with_the_graph(graph):
    people, ties, _ = netgraph.frames(graph)
    assert list(people["id"]) == [person.id for person in graph.people]
    assert people["is_me"].sum() == 1
    assert len(ties) == len(graph.ties)
    assert ties["chance"].between(0, 1).all()
    assert ties["strength"].isna().any()
    assert set(ties["kind"]) <= {"observed", "stated", "inferred"}
    assert set(ties["left"]) | set(ties["right"]) <= set(people["id"])
    assert ties["why"].str.len().min() > 0


def test_ties_say_when_they_began_and_when_one_was_last_in_touch(graph):
    ties = netgraph.frames(graph).ties
    both = ties.dropna(subset=["first", "last_contact"])
    assert len(both) > 50
    assert (both["first"] <= both["last_contact"]).all()
    assert both["last_contact"].max() <= pd.Timestamp(TODAY.date())
    # a connection on LinkedIn is a date, but no contact
    assert (ties["first"].notna() & ties["last_contact"].isna()).any()


def test_memberships_say_who_was_where_and_why(graph):
    frame = netgraph.frames(graph).memberships
    assert list(frame.columns) == [
        "person", "name", "organisation", "role", "kind", "start", "end", "current", "match", "why",
    ]  # fmt: skip
    assert frame["organisation"].str.contains("Solstice").any()
    assert frame["why"].str.len().min() > 0


def test_frames_of_an_empty_graph_have_their_columns(graph):
    empty = replace(graph, people=(), ties=(), memberships=(), me="")
    for frame, whole in zip(netgraph.frames(empty), netgraph.frames(graph), strict=True):
        assert len(frame) == 0
        assert list(frame.columns) == list(whole.columns)


def answers(graph, store):
    """Every public question with an answer."""
    return (
        netgraph.bridges(graph),
        netgraph.paths(graph, "Nordwind Analytics"),
        netgraph.reach(graph),
        netgraph.people(graph),
        netgraph.insiders(graph, "Nordwind Analytics"),
        netgraph.communities(graph),
        netgraph.summary(graph),
        netgraph.questions(graph),
        netgraph.identity(store, "Kasia Nowak"),
        netgraph.doubts(store),
    )


def test_every_result_is_a_tidy_frame_that_says_why(graph, store):
    for result, again in zip(answers(graph, store), answers(graph, store), strict=True):
        frame = result.to_frame()
        assert len(frame) > 0
        assert list(frame.columns) == list(result.COLUMNS)
        assert frame["why"].map(lambda why: isinstance(why, str) and len(why) > 5).all()
        assert frame.equals(again.to_frame())
        assert frame.index.equals(pd.RangeIndex(len(frame)))


def test_every_result_is_an_escaped_table(graph, store):
    people = tuple(replace(p, name=f"{EVIL}{p.id}", names=(EVIL,)) for p in graph.people)
    for result in answers(replace(graph, people=people), store):
        assert result._repr_html_().startswith("<table>")
        assert EVIL not in result._repr_html_()
    assert "&lt;img" in netgraph.people(replace(graph, people=people))._repr_html_()


def test_identity_says_which_cards_are_one_person_and_why(store):
    found = netgraph.identity(store, "Kasia Nowak")
    frame = found.to_frame()
    assert list(frame["card"]) == list(range(1, len(frame) + 1))
    assert frame["file"].nunique() >= 3
    assert frame["why"].str.startswith("With card").all()
    named = [set(map(int, re.findall(r"\d+", why.split(":")[0]))) for why in frame["why"]]
    assert all(card not in others for card, others in zip(frame["card"], named, strict=True))
    cards = Counter(workflow.resolve(store).person_of.values())
    alone = netgraph.identity(store, min(cards, key=lambda one: (cards[one], one))).to_frame()
    assert list(alone["why"]) == ["The only card: nothing had to be joined."]


def test_one_of_several_with_a_name_must_be_said(store):
    with pytest.raises(netgraph.NetgraphError, match="people are called 'James Carter'"):
        netgraph.identity(store, "James Carter")
    first = netgraph.doubts(store).pairs[0]
    html = netgraph.identity(store, first.left.id)._repr_html_()
    assert f"Others beside {first.left.name}:" in html
    assert "perhaps the same person" in html


def test_doubts_are_the_pairs_that_review_asks_about(store):
    found = netgraph.doubts(store)
    assert found.pairs == workflow.questions(store)
    assert set(found.to_frame()["left"]) == {"James Carter", "Sara Ahmed"}
    assert "No pair waits" in Doubts(())._repr_html_()


def test_no_path_is_said_with_whom_to_ask_and_the_question(graph):
    found = netgraph.paths(graph, "Aldous Genomics")
    html = found._repr_html_()
    assert found.paths == ()
    assert "<table>" not in html
    assert "No path on the evidence we have." in html
    first = found.suggestions[0]
    assert f"<li>{first.name} (a guess): {first.why}</li>" in html
    assert f"“{first.ask}”" in html
    assert html.count("Do you know anybody who works at") <= 1
    beside = netgraph.paths(graph, "Nordwind")._repr_html_()
    assert beside.startswith("<table>")
    assert "No path" not in beside
    assert beside.count("<li>") >= 3


def test_targets_that_are_not_reached_come_with_whom_to_ask(graph):
    html = netgraph.reach(graph)._repr_html_()
    missed = [one.target for one in netgraph.reach(graph).targets if one.state == "not reached"]
    assert html.count("Whom to ask about") == len(missed) < 6
    assert "<p>Whom to ask about Aldous Genomics:</p><ul><li>" in html


def test_nobody_and_nothing_are_said_in_words(graph):
    alone = replace(graph, ties=(), targets=())
    assert netgraph.bridges(alone)._repr_html_() == (
        "<p>Nobody yet: import more of what you have, or add people by hand.</p>"
        "<p>Nobody from daily life is in your files yet. See: netgraph prompts</p>"
    )
    assert "No targets yet: netgraph target add" in netgraph.reach(alone)._repr_html_()


def test_a_graph_at_the_end_of_a_cell_is_short(graph):
    assert repr(graph).startswith("<ContactGraph of ")
    assert f"{len(graph.people)} people" in repr(graph)
    assert repr(graph).endswith("as of 15 Nov 2026>")
    assert len(repr(graph)) < 200
    html = graph._repr_html_()
    assert "as of 15 Nov 2026; me: Noor Saldana" in html
    assert f"<tr><th>people</th><td>{len(graph.people)}</td></tr>" in html
    evil = replace(graph.person(graph.me), name="<b>x")
    people = tuple(evil if p.is_me else p for p in graph.people)
    assert "<b>x" not in replace(graph, people=people)._repr_html_()


def test_the_page_stands_in_a_sandboxed_frame_with_a_sentence_beside_it(graph, tmp_path):
    page = netgraph.explore(graph)
    bundle = page._repr_mimebundle_()
    assert 'sandbox="allow-scripts' in bundle["text/html"]
    assert "allow-same-origin" not in bundle["text/html"]
    assert "trust the notebook" in bundle["text/html"]
    assert ".save(" in bundle["text/plain"]
    assert page.save(tmp_path / "page.html").stat().st_mode & 0o777 == 0o600


def test_a_network_for_pyvis_comes_from_the_page_and_changes_nothing(graph):
    before = graph.to_networkx()
    page = netgraph.explore(graph)
    network = page.to_pyvis()
    assert network.num_nodes() == len(graph.people) - 1
    network.nodes.clear()
    assert page.to_pyvis().num_nodes() == len(graph.people) - 1
    assert nx.utils.graphs_equal(graph.to_networkx(), before)


def test_a_redacted_page_needs_a_known_word(graph):
    with pytest.raises(ValueError, match="a little"):
        netgraph.explore(graph, redact="a little")
