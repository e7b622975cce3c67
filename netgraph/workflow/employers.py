"""Correct employers: the user's word on two names, and a table of his own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers._files import walk
from netgraph.importers._tables.sheets import Cells, Row, sheets
from netgraph.resolve.employers import Words, parse_organisation
from netgraph.resolve.organisations.names import base_key, spelling_key
from netgraph.resolve.tables import COLUMNS, SIZES, known_employer
from netgraph.store import Store
from netgraph.store.decided import EmployerWord


def words(store: Store) -> Words:
    """What the user said of employers' names."""
    said = store.decided.employer_words()
    return Words(
        aliases={word.name: word.of for word in said if word.same},
        apart=tuple((word.name, word.of) for word in said if not word.same),
        own=tuple(map(known_employer, store.decided.employer_rows())),
    )


def say_of_employers(store: Store, name: str, of: str, *, same: bool, now: datetime) -> None:
    """Remember that ``name`` is another name of the employer ``of``, or the name of another one.

    Raises `NetgraphError` when one of them names no employer, or when they are written alike.
    """
    for text in (name, of):
        if parse_organisation(text) is None:
            msg = f"{text!r} does not name one employer; take its full name"
            raise NetgraphError(msg)
    if spelling_key(name) == spelling_key(of):
        msg = f"{name!r} and {of!r} are written alike; nothing could tell them apart"
        raise NetgraphError(msg)
    if same and base_key(name) == base_key(of):
        # they are one already, unless the user once called them two
        same_again = EmployerWord(name, of, same=True)
        said = {frozenset((word.name, word.of)) for word in store.decided.employer_words()}
        if frozenset((name, of)) not in said:
            msg = f"{name!r} and {of!r} are one employer already"
            raise NetgraphError(msg)
        store.decided.set_employer_word(same_again, now)
        return
    store.decided.set_employer_word(EmployerWord(name, of, same), now)


def import_employers(store: Store, path: Path) -> tuple[str, ...]:
    """Keep the rows of the user's own table of employers; their names.

    A csv or xlsx with the columns of ``netgraph/resolve/data/employers.csv``, of which only
    ``name`` is needed. Raises `UnreadableFileError` for a file that is no such table: it is
    then left out whole.
    """
    rows = []
    for document in walk(path):
        if isinstance(document, NetgraphError):
            raise document
        for sheet in sheets(document, _known_columns):
            rows += list(_rows_of(document.name, sheet.rows))
    store.decided.set_employer_rows(rows)
    return tuple(row["name"] for row in rows)


def _known_columns(rows: Sequence[Cells]) -> int:
    return len({cell.strip().casefold() for cell in rows[0]} & set(COLUMNS)) if rows else 0


def _rows_of(file: str, rows: Sequence[Row]) -> Iterator[dict[str, str]]:
    header = [cell.strip().casefold() for cell in rows[0][1]] if rows else []
    strange = sorted(set(filter(None, header)) - set(COLUMNS))
    if "name" not in header or strange:
        wrong = f"column {strange[0]!r} is unknown" if strange else "no column 'name'"
        msg = f"{file}: {wrong}; the columns are {', '.join(COLUMNS)}"
        raise UnreadableFileError(msg)
    for number, cells in rows[1:]:
        row = {column: text.strip() for column, text in zip(header, cells, strict=False) if column}
        if not any(row.values()):
            continue
        if parse_organisation(row.get("name", "")) is None:
            msg = f"{file}, row {number}: {row.get('name', '')!r} does not name one employer"
            raise UnreadableFileError(msg)
        if row.get("size") and row["size"] not in SIZES:
            msg = f"{file}, row {number}: size {row['size']!r}; write one of {', '.join(SIZES)}"
            raise UnreadableFileError(msg)
        yield row
