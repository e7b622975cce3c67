"""Noor's calendar: rehearsals, stand-ups, the meet-up, and meetings she could not attend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from _world.letters import members
from _world.people import Someone

OCTETS = 75
ROOM = "CUTYPE=ROOM;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Room 4:mailto:room4@pellmarsh.example"


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event: ``start`` as iCalendar writes it (local time), who asked, who was asked.

    ``declined`` holds ids of those who said no ("noor" too), ``more`` ready-made lines.
    """

    key: str
    title: str
    start: str
    organiser: str
    guests: Sequence[Someone]
    declined: tuple[str, ...] = ()
    more: tuple[str, ...] = ()


def calendar(people: Mapping[str, Someone]) -> str:
    """calendar.ics as Google exports it."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Google Inc//Google Calendar 70.9054//EN"]
    head += ["CALSCALE:GREGORIAN", "METHOD:PUBLISH", f"X-WR-CALNAME:{people['noor'].private}"]
    lines = [*head, "X-WR-TIMEZONE:Europe/London"]
    for meeting in _meetings(people):
        lines += _event(meeting, people)
    lines += _private_day()
    return "\r\n".join(_folded(line) for line in [*lines, "END:VCALENDAR"]) + "\r\n"


def _pick(people: Mapping[str, Someone], keys: str) -> list[Someone]:
    return [people[key] for key in keys.split()]


def _meetings(people: Mapping[str, Someone]) -> list[Meeting]:
    room = (f"ATTENDEE;{ROOM}",)
    pilot = _pick(people, "tomasz ilse henrik")
    return [
        Meeting(
            "standup",
            "Depot stand-up",
            "20210308T084500",
            "kasia",
            _pick(people, "bob sian james1"),
            more=(
                "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=40",
                "EXDATE;TZID=Europe/London:20210405T084500",
                *room,
            ),
        ),
        Meeting(
            "standup",
            "Depot stand-up (moved)",
            "20210511T100000",
            "kasia",
            _pick(people, "bob pellmarsh01"),
            more=("RECURRENCE-ID;TZID=Europe/London:20210510T084500",),
        ),
        Meeting(
            "choir",
            "Choir committee",
            "20220906T193000",
            "frances",
            _pick(people, "colin james2 choir01 choir02"),
            ("choir02",),
            ("RRULE:FREQ=MONTHLY;COUNT=30",),
        ),
        Meeting(
            "meetup",
            "Meet-up planning",
            "20230117T183000",
            "liz",
            _pick(people, "zoe sasha priya meetup01 meetup02"),
            more=("RRULE:FREQ=MONTHLY;BYDAY=3TU;UNTIL=20261020T200000Z",),
        ),
        Meeting(
            "coaches",
            "Under-tens: lifts and kit",
            "20240903T200000",
            "gareth",
            _pick(people, "beatrice football01 football02"),
            more=("RRULE:FREQ=MONTHLY;COUNT=20",),
        ),
        Meeting(
            "study", "Study group", "20251002T190000", "fang",
            _pick(people, "course01 course02 zoe"),
            more=("RRULE:FREQ=WEEKLY;COUNT=12",),
        ),
        Meeting("pilot1", "Ward stock pilot", "20260310T140000", "tomasz", pilot, ("noor",), room),
        Meeting("pilot2", "Ward stock review", "20260616T140000", "tomasz", pilot, ("noor",)),
        Meeting("dana", "Coffee with Dana", "20260924T103000", "dana", []),
        Meeting("grace", "Lunch with Grace", "20260917T123000", "grace", []),
        Meeting("reunion", "Alder reunion", "20240622T150000", "dana",
                members("university", people)[:11]),
        Meeting("allhands", "Pell & Marsh all hands", "20250910T090000", "bob",
                members("pellmarsh", people)[:32]),
        Meeting("cancelled", "Depot party", "20251219T180000", "kasia",
                _pick(people, "bob sian"), more=("STATUS:CANCELLED",)),
    ]  # fmt: skip


def _event(meeting: Meeting, people: Mapping[str, Someone]) -> list[str]:
    organiser = people[meeting.organiser]
    day, hour = meeting.start[:9], int(meeting.start[9:11])
    end = f"{day}{hour + 1:02d}{meeting.start[11:]}"
    lines = ["BEGIN:VEVENT", f"DTSTART;TZID=Europe/London:{meeting.start}"]
    lines += [f"DTEND;TZID=Europe/London:{end}", "DTSTAMP:20261114T120000Z"]
    lines += [line for line in meeting.more if not line.startswith("ATTENDEE")]
    lines.append(f"ORGANIZER;CN={_parameter(organiser)}:mailto:{_address(organiser, meeting)}")
    lines.append(f"UID:{meeting.key}@calendar.example")
    for person in dict.fromkeys([organiser, people["noor"], *meeting.guests]):
        answer = "DECLINED" if person.id in meeting.declined else "ACCEPTED"
        lines.append(
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={answer};"
            f"CN={_parameter(person)};X-NUM-GUESTS=0:mailto:{_address(person, meeting)}"
        )
    lines += [line for line in meeting.more if line.startswith("ATTENDEE")]
    lines.append(f"SUMMARY:{meeting.title}")
    if "STATUS:CANCELLED" not in meeting.more:
        lines.append("STATUS:CONFIRMED")
    return [*lines, "END:VEVENT"]


def _private_day() -> list[str]:
    return [
        "BEGIN:VEVENT",
        "DTSTART;VALUE=DATE:20260803",
        "DTEND;VALUE=DATE:20260810",
        "DTSTAMP:20261114T120000Z",
        "UID:holiday@calendar.example",
        "SUMMARY:A week by the sea",
        "STATUS:CONFIRMED",
        "END:VEVENT",
    ]


def _address(person: Someone, meeting: Meeting) -> str:
    """Meetings of the depot go to addresses at work, all others as people write."""
    at_work = meeting.key in {"standup", "allhands", "cancelled"} and person.work
    return person.work if at_work else person.mail()


def _parameter(person: Someone) -> str:
    name = person.written("mail")
    return f'"{name}"' if any(mark in name for mark in ",:;") else name


def _folded(line: str) -> str:
    """Lines of at most 75 octets (RFC 5545), continued with a space; letters stay whole."""
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > OCTETS - 1:
            parts.append(part)
            part = ""
        part += letter
    return "\r\n ".join([*parts, part])
