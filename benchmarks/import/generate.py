"""Seeded files of the sizes that people bring: an address list, an address book, a calendar.

Everybody is invented; addresses are at example domains and numbers from reserved ranges.
"""

from __future__ import annotations

import csv
import random
from base64 import b64encode
from datetime import UTC, datetime, timedelta
from pathlib import Path

GIVEN = ("Ilse", "Wren", "Tobin", "Zoë", "Jörg", "Casimir", "Anaïs", "Björn", "Maria", "Łucja")
FAMILY = ("Quandel", "Talbach", "Marrash", "Lindqvist", "Oduya", "Haddad", "López", "Müller")
TITLES = ("Engineer", "Nurse", "Head of Sales", "", "Teacher", "", "Product Manager", "Cook")
GOOGLE = (
    "First Name", "Middle Name", "Last Name", "Organization Name", "Organization Title", "Notes",
    "Labels", "E-mail 1 - Label", "E-mail 1 - Value", "Phone 1 - Label", "Phone 1 - Value",
)  # fmt: skip
MAPPED = (
    "Who", "E-mail", "Phone", "Where they work", "What they do", "Circle", "Notes", "Town",
)  # fmt: skip
LINKEDIN = (
    "First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On",
)  # fmt: skip
START = datetime(2019, 1, 7, 8, tzinfo=UTC)


def _person(rng: random.Random, number: int) -> tuple[str, str, str, str]:
    """Given name, family name, employer and job title; nobody is called quite like another."""
    family = f"{rng.choice(FAMILY)}-{number % 7919}"
    return rng.choice(GIVEN), family, f"Orbit {number % 2500} GmbH", rng.choice(TITLES)


def write_google(path: Path, rows: int, seed: int = 1) -> None:
    """Google Contacts CSV as the contacts page writes it, ``rows`` [> 0] people."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(GOOGLE)
        for n in range(rows):
            given, family, firm, title = _person(rng, n)
            phone = f"+1 555-01{n % 100:02}" if n % 3 == 0 else ""
            kind = "Mobile" if phone else ""
            writer.writerow(
                [given, "", family, firm, title, "", "* myContacts", "* Work",
                 f"person{n}@mail.example", kind, phone]
            )  # fmt: skip


def write_mapped(path: Path, rows: int, seed: int = 1) -> None:
    """A table with headers of its own, which the column mapper reads, ``rows`` [> 0] people."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(MAPPED)
        for n in range(rows):
            given, family, firm, title = _person(rng, n)
            phone = f"+1 555-01{n % 100:02}" if n % 3 == 0 else ""
            writer.writerow(
                [
                    f"{given} {family}",
                    f"person{n}@mail.example",
                    phone,
                    firm,
                    title,
                    "work",
                    "",
                    "Port Alder",
                ]
            )


def write_linkedin(path: Path, rows: int, seed: int = 1) -> None:
    """LinkedIn's Connections.csv, ``rows`` [> 0] people."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(LINKEDIN)
        for n in range(rows):
            given, family, firm, title = _person(rng, n)
            day = f"{START + timedelta(days=n % 2500):%d %b %Y}"
            url = f"https://www.linkedin.com/in/person-{n}-example"
            writer.writerow([given, family, url, "", firm, title, day])


def write_vcards(path: Path, cards: int, seed: int = 1) -> None:
    """vCards 3.0 as a telephone writes them, about 600 bytes each, a photo on every second."""
    rng = random.Random(seed)
    with path.open("w", encoding="utf-8", newline="") as stream:
        for n in range(cards):
            given, family, firm, title = _person(rng, n)
            lines = [
                "BEGIN:VCARD", "VERSION:3.0", f"N:{family};{given};;;", f"FN:{given} {family}",
                f"ORG:{firm}", f"TITLE:{title}", f"EMAIL;TYPE=INTERNET:person{n}@mail.example",
                f"TEL;TYPE=CELL:+1 555-01{n % 100:02}", f"UID:card-{n}",
            ]  # fmt: skip
            if n % 2:
                photo = b64encode(rng.randbytes(540)).decode()
                folded = [f" {photo[at : at + 74]}" for at in range(0, len(photo), 74)]
                lines += ["PHOTO;ENCODING=b;TYPE=JPEG:", *folded]
            stream.write("\r\n".join([*lines, "END:VCARD", ""]))


def write_calendar(path: Path, events: int, seed: int = 1) -> None:
    """A calendar of ``events`` [> 0], one in fifty a weekly series, as Google writes it."""
    rng = random.Random(seed)
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//Calendar//EN",
            "X-WR-CALNAME:noor@example.org", "X-WR-TIMEZONE:Europe/Berlin"]  # fmt: skip
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write("\r\n".join([*head, ""]))
        for n in range(events):
            start = START + timedelta(hours=8 * n)
            lines = [
                "BEGIN:VEVENT", f"UID:event-{n}@calendar.example", f"SUMMARY:Plan {n}",
                f"DTSTAMP:{START + timedelta(hours=8 * events):%Y%m%dT%H%M%SZ}",
                f"DTSTART:{start:%Y%m%dT%H%M%SZ}",
                f"DTEND:{start + timedelta(hours=1):%Y%m%dT%H%M%SZ}",
                "ORGANIZER;CN=Noor Saldana:mailto:noor@example.org",
            ]  # fmt: skip
            if n % 50 == 0:
                lines.append("RRULE:FREQ=WEEKLY;COUNT=20")
            for guest in rng.sample(range(2000), rng.choice((1, 1, 2, 3, 6))):
                name = f"{GIVEN[guest % 10]} {FAMILY[guest % 8]}"
                lines.append(
                    f"ATTENDEE;CUTYPE=INDIVIDUAL;PARTSTAT=ACCEPTED;CN={name}"
                    f":mailto:person{guest}@pine.example"
                )
            stream.write("\r\n".join([*lines, "END:VEVENT", ""]))
        stream.write("END:VCALENDAR\r\n")
