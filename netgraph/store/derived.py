"""The derived tables: who is who, as last resolved; emptied and rebuilt in one transaction."""

from __future__ import annotations

import json

from netgraph.model import Decision, Judgement, Person, Resolution
from netgraph.store.database import Database
from netgraph.store.rows import as_json, as_text, as_time, identifiers_from, identifiers_json

TABLES = ("person", "person_card", "rule_decision", "owner_person")


class Derived:
    """Reads and replaces the last resolution."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def is_fresh(self) -> bool:
        """Whether nothing imported or decided has changed since the last `replace`."""
        return bool(
            self._database.number(
                "SELECT count(DISTINCT value) = 1 FROM state WHERE name IN ('written', 'resolved')"
            )
        )

    def replace(self, resolution: Resolution) -> None:
        """Empty the tables and write ``resolution``, in one transaction."""
        execute = self._database.execute
        with self._database.writing(derived=True):
            for table in TABLES:
                execute(f"DELETE FROM {table}")  # noqa: S608 - own constants
            for person in resolution.people:
                execute("INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", _row(person))
            for pair in resolution.person_of.items():
                execute("INSERT INTO person_card VALUES (?, ?)", pair)
            for pair in resolution.owners.items():
                execute("INSERT INTO owner_person VALUES (?, ?)", pair)
            for item in resolution.decisions:
                execute(
                    "INSERT INTO rule_decision VALUES (?, ?, ?, ?, ?)",
                    (item.left, item.right, item.judgement, item.score, as_json(item.evidence)),
                )
            execute(
                "UPDATE state SET value = (SELECT value FROM state WHERE name = 'written')"
                " WHERE name = 'resolved'"
            )

    def resolution(self) -> Resolution:
        """The last resolution; empty in a new store."""
        execute = self._database.execute
        people = tuple(_person(row) for row in execute("SELECT * FROM person ORDER BY id"))
        decisions = tuple(
            Decision(left, right, Judgement(judgement), score, tuple(json.loads(text)), "rules")
            for left, right, judgement, score, text in execute(
                "SELECT * FROM rule_decision ORDER BY rowid"
            )
        )
        owners = dict(execute("SELECT owner, person_id FROM owner_person").fetchall())
        return Resolution(
            people=people,
            person_of=dict(execute("SELECT card_key, person_id FROM person_card").fetchall()),
            decisions=decisions,
            me=owners.get("", ""),
            owners=owners,
        )


def _row(person: Person) -> tuple[object, ...]:
    return (
        person.id,
        person.name,
        as_json(person.names),
        identifiers_json(person.identifiers),
        as_json(person.labels),
        person.occupation,
        as_json(person.cards),
        as_json(person.files),
        person.since and as_text(person.since),
        person.is_contact,
        person.is_me,
    )


def _person(row: tuple[str, ...]) -> Person:
    return Person(
        id=row[0],
        name=row[1],
        names=tuple(json.loads(row[2])),
        identifiers=identifiers_from(row[3]),
        labels=tuple(json.loads(row[4])),
        occupation=row[5],
        cards=tuple(json.loads(row[6])),
        files=tuple(json.loads(row[7])),
        since=as_time(row[8]),
        is_contact=bool(row[9]),
        is_me=bool(row[10]),
    )
