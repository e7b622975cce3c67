"""Lists of participants and former students: one place in common, never acquaintance."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.model import Affiliation, AffiliationKind, Card, Record, Reject, RejectKind
from tests.importers.mutations import document_of


def roster(fixtures: Path, name: str) -> Document:
    (found,) = walk(fixtures / "rosters" / name)
    assert isinstance(found, Document)
    return found


def read(document: Document) -> list[Record]:
    return list(find_importer(document).read(document))


def cards(records: list[Record]) -> list[Card]:
    return [record for record in records if isinstance(record, Card)]


def test_participants_were_in_one_place(fixtures: Path) -> None:
    records = read(roster(fixtures, "Bread and Code 2025 - participants.csv"))
    casimir, ilse = cards(records)
    event = Affiliation("Bread and Code 2025", "", None, None, AffiliationKind.GROUP)
    assert casimir.affiliations == (event, Affiliation("Lumen Bank", "Buyer"))
    assert ilse.affiliations[0] == event
    assert not casimir.is_contact
    reasons = [(r.reason, r.kind) for r in records if isinstance(r, Reject)]
    assert ("was not there", RejectKind.LEFT_OUT) in reasons
    assert len(reasons) == 2


def test_a_meeting_report_with_a_title_above(fixtures: Path) -> None:
    document = roster(fixtures, "zoom_report.csv")
    assert find_importer(document).name == "attendee_list"
    assert [card.names[0] for card in cards(read(document))] == [
        "Ilse Quandel",
        "Wren T. (Wren Talbach)",
    ]


def test_a_club_is_called_as_its_file(fixtures: Path) -> None:
    joerg = cards(read(roster(fixtures, "Schachclub Mitglieder.csv")))[0]
    assert joerg.names == ("Jörg Weißgerber",)
    assert [a.organisation for a in joerg.affiliations] == ["Schachclub"]


def test_alumni_share_school_and_class(fixtures: Path) -> None:
    document = roster(fixtures, "Harbour University Alumni.csv")
    assert find_importer(document).name == "alumni_list"
    tobin, yuna, wren = cards(read(document))
    end = date(2009, 12, 31)
    assert tobin.affiliations == (
        Affiliation("Harbour University", "BSc Physics", None, end, AffiliationKind.SCHOOL),
        Affiliation("Harbour University, class of 2009", "", None, end, AffiliationKind.GROUP),
        Affiliation("Orbit Foods", "Engineer"),
    )
    assert yuna.names == ("Yuna Sá", "Yuna Petrakis")
    assert wren.affiliations[1].organisation == "Harbour University, class of '98"
    assert not any(card.is_contact for card in (tobin, yuna, wren))


def test_a_promotion_is_a_class(fixtures: Path) -> None:
    helene = cards(read(roster(fixtures, "promo.csv")))[0]
    assert helene.affiliations[0].organisation == "École du Port"


@pytest.mark.parametrize(
    ("header", "name", "importer"),
    [
        ("Name,Email,Check-in", "list.csv", "attendee_list"),
        ("Name,Email,Attended", "list.csv", "attendee_list"),
        ("Name,Email,Jahrgang", "list.csv", "alumni_list"),
        ("Name,Email,Phone", "Teilnehmerliste.csv", "attendee_list"),
        ("Name,Email,Phone", "alumni-2024.csv", "alumni_list"),
        ("Name,Email,Phone", "people.csv", "handmade"),
        ("Name,Email,How we met", "Chess club members.csv", "handmade"),
        ("Name,Email,Class year,How close", "school.csv", "handmade"),
    ],
)
def test_whose_list_it_is(header: str, name: str, importer: str) -> None:
    document = document_of(name, f"{header}\nIlse Quandel,ilse@example.com,\n".encode())
    assert find_importer(document).name == importer


@pytest.mark.parametrize("answer", ["No", "no-show", "Cancelled", "declined", "abgesagt", "annulé"])
def test_who_did_not_come_was_not_there(answer: str) -> None:
    text = f"Name,Email,Attendance\nIlse Quandel,ilse@example.com,{answer}\n"
    records = read(document_of("Night - attendees.csv", text.encode()))
    assert [r.reason for r in records if isinstance(r, Reject)] == ["was not there"]
    assert not cards(records)


def test_the_event_of_the_row_goes_before_the_file() -> None:
    text = "Full name,Event,Event date,Ticket\nIlse Quandel,Hiring Night,2025-03-01,Free\n"
    (card,) = cards(read(document_of("export.csv", text.encode())))
    day = date(2025, 3, 1)
    assert card.affiliations == (Affiliation("Hiring Night", "", day, day, AffiliationKind.GROUP),)
