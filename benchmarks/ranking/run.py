"""Rankings held against what really happened, on message metadata you give.

    python benchmarks/ranking/run.py --messages FILE [--variant any|thread] [--json]
                                     [--only SECTION ...] [--sample N]

FILE has the columns that `messages` tells. Everything runs through netgraph's own code: its
graph as of each moment, its paths and bridges. The answer has one part a section:

    introducer   who brought two people together, see `introducers` and `events`
    bridges      who will bring new people next year, see `bridges`
    alive        who will write to each other within a year, see `alive` (--png FILE draws it)
    moves        to which organisation somebody goes next, see `moves`
    lives        invented lives whose truth is known, see `lives`; reads no messages

A section is a function ``(messages: Messages, options: Options) -> dict`` whose answer goes into
the JSON as it is; `SECTIONS` names them.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alive import alive
from bridges import bridges
from introducers import introducers
from lives import lives
from messages import Messages, read
from moves import moves
from options import Options

Section = Callable[[Messages, Options], dict[str, Any]]

SECTIONS: dict[str, Section] = {
    "introducer": introducers,
    "bridges": bridges,
    "alive": alive,
    "moves": moves,
    "lives": lives,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--messages", required=True, type=Path)
    parser.add_argument("--variant", choices=("any", "thread"), default="any")
    parser.add_argument("--only", nargs="+", choices=tuple(SECTIONS), default=tuple(SECTIONS))
    parser.add_argument("--sample", type=int, default=0, help="at most so many cases a section")
    parser.add_argument("--png", type=Path, help="where to draw how well chances come true")
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    messages = read(asked.messages)
    if asked.variant == "thread" and not messages.threaded:
        parser.error(f"{asked.messages.name} does not say what answers what")
    options = Options(asked.variant, asked.sample, png=asked.png)
    figures = {name: SECTIONS[name](messages, options) for name in asked.only}
    if asked.json:
        about = {"machine": platform.platform(), "python": platform.python_version()}
        date = datetime.now(UTC).date().isoformat()
        json.dump({"file": messages.name, **about, "date": date, **figures}, sys.stdout, indent=1)
        print()
        return
    for name, found in figures.items():
        print(f"{name}, {messages.name}" + (f", {asked.variant}" if name == "introducer" else ""))
        for line in _lines(found):
            print(f"  {line}")


def _lines(found: dict[str, Any]) -> list[str]:
    """One line a method, its figures in their order."""
    return [f"{name:28} {_told(value)}" for name, value in found.items()]


def _told(value: object) -> str:
    if isinstance(value, dict):
        return "  ".join(f"{name} {_told(one)}" for name, one in value.items())
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(map(_told, value)) + "]"
    return f"{value:.3f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
