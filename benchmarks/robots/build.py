"""Writes `senders.jsonl`: labelled senders with the mail that speaks of them, all invented.

The labels follow from the world, not from netgraph's rules: an address is a person's when a
human being reads and writes there in their own name. A list member is a person, the list is not;
an office address is a person when a human answers there by name. Cases on which two humans
would disagree (a couple's address, a hotel that answers without a name) are left out.

`python benchmarks/robots/build.py` writes the same file again on every machine.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from additions import additions
from machines import all_machines
from people import everybody
from writing import Desk

PLACE = Path(__file__).parent / "senders.jsonl"


def main() -> None:
    """Write all senders, people first."""
    desk = Desk()
    everybody(desk)
    all_machines(desk)
    additions(desk)
    lines = [json.dumps(asdict(sender), ensure_ascii=False) for sender in desk.senders]
    PLACE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
