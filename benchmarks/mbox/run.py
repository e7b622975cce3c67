"""How fast a mailbox is read, beside ``cat`` and Python's own ``mailbox``.

    python benchmarks/mbox/run.py [--messages 25000] [--size 250] [--json] [METHOD ...]

The mailbox is written anew from a seed into a temporary folder. Every method reads it in a
process of its own, so that its peak memory is known; CPU seconds are those of reading, once
Python and netgraph are loaded, so other work on the machine matters little. "scan" finds every
message with its header fields, its addresses and its time; "records" makes records of them;
"store" is the whole way of ``netgraph import`` into a fresh store, and "store, zip" the same
from inside a zip.
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
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from generate import write_mailbox

from netgraph.importers import importers, mbox
from netgraph.importers._files import walk
from netgraph.importers._mail.addresses import mailboxes
from netgraph.importers._mail.headers import pick, split_message, when_of
from netgraph.store import Store
from netgraph.workflow import import_paths

MAILBOX, ARCHIVE = "All mail.mbox", "takeout.zip"


def main() -> None:
    """Measure and print; with ``--inside`` one method in this process."""
    parser = argparse.ArgumentParser(description="How fast a mailbox is read.")
    parser.add_argument("methods", nargs="*", metavar="METHOD", help=", ".join(METHODS))
    parser.add_argument("--messages", type=int, default=25_000)
    parser.add_argument("--size", type=int, default=250, help="megabytes")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(measure(METHODS[options.methods[0]], options.inside)))
        return
    folder = Path(tempfile.mkdtemp(prefix="netgraph-mbox-"))
    try:
        write_mailbox(folder / MAILBOX, options.messages, options.size * 1_000_000)
        size = (folder / MAILBOX).stat().st_size / 1e6
        with zipfile.ZipFile(folder / ARCHIVE, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(folder / MAILBOX, f"Takeout/Mail/{MAILBOX}")
        results = [in_own_process(name, folder, size) for name in options.methods or METHODS]
    finally:
        shutil.rmtree(folder)
    report(results, size, options.messages, as_json=options.json)


def in_own_process(name: str, folder: Path, size: float) -> dict[str, object]:
    """What `measure` gives for a method, with megabytes per CPU second."""
    command = [sys.executable, __file__, name, "--inside", str(folder)]
    result = json.loads(subprocess.check_output(command))
    rate = round(size / max(result["cpu_seconds"], 0.01))
    return {"method": name, **result, "mb_per_cpu_second": rate}


def measure(read: Callable[[Path], int], folder: Path) -> dict[str, float]:
    """Messages found, seconds (children included) and the peak memory of this process."""
    importers()
    before, start = _cpu(), time.perf_counter()
    found = read(folder)
    return {
        "messages": found,
        "cpu_seconds": round(_cpu() - before, 2),
        "wall_seconds": round(time.perf_counter() - start, 2),
        "peak_mb": _peak_kb() // 1024,
    }


def _peak_kb() -> int:
    """The peak of this process; on Linux without what the starting process left behind."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _cpu() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def cat(folder: Path) -> int:
    """The bytes alone."""
    with (folder / MAILBOX).open("rb") as source:
        subprocess.run(["cat"], stdin=source, stdout=subprocess.DEVNULL, check=True)
    return 0


def scan(folder: Path) -> int:
    """Our parting of messages, their header fields, addresses and times."""
    count = 0
    with (folder / MAILBOX).open("rb") as stream:
        for message in mbox.messages(stream):
            headers = pick(split_message(message)[0])
            for name in (b"from", b"to", b"cc"):
                if name in headers:
                    mailboxes(headers[name])
            when_of(headers, message)
            count += 1
    return count


def records(folder: Path) -> int:
    """Our importer, the checksum of the file included."""
    document = next(iter(walk(folder / MAILBOX)))
    return len({record.origin.place for record in mbox.read(document)})


def store(folder: Path, name: str = MAILBOX) -> int:
    """The whole way into a fresh store: checksum, importer, one transaction."""
    target = folder / "netgraph.db"
    target.unlink(missing_ok=True)
    with Store.open(target) as opened:
        [found] = import_paths(opened, [folder / name], now=datetime.now(UTC))
    return found.counts.read


def stdlib(folder: Path) -> int:
    """``mailbox.mbox`` and the address fields."""
    count = 0
    for message in mailbox.mbox(folder / MAILBOX):
        _ = message["From"], message["To"], message["Cc"], message["Date"]
        count += 1
    return count


METHODS: dict[str, Callable[[Path], int]] = {
    "cat": cat,
    "scan": scan,
    "records": records,
    "store": store,
    "store, zip": lambda folder: store(folder, ARCHIVE),
    "mailbox": stdlib,
}


def report(results: list[dict[str, object]], size: float, written: int, *, as_json: bool) -> None:
    """Print a table or one JSON object; the last column is the ratio to ``mailbox``."""
    rates = {str(row["method"]): float(str(row["mb_per_cpu_second"])) for row in results}
    slowest = rates.get("mailbox", 0)
    for row in results:
        ratio = round(rates[str(row["method"])] / slowest, 1) if slowest else ""
        row["times_mailbox"] = ratio
    if as_json:
        machine = f"{platform.machine()} {platform.system()}, Python {platform.python_version()}"
        figures = {"megabytes": round(size), "messages_written": written, "results": results}
        print(json.dumps({"machine": machine, "date": date.today().isoformat(), **figures}))  # noqa: DTZ011
        return
    print(f"{size:.0f} MB, {written:,} messages written")
    heads = ("messages", "CPU s", "wall s", "peak MB", "MB/CPU-s", "x mailbox")
    print(f"{'method':<12}" + "".join(f"{head:>10}" for head in heads))
    for row in results:
        name, *values = row.values()
        print(f"{name:<12}" + "".join(f"{value:>10}" for value in values))


if __name__ == "__main__":
    sys.exit(main())
