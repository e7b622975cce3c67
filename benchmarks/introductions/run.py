"""How well introductions that happened are recognised, on labelled invented mail.

    python benchmarks/introductions/run.py [--json] [--errors]

`examples.jsonl` (written by `build.py`, before the rules) holds small mailboxes; in each, one
mail either introduces the owner and somebody to each other or only looks so. A hash of the text
puts half of them into the development half, on which the rules may be tuned, and half into the
held-out one, whose single errors are never shown. Found means: the mbox importer tells of an
introduction by the writer of that mail that names the right person. Precision [0..1]: of the
introductions told, the part that happened; recall [0..1]: of those that happened, the part told.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from netgraph.importers._files import walk  # noqa: E402
from netgraph.importers.mbox import read  # noqa: E402
from netgraph.model import OWNER, Interaction, InteractionKind  # noqa: E402

EXAMPLES = Path(__file__).parent / "examples.jsonl"
HALVES = ("development", "held-out")


@dataclass(frozen=True)
class Example:
    """One labelled mailbox, as in the lines of `examples.jsonl`."""

    id: str
    language: str
    is_introduction: bool
    structure: str
    introducer: str
    introduced: str
    message_id: str
    messages: list[str]

    @property
    def half(self) -> str:
        """Which half the example belongs to, by the hash that is its id."""
        return HALVES[int(self.id[-1], 16) % 2]

    def text(self) -> str:
        """The mail in question."""
        return next(m for m in self.messages if f"Message-ID: {self.message_id}" in m)


@dataclass(frozen=True)
class Outcome:
    """What became of one half; the lists hold the examples that were judged wrongly."""

    half: str
    introductions: int
    others: int
    told_wrongly: list[Example]
    missed: list[Example]

    @property
    def precision(self) -> float:
        """Of the introductions told, the part that happened [0..1]."""
        found = self.introductions - len(self.missed)
        return found / max(found + len(self.told_wrongly), 1)

    @property
    def recall(self) -> float:
        """Of the introductions that happened, the part that was told [0..1]."""
        return (self.introductions - len(self.missed)) / max(self.introductions, 1)


def measure(half: str) -> Outcome:
    """Read every mailbox of the half and compare what is told with the labels."""
    rows = [Example(**json.loads(line)) for line in EXAMPLES.read_text("utf-8").splitlines()]
    rows = [row for row in rows if row.half == half]
    wrong, missed = [], []
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            told = _told(row, Path(folder) / f"{row.id}.mbox")
            if told - {row.introduced}:
                wrong.append(row)
            if row.is_introduction and row.introduced not in told:
                missed.append(row)
    happened = sum(row.is_introduction for row in rows)
    return Outcome(half, happened, len(rows) - happened, wrong, missed)


def _told(row: Example, path: Path) -> set[str]:
    """The addresses that the mail's writer is said to have introduced."""
    separated = [f"From - Mon Jan  6 08:00:00 2014\n{text}\n" for text in row.messages]
    path.write_text("".join(separated), encoding="utf-8", newline="\n")
    (document,) = walk(path)
    assert not isinstance(document, Exception)
    header = next(line for line in row.text().splitlines() if line.startswith("From: "))
    writer = parseaddr(header[6:])[1]
    return {
        identifier.value
        for record in read(document)
        if isinstance(record, Interaction) and record.kind is InteractionKind.INTRODUCED
        if record.sender is not None and record.sender.value == writer
        for identifier in record.participants
        if identifier not in {OWNER, record.sender} and identifier.value != "noor@example.org"
    }


def main() -> None:
    """Print precision and recall of both halves."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one object of figures")
    parser.add_argument("--errors", action="store_true", help="list the development half's errors")
    arguments = parser.parse_args()
    outcomes = [measure(half) for half in HALVES]
    if arguments.json:
        print(json.dumps({outcome.half: _figures(outcome) for outcome in outcomes}))
        return
    for outcome in outcomes:
        f = _figures(outcome)
        print(
            f"{outcome.half:12} {f['introductions']:4} introductions {f['others']:4} others"
            f"  precision {f['precision']:.3f}  recall {f['recall']:.3f}"
        )
    if arguments.errors:
        for title, rows in (
            ("told wrongly", outcomes[0].told_wrongly),
            ("missed", outcomes[0].missed),
        ):
            for row in rows:
                print(f"== {title}: {row.language}, {row.structure}\n{row.text()}")


def _figures(outcome: Outcome) -> dict[str, float]:
    return {
        "introductions": outcome.introductions,
        "others": outcome.others,
        "precision": round(outcome.precision, 4),
        "recall": round(outcome.recall, 4),
    }


if __name__ == "__main__":
    main()
