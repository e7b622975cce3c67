"""Telegram, Signal and Slack: accounts, groups over time, and no text of anybody."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

import pytest

from netgraph.importers import Document, find_importer, importer_named
from netgraph.importers._files import walk
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Record,
    Reject,
    RejectKind,
)
from tests.importers.mutations import document_of

T = TypeVar("T")
FIXTURES = Path(__file__).parent.parent / "fixtures"
ILSE = Identifier(IdentifierKind.HANDLE, "telegram:user100000002")


def read(path: str, name: str = "") -> list[Record]:
    (document,) = walk(FIXTURES / path)
    assert isinstance(document, Document)
    if name:
        document = document_of(name, document.bytes())
    return list(find_importer(document).read(document))


def of(kind: type[T], records: list[Record]) -> list[T]:
    return [record for record in records if isinstance(record, kind)]


def values(card: Card) -> list[str]:
    return [identifier.value for identifier in card.identifiers]


def groups(card: Card) -> list[str]:
    return [affiliation.organisation for affiliation in card.affiliations]


class TestTelegram:
    def test_the_owner_the_contacts_and_the_private_chat(self) -> None:
        records = read("telegram/result.json")
        owner, ilse = of(Card, records)[:2]
        assert owner.is_owner
        assert values(owner) == ["telegram:user100000001", "telegram:noor_s", "+44 7700 900100"]
        assert ilse.is_contact
        assert values(ilse) == [ILSE.value, "+44 7700 900111"]
        (message,) = of(Interaction, records)
        assert (message.sender, message.participants) == (ILSE, (OWNER,))
        assert str(message.when) == "2024-11-14 08:12:44+00:00"

    def test_somebody_invited_is_known_by_name(self) -> None:
        last = of(Card, read("telegram/result.json"))[-1]
        assert (last.names, groups(last)) == (("Casimir Oduya",), ["Job Hunters"])
        assert not last.is_contact

    def test_one_chat_alone_knows_the_owner_as_the_other_side(self) -> None:
        records = read("telegram/ChatExport_2025-11-14/result.json")
        first, second, call = of(Interaction, records)
        assert (first.sender, second.sender) == (ILSE, OWNER)
        assert second.reply_to == first.key
        assert call.kind is InteractionKind.CALL
        assert not any(card.is_owner for card in of(Card, records))

    def test_who_leaves_a_group_is_written_to_no_more(self) -> None:
        found = of(Interaction, read("telegram/odd/result.json"))
        assert [message.n_participants for message in found] == [2, 2, 1]
        assert found[1].reply_to == found[0].key
        assert found[1].sender == OWNER

    def test_bots_channels_notes_and_deleted_accounts_are_left_out(self) -> None:
        records = read("telegram/odd/result.json")
        reasons = {reject.reason for reject in of(Reject, records)}
        assert {
            "a chat with a deleted account",
            "notices by Telegram",
            "a chat with a bot",
            "your own saved messages",
            "a channel: nobody in it writes to anybody",
            "written by a channel, a bot or a deleted account",
        } <= reasons
        names = {name for card in of(Card, records) for name in card.names}
        assert names == {"Noor Saldana", "Wren", "Ilse Quandel", "Casimir Oduya"}


class TestSignal:
    def test_a_name_of_the_address_book_makes_a_contact(self) -> None:
        records = read("signal/main.jsonl")
        owner, ilse = of(Card, records)
        assert (owner.names, owner.is_owner) == (("Noor Saldana",), True)
        assert (ilse.names, values(ilse)) == (("Ilse Quandel", "Ili"), ["+447700900111"])
        assert ilse.is_contact
        (message,) = of(Interaction, records)
        assert (message.sender, message.participants) == (ilse.identifiers[0], (OWNER,))

    def test_groups_calls_and_what_is_neither(self) -> None:
        records = read("signal/signal-export/main.jsonl")
        mine, theirs, call = of(Interaction, records)
        assert mine.sender == OWNER
        assert theirs.n_participants == 2
        assert call.kind is InteractionKind.CALL
        people = [card for card in of(Card, records) if not card.is_owner]
        assert [groups(card) for card in people] == [["Bread bakers"]] * 2
        assert not any(card.is_contact for card in people)
        reasons = [reject.reason for reject in of(Reject, records)]
        assert "the line is damaged" in reasons
        assert "a notice by Signal, not a message" in reasons


class TestSlack:
    def test_apps_are_no_people(self) -> None:
        card, reject = read("slack/members.csv")
        assert isinstance(card, Card)
        assert values(card) == ["ilse@nordwind.example", "slack:U0EXAMPLE01"]
        assert not card.is_contact
        assert isinstance(reject, Reject)
        assert reject.kind is RejectKind.LEFT_OUT

    def test_the_workspace_is_named_by_the_archive(self) -> None:
        path = "slack/Nordwind Slack export Jan 1 2026 - Feb 1 2026/users.json"
        records = read(path, "Nordwind Slack export Jan 1 2026 - Feb 1 2026.zip/users.json")
        ilse, casimir = of(Card, records)
        assert groups(ilse) == ["", "Slack workspace Nordwind"]
        assert ilse.affiliations[0].role == "Director"
        assert casimir.names == ("Casimir Oduya",)
        assert len(of(Reject, records)) == 4

    def test_who_has_only_a_display_name_or_is_closed_stays(self) -> None:
        records = read("slack/slack-harbour-members.csv")
        assert [card.names[0] for card in of(Card, records)] == ["wrenny", "Petrakis, Yuna"]
        assert groups(of(Card, records)[0]) == ["Slack workspace harbour"]


@pytest.mark.parametrize("name", ["telegram", "signal", "facebook_messages", "whatsapp"])
def test_no_text_of_anybody_is_kept(name: str) -> None:
    importer = importer_named(name)
    for document in walk(FIXTURES):
        if isinstance(document, Document) and importer.recognises(document):
            records = repr(list(importer.read(document)))
            for text in ("secret text", "see you", "at noon", "bring the list", "hiring", "Ping"):
                assert text not in records


@pytest.mark.parametrize(
    "value",
    [
        {"contacts": 1, "chats": {"about": "", "list": 7}, "date_unixtime": "1"},
        {"about": "", "chats": {"list": [{"type": "private_group", "messages": [{}, 1, None]}]}},
        {"about": "", "chats": {"list": [{"type": ["x"], "id": {}, "name": 1}]}},
        {"name": "x", "type": "personal_chat", "id": 1, "messages": {}, "date_unixtime": "1"},
    ],
)
def test_values_of_another_type_are_said(value: object) -> None:
    document = document_of("result.json", json.dumps(value).encode())
    records = list(importer_named("telegram").read(document))
    assert records
    assert all(isinstance(record, Reject) for record in records)
