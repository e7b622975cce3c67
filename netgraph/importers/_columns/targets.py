"""Target lists: the employers a user wants to reach, one a row, with free header names.

A list of names alone, without a header, is read as well when the file has one column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from math import prod

from netgraph.errors import UnreadableFileError
from netgraph.importers._columns.cells import several
from netgraph.importers._columns.headers import normalised, person_words, words_of
from netgraph.importers._columns.targetwords import TARGET_ALIASES
from netgraph.importers._files import Document
from netgraph.importers._tables.sheets import GLANCE_ROWS, Cells, Row, Sheet, glance, sheets
from netgraph.model import Reject, RejectKind, Target

IMPORTER_NAME = "targets"
#: Columns no list of people has.
TELLING = frozenset({"aliases", "domains", "industry", "weight"})
WEIGHTS = {
    **dict.fromkeys(("high", "hoch", "a", "1", "haute", "alta", "hoog"), 2.0),
    **dict.fromkeys(("medium", "middle", "mittel", "b", "2", "moyenne", "media", "gemiddeld"), 1.0),
    **dict.fromkeys(("low", "niedrig", "c", "3", "basse", "baja", "bassa", "baixa", "laag"), 0.5),
}
#: Words for the size of an employer, and the number of people that stands for each: under 50,
#: under 500, under 10,000, and more.
SIZES = {
    **dict.fromkeys(("small", "klein", "petite", "pequeña", "piccola", "pequena"), 25),
    **dict.fromkeys(
        ("medium", "mittel", "moyenne", "mediana", "media", "média", "middelgroot"), 150
    ),
    **dict.fromkeys(("large", "groß", "gross", "grande", "groot"), 2_000),
    **dict.fromkeys(("very large", "sehr groß", "très grande", "muy grande"), 30_000),
}
SIZE_HINT = "write a number of people, or small, medium, large or very large"
#: Nobody employs more [people].
MOST_PEOPLE = 10_000_000
SCHEME = re.compile(r"^(?:https?://)?(?:www\.)?@?", re.IGNORECASE)


@cache
def target_words() -> Mapping[str, str]:
    """Header word to field of a target list."""
    return words_of(TARGET_ALIASES)


def is_target_list(document: Document) -> bool:
    """Whether the table is one of employers, not of people."""
    return _is_of_employers(_headers(document))


def may_be_targets(document: Document) -> bool:
    """Whether a table in which no people were found names employers, whatever else it holds."""
    headers = [normalised(cell) for cell in _headers(document)]
    named = [h for h in headers if target_words().get(h) == "name"]
    # a column of names without more is one of people
    return any(person_words().get(h, "") != "name" for h in named)


def _headers(document: Document) -> Cells:
    """The headers of the first sheet that has such of a target list; none without one."""
    try:
        tables = glance(document, _suits)
    except UnreadableFileError:
        return []
    rows = ((sheet.rows, _header_row(sheet.rows)) for sheet in tables)
    return next((found[at][1] for found, at in rows if at is not None), [])


def read_targets(document: Document) -> Iterator[Target | Reject]:
    """The targets in row order; a row without a name is a reject.

    A weight is a number above 0 or high, medium, low (2, 1, 0.5); a priority of 1, 2, 3 or A,
    B, C means the same three. A cell may hold several aliases or domains. Raises
    `UnreadableFileError` when no column of employers is found.
    """
    found = [(sheet, _columns(sheet)) for sheet in sheets(document, _suits) if sheet.rows]
    if not any(columns for _, columns in found):
        msg = f"{document.name}: no column of employers; name one 'Employer'"
        raise UnreadableFileError(msg)
    for sheet, columns in found:
        if columns is None:
            reason = "no column of employers"
            origin = document.origin(IMPORTER_NAME, f"sheet {sheet.name}")
            yield Reject(origin, reason, RejectKind.LEFT_OUT)
        else:
            at, fields = columns
            yield from _read_rows(document, sheet, at, fields)


def _suits(rows: Sequence[Cells]) -> int:
    words = target_words()
    hits = [len({words[normalised(c)] for c in row if normalised(c) in words}) for row in rows]
    return max(hits[:GLANCE_ROWS], default=0)


def _header_row(rows: Sequence[Row]) -> int | None:
    words = target_words()
    best, best_hits = None, 0
    for index, (_, cells) in enumerate(rows[:GLANCE_ROWS]):
        hits = {words[key] for cell in cells if (key := normalised(cell)) in words}
        if "name" in hits and len(hits) > best_hits:
            best, best_hits = index, len(hits)
    return best


def _is_of_employers(headers: Cells) -> bool:
    fields = {target_words().get(normalised(cell), "") for cell in headers}
    personal = {person_words().get(normalised(cell), "") for cell in headers}
    reachable = {"email", "phone", "contact", "first_name", "last_name", "closeness", "role"}
    return bool("name" in fields and TELLING & fields and not reachable & personal)


def _columns(sheet: Sheet) -> tuple[int, list[str]] | None:
    """Index of the first row of data and the field of each column."""
    at = _header_row(sheet.rows)
    if at is not None:
        words = target_words()
        fields = [words.get(normalised(cell), "") for cell in sheet.rows[at][1]]
        unique = [
            f if f not in fields[:i] or f in {"aliases", "domains"} else "aliases" * (f == "name")
            for i, f in enumerate(fields)
        ]
        return at + 1, unique
    if all(len([cell for cell in cells if cell]) <= 1 for _, cells in sheet.rows):
        return 0, ["name"]
    return None


def _read_rows(
    document: Document, sheet: Sheet, at: int, fields: Sequence[str]
) -> Iterator[Target | Reject]:
    for number, cells in sheet.rows[at:]:
        if not any(cells):
            continue
        origin = document.origin(IMPORTER_NAME, sheet.place(number))
        cell: dict[str, list[str]] = {}
        for field, text in zip(fields, cells, strict=False):
            if field and text:
                cell.setdefault(field, []).append(text)
        if "name" not in cell:
            yield Reject(origin, "no employer's name")
            continue
        weight = _weight(cell)
        size = size_of(cell.get("size", [""])[0])
        if size is None and "size" in cell:
            reason = f"size {cell['size'][0]!r} is unknown and left out; {SIZE_HINT}"
            yield Reject(origin, reason)
        if weight is None:
            said = (cell.get("weight") or cell["priority"])[0]
            yield Reject(origin, f"weight {said!r} is unknown and taken as 1; write 2, 1 or 0.5")
        yield Target(
            name=" ".join(cell["name"][0].split()),
            aliases=tuple(dict.fromkeys(_aliases(cell.get("aliases", [])))),
            domains=tuple(dict.fromkeys(_domain(d) for d in _items(cell.get("domains", [])))),
            industry=" ".join(cell.get("industry", [])),
            city=" ".join(cell.get("city", [])),
            weight=1.0 if weight is None else weight,
            size=size,
        )


def _aliases(cells: Sequence[str]) -> Iterator[str]:
    """Names parted by ";", "|" or a new line; a comma belongs to the name ("Acme, Inc.")."""
    for cell in cells:
        yield from (" ".join(part.split()) for part in re.split(r"[;|\n]", cell) if part.strip())


def _items(cells: Sequence[str]) -> Iterator[str]:
    for cell in cells:
        for item in several(cell):
            yield from (part.strip() for part in item.split(",") if part.strip())


def _domain(text: str) -> str:
    return re.split(r"[/?#:]", SCHEME.sub("", text))[0].strip().casefold()


def size_of(text: str) -> int | None:
    """The number of people [1, `MOST_PEOPLE`] that ``text`` says an employer has, or None.

    A number ("1,200"), a span as services write it ("201-500", "10,001+": the geometric middle,
    or the lower end), or a word of `SIZES`.
    """
    said = " ".join(text.casefold().split()).removeprefix("about ").removeprefix("ca. ")
    said = re.sub(r"\s*(employees|people|staff|mitarbeiter)$", "", said)
    if said in SIZES:
        return SIZES[said]
    found = re.fullmatch(r"(\d[\d,.' ]*)(?:\s*(?:-|–|to)\s*(\d[\d,.' ]*)|\s*\+)?", said)
    if not found:
        return None
    ends = [int(re.sub(r"\D", "", end)) for end in found.groups() if end]
    middle = round(prod(ends) ** (1 / len(ends)))
    return middle if 1 <= middle <= MOST_PEOPLE else None


def _weight(cell: Mapping[str, Sequence[str]]) -> float | None:
    """The weight [> 0]; 1 when the row says nothing, None when it cannot be understood."""
    if "weight" in cell:
        text = cell["weight"][0].strip().casefold().replace(",", ".")
        if re.fullmatch(r"\d{1,6}(?:\.\d{1,6})?", text):
            return float(text) or None
        return WEIGHTS.get(text)
    if "priority" in cell:
        return WEIGHTS.get(cell["priority"][0].strip().casefold().removesuffix(".0"))
    return 1.0
