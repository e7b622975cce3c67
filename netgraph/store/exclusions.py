"""Whom the user wants left out; no import ever touches it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from netgraph.model import Exclusion
from netgraph.store.database import Database


class Exclusions:
    """Reads and writes whom the user wants left out, by card subjects."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Exclusion, ...]:
        """Every word, oldest first."""
        rows = self._database.execute(
            "SELECT subject, employer, excluded, decided FROM exclusion ORDER BY decided, rowid"
        )
        return tuple(
            Exclusion(subject, employer, bool(excluded), datetime.fromisoformat(decided))
            for subject, employer, excluded, decided in rows
        )

    def say(self, words: Iterable[Exclusion]) -> None:
        """Keep ``words``, all or none, beside earlier ones on the same people."""
        # who is who does not depend on it
        with self._database.writing(derived=True):
            self._database.execute_many(
                "INSERT OR REPLACE INTO exclusion VALUES (?, ?, ?, ?)",
                [
                    (
                        word.person,
                        word.employer,
                        int(word.excluded),
                        # to the microsecond: of two words on one person the later one counts
                        word.when.isoformat(timespec="microseconds"),
                    )
                    for word in words
                ],
            )
