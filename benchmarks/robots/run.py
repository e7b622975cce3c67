"""How well people are told from robots, lists and firms, on labelled invented mail.

    python benchmarks/robots/run.py [--json] [--errors]

`senders.jsonl` (written by `build.py`, before the rules) holds addresses with all the mail that
speaks of them. A hash of the address puts half of them into the development half, on which the
rules may be tuned, and half into the held-out one, whose single errors are never shown. Each
half is read as one mailbox by the mbox importer. Precision [0..1]: of the addresses that became
a person's card, the part that are people; recall [0..1]: of the people, the part with a card.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import tempfile
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from netgraph.importers._files import walk  # noqa: E402
from netgraph.importers.mbox import read  # noqa: E402
from netgraph.model import Card  # noqa: E402

SENDERS = Path(__file__).parent / "senders.jsonl"
HALVES = ("development", "held-out")


@dataclass(frozen=True)
class Sender:
    """One labelled address, as in the lines of `senders.jsonl`."""

    address: str
    is_person: bool
    kind: str
    language: str
    messages: list[str]


@dataclass(frozen=True)
class Outcome:
    """What became of one half; the lists hold the senders that were judged wrongly."""

    half: str
    people: int
    others: int
    taken_for_people: list[Sender]
    missed: list[Sender]

    @property
    def precision(self) -> float:
        """Of those taken for people, the part that are [0..1]."""
        found = self.people - len(self.missed)
        return found / max(found + len(self.taken_for_people), 1)

    @property
    def recall(self) -> float:
        """Of the people, the part that were found [0..1]."""
        return (self.people - len(self.missed)) / max(self.people, 1)


def senders(half: str) -> list[Sender]:
    """The senders of one half in the order of the file."""
    rows = [Sender(**json.loads(line)) for line in SENDERS.read_text("utf-8").splitlines()]
    return [row for row in rows if half_of(row.address) == half]


def half_of(address: str) -> str:
    """Which half an address belongs to, by a hash."""
    return HALVES[hashlib.sha256(address.lower().encode()).digest()[0] % 2]


def measure(half: str) -> Outcome:
    """Read the half as one mailbox and compare the cards with the labels."""
    rows = senders(half)
    found = _people_found(rows)
    return Outcome(
        half,
        sum(row.is_person for row in rows),
        sum(not row.is_person for row in rows),
        [row for row in rows if not row.is_person and row.address.lower() in found],
        [row for row in rows if row.is_person and row.address.lower() not in found],
    )


def _people_found(rows: list[Sender]) -> set[str]:
    messages = [message for row in rows for message in row.messages]
    messages.sort(key=lambda text: parsedate_to_datetime(_date(text)))
    separated = [f"From - Mon Jan  6 08:00:00 2014\n{text}\n" for text in messages]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "All mail.mbox"
        path.write_text("".join(separated), encoding="utf-8", newline="\n")
        (document,) = walk(path)
        assert not isinstance(document, Exception)
        cards = [record for record in read(document) if isinstance(record, Card)]
    return {
        identifier.value.lower()
        for card in cards
        if not card.is_owner
        for identifier in card.identifiers
    }


def _date(message: str) -> str:
    return next(line[6:] for line in message.splitlines() if line.startswith("Date: "))


def main() -> None:
    """Print precision and recall of both halves."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--json", action="store_true", help="one object of figures")
    parser.add_argument("--errors", action="store_true", help="list the development half's errors")
    arguments = parser.parse_args()
    outcomes = [measure(half) for half in HALVES]
    if arguments.json:
        print(json.dumps({o.half: _figures(o) for o in outcomes}))
        return
    for outcome in outcomes:
        f = _figures(outcome)
        print(
            f"{outcome.half:12} {f['people']:4} people {f['others']:4} others"
            f"  precision {f['precision']:.3f}  recall {f['recall']:.3f}"
        )
    if arguments.errors:
        for title, rows in (
            ("taken for people", outcomes[0].taken_for_people),
            ("missed", outcomes[0].missed),
        ):
            for row in rows:
                print(f"{title}: {row.kind}, {row.address}")


def _figures(outcome: Outcome) -> dict[str, float]:
    return {
        "people": outcome.people,
        "others": outcome.others,
        "precision": round(outcome.precision, 4),
        "recall": round(outcome.recall, 4),
    }


if __name__ == "__main__":
    main()
