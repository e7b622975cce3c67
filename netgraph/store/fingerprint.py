"""What tells one state of a store from every other, and the files that are kept beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from netgraph.store.database import Database
from netgraph.store.derived import TABLES

#: Very many rows, told apart by how many there ever were: only a transaction that counts as a
#: change writes them.
_LONG = ("card", "interaction", "relation", "repeat", "reject")
#: Derived from the others, or of no account for who knows whom.
_LEFT = (*TABLES, *_LONG, "state", "log", "keep_in_touch")
#: Between the name of a store and what names a file kept beside it.
BESIDE = "-graph"


def fingerprint(database: Database) -> str:
    """Hash (40 hex digits) of all that was imported and decided; another one after any change.

    A row of a card, an interaction or a relation that another program changes by SQL, without
    adding or removing one, does not show.
    """
    found = hashlib.sha1(usedforsecurity=False)
    facts = [
        database.number("SELECT value FROM state WHERE name = 'written'"),
        database.number("PRAGMA user_version"),
        *(
            database.number(f"SELECT coalesce(max(id), 0) FROM {table}")  # noqa: S608
            for table in _LONG
            if table != "repeat"
        ),
    ]
    found.update(repr(facts).encode())
    tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    for (table,) in tables.fetchall():
        if table not in _LEFT and not table.startswith("sqlite_"):
            found.update(f"\n{table}\n".encode())
            for row in database.execute(f"SELECT * FROM {table}"):  # noqa: S608 - own tables
                found.update(repr(row).encode())
    return found.hexdigest()


def files_beside(store: Path) -> list[Path]:
    """What is kept beside the store at ``store`` for a quicker start, safe to delete; by name."""
    return sorted(store.parent.glob(f"{store.name.replace('[', '[[]')}{BESIDE}*"))


def clear(store: Path) -> None:
    """Delete `files_beside`; ``OSError`` when one cannot be deleted."""
    for file in files_beside(store):
        file.unlink(missing_ok=True)
