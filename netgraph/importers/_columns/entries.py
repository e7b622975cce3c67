"""From the cells of a row to what is said about one person, or several."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from netgraph.importers._columns.cells import (
    FLOAT_PHONE,
    Reachable,
    closeness,
    crowd,
    day,
    introducer,
    is_day_first,
    person_name,
    several,
    several_names,
    ways_to_reach,
)
from netgraph.importers._columns.choice import ColumnMatch, Table, values
from netgraph.importers._columns.headers import normalised
from netgraph.importers._columns.looks import EMAIL
from netgraph.importers._people.couples import couple
from netgraph.importers._people.hand import HandEntry
from netgraph.importers._tables.csvrows import MAX_CELL
from netgraph.model import InteractionKind, RejectKind

MEMBER = "https://www.linkedin.com/in/"
#: An address in the place of a name, or behind it in brackets.
WITH_MAIL = re.compile(
    rf"^(?:mailto:)?{EMAIL.pattern}$|\s*[<(\[]\s*(?:mailto:)?{EMAIL.pattern}\s*[>)\]]"
)
#: What the report says of "Ana & Bo Gil".
TWO = "two people in one name: each is read as a person of their own"
SLUG = re.compile(r"@?/?(?:in/)?([\w%-]*[^\W\d][\w%-]*)/?")


@dataclass(frozen=True, slots=True)
class Note:
    """Something in a row that could not be used, or was left out, in words for the user."""

    reason: str
    kind: RejectKind = RejectKind.UNREADABLE


class Entries:
    """The rows of one table as entries; knows how the table writes names and dates."""

    def __init__(self, table: Table) -> None:
        self._fields = [column.field for column in table.columns]
        self._slugs = {i for i, column in enumerate(table.columns) if _holds_slugs(column)}
        self._rows = table.rows
        known = [table.commas.get(i, (0, 0)) for i, f in enumerate(self._fields) if f == "name"]
        self._turned = 2 * sum(turned for _, turned in known) > sum(count for count, _ in known)
        self._day_first = is_day_first(chain(*(self._column(field) for field, _ in CONTACT_KINDS)))

    def _column(self, field: str) -> Iterator[str]:
        """The cells of the columns that hold ``field``."""
        indexes = [index for index, name in enumerate(self._fields) if name == field]
        return chain.from_iterable(values(self._rows, index) for index in indexes)

    def names(self) -> Iterator[str]:
        """Every person's name that stands in a row of its own."""
        for _, cells in self._rows:
            yield from self._names(self._cells(cells))

    def of(self, cells: Sequence[str]) -> Iterator[HandEntry | Note]:
        """The people of one row, then notes on cells that could not be used.

        Several people in one row share employer and circle; addresses and numbers are theirs
        one by one when there are as many as people, and else belong to nobody.
        """
        cell = self._cells(cells)
        reach, notes = _reach(cell)
        names = self._names(cell)
        if not (names or reach.emails or reach.phones or reach.profiles):
            yield Note("no name, e-mail address or phone number")
            return
        whole = self._entry(cell, names[0] if names else "", reach)
        if len(names) <= 1:
            yield whole
        else:
            yield from _each(whole, names, reach, notes)
            if _holds_couple(cell):
                yield Note(TWO, RejectKind.LEFT_OUT)
        yield from (Note(note) for note in notes)
        if any(len(text) == MAX_CELL for texts in cell.values() for text in texts):
            yield Note(f"a cell has {MAX_CELL:,} characters or more and is cut there")
        yield from self._doubts(cell, names[0] if names else "")

    def _cells(self, cells: Sequence[str]) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for index, (field, cell) in enumerate(zip(self._fields, cells, strict=False)):
            if field and cell:
                slug = SLUG.fullmatch(cell) if index in self._slugs else None
                found.setdefault(field, []).append(f"{MEMBER}{slug[1]}" if slug else cell)
        return found

    def _names(self, cell: dict[str, list[str]]) -> tuple[str, ...]:
        whole = [text for c in cell.get("name", []) if (text := WITH_MAIL.sub("", c).strip())]
        halves = cell.get("first_name") and cell.get("last_name")
        if halves and whole and " " not in whole[0]:
            whole = []
        names = several_names(whole[0] if whole else "", turned=self._turned)
        names = tuple(name for name in names if any(c.isalpha() for c in name))
        if names:
            return names
        joined = _joined(cell, "first_name", "middle_name", "last_name")
        joined = joined or _joined(cell, "nickname")
        return couple(joined) or ((joined,) if joined else ())

    def _further_names(self, cell: dict[str, list[str]], name: str) -> Iterator[str]:
        """What stands in further columns for names, or in a first one that is half a name."""
        for text in cell.get("name", []):
            found = person_name(WITH_MAIL.sub("", text).strip())
            if found and found != name and not several_names(text, turned=self._turned)[1:]:
                yield found

    def _entry(self, cell: dict[str, list[str]], name: str, reach: Reachable) -> HandEntry:
        people = self._people_in(cell.get("knows", []))
        told = [told for c in cell.get("how_met", []) if (told := introducer(c))]
        met = [introducer(c) or c for c in cell.get("met_through", [])]
        crowds = [crowd(person) for person in people]
        named = [p for p, place in zip(people, crowds, strict=True) if not place]
        when, kind = self._last_contact(cell)
        return HandEntry(
            name=name,
            other_names=(
                *self._further_names(cell, name),
                *(
                    f"{_joined(cell, 'first_name')} {n}".strip()
                    for n in cell.get("former_name", [])
                ),
                *cell.get("nickname", []),
            ),
            occupation=", ".join(cell.get("occupation", [])),
            circles=tuple(dict.fromkeys(listed(cell.get("circle", [])))),
            closeness=next(filter(None, map(closeness, cell.get("closeness", []))), None),
            emails=reach.emails,
            phones=reach.phones,
            profiles=reach.profiles,
            employers=tuple(e for c in cell.get("employer", []) for e in several(c)),
            role=", ".join(dict.fromkeys(cell.get("role", []))),
            knows=tuple(p for p in named if _is_name(p, name)),
            knows_at=(*_places(cell.get("knows_at", [])), *filter(None, crowds)),
            met_through=tuple(
                dict.fromkeys(p for p in self._people_in([*met, *told]) if _is_name(p, name))
            ),
            last_contact=when,
            last_contact_kind=kind,
        )

    def _people_in(self, cells: Sequence[str]) -> list[str]:
        return [name for c in cells for name in several_names(c, turned=self._turned)]

    def _last_contact(self, cell: dict[str, list[str]]) -> tuple[date | None, InteractionKind]:
        """The latest date, and whether it was a meeting."""
        found = [
            (when, kind)
            for field, kind in CONTACT_KINDS
            for text in cell.get(field, [])
            if (when := day(text, day_first=self._day_first)) is not None
        ]
        return max(found, default=(None, InteractionKind.CALL))

    def _doubts(self, cell: dict[str, list[str]], name: str) -> Iterator[Note]:
        for field, _ in CONTACT_KINDS:
            for text in cell.get(field, []):
                if day(text, day_first=self._day_first) is None:
                    yield Note(f"the date {text!r} is unclear; write it like 2025-12-31")
        for text in cell.get("closeness", []):
            if closeness(text) is None:
                yield Note(f"closeness {text!r} is unknown; write well, some or barely")
        said = [*cell.get("knows", []), *(introducer(c) or c for c in cell.get("met_through", []))]
        for text in self._people_in(said):
            if not crowd(text) and not _is_name(text, name):
                yield Note(f"{text!r} is not a person's name; write names with a capital")


