"""Google Takeout in several zips: everybody once, with the labels; the rest in one line."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing

PERSON = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nitem1.EMAIL;TYPE=INTERNET:{mail}\r\n"
    "item1.X-ABLabel:\r\nCATEGORIES:myContacts\r\nEND:VCARD\r\n"
)
ILSE = PERSON.format(name="Ilse Quandel", mail="ilse@example.com")
BO = PERSON.format(name="Bo Lind", mail="bo@example.com")
MAIL = (
    "From 1790123456789012345@xxx Mon Mar 04 11:20:34 +0000 2024\nDelivered-To: noor@example.org\n"
    "X-Gmail-Labels: =?UTF-8?Q?Bo=C3=AEte_de_r=C3=A9ception,Ouvert?=\n"
    "Date: Mon, 4 Mar 2024 12:20:34 +0100\nFrom: Ilse Quandel <ilse@example.com>\n"
    "To: noor@example.org\nMessage-ID: <m1@example.com>\n\nhello\n"
)
MEETING = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:noor@example.org\r\nBEGIN:VEVENT\r\nUID:e1\r\n"
    "DTSTART:20240304T100000Z\r\nORGANIZER:mailto:noor@example.org\r\n"
    "ATTENDEE;CN=Bo Lind:mailto:bo@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def parts(folder):
    contacts = "Takeout/Contacts/"
    with zipfile.ZipFile(folder / "takeout-20240304T120000Z-001.zip", "w") as archive:
        archive.writestr("Takeout/archive_browser.html", "<html><title>Takeout</title></html>")
        archive.writestr(f"{contacts}Tous les contacts/Tous les contacts.vcf", ILSE + BO)
        archive.writestr(f"{contacts}Chorale/Chorale.vcf", BO)
        archive.writestr(f"{contacts}Tous les contacts/Bo Lind.jpg", b"\xff\xd8\xff\xe0")
        for number in range(200):
            archive.writestr(f"Takeout/Google Photos/2024/{number}.jpg", b"\xff\xd8\xff\xe0")
    with zipfile.ZipFile(folder / "takeout-20240304T120000Z-002.zip", "w") as archive:
        archive.writestr("Takeout/Mail/Boîte de réception.mbox", MAIL)
        archive.writestr("Takeout/Mail/Ouvert.mbox", MAIL + "\n")
        archive.writestr("Takeout/Calendar/noor@example.org.ics", MEETING)


def test_everybody_once_with_labels_and_one_owner(empty, tmp_path):
    folder = tmp_path / "downloads"
    folder.mkdir()
    parts(folder)
    result = empty("import", str(folder), "--format", "json")
    assert result.exit_code == 0, result.output
    people = json.loads(empty("people", "--format", "json").stdout)
    assert sorted(person["name"] for person in people) == ["Bo Lind", "Ilse Quandel"]
    with closing(sqlite3.connect(tmp_path / "new" / "netgraph.db")) as database:
        labels = {row[0] for row in database.execute("SELECT labels FROM card")}
        (mails,) = database.execute("SELECT COUNT(*) FROM interaction").fetchone()
    assert '["Chorale"]' in labels
    assert mails == 2


def test_pictures_are_one_line(empty, tmp_path):
    parts(tmp_path)
    result = empty("import", str(tmp_path / "takeout-20240304T120000Z-001.zip"))
    told = " ".join(result.stdout.split())
    assert "202 files" in told
    assert "201 .jpg, 1 .html" in told
    assert len(result.stdout.splitlines()) < 20
