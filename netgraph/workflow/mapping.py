"""The user's word on the columns of a table: checked, remembered, and found again.

A mapping is known by the header row of its table, so that next month's export is read in the
same way. It is kept before the import it is for, and is always later than any import of the
same file that it corrects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from netgraph.errors import NetgraphError, UnknownFormatError, UnreadableFileError
from netgraph.importers import Document, find_importer, importer_named
from netgraph.importers._columns.choice import suits_people
from netgraph.importers._columns.headers import (
    chosen_fields,
    header_key,
    on_one_line,
    parse_choices,
)
from netgraph.importers._files import walk
from netgraph.importers._tables.sheets import GLANCE_ROWS, Cells, glance
from netgraph.store import Store
from netgraph.store.decided import ColumnMapping

#: A header of more characters is a sentence.
MAX_HEADER = 80


def map_columns(
    store: Store, paths: Sequence[Path], said: Sequence[str], *, now: datetime, as_format: str = ""
) -> None:
    """Remember ``Where they work=employer`` for every table below ``paths`` with that column.

    Said before `import_paths`, which then reads those tables so, today and the next time; a
    column that was mapped before keeps its field unless it is mapped again. Raises
    `NetgraphError`, remembering nothing, for a field or column that there is not, and for a
    file whose columns are known and cannot be mapped.
    """
    choices = parse_choices(said)
    if not choices:
        return
    missing, shown = set(choices), dict[str, None]()
    found: dict[str, dict[str, str]] = {}
    files: list[tuple[str, str]] = []
    for path in paths:
        for document in walk(path):
            if not isinstance(document, Document) or not document.size:
                continue
            tables = list(_headers(document, choices))
            matched = [(cells, chosen_fields(cells, choices)) for cells in tables]
            shown.update(dict.fromkeys(on_one_line(c) for cells in tables for c in cells if c))
            if not any(fields for _, fields in matched):
                continue
            files.append((document.digest, _mapper_of(document, as_format)))
            for cells, fields in matched:
                if fields:
                    columns = {cells[index]: field for index, field in fields.items()}
                    found.setdefault(header_key(cells), {}).update(columns)
                    missing -= {h for h in choices if chosen_fields(cells, {h: ""})}
    if missing:
        names = " or ".join(repr(on_one_line(h)) for h in choices if h in missing)
        msg = f"no column is called {names}; the columns are: {', '.join(shown) or 'none'}"
        raise NetgraphError(msg)
    _keep(store, found, _after(store, files, now))


class Mappings:
    """Every mapping that is remembered, for finding those of a file."""

    def __init__(self, store: Store) -> None:
        self._known = {mapping.header: mapping for mapping in store.decided.column_mappings()}

    def of(self, document: Document) -> tuple[Document, datetime | None]:
        """``document`` with the user's word on its columns, and when it was given, if ever."""
        if not self._known:
            return document, None
        everything = {h: f for mapping in self._known.values() for h, f in mapping.columns.items()}
        columns: dict[str, str] = {}
        decided: list[datetime] = []
        for rows in _first_rows(document, everything):
            for cells in rows[:GLANCE_ROWS]:
                mapping = self._known.get(header_key(cells))
                if mapping:
                    columns.update(mapping.columns)
                    decided.append(mapping.decided)
        return replace(document, columns=columns), max(decided, default=None)


def hint_for_table(document: Document) -> str:
    """What to say of a table in which no people were found; "" for anything else."""
    start = document.head_text()[:MAX_HEADER]
    if not all(c.isprintable() or c in "\t\r\n\ufeff\x00" for c in start):
        return ""
    for rows in _first_rows(document, {}):
        filled = [[on_one_line(cell) for cell in cells if cell] for cells in rows]
        widest = max((cells for cells in filled), key=len, default=[])
        if len(filled) > 1 and len(widest) > 1 and all(len(cell) <= MAX_HEADER for cell in widest):
            return (
                f"{document.name}: a table, but no column of people's names or addresses was "
                f"found; say which one it is, like --map '{widest[0]}=name' (columns: "
                f"{', '.join(widest)})"
            )
    return ""


def _first_rows(document: Document, choices: Mapping[str, str]) -> Iterator[Sequence[Cells]]:
    """The first rows of every sheet; nothing for a file that is no table."""
    try:
        sheets = glance(document, partial(suits_people, choices=choices))
    except UnreadableFileError:
        return
    for sheet in sheets:
        yield [cells for _, cells in sheet.rows if any(cells)]


def _headers(document: Document, choices: Mapping[str, str]) -> Iterator[Cells]:
    """Of every sheet the row that holds most of the columns the user named."""
    for rows in _first_rows(document, choices):
        best = max(
            rows[:GLANCE_ROWS], key=lambda cells: len(chosen_fields(cells, choices)), default=[""]
        )
        if max(map(len, best)) <= MAX_HEADER:
            yield best


def _mapper_of(document: Document, as_format: str) -> str:
    """The importer that reads the table by the user's word; `NetgraphError` for one that cannot."""
    try:
        importer = importer_named(as_format) if as_format else find_importer(document)
    except UnknownFormatError:
        return "handmade"
    if importer.explain is None:
        msg = (
            f"{document.name}: is read as {importer.title}, whose columns are known; to map them "
            "yourself all the same, add --as handmade"
        )
        raise NetgraphError(msg)
    return importer.name


def _after(store: Store, files: Sequence[tuple[str, str]], now: datetime) -> datetime:
    """``now``, or the second after the last import of one of these files, if that is later."""
    owners = ("", *(owner.key for owner in store.decided.owners()))
    times = [store.imported.imported_at(*file, owner) for file in files for owner in owners]
    return max([now, *(time + timedelta(seconds=1) for time in times if time)])


def _keep(store: Store, found: Mapping[str, Mapping[str, str]], decided: datetime) -> None:
    known = {mapping.header: mapping for mapping in store.decided.column_mappings()}
    for header, columns in found.items():
        old = known[header].columns if header in known else {}
        if {**old, **columns} != dict(old):
            store.decided.set_column_mapping(ColumnMapping(header, {**old, **columns}, decided))
