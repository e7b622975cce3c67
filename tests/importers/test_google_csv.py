from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.importers import Document
from netgraph.importers._files import walk
from netgraph.importers.google_csv import IMPORTER
from netgraph.model import (
    AffiliationKind,
    Card,
    IdentifierKind,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)
from tests.importers.mutations import document_of

GOOGLE = Path(__file__).parent.parent / "fixtures" / "google"


def read(name: str) -> list[Record]:
    (found,) = walk(GOOGLE / name)
    assert isinstance(found, Document)
    assert IMPORTER.recognises(found)
    return list(IMPORTER.read(found))


def cards(records: list[Record]) -> list[Card]:
    return [r for r in records if isinstance(r, Card)]


def at(records: list[Record], row: int) -> Card:
    return next(card for card in cards(records) if card.origin.place == f"row {row}")


def values(card: Card, kind: IdentifierKind) -> list[str]:
    return [i.value for i in card.identifiers if i.kind is kind]


def test_the_new_schema() -> None:
    records = read("new.csv")
    ilse = at(records, 2)
    assert ilse.names == ("Ilse Quandel", "Ili")
    assert values(ilse, IdentifierKind.EMAIL) == [
        "ilse@nordwind.example",
        "ilse@example.net",
        "ili@example.com",
    ]
    assert values(ilse, IdentifierKind.PHONE) == ["+1 555-0100", "+44 7700 900111"]
    assert values(ilse, IdentifierKind.PROFILE) == [
        "https://www.linkedin.com/in/ilse-quandel-example"
    ]
    assert ilse.labels == ("Suppliers", "starred")
    assert [(a.organisation, a.role) for a in ilse.affiliations] == [
        ("Nordwind Analytics", "Director")
    ]
    assert ilse.is_contact
    nameless = at(records, 3)
    assert nameless.names == ()
    assert values(nameless, IdentifierKind.EMAIL) == ["only.mail@example.com"]


def test_a_relation_names_somebody() -> None:
    records = read("new.csv")
    (relation,) = (r for r in records if isinstance(r, Relation))
    assert relation.kind is RelationKind.MANAGER
    assert relation.left == at(records, 2).identifiers[-1]
    wren = cards(records)[1]
    assert wren.names == ("Wren Talbach",)
    assert relation.right == wren.identifiers[0]
    assert not wren.is_contact


def test_the_old_schema() -> None:
    (ilse,) = cards(read("old.csv"))
    assert ilse.names == ("Ilse Quandel",)
    assert values(ilse, IdentifierKind.EMAIL) == ["ilse@nordwind.example", "ilse@example.net"]
    assert ilse.labels == ("Test",)
    assert (ilse.affiliations[0].organisation, ilse.affiliations[0].role) == (
        "Nordwind Analytics",
        "Director",
    )


def test_the_old_schema_as_utf16_with_tabs() -> None:
    records = read("utf16_tabs.csv")
    maria, ana, tokimune = cards(records)
    assert maria.names == ("María José García", "María José López")
    school, occupation = maria.affiliations
    assert (school.organisation, school.kind) == ("Escuela Ejemplo", AffiliationKind.SCHOOL)
    assert (occupation.organisation, occupation.role) == ("", "hairdresser")
    assert ana.names == ("Ana García",)
    assert [r.kind for r in records if isinstance(r, Relation)] == [RelationKind.FAMILY]
    assert tokimune.names == ("北条 時宗",)


def test_hostile() -> None:
    records = read("hostile_new.csv")
    first = at(records, 2)
    assert first.names == ("</script> =cmd|x",)
    assert first.labels == ("friends", "Choir")
    assert values(first, IdentifierKind.EMAIL) == ["choir@example.org"]
    relations = [(r.kind, r.right) for r in records if isinstance(r, Relation)]
    assert [kind for kind, _ in relations] == [
        RelationKind.FAMILY,
        RelationKind.REFERRED_BY,
        RelationKind.KNOWS,
        RelationKind.KNOWS,
    ]
    assert {r.origin.place: (r.reason, r.kind) for r in records if isinstance(r, Reject)} == {
        "row 3": ("an organisation, not a person", RejectKind.LEFT_OUT),
        "row 6": ("has no name, address or number", RejectKind.UNREADABLE),
        "row 11": (
            "has more filled cells than the header row has columns",
            RejectKind.UNREADABLE,
        ),
    }
    assert at(records, 4).affiliations[0].organisation == "Orbit Foods"
    assert not at(records, 5).is_contact
    assert at(records, 7).identifiers[0].value == "+44 7700 900333"
    assert [(a.organisation, a.role) for a in at(records, 8).affiliations] == [
        ("Orbit Foods", "Clerk"),
        ("Pine Systems", ""),
    ]
    assert at(records, 9).names == ("Filed, Only", "Fi")
    assert values(at(records, 10), IdentifierKind.PROFILE) == [
        "linkedin.com/in/old-profile-example"
    ]


def test_header_only() -> None:
    (reject,) = read("empty.csv")
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.kind) == ("holds no rows", RejectKind.LEFT_OUT)


@pytest.mark.parametrize(
    "header",
    [
        "First Name,Middle Name,Last Name,Title,Suffix,Web Page,E-mail Address,Primary Phone",
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On",
        "Name,Labels",
    ],
)
def test_other_tables_are_not_ours(header: str) -> None:
    assert not IMPORTER.recognises(document_of("contacts.csv", f"{header}\n".encode()))


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("* Friend", RelationKind.FRIEND),
        ("Domestic Partner", RelationKind.FAMILY),
        ("Referred by", RelationKind.REFERRED_BY),
        ("Co-worker", RelationKind.COLLEAGUE),
        ("assistant", RelationKind.ASSISTANT),
        ("Vorgesetzte", RelationKind.MANAGER),
        ("knitting circle", RelationKind.KNOWS),
        ("", RelationKind.KNOWS),
    ],
)
def test_words_of_relations(label: str, kind: RelationKind) -> None:
    text = (
        "First Name,Labels,E-mail 1 - Value,Relation 1 - Label,Relation 1 - Value\n"
        f"Ilse,,ilse@example.com,{label},Wren Talbach\n"
    )
    document = document_of("contacts.csv", text.encode())
    (relation,) = (r for r in IMPORTER.read(document) if isinstance(r, Relation))
    assert relation.kind is kind
