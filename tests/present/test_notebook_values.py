"""What a notebook gets: frames with stable columns, and the page in a frame of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

import netgraph
from netgraph import workflow

TODAY = datetime(2026, 11, 15, tzinfo=UTC)


@pytest.fixture(scope="module")
def graph(tmp_path_factory, sample_data):
    path = tmp_path_factory.mktemp("frames") / "netgraph.db"
    with netgraph.Store.open(path) as store:
        list(netgraph.import_paths(store, [sample_data / "mine"], now=TODAY))
        workflow.import_targets(store, sample_data / "targets.csv")
    return netgraph.load(path)


def test_without_a_day_the_graph_is_that_of_the_last_import(graph):
    assert graph.as_of == TODAY


def test_a_missing_store_is_told_with_the_way_to_make_one(tmp_path):
    with pytest.raises(netgraph.NetgraphError, match="there is no store at"):
        netgraph.load(tmp_path / "nothing.db")


def test_people_and_ties_agree_with_the_graph(graph):
    people = netgraph.people_frame(graph)
    ties = netgraph.ties_frame(graph)
    assert list(people["id"]) == [person.id for person in graph.people]
    assert people["is_me"].sum() == 1
    assert len(ties) == len(graph.ties)
    assert ties["chance"].between(0, 1).all()
    assert ties["strength"].isna().any()
    assert set(ties["kind"]) <= {"observed", "stated", "inferred"}
    assert set(ties["left"]) | set(ties["right"]) <= set(people["id"])


def test_memberships_say_who_was_where(graph):
    frame = netgraph.memberships_frame(graph)
    assert {"person", "name", "organisation", "role", "current", "match"} <= set(frame.columns)
    assert (frame["organisation"] == "Solstice Grid Ltd").any() or frame[
        "organisation"
    ].str.contains("Solstice").any()


def test_results_are_frames_and_escaped_tables(graph):
    for result in (
        netgraph.bridges(graph),
        netgraph.paths(graph, "Nordwind"),
        netgraph.reach(graph),
        netgraph.people(graph, "maria"),
        netgraph.insiders(graph, "Nordwind"),
        netgraph.communities(graph),
        netgraph.summary(graph),
    ):
        frame = result.to_frame()
        assert isinstance(frame, pd.DataFrame)
        assert len(frame) > 0
        assert result._repr_html_().startswith("<table>")


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


def test_a_redacted_page_needs_a_known_word(graph):
    with pytest.raises(ValueError, match="a little"):
        netgraph.explore(graph, redact="a little")
