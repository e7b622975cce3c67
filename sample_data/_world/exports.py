"""Fills the two LinkedIn exports: what Noor downloaded, and what Dana lent her."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, date, datetime

from _world import linkedin
from _world.linkedin import Line, conversation
from _world.people import Someone

#: Noor's LinkedIn conversations: who, how many messages, from when.
TALKS = (
    ("dana", 6, 2023),
    ("tomasz", 6, 2024),
    ("grace", 8, 2025),
    ("zoe", 6, 2024),
    ("wren", 1, 2026),
    ("colin", 3, 2022),
    ("sara1", 4, 2021),
    ("tunde", 4, 2022),
    ("henrik", 4, 2025),
    ("fang", 4, 2026),
    ("priya", 4, 2025),
)
#: Dana's: Heliaworks is close to her, Meridian and Nordwind less so.
DANA_TALKS = (
    ("noor", 8, 2024),
    ("anselm", 12, 2025),
    ("yuki", 4, 2024),
    ("ruth", 4, 2024),
    ("bea", 1, 2021),
    ("leila", 6, 2025),
    ("grace", 4, 2023),
)


def noors(people: Mapping[str, Someone], rng: random.Random) -> bytes:
    """Noor's export of 2 November 2026."""
    noor = people["noor"]
    known = [person for person in people.values() if "linkedin" in person.sources]
    lines: list[Line] = []
    for key, count, year in TALKS:
        lines += conversation(people[key], noor, count, date(year, 1, 10), rng)
    crowd = [p for p in known if p.circle in {"brightwater", "pellmarsh", "meetup", "university"}]
    for person in rng.sample(crowd, 24):
        lines += conversation(noor, person, rng.choice((1, 2, 2, 3, 4)), person.since, rng)
    introduced = datetime(2022, 11, 8, 18, 4, tzinfo=UTC)
    lines += _brought_together(people["liz"], noor, people["zoe"], introduced)
    recent = [person for person in known if person.since.year >= 2022]
    return linkedin.export(
        {
            "Connections.csv": linkedin.connections(known, "linkedin", 8, rng),
            "messages.csv": linkedin.messages(noor, lines),
            "Invitations.csv": linkedin.invitations(noor, recent, rng),
            "Profile.csv": linkedin.profile(
                noor, "From moving goods to making sense of data", "Logistics"
            ),
            "Email Addresses.csv": linkedin.addresses(noor.private, noor.work),
            "PhoneNumbers.csv": linkedin.phone_numbers(noor.phone),
            "Positions.csv": linkedin.positions(
                ("Pell & Marsh Logistics", "Operations manager", "Sep 2020", "Jun 2026"),
                ("Brightwater Stores Ltd", "Distribution shift manager", "Mar 2017", "Aug 2020"),
                ("Brightwater Stores Ltd", "Stock planner", "Mar 2014", "Feb 2017"),
            ),
            "Education.csv": linkedin.education(
                ("Alder Open College", "Certificate, Data Analysis", "Sep 2025", "Jul 2026"),
                ("Alder University", "BA, Business Logistics", "2011", "2014"),
            ),
        }
    )


def danas(people: Mapping[str, Someone], rng: random.Random) -> bytes:
    """Dana's export, lent to Noor over coffee."""
    dana = people["dana"]
    known = [people["noor"]]
    known += [person for person in people.values() if "dana" in person.sources]
    lines: list[Line] = []
    for key, count, year in DANA_TALKS:
        lines += conversation(people[key], dana, count, date(year, 1, 10), rng)
    others = [person for person in known if person.circle == "dana" and len(person.id) > 5]
    for person in rng.sample(others, 18):
        lines += conversation(dana, person, rng.choice((1, 2, 3, 4)), person.since, rng)
    team = (dana, people["anselm"], people["yuki"])
    when = datetime(2026, 5, 12, 9, 40, tzinfo=UTC)
    lines.append(Line(team, dana, when, "Anselm, Yuki: shall we show this together in June?"))
    recent = [person for person in known if person.since.year >= 2024]
    return linkedin.export(
        {
            "Connections.csv": linkedin.connections(known, "dana", 4, rng),
            "messages.csv": linkedin.messages(dana, lines),
            "Invitations.csv": linkedin.invitations(dana, recent, rng),
            "Profile.csv": linkedin.profile(dana, "Data for people's health", "Hospitals"),
            "Email Addresses.csv": linkedin.addresses(dana.private, dana.work),
            "Positions.csv": linkedin.positions(
                ("Fennel Health Partners", "Data programme lead", "Apr 2019", ""),
                ("Harbour Council", "Health data analyst", "Oct 2014", "Mar 2019"),
            ),
            "Education.csv": linkedin.education(
                ("Alder University", "BSc, Statistics", "2011", "2014"),
            ),
        }
    )


def _brought_together(by: Someone, noor: Someone, new: Someone, when: datetime) -> list[Line]:
    """An introduction by a message to both, and the first words that followed."""
    text = f"Noor, meet {new.given}. {new.given}, Noor is the one I told you about."
    return [
        Line((by, noor, new), by, when, text),
        Line((noor, new), new, when.replace(hour=20), "Nice to meet you! Lunch next week?"),
        Line((noor, new), noor, when.replace(hour=21), "With pleasure, Wednesday?"),
    ]
