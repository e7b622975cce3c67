"""The rules of mail on the development halves of the labelled sets in ``benchmarks``.

The held-out halves are measured by hand only, so that nobody tunes the rules on them.
"""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def benchmark(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmark_{name}", BENCHMARKS / name / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "least_precision", "least_recall"),
    [("robots", 0.99, 0.99), ("introductions", 0.97, 0.95)],
)
def test_development_half(name: str, least_precision: float, least_recall: float) -> None:
    outcome = benchmark(name).measure("development")
    assert outcome.precision >= least_precision
    assert outcome.recall >= least_recall


def test_halves_are_of_like_size_and_kind() -> None:
    robots = benchmark("robots")
    halves = [robots.senders(half) for half in robots.HALVES]
    assert sum(map(len, halves)) > 600
    for half in halves:
        assert len(half) > 300
        assert sum(not sender.is_person for sender in half) > len(half) / 3
        assert len({sender.language for sender in half}) > 8
