"""networkx's own tests through the netgraph backend: what ran on our code, what fell back.

    python benchmarks/networkx/run.py [--json]

A call falls back when `Backend.can_run` says so or the graph cannot be converted (directed,
parallel edges, self-loops), and a test then runs on networkx itself. Failed tests are listed.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import platform
from collections import Counter
from contextlib import redirect_stdout
from datetime import UTC, datetime
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Any

os.environ["NETWORKX_TEST_BACKEND"] = "netgraph"
os.environ["NETWORKX_FALLBACK_TO_NX"] = "True"

import pytest

from netgraph.graph.nxbackend import Backend

#: The functions, and where networkx tests them.
TESTED = {
    "constraint": "algorithms/tests/test_structuralholes.py",
    "effective_size": "algorithms/tests/test_structuralholes.py",
    "betweenness_centrality": "algorithms/centrality/tests/test_betweenness_centrality.py",
    "betweenness_centrality_subset": (
        "algorithms/centrality/tests/test_betweenness_centrality_subset.py"
    ),
    "single_source_dijkstra_path_length": "algorithms/shortest_paths/tests/test_weighted.py",
    "connected_components": "algorithms/components/tests/test_connected.py",
    "number_connected_components": "algorithms/components/tests/test_connected.py",
    "leiden_communities": "algorithms/community/tests/test_leiden.py",
}


class Tally:
    """Counts calls by function; a pytest plugin that notes which tests fail."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.ran: Counter[str] = Counter()
        self.directed: Counter[str] = Counter()
        self.failed: list[str] = []
        can_run = Backend.can_run
        for name in TESTED:
            self._count(name)

        def asked(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> bool | str:
            self.asked[name] += 1
            answer = can_run(name, args, kwargs)
            self.directed[name] += str(answer).startswith("only undirected")
            return answer

        Backend.can_run = staticmethod(asked)  # type: ignore[method-assign, assignment]

    def _count(self, name: str) -> None:
        ours = getattr(Backend, name)

        @wraps(ours)
        def counted(*args: Any, **kwargs: Any) -> Any:
            self.ran[name] += 1
            return ours(*args, **kwargs)

        setattr(Backend, name, staticmethod(counted))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note a test that failed."""
        if report.failed:
            self.failed.append(report.nodeid.rsplit("/", 1)[-1])


def main() -> None:
    parser = argparse.ArgumentParser(description="networkx's own tests on our code.")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    spec = importlib.util.find_spec("networkx")
    assert spec is not None
    home = Path(str(spec.origin)).parent
    tally = Tally()
    files = [str(home / path) for path in dict.fromkeys(TESTED.values()) if (home / path).exists()]
    quiet = ["-q", "--no-header", "--tb=line", "-p", "no:cacheprovider", "-o", "addopts="]
    with redirect_stdout(StringIO()):
        pytest.main([*quiet, f"--rootdir={home}", "-c", os.devnull, *files], plugins=[tally])
    found = {
        name: {
            "calls": tally.asked[name],
            "on our code": tally.ran[name],
            "directed or parallel": tally.directed[name],
        }
        for name in TESTED
    }
    if options.json:
        machine = {"machine": platform.platform(), "date": datetime.now(UTC).date().isoformat()}
        print(json.dumps({**machine, "functions": found, "failed": tally.failed}, indent=1))
        return
    for name, counts in found.items():
        print(f"{name:38}" + ", ".join(f"{what} {count}" for what, count in counts.items()))
    print(f"failed: {', '.join(tally.failed) or 'none'}")


if __name__ == "__main__":
    main()
