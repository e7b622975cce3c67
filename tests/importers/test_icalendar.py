"""iCalendar: series, changed meetings, time zones, who took part, and broken events."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from netgraph.importers._guests.events import MANY
from netgraph.importers._keys import hash_of
from netgraph.importers.calendar_ics import IMPORTER, MAX_OCCURRENCES, read
from netgraph.model import Card, IdentifierKind, Interaction, Record, Reject, RejectKind
from tests.importers.mutations import document_of, mutated

WREN = "ATTENDEE;CN=Wren Talbach:mailto:wren@pine.example"


def records(data: bytes) -> list[Record]:
    return list(read(document_of("calendar.ics", data)))


def fixture_records(fixtures: Path, name: str) -> list[Record]:
    return records((fixtures / "ical" / name).read_bytes())


def calendar(*events: str, head: str = "") -> bytes:
    """A calendar of ``events``, each given by its lines."""
    body = "".join(f"BEGIN:VEVENT\n{event}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\n{head}{body}END:VCALENDAR\n".replace("\n", "\r\n").encode()


def meetings(found: list[Record]) -> list[tuple[str, str]]:
    """(place, start in UTC) of every meeting."""
    return [
        (r.origin.place.removeprefix("event "), r.when.strftime("%Y-%m-%d %H:%M"))
        for r in found
        if isinstance(r, Interaction) and r.when
    ]


def reasons(found: list[Record]) -> dict[str, str]:
    return {r.origin.place.removeprefix("event "): r.reason for r in found if isinstance(r, Reject)}


def test_google_series_with_exception_override_and_summer_time(fixtures: Path) -> None:
    found = fixture_records(fixtures, "google.ics")
    assert meetings(found) == [
        ("1", "2024-03-04 09:00"),
        ("1", "2024-03-25 09:00"),
        ("1", "2024-04-01 08:00"),
        ("1", "2024-04-08 08:00"),
        ("2", "2024-03-11 10:00"),
    ]
    first = next(r for r in found if isinstance(r, Interaction))
    assert first.sender is not None
    assert first.sender.value == "ilse@nordwind.example"
    assert [i.value for i in first.participants] == ["noor@example.org", "Casimir@Example.org"]
    assert first.n_participants == 2
    assert first.when == datetime(2024, 3, 4, 9, tzinfo=UTC)
    assert first.key == hash_of("meeting", "e1@google.com", "2024-03-04T09:00:00+00:00")


def test_google_cards_and_owner(fixtures: Path) -> None:
    cards = [r for r in fixture_records(fixtures, "google.ics") if isinstance(r, Card)]
    assert [(c.names, c.identifiers[0].value, c.is_owner) for c in cards] == [
        ((), "noor@example.org", True),
        (("Ilse Quandel",), "ilse@nordwind.example", False),
        (("Noor Saldana",), "noor@example.org", False),
        (("Oduya, Casimir",), "Casimir@Example.org", False),
        (("Wren Talbach",), "wren@pine.example", False),
    ]
    assert not any(card.is_contact for card in cards)


def test_time_zones_by_windows_name_own_rules_path_and_default(fixtures: Path) -> None:
    found = fixture_records(fixtures, "outlook.ics")
    assert meetings(found) == [
        ("1", "2024-07-01 07:00"),
        ("2", "2024-07-01 07:00"),
        ("3", "2024-01-02 08:00"),
        ("4", "2024-01-02 09:00"),
        ("5", "2024-02-29 00:00"),
    ]
    third = [r for r in found if isinstance(r, Interaction)][2]
    assert [(i.kind, i.value) for i in third.participants] == [
        (IdentifierKind.EMAIL, "lia@example.it"),
        (IdentifierKind.NAME, "Only Name"),
    ]


def test_broken_events_cost_no_neighbour(fixtures: Path) -> None:
    found = fixture_records(fixtures, "broken.ics")
    assert reasons(found) == {
        "1": "the event has no readable start",
        "2": "the event has no readable start",
        "4": "cancelled",
        "5": "the repetition cannot be read; only the first meeting was counted",
        "6": "the repetition cannot be read; only the first meeting was counted",
        "8": "no attendees",
        "9": "no attendees",
        "12": "a task or note, not a meeting",
        "16": "cancelled",
        "18": MANY,
        "19": "replaced by a later version of the event",
        "21": "the event has no readable start",
    }
    places = {place for place, _ in meetings(found)}
    assert places | set(reasons(found)) == {str(n) for n in range(1, 24)}


def test_later_meetings_of_a_series_may_move_together(fixtures: Path) -> None:
    found = meetings(fixture_records(fixtures, "broken.ics"))
    assert [start for place, start in found if place == "10"] == [
        "2024-01-02 09:00",
        "2024-01-09 09:00",
    ]
    assert [start for place, start in found if place == "11"] == [
        "2024-01-16 11:00",
        "2024-01-23 11:00",
        "2024-01-30 11:00",
    ]


def test_a_series_ends_with_the_export_and_loses_cancelled_and_moved_meetings(
    fixtures: Path,
) -> None:
    found = meetings(fixture_records(fixtures, "broken.ics"))
    assert [start for place, start in found if place == "15"] == [
        "2023-12-30 14:00",
        "2024-01-27 14:00",
        "2024-02-03 14:00",
        "2024-02-10 14:00",
        "2024-02-17 14:00",
        "2024-02-24 14:00",
    ]
    assert ("17", "2024-01-21 15:00") in found


def test_everybody_in_a_crowd_is_kept_and_the_report_says_that_it_ties_nobody() -> None:
    guests = "".join(f"ATTENDEE;CN=Ada Guest{n}:mailto:g{n}@example.org\n" for n in range(40))
    head = "UID:u\nDTSTART:20240325T090000Z\nORGANIZER;CN=Ilse Quandel:mailto:ilse@example.com\n"
    found = records(calendar(head + guests.strip(), "UID:v\nDTSTART:20240325T090000Z\n" + WREN))
    crowd, small = (r for r in found if isinstance(r, Interaction))
    assert crowd.n_participants == len(crowd.participants) == 40
    assert small.n_participants == 1
    names = {name for r in found if isinstance(r, Card) for name in r.names}
    assert names == {"Ilse Quandel", "Wren Talbach", *(f"Ada Guest{n}" for n in range(40))}
    assert reasons(found) == {
        "1": "more than 25 people met: all are kept, but a meeting of so many ties nobody"
    }


def test_who_calls_an_event_without_guests_is_somebody_even_by_address_alone() -> None:
    start = "DTSTART:20240325T090000Z\n"
    found = records(
        calendar(
            f"UID:u\n{start}ORGANIZER:mailto:ada@example.com",
            f"UID:v\n{start}ORGANIZER:mailto:noreply@example.com",
        )
    )
    (card,) = (r for r in found if isinstance(r, Card))
    assert [i.value for i in card.identifiers] == ["ada@example.com"]
    assert reasons(found) == {"1": "no attendees", "2": "no attendees"}


def test_eight_bit_names_and_a_line_cut_off(fixtures: Path) -> None:
    last = fixture_records(fixtures, "broken.ics")[-1]
    assert isinstance(last, Interaction)
    assert [i.value for i in last.participants] == ["jose@example.com"]


def test_only_the_last_meetings_of_a_long_series_are_kept_and_it_is_said() -> None:
    daily = f"UID:d\nDTSTART:20230101T100000Z\nDTSTAMP:20240301T000000Z\nRRULE:FREQ=DAILY\n{WREN}"
    found = records(calendar(daily))
    starts = [start for _, start in meetings(found)]
    assert len(starts) == MAX_OCCURRENCES
    assert starts[-1] == "2024-02-29 10:00"
    assert reasons(found) == {"1": "only the last 200 of 425 meetings were kept"}
    assert all(r.kind is RejectKind.LEFT_OUT for r in found if isinstance(r, Reject))


def test_without_stamps_the_latest_start_is_the_horizon() -> None:
    weekly = f"UID:w\nDTSTART:20240101T100000Z\nRRULE:FREQ=WEEKLY\n{WREN}"
    single = f"UID:s\nDTSTART:20240116T100000Z\n{WREN}"
    starts = [start for place, start in meetings(records(calendar(weekly, single))) if place == "1"]
    assert starts == ["2024-01-01 10:00", "2024-01-08 10:00", "2024-01-15 10:00"]


def test_a_series_that_begins_after_the_export_has_its_first_meeting() -> None:
    weekly = f"UID:w\nDTSTART:20240501T100000Z\nDTSTAMP:20240101T000000Z\nRRULE:FREQ=WEEKLY\n{WREN}"
    assert meetings(records(calendar(weekly))) == [("1", "2024-05-01 10:00")]


def test_extra_dates_and_whole_days() -> None:
    event = (
        "UID:r\nDTSTART;VALUE=DATE:20240101\nDTSTAMP:20240601T000000Z\n"
        f"RDATE;VALUE=DATE:20240105,20240107\nEXDATE;VALUE=DATE:20240105\n{WREN}"
    )
    assert [start for _, start in meetings(records(calendar(event)))] == [
        "2024-01-01 00:00",
        "2024-01-07 00:00",
    ]


def test_a_series_in_utc_follows_the_calendars_own_clock() -> None:
    event = (
        "UID:u\nDTSTART:20240325T090000Z\nDTSTAMP:20240601T000000Z\n"
        f"RRULE:FREQ=WEEKLY;COUNT=2\n{WREN}"
    )
    found = records(calendar(event, head="X-WR-TIMEZONE:Europe/Berlin\n"))
    assert [start for _, start in meetings(found)] == ["2024-03-25 09:00", "2024-04-01 08:00"]


def test_the_same_meeting_in_two_calendars_counts_once() -> None:
    event = f"UID:same\nDTSTART:20240101T100000Z\n{WREN}"
    found = records(calendar(event) + calendar(event))
    assert meetings(found) == [("2", "2024-01-01 10:00")]
    assert reasons(found) == {"1": "replaced by a later version of the event"}


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "BYMONTHDAY=31;BYMONTH=2;FREQ=WEEKLY",
        "FREQ=DAILY;BYMINUTE=1,2,3",
        "FREQ=DAILY;BYMONTH=13",
    ],
)
def test_rules_without_a_sensible_end_are_not_searched(rule: str) -> None:
    found = records(calendar(f"UID:x\nDTSTART:20240101T100000Z\nRRULE:{rule}\n{WREN}"))
    assert meetings(found) == [("1", "2024-01-01 10:00")]
    assert reasons(found)["1"].startswith("the repetition cannot be read")


def test_a_moved_meeting_keeps_its_key() -> None:
    event = f"UID:m\nRECURRENCE-ID:20240101T100000Z\nDTSTART:20240102T100000Z\n{WREN}"
    (before,) = (
        r
        for r in records(calendar(event.replace("DTSTART:20240102", "DTSTART:20240101")))
        if isinstance(r, Interaction)
    )
    (after,) = (r for r in records(calendar(event)) if isinstance(r, Interaction))
    assert before.key == after.key
    assert before.when != after.when


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;PARTSTAT=DECLINED:mailto:a@example.com",
        "ATTENDEE;ROLE=NON-PARTICIPANT:mailto:a@example.com",
        "ATTENDEE;CUTYPE=RESOURCE:mailto:a@example.com",
        "ATTENDEE;CUTYPE=room:mailto:a@example.com",
        "ATTENDEE;CUTYPE=GROUP:mailto:a@example.com",
        "ATTENDEE:mailto:c_1@resource.calendar.google.com",
        "ATTENDEE:mailto:c_1@group.calendar.google.com",
        "ATTENDEE:invalid:nomail",
        "ATTENDEE:mailto:",
    ],
)
def test_who_does_not_take_part(line: str) -> None:
    found = records(calendar(f"UID:x\nDTSTART:20240101T100000Z\n{line}"))
    assert reasons(found) == {"1": "no attendees"}
    assert len(found) == 1


def test_an_organiser_who_declined_met_nobody() -> None:
    organiser = "ORGANIZER:mailto:boss@example.com"
    declined = "ATTENDEE;PARTSTAT=DECLINED:mailto:Boss@example.com"
    event = f"UID:x\nDTSTART:20240101T100000Z\n{organiser}\n{declined}\n{WREN}"
    (meeting,) = (r for r in records(calendar(event)) if isinstance(r, Interaction))
    assert meeting.sender is None
    assert [i.value for i in meeting.participants] == ["wren@pine.example"]


def test_a_cancelling_calendar_holds_no_meetings() -> None:
    event = f"UID:x\nDTSTART:20240101T100000Z\n{WREN}"
    found = records(calendar(event, head="METHOD:CANCEL\n"))
    assert reasons(found) == {"1": "cancelled"}


def test_a_single_meeting_is_replaced_by_its_change() -> None:
    event = f"UID:x\nDTSTART:20240101T100000Z\n{WREN}"
    change = f"UID:x\nRECURRENCE-ID:20240101T100000Z\nDTSTART:20240103T100000Z\n{WREN}"
    found = records(calendar(event, change))
    assert meetings(found) == [("2", "2024-01-03 10:00")]
    assert reasons(found) == {"1": "nothing of it took place up to the export"}


def test_a_broken_zone_of_its_own_is_no_zone() -> None:
    zone = "BEGIN:VTIMEZONE\nTZID:Mine\nBEGIN:STANDARD\nTZOFFSETTO:?\nEND:STANDARD\nEND:VTIMEZONE\n"
    event = f"UID:x\nDTSTART;TZID=Mine:20240101T100000\n{WREN}"
    assert meetings(records(calendar(event, head=zone))) == [("1", "2024-01-01 10:00")]


def test_only_calendars_are_recognised() -> None:
    wide = calendar().decode().encode("utf-16")
    assert IMPORTER.recognises(document_of("x", wide))
    assert not IMPORTER.recognises(document_of("x.ics", b"BEGIN:VCARD\r\n"))
    assert reasons(records(calendar())) == {"1": "holds no events"}


@pytest.mark.parametrize("name", ["google.ics", "outlook.ics", "broken.ics"])
def test_damaged_copies_only_ever_give_records(fixtures: Path, name: str) -> None:
    data = (fixtures / "ical" / name).read_bytes()
    random = Random(name)
    for _ in range(120):
        for record in records(mutated(data, random)):
            assert record.origin.place.startswith("event ")


@pytest.mark.parametrize(
    "line",
    [
        "ATTENDEE;PARTSTAT=DELEGATED:mailto:a@example.com",
        "ATTENDEE:mailto:noreply@example.com",
        "ATTENDEE;CN=Everybody:mailto:crew@lists.example",
        "ATTENDEE:mailto:info@example.com",
        "ATTENDEE;CN=Sales Team:mailto:sales@example.com",
        "ATTENDEE;CN=Orbit Foods GmbH:mailto:orbit@example.com",
        "ATTENDEE;CN=Meeting Room 4 (12):mailto:r4@example.com",
        "ATTENDEE;CN=Besprechungsraum Alster:invalid:nomail",
        "ATTENDEE;CN=Sala de reuniones:mailto:sr@example.com",
    ],
)
def test_rooms_desks_lists_and_companies_are_not_met(line: str) -> None:
    found = records(calendar(f"UID:x\nDTSTART:20240101T100000Z\n{line}"))
    assert reasons(found) == {"1": "no attendees"}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("ATTENDEE;CN=Zoe Room:mailto:zoe@example.com", "zoe@example.com"),
        ("ATTENDEE;CN=Zoe Lind:invalid:nomail", "Zoe Lind"),
        ("ATTENDEE;CN=Z;EMAIL=zoe@example.com:/aMTIz/principal/", "zoe@example.com"),
        ("ATTENDEE:mailto:zoe%2Bwork@example.com", "zoe+work@example.com"),
        ("ATTENDEE;CN=Ilse Quandel:mailto:info@quandel.example", "info@quandel.example"),
    ],
)
def test_however_a_guest_is_written(line: str, who: str) -> None:
    found = records(calendar(f"UID:x\nDTSTART:20240101T100000Z\n{line}"))
    (meeting,) = (r for r in found if isinstance(r, Interaction))
    assert [p.value for p in meeting.participants] == [who]


@pytest.mark.parametrize("start", ["", "DTSTART:sometime\n", "DTSTART:20240230T100000Z\n"])
def test_without_a_readable_start_it_is_still_known_who_met(start: str) -> None:
    found = records(calendar(f"UID:x\n{start}{WREN}"))
    (meeting,) = (r for r in found if isinstance(r, Interaction))
    assert meeting.when is None
    assert [p.value for p in meeting.participants] == ["wren@pine.example"]
    assert reasons(found) == {"1": "the event has no readable start"}


def test_a_day_with_many_people_is_no_meeting_but_they_are_known() -> None:
    guests = "\n".join(f"ATTENDEE:mailto:guest{n}@example.com" for n in range(6))
    day = "UID:x\nDTSTART;VALUE=DATE:20240101\n"
    found = records(calendar(day + guests))
    assert reasons(found) == {"1": "a day with many people, not a meeting"}
    assert len([r for r in found if isinstance(r, Card)]) == 6
    few = records(calendar(day + guests.partition("\nATTENDEE:mailto:guest5")[0]))
    assert len([r for r in few if isinstance(r, Interaction)]) == 1


@pytest.mark.parametrize("component", ["VEVENT", "vevent"])
def test_an_event_saved_without_its_calendar(component: str) -> None:
    data = f"BEGIN:{component}\nUID:x\nDTSTART:20240101T100000Z\n{WREN}\nEND:{component}\n"
    document = document_of("x.ics", data.encode())
    assert IMPORTER.recognises(document)
    assert len([r for r in IMPORTER.read(document) if isinstance(r, Interaction)]) == 1


def test_a_rule_with_escaped_semicolons_is_read() -> None:
    event = (
        "UID:r\nDTSTART:20240101T100000Z\nDTSTAMP:20240601T000000Z\n"
        f"RRULE:FREQ=DAILY\\;COUNT=3\n{WREN}"
    )
    assert len(meetings(records(calendar(event)))) == 3


def test_who_called_or_was_given_a_task_is_known_though_nobody_met() -> None:
    alone = "UID:x\nDTSTART:20240101T100000Z\nORGANIZER;CN=Ilse Quandel:mailto:ilse@example.com"
    task = "BEGIN:VTODO\nUID:t\nATTENDEE:MAILTO:bo@example.com\nEND:VTODO\n"
    found = records(calendar(alone).replace(b"END:VCALENDAR", task.encode() + b"END:VCALENDAR"))
    assert [c.identifiers[0].value for c in found if isinstance(c, Card)] == [
        "ilse@example.com",
        "bo@example.com",
    ]
    assert reasons(found) == {"1": "no attendees", "2": "a task or note, not a meeting"}


def test_a_name_may_stand_alone_before_its_folded_value() -> None:
    data = calendar(f"UID\n :x\nDTSTART\n\n ;VALUE=DATE-TIME\n :20240101T100000Z\n{WREN}")
    assert meetings(records(data)) == [("1", "2024-01-01 10:00")]


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ('TZID="(UTC+07:00) Bangkok, Hanoi, Jakarta"', "03:00"),
        ("TZID=GMT -0300", "13:00"),
        ("TZID=Western/Central Europe", "09:00"),
        ("TZID=(UTC-05:00) Somewhere", "15:00"),
        ('TZID="UTC+99:00"', "10:00"),
        ("TZID=Nowhere", "10:00"),
    ],
)
def test_zones_by_names_that_are_in_no_database(zone: str, hour: str) -> None:
    data = calendar(f"UID:x\nDTSTART;{zone}:20240101T100000\n{WREN}")
    assert meetings(records(data)) == [("1", f"2024-01-01 {hour}")]


def test_a_zone_described_under_a_name_with_commas() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Harbour\\, West\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
        "TZOFFSETFROM:+0545\nTZOFFSETTO:+0545\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    event = f'UID:x\nDTSTART;TZID="Harbour, West":20240101T100000\n{WREN}'
    assert meetings(records(calendar(event, head=zone))) == [("1", "2024-01-01 04:15")]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [("SUMMARY:Rent", "no attendees"), (f"STATUS:CANCELLED\n{WREN}", "cancelled")],
)
def test_without_a_start_and_without_guests_nothing_is_lost(lines: str, reason: str) -> None:
    (reject,) = records(calendar(f"UID:x\nDTSTART:sometime\n{lines}"))
    assert isinstance(reject, Reject)
    assert (reject.reason, reject.kind) == (reason, RejectKind.LEFT_OUT)


@pytest.mark.parametrize(
    "name", ["DL Everybody North", "GRP-Harbour", "All users of the harbour", "Verteiler Nord"]
)
def test_distribution_lists_by_their_names(name: str) -> None:
    line = f"ATTENDEE;CN={name}:mailto:bu2@example.com"
    found = records(calendar(f"UID:x\nDTSTART:20240101T100000Z\n{line}"))
    assert reasons(found) == {"1": "no attendees"}


def test_a_name_of_many_words_that_calls_to_nobody_is_no_person() -> None:
    line = "ORGANIZER;CN=Register For Yoga Classes:mailto:yoga@example.com"
    found = records(calendar(f"UID:x\nDTSTART:20240101T100000Z\n{line}"))
    assert len(found) == 1


SERIES = "DTSTART:20200101T100000Z\nATTENDEE;CN=Ann Roe:mailto:ann@example.com\n"


@pytest.mark.parametrize(
    "endless",
    [
        "RRULE:FREQ=DAILY;BYDAY=" + ",".join(["MO"] * 10_000),
        "RRULE:FREQ=DAILY" + ";COUNT=3" * 40_000,
        "RRULE:FREQ=DAILY;COUNT=9\n" + "EXDATE:20200102T100000Z\n" * 50_000,
    ],
    ids=["days", "counts", "exceptions"],
)
def test_a_repetition_that_nobody_means_is_not_worked_out(
    monkeypatch: pytest.MonkeyPatch, endless: str
) -> None:
    def forbidden(*_args: object) -> None:
        pytest.fail("the rule was handed on")

    monkeypatch.setattr("recurring_ical_events.of", forbidden)
    found = records(calendar(SERIES + endless))
    assert meetings(found) == [("1", "2020-01-01 10:00")]
    assert (
        "the repetition cannot be read; only the first meeting was counted"
        in reasons(found).values()
    )
