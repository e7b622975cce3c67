"""Luma, Eventbrite and Meetup: who was in the same place, and nothing more."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from netgraph.importers import Document, find_importer
from netgraph.importers._files import walk
from netgraph.importers._guests.events import day_of, event_name
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Card,
    IdentifierKind,
    Interaction,
    Record,
    Reject,
    RejectKind,
    Relation,
)
from tests.importers.mutations import document_of

EVENTS = Path(__file__).parent.parent / "fixtures" / "events"
ALL = sorted(path.name for path in EVENTS.iterdir())


def read(name: str, text: str = "") -> list[Record]:
    if text:
        found = document_of(name, text.encode())
    else:
        (walked,) = walk(EVENTS / name)
        assert isinstance(walked, Document)
        found = walked
    return list(find_importer(found).read(found))


def cards(records: list[Record]) -> dict[str, Card]:
    return {" / ".join(r.names): r for r in records if isinstance(r, Card)}


def groups(card: Card) -> list[Affiliation]:
    return [a for a in card.affiliations if a.kind is AffiliationKind.GROUP]


@pytest.mark.parametrize("name", ALL)
def test_a_guest_list_makes_nobody_an_acquaintance(name: str) -> None:
    records = read(name)
    assert not [r for r in records if isinstance(r, Relation | Interaction)]
    assert not [r for r in records if isinstance(r, Card) and (r.is_contact or r.is_owner)]


class TestLuma:
    def test_who_was_approved_and_what_the_guest_said(self) -> None:
        found = cards(read("luma.csv"))
        assert list(found) == ["Casimir Oduya"]
        card = found["Casimir Oduya"]
        assert card.identifiers[0].kind is IdentifierKind.PROFILE
        assert card.affiliations[1] == Affiliation("", "Buyer")
        assert groups(card)[0].start == groups(card)[0].end == date(2026, 1, 10)

    def test_checked_in_counts_whatever_the_status(self) -> None:
        records = read("Hiring Night - Guests - 2025-05-01-18-00-00.csv")
        found = cards(records)
        assert groups(found["Ilse Quandel"])[0].organisation == "Hiring Night"
        assert found["Ilse Quandel"].affiliations[1].organisation == "Nordwind Analytics, Inc."
        assert "Late Comer" not in found
        left = {r.origin.place: r.reason for r in records if isinstance(r, Reject)}
        assert left["row 4"] == "on the waiting list: was not at the event"
        assert left["row 7"] == "has no name and no address"

    def test_declined_guests_are_left_out_on_purpose(self) -> None:
        (reject,) = [r for r in read("luma.csv") if isinstance(r, Reject)]
        assert reject.kind is RejectKind.LEFT_OUT
        assert reject.reason == "declined: was not at the event"


class TestEventbrite:
    def test_the_present_layout_names_event_and_buyer(self) -> None:
        found = cards(read("eventbrite_new.csv"))
        event = Affiliation(
            "Hiring Night", "", date(2026, 2, 1), date(2026, 2, 1), AffiliationKind.GROUP
        )
        assert found["Casimir Oduya"].affiliations == (event,)
        assert found["Ilse Quandel"].affiliations == ()

    def test_the_older_layout_leaves_out_who_did_not_come(self) -> None:
        records = read("eventbrite_old.csv")
        assert list(cards(records)) == ["Tobin Marrash, PhD", "Ilse Quandel", "Yuna Petrakis"]
        left = {r.origin.place: r.reason for r in records if isinstance(r, Reject)}
        assert left == {
            "row 3": "refunded or cancelled: was not at the event",
            "row 4": "refunded or cancelled: was not at the event",
            "row 6": "the buyer did not say who came",
        }

    def test_a_buyer_with_the_guests_address_is_the_guest(self) -> None:
        rows = [r for r in read("eventbrite_old.csv") if r.origin.place == "row 2"]
        assert len(rows) == 1


class TestMeetup:
    def test_members_belong_to_the_group_since_they_joined(self) -> None:
        (card,) = cards(read("meetup_members.xls")).values()
        assert card.identifiers[0].value == "meetup:12500000"
        assert groups(card) == [
            Affiliation(
                "example-group (Meetup)", "", date(2014, 4, 24), None, AffiliationKind.GROUP
            )
        ]

    def test_only_yes_came_to_the_event(self) -> None:
        found = cards(read("Bread Makers - Attendees.xls"))
        assert list(found) == ["Tobin Marrash", "Zoë"]
        assert {groups(card)[0].organisation for card in found.values()} == {"Bread Makers"}

    def test_a_no_show_did_not_come(self) -> None:
        header = "Name\tAttendance\tUser ID\tRSVP\tURL of Member Profile\n"
        records = read("x.xls", f"{header}Wren\tNo Show\tuser 1\tYes\t\nIlse\t\tuser 2\tYes\t\n")
        assert list(cards(records)) == ["Ilse"]


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("Bread Night - Guests - 2026-01-10-18-00-00.csv", "Bread Night"),
        ("export.zip/Bread_Night_Attendee_List (2).csv", "Bread Night"),
        ("Bread Makers_Member_List_on_06-22-15.xls", "Bread Makers"),
        ("guests.csv", "Luma event in guests.csv (000000)"),
        ("report-2019-05-01T1234.csv", "Luma event in report-2019-05-01T1234.csv (000000)"),
    ],
)
def test_the_event_is_called_as_its_file(name: str, event: str) -> None:
    assert event_name(document_of(name, b""), "Luma") == event


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-01", date(2026, 2, 1)),
        ("2026-02-01 19:00:00", date(2026, 2, 1)),
        ("2026-01-10T18:00:00.000Z", date(2026, 1, 10)),
        ("04/24/2014", date(2014, 4, 24)),
        ("24/04/2014", None),
        ("2026-13-01", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days(text: str, day: date | None) -> None:
    assert day_of(text) == day


def test_a_company_and_a_robot_were_no_guests() -> None:
    header = "guest_id,name,first_name,last_name,email,approval_status\n"
    rows = (
        "g1,Orbit Foods GmbH,,,team@orbit.example,approved\n"
        "g2,Tickets,,,noreply@example.org,approved\n"
        "g3,Bo Lind,Bo,Lind,bo@example.org,approved\n"
    )
    records = read("guests.csv", header + rows)
    assert list(cards(records)) == ["Bo Lind"]
    assert [r.reason for r in records if isinstance(r, Reject)] == [
        "an organisation, not a person",
        "an automatic address, not a person",
    ]
