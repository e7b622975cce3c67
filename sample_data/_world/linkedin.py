"""LinkedIn exports of the newest kind (2026): Noor's own and Dana's."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from _world.people import Someone
from _world.writing import LAST_DAY, archive, moment, soon, table

NOTES = (
    'Notes:\n"When exporting your connection data, you may notice that some of the email '
    "addresses are missing. You will only see email addresses for connections who have allowed "
    "their connections to see or download their email address using this setting "
    "https://www.linkedin.com/psettings/privacy/email. You can learn more here "
    'https://www.linkedin.com/help/linkedin/answer/261"\n\n'
)
CONNECTIONS = [
    "First Name",
    "Last Name",
    "URL",
    "Email Address",
    "Company",
    "Position",
    "Connected On",
]
MESSAGES = [
    "CONVERSATION ID",
    "CONVERSATION TITLE",
    "FROM",
    "SENDER PROFILE URL",
    "TO",
    "RECIPIENT PROFILE URLS",
    "DATE",
    "SUBJECT",
    "CONTENT",
    "FOLDER",
    "ATTACHMENTS",
    "IS MESSAGE DRAFT",
    "IS CONVERSATION DRAFT",
]
INVITATIONS = [
    "From",
    "To",
    "Sent At",
    "Message",
    "Direction",
    "inviterProfileUrl",
    "inviteeProfileUrl",
]
SPONSORED = '<p class="spinmail-quill-editor__spin-break">Hi %FIRSTNAME%, grow with us</p>'
SMALL_TALK = (
    "Good to see you last week. How is the new place?",
    "Thank you, that helped me a lot.",
    "Congratulations on the new job!\nWell deserved.",
    "Do you still go to the meet-up?",
    "I read your post on stock forecasts, very clear.",
    "Coffee some time in the new year?",
    "Happy to look at your notes.",
    "I am learning to work with data after twelve years in operations.",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One message: who wrote what when, in a conversation of ``people``."""

    people: tuple[Someone, ...]
    sender: Someone
    when: datetime
    text: str


def url(person: Someone) -> str:
    """The address of the person's profile."""
    return f"https://www.linkedin.com/in/{person.slug}"


def connected_on(person: Someone, source: str) -> date:
    """The day the connection was made; never an interaction in itself."""
    day = person.since + timedelta(days=17 if source == "linkedin" else 240)
    return min(day, date(2026, 10, 30))


def connections(people: Sequence[Someone], source: str, hidden: int, rng: random.Random) -> str:
    """Connections.csv, newest first; hidden members are rows with nothing but a date."""
    dated = []
    for index, person in enumerate(people):
        given, family = _split(person.written(source), person.given)
        shown = person.private if index % 31 == 3 else ""
        cells = [given, family, url(person), shown, person.company, person.title]
        dated.append((connected_on(person, source), cells))
    first, last = date(2015, 1, 5), date(2026, 9, 30)
    dated += [(moment(rng, first, last).date(), [""] * 6) for _ in range(hidden)]
    dated.sort(key=lambda row: (row[0], row[1]), reverse=True)
    rows = [[*cells, f"{day:%d %b %Y}"] for day, cells in dated]
    return NOTES + table(CONNECTIONS, rows).rstrip("\n")


def conversation(
    owner: Someone, other: Someone, count: int, since: date, rng: random.Random
) -> list[Line]:
    """``count`` messages between two people, taking turns."""
    when = moment(rng, since, LAST_DAY - timedelta(days=50))
    lines = []
    for turn in range(count):
        sender = (owner, other)[turn % 2]
        lines.append(Line((owner, other), sender, when, rng.choice(SMALL_TALK)))
        when = soon(rng, when)
    return lines


def messages(owner: Someone, lines: Sequence[Line]) -> str:
    """messages.csv, newest first, every field quoted, with one advert and one draft."""
    rows = []
    for line in sorted(lines, key=lambda item: (item.when, item.sender.id), reverse=True):
        others = [person for person in line.people if person is not line.sender]
        key = "-".join(sorted(person.id for person in line.people if person is not owner))
        rows.append(
            [
                f"2-{key.encode().hex()[:44]}==",
                "",
                line.sender.written("linkedin"),
                url(line.sender),
                ", ".join(person.written("linkedin") for person in others),
                ",".join(url(person) for person in others),
                f"{line.when:%Y-%m-%d %H:%M:%S} UTC",
                "",
                line.text,
                "INBOX",
                "",
                "No",
                "No",
            ]
        )
    advert = ["2-YWR2ZXJ0==", "", "LinkedIn Member", "", owner.name, url(owner)]
    advert += ["2026-09-02 08:00:00 UTC", "An offer for you", SPONSORED, "INBOX", "", "No", "No"]
    draft = ["2-ZHJhZnQ=", "", owner.name, url(owner), "", "", "2026-10-01 18:00:00 UTC"]
    draft += ["", "I never dared to send this", "INBOX", "", "Yes", "No"]
    return table(MESSAGES, [draft, advert, *rows], csv.QUOTE_ALL).rstrip("\n")


