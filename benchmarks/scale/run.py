"""The whole road on invented networks of any size, from files to the page.

    python -m benchmarks.scale.run [--people N --ties M] [--without STAGE ...] [--json]

Unless sizes are given: 1,000 people with 10,000 ties and 10,000 with 100,000, and how each stage
grows between them. Three messages a tie, twenty employers. Each stage is a process of its own:
CPU seconds and peak of memory of all of it, for questions also of the question alone. Beside them
networkx, igraph (GPL, here alone) and rustworkx, and how long reading the arrays once takes.
"""

from __future__ import annotations

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import Any

from benchmarks.scale.generate import write
from benchmarks.scale.stages import STAGES

USUAL = ((1_000, 10_000), (10_000, 100_000))
ROOT = Path(__file__).parents[2]


def in_process(module: str, *words: str) -> dict[str, Any]:
    """What the module of this folder prints as JSON."""
    command = [sys.executable, "-m", f"benchmarks.scale.{module}", *words]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def road(people: int, ties: int, without: list[str]) -> dict[str, dict[str, Any]]:
    """Every stage but those in ``without`` on one network, then the others on its arrays."""
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), people, ties)
        found = {
            stage: in_process("stages", stage, folder) for stage in STAGES if stage not in without
        }
        if "others" not in without:
            found["others"] = in_process("others", folder)
        return found


def exponent(small: float, large: float, times: float) -> float:
    """By which power of the size a figure grows."""
    return round(log(max(large, 1e-3) / max(small, 1e-3)) / log(times), 2)


def growth(found: dict[str, dict[str, dict[str, Any]]]) -> dict[str, float]:
    """The exponent of each stage between the smallest and the largest network, over ties."""
    first, *_, last = found
    times = int(last.split("/")[1]) / int(first.split("/")[1])
    return {
        stage: exponent(
            *(
                found[size][stage].get("question", found[size][stage]["cpu"])
                for size in (first, last)
            ),
            times,
        )
        for stage in STAGES
        if stage in found[first]
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="The whole road, from files to the page.")
    parser.add_argument("--people", type=int)
    parser.add_argument("--ties", type=int)
    parser.add_argument("--without", nargs="*", default=[], help="stages to leave out, or others")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    sizes = [(options.people, options.ties)] if options.people and options.ties else USUAL
    found = {f"{n}/{m}": road(n, m, options.without) for n, m in sizes}
    grown = growth(found) if len(found) > 1 else {}
    if options.json:
        machine = {"machine": platform.platform(), "date": datetime.now(UTC).date().isoformat()}
        print(json.dumps({**machine, "sizes": found, "growth": grown}, indent=1))
        return
    for size, stages in found.items():
        print(f"{size.replace('/', ' people, ')} ties")
        for stage, told in stages.items():
            figures = ", ".join(f"{name} {value}" for name, value in told.items())
            print(f"  {stage:24}{figures}")
    if grown:
        print("growth with the ties: " + ", ".join(f"{s} {e}" for s, e in grown.items()))


if __name__ == "__main__":
    main()
