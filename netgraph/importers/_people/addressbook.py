"""One line of an address book, whichever program kept it, as records.

What the programs have in common: a company is no person, an Exchange name is no address, and
somebody named beside a contact ("Manager", "Referred By") becomes a card of a name only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netgraph.importers._columns.cells import person_name, several
from netgraph.importers._keys import Draft, hash_of, seal
from netgraph.importers._people.notpeople import sift
from netgraph.importers._tables.delimited import Cells
from netgraph.model import (
    Affiliation,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Reject,
    Relation,
    RelationKind,
)

#: Both begin where a word does: tried at every letter of a long word they would take hours.
_ADDRESS = re.compile(
    r"(?<![^\s@<>()\"',;:/])[^\s@<>()\"',;:/]+@[^\s@<>()\"',;:/]+\.[^\s@<>()\"',;:/]+"
)
_PROFILE = re.compile(
    r"(?<!\w)(?:https?://)?(?:\w+\.)?linkedin\.com/(?:in|pub)/[^\s,;]+", re.IGNORECASE
)
#: A display name with the address behind it: "Jörg Weiß (joerg@example.org)".
_ADDED_ADDRESS = re.compile(r"\s*[(<\[][^()<>\[\]]*@[^()<>\[\]]*[)>\]]\s*$")
#: The order in which a person is best pointed at.
_STRENGTH = (
    IdentifierKind.PROFILE,
    IdentifierKind.EMAIL,
    IdentifierKind.PHONE,
    IdentifierKind.HANDLE,
    IdentifierKind.NAME,
)
_MIN_DIGITS = 5


@dataclass(frozen=True, slots=True)
class Entry:
    """What one line says of one person; ``names`` with the full name first, blanks allowed."""

    names: tuple[str, ...]
    identifiers: tuple[Identifier, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    labels: tuple[str, ...] = ()
    related: tuple[tuple[RelationKind, str], ...] = ()


def entry_records(entry: Entry, origin: Origin) -> Iterator[Record]:
    """The card of a person with the relations stated beside it, or a `Reject` saying why not."""
    names = tuple(name for name in entry.names if name.strip())
    organisations = tuple(a.organisation for a in entry.affiliations if a.organisation)
    own = sift(names, entry.identifiers, organisations, origin)
    if isinstance(own, Reject):
        yield own
        return
    known = entry.identifiers or (Identifier(IdentifierKind.NAME, own[0]),)
    card = seal(Draft(origin, own, known, entry.affiliations, entry.labels, is_contact=True))
    yield card
    for kind, name in entry.related:
        yield from stated(kind, best(card.identifiers), name, origin)


def stated(kind: RelationKind, left: Identifier, name: str, origin: Origin) -> Iterator[Record]:
    """A relation to somebody known by ``name`` only, and a card for that name."""
    right = Identifier(IdentifierKind.NAME, name)
    yield Relation(hash_of("relation", kind, left, right), origin, kind, left, right)
    yield seal(Draft(origin, (name,), (right,)))


def best(identifiers: Iterable[Identifier]) -> Identifier:
    """The identifier that points best; the first among equals. There must be one."""
    return min(identifiers, key=lambda identifier: _STRENGTH.index(identifier.kind))


def full_name(*parts: str) -> str:
    """The parts that say something, joined."""
    return " ".join(part for part in parts if part)


def shown_name(text: str) -> str:
    """A display name without the address that programs add, "Last, First" turned round.

    "" when it is nothing but an address.
    """
    name = _ADDED_ADDRESS.sub("", text).strip("'\" ")
    return "" if "@" in name else person_name(name)


def addresses(texts: Iterable[str]) -> tuple[Identifier, ...]:
    """The e-mail addresses in ``texts``; an Exchange name ("/O=…/CN=…") is none."""
    found = (
        match for text in texts if not text.startswith("/") for match in _ADDRESS.findall(text)
    )
    return tuple(Identifier(IdentifierKind.EMAIL, value) for value in found)


def phones(texts: Iterable[str]) -> tuple[Identifier, ...]:
    """The telephone numbers among ``texts``; several in one cell are divided by ";"."""
    numbers = (number for text in texts for number in several(text))
    return tuple(
        Identifier(IdentifierKind.PHONE, number)
        for number in numbers
        if "@" not in number and sum(c.isdigit() for c in number) >= _MIN_DIGITS
    )


def profiles(texts: Iterable[str]) -> tuple[Identifier, ...]:
    """The LinkedIn addresses in ``texts``."""
    found = (match for text in texts for match in _PROFILE.findall(text))
    return tuple(Identifier(IdentifierKind.PROFILE, value) for value in found)


def first_of(cells: Cells, *columns: str) -> str:
    """The first of ``columns`` that says something; "" when none does."""
    return next((cells[column] for column in columns if cells.get(column)), "")


def all_of(cells: Cells, columns: Iterable[str]) -> tuple[str, ...]:
    """What stands in ``columns``, in their order, without blanks."""
    return tuple(cells[column] for column in columns if cells.get(column))


def names_in(text: str) -> tuple[str, ...]:
    """The people named in a cell, divided by semicolon or line break; "Last, First" turned."""
    return tuple(name for name in map(shown_name, several(text)) if name)


def work_at(organisation: str, role: str, occupation: str = "") -> tuple[Affiliation, ...]:
    """Employer with role, and occupation; none of what is blank."""
    job = (Affiliation(organisation, role),) if organisation or role else ()
    trade = (Affiliation("", occupation),) if occupation and occupation != role else ()
    return (*job, *trade)
