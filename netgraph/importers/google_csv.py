"""Google Contacts CSV, the older schema ("Given Name", "- Type") and that of 2024 ("- Label").

A cell may hold several values joined by " ::: "; "* " marks a preferred address or a system
group. Columns that repeat are numbered up to the largest number used in the file.
Source: Google Contacts, Export > Google CSV.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from netgraph.importers import Importer
from netgraph.importers._archives.takeout import is_collected, label_of
from netgraph.importers._columns.googlecolumns import (
    GROUPS,
    NAME_PARTS,
    SCHOOL,
    SEPARATOR,
    GoogleColumns,
    groups_in,
    plan_of,
    split,
    unmarked,
)
from netgraph.importers._files import Document
from netgraph.importers._keys import Draft, Groups, hash_of, seal, sealed
from netgraph.importers._people.notpeople import sift
from netgraph.importers._straight.road import in_bulk
from netgraph.importers._tables.blocks import Block
from netgraph.importers._tables.delimited import blocks, column_names, has_header, in_blocks
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Bulk,
    Card,
    Identifier,
    IdentifierKind,
    Record,
    Reject,
    Relation,
    RelationKind,
)

NAME = "google_csv"
LINKEDIN_PROFILE = re.compile(r"linkedin\.com/(?:in|pub)/\S", re.IGNORECASE)
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
    people = _People(column_names(document, is_google), document.name)
    return people.of(blocks(document, NAME, is_google))


def bulk(document: Document) -> Iterator[Bulk]:
    """What `read` gives, plain rows by columns."""
    columns = column_names(document, is_google)
    people = _People(columns, document.name)
    return in_bulk(
        document,
        is_google,
        plan_of(people.columns, NAME, people.groups),
        lambda listed: people.of(in_blocks(document, NAME, columns, listed)),
    )


class _People:
    """Whom the rows of a file are about; the columns are told apart once for all of them."""

    def __init__(self, columns: tuple[str, ...], file: str) -> None:
        self.columns = GoogleColumns.of(columns)
        self._ways = (
            (IdentifierKind.EMAIL, self.columns.mails, re.compile("@")),
            (IdentifierKind.PHONE, self.columns.phones, re.compile("")),
            (IdentifierKind.PROFILE, self.columns.sites, LINKEDIN_PROFILE),
        )
        self._label, self._is_collected = label_of(file), is_collected(file)

    def of(self, blocks: Iterable[Block | Reject]) -> Iterator[Record]:
        """The records of every block."""
        for block in blocks:
            if isinstance(block, Reject):
                yield block
            else:
                yield from self.records(block)

    def records(self, block: Block) -> Iterator[Record]:
        """Of every row the card with who is named in it, or why there is none."""
        identifiers, affiliations = self._identifiers(block), self._affiliations(block)
        organisations = [[a.organisation for a in jobs if a.organisation] for jobs in affiliations]
        known = zip(_names(block), identifiers, organisations, block.origins, strict=True)
        names = [sift(*one) for one in known]
        drafts = [
            Draft(o, n, tuple(i) or (Identifier(IdentifierKind.NAME, n[0]),), tuple(a), *x)
            for o, n, i, a, x in zip(
                block.origins, names, identifiers, affiliations, self._labels(block), strict=True
            )
            if not isinstance(n, Reject)
        ]
        cards, related = iter(sealed(drafts)), self._relations(block)
        for row, name in enumerate(names):
            if isinstance(name, Reject):
                yield name
            else:
                card = next(cards)
                yield card
                for label, other in related.get(row, ()):
                    yield from _relation(card, label, other)

    def _identifiers(self, block: Block) -> list[list[Identifier]]:
        found: list[list[Identifier]] = [[] for _ in block.origins]
        for kind, columns, pattern in self._ways:
            for cells in block.filled(columns):
                for row, cell in zip(found, cells, strict=True):
                    if cell:
                        row += [Identifier(kind, v) for v in split(cell) if pattern.search(v)]
        return found

    def _affiliations(self, block: Block) -> list[list[Affiliation]]:
        found: list[list[Affiliation]] = [[] for _ in block.origins]
        for columns in self.columns.employers:
            if block.filled(columns[1:]):
                for row, cells in zip(
                    found, zip(*map(block.column, columns), strict=True), strict=True
                ):
                    if cells[1] or cells[2]:
                        row.extend(_jobs(*cells))
        for trades in block.filled(["occupation"]):
            for row, trade in zip(found, trades, strict=True):
                if trade:
                    row.append(Affiliation("", trade))
        return found

    def _labels(self, block: Block) -> list[tuple[tuple[str, ...], bool]]:
        """Labels, and whether it is a contact, of every row."""
        groups = map(self.groups, *map(block.column, GROUPS))
        return [(labels, is_contact) for labels, is_contact, _shown in groups]

    def groups(self, *cells: str) -> Groups:
        """What the cells of `GROUPS` say."""
        labels, is_kept = groups_in(cells)
        own = (self._label,) if self._label else ()
        return Groups.of(labels + own, is_contact=is_kept and not self._is_collected)

    def _relations(self, block: Block) -> dict[int, list[tuple[str, str]]]:
        """Label ("" for a missing one) and name of everybody related, by row."""
        found: dict[int, list[tuple[str, str]]] = {}
        for label, column in self.columns.related:
            for cells in block.filled([column]):
                for row, pair in enumerate(zip(block.column(label), cells, strict=True)):
                    if pair[1]:
                        found.setdefault(row, []).extend(_pairs(*pair))
        return found


def _pairs(labels: str, names: str) -> Iterator[tuple[str, str]]:
    """Label and name of everybody named in a cell; a missing label is ""."""
    values = SEPARATOR.split(names)
    for label, value in zip_longest(SEPARATOR.split(labels)[: len(values)], values, fillvalue=""):
        if value:
            yield unmarked(label), value


def _jobs(label: str, names: str, roles: str) -> list[Affiliation]:
    kind = AffiliationKind.SCHOOL if label and SCHOOL.search(label) else AffiliationKind.WORK
    if ":::" not in names and ":::" not in roles:
        return [Affiliation(names, roles, None, None, kind)]
    pairs = zip_longest(SEPARATOR.split(names), SEPARATOR.split(roles), fillvalue="")
    return [Affiliation(*pair, None, None, kind) for pair in pairs if any(pair)]


def _names(block: Block) -> list[list[str]]:
    """Of every row the full name, the name before marriage, the nickname; in this order."""
    given, middle, family = (block.first_of(*both) for both in NAME_PARTS)
    parted = zip(given, middle, family, strict=True)
    full = [" ".join([part for part in parts if part]) for parts in parted]
    whole = zip(block.column("name"), full, block.column("file as"), strict=True)
    names = [[name] if (name := a or b or c) else [] for a, b, c in whole]
    for cells in block.filled(["maiden name"]):
        for row, first, maiden in zip(names, given, cells, strict=True):
            if first and maiden:
                row.append(f"{first} {maiden}")
    for cells in block.filled(["nickname"]):
        for row, cell in zip(names, cells, strict=True):
            row.extend(split(cell) if cell else ())
    return names


def _relation(card: Card, label: str, name: str) -> Iterator[Record]:
    kinds = (RELATIONS.get(word) for word in label.casefold().replace("-", " ").split())
    kind = next((kind for kind in kinds if kind), RelationKind.KNOWS)
    left = min(
        card.identifiers,
        key=lambda i: STRENGTH.index(i.kind) if i.kind in STRENGTH else len(STRENGTH),
    )
    right = Identifier(IdentifierKind.NAME, name)
    yield Relation(hash_of("relation", kind, left, right), card.origin, kind, left, right)
    yield seal(Draft(card.origin, (name,), (right,)))


IMPORTER = Importer(
    name=NAME,
    title="Google Contacts CSV",
    how_to_export="on contacts.google.com press Export (on the left); choose all contacts, not one "
    "label; choose Google CSV and press Export; the file is called contacts.csv",
    unit="rows",
    recognises=recognises,
    read=read,
    bulk=bulk,
)
