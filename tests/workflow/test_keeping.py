from __future__ import annotations

from pathlib import Path

from netgraph.resolve.people import resolve_people
from netgraph.store import Store
from netgraph.workflow.keeping import resolver


def test_a_store_is_resolved_as_a_whole_once_and_then_kept(tmp_path: Path) -> None:
    with Store.open(tmp_path / "one.db") as one, Store.open(tmp_path / "other.db") as other:
        assert resolver(one) is resolve_people
        assert resolver(one) == resolver(one) != resolve_people
        assert resolver(other) is resolve_people
