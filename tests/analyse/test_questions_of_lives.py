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
    lives = [bench.world(seed) for seed in (1, 2)]
    found = {
        name: [
            bench.asked(life, bench.WAYS[name], seed, (0, 10)) for seed, life in enumerate(lives)
        ]
        for name in ("netgraph", "random", "most uncertain")
    }
    ours = found.pop("netgraph")
    assert [after for _before, after in ours] == [1.0, 1.0]
    for name, others in found.items():
        assert all(before <= after < 1 for before, after in others), name
