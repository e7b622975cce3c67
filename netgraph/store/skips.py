"""The questions that the user did not want to answer, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from netgraph.store.database import Database


class Skips:
    """Reads and writes skipped questions about two people, by card subjects ("" is me)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[tuple[str, str], datetime]:
        """When each was last skipped, by the two subjects, the smaller first."""
        rows = self._database.execute(
            "SELECT left_subject, right_subject, skipped FROM skipped_question"
        )
        return {(left, right): datetime.fromisoformat(skipped) for left, right, skipped in rows}

    def skip(self, pairs: Iterable[tuple[str, str]], when: datetime) -> None:
        """Remember that the questions about ``pairs`` were skipped at ``when``."""
        # no answer depends on it but which question comes next
        with self._database.writing(derived=True):
            self._database.execute_many(
                "INSERT OR REPLACE INTO skipped_question VALUES (?, ?, ?)",
                [(*sorted(pair), when.isoformat()) for pair in pairs],
            )
