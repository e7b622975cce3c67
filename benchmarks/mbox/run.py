"""How fast a mailbox is read, beside ``cat`` and Python's own ``mailbox``.

    python benchmarks/mbox/run.py [--messages 25000] [--size 250] [--json]

The mailbox is written anew from a seed into a temporary folder. CPU seconds are those of the
process that reads, so other work on the machine matters little; "store" is the whole way of
``netgraph import`` into a fresh store.
"""

from __future__ import annotations

import argparse
import json
import mailbox
import platform
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from generate import write_mailbox

from netgraph.importers import mbox
from netgraph.importers._files import walk
from netgraph.store import Store
from netgraph.workflow import import_paths


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How fast a mailbox is read.")
    parser.add_argument("--messages", type=int, default=25_000)
    parser.add_argument("--size", type=int, default=250, help="megabytes")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="netgraph-mbox-"))
    try:
        path = folder / "All mail.mbox"
        write_mailbox(path, options.messages, options.size * 1_000_000)
        results = [{"method": name, **measure(read, path)} for name, read in METHODS]
        size = path.stat().st_size / 1e6
    finally:
        shutil.rmtree(folder)
    for result in results:
        result["mb_per_cpu_second"] = round(size / max(float(result["cpu_seconds"]), 0.01))
    report(results, size, options.messages, as_json=options.json)


def measure(read: Callable[[Path], int], path: Path) -> dict[str, float]:
    """Messages found and CPU seconds, children included."""
    before, start = _cpu(), time.perf_counter()
    found = read(path)
    return {
        "messages": found,
        "cpu_seconds": round(_cpu() - before, 2),
        "wall_seconds": round(time.perf_counter() - start, 2),
        "peak_mb_so_far": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def _cpu() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def cat(path: Path) -> int:
    """The bytes alone."""
    with path.open("rb") as source:
        subprocess.run(["cat"], stdin=source, stdout=subprocess.DEVNULL, check=True)
    return 0


def netgraph(path: Path) -> int:
    """Our importer, the checksum of the file included."""
    document = next(iter(walk(path)))
    return len({record.origin.place for record in mbox.read(document)})


def store(path: Path) -> int:
    """The whole way into a fresh store: checksum, importer, one transaction."""
    with Store.open(path.with_suffix(".db")) as opened:
        [found] = import_paths(opened, [path], now=datetime.now(UTC))
    return found.counts.read


def stdlib(path: Path) -> int:
    """``mailbox.mbox`` and the address fields."""
    count = 0
    for message in mailbox.mbox(path):
        _ = message["From"], message["To"], message["Cc"], message["Date"]
        count += 1
    return count


METHODS = (("cat", cat), ("netgraph", netgraph), ("store", store), ("mailbox", stdlib))


def report(results: list[dict[str, object]], size: float, written: int, *, as_json: bool) -> None:
    """Print a table or one JSON object."""
    if as_json:
        machine = f"{platform.machine()} {platform.system()}, Python {platform.python_version()}"
        figures = {"megabytes": round(size), "messages_written": written, "results": results}
        print(json.dumps({"machine": machine, "date": date.today().isoformat(), **figures}))  # noqa: DTZ011
        return
    print(f"{size:.0f} MB, {written:,} messages written")
    print(f"{'method':<10}{'messages':>10}{'CPU s':>8}{'wall s':>8}{'MB/CPU-s':>10}{'peak MB':>9}")
    for row in results:
        print(
            f"{row['method']:<10}{row['messages']:>10,}{row['cpu_seconds']:>8}"
            f"{row['wall_seconds']:>8}{row['mb_per_cpu_second']:>10,}{row['peak_mb_so_far']:>9}"
        )


if __name__ == "__main__":
    sys.exit(main())
