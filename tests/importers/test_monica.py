"""Monica: who is related to whom, and who brought them together."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document, find_importer, importer_named
from netgraph.importers._files import walk
from netgraph.model import (
    OWNER,
    Card,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)
from tests.importers.mutations import document_of

CRM = Path(__file__).parent.parent / "fixtures" / "crm"


def read(name: str) -> list[Record]:
    (document,) = walk(CRM / name)
    assert isinstance(document, Document)
    return list(find_importer(document).read(document))


def related(records: list[Record]) -> list[tuple[RelationKind, str, str]]:
    return [
        (r.kind, r.left.value, r.right.value)
        for r in records
        if isinstance(r, Relation) and not isinstance(r.right, str)
    ]


def test_who_introduced_whom_and_who_is_only_named() -> None:
    records = read("monica.json")
    assert related(records) == [
        (RelationKind.MET_THROUGH, "ilse@example.com", "Wren Talbach"),
        (RelationKind.COLLEAGUE, "ilse@example.com", "Wren Talbach"),
    ]
    assert {r.names: r.is_contact for r in records if isinstance(r, Card)} == {
        ("Ilse Quandel",): True,
        ("Wren Talbach",): False,
    }


def test_field_types_say_what_a_field_is() -> None:
    card = next(r for r in read("monica_rich.json") if isinstance(r, Card))
    kinds = [i.kind for i in card.identifiers]
    assert kinds == [
        IdentifierKind.EMAIL,
        IdentifierKind.PHONE,
        IdentifierKind.PROFILE,
        IdentifierKind.HANDLE,
    ]


def test_boss_and_subordinate_say_the_same() -> None:
    managers = [
        r
        for r in read("monica_rich.json")
        if isinstance(r, Relation) and r.kind is RelationKind.MANAGER
    ]
    assert len(managers) == 2
    assert managers[0].key == managers[1].key
    assert managers[0].right != managers[0].left


def test_calls_conversations_and_activities() -> None:
    found = [r for r in read("monica_rich.json") if isinstance(r, Interaction)]
    assert [(r.kind, r.n_participants) for r in found] == [
        (InteractionKind.CALL, 1),
        (InteractionKind.MESSAGE, 1),
        (InteractionKind.MEETING, 2),
    ]
    assert {r.sender for r in found} == {OWNER}


def test_what_is_not_kept_is_said() -> None:
    left = {r.origin.place: r for r in read("monica_rich.json") if isinstance(r, Reject)}
    assert left["contact 5"].reason == "has died"
    assert left["contact 5"].kind is RejectKind.LEFT_OUT
    assert left["contact 4"].kind is RejectKind.UNREADABLE
    assert left["relationship 5"].kind is RejectKind.LEFT_OUT


@pytest.mark.parametrize("account", [None, [], {"data": 3}, {"data": [{"type": "contact"}]}])
def test_odd_accounts(account: object) -> None:
    data = {"version": "1.0-preview.1", "app_version": "4.1.2", "account": account}
    document = document_of("monica.json", json.dumps(data).encode())
    importer = importer_named("monica")
    assert importer.recognises(document)
    if isinstance(account, dict):
        (only,) = importer.read(document)
        assert isinstance(only, Reject)
    else:
        with pytest.raises(UnreadableFileError, match="no account"):
            list(importer.read(document))


def test_broken_off() -> None:
    document = document_of("x.json", b'{"version":"1.0-preview.1","account":{"data":[')
    with pytest.raises(UnreadableFileError, match="damaged or incomplete"):
        list(importer_named("monica").read(document))


def test_half_a_character_can_be_stored() -> None:
    data = (CRM / "monica.json").read_text(encoding="utf-8").replace("Quandel", "Quan\\ud83ddel")
    document = document_of("monica.json", data.encode())
    card = next(r for r in importer_named("monica").read(document) if isinstance(r, Card))
    assert card.names[0].encode("utf-8")


def test_nobody_is_related_to_somebody_without_a_uuid() -> None:
    people = [{"properties": {"first_name": name}} for name in ("Ilse", "Wren")]
    groups = [
        {"type": "contact", "values": people},
        {"type": "relationship", "values": [{"properties": {"type": "friend"}}]},
        {"type": "activity", "values": [{"properties": {"happened_at": "2024-01-02"}}]},
    ]
    data = {"version": "1.0-preview.1", "account": {"data": groups}}
    document = document_of("monica.json", json.dumps(data).encode())
    kinds = [type(record) for record in importer_named("monica").read(document)]
    assert kinds == [Card, Card, Reject, Reject]
