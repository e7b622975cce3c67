"""Exports of contact managers without an importer of their own, read as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.importers.handmade import IMPORTER, explain
from netgraph.model import Card, Record, Reject, Relation, RelationKind


def table(fixtures: Path, name: str) -> Document:
    (found,) = walk(fixtures / "crm" / f"{name}.csv")
    assert isinstance(found, Document)
    assert find_importer(found) is IMPORTER
    return found


def contacts(records: list[Record]) -> dict[str, Card]:
    return {r.names[0]: r for r in records if isinstance(r, Card) and r.is_contact and r.names}


def ways(card: Card) -> list[str]:
    return [i.value for i in card.identifiers if i.kind != "name"]


def test_pipedrive_says_whose_and_which(fixtures: Path) -> None:
    records = list(IMPORTER.read(table(fixtures, "pipedrive_people")))
    people = contacts(records)
    assert ways(people["Ilse Quandel"]) == [
        "ilse@nordwind.example",
        "ilse@example.net",
        "+1 555-0100",
    ]
    assert set(people) == {"Ilse Quandel", "Tobin Marrash"}
    assert [r.reason for r in records if isinstance(r, Reject)] == ["an organisation, not a person"]


def test_what_belongs_to_the_company_identifies_nobody(fixtures: Path) -> None:
    document = table(fixtures, "apollo")
    people = contacts(list(IMPORTER.read(document)))
    shared = {"+1 555-0199", "noor@example.org", "https://www.facebook.com/nordwind.example"}
    assert not any(shared & set(ways(card)) for card in people.values())
    assert ways(people["Yuna Petrakis"]) == ["http://www.linkedin.com/in/yuna-petrakis-example"]
    assert not any("Did you mean" in line for line in explain(document))


def test_nobody_without_a_name_is_lost(fixtures: Path) -> None:
    records = list(IMPORTER.read(table(fixtures, "follow_up_boss")))
    cards = [record for record in records if isinstance(record, Card)]
    assert [ways(card) for card in cards] == [
        ["ilse@nordwind.example", "ilse@example.net", "(555) 555-0100"],
        ["555 555 0101"],
        ["tobin@example.org"],
    ]


@pytest.mark.parametrize("name", ["zoho", "personal_crm"])
def test_others(fixtures: Path, name: str) -> None:
    people = contacts(list(IMPORTER.read(table(fixtures, name))))
    assert "ilse@nordwind.example" in ways(people["Ilse Quandel"])
    assert people["Ilse Quandel"].affiliations[0].role == "Director"
    assert len(people) == 2


def test_who_introduced_somebody_is_kept(fixtures: Path) -> None:
    records = list(IMPORTER.read(table(fixtures, "personal_crm")))
    (relation,) = (record for record in records if isinstance(record, Relation))
    assert relation.kind is RelationKind.MET_THROUGH
    assert getattr(relation.right, "value", "") == "Wren Talbach"
