"""Google Chat: who wrote to whom, who is in a space, whose account it is."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._calendars.googletimes import google_moment
from netgraph.importers._files import walk
from netgraph.importers.google_chat import IMPORTER, read
from netgraph.model import OWNER, Card, Identifier, Interaction, Record, Reject
from tests.importers.mutations import document_of


def from_fixture(fixtures: Path, name: str) -> list[Record]:
    (document,) = walk(fixtures / "google/Takeout/Google Chat" / name)
    assert isinstance(document, Document)
    assert find_importer(document) is IMPORTER
    return list(read(document))


def test_a_direct_conversation(fixtures: Path) -> None:
    found = from_fixture(fixtures, "Groups/DM abc/messages.json")
    told = [
        (r.when, r.sender and r.sender.value, [p.value for p in r.participants])
        for r in found
        if isinstance(r, Interaction)
    ]
    noor, ilse = "noor@example.org", "ilse@example.com"
    assert told == [
        (datetime(2024, 3, 5, 9, tzinfo=UTC), noor, [ilse]),
        (datetime(2024, 3, 5, 12, 5, 30, tzinfo=UTC), ilse, [noor]),
    ]
    assert [r.reason for r in found if isinstance(r, Reject)] == ["has no readable time"]
    assert [c.names for c in found if isinstance(c, Card)] == [
        ("Noor Saldana",),
        ("Ilse Quandel",),
    ]


@pytest.mark.parametrize(("folder", "readers"), [("DM abc", [OWNER]), ("Space def", [])])
def test_what_one_alone_wrote_to_me_was_read_by_me(folder: str, readers: list[Identifier]) -> None:
    creator = {"name": "Di Hay", "email": "di@example.org", "user_type": "Human"}
    written = {"creator": creator, "created_date": "Tuesday, March 5, 2024 at 9:00:00 AM UTC"}
    data = json.dumps({"messages": [written, written | {"message_id": "b"}]}).encode()
    name = f"Takeout/Google Chat/Groups/{folder}/messages.json"
    told = [r for r in read(document_of(name, data)) if isinstance(r, Interaction)]
    assert [list(r.participants) for r in told] == [readers, readers]
    assert [r.sender and r.sender.value for r in told] == ["di@example.org"] * 2


def test_a_space_with_an_app_and_a_closed_account(fixtures: Path) -> None:
    found = from_fixture(fixtures, "Groups/Space def/messages.json")
    assert [r.n_participants for r in found if isinstance(r, Interaction)] == [2, 2, 2]
    places = {r.origin.place for r in found if isinstance(r, Reject)}
    assert places == {"message 3", "message 4"}
    assert "poll@example.com" not in str(found)


def test_members_belong_to_the_space(fixtures: Path) -> None:
    found = from_fixture(fixtures, "Groups/Space def/group_info.json")
    cards = [r for r in found if isinstance(r, Card)]
    assert [c.names[0] for c in cards] == [
        "Noor Saldana",
        "Ilse Quandel",
        "Zoë Lindqvist",
        "Bo Lindström",
    ]
    assert {a.organisation for c in cards for a in c.affiliations} == {"Choir"}
    assert not any(c.is_contact for c in cards)


def test_the_account_is_the_owners(fixtures: Path) -> None:
    (card,) = from_fixture(fixtures, "Users/User 100/user_info.json")
    assert isinstance(card, Card)
    assert card.is_owner
    assert card.identifiers[0].value == "noor@example.org"


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, March 5, 2024 at 9:07:03\u202fPM UTC",
        "Tuesday, March 5, 2024 at 9:07:03 p.m. UTC",
        "Tuesday, 5 March 2024 at 21:07:03 UTC",
        "Dienstag, 5. März 2024 um 21:07:03 UTC",
        "mardi 5 mars 2024 à 21:07:03 UTC",
        "martes, 5 de marzo de 2024, 21:07:03 UTC",
        "martedì 5 marzo 2024 alle ore 21:07:03 UTC",
        "terça-feira, 5 de março de 2024 às 21:07:03 UTC",
        "dinsdag 5 maart 2024 om 21:07:03 UTC",
        "wtorek, 5 marca 2024 21:07:03 UTC",
        "2024年3月5日火曜日 21:07:03 UTC",
        "2024年3月5日星期二 UTC 下午9:07:03",
        "2024-03-05T21:07:03Z",
    ],
)
def test_times_in_many_languages(text: str) -> None:
    assert google_moment(text) == datetime(2024, 3, 5, 21, 7, 3, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "yesterday", "31 February 2024 9:00:00", "9:00:00 UTC"])
def test_what_is_no_time(text: str) -> None:
    assert google_moment(text) is None


def test_midnight_and_noon_by_the_american_clock() -> None:
    at = "March 5, 2024 at 12:00:00 {} UTC".format
    assert google_moment(at("AM")) == datetime(2024, 3, 5, tzinfo=UTC)
    assert google_moment(at("PM")) == datetime(2024, 3, 5, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "value",
    [
        {"messages": [None, 7, {"creator": [], "created_date": {}}]},
        {"members": {"user_type": 1}},
        {"members": []},
        {"user": 3, "membership_info": None},
    ],
)
def test_strange_values_give_rejects(value: object) -> None:
    found = list(read(document_of("messages.json", json.dumps(value).encode())))
    assert found
    assert all(isinstance(record, Reject) for record in found)
