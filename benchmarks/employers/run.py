"""Strict matching of employers' names on labelled strings, half of them held out.

``labelled.csv``: a text, the name it is held against, and what a careful person would say: same,
parent (the first is part of the second), different, or none (it names no employer). A row is
held out when the hash of its text is odd. "Same" is scored by precision and recall; the other
labels by the share that came out so.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from netgraph.model import AffiliationKind
from netgraph.resolve.employers import resolve_employers

HERE = Path(__file__).parent
LABELS = ("same", "parent", "different", "none")
Row = tuple[str, str, str]


def rows() -> list[Row]:
    """Text, the name held against, label."""
    with (HERE / "labelled.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["against"], row["label"]) for row in csv.DictReader(file)]


def is_held_out(text: str) -> bool:
    """Whether a row is kept away from tuning."""
    return hashlib.sha256(text.encode()).digest()[0] % 2 == 1


def judged(text: str, against: str) -> str:
    """What netgraph says of the two; a store that knows both, and nobody's word on them."""
    mentions = [(name, AffiliationKind.WORK) for name in (text, against) if name]
    table = resolve_employers(mentions, ())
    ours, theirs = table.match(text), table.match(against) if against else None
    if ours is None:
        return "none"
    if theirs is None:
        return "different"
    if ours[0] == theirs[0]:
        return "same"
    by_id = {employer.id: employer for employer in table.employers}
    above = by_id[ours[0]].parent
    while above and above != theirs[0]:
        above = by_id[above].parent
    return "parent" if above else "different"


def measure(part: Sequence[Row]) -> dict[str, float | int | list[Row]]:
    """Precision and recall of "same", and the share right of every other label."""
    said = [(row, judged(row[0], row[1])) for row in part]
    right = sum(row[2] == "same" == word for row, word in said)
    called = sum(word == "same" for _, word in said)
    wanted = sum(row[2] == "same" for row, _ in said)
    found: dict[str, float | int | list[Row]] = {
        "rows": len(part),
        "precision": right / called if called else 1.0,
        "recall": right / wanted if wanted else 1.0,
    }
    for label in LABELS[1:]:
        of_it = [word for row, word in said if row[2] == label]
        found[label] = sum(word == label for word in of_it) / len(of_it) if of_it else 1.0
    found["wrong"] = [(row[0], row[1], f"{row[2]}, not {word}") for row, word in said
                      if row[2] != word]  # fmt: skip
    return found


def main() -> None:
    """Print both halves; the wrong rows of the development half alone."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    everything = rows()
    halves = {
        "development": measure([row for row in everything if not is_held_out(row[0])]),
        "held_out": measure([row for row in everything if is_held_out(row[0])]),
    }
    wrong = halves["development"].pop("wrong")
    halves["held_out"].pop("wrong")
    if arguments.json:
        about = {"machine": platform.platform(), "date": datetime.now(UTC).date().isoformat()}
        print(json.dumps({**about, **halves}))
        return
    print(
        f"{'':12}{'rows':>6}{'precision':>11}{'recall':>9}{'parent':>9}{'different':>11}{'none':>7}"
    )
    for name, found in halves.items():
        print(
            f"{name:12}{found['rows']:>6}{found['precision']:>11.3f}{found['recall']:>9.3f}"
            f"{found['parent']:>9.3f}{found['different']:>11.3f}{found['none']:>7.3f}"
        )
    for row in wrong:  # type: ignore[union-attr]
        print("  wrong in the development half:", *row, sep="  ")


if __name__ == "__main__":
    main()
