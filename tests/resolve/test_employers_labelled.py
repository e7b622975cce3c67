"""Strict matching held against labelled strings; see benchmarks/employers."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

RUN = Path(__file__).parents[2] / "benchmarks" / "employers" / "run.py"


def test_labelled_strings_come_out_as_a_careful_person_would_say():
    told = subprocess.run(
        [sys.executable, str(RUN), "--json"], check=True, capture_output=True, text=True
    )
    figures = json.loads(told.stdout)
    assert sum(figures[half]["rows"] for half in ("development", "held_out")) >= 400
    for half in ("development", "held_out"):
        found = figures[half]
        assert found["precision"] >= 0.995
        assert found["recall"] >= 0.95
        assert min(found["parent"], found["different"], found["none"]) >= 0.95
