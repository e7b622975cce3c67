"""What was forgotten: marks by which it is known again and from which it cannot be read back.

A mark is a salted slow hash of a key. Nobody reads a name or number out of it, but who holds
the store and has a guess can try it: a guess costs about a twentieth of a second (scrypt,
RFC 7914, 16 MiB), a whole country's telephone numbers days. Twelve bits of a quick hash stand
beside it, so that an import pays the slow one for one key in 4,096 a mark, not for all.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from netgraph.store.database import Database

QUICK_BITS = 12
#: scrypt's cost: block size 8 and so many rounds take 16 MiB.
ROUNDS = 2**14


class Forgotten:
    """Reads and writes the marks; they outlive everything but the store itself."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._salt: bytes | None = None
        self._quick: set[int] | None = None
        self._answers: dict[str, bool] = {}

    def is_empty(self) -> bool:
        """Whether nothing was ever forgotten, or all of it was asked back."""
        return not self._quick_marks()

    def region(self) -> str:
        """The country of numbers without one when something was last forgotten; "" unknown."""
        row = self._database.execute("SELECT region FROM salt").fetchone()
        return str(row[0]) if row else ""

    def has(self, key: str) -> bool:
        """Whether ``key`` was forgotten."""
        quick = self._quick_of(key) if not self.is_empty() else -1
        if quick not in self._quick_marks():
            return False
        if key not in self._answers:
            self._answers[key] = bool(
                self._database.number(
                    "SELECT count(*) FROM forgotten WHERE quick = ? AND slow = ?",
                    quick,
                    self._slow_of(key),
                )
            )
        return self._answers[key]

    def remember(self, keys: Iterable[str], what: str, *, salt: bytes, region: str = "") -> None:
        """Mark ``keys`` of a ``what`` ("file" or "person"), within the caller's transaction.

        ``salt`` is used by a store that has none yet.
        """
        execute = self._database.execute
        if self._read_salt() is None:
            execute("INSERT INTO salt VALUES (?, ?)", (salt, region))
            self._salt = salt
        elif region:
            execute("UPDATE salt SET region = ?", (region,))
        for key in sorted(set(keys)):
            execute(
                "INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?)",
                (self._quick_of(key), self._slow_of(key), what),
            )
        self._know_nothing()

    def take_back(self, key: str) -> None:
        """Remove the mark of ``key``, if there is one, in a transaction of its own."""
        if self.has(key):
            with self._database.writing():
                self._database.execute(
                    "DELETE FROM forgotten WHERE quick = ? AND slow = ?",
                    (self._quick_of(key), self._slow_of(key)),
                )
            self._know_nothing()

    def _know_nothing(self) -> None:
        self._quick = None
        self._answers.clear()

    def _quick_marks(self) -> set[int]:
        if self._quick is None:
            rows = self._database.execute("SELECT quick FROM forgotten")
            self._quick = {quick for (quick,) in rows}
        return self._quick

    def _read_salt(self) -> bytes | None:
        if self._salt is None:
            row = self._database.execute("SELECT salt FROM salt").fetchone()
            self._salt = bytes(row[0]) if row else None
        return self._salt

    def _quick_of(self, key: str) -> int:
        digest = hashlib.blake2b(_bytes(key), key=self._read_salt() or b"", digest_size=4)
        return int.from_bytes(digest.digest(), "big") >> (32 - QUICK_BITS)

    def _slow_of(self, key: str) -> bytes:
        salt = self._read_salt() or b""
        return hashlib.scrypt(_bytes(key), salt=salt, n=ROUNDS, r=8, p=1, dklen=16)


def _bytes(key: str) -> bytes:
    return key.encode("utf-8", "surrogatepass")
