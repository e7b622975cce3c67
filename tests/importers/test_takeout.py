"""Google Takeout as it comes: label folders in any language, everything read from the zip."""

from __future__ import annotations

import tempfile
import tracemalloc
from pathlib import Path
from zipfile import ZipFile

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._archives.takeout import is_collected, label_of
from netgraph.importers._files import walk
from netgraph.model import Card, Interaction

ILSE = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ilse Quandel\r\nEMAIL:ilse@example.com\r\nEND:VCARD\r\n"
CSV = "First Name,Last Name,Labels,E-mail 1 - Value\nIlse,Quandel,* myContacts,ilse@example.com\n"


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("Takeout/Contacts/Book Club/Book Club.vcf", "Book Club"),
        ("takeout-20240304T1200Z-001.zip/Takeout/Kontakte/Chor/Chor.vcf", "Chor"),
        ("takeout-1.zip/Contacts/Imported 3-21-12/Imported 3-21-12.csv", "Imported 3-21-12"),
        ("Takeout/Contacts/All Contacts/All Contacts.vcf", ""),
        ("Takeout/Kontakte/Alle Kontakte/Alle Kontakte.vcf", ""),
        ("Takeout/Contacts/Tous les contacts/Tous les contacts.csv", ""),
        ("Takeout/Contacts/My Contacts/My Contacts.vcf", ""),
        ("Takeout/Contacts/All Contacts/Ilse Quandel.vcf", ""),
        ("Documents/Chor/Chor.vcf", ""),
        ("Takeout/Mail/Chor.mbox", ""),
        ("Chor.vcf", ""),
    ],
)
def test_labels_of_folders(name: str, label: str) -> None:
    assert label_of(name) == label


def test_those_google_took_down_by_itself() -> None:
    assert is_collected("Takeout/Contacts/Other Contacts/Other Contacts.vcf")
    assert is_collected("Takeout/Kontakte/Weitere Kontakte/Weitere Kontakte.csv")
    assert not is_collected("Takeout/Contacts/All Contacts/All Contacts.vcf")


def takeout(path: Path, members: dict[str, str]) -> Path:
    with ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def cards(path: Path) -> list[Card]:
    documents = [found for found in walk(path) if isinstance(found, Document)]
    records = [r for d in documents for r in find_importer(d).read(d)]
    return [r for r in records if isinstance(r, Card)]


@pytest.mark.parametrize(("text", "ending"), [(ILSE, "vcf"), (CSV, "csv")])
def test_the_same_card_under_another_label_keeps_its_subject(
    tmp_path: Path, text: str, ending: str
) -> None:
    folder = "Takeout/Contacts/"
    path = takeout(
        tmp_path / "takeout-20240304T120000Z-001.zip",
        {
            f"{folder}All Contacts/All Contacts.{ending}": text,
            f"{folder}Book Club/Book Club.{ending}": text,
            f"{folder}Other Contacts/Other Contacts.{ending}": text,
        },
    )
    everybody, club, collected = cards(path)
    assert [c.labels for c in (everybody, club, collected)] == [(), ("Book Club",), ()]
    assert [c.is_contact for c in (everybody, club, collected)] == [True, True, False]
    assert everybody.subject == club.subject == collected.subject
    assert everybody.origin.digest != club.origin.digest


def test_a_label_folder_out_of_takeout_changes_nothing(tmp_path: Path) -> None:
    path = takeout(tmp_path / "backup.zip", {"Book Club/Book Club.vcf": ILSE})
    assert [c.labels for c in cards(path)] == [()]


def test_a_large_mailbox_in_an_archive_is_never_held_nor_extracted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    head = (
        "From 1790123456789012345@xxx Mon Mar 04 11:20:34 +0000 2024\n"
        "From: Ilse {n} <ilse{n}@example.com>\nTo: noor@example.org\nMessage-ID: <{n}@x.example>\n"
        "X-Gmail-Labels: =?UTF-8?Q?Bo=C3=AEte_de_r=C3=A9ception?=\n\n"
    )
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(scratch))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(scratch)
    body = "x" * 75 + "\n"
    path = tmp_path / "takeout-20240304T120000Z-002.zip"
    with ZipFile(path, "w") as archive:
        name = "Takeout/Mail/Boîte de réception.mbox"
        with archive.open(name, "w", force_zip64=True) as member:
            for n in range(20):
                member.write((head.format(n=n) + body * 13_000 + "\n").encode())
    (document,) = walk(path)
    assert isinstance(document, Document)
    assert document.size > 18 * 2**20
    tracemalloc.start()
    found = list(find_importer(document).read(document))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len([r for r in found if isinstance(r, Interaction)]) == 20
    assert peak < 6 * 2**20
    assert list(scratch.iterdir()) == []
