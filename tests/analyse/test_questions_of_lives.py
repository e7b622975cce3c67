"""In invented lives the answers bring the paths nearer to the truth; see benchmarks/questions."""

from __future__ import annotations

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parents[2] / "benchmarks" / "questions"


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The benchmark as a module, with the files beside it."""
    monkeypatch.syspath_prepend(str(FOLDER))
    spec = spec_from_file_location("questions_run", FOLDER / "run.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    # dataclasses look their module up
    monkeypatch.setitem(sys.modules, "questions_run", module)
    spec.loader.exec_module(module)
    return module


def test_ten_answers_bring_the_paths_nearer_to_the_truth_than_other_questions(bench: Any) -> None:
    ours, others = [], []
    for seed in (1, 2):
        life = bench.world(seed)
        true = bench.best_paths(life.real)
        before = bench.overlap(bench.best_paths(life.graph), true)
        assert before < 1
        (after,) = bench.asked(life, true, bench.WAYS["netgraph"], seed, [10])
        ours.append(after)
        for name in ("random", "most uncertain"):
            (other,) = bench.asked(life, true, bench.WAYS[name], seed, [10])
            others.append(other)
    assert ours == [1.0, 1.0]
    assert max(others) < 1
