"""How long it takes to find out who is who, at once and when a file is added.

python benchmarks/identity/speed.py                     about 100,000 cards
python benchmarks/identity/speed.py --people 4800       about 10,000

CPU seconds of one process; the peak of memory is that of resolving at once, with the cards of the
world in it, and that without them. 100 cards are added three times, the median counts; each time
the result is compared with a rebuild if there are no more than `CHECKED` cards.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime
from statistics import median
from typing import TypeVar

from world import world

from netgraph.resolve.people import resolve_people
from netgraph.resolve.register import Register

T = TypeVar("T")
#: People of a world of about 100,000 cards.
PEOPLE = 48_000
ADDED, TIMES = 100, 3
CHECKED = 20_000


def main() -> None:
    """Measure one world and print it."""
    parser = argparse.ArgumentParser(description="How long it takes to find out who is who.")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    figures = measured(options.people)
    if options.json:
        machine = f"{platform.machine()} {platform.system()}, Python {platform.python_version()}"
        day = datetime.now(UTC).date().isoformat()
        print(json.dumps({"machine": machine, "date": day, **figures}))
    else:
        for name, value in figures.items():
            print(f"{name.replace('_', ' '):32}{value:>10}")


def measured(people: int) -> dict[str, float]:
    """The figures of a world of so many people."""
    cards = list(world(7, people).cards)
    random.Random(7).shuffle(cards)
    before = _megabytes()
    seconds, found = _timed(lambda: resolve_people(cards, ()))
    peak, number = _megabytes(), len(found.people)
    register = Register()
    register.resolve(cards[: len(cards) - ADDED * TIMES], ())
    laps = []
    for turn in reversed(range(TIMES)):
        held = cards[: len(cards) - ADDED * turn]
        lap, kept = _timed(lambda held=held: register.resolve(held, ()))
        laps.append(lap)
        if len(cards) <= CHECKED and kept != resolve_people(held, ()):
            msg = "what was kept up to date is not what a rebuild gives"
            raise SystemExit(msg)
    return {
        "cards": len(cards),
        "people_found": number,
        "at_once_cpu_seconds": round(seconds, 2),
        "peak_mb": peak,
        "peak_mb_without_the_cards": peak - before,
        "100_cards_more_cpu_seconds": round(median(laps), 2),
    }


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def _megabytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
