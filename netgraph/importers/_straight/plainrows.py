"""The straight road of tables with free headers: which columns say what in a plain row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from netgraph.importers._columns.cells import BULLETS, with_plus
from netgraph.importers._columns.choice import Table
from netgraph.importers._columns.entries import listed
from netgraph.importers._columns.peopletables import NOT_KEPT
from netgraph.importers._keys import Groups, Work
from netgraph.importers._people.couples import JOINING
from netgraph.importers._people.hand import circle_labels
from netgraph.importers._straight.plans import Plan
from netgraph.model import IdentifierKind

#: Fields that a plain row may fill, each in one column.
PLAIN_FIELDS = frozenset(
    {"name", "first_name", "last_name", "email", "phone", "employer", "role", "occupation"}
    | {"circle", "notes", "city"}
)
WORK = ("employer", "role", "occupation")
HALVES = ("first_name", "last_name")
#: What may part several names, or turn one round.
PARTING = re.compile(r"[@;:,&+/\n\r]")
#: What may part several employers, or stand before one.
SEVERAL = re.compile(rf"[;:\n\r]|(?:^|\|)[{re.escape(''.join(sorted(BULLETS)))}]")
PLAIN_PHONE = re.compile(r"\+?\d[\d -]{5,}\d")


def plan_of(table: Table, importer: str) -> Plan | None:
    """Where a plain row has what; None when columns could contradict each other."""
    fields = [column.field for column in table.columns]
    used = [field for field in fields if field in PLAIN_FIELDS - NOT_KEPT]
    halves = [field for field in HALVES if field in used]
    if len(set(used)) < len(used) or ("name" in used) == bool(halves):
        return None
    at = {field: fields.index(field) for field in used}
    naming = [at[field] for field in ("name", *HALVES) if field in at]
    ways = {IdentifierKind.EMAIL: "email", IdentifierKind.PHONE: "phone"}
    return Plan(
        importer,
        len(fields),
        at.get("name"),
        tuple(at[half] for half in halves),
        {kind: at[field] for kind, field in ways.items() if field in at},
        tuple(map(at.get, WORK)),
        _work,
        _is_one_employer,
        (at.get("circle"),),
        _circles,
        blank=tuple(i for i, field in enumerate(fields) if field and field not in PLAIN_FIELDS),
        bounded=tuple(i for i, field in enumerate(fields) if field),
        header={index: table.columns[index].header for index in naming},
        is_name=_is_joined if halves else _is_one,
        is_phone=_is_phone,
        names_point=True,
        place=table.sheet.place(0).removesuffix("0"),
    )


def _is_one(name: str) -> bool:
    """Whether ``name`` is surely that of one person, and as it should be."""
    if not name[:1].isalpha() or PARTING.search(name):
        return False
    return name.count(" ") < 2 or not JOINING.search(name)


def _is_joined(name: str) -> bool:
    """Whether a name that was put together is so, each of its words too."""
    return _is_one(name) and all(word[:1].isalpha() for word in name.split(" "))


def _is_phone(number: str) -> bool:
    return PLAIN_PHONE.fullmatch(number) is not None and with_plus(number) == number


def _work(employers: Sequence[str], roles: Sequence[str], trades: Sequence[str]) -> Work:
    """As `work_of` has it: a trade is the role at an employer too, and a bare role a trade."""
    if not (any(roles) or any(trades)):
        return Work(employers, roles, trades)
    both = [role or trade for role, trade in zip(roles, trades, strict=True)]
    at_work = [what if employer else "" for what, employer in zip(both, employers, strict=True)]
    rows = zip(trades, roles, employers, strict=True)
    bare = [trade or ("" if employer else role) for trade, role, employer in rows]
    return Work(employers, at_work, bare)


def _is_one_employer(employers: Sequence[str], *_others: Sequence[str]) -> Iterator[Iterable[bool]]:
    """Whether no cell names several employers."""
    if SEVERAL.search("|".join(employers)):
        yield [not SEVERAL.search(employer) for employer in employers]


@lru_cache(maxsize=4096)
def _circles(circles: str) -> Groups:
    return Groups.of(circle_labels(dict.fromkeys(listed([circles]))), is_contact=True)
