"""Facebook, Messenger, Instagram, X: names and accounts, and what they do not tell."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TypeVar

import pytest

from netgraph.importers import Document, find_importer
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
    Relation,
    RelationKind,
)
from tests.importers.mutations import document_of

T = TypeVar("T")
FIXTURES = Path(__file__).parent.parent / "fixtures"


def read(path: str) -> list[Record]:
    (document,) = walk(FIXTURES / path)
    assert isinstance(document, Document)
    return list(find_importer(document).read(document))


def read_value(name: str, value: object) -> list[Record]:
    document = document_of(name, json.dumps(value).encode())
    return list(find_importer(document).read(document))


def of(kind: type[T], records: list[Record]) -> list[T]:
    return [record for record in records if isinstance(record, kind)]


class TestFriends:
    def test_a_friend_is_a_contact_since_a_day(self) -> None:
        records = read("facebook/your_friends.json")
        card, connected = records[0], records[1]
        assert isinstance(card, Card)
        assert card.names == ("Zoë Vanderstraat",)
        assert card.is_contact
        assert isinstance(connected, Interaction)
        assert connected.kind is InteractionKind.CONNECTED
        assert str(connected.when) == "2020-01-01 00:00:00+00:00"
        assert (connected.sender, connected.participants) == (OWNER, card.identifiers)

    def test_two_friends_of_one_name_are_two(self) -> None:
        twins = [c for c in of(Card, read("facebook/friends_2019.json")) if "Łucja" in c.names[0]]
        assert [card.names for card in twins] == [("Łucja à Brandt",)] * 2
        assert len({card.key for card in twins}) == len({card.subject for card in twins}) == 2

    def test_odd_entries_are_said_one_by_one(self) -> None:
        reasons = [r.reason for r in of(Reject, read("facebook/friends_2019.json"))]
        assert reasons == ["has no name", "no longer on Facebook", *["has no name"] * 3]

    def test_who_was_removed_is_no_friend(self) -> None:
        (reject,) = read("facebook/removed_friends.json")
        assert isinstance(reject, Reject)
        assert reject.kind is RejectKind.LEFT_OUT

    def test_the_bare_list(self) -> None:
        assert [c.names for c in of(Card, read("facebook/friends_bare.json"))] == [
            ("Tobin Marrash",)
        ]

    def test_html_asks_for_json(self) -> None:
        (reject,) = read("facebook/your_friends.html")
        assert isinstance(reject, Reject)
        assert "as JSON" in reject.reason


class TestMessages:
    def test_of_two_the_owner_is_not_the_title(self) -> None:
        records = read("facebook/inbox/ilse_1/message_1.json")
        ilse = Identifier(IdentifierKind.NAME, "Ilse Quandel")
        found = of(Interaction, records)
        assert [(m.sender, m.participants) for m in found] == [
            (ilse, (OWNER,)),
            (OWNER, (ilse,)),
            (OWNER, (ilse,)),
        ]
        assert len({message.key for message in found}) == 3
        assert [card.names for card in of(Card, records)] == [("Ilse Quandel",)]

    def test_a_group_is_a_group_and_the_owner_is_not_guessed(self) -> None:
        records = read("facebook/inbox/bread_2/message_1.json")
        names = {card.names[0]: card for card in of(Card, records)}
        assert set(names) == {
            "Zoë Vanderstraat", "Noor Saldana", "Tobin Marrash", "Casimir Oduya",
        }  # fmt: skip
        assert {c.affiliations[0].organisation for c in names.values()} == {"Bread bakers"}
        assert not any(card.is_owner or card.is_contact for card in names.values())
        assert [message.n_participants for message in of(Interaction, records)] == [2, 3]

    def test_encrypted_conversations_are_clean_and_in_camel_case(self) -> None:
        (message,) = of(Interaction, read("facebook/e2ee/Ilse Quandel_3.json"))
        assert message.sender == Identifier(IdentifierKind.NAME, "Zoë Vanderstraat")
        assert message.participants == (OWNER,)

    def test_a_conversation_in_two_files_has_no_message_twice(self) -> None:
        thread = {"participants": [{"name": "A B"}, {"name": "C D"}], "thread_path": "inbox/x"}
        one = {"sender_name": "A B", "timestamp_ms": 1731571965123}
        first = read_value("message_1.json", thread | {"messages": [one]})
        again = read_value("message_2.json", thread | {"messages": [one]})
        assert [m.key for m in of(Interaction, first)] == [m.key for m in of(Interaction, again)]

    def test_in_a_crowd_the_others_are_only_counted(self) -> None:
        crowd = [{"name": f"Guest {letter} Example"} for letter in map(str, range(80))]
        entry = {"sender_name": "Guest 7 Example", "timestamp_ms": 1731571965123}
        records = read_value(
            "message_1.json", {"participants": crowd, "messages": [entry], "title": "Fair"}
        )
        (message,) = of(Interaction, records)
        assert (message.participants, message.n_participants) == ((), 79)
        assert len(of(Card, records)) == 80


class TestInstagram:
    @pytest.mark.parametrize(
        ("path", "account", "follows"),
        [
            ("followers_1.json", "instagram:quandel.example", False),
            ("following.json", "instagram:oduya.example", True),
            ("following_bare/following.json", "instagram:oduya.example", True),
        ],
    )
    def test_who_follows_whom(self, path: str, account: str, follows: bool) -> None:
        card, relation = read(f"instagram/{path}")
        assert isinstance(card, Card)
        assert isinstance(relation, Relation)
        who = Identifier(IdentifierKind.HANDLE, account)
        assert (card.identifiers, card.names, card.is_contact) == ((who,), (), False)
        assert relation.kind is RelationKind.FOLLOWS
        assert (relation.left, relation.right) == ((OWNER, who) if follows else (who, OWNER))

    def test_the_account_may_stand_in_the_link_alone(self) -> None:
        records = read("instagram/followers_2021.json")
        assert [card.identifiers[0].value for card in of(Card, records)] == [
            "instagram:ilse.quandel",
            "instagram:tobin_m",
        ]
        assert len(of(Reject, records)) == 3

    def test_blocked_accounts_are_left_out(self) -> None:
        (reject,) = read("instagram/blocked_accounts.json")
        assert isinstance(reject, Reject)
        assert reject.kind is RejectKind.LEFT_OUT


@pytest.mark.parametrize("path", ["following.js", "follower.js", "following-part1.js"])
def test_x_gives_numbers_only_and_says_so(path: str) -> None:
    records = read(f"x/{path}")
    assert records
    for record in records:
        assert isinstance(record, Reject)
        assert record.kind is RejectKind.LEFT_OUT
        assert "no name" in record.reason or "no accounts" in record.reason
