"""What the user says of a target's size counts in the likely ties between its people."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.graph.chances import overlap_chance
from netgraph.model import Target
from netgraph.store import Store
from netgraph.workflow import add_target, import_paths, load_graph, resolve

NOW = datetime(2026, 11, 3, 12, tzinfo=UTC)
LIST = "name,email,employer\nAnn Marsh,ann@example.org,Acme Ltd\nBob Reed,bob@example.org,Acme\n"


@pytest.mark.parametrize(("size", "counted"), [(None, 250), (36, 36), (2_000, 2_000)])
def test_a_larger_target_makes_a_tie_less_likely(
    tmp_path: Path, size: int | None, counted: int
) -> None:
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    with Store.open(tmp_path / "netgraph.db") as store:
        list(import_paths(store, [tmp_path / "list.csv"], now=NOW))
        add_target(store, Target("Acme", size=size))
        ann, bob = (p.id for p in resolve(store).people if not p.is_me)
        tie = load_graph(store, NOW).tie(ann, bob)
        add_target(store, Target("Acme", city="Turin"))
        assert store.decided.targets()[0].size == size
    assert tie is not None
    assert tie.strength == pytest.approx(overlap_chance(counted, None))