def invitations(owner: Someone, people: Sequence[Someone], rng: random.Random) -> str:
    """Invitations.csv of the last years, both ways."""
    rows = []
    for index, person in enumerate(people):
        when = datetime.combine(person.since, datetime.min.time(), UTC)
        when += timedelta(days=15, minutes=rng.randrange(8 * 60, 20 * 60))
        ends = (owner, person) if index % 2 else (person, owner)
        note = "" if index % 3 else "Good to meet you at the meet-up"
        hour = when.hour % 12 or 12
        stamp = f"{when.month}/{when.day}/{when:%y}, {hour}:{when:%M %p}"
        way = "OUTGOING" if ends[0] is owner else "INCOMING"
        rows.append([ends[0].name, ends[1].name, stamp, note, way, url(ends[0]), url(ends[1])])
    return table(INVITATIONS, rows)


def export(files: dict[str, str]) -> bytes:
    """The zip as it comes, with the harmless files that lie beside the useful ones."""
    extra = {
        "Ad_Targeting.csv": "Member Age,Company Names,Company Names,Member Gender\n,,,",
        "Company Follows.csv": table(
            ["Organization", "Followed On"],
            [
                ["Aldous Genomics", "Wed Jun 24 12:43:42 UTC 2026"],
                ["Heliaworks Energy plc", "Mon Jul 06 07:12:09 UTC 2026"],
                ["Nordwind Analytics", "Sat Aug 15 19:01:33 UTC 2026"],
            ],
        ),
        "Learning.csv": (
            "Content Title,Content Description,Content Type,Content Last Watched Date "
            "(if viewed),Content Completed At (if completed),Content Saved,Notes taken on "
            "videos (if taken),\nFirst Steps in SQL,,Course,2025-10-04 18:20 UTC,N/A,false,N/A,"
        ),
        "guide_messages.csv": table(MESSAGES[:6], []),
    }
    return archive(dict(sorted({**files, **extra}.items())))


def profile(owner: Someone, headline: str, industry: str) -> str:
    """Profile.csv; it does not tell the owner's own profile address."""
    header = [
        "First Name",
        "Last Name",
        "Maiden Name",
        "Address",
        "Birth Date",
        "Headline",
        "Summary",
        "Industry",
        "Zip Code",
        "Geo Location",
        "Twitter Handles",
        "Websites",
        "Instant Messengers",
    ]
    row = [owner.given, owner.family, "", "", "", headline, "", industry, "", "Port Alder"]
    return table(header, [[*row, "", "", ""]])


def addresses(*values: str) -> str:
    """Email Addresses.csv; the first is the primary one."""
    header = ["Email Address", "Confirmed", "Primary", "Updated On"]
    rows = [
        [value, "Yes", "No" if index else "Yes", "1/5/26, 9:05 AM"]
        for index, value in enumerate(values)
    ]
    return table(header, rows)


def positions(*rows: tuple[str, str, str, str]) -> str:
    """Positions.csv from (company, title, from, to)."""
    header = ["Company Name", "Title", "Description", "Location", "Started On", "Finished On"]
    return table(header, [[row[0], row[1], "", "Port Alder", row[2], row[3]] for row in rows])


def education(*rows: tuple[str, str, str, str]) -> str:
    """Education.csv from (school, degree, from, to)."""
    header = ["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"]
    return table(header, [[row[0], row[2], row[3], "", row[1], ""] for row in rows])


def phone_numbers(number: str) -> str:
    """PhoneNumbers.csv with one number."""
    return table(["Extension", "Number", "Type"], [["", number, "Mobile"]])


def _split(written: str, given: str) -> tuple[str, str]:
    if written.startswith(given + " "):
        return given, written[len(given) + 1 :]
    first, _, last = written.partition(" ")
    return first, last