def _holds_couple(cell: dict[str, list[str]]) -> bool:
    """Whether two people of the row stand in one name."""
    written = [*cell.get("name", []), _joined(cell, "first_name", "middle_name", "last_name")]
    return any(couple(part.strip()) for text in written for part in re.split(r"[,;\n\r]", text))


def _holds_slugs(column: ColumnMatch) -> bool:
    """Whether a bare word in the column is a LinkedIn member's ("ilse-quandel-example")."""
    words = normalised(column.header).replace(" ", "")
    return column.field == "profile" and "linkedin" in words


def _joined(cell: dict[str, list[str]], *fields: str) -> str:
    parts = [part for field in fields for part in dict.fromkeys(cell.get(field, []))]
    return " ".join(part for part in parts if any(c.isalpha() for c in part))


def _is_name(text: str, own: str) -> bool:
    """Whether a person may be meant: "uni" is none, but who writes "maria" may write "karim"."""
    return text != text.casefold() or own == own.casefold()


CONTACT_KINDS = (
    ("last_contact", InteractionKind.CALL),
    ("last_met", InteractionKind.MEETING),
)


def _reach(cell: dict[str, list[str]]) -> tuple[Reachable, list[str]]:
    """Every way to reach the people of a row, and what stood there and was none."""
    found: list[Reachable] = []
    notes: list[str] = []
    for field in ("email", "phone", "contact", "profile", "name"):
        for text in cell.get(field, []):
            if field == "name" and not WITH_MAIL.search(text):
                continue
            ways = ways_to_reach(text)
            found.append(ways)
            if FLOAT_PHONE.fullmatch(ways.rest):
                notes.append(f"{ways.rest!r} is a phone number that has lost its digits")
            elif field in MUST_REACH and not (ways.emails or ways.phones or ways.profiles):
                notes.append(f"{MUST_REACH[field]} {text!r} cannot be used")
    return Reachable(
        tuple(dict.fromkeys(email for ways in found for email in ways.emails)),
        tuple(dict.fromkeys(phone for ways in found for phone in ways.phones)),
        tuple(dict.fromkeys(profile for ways in found for profile in ways.profiles)),
    ), notes


MUST_REACH = {
    "email": "the e-mail address",
    "phone": "the phone number",
    "contact": "the contact",
}
WAYS = {"emails": "e-mail", "phones": "phone number", "profiles": "profile link"}


def _each(
    whole: HandEntry, names: Sequence[str], reach: Reachable, notes: list[str]
) -> Iterator[HandEntry]:
    ways = {"emails": reach.emails, "phones": reach.phones, "profiles": reach.profiles}
    for field, given in ways.items():
        if given and len(given) != len(names):
            what = WAYS[field] + ("" if len(given) == 1 else "s")
            notes.append(f"{len(names)} people in a row with {len(given)} {what}: whose?")
    for index, name in enumerate(names):
        emails, phones, profiles = (
            (given[index],) if len(given) == len(names) else () for given in ways.values()
        )
        yield replace(
            whole, name=name, other_names=(), emails=emails, phones=phones, profiles=profiles
        )


def listed(cells: Sequence[str]) -> Iterator[str]:
    """Items divided as people divide them, by commas too."""
    for cell in cells:
        for item in several(cell):
            yield from (part.strip() for part in item.split(",") if part.strip())


def _places(cells: Sequence[str]) -> Iterator[str]:
    for cell in cells:
        for item in several(cell):
            yield crowd(item) or item
