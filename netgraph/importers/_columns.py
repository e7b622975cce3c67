"""Which column holds what: header words first, then the look of the values.

A header that is merely similar to a known word is never mapped, only suggested.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from netgraph.errors import UnreadableFileError
from netgraph.importers._aliases import ALIASES, CIRCLE_WORDS, VAGUE_NAMES
from netgraph.importers._sheets import GLANCE_ROWS, Cells, Row, Sheet

SUGGESTED_FROM = 90
#: Share of a column's filled cells that must look alike before its values are believed.
SHARE = 0.6
EMAIL = re.compile(r"[^\s@,;<>()\[\]]+@[^\s@,;<>()\[\]]+\.[^\s@,;<>()\[\]/]{2,}")
PHONE = re.compile(r"\+?\(?\d[\d \u00a0()./-]{5,}\d")
#: What a customer number does not look like.
SPACED_PHONE = re.compile(r"(?=[+(0]|\d+[ ()/-])" + PHONE.pattern)
URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)*(?:linkedin\.com/(?:in|pub)/|xing\.com/profile/|github\.com/|"
    r"facebook\.com/|instagram\.com/|twitter\.com/|(?<![\w.])x\.com/)[^\s,;<>]+",
    re.IGNORECASE,
)
DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}[./]\d{1,2}[./](?:\d{2}|\d{4})")
PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?:,? [^\W\d_][\w.'’-]*){1,3}")
#: Values decide in this order; a date must not pass for a phone number.
LOOKS = (("email", EMAIL), ("profile", PROFILE), ("last_contact", DATE), ("phone", SPACED_PHONE))
#: Columns that only people have: with one of them even a bare "Name" means a person.
PERSONAL = frozenset(ALIASES) - {"name", "notes", "circle", "profile", "city", "role"}


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
    """A sheet whose columns are known; ``rows`` follow the header, blank ones left out."""

    sheet: Sheet
    columns: tuple[ColumnMatch, ...]
    header_at: int
    rows: tuple[Row, ...]


def normalised(header: str) -> str:
    """``header`` without case, accents, punctuation and a trailing number."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", header).casefold())
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join(word for word in text.split() if not word.isdecimal())


@cache
def person_words() -> Mapping[str, str]:
    """Header word to field of an address list."""
    return words_of(ALIASES)


def words_of(aliases: Mapping[str, str]) -> dict[str, str]:
    """Header word to field; a word given to two fields belongs to the first."""
    words: dict[str, str] = {}
    for field, lines in aliases.items():
        for word in lines.replace("\n", "|").split("|"):
            if key := normalised(word):
                words.setdefault(key, field)
    return words


def suits_people(rows: Sequence[Cells]) -> int:
    """How well the first rows look like an address list; 0 when not at all."""
    words = person_words()
    best = 0
    for cells in rows[:GLANCE_ROWS]:
        fields = {words[key] for cell in cells if (key := normalised(cell)) in words}
        best = max(best, len(fields))
    headless = [cells for cells in rows if len(cells) > 1 and any(map(EMAIL.fullmatch, cells))]
    return best * 10 or len(headless[:9])


def find_table(sheet: Sheet, overrides: Mapping[str, str]) -> Table | None:
    """``sheet`` with its header found and its columns mapped; None when no people are in it.

    The header is the row among the first twenty with most known words (the first of equals).
    A sheet without one is read when every row holds an e-mail address and a name.
    ``overrides`` maps headers as written to a field or "".
    """
    chosen = {normalised(header): field for header, field in overrides.items()}
    words = {**person_words(), **chosen}
    at = _header_row(sheet.rows, words)
    if at is None:
        return _headless(sheet)
    headers = sheet.rows[at][1]
    rows = tuple(row for row in sheet.rows[at + 1 :] if any(row[1]))
    columns = _map(headers, rows, words, chosen)
    return Table(sheet, columns, sheet.rows[at][0], rows)


def check_overrides(overrides: Mapping[str, str], headers: Sequence[str]) -> None:
    """Raise `UnreadableFileError` for an unknown field or header."""
    known = {normalised(header) for header in headers}
    for header, field in overrides.items():
        if field and field not in ALIASES:
            msg = f"no field is called {field!r}; the fields are: {', '.join(ALIASES)}"
            raise UnreadableFileError(msg)
        if normalised(header) not in known:
            msg = f"no column is called {header!r}; the columns are: {', '.join(headers)}"
            raise UnreadableFileError(msg)


def _header_row(rows: Sequence[Row], words: Mapping[str, str]) -> int | None:
    best, best_hits = None, 0
    for index, (_, cells) in enumerate(rows[:GLANCE_ROWS]):
        hits = {words[key] for cell in cells if (key := normalised(cell)) in words}
        names = {"name", "email", "contact"} & hits or {"first_name", "last_name"} <= hits
        if names and len(hits) > best_hits:
            best, best_hits = index, len(hits)
    return best


