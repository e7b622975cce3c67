"""Which column holds what: the user's word, then header words, then the look of the values.

A header that is merely similar to a known word is never mapped, only suggested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from netgraph.errors import UnreadableFileError
from netgraph.importers._columns.aliases import ALIASES, CIRCLE_WORDS, VAGUE_NAMES
from netgraph.importers._columns.headers import (
    WAYS,
    chosen_fields,
    field_of,
    is_of_another,
    normalised,
    on_one_line,
    plain_field,
    similar,
)
from netgraph.importers._columns.looks import (
    EMAIL,
    PHONE,
    SHARE,
    differ,
    is_like_a_name,
    look,
    share,
)
from netgraph.importers._tables.sheets import GLANCE_ROWS, Cells, Row, Sheet
from netgraph.importers._tables.survey import FilledRows, survey

#: Columns that only people have: with one of them even a bare "Name" means a person.
PERSONAL = frozenset(ALIASES) - {"name", "notes", "circle", "profile", "city", "role"}
#: Fields that may well hold the addresses of other people.
ABOUT_OTHERS = frozenset(
    {"knows", "knows_at", "met_through", "how_met", "email", "contact", "name", "profile"}
)
CHOSEN = "chosen by you"
#: Names of fields that make a header row one of people.
NAMING = frozenset({"name", "email", "contact"})
NAMES = frozenset({"name", "first_name", "last_name"})
DAYS = frozenset({"last_contact", "last_met"})
#: Words for a person that, beside a name, mean something else ("Persona" of a marketing list).
SAYING_WHO = VAGUE_NAMES - {"name", "nombre", "nome", "nom", "naam"}


@dataclass(frozen=True, slots=True)
class ColumnMatch:
    """A column: its ``header`` as written, the ``field`` it fills ("" for left out).

    ``how``: "alias", "values", "chosen by you" or ""; ``suggestion`` is a field the header
    merely resembles, for the user to accept or not.
    """

    header: str
    field: str
    how: str
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are known; ``rows`` follow the header, blank ones left out.

    ``footer`` is the number of the row from which on the small print of a report stands, as
    Salesforce ends its tables, or that of the row behind the last. ``commas`` is as in `Survey`.
    """

    sheet: Sheet
    columns: tuple[ColumnMatch, ...]
    header_at: int
    rows: FilledRows
    footer: int
    commas: Mapping[int, tuple[int, int]]


def suits_people(rows: Sequence[Cells], choices: Mapping[str, str] | None = None) -> int:
    """How well the first rows look like an address list; 0 when not at all."""
    best = 0
    for cells in rows[:GLANCE_ROWS]:
        chosen = chosen_fields(cells, choices or {})
        fields = {field for cell in cells if (field := field_of(cell))} | set(chosen.values())
        best = max(best, len(fields) + len(chosen) * GLANCE_ROWS)
    headless = [cells for cells in rows if len(cells) > 1 and any(map(EMAIL.fullmatch, cells))]
    return best * 10 or len(headless[:9])


def find_table(sheet: Sheet, choices: Mapping[str, str]) -> Table | None:
    """``sheet`` with its header found and its columns mapped; None when no people are in it.

    The header is the row among the first twenty with most columns the user named, then with
    most known words (the first of equals). A table whose header says nothing is read when its
    rows hold an e-mail address and a name each. ``choices`` maps headers as written to a field
    or "".
    """
    at = _header_row(sheet.rows, choices)
    if at is None:
        return _unnamed(sheet, choices)
    headers = sheet.rows[at][1]
    rows = FilledRows(sheet.rows[at + 1 :])
    return _table(sheet, headers, sheet.rows[at][0], rows, chosen_fields(headers, choices))


def check_choices(choices: Mapping[str, str], headers: Sequence[str]) -> None:
    """Raise `UnreadableFileError` for an unknown field or header."""
    for header, field in choices.items():
        if field and field not in ALIASES:
            known = ", ".join(map(plain_field, ALIASES))
            msg = f"no field is called {field!r}; the fields are: {known}"
            raise UnreadableFileError(msg)
        if not chosen_fields(headers, {header: field}):
            shown = ", ".join(dict.fromkeys(map(on_one_line, filter(None, headers))))
            msg = f"no column is called {on_one_line(header)!r}; the columns are: {shown}"
            raise UnreadableFileError(msg)


def _header_row(rows: Sequence[Row], choices: Mapping[str, str]) -> int | None:
    best, best_hits = None, (0, 0)
    for index, (_, cells) in enumerate(rows[:GLANCE_ROWS]):
        chosen = chosen_fields(cells, choices)
        hits = {chosen.get(i) or field_of(cell) for i, cell in enumerate(cells)} - {""}
        names = NAMING & hits or {"first_name", "last_name"} & hits
        found = (len(chosen), len(hits))
        if names and (len(hits) > 1 or chosen or NAMING & hits) and found > best_hits:
            best, best_hits = index, found
    return best


def _table(
    sheet: Sheet, headers: Cells, header_at: int, rows: FilledRows, chosen: Mapping[int, str]
) -> Table:
    seen = survey(rows, header_at)
    headers = [*headers, *[""] * (len(seen.samples) - len(headers))]
    samples = [*seen.samples, *[[]] * (len(headers) - len(seen.samples))]
    columns = [
        ColumnMatch(header, chosen[index], CHOSEN)
        if index in chosen
        else _match(header, samples[index])
        for index, header in enumerate(headers)
    ]
    columns = _with_name(list(_settle(columns, rows)), samples)
    return Table(sheet, tuple(columns), header_at, rows, seen.footer, seen.commas)


