"""The user's word on how well people know each other; no import ever touches it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from netgraph.model import HowWell, TieWord
from netgraph.store.database import Database


class TieWords:
    """Reads and writes the user's words on ties, by card subjects ("" is me)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[TieWord, ...]:
        """Every word, oldest first."""
        rows = self._database.execute(
            "SELECT left_subject, right_subject, how, decided FROM tie_word ORDER BY decided, rowid"
        )
        return tuple(
            TieWord(left, right, HowWell(how), datetime.fromisoformat(decided))
            for left, right, how, decided in rows
        )

    def say(self, words: Iterable[TieWord]) -> None:
        """Keep ``words``, all or none, beside earlier ones on the same two."""
        # who is who does not depend on it
        with self._database.writing(derived=True):
            for word in words:
                self._database.execute(
                    "INSERT OR REPLACE INTO tie_word VALUES (?, ?, ?, ?)",
                    (
                        *sorted((word.left, word.right)),
                        word.how,
                        # to the microsecond: of two words on one pair the later one counts
                        word.when.isoformat(timespec="microseconds"),
                    ),
                )
