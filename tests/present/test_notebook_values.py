"""What a notebook gets: frames with stable columns, and the page in a frame of its own."""

from __future__ import annotations

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
