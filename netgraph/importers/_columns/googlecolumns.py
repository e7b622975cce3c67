"""What the columns and cells of Google's contacts CSV mean, and where a plain row has what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from netgraph.importers._archives.takeout import COLLECTED, EVERYBODY
from netgraph.importers._keys import Groups, Work
from netgraph.importers._straight.plans import Plan
from netgraph.model import IdentifierKind

SEPARATOR = re.compile(r"\s*:::\s*")
SCHOOL = re.compile(r"school|university|schule|universit|école|escuela|scuola", re.IGNORECASE)
GROUPS = ("labels", "group membership")
#: Given, middle and family name in either schema.
NAME_PARTS = (
    ("given name", "first name"),
    ("additional name", "middle name"),
    ("family name", "last name"),
)
#: Columns that hardly anybody fills.
RARE = ("maiden name", "nickname", "occupation")
#: The columns of an employer that there are not.
NOWHERE = ("", "", "")
#: System groups that say nothing: everybody who was kept is in the first.
ALL_KEPT = {"mycontacts", *EVERYBODY}
TAKEN_DOWN = {"othercontacts", *COLLECTED}
#: A number of somebody's own: not "*86", nor two in one cell.
PLAIN_NUMBER = re.compile(r"[^*#:][^:]*")


class GoogleColumns(NamedTuple):
    """The columns of one file: those of every employer are label, name and title.

    Those of everybody related are label and name.
    """

    names: tuple[str, ...]
    mails: list[str]
    phones: list[str]
    sites: list[str]
    employers: list[tuple[str, str, str]]
    related: list[tuple[str, str]]

    @classmethod
    def of(cls, names: tuple[str, ...]) -> GoogleColumns:
        """The columns by their ``names``, in file order."""
        employers = [
            (label, name, f"{name.removesuffix('name')}title")
            for label, name in _labelled(names, "organization", "name")
        ]
        return cls(
            names,
            _like(names, r"e-mail \d+ - value"),
            _like(names, r"phone \d+ - value"),
            _like(names, r"(?:website|custom field|im) \d+ - value"),
            [*employers, ("", "organization name", "organization title")],
            _labelled(names, "relation", "value"),
        )


def _like(columns: Iterable[str], pattern: str) -> list[str]:
    return [column for column in columns if re.fullmatch(pattern, column)]


def _labelled(columns: tuple[str, ...], group: str, last: str) -> list[tuple[str, str]]:
    """The numbered columns of a group, each with the column of its label."""
    found = []
    for column in columns:
        match = re.fullmatch(rf"({group} \d+) - {last}", column)
        if match:
            label = f"{match[1]} - label"
            found.append((label if label in columns else f"{match[1]} - type", column))
    return found


def plan_of(columns: GoogleColumns, importer: str, groups_of: Callable[..., Groups]) -> Plan:
    """Where a plain row has what: one address, one number, one employer."""
    at = {column: index for index, column in enumerate(columns.names)}
    known = [employer for employer in columns.employers if not at.keys().isdisjoint(employer[1:])]
    employer, *others = known or [NOWHERE]
    parts = [next((name for name in both if name in at), "") for both in NAME_PARTS]
    ways = {IdentifierKind.EMAIL: columns.mails, IdentifierKind.PHONE: columns.phones}
    first = [way for found in ways.values() for way in found[:1]]
    rare = [
        *RARE,
        *(name for both in NAME_PARTS for name in both if name not in parts),
        *(way for found in (*ways.values(), ["", *columns.sites]) for way in found[1:]),
        *(column for _label, *names in others for column in names),
        *(column for _label, column in columns.related),
    ]
    return Plan(
        importer,
        len(columns.names),
        at.get("name"),
        tuple(at[name] for name in parts if name),
        {kind: at[found[0]] for kind, found in ways.items() if found},
        tuple(map(at.get, employer)),
        _work,
        _is_one_job,
        tuple(map(at.get, GROUPS)),
        lru_cache(maxsize=4096)(groups_of),
        blank=tuple(at[name] for name in rare if name in at),
        bounded=tuple(at[c] for c in (*parts, "name", *first, *employer, *GROUPS) if c in at),
        is_phone=PLAIN_NUMBER.fullmatch,
    )


def _work(_labels: Sequence[str], names: Sequence[str], roles: Sequence[str]) -> Work:
    """The one employer of plain rows."""
    return Work(names, roles, ("",) * len(names))


def _is_one_job(
    labels: Sequence[str], names: Sequence[str], roles: Sequence[str]
) -> Iterator[list[bool]]:
    """Whether employers are neither schools nor several in one cell."""
    if any(labels):
        yield [not SCHOOL.search(label) for label in labels]
    for cells in (names, roles):
        if ":::" in "|".join(cells):
            yield [":::" not in cell for cell in cells]


def split(cell: str) -> list[str]:
    """The values of a cell."""
    return [value for value in SEPARATOR.split(cell) if value] if ":::" in cell else [cell]


def unmarked(text: str) -> str:
    """A value without the star of a preferred one, or of a system's group."""
    return text.removeprefix("*").strip()


@lru_cache(maxsize=4096)
def groups_in(cells: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """The groups a person is in, by the cells of `GROUPS`, and whether somebody keeps them.

    Google takes down by itself to whom the owner wrote; those are kept by nobody.
    """
    groups = [unmarked(text) for cell in cells for text in split(cell)]
    folded = {group.casefold() for group in groups}
    is_contact = not folded & TAKEN_DOWN or bool(folded & ALL_KEPT)
    silent = ALL_KEPT | TAKEN_DOWN
    return tuple(g for g in groups if g and g.casefold() not in silent), is_contact
