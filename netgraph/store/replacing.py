"""Replacing: a later version of a file takes the place of the earlier one.

Both run within the transaction that wrote the later version.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from netgraph.model import Replaced
from netgraph.store.database import Database
from netgraph.store.removal import RECORDS, Removal
from netgraph.store.rows import as_time


@dataclass(frozen=True, slots=True)
class _Row:
    """A contact as a version of a file has it."""

    key: str
    subject: str
    name: str
    since: str


def replace_versions(database: Database, earlier: Sequence[int], later: int) -> Replaced:
    """Remove the ``earlier`` versions of the source ``later``; tells what changed.

    What stands in both is known since the earlier one. A contact of the same subject, or of
    the same name when that is all there is in common, is the same contact changed: the date
    and the user's word on it go over. Changed, too, is a contact of whom the row says
    something else than before: how close, whom they know, when you last met.
    """
    before = {row.key: row for source in earlier for row in _contacts(database, source)}
    after = {row.key: row for row in _contacts(database, later)}
    said_before, said_after = _said(database, earlier), _said(database, [later])
    reworded = sum(said_before[key] != said_after[key] for key in before.keys() & after.keys())
    moment = database.execute(
        "SELECT max(imported) FROM source WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(earlier)),),
    ).fetchone()[0]
    gone = {key: row for key, row in before.items() if key not in after}
    new = {key: row for key, row in after.items() if key not in before}
    changed = _matched(gone, new)
    Removal(database).sources(earlier, replaced=True)
    for was, now in changed:
        database.execute(
            "UPDATE card SET since = ? WHERE key = ? AND source_id = ?", (was.since, now.key, later)
        )
        if was.subject != now.subject:
            _carry_decisions(database, was.subject, now.subject)
        del gone[was.key], new[now.key]
    when = as_time(moment)
    assert when is not None
    names = tuple(sorted(row.name for row in gone.values()))
    return Replaced(when, len(new), len(changed) + reworded, names)


def _contacts(database: Database, source: int) -> Iterator[_Row]:
    """The contacts that a source holds, those first read elsewhere among them."""
    rows = database.execute(
        "SELECT card.key, subject, names, identifiers, coalesce(since, imported)"
        " FROM card JOIN source ON source.id = card.source_id"
        " WHERE is_contact AND (source_id = ? OR (card.owner ="
        " (SELECT owner FROM source WHERE id = ?) AND card.key IN"
        " (SELECT key FROM repeat WHERE record = 'card' AND source_id = ?)))",
        (source, source, source),
    )
    for key, subject, names, identifiers, since in rows:
        known = [*json.loads(names), *(value for _kind, value in json.loads(identifiers))]
        yield _Row(key, subject, known[0] if known else "", since)


def _said(database: Database, sources: Sequence[int]) -> defaultdict[str, set[str]]:
    """What the rows of ``sources`` say of each card (by key): keys of ties and meetings there."""
    numbers = json.dumps(list(sources))
    records: dict[str, list[tuple[tuple[int, str], str]]] = {}
    for table in RECORDS:
        rows = database.execute(
            f"SELECT source_id, place, key FROM {table}"  # noqa: S608 - own constants
            " WHERE source_id IN (SELECT value FROM json_each(?1))"
            " UNION SELECT source_id, place, key FROM repeat WHERE record = ?2"
            " AND source_id IN (SELECT value FROM json_each(?1))",
            (numbers, table),
        )
        records[table] = [((source, place), key) for source, place, key in rows]
    there: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
    for where, key in (*records["interaction"], *records["relation"]):
        there[where].add(key)
    said: defaultdict[str, set[str]] = defaultdict(set)
    for where, key in records["card"]:
        said[key] |= there[where]
    return said


def _matched(gone: dict[str, _Row], new: dict[str, _Row]) -> list[tuple[_Row, _Row]]:
    """Rows of both versions that mean one contact; a name that two rows bear matches nothing."""
    pairs: list[tuple[_Row, _Row]] = []
    was, now = list(gone.values()), list(new.values())
    for field in ("subject", "name"):
        olds, news = _unique(was, field), _unique(now, field)
        for value in sorted(olds.keys() & news.keys()):
            pairs.append((olds[value], news[value]))
            was.remove(olds[value])
            now.remove(news[value])
    return pairs


def _unique(rows: Sequence[_Row], field: str) -> dict[str, _Row]:
    values = [getattr(row, field).casefold() for row in rows]
    return {v: row for v, row in zip(values, rows, strict=True) if v and values.count(v) == 1}


def _carry_decisions(database: Database, was: str, now: str) -> None:
    database.execute("UPDATE OR REPLACE exclusion SET subject = ? WHERE subject = ?", (now, was))
    database.execute(
        "DELETE FROM skipped_question WHERE left_subject = ? OR right_subject = ?", (was, was)
    )
    for table in ("decision", "tie_word"):
        rows = database.execute(
            f"SELECT * FROM {table} WHERE left_subject = ? OR right_subject = ?",  # noqa: S608
            (was, was),
        ).fetchall()
        for left, right, word, decided in rows:
            pair = sorted(now if subject == was else subject for subject in (left, right))
            if pair[0] != pair[1]:
                database.execute(
                    f"INSERT OR REPLACE INTO {table} VALUES (?, ?, ?, ?)",  # noqa: S608
                    (*pair, word, decided),
                )
        database.execute(
            f"DELETE FROM {table} WHERE left_subject = ? OR right_subject = ?",  # noqa: S608
            (was, was),
        )