def _map(
    headers: Cells, rows: Sequence[Row], words: Mapping[str, str], chosen: Mapping[str, str]
) -> tuple[ColumnMatch, ...]:
    width = max([len(headers), *(len(cells) for _, cells in rows)])
    columns = []
    for index in range(width):
        header = headers[index] if index < len(headers) else ""
        key = normalised(header)
        if key in words:
            columns.append(
                ColumnMatch(header, words[key], "chosen by you" * (key in chosen) or "alias")
            )
        else:
            field = _look(values(rows, index))
            how, suggestion = ("values", "") if field else ("", _similar(key, words))
            columns.append(ColumnMatch(header, field, how, suggestion))
    return tuple(_settle(columns, rows))


def _settle(columns: Sequence[ColumnMatch], rows: Sequence[Row]) -> Iterator[ColumnMatch]:
    """Words with two meanings: "Contact" may be the name, "Title" Dr. beside a "Job title"."""
    fields = [column.field for column in columns]
    named = "name" in fields or "first_name" in fields
    for index, column in enumerate(columns):
        key = normalised(column.header)
        if column.field == "contact" and not named:
            filled = values(rows, index)
            reachable = sum(bool(EMAIL.search(v) or PHONE.search(v)) for v in filled)
            if filled and reachable <= (1 - SHARE) * len(filled):
                yield replace(column, field="name")
                continue
        if key == "title" and fields.count("role") > 1:
            yield replace(column, field="", how="")
        elif key == "nom" and "first_name" in fields:
            yield replace(column, field="last_name")
        elif key in {"nombre", "nome"} and "last_name" in fields:
            yield replace(column, field="first_name")
        else:
            yield column


def describes_people(table: Table) -> bool:
    """Whether the columns can only be those of a list of people.

    A bare "Name" is not enough: it heads lists of skills, courses and products too.
    """
    columns = table.columns
    stated = [column for column in columns if column.how != "values"]
    mapped = {column.field for column in stated}
    if {"first_name", "last_name"} <= mapped or "email" in mapped or not table.header_at:
        return True
    naming = [normalised(column.header) for column in columns if column.field == "name"]
    if not naming:
        return False
    if len(columns) == 1:
        return bool(table.rows) and all(len(cells[0]) <= 80 for _, cells in table.rows)
    circles = CIRCLE_WORDS & {normalised(column.header) for column in stated}
    vague = all(word in VAGUE_NAMES for word in naming)
    return bool(not vague or circles or PERSONAL & {column.field for column in columns})


def _headless(sheet: Sheet) -> Table | None:
    rows = tuple(row for row in sheet.rows if any(row[1]))
    if len(rows) < 2 or any(not any(map(EMAIL.fullmatch, cells)) for _, cells in rows):
        return None
    columns: list[ColumnMatch] = []
    for index in range(max(len(cells) for _, cells in rows)):
        filled = values(rows, index)
        field = _look(filled) or ("name" if _share(filled, _is_like_a_name) >= SHARE else "")
        taken = field in {"name", "last_contact"} and any(c.field == field for c in columns)
        field = "" if taken else field
        columns.append(ColumnMatch("", field, "values" if field else ""))
    if not {"name", "email"} <= {column.field for column in columns}:
        return None
    return Table(sheet, tuple(columns), 0, rows)


def values(rows: Sequence[Row], index: int) -> list[str]:
    """The filled cells of column ``index`` in row order."""
    return [cells[index] for _, cells in rows if index < len(cells) and cells[index]]


def _look(filled: Sequence[str]) -> str:
    """The field the values look like, or ""."""
    for field, pattern in LOOKS:
        if _share(filled, pattern.fullmatch) >= SHARE:
            return field if field != "last_contact" else ""
    return ""


def _is_like_a_name(text: str) -> bool:
    return bool(PERSON.fullmatch(text)) and text != text.casefold()


def _share(filled: Sequence[str], matches: Callable[[str], object]) -> float:
    return sum(bool(matches(value)) for value in filled) / len(filled) if filled else 0.0


def _similar(key: str, words: Mapping[str, str]) -> str:
    """The field whose word resembles the header ``key`` most, or ""."""
    if len(key) < 3:
        return ""
    from rapidfuzz import fuzz, process

    found = process.extractOne(
        key,
        [word for word in words if len(word) > 3],
        scorer=fuzz.token_set_ratio,
        score_cutoff=SUGGESTED_FROM,
    )
    return words[found[0]] if found else ""
