"""Discord's data package: friends and talks of two, nobody else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.importers.discord import IMPORTER
from netgraph.model import Card, Interaction, InteractionKind, Record, Reject
from tests.importers.mutations import document_of


def read(fixtures: Path, name: str) -> list[Record]:
    (found,) = walk(fixtures / "discord" / name)
    assert isinstance(found, Document)
    assert find_importer(found) is IMPORTER
    return list(IMPORTER.read(found))


def cards(records: list[Record]) -> list[Card]:
    return [record for record in records if isinstance(record, Card)]


def values(card: Card) -> list[str]:
    return [identifier.value for identifier in card.identifiers]


def test_friends_are_contacts_and_the_owner_is_known(fixtures: Path) -> None:
    records = read(fixtures, "package/account/user.json")
    me, ilse, tobin = cards(records)
    assert me.is_owner
    assert values(me) == ["discord:noor.saldana", "noor@example.org", "+44 7700 900100"]
    assert (ilse.names, values(ilse), ilse.is_contact) == (
        ("Ilse Quandel",),
        ["discord:ilse_q"],
        True,
    )
    assert (tobin.names, values(tobin)) == (("Tobin from chess",), ["discord:tobin#4711"])
    (since,) = (record for record in records if isinstance(record, Interaction))
    assert since.kind is InteractionKind.CONNECTED
    assert since.when == datetime(2021, 5, 4, 18, 22, 10, 123_000, tzinfo=UTC)
    assert [record.reason for record in records if isinstance(record, Reject)] == [
        "blocked: not a contact",
        "asked to be a friend: not one yet",
        "an account that was deleted",
    ]


def test_talks_of_two_name_the_other(fixtures: Path) -> None:
    records = read(fixtures, "package/messages/index.json")
    assert [values(card) for card in cards(records)] == [
        ["discord:ilse_q"],
        ["discord:casimir.oduya"],
        ["discord:tobin#4711"],
    ]
    assert len([record for record in records if isinstance(record, Reject)]) == 3


def test_a_friend_is_one_person_in_both_files(fixtures: Path) -> None:
    friends = {card.subject for card in cards(read(fixtures, "package/account/user.json"))}
    talked = {card.subject for card in cards(read(fixtures, "package/messages/index.json"))}
    assert len(friends & talked) == 2


@pytest.mark.parametrize(
    "name",
    [
        "package/messages/c1234567890123456/messages.json",
        "package/messages/c1234567890123456/channel.json",
        "odd/messages/messages.csv",
    ],
)
def test_own_messages_are_left_out(fixtures: Path, name: str) -> None:
    (reject,) = read(fixtures, name)
    assert isinstance(reject, Reject)
    assert "hello" not in repr(reject)


def test_odd_values_cost_nobody(fixtures: Path) -> None:
    records = read(fixtures, "odd/user.json")
    assert [values(card) for card in cards(records)] == [["discord:noor"], ["discord:wren"]]
    assert not any(isinstance(record, Interaction) for record in records)


@pytest.mark.parametrize(
    "text",
    ['{"1234567890123456": "hello"}', '{"id": 1, "type": 2}', '[{"id": 1, "timestamp": 2}]', "{}"],
)
def test_other_json_is_not_discord(text: str) -> None:
    assert not IMPORTER.recognises(document_of("data.json", text.encode()))
