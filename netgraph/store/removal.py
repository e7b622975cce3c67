"""Removal: the one way that imported and decided rows leave the store.

Every function runs within the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

from netgraph.model import Fact, Interaction
from netgraph.store.database import Database
from netgraph.store.derived import TABLES as DERIVED
from netgraph.store.rows import as_json, identifiers_json

RECORDS = ("card", "interaction", "relation")
#: A record's key within its owner's files.
Key = tuple[str, str]


class Removal:
    """Removes sources, and what is said of one person."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def sources(self, ids: Sequence[int], *, replaced: bool = False) -> None:
        """Remove files with all that stands in no other file.

        What stands in another one too is from then on that one's; with ``replaced`` it is
        known since the earlier file was imported, else since the later.
        """
        marks = ", ".join(str(int(number)) for number in ids)
        self._database.execute(f"DELETE FROM repeat WHERE source_id IN ({marks})")  # noqa: S608
        for table in RECORDS:
            self._hand_on(table, marks, replaced=replaced)
            self._database.execute(f"DELETE FROM {table} WHERE source_id IN ({marks})")  # noqa: S608
        self._database.execute(f"DELETE FROM reject WHERE source_id IN ({marks})")  # noqa: S608
        self._database.execute(f"DELETE FROM source WHERE id IN ({marks})")  # noqa: S608

    def _hand_on(self, table: str, marks: str, *, replaced: bool) -> None:
        """Give records of the sources that stand in other files to the first of these."""
        heir = (
            "FROM repeat JOIN source ON source.id = repeat.source_id"
            f" WHERE repeat.record = '{table}' AND repeat.key = {table}.key"
            f" AND source.owner = {table}.owner ORDER BY repeat.source_id LIMIT 1"
        )
        imported = f"(SELECT imported FROM source WHERE id = {table}.source_id)"  # noqa: S608
        since = f"coalesce(since, {imported})" if replaced else "NULL"
        self._database.execute(
            f"UPDATE {table} SET since = {since}, place = (SELECT repeat.place {heir}),"  # noqa: S608
            f" source_id = (SELECT repeat.source_id {heir})"
            f" WHERE source_id IN ({marks}) AND EXISTS (SELECT 1 {heir})"
        )
        self._database.execute(
            f"DELETE FROM repeat WHERE record = '{table}' AND EXISTS (SELECT 1 FROM {table}"  # noqa: S608
            f" WHERE {table}.key = repeat.key AND {table}.source_id = repeat.source_id)"
        )

    def records(self, table: str, keys: Iterable[Key]) -> None:
        """Remove single records with every place they stand in; what was skipped there too."""
        for key, owner in keys:
            row = self._database.execute(
                f"SELECT source_id, place FROM {table} WHERE key = ? AND owner = ?",  # noqa: S608
                (key, owner),
            ).fetchone()
            if row is None:
                continue
            self._database.execute("DELETE FROM reject WHERE source_id = ? AND place = ?", row)
            self._database.execute(
                f"DELETE FROM {table} WHERE key = ? AND owner = ?",  # noqa: S608
                (key, owner),
            )
            self._database.execute(
                "DELETE FROM repeat WHERE record = ? AND key = ?"
                " AND source_id IN (SELECT id FROM source WHERE owner = ?)",
                (table, key, owner),
            )

    def participants(self, changed: Iterable[tuple[Interaction, str]]) -> None:
        """Write interactions (with their owner) again with the participants that are left."""
        for item, owner in changed:
            self._database.execute(
                "UPDATE interaction SET participants = ? WHERE key = ? AND owner = ?",
                (identifiers_json(item.participants), item.key, owner),
            )

    def files(self, names: Mapping[int, str]) -> None:
        """Give sources other names to show."""
        for source, name in names.items():
            self._database.execute("UPDATE source SET file = ? WHERE id = ?", (name, source))

    def hand_entries(self, gone: Iterable[int], kept: Mapping[int, Mapping[str, object]]) -> None:
        """Remove what was added by hand, and write again what is left of other entries."""
        for number in gone:
            self._database.execute("DELETE FROM hand_entry WHERE id = ?", (number,))
        for number, fields in kept.items():
            self._database.execute(
                "UPDATE OR REPLACE hand_entry SET entry = ? WHERE id = ?",
                (as_json(dict(sorted(fields.items()))), number),
            )

    def decisions(self, subjects: Iterable[str]) -> None:
        """Remove the user's word on ``subjects``, and what they did with nobody else."""
        for subject in subjects:
            self._database.execute("DELETE FROM exclusion WHERE subject = ?", (subject,))
            self._database.execute("DELETE FROM keep_in_touch WHERE subject = ?", (subject,))
            self._log_of(subject)
            for table in ("decision", "tie_word", "skipped_question"):
                self._database.execute(
                    f"DELETE FROM {table} WHERE left_subject = ? OR right_subject = ?",  # noqa: S608
                    (subject, subject),
                )

    def _log_of(self, subject: str) -> None:
        """Take ``subject`` out of the log, and the lines that are then nobody's."""
        rows = self._database.execute(
            "SELECT id, subjects FROM log WHERE EXISTS"
            " (SELECT 1 FROM json_each(log.subjects) WHERE value = ?)",
            (subject,),
        ).fetchall()
        for number, subjects in rows:
            left = [one for one in json.loads(subjects) if one != subject]
            self._database.execute(
                "UPDATE log SET subjects = ? WHERE id = ?", (as_json(left), number)
            )
        self.log_lines(number for number, subjects in rows if json.loads(subjects) == [subject])

    def log_lines(self, numbers: Iterable[int]) -> None:
        """Remove lines of the log, and those that take them back."""
        for number in numbers:
            undoing = self._database.execute("SELECT id FROM log WHERE undoes = ?", (number,))
            self.log_lines([one for (one,) in undoing.fetchall()])
            self._database.execute("DELETE FROM log WHERE id = ?", (number,))

    def log_notes(self, notes: Mapping[int, str]) -> None:
        """Give lines of the log other notes."""
        for number, note in notes.items():
            self._database.execute("UPDATE log SET note = ? WHERE id = ?", (note, number))

    def success_examples(self, texts: Mapping[int, str]) -> None:
        """Give success examples other texts; of two that are then the same one is left."""
        for number, text in texts.items():
            self._database.execute(
                "UPDATE OR REPLACE success_example SET text = ? WHERE id = ?", (text, number)
            )

    def facts(self, facts: Mapping[Fact, str]) -> None:
        """Give what the user says of themselves other texts."""
        for fact, text in facts.items():
            self._database.execute(
                "UPDATE profile_fact SET value = ? WHERE name = ?", (text, fact.value)
            )

    def owners_without_files(self) -> None:
        """Remove friends of whom no file is left."""
        self._database.execute(
            "DELETE FROM owner WHERE owner <> '' AND owner NOT IN (SELECT owner FROM source)"
        )

    def derived(self) -> None:
        """Empty the derived tables; the next question fills them again."""
        for table in DERIVED:
            self._database.execute(f"DELETE FROM {table}")  # noqa: S608 - own constants

    def standing_elsewhere(self, ids: Sequence[int]) -> dict[str, set[Key]]:
        """The records of some files that stand in other files too, by table."""
        marks = json.dumps([int(number) for number in ids])
        found = {}
        for table in RECORDS:
            rows = self._database.execute(
                f"SELECT DISTINCT {table}.key, {table}.owner FROM {table}"  # noqa: S608
                f" JOIN repeat ON repeat.record = '{table}' AND repeat.key = {table}.key"
                f" JOIN source ON source.id = repeat.source_id AND source.owner = {table}.owner"
                f" WHERE {table}.source_id IN (SELECT value FROM json_each(?))"
                " AND repeat.source_id NOT IN (SELECT value FROM json_each(?))",
                (marks, marks),
            )
            found[table] = set(rows.fetchall())
        return found
