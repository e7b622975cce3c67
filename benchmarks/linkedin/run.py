"""How fast LinkedIn rows come into a store, beside reading them with ``csv`` alone.

python benchmarks/linkedin/run.py [--rows 30000] [--json]
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import platform
import sys
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from netgraph.store import Store
from netgraph.workflow import import_paths, resolve

HEADER = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast LinkedIn rows come into a store.")
    parser.add_argument("--rows", type=int, default=30_000)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "Connections.csv"
        write(path, options.rows)
        figures = {"rows": options.rows, **measure(path)}
    if options.json:
        machine = f"{platform.machine()} {platform.system()}, Python {platform.python_version()}"
        print(json.dumps({"machine": machine, "date": date.today().isoformat(), **figures}))  # noqa: DTZ011
        return
    for name, value in figures.items():
        print(f"{name:<24}{value:>10}")


def write(path: Path, rows: int) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(HEADER)
        for n in range(rows):
            url = f"https://www.linkedin.com/in/person-{n}-example"
            name, family, company = f"Name{n % 997}", f"Family{n % 7919}", f"Company {n % 2500}"
            writer.writerow([name, family, url, "", company, "Engineer", "08 Feb 2020"])


def measure(path: Path) -> dict[str, float]:
    """CPU seconds of csv alone, of the import, and of finding out who is who."""
    laps = [time.process_time()]
    with path.open(encoding="utf-8", newline="") as stream:
        sum(1 for _row in csv.reader(stream))
    laps.append(time.process_time())
    with Store.open(path.with_suffix(".db")) as store:
        list(import_paths(store, [path], now=datetime.now(UTC)))
        laps.append(time.process_time())
        resolve(store)
        laps.append(time.process_time())
    names = ("csv_cpu_seconds", "import_cpu_seconds", "resolve_cpu_seconds")
    spans = (round(after - before, 2) for before, after in itertools.pairwise(laps))
    return dict(zip(names, spans, strict=True))


if __name__ == "__main__":
    sys.exit(main())
