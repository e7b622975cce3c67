"""Google Contacts CSV, the older schema ("Given Name", "- Type") and that of 2024 ("- Label").

A cell may hold several values joined by " ::: "; "* " marks a preferred address or a system
group. Columns that repeat are numbered up to the largest number used in the file.
Source: Google Contacts, Export > Google CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._notpeople import personal_names, refusal
from netgraph.importers._tables import Cells, column_names, has_header, records
from netgraph.importers._takeout import COLLECTED, EVERYBODY, is_collected, label_of
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Relation,
    RelationKind,
)

NAME = "google_csv"
SEPARATOR = re.compile(r"\s*:::\s*")
LINKEDIN_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/\S", re.IGNORECASE)
SCHOOL = re.compile(r"school|university|schule|universit|école|escuela|scuola", re.IGNORECASE)
GROUPS = ("labels", "group membership")
#: System groups that say nothing: everybody who was kept is in the first.
ALL_KEPT = {"mycontacts", *EVERYBODY}
TAKEN_DOWN = {"othercontacts", *COLLECTED}
#: Words of the label -> what it says; English as always seen, others in case.
RELATION_WORDS: tuple[tuple[RelationKind, str], ...] = (
    (RelationKind.MANAGER, "manager boss vorgesetzter vorgesetzte chef jefe"),
    (RelationKind.ASSISTANT, "assistant assistent assistentin assistante asistente"),
    (RelationKind.REFERRED_BY, "referred empfohlen recommandé"),
    (RelationKind.FRIEND, "friend freund freundin ami amie amigo amiga amico amica"),
    (RelationKind.COLLEAGUE, "colleague coworker worker kollege kollegin collègue colega"),
    (
        RelationKind.FAMILY,
        (
            "spouse partner husband wife mother father parent brother sister child son daughter"
            " relative cousin aunt uncle grandmother grandfather mutter vater eltern bruder"
            " schwester kind ehepartner mère père frère sœur enfant conjoint madre padre hermano"
            " hermana"
        ),
    ),
)
RELATIONS = {word: kind for kind, words in RELATION_WORDS for word in words.split()}
#: The order in which a person is best pointed at.
STRENGTH = (IdentifierKind.PROFILE, IdentifierKind.EMAIL, IdentifierKind.PHONE)


def is_google(columns: frozenset[str]) -> bool:
    """Whether the columns are those of either schema."""
    is_old = "group membership" in columns and "given name" in columns
    is_new = "labels" in columns and bool(
        {"phonetic first name", "file as", "phone 1 - label"} & columns
    )
    return "e-mail 1 - value" in columns or is_old or is_new


def recognises(document: Document) -> bool:
    """Whether the header is that of a Google CSV."""
    return has_header(document, is_google)


def read(document: Document) -> Iterator[Record]:
    """A card for every person, and a relation with a card for everybody related."""
    columns = column_names(document, is_google)
    emails = [c for c in columns if re.fullmatch(r"e-mail \d+ - value", c)]
    phones = [c for c in columns if re.fullmatch(r"phone \d+ - value", c)]
    sites = [c for c in columns if re.fullmatch(r"(website|custom field|im) \d+ - value", c)]
    related = _labelled(columns, "relation", "value")
    employers = _employers(columns)

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        identifiers = [
            *(Identifier(IdentifierKind.EMAIL, v) for v in _values(cells, emails) if "@" in v),
            *(Identifier(IdentifierKind.PHONE, v) for v in _values(cells, phones)),
            *(
                Identifier(IdentifierKind.PROFILE, v)
                for v in _values(cells, sites)
                if LINKEDIN_PROFILE.search(v)
            ),
        ]
        names = _names(cells)
        affiliations = tuple(_affiliations(cells, employers))
        organisations = tuple(a.organisation for a in affiliations if a.organisation)
        refused = refusal(names, identifiers, organisations, origin)
        if refused is not None:
            yield refused
            return
        names = personal_names(names, organisations)
        if not identifiers:
            identifiers = [Identifier(IdentifierKind.NAME, names[0])]
        labels, is_contact = _labels(cells)
        labels = tuple(filter(None, (*labels, label_of(document.name))))
        is_contact = is_contact and not is_collected(document.name)
        card = seal(
            Card("", "", origin, names, tuple(identifiers), affiliations, labels, is_contact)
        )
        yield card
        for label, name in _pairs(cells, related):
            yield from _relation(card, label, name)

    return records(document, NAME, is_google, convert)


def _labelled(columns: tuple[str, ...], group: str, last: str) -> list[tuple[str, str]]:
    """The numbered columns of a group, each with the column of its label."""
    found = []
    for column in columns:
        match = re.fullmatch(rf"({group} \d+) - {last}", column)
        if match:
            label = f"{match[1]} - label"
            found.append((label if label in columns else f"{match[1]} - type", column))
    return found


def _split(cell: str) -> list[str]:
    return SEPARATOR.split(cell) if ":::" in cell else [cell]


def _unmarked(text: str) -> str:
    return text.removeprefix("*").strip()


def _values(cells: Cells, columns: list[str]) -> list[str]:
    return [value for column in columns for value in _split(cells[column]) if value]


def _pairs(cells: Cells, columns: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Label and value of every value; a missing label is ""."""
    for label_column, column in columns:
        if not cells[column]:
            continue
        values = _split(cells[column])
        labels = _split(cells.get(label_column, ""))[: len(values)]
        for label, value in zip_longest(labels, values, fillvalue=""):
            if value:
                yield _unmarked(label), value


