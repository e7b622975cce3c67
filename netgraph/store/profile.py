"""What the user says of themselves; no import and no rebuild ever touches it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from netgraph.model import Example, Fact, Profile
from netgraph.store.database import Database


class ProfileFacts:
    """Reads and writes who the user is, what they seek, and their success examples."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Profile:
        """Everything said so far; an empty profile for nothing."""
        rows = dict(self._database.execute("SELECT name, value FROM profile_fact").fetchall())
        facts = tuple((fact, str(rows[fact])) for fact in Fact if rows.get(fact))
        examples = self._database.execute("SELECT id, text FROM success_example ORDER BY id")
        return Profile(facts, tuple(Example(number, text) for number, text in examples))

    def say(self, facts: Mapping[Fact, str], when: datetime) -> None:
        """Keep ``facts``, all or none; an empty text takes one back."""
        # who is who does not depend on it
        with self._database.writing(derived=True):
            self._database.execute_many(
                "INSERT OR REPLACE INTO profile_fact VALUES (?, ?, ?)",
                [(fact.value, text, when.isoformat()) for fact, text in facts.items()],
            )

    def add_example(self, text: str, when: datetime) -> int:
        """Keep one success example; its number. The same text again keeps its old number."""
        with self._database.writing(derived=True):
            self._database.execute(
                "INSERT OR IGNORE INTO success_example (text, added) VALUES (?, ?)",
                (text, when.isoformat()),
            )
        return self._database.number("SELECT id FROM success_example WHERE text = ?", text)

    def remove_example(self, number: int) -> bool:
        """Remove the example of that number; False when there is none."""
        with self._database.writing(derived=True):
            cursor = self._database.execute("DELETE FROM success_example WHERE id = ?", (number,))
        return cursor.rowcount > 0
