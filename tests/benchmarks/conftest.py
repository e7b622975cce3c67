"""The scripts of ``benchmarks/ranking`` import each other by their bare names."""

from __future__ import annotations

import sys
from pathlib import Path

RANKING = str(Path(__file__).parents[2] / "benchmarks" / "ranking")
if RANKING not in sys.path:
    sys.path.insert(0, RANKING)
