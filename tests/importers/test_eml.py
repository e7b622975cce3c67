"""Single messages: .eml, .emlx, files of a Maildir."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.importers import find_importer
from netgraph.importers._files import walk
from netgraph.importers.eml import IMPORTER, read, recognises
from netgraph.model import Card, Interaction, Record, Reject
from tests.importers.mutations import document_of

PLAIN = b"From: Wren <wren@pine.example>\nTo: Noor <noor@example.org>\nDate: x\n\nbody\n"


def from_fixture(fixtures: Path, name: str) -> list[Record]:
    (document,) = walk(fixtures / "mail" / name)
    assert not isinstance(document, Exception)
    assert find_importer(document) is IMPORTER
    return list(read(document))


def mail(found: list[Record]) -> Interaction:
    (interaction,) = (r for r in found if isinstance(r, Interaction))
    return interaction


def test_raw_letters_and_groups(fixtures: Path) -> None:
    found = from_fixture(fixtures, "raw8bit.eml")
    names = [(c.names, c.identifiers[0].value) for c in found if isinstance(c, Card)]
    assert names == [
        (("Zoë Lindqvist",), "zoe@exämple.example"),
        ((), "a@example.org"),
        (("B, B",), "b@example.org"),
        ((), "c@example.org"),
    ]
    assert mail(found).when == datetime(2017, 7, 14, 2, 40, tzinfo=UTC)
    assert mail(found).origin.place == "message 1"


def test_exchange_names_are_no_addresses_and_the_owner_is_found(fixtures: Path) -> None:
    found = from_fixture(fixtures, "exchange.eml")
    addresses = [i.value for i in mail(found).participants]
    assert addresses == ["noor@example.org", "wren@pine.example"]
    (owner,) = (c for c in found if isinstance(c, Card) and c.is_owner)
    assert owner.names == ("Noor Saldana",)
    assert [i.value for i in owner.identifiers] == ["noor@example.org"]


@pytest.mark.parametrize("name", ["apple.emlx", "1709551234.M1P2.host.example_2_S"])
def test_apple_and_maildir(fixtures: Path, name: str) -> None:
    interaction = mail(from_fixture(fixtures, name))
    assert interaction.sender is not None
    assert interaction.sender.value == "wren@pine.example"
    assert interaction.when is not None


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (PLAIN, True),
        (b"\xef\xbb\xbf\r\n" + PLAIN.replace(b"\n", b"\r\n"), True),
        (b"From a@example.org Mon Mar  4 11:20:34 2024\n" + PLAIN, False),
        (b"From: Wren\nTo: Noor\n\nno address at all\n", False),
        (b"From: wren@pine.example\n\nnothing but a sender\n", False),
        (b"From,To,Sent At\na@example.org,b@example.org,now\n", False),
        (b"BEGIN:VCARD\nVERSION:3.0\nEMAIL:a@example.org\nEND:VCARD\n", False),
        (b"Dear all,\nFrom: a@example.org\nDate: today\n", False),
        (b"", False),
        (b"\x00\xff" * 500, False),
    ],
)
def test_recognises(data: bytes, expected: bool) -> None:
    assert recognises(document_of("message", data)) is expected


def test_a_message_without_sender_is_reported() -> None:
    (reject,) = read(document_of("odd.eml", b"To: a@example.org\nDate: x\n\n"))
    assert isinstance(reject, Reject)
    assert reject.reason == "no sender with an e-mail address"
