"""A followed company is kept as said, but is no place where anybody is known."""

from __future__ import annotations

from datetime import UTC, datetime

from netgraph.model import RelationKind
from netgraph.store import Store
from netgraph.workflow import import_paths, load_graph

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)


def test_a_followed_company_is_no_employer_of_the_graph(tmp_path):
    (tmp_path / "Company Follows.csv").write_text(
        "Organization,Followed On\nPine Systems,Wed Jun 24 12:43:42 UTC 2026\n", encoding="utf-8"
    )
    with Store.open(tmp_path / "netgraph.db") as store:
        (report,) = import_paths(store, [tmp_path / "Company Follows.csv"], now=NOW)
        assert report.counts.kept == 1
        (stored,) = store.imported.relations()
        assert (stored.relation.kind, stored.relation.right) == (
            RelationKind.FOLLOWS,
            "Pine Systems",
        )
        graph = load_graph(store, NOW)
    assert graph.employers == ()
    assert graph.memberships == ()
