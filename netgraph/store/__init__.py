"""The store: one SQLite file, and the only package that knows SQL.

Three kinds of tables, three owners, three modules: `imported` (written by import only, one
transaction a file), `decided` (written by the user only, never by a rebuild) and `derived`
(rebuilt as a whole; safe to delete). Rows leave through `removal` alone; `forgotten` remembers
what must not come back. A killed process leaves the store as it was before or
after one file. The file and its journals can be read by their owner only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Self

from netgraph.store.database import Database
from netgraph.store.decided import Decided
from netgraph.store.derived import Derived
from netgraph.store.exclusions import Exclusions
from netgraph.store.fingerprint import BESIDE, clear, files_beside, fingerprint
from netgraph.store.forgotten import Forgotten
from netgraph.store.imported import Imported
from netgraph.store.log import Log
from netgraph.store.profile import ProfileFacts
from netgraph.store.removal import Removal
from netgraph.store.skips import Skips
from netgraph.store.tiewords import TieWords

__all__ = ["Store"]


class Store:
    """An open store; use it in a ``with`` block or call `close`.

    ``BESIDE`` stands between its name and what names a file kept beside it.
    """

    BESIDE: ClassVar[str] = BESIDE

    def __init__(self, path: Path) -> None:
        self.path = path
        self._database = Database(path)
        self.imported = Imported(self._database)
        self.decided = Decided(self._database)
        self.derived = Derived(self._database)
        self.forgotten = Forgotten(self._database)
        self.tie_words = TieWords(self._database)
        self.exclusions = Exclusions(self._database)
        self.skips = Skips(self._database)
        self.log = Log(self._database)
        self.profile = ProfileFacts(self._database)

    @contextmanager
    def erasing(self) -> Iterator[Removal]:
        """One transaction of removals, after which nothing of it is left in the file."""
        with self._database.erasing():
            # names stand in them; while this one is alone, no other process writes new ones
            clear(self.path)
            removal = Removal(self._database)
            yield removal
            removal.owners_without_files()
            removal.derived()

    def standing_elsewhere(self, ids: Sequence[int]) -> dict[str, set[tuple[str, str]]]:
        """Keys and owners of the records of some files that stand in others too, by table."""
        return Removal(self._database).standing_elsewhere(ids)

    def fingerprint(self) -> str:
        """What tells its state from every other: see `fingerprint`."""
        return fingerprint(self._database)

    def kept_files(self) -> list[Path]:
        """What is kept beside it for a quicker start, safe to delete; by name."""
        return files_beside(self.path)

    @classmethod
    def open(cls, path: str | Path) -> Self:
        """Open the store at ``path``, creating it (mode 0600) when there is none.

        Raises `StoreVersionError` when the file is no store, or one of a newer netgraph.
        """
        return cls(Path(path))

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()
