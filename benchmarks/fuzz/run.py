"""Damaged files against every importer: nothing but records and NetgraphErrors may come out.

    python benchmarks/fuzz/run.py [--mutations 10000] [--importer NAME] [--seed 1] [--json]

An importer with a straight road for plain rows is read on both its ways, and must say the same.
Prints a table, or with ``--json`` one object of figures with machine and date. Exit status 1
when an importer raised anything else; the first few damaged files are described so that they
can be made again from the seed.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from netgraph.errors import NetgraphError  # noqa: E402
from netgraph.importers import Document, Importer, find_importer, importers  # noqa: E402
from netgraph.importers._files import walk  # noqa: E402
from tests.importers.mutations import document_of, mutated  # noqa: E402
from tests.importers.roads import both_ways  # noqa: E402

SHOWN_FAILURES = 5


@dataclass
class Outcome:
    """What became of one importer's damaged files; ``seconds`` is processor time [s]."""

    importer: str
    mutations: int = 0
    read: int = 0
    refused: int = 0
    records: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    failures: Counter[str] = field(default_factory=Counter)
    examples: list[str] = field(default_factory=list)


def samples() -> dict[str, list[Document]]:
    """The test fixtures by the importer that knows them."""
    found: dict[str, list[Document]] = {importer.name: [] for importer in importers()}
    for document in walk(ROOT / "tests" / "fixtures"):
        if isinstance(document, Document):
            try:
                found[find_importer(document).name].append(document)
            except NetgraphError:
                continue
    return found


def fuzz(importer: Importer, documents: Sequence[Document], mutations: int, seed: int) -> Outcome:
    outcome = Outcome(importer.name)
    contents = [(document.name, document.bytes()) for document in documents]
    random = Random(f"{importer.name} {seed}")
    for turn in range(mutations if contents else 0):
        name, data = contents[turn % len(contents)]
        attempt(importer, document_of(name, mutated(data, random)), turn, outcome)
    return outcome


def attempt(importer: Importer, document: Document, turn: int, outcome: Outcome) -> None:
    outcome.mutations += 1
    start = time.process_time()
    try:
        importer.recognises(document)
        outcome.records += sum(1 for _ in importer.read(document))
        if importer.bulk:
            straight, long = both_ways(importer, document)
            assert straight == long, "the straight road says something else"
        outcome.read += 1
    except NetgraphError:
        outcome.refused += 1
    except Exception as error:  # noqa: BLE001 - what is counted here is just that
        kind = type(error).__name__
        outcome.failures[kind] += 1
        if len(outcome.examples) < SHOWN_FAILURES:
            outcome.examples.append(f"mutation {turn} of {document.name}: {kind}: {error}")
    took = time.process_time() - start
    outcome.seconds += took
    outcome.slowest = max(outcome.slowest, took)


def table(outcomes: Sequence[Outcome]) -> str:
    head = (
        f"{'importer':26}{'mutations':>10}{'read':>8}{'refused':>9}{'records':>10}"
        f"{'failures':>10}{'CPU [s]':>9}{'slowest [ms]':>14}"
    )
    lines = [head]
    for o in outcomes:
        lines.append(
            f"{o.importer:26}{o.mutations:>10,}{o.read:>8,}{o.refused:>9,}{o.records:>10,}"
            f"{sum(o.failures.values()):>10,}{o.seconds:>9.1f}{o.slowest * 1000:>14.1f}"
        )
        lines.extend(f"    {example}" for example in o.examples)
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--mutations", type=int, default=10_000, help="per importer")
    parser.add_argument("--importer", help="only this one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    known = samples()
    outcomes = [
        fuzz(importer, known[importer.name], options.mutations, options.seed)
        for importer in importers()
        if options.importer in {None, importer.name}
    ]
    if options.json:
        print(
            json.dumps(
                {
                    "benchmark": "fuzz",
                    "date": datetime.now(UTC).isoformat(timespec="seconds"),
                    "machine": f"{platform.machine()}, {platform.platform()}",
                    "python": platform.python_version(),
                    "seed": options.seed,
                    "importers": [asdict(outcome) for outcome in outcomes],
                }
            )
        )
    else:
        print(table(outcomes))
    return int(any(outcome.failures or not outcome.mutations for outcome in outcomes))


if __name__ == "__main__":
    sys.exit(main())
