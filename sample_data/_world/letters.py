"""What lies in Noor's mailbox: friends, circles, introductions, and what machines send."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from _world.people import Someone
from _world.post import Mailbox, hours_later
from _world.writing import LAST_DAY, moment, soon

#: Who writes with Noor: person, messages, first year, last year.
FRIENDS = (
    ("dana", 24, 2016, 2026),
    ("tomasz", 20, 2017, 2026),
    ("priya", 18, 2016, 2026),
    ("kasia", 14, 2021, 2026),
    ("grace", 14, 2018, 2026),
    ("colin", 8, 2019, 2026),
    ("gareth", 8, 2022, 2026),
    ("liz", 6, 2023, 2026),
    ("sasha", 4, 2024, 2026),
    ("bob", 6, 2021, 2026),
    ("sian", 6, 2021, 2026),
    ("sara1", 4, 2014, 2016),
    ("frances", 4, 2018, 2025),
    ("bill", 4, 2020, 2025),
)
#: Introductions that happened: by whom, who was new, when.
INTRODUCTIONS = (
    ("priya", "tunde", datetime(2019, 6, 4, 8, 50, tzinfo=UTC)),
    ("priya", "marta", datetime(2024, 10, 8, 9, 15, tzinfo=UTC)),
    ("tomasz", "henrik", datetime(2025, 5, 20, 14, 5, tzinfo=UTC)),
    ("dana", "leila", datetime(2026, 3, 10, 17, 40, tzinfo=UTC)),
    ("gareth", "shona", datetime(2026, 8, 18, 19, 20, tzinfo=UTC)),
)


@dataclass(frozen=True, slots=True)
class Round:
    """A circle's mail: its writers (by id, else the first members), how often, about what."""

    circle: str
    count: int
    years: tuple[int, int]
    subjects: tuple[str, ...]
    writers: tuple[str, ...] = ()


ROUNDS = (
    Round("choir", 16, (2017, 2026), ("Tuesday's rehearsal", "Advent concert"), ("frances",)),
    Round("football", 16, (2021, 2026), ("Saturday's match", "Kit and lifts"), ("gareth",)),
    Round("neighbours", 9, (2016, 2026), ("Street party", "Bins and the fence"), ("bill",)),
    Round("brightwater", 18, (2015, 2026), ("Old crew dinner", "Stock count"), ("tomasz", "priya")),
    Round("pellmarsh", 20, (2020, 2026), ("Depot drinks", "Rota"), ("kasia", "bob", "sian")),
    Round("university", 14, (2014, 2026), ("Reunion", "Do you remember"), ("dana", "grace")),
    Round("meetup", 18, (2022, 2026), ("Next meet-up", "Slides"), ("liz", "zoe", "sasha")),
    Round("course", 10, (2025, 2026), ("Homework 3", "Study group"), ("fang",)),
    Round("family", 10, (2015, 2026), ("Sunday lunch", "Grandmother's birthday"), ("tariq",)),
)
#: People who stand in two circles and so tie them together.
GUESTS = {
    "choir": ("sian", "bill", "colin", "james2"),
    "meetup": ("priya", "fang"),
    "football": ("bob", "beatrice"),
    "neighbours": ("gareth", "joyce"),
    "course": ("zoe", "kasia"),
    "family": ("margit",),
    "brightwater": ("bob",),
    "pellmarsh": ("james1",),
    "university": ("sara1",),
}
STREETS = ("neighbours", "football", "choir")
SUBJECTS = ("Lunch?", "A question", "Your notes", "News", "Long time no see", "Saturday")
LIST_POST = """List-Id: Alder Data <alder-data.lists.example>
List-Post: <mailto:alder-data@lists.example>
Precedence: list"""
BULK = """List-Unsubscribe: <https://lists.example/u/1>
Precedence: bulk
Auto-Submitted: auto-generated"""
ROBOT = "Auto-Submitted: auto-generated"
BOUNCE = "Return-Path: <>\nAuto-Submitted: auto-replied"
SPAM = "X-Mailer: campaign\nPrecedence: junk"
MAREK = "Ivo Marek <ivo.marek@example.net>"
#: What machines send: from, subject, telling headers, how many.
MACHINES = (
    ("Job Alerts <jobs-listings@alerts.example>", "12 new jobs in Port Alder", BULK, 16),
    ("Weekly Digest <news@lists.example>", "Introducing our new plan", BULK, 14),
    ("Quayside Pharmacy <no-reply@quayside.example>", "Your order is ready", BULK, 6),
    ("Calendar <calendar-notification@calendar.example>", "Reminder", BULK, 6),
    ("Harbour Clinic <noreply@clinic.example>", "Your appointment", ROBOT, 5),
    ("Mail Delivery <mailer-daemon@example.org>", "Undelivered mail", BOUNCE, 3),
    (MAREK, "[alder-data] Who uses SQL?", LIST_POST, 8),
    ("Prize Office <winner@spam.example>", "You have WON", SPAM, 8),
    ("Dr Money <director@spam.example>", "Confidential proposal", SPAM, 4),
)  # fmt: skip


