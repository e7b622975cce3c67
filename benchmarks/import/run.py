"""How fast address lists, address books and calendars come into a store.

    python benchmarks/import/run.py [--rows 1000000] [--cards 20000] [--events 5000] [FILE ...]

Every file is written anew from a seed and imported by a process of its own, so that its peak
memory is known. CPU seconds are those of ``netgraph import`` into a fresh store, once netgraph
is loaded; "csv" is Python's ``csv`` reading the Google list and nothing else.
"""

from __future__ import annotations

import argparse
import csv
import json
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from generate import write_calendar, write_google, write_linkedin, write_mapped, write_vcards

from netgraph.importers import importers
from netgraph.store import Store
from netgraph.workflow import import_paths

#: What is measured -> how it is written and what counts its size.
FILES: dict[str, tuple[str, Callable[[Path, int], None], str]] = {
    "csv": ("contacts.csv", write_google, "rows"),
    "google": ("contacts.csv", write_google, "rows"),
    "mapped": ("people.csv", write_mapped, "rows"),
    "linkedin": ("Connections.csv", write_linkedin, "rows"),
    "vcards": ("contacts.vcf", write_vcards, "cards"),
    "calendar": ("calendar.ics", write_calendar, "events"),
}


def main() -> None:
    """Measure and print; with ``--inside`` one file in this process."""
    parser = argparse.ArgumentParser(description="How fast files come into a store.")
    parser.add_argument("files", nargs="*", metavar="FILE", help=", ".join(FILES))
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--cards", type=int, default=20_000)
    parser.add_argument("--events", type=int, default=5_000)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(measure(options.files[0], options.inside)))
        return
    results = [in_own_process(name, options) for name in options.files or FILES]
    report(results, as_json=options.json)


def in_own_process(name: str, options: argparse.Namespace) -> dict[str, object]:
    """What `measure` gives for a file, with its size in items and megabytes."""
    basename, write, counted = FILES[name]
    count = int(getattr(options, counted))
    with tempfile.TemporaryDirectory(prefix="netgraph-import-") as folder:
        path = Path(folder) / basename
        write(path, count)
        megabytes = round(path.stat().st_size / 1e6, 1)
        command = [sys.executable, __file__, name, "--inside", str(path)]
        result = json.loads(subprocess.check_output(command))
    return {"file": name, "items": count, "megabytes": megabytes, **result}


def measure(name: str, path: Path) -> dict[str, float]:
    """CPU seconds of reading ``path`` and the peak memory of this process."""
    importers()
    begun = time.process_time()
    found = _count(path) if name == "csv" else _import(path)
    seconds = time.process_time() - begun
    return {"read": found, "cpu_seconds": round(seconds, 2), "peak_mb": _peak_kb() // 1024}


def _count(path: Path) -> int:
    with path.open(encoding="utf-8", newline="") as stream:
        return sum(1 for _row in csv.reader(stream)) - 1


def _import(path: Path) -> int:
    with Store.open(path.with_suffix(".db")) as store:
        [report] = import_paths(store, [path], now=datetime.now(UTC))
    return report.counts.read


def _peak_kb() -> int:
    """The peak of this process; on Linux without what the starting process left behind."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def report(results: list[dict[str, object]], *, as_json: bool) -> None:
    """Print a table or one JSON object."""
    if as_json:
        machine = f"{platform.machine()} {platform.system()}, Python {platform.python_version()}"
        day = date.today().isoformat()  # noqa: DTZ011
        print(json.dumps({"machine": machine, "date": day, "results": results}))
        return
    heads = ("items", "MB", "read", "CPU s", "peak MB")
    print(f"{'file':<10}" + "".join(f"{head:>11}" for head in heads))
    for row in results:
        name, *values = row.values()
        print(f"{name:<10}" + "".join(f"{value:>11,}" for value in values))


if __name__ == "__main__":
    sys.exit(main())