def _names(cells: Cells) -> tuple[str, ...]:
    """The full name, the name before marriage, the nickname; in this order, if there."""
    given = cells.get("given name") or cells.get("first name", "")
    middle = cells.get("additional name") or cells.get("middle name", "")
    family = cells.get("family name") or cells.get("last name", "")
    full = " ".join(part for part in (given, middle, family) if part)
    maiden = cells.get("maiden name", "")
    names = (
        cells.get("name") or full or cells.get("file as", ""),
        f"{given} {maiden}" if given and maiden else "",
        *_split(cells.get("nickname", "")),
    )
    return tuple(name for name in names if name)


def _employers(columns: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """The columns of label, name and title of every organisation, in file order."""
    numbered = [
        (label, name, f"{name.removesuffix('name')}title")
        for label, name in _labelled(columns, "organization", "name")
    ]
    return [*numbered, ("", "organization name", "organization title")]


def _affiliations(cells: Cells, employers: list[tuple[str, str, str]]) -> Iterator[Affiliation]:
    for label, name_column, role_column in employers:
        names, roles = cells.get(name_column, ""), cells.get(role_column, "")
        if not (names or roles):
            continue
        kind = AffiliationKind.WORK
        if SCHOOL.search(cells.get(label, "")):
            kind = AffiliationKind.SCHOOL
        for name, role in zip_longest(_split(names), _split(roles), fillvalue=""):
            if name or role:
                yield Affiliation(name, role, kind=kind)
    if cells.get("occupation"):
        yield Affiliation("", cells["occupation"])


def _labels(cells: Cells) -> tuple[tuple[str, ...], bool]:
    """The groups a person is in, and whether somebody keeps them.

    Google takes down by itself to whom the owner wrote; those are kept by nobody.
    """
    groups = [_unmarked(text) for column in GROUPS for text in _split(cells.get(column, ""))]
    folded = {group.casefold() for group in groups}
    is_contact = not folded & TAKEN_DOWN or bool(folded & ALL_KEPT)
    silent = ALL_KEPT | TAKEN_DOWN
    return tuple(g for g in groups if g and g.casefold() not in silent), is_contact


def _relation(card: Card, label: str, name: str) -> Iterator[Record]:
    kinds = (RELATIONS.get(word) for word in label.casefold().replace("-", " ").split())
    kind = next((kind for kind in kinds if kind), RelationKind.KNOWS)
    left = min(
        card.identifiers,
        key=lambda i: STRENGTH.index(i.kind) if i.kind in STRENGTH else len(STRENGTH),
    )
    right = Identifier(IdentifierKind.NAME, name)
    yield Relation(hash_of("relation", kind, left, right), card.origin, kind, left, right)
    yield seal(Card("", "", card.origin, (name,), (right,)))


IMPORTER = Importer(
    name=NAME,
    title="Google Contacts CSV",
    how_to_export="on contacts.google.com press Export (on the left); choose all contacts, not one "
    "label; choose Google CSV and press Export; the file is called contacts.csv",
    unit="rows",
    recognises=recognises,
    read=read,
)
