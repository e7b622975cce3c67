"""The log of what the user did, and how often to be in touch; no import ever touches them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from netgraph.model import Did, Foreseen, LogEntry, Outcome, Rhythm
from netgraph.store.database import Database
from netgraph.store.rows import as_json

_COLUMNS = (
    "id, subjects, name, did, note, outcome, employer, happened, next, logged, undoes,"
    " tie_kind, tie_chance, path_hops, path_chance"
)


class Log:
    """Adds to the log, reads it, and keeps the rhythms; rows leave by `Removal` alone."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[LogEntry, ...]:
        """Every line in the order it was written, also what was taken back, then marked so.

        Lines that take back another are no entries: they show in ``undone``.
        """
        rows = self._database.execute(f"SELECT {_COLUMNS} FROM log ORDER BY id").fetchall()  # noqa: S608
        undone = set(self.takings_back().values())
        entries = (_entry(row) for row in rows if row[10] is None)
        return tuple(replace(one, undone=one.number in undone) for one in entries)

    def takings_back(self) -> dict[int, int]:
        """The lines that take back another, by number, to the number of the one they take back.

        Those that are themselves taken back are left out.
        """
        rows = self._database.execute(
            "SELECT id, undoes FROM log WHERE undoes IS NOT NULL ORDER BY id DESC"
        )
        found: dict[int, int] = {}
        for number, undoes in rows:
            if number not in found.values():
                found[number] = undoes
        return found

    def add(self, entry: LogEntry) -> int:
        """Write one line; gives its number. The ``number`` of ``entry`` is not looked at."""
        seen = entry.foreseen
        foreseen = (seen.kind, seen.tie, seen.hops, seen.path) if seen else (None,) * 4
        values = (
            as_json(entry.subjects), _whole(entry.name), entry.did, _whole(entry.note),
            entry.outcome or "", _whole(entry.employer), entry.on.isoformat(),
            entry.next and entry.next.isoformat(), _moment(entry.logged), *foreseen,
        )  # fmt: skip
        # who is who does not depend on it
        with self._database.writing(derived=True):
            cursor = self._database.execute(
                "INSERT INTO log (subjects, name, did, note, outcome, employer, happened, next,"
                " logged, tie_kind, tie_chance, path_hops, path_chance)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                values,
            )
        return int(cursor.lastrowid or 0)

    def undo(self, number: int, when: datetime) -> int:
        """Write a line that takes back line ``number``, which stays; gives its own number.

        A line that takes back another can itself be taken back.
        """
        with self._database.writing(derived=True):
            cursor = self._database.execute(
                "INSERT INTO log (subjects, name, did, note, outcome, employer, happened, logged,"
                " undoes) VALUES ('[]', '', '', '', '', '', ?, ?, ?)",
                (when.date().isoformat(), _moment(when), number),
            )
        return int(cursor.lastrowid or 0)

    def rhythms(self) -> tuple[Rhythm, ...]:
        """Every word on how often to be in touch, oldest first."""
        rows = self._database.execute(
            "SELECT subject, every, decided FROM keep_in_touch ORDER BY decided, rowid"
        )
        return tuple(Rhythm(one, every, datetime.fromisoformat(when)) for one, every, when in rows)

    def keep(self, words: Iterable[Rhythm]) -> None:
        """Keep ``words``, all or none, beside earlier ones on the same people."""
        rows = [(word.person, word.every, _moment(word.when)) for word in words]
        with self._database.writing(derived=True):
            self._database.execute_many(
                "INSERT OR REPLACE INTO keep_in_touch VALUES (?, ?, ?)", rows
            )

    def limit(self, name: str) -> int | None:
        """The user's own limit of that name, None when it was never said."""
        row = self._database.execute(
            "SELECT value FROM setting WHERE name = ?", (f"limit {name}",)
        ).fetchone()
        return int(row[0]) if row else None

    def set_limits(self, limits: Sequence[tuple[str, int]]) -> None:
        """Keep limits by name, all or none."""
        rows = [(f"limit {name}", str(value)) for name, value in limits]
        with self._database.writing(derived=True):
            self._database.execute_many("INSERT OR REPLACE INTO setting VALUES (?, ?)", rows)


def _whole(text: str) -> str:
    """``text`` with a question mark for each half of a character, which SQLite refuses."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _moment(when: datetime) -> str:
    # to the microsecond: of two words on one person the later one counts
    return when.astimezone(UTC).isoformat(timespec="microseconds")


def _entry(row: Sequence[Any]) -> LogEntry:
    number, subjects, name, did, note, outcome, employer, happened, after, logged = row[:10]
    kind, tie, hops, path = row[11:]
    return LogEntry(
        number=number,
        subjects=tuple(json.loads(subjects)),
        name=name,
        did=Did(did),
        on=date.fromisoformat(happened),
        logged=datetime.fromisoformat(logged),
        note=note,
        outcome=Outcome(outcome) if outcome else None,
        employer=employer,
        next=date.fromisoformat(after) if after else None,
        foreseen=Foreseen(kind, tie, hops, path) if kind else None,
    )
