"""What a list says of two people of one name stays with the row that says it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from netgraph import workflow
from netgraph.store import Store

NOW = datetime(2026, 11, 15, tzinfo=UTC)
LIST = """Name,What they do,Closeness,Last contact
Ann,cleaner,well,2026-10-01
Ann,dog walker,well,
Ann,gardener,barely,
"""


def test_each_of_three_namesakes_keeps_the_closeness_of_her_row(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    with Store.open(tmp_path / "netgraph.db") as store:
        list(workflow.import_paths(store, [path], now=NOW))
        graph = workflow.load_graph(store, NOW)
    jobs = {p.id: p.occupation for p in graph.people}
    mine = {
        jobs[tie.right if tie.left == graph.me else tie.left]: tie
        for tie in graph.ties
        if graph.me in (tie.left, tie.right)
    }
    assert {job: tie.strength for job, tie in mine.items()} == {
        "cleaner": 0.8, "dog walker": 0.8, "gardener": 0.2,
    }  # fmt: skip
    assert any("1 Oct 2026" in one.text for one in mine["cleaner"].evidence)
    assert not any("1 Oct 2026" in one.text for one in mine["gardener"].evidence)
