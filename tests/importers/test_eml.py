"""Single messages: .eml, .emlx, files of a Maildir."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZipFile

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


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("Maildir/cur/1709551234.M1P2.host:2,S", ""),
        ("Maildir/cur/1709551234.M1P2.host,S=812:2,RS", ""),
        ("Maildir/new/1709551234.M1P2.host", ""),
        ("Maildir/.Sent/cur/1709551234.M1P2.host;2,S", ""),
        ("Maildir/cur/1709551234.M1P2.host:2,DS", "draft that was not sent"),
        ("Maildir/cur/1709551234.M1P2.host!2,ST", "deleted message"),
        ("Maildir/tmp/1709551234.M1P2.host", "message that was never delivered"),
        ("Maildir/.Trash/cur/1709551234.M1P2.host:2,S", "deleted message"),
        ("Maildir/.INBOX.Papierkorb/cur/1709551234.M1P2.host:2,S", "deleted message"),
        ("Maildir/.Entw&APw-rfe/cur/1709551234.M1P2.host:2,S", "draft that was not sent"),
        ("Maildir/.Junk/new/1709551234.M1P2.host", "spam"),
        ("Maildir/.Kosz/cur/1709551234.M1P2.host:2,S", "deleted message"),
        ("Maildir/.Trashy &A-/cur/1709551234.M1P2.host:2,S", ""),
        ("tmp/2024.01.02.eml", ""),
        ("mail/42", ""),
        ("mail/TD 1.eml", ""),
    ],
)
def test_flags_of_a_maildir(name: str, reason: str) -> None:
    found = list(read(document_of(name, PLAIN)))
    assert [r.reason for r in found if isinstance(r, Reject)] == ([reason] if reason else [])
    assert any(isinstance(r, Interaction) for r in found) is (reason == "")


def test_subfolders_of_a_maildir_are_hidden_and_read(tmp_path: Path) -> None:
    for folder in ("Maildir", "Maildir/.Sent", "Maildir/.git"):
        (tmp_path / folder / ("objects" if "git" in folder else "cur")).mkdir(parents=True)
    for folder in ("Maildir/cur", "Maildir/.Sent/cur", "Maildir/.git/objects"):
        (tmp_path / folder / "1709551234.M1P2.host:2,S").write_bytes(PLAIN)
    names = [getattr(found, "name", str(found)) for found in walk(tmp_path / "Maildir")]
    assert names == [
        "Maildir/.Sent/cur/1709551234.M1P2.host:2,S",
        "Maildir/cur/1709551234.M1P2.host:2,S",
    ]


def test_a_maildir_in_an_archive_is_read_with_its_subfolders(tmp_path: Path) -> None:
    path = tmp_path / "mail.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("Maildir/.Sent/cur/1.a.host:2,S", PLAIN)
        archive.writestr("Maildir/.Sent/.hidden", PLAIN)
        archive.writestr(".git/Maildir/cur/1.a.host:2,S", PLAIN)
    names = [getattr(found, "name", str(found)) for found in walk(path)]
    assert names == ["mail.zip/Maildir/.Sent/cur/1.a.host:2,S"]


def test_what_apple_writes_behind_a_message_is_not_read() -> None:
    plist = b'<?xml version="1.0"?><plist><dict><key>flags</key></dict></plist>\n'
    data = b"%d \n%s%s" % (len(PLAIN), PLAIN, plist)
    assert recognises(document_of("1.emlx", data))
    interaction = mail(list(read(document_of("1.emlx", data))))
    assert [p.value for p in interaction.participants] == ["noor@example.org"]