def _with_name(columns: list[ColumnMatch], samples: Sequence[list[str]]) -> list[ColumnMatch]:
    """``columns``; where no header says what holds the names, the first that looks like them."""
    if any(column.field in NAMES for column in columns):
        return [replace(c, suggestion="") if c.suggestion in NAMES else c for c in columns]
    for index, (column, filled) in enumerate(zip(columns, samples, strict=True)):
        is_like = share(filled, is_like_a_name) >= SHARE and differ(filled)
        if is_like and not (column.field or column.how or is_of_another(column.header)):
            columns[index] = ColumnMatch(column.header, "name", "values")
            break
    return columns


def _match(header: str, filled: Sequence[str]) -> ColumnMatch:
    """A column by its name, unless it is full of addresses; else by its values."""
    field, seen = field_of(header), look(filled)
    is_own = seen in WAYS and not is_of_another(header) and differ(filled)
    if is_own and (not field or (seen == "email" and field not in ABOUT_OTHERS)):
        return ColumnMatch(header, seen, "values")
    if field:
        return ColumnMatch(header, field, "alias")
    return ColumnMatch(header, "", "", _hint(header, seen) if filled else "")


def _hint(header: str, seen: str) -> str:
    """The field to suggest for a column: only one that its values could fill."""
    hint = similar(header)
    return "" if hint in WAYS or (hint in DAYS) != (seen == "date") else hint


def _settle(columns: Sequence[ColumnMatch], rows: Iterable[Row]) -> Iterator[ColumnMatch]:
    """Words with two meanings: "Contact" may be the name, "Title" Dr. beside a "Job title"."""
    fields = [column.field for column in columns]
    named = "name" in fields or "first_name" in fields
    for index, column in enumerate(columns):
        key = normalised(column.header)
        if column.how != "alias":
            yield column
            continue
        if column.field == "contact" and not named:
            ways = [bool(EMAIL.search(v) or PHONE.search(v)) for v in values(rows, index)]
            if ways and sum(ways) <= (1 - SHARE) * len(ways):
                yield replace(column, field="name")
                continue
        if key in {"title", "headline"} and fields.count("role") > 1:
            yield replace(column, field="", how="")
        elif key == "nom" and "first_name" in fields:
            yield replace(column, field="last_name")
        elif key in {"nombre", "nome", "naam", "name"} and _is_half(key, fields):
            half = "last_name" if "last_name" in fields else "first_name"
            other = "first_name" if half == "last_name" else "last_name"
            is_whole = _holds(rows, index, fields.index(half))
            yield column if is_whole else replace(column, field=other)
        elif key in SAYING_WHO and fields.count("name") > 1:
            yield replace(column, field="", how="")
        else:
            yield column


def _holds(rows: Iterable[Row], whole: int, half: int) -> bool:
    """Whether what stands in one column mostly stands in another one too."""
    pairs = held = 0
    for _, cells in rows:
        if max(whole, half) < len(cells) and cells[whole] and cells[half]:
            pairs += 1
            held += f" {cells[half].casefold()} " in f" {cells[whole].casefold()} "
    return 2 * held > pairs


def _is_half(key: str, fields: Sequence[str]) -> bool:
    """Whether a word for the whole name stands beside one of its halves alone."""
    halves = {"first_name", "last_name"} & set(fields)
    romance = key in {"nombre", "nome"}
    return "last_name" in halves if romance else halves in ({"last_name"}, {"first_name"})


def describes_people(table: Table) -> bool:
    """Whether the columns can only be those of a list of people.

    A bare "Name" is not enough: it heads lists of skills, courses and products too.
    """
    columns = table.columns
    if any(column.how == CHOSEN for column in columns):
        return True
    stated = [column for column in columns if column.how != "values"]
    mapped = {column.field for column in stated}
    if {"first_name", "last_name"} <= mapped or "email" in mapped or not table.header_at:
        return True
    if {"name", "email"} <= {column.field for column in columns}:
        return True
    naming = [normalised(column.header) for column in columns if column.field == "name"]
    if not naming:
        halves = {normalised(c.header) for c in columns if c.field in {"first_name", "last_name"}}
        # "Last" heads prices and scores too
        return bool(halves - {"first", "last"}) and len(mapped - {""}) > 1
    if len(columns) == 1:
        return any(table.rows) and all(len(cells[0]) <= 80 for _, cells in table.rows)
    circles = CIRCLE_WORDS & {normalised(column.header) for column in stated}
    vague = all(word in VAGUE_NAMES for word in naming)
    return bool(not vague or circles or PERSONAL & {column.field for column in columns})


def _unnamed(sheet: Sheet, choices: Mapping[str, str]) -> Table | None:
    """A table without a header, or with one that says nothing, told by its values."""
    rows = FilledRows(sheet.rows)
    first = tuple(islice(rows, 2))
    if len(first) < 2:
        return None
    if all(_has_email(cells) for _, cells in rows):
        table = _table(sheet, [""], 0, rows, {})
    else:
        at, headers = first[0]
        if _has_email(headers) or len([h for h in headers if h]) < 2:
            return None
        chosen = chosen_fields(headers, choices)
        table = _table(sheet, headers, at, rows.below(1), chosen)
    found = {column.field for column in table.columns}
    return table if {"name", "email"} <= found else None


def _has_email(cells: Cells) -> bool:
    return any(map(EMAIL.fullmatch, cells))


def values(rows: Iterable[Row], index: int) -> Iterator[str]:
    """The filled cells of column ``index`` in row order."""
    return (cells[index] for _, cells in rows if index < len(cells) and cells[index])
