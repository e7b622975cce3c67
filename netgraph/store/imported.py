"""The imported tables: what was read, one transaction a file, never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from netgraph.errors import EmptyImportError
from netgraph.model import (
    Bulk,
    ImportCounts,
    Origin,
    RejectKind,
    Source,
    StoredCard,
    StoredInteraction,
    StoredRelation,
)
from netgraph.store.appending import Appender
from netgraph.store.database import Database
from netgraph.store.removal import Removal
from netgraph.store.replacing import replace_versions
from netgraph.store.rows import (
    CARD_COLUMNS,
    INTERACTION_COLUMNS,
    RELATION_COLUMNS,
    as_text,
    as_time,
    card_from,
    interaction_from,
    relation_from,
)

R = TypeVar("R")
S = TypeVar("S")


class InAlreadyError(Exception):
    """A file that was taken for new was imported before."""


class Imported:
    """Reads and appends imported records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, digest: str, importer: str, owner: str) -> ImportCounts | None:
        """The counts for a file that was imported before; None for a new file.

        Of one that gave nothing the reasons are told again.
        """
        row = self._database.execute(
            "SELECT items_kept + items_merged, items_skipped, id FROM source"
            " WHERE digest = ? AND importer = ? AND owner = ?",
            (digest, importer, owner),
        ).fetchone()
        if not row:
            return None
        kept, skipped, number = row
        reasons = self._database.execute(
            "SELECT reason, count(*) FROM reject WHERE source_id = ? AND NOT ? GROUP BY reason"
            " ORDER BY count(*) DESC, reason",
            (number, kept),
        ).fetchall()
        return ImportCounts(kept + skipped, 0, kept, skipped, skipped, tuple(reasons))

    def imported_at(self, digest: str, importer: str, owner: str) -> datetime | None:
        """When a file was imported; None for a new file."""
        row = self._database.execute(
            "SELECT imported FROM source WHERE digest = ? AND importer = ? AND owner = ?",
            (digest, importer, owner),
        ).fetchone()
        return _moment(row[0]) if row else None

    def owners_of(self, source: Source) -> dict[str, int]:
        """Under which owners the very file of ``source`` is in, each with its source's number."""
        return dict(
            self._database.execute(
                "SELECT owner, id FROM source WHERE digest = ? AND importer = ?",
                (source.digest, source.importer),
            ).fetchall()
        )

    def versions(self, source: Source) -> tuple[Source, ...]:
        """What was imported from the place where ``source`` lies and is another file now."""
        return tuple(
            known
            for known, _counts in self.sources()
            if source.whence
            and (known.whence, known.importer) == (source.whence, source.importer)
            and known.owner == source.owner
            and known.digest != source.digest
        )

    def alike(self, source: Source) -> Source | None:
        """A file of the same name with at least half of its cards in ``source``, the latest."""
        rows = self._database.execute(
            "SELECT old.id, count(card.key), count(repeat.key) FROM source AS new"
            " JOIN source AS old ON old.importer = new.importer AND old.owner = new.owner"
            " AND old.id < new.id JOIN card ON card.source_id = old.id"
            " LEFT JOIN repeat ON repeat.record = 'card' AND repeat.key = card.key"
            " AND repeat.source_id = new.id"
            " WHERE new.digest = ? AND new.importer = ? AND new.owner = ? GROUP BY old.id",
            (source.digest, source.importer, source.owner),
        ).fetchall()
        most = {number for number, cards, repeated in rows if 2 * repeated >= cards}
        name = source.file.rsplit("/", 1)[-1]
        found = [s for s, _ in self.sources() if s.id in most and s.file.endswith(name)]
        return found[-1] if found else None

    def now_lies_at(self, source: Source) -> None:
        """Remember where a file that was imported before lies now."""
        row = self._database.execute(
            "SELECT id, whence FROM source WHERE digest = ? AND importer = ? AND owner = ?",
            (source.digest, source.importer, source.owner),
        ).fetchone()
        if row and row[1] != source.whence:
            with self._database.writing(derived=True):
                self._database.execute(
                    "UPDATE source SET whence = ? WHERE id = ?", (source.whence, row[0])
                )

    def add(
        self,
        source: Source,
        unit: str,
        records: Iterable[Bulk],
        *,
        again: bool = False,
        instead_of: Sequence[Source] = (),
        late: Callable[[], str] | None = None,
    ) -> ImportCounts:
        """Write the records of one file in one transaction (``source.id`` is not used).

        With ``again`` what the same file gave before is replaced, and what ``instead_of``
        gave, earlier versions of it, makes way too. A file that is a friend's is mine no more.
        ``late`` tells the digest once ``records`` were read, for a source that has none yet; then
        `InAlreadyError` is raised, writing nothing, when the file was in before, whoever's.
        Raises `EmptyImportError`,
        writing nothing, when no item was kept or known and none was left out on purpose;
        whatever ``records`` raises also leaves the store as it was.
        """
        with self._database.writing():
            if again:
                self._remove(source)
            if source.owner:
                self._remove(replace(source, owner=""))
            # another import may have brought the file while this one waited for its turn
            known = self.known(source.digest, source.importer, source.owner)
            if known:
                return known
            cursor = self._database.execute(
                "INSERT INTO source VALUES (NULL, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?)",
                (source.importer, source.file, source.digest, source.owner,
                 as_text(source.imported), unit, source.whence),
            )  # fmt: skip
            row_id = int(cursor.lastrowid or 0)
            counts = Appender(self._database, row_id, source.owner).append(records)
            if not (counts.kept or counts.merged or counts.left_out):
                why = counts.reasons[0][0] if counts.reasons else f"no {unit} found"
                msg = f"{source.file}: nothing could be read from it ({why})"
                raise EmptyImportError(msg)
            digest = self._settled(source, late) if late else source.digest
            self._database.execute(
                "UPDATE source SET digest = ?, items_read = ?, items_kept = ?, items_merged = ?,"
                " items_skipped = ? WHERE id = ?",
                (digest, counts.read, counts.kept, counts.merged, counts.skipped, row_id),
            )
            if instead_of:
                earlier = [version.id for version in instead_of]
                replaced = replace_versions(self._database, earlier, row_id)
                counts = replace(counts, replaced=replaced)
        return counts

    def _settled(self, source: Source, late: Callable[[], str]) -> str:
        digest = late()
        if self.owners_of(replace(source, digest=digest)):
            raise InAlreadyError(source.file)
        return digest

    def _remove(self, source: Source) -> None:
        rows = self._database.execute(
            "SELECT id FROM source WHERE digest = ? AND importer = ? AND owner = ?",
            (source.digest, source.importer, source.owner),
        ).fetchall()
        Removal(self._database).sources([number for (number,) in rows])

    def files(self) -> frozenset[str]:
        """The names of all imported files."""
        return frozenset(name for (name,) in self._database.execute("SELECT file FROM source"))

    def sources(self) -> tuple[tuple[Source, ImportCounts], ...]:
        """Every imported file with its counts, in the order of import."""
        reasons: dict[int, list[tuple[str, int]]] = {}
        left_out: dict[int, int] = {}
        for source, reason, kind, number in self._database.execute(
            "SELECT source_id, reason, kind, count(*) FROM reject"
            " GROUP BY source_id, reason, kind ORDER BY count(*) DESC, reason"
        ):
            reasons.setdefault(source, []).append((reason, number))
            if kind == RejectKind.LEFT_OUT:
                left_out[source] = left_out.get(source, 0) + number
        rows = self._database.execute(
            "SELECT id, importer, file, digest, owner, imported, items_read, items_kept,"
            " items_merged, items_skipped, whence FROM source ORDER BY id"
        )
        found = []
        for row in rows:
            source = Source(row[0], row[1], row[2], row[3], row[4], _moment(row[5]), row[10])
            why = tuple(reasons.get(source.id, ()))
            # of an item that was kept, a part may have been left out
            left = min(left_out.get(source.id, 0), row[9])
            found.append((source, ImportCounts(row[6], row[7], row[8], row[9], left, why)))
        return tuple(found)

    def cards(self) -> tuple[StoredCard, ...]:
        """Every card, in the order of import."""
        return tuple(self._records("card", CARD_COLUMNS, card_from, StoredCard))

    def interactions(self) -> tuple[StoredInteraction, ...]:
        """Every interaction, in the order of import."""
        return tuple(
            self._records("interaction", INTERACTION_COLUMNS, interaction_from, StoredInteraction)
        )

    def next_event(self, moment: datetime) -> datetime | None:
        """When the first thing happens after ``moment`` that is known of; None when nothing."""
        # as text a moment with fractions of a second comes after one without
        later = self._database.execute(
            "SELECT min(happened) FROM interaction WHERE happened > ?", (as_text(moment)[:19],)
        ).fetchone()[0]
        return as_time(later)

    def relations(self) -> tuple[StoredRelation, ...]:
        """Every relation, in the order of import."""
        return tuple(self._records("relation", RELATION_COLUMNS, relation_from, StoredRelation))

    def _records(
        self,
        table: str,
        columns: str,
        build: Callable[[Sequence[Any], Origin], R],
        wrap: Callable[[R, str, datetime], S],
    ) -> Iterator[S]:
        sources = {source.id: source for source, _counts in self.sources()}
        for source_id, *row in self._database.execute(
            f"SELECT source_id, {columns}, since FROM {table} ORDER BY id"  # noqa: S608 - own constants
        ):
            source = sources[source_id]
            origin = Origin(source.importer, source.file, source.digest, row[1])
            yield wrap(build(row, origin), source.owner, as_time(row[-1]) or source.imported)


def _moment(text: str) -> datetime:
    moment = as_time(text)
    assert moment is not None
    return moment
