"""Outlook's calendar as CSV: names only, and dates in an order the file does not name."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.importers._guests.events import MANY
from netgraph.model import OWNER, Card, IdentifierKind, Interaction, Record, Reject
from tests.importers.mutations import document_of

OUTLOOK = Path(__file__).parent.parent / "fixtures" / "outlook"
HEADER = "Subject,Start Date,Start Time,Meeting Organizer,Required Attendees,Optional Attendees\n"


def read(name: str, text: str = "") -> list[Record]:
    if text:
        document = document_of(name, (HEADER + text).encode())
    else:
        (walked,) = walk(OUTLOOK / name)
        assert isinstance(walked, Document)
        document = walked
    return list(find_importer(document).read(document))


def meetings(records: list[Record]) -> list[Interaction]:
    return [r for r in records if isinstance(r, Interaction)]


@pytest.mark.parametrize(
    ("rows", "day"),
    [
        ("a,3/4/2024,10:00:00 AM,O,P,\n", (2024, 3, 4, 10, 0)),
        ("a,3/4/2024,12:30 PM,O,P,\n", (2024, 3, 4, 12, 30)),
        ("a,3/4/2024,12:15 AM,O,P,\n", (2024, 3, 4, 0, 15)),
        ("a,3/4/2024,14:30:00,O,P,\nb,25/4/2024,10:00,O,P,\n", (2024, 4, 3, 14, 30)),
        ("a,3/4/2024,14:30:00,O,P,\nb,4/25/2024,10:00,O,P,\n", (2024, 3, 4, 14, 30)),
        ("a,3.4.2024,14:30:00,O,P,\n", (2024, 4, 3, 14, 30)),
        ("a,2024-04-03,,O,P,\n", (2024, 4, 3, 0, 0)),
    ],
)
def test_the_order_of_dates_is_decided_over_the_file(rows: str, day: tuple[int, ...]) -> None:
    year, month, number, hour, minute = day
    first = meetings(read("calendar.csv", rows))[0]
    assert first.when == datetime(year, month, number, hour, minute, tzinfo=UTC)


def test_what_nothing_settles_has_no_time_and_stays_apart() -> None:
    first, second = meetings(read("calendar_open.csv"))
    assert first.when is second.when is None
    assert first.key != second.key


def test_who_met_without_rooms_repeats_and_the_organiser() -> None:
    records = read("calendar_uk.csv")
    first = meetings(records)[0]
    assert first.sender is not None
    assert first.sender.value == "Ilse Quandel"
    assert [(i.kind, i.value) for i in first.participants] == [
        (IdentifierKind.NAME, "Noor Saldana"),
        (IdentifierKind.EMAIL, "tobin@example.org"),
        (IdentifierKind.EMAIL, "maria@example.com"),
    ]
    assert first.n_participants == 3


def test_left_out_is_said() -> None:
    left = {r.origin.place: r.reason for r in read("calendar_uk.csv") if isinstance(r, Reject)}
    assert left == {
        "row 3": "no attendees",
        "row 4": "cancelled",
        "row 5": "cancelled",
        "row 8": MANY,
    }


def test_a_meeting_without_an_organiser_is_the_owners() -> None:
    (found,) = [m for m in meetings(read("calendar_uk.csv")) if m.origin.place == "row 6"]
    assert found.sender == OWNER


def test_everybody_in_a_crowd_is_kept_and_the_report_says_that_it_ties_nobody() -> None:
    records = read("calendar_uk.csv")
    crowd = meetings(records)[-1]
    assert crowd.n_participants == 26
    known = {i for r in records if isinstance(r, Card) for i in r.identifiers}
    assert {crowd.sender, *crowd.participants} <= known
    told = [r.reason for r in records if isinstance(r, Reject) and r.origin == crowd.origin]
    assert told == ["more than 25 people met: all are kept, but a meeting of so many ties nobody"]


def test_each_name_gets_one_card_that_is_no_contact() -> None:
    cards = [r for r in read("calendar_uk.csv") if isinstance(r, Card)]
    assert len({c.key for c in cards}) == len(cards)
    assert not any(c.is_contact or c.is_owner for c in cards)


def test_german() -> None:
    records = read("calendar_de.csv")
    (found,) = meetings(records)
    assert found.when == datetime(2024, 4, 3, 10, 15, tzinfo=UTC)
    assert [i.value for i in found.participants] == ["Änne Großkopf", "Noor Saldana"]


@pytest.mark.parametrize(
    "header",
    [
        "Oggetto,Data di inizio,Ora di inizio,Organizzatore riunione,Partecipanti necessari",
        "Assunto,Data de início,Hora de início,Organizador da reunião,Participantes obrigatórios",
        "Onderwerp,Begindatum,Begintijd,Organisator van vergadering,Verplichte deelnemers",
        "Temat,Data rozpoczęcia,Czas rozpoczęcia,Organizator spotkania,Wymagani uczestnicy",
    ],
)
def test_other_languages(header: str) -> None:
    data = f"{header}\nx,25.3.2024,10:00,Ilse Quandel,Bo Lind\n"
    document = document_of("calendar.csv", data.encode())
    (meeting,) = meetings(list(find_importer(document).read(document)))
    assert meeting.when == datetime(2024, 3, 25, 10, tzinfo=UTC)
    assert [p.value for p in meeting.participants] == ["Bo Lind"]


def test_rooms_lists_and_companies_are_not_met() -> None:
    names = "Meeting Room 4;Bo Lind;crew@lists.example;Orbit Foods GmbH;noreply@example.org"
    (meeting,) = meetings(read("calendar.csv", f"x,25/3/2024,10:00,Ilse,{names},\n"))
    assert [p.value for p in meeting.participants] == ["Bo Lind"]


def test_a_day_with_many_people_is_no_meeting_but_they_are_known() -> None:
    header = HEADER.strip() + ",All day event\n"
    names = ";".join(f"Guest {letter}" for letter in "ABCDEF")
    data = f"{header}x,25/3/2024,,Ilse,{names},,True\ny,25/3/2024,,Ilse,Guest A,,True\n"
    document = document_of("calendar.csv", data.encode())
    records = list(find_importer(document).read(document))
    assert [m.n_participants for m in meetings(records)] == [1]
    assert len([r for r in records if isinstance(r, Card)]) == 7
    assert [r.reason for r in records if isinstance(r, Reject)] == [
        "a day with many people, not a meeting"
    ]