def mailbox(people: Mapping[str, Someone], rng: random.Random) -> str:
    """The whole of ``All mail.mbox``."""
    box = Mailbox(people["noor"])
    for key, count, first, last in FRIENDS:
        _talk(box, people[key], count, (date(first, 1, 9), date(last, 10, 20)), rng)
    others = [person for person in people.values() if "google" in person.sources]
    named = {key for key, *_ in FRIENDS}
    for person in rng.sample([p for p in others if p.id not in named], 16):
        _talk(box, person, rng.choice((1, 2, 2, 4, 5)), (person.since, LAST_DAY), rng)
    for plan in ROUNDS:
        _round(box, plan, people, rng)
    for by, new, when in INTRODUCTIONS:
        _introduction(box, people[by], people[new], when)
    _project(box, people)
    _open_day(box, people)
    for sender, subject, extra, count in MACHINES:
        for _ in range(count):
            when = moment(rng, date(2018, 1, 8), LAST_DAY)
            box.machine(when, sender, (subject, "Please do not answer this message."), extra)
    return box.text()


def members(circle: str, people: Mapping[str, Someone]) -> list[Someone]:
    """Everybody of ``circle``, and the guests who belong to it beside their own."""
    own = [person for person in people.values() if person.circle == circle]
    return own + [people[key] for key in GUESTS.get(circle, ()) if people[key] not in own]


def teams(circle: str, people: Mapping[str, Someone]) -> list[list[Someone]]:
    """The small groups of a circle that really deal with one another: rings of four."""
    everyone = members(circle, people)
    return [everyone[start : start + 5] for start in range(0, len(everyone), 4)]


def _talk(
    box: Mailbox, other: Someone, count: int, span: tuple[date, date], rng: random.Random
) -> None:
    """``count`` messages in conversations of up to four, begun by either."""
    left = count
    while left > 0:
        first, second = rng.choice(((box.owner, other), (other, box.owner)))
        when = moment(rng, *span)
        words = (rng.choice(SUBJECTS), f"Dear {second.given}, how are things?")
        message = box.write(when, first, [second], words)
        left -= 1
        for turn in range(min(left, rng.randrange(1, 4))):
            when = soon(rng, when)
            writer, reader = (second, first) if turn % 2 == 0 else (first, second)
            message = box.answer(message, when, writer, reader)
            left -= 1


def _round(box: Mailbox, plan: Round, people: Mapping[str, Someone], rng: random.Random) -> None:
    """A circle's mail: now and then to all of a small circle, mostly within a team."""
    everyone = members(plan.circle, people)
    groups = teams(plan.circle, people)
    span = (date(plan.years[0], 9, 15), date(plan.years[1], 10, 25))
    for number in range(plan.count):
        writer = people[plan.writers[number % len(plan.writers)]]
        if number % 3:
            team = groups[number % len(groups)]
            if number % 3 == 1:
                writer = team[0]
            to = [person for person in team if person is not writer]
        else:
            to = [person for person in everyone if person is not writer][:14]
        words = (plan.subjects[number % len(plan.subjects)], "Dear all, here is the news.")
        when = moment(rng, *span)
        message = box.write(when, writer, [*to[:1], box.owner], words, to[1:])
        if number % 4 == 0:
            box.answer(message, soon(rng, when), box.owner, writer)


def _introduction(box: Mailbox, by: Someone, new: Someone, when: datetime) -> None:
    """``by`` brings Noor and ``new`` together; the two then write to each other."""
    text = f"Noor, meet {new.given}. I'll let you two take it from here."
    subject = f"Introduction: Noor <> {new.given}"
    message = box.write(when, by, [box.owner, new], (subject, text))
    first = box.answer(message, hours_later(when, 20), new, box.owner)
    first.text = f"Thanks for the intro, {by.given} (moving you to bcc). When works, Noor?"
    second = box.answer(first, hours_later(when, 29), box.owner, new)
    third = box.answer(second, hours_later(when, 52), new, box.owner)
    box.answer(third, hours_later(when, 24 * 40), box.owner, new)


def _project(box: Mailbox, people: Mapping[str, Someone]) -> None:
    """Tomasz keeps a circle of readers posted; Ilse of Nordwind is one of them."""
    readers: Sequence[Someone] = [people[k] for k in ("ilse", "henrik", "zoe", "priya")]
    start = datetime(2026, 2, 3, 16, 10, tzinfo=UTC)
    for number in range(4):
        when = start + timedelta(days=61 * number)
        words = ("Ward stock pilot", "Ilse's figures and mine, for those who asked.")
        message = box.write(when, people["tomasz"], [readers[0]], words, [*readers[1:], box.owner])
        if number % 2:
            box.answer(message, hours_later(when, 5), box.owner, people["tomasz"])


def _open_day(box: Mailbox, people: Mapping[str, Someone]) -> None:
    """Karim writes to half the town about the hospital's open day: a crowd, not a tie."""
    readers = [person for circle in STREETS for person in members(circle, people)]
    readers = [box.owner, *dict.fromkeys(readers)][:36]
    words = ("Open day at the hospital", "Dear neighbours, everybody is welcome on Sunday.")
    box.write(datetime(2026, 4, 14, 11, 0, tzinfo=UTC), people["karim"], readers, words)
