"""The decided tables: what the user said; no import and no rebuild ever touches them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from netgraph.model import Decision, Judgement, Target
from netgraph.store.database import Database
from netgraph.store.rows import as_json, as_text


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose files they are: ``key`` is "" for me, else a friend's subject."""

    key: str
    name: str
    address: str


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What the user said of the columns of one table, known by a hash of its header row.

    ``columns`` maps headers as written to fields, "" for a column left out.
    """

    header: str
    columns: Mapping[str, str]
    decided: datetime


@dataclass(frozen=True, slots=True)
class EmployerWord:
    """What the user said of two names of employers: one body (``same``), or two."""

    name: str
    of: str
    same: bool


class Decided:
    """Reads and writes what the user decided."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def owners(self) -> tuple[Owner, ...]:
        """Everybody named with ``--me`` or ``--owner``; me first."""
        rows = self._database.execute("SELECT owner, name, address FROM owner ORDER BY owner")
        return tuple(Owner(*row) for row in rows)

    def set_owner(self, owner: Owner) -> None:
        """Say who somebody is; a later word replaces an earlier one."""
        with self._database.writing():
            self._database.execute(
                "INSERT OR REPLACE INTO owner VALUES (?, ?, ?)",
                (owner.key, owner.name, owner.address),
            )

    def decisions(self) -> tuple[Decision, ...]:
        """The user's judgements on pairs of card subjects, oldest first."""
        rows = self._database.execute(
            "SELECT left_subject, right_subject, judgement FROM decision ORDER BY decided, rowid"
        )
        return tuple(
            Decision(left, right, Judgement(judgement), 0.0, (), "user")
            for left, right, judgement in rows
        )

    def decide(self, left: str, right: str, judgement: Judgement, when: datetime) -> None:
        """Record a judgement; a later one on the same pair replaces it."""
        self.decide_all([(left, right, judgement)], when)

    def decide_all(self, words: Iterable[tuple[str, str, Judgement]], when: datetime) -> None:
        """Record judgements on pairs of subjects, all or none."""
        with self._database.writing():
            for left, right, judgement in words:
                self._database.execute(
                    "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?)",
                    (*sorted((left, right)), judgement, as_text(when)),
                )

    def targets(self) -> tuple[Target, ...]:
        """The target employers, in the order they were added."""
        rows = self._database.execute(
            "SELECT name, aliases, domains, industry, city, weight, size FROM target ORDER BY rowid"
        )
        return tuple(
            Target(name, tuple(json.loads(aliases)), tuple(json.loads(domains)), *rest)
            for name, aliases, domains, *rest in rows
        )

    def set_target(self, target: Target) -> bool:
        """Add a target, or replace the one of that name; True when something changed."""
        if target in self.targets():
            return False
        values = (
            as_json(target.aliases), as_json(target.domains),
            target.industry, target.city, target.weight, target.size,
        )  # fmt: skip
        with self._database.writing():
            self._database.execute(
                "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET"
                " aliases = excluded.aliases, domains = excluded.domains,"
                " industry = excluded.industry, city = excluded.city, weight = excluded.weight,"
                " size = excluded.size",
                (target.name, *values),
            )
        return True

    def remove_target(self, name: str) -> bool:
        """Remove a target by name (letter case aside); False when there is none."""
        with self._database.writing():
            cursor = self._database.execute("DELETE FROM target WHERE name = ?", (name,))
        return cursor.rowcount > 0

    def hand_entries(self) -> tuple[tuple[int, dict[str, object], datetime], ...]:
        """What `netgraph add` wrote: number, fields and time, oldest first."""
        rows = self._database.execute("SELECT id, entry, added FROM hand_entry ORDER BY id")
        return tuple(
            (number, json.loads(entry), datetime.fromisoformat(added))
            for number, entry, added in rows
        )

    def add_hand_entry(self, fields: Mapping[str, object], when: datetime) -> bool:
        """Keep one hand-made card; False when it repeats the last word on that name.

        Something said before, and otherwise since, becomes the last word again.
        """
        entry = as_json(dict(sorted(fields.items())))
        last = self._database.execute(
            "SELECT entry FROM hand_entry WHERE json_extract(entry, '$.name') = ?"
            " ORDER BY id DESC LIMIT 1",
            (fields["name"],),
        ).fetchone()
        if last and last[0] == entry:
            return False
        with self._database.writing():
            self._database.execute("DELETE FROM hand_entry WHERE entry = ?", (entry,))
            self._database.execute(
                "INSERT INTO hand_entry (entry, added) VALUES (?, ?)",
                # to the microsecond: of two words on one person the later one counts
                (entry, when.astimezone(UTC).isoformat(timespec="microseconds")),
            )
        return True

    def column_mappings(self) -> tuple[ColumnMapping, ...]:
        """Every mapping of columns that was kept, oldest first."""
        rows = self._database.execute(
            "SELECT header, columns, decided FROM column_mapping ORDER BY decided, rowid"
        )
        return tuple(
            ColumnMapping(header, json.loads(columns), datetime.fromisoformat(decided))
            for header, columns, decided in rows
        )

    def set_column_mapping(self, mapping: ColumnMapping) -> None:
        """Remember how a table is read; a later word on the same header replaces it."""
        values = (mapping.header, as_json(dict(mapping.columns)), as_text(mapping.decided))
        with self._database.writing():
            self._database.execute("INSERT OR REPLACE INTO column_mapping VALUES (?, ?, ?)", values)

    def region(self) -> str:
        """The country (two letters) of numbers written without one, or "" when it is not said."""
        row = self._database.execute("SELECT value FROM setting WHERE name = 'region'").fetchone()
        return str(row[0]) if row else ""

    def set_region(self, region: str) -> None:
        """Say in which country a number without a country code is."""
        with self._database.writing():
            self._database.execute("INSERT OR REPLACE INTO setting VALUES ('region', ?)", (region,))

    def employer_words(self) -> tuple[EmployerWord, ...]:
        """What the user said of employers' names, oldest first."""
        rows = self._database.execute(
            "SELECT name, of, same FROM employer_word ORDER BY decided, rowid"
        )
        return tuple(EmployerWord(name, of, bool(same)) for name, of, same in rows)

    def set_employer_word(self, word: EmployerWord, when: datetime) -> None:
        """Keep a word on two names; a later one on the same two replaces it, either way round."""
        with self._database.writing():
            self._database.execute(
                "DELETE FROM employer_word WHERE name = ? AND of = ?", (word.of, word.name)
            )
            self._database.execute(
                "INSERT OR REPLACE INTO employer_word VALUES (?, ?, ?, ?)",
                (word.name, word.of, int(word.same), as_text(when)),
            )

    def employer_rows(self) -> tuple[dict[str, str], ...]:
        """The user's rows of the table of employers, by name; columns as in its csv."""
        rows = self._database.execute("SELECT name, facts FROM employer_row ORDER BY name")
        return tuple({"name": name, **json.loads(facts)} for name, facts in rows)

    def set_employer_rows(self, rows: Sequence[Mapping[str, str]]) -> None:
        """Keep rows of the table of employers; a later one of the same name replaces it."""
        values = [
            (row["name"], as_json({k: v for k, v in row.items() if k != "name"})) for row in rows
        ]
        with self._database.writing():
            self._database.execute_many("INSERT OR REPLACE INTO employer_row VALUES (?, ?)", values)
