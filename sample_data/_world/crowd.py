"""Everybody else: circles filled with drawn names, employers and sources."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from _world.cast import SPELLED, principals
from _world.names import drawn, plain
from _world.people import Someone, furnish

MOVED_ON = (
    "Kestrel Foods",
    "Cobalt Packaging",
    "Ferry & Co Consulting",
    "Harbour Council",
    "Larkfield Pharma Distribution Ltd",
    "Oakhouse Furniture",
    "Tern & Tide Research",
    "Self-employed",
    "Confidential",
    "Port Alder Ferries",
    "Quill Software",
    "Anchor & Vane Insurance",
    "Bellwether Press",
    "Copperline Rail",
    "Dunlin Travel",
    "Eastmoor Borough Council",
    "Fernhill Nurseries",
    "Gullwing Design GmbH",
    "Hartland Paper Mill",
    "Ironbridge Games",
    "Juniper Bank",
    "Kittiwake Studios",
    "Longshore Construction",
    "Marram Textiles",
    "Northquay Builders Merchants",
    "Osprey Couriers",
    "Pine Systems",
    "Redshank Robotics S.A.",
    "Stillwater Breweries",
    "Turnstone Media",
    "Whimbrel Tea Co.",
    "",
)
#: Names that look like a target's and are not it.
TRAPS = (
    "Nordwind Bakery",
    "St. Mary School",
    "Solstice Yoga Studio",
    "Meridian Cycles",
    "Aldous & Daughters",
    "Helia Flowers",
)
HEALTH_AND_ENERGY = (
    "Fennel Health Partners",
    "Fennel Health Partners",
    "Harbour Clinic",
    "Larkfield Pharma Distribution Ltd",
    "Gannet Wind Ltd",
    "Tidal Array Co",
    "Open Ward Foundation",
    "Avocet Diagnostics",
    "Bittern Bioscience AG",
    "Dipper Hydro",
    "Eastmoor Hospice",
    "Firecrest Solar",
    "Goldeneye Optics",
    "Heron Health Records",
    "Lapwing Labs",
    "Merlin Care Homes",
    "Nuthatch Nutrition",
    "Pipit Pharmacy Group",
    "Ringed Plover Power",
    "Sandpiper Therapeutics",
    "Harbour Council",
    "Quill Software",
)
OPERATIONS = (
    "Shift manager",
    "Stock planner",
    "Transport planner",
    "Warehouse lead",
    "Buyer",
    "Route analyst",
    "HR adviser",
    "Finance partner",
    "Area manager",
)
DATA = ("Data analyst", "Data engineer", "Researcher", "Product manager", "BI developer", "Student")
CARE = ("Clinical analyst", "Programme manager", "Nurse", "Grid engineer", "Policy adviser")


@dataclass(frozen=True, slots=True)
class Circle:
    """How many people a circle has, where they work, and how many each source knows."""

    key: str
    size: int
    years: tuple[int, int]
    titles: tuple[str, ...]
    employer: str = ""
    loyal: int = 0
    linkedin: int = 0
    google: int = 0
    phone: int = 0
    dana: int = 0


PLAN = (
    Circle("brightwater", 30, (2014, 2020), OPERATIONS, "Brightwater Stores Ltd", 16, 27, 3, 5, 4),
    Circle("pellmarsh", 36, (2020, 2026), OPERATIONS, "Pell & Marsh Logistics", 26, 34, 4, 6, 2),
    Circle("university", 22, (2014, 2015), DATA + OPERATIONS, "", 0, 19, 11, 5, 14),
    Circle("choir", 14, (2016, 2024), ("",), "", 0, 4, 7, 4, 0),
    Circle("football", 12, (2021, 2025), ("",), "", 0, 3, 6, 7, 0),
    Circle("neighbours", 12, (2015, 2024), ("",), "", 0, 2, 8, 6, 0),
    Circle("meetup", 26, (2022, 2026), DATA, "", 0, 23, 11, 2, 7),
    Circle("course", 10, (2025, 2026), DATA, "", 0, 9, 7, 3, 1),
    Circle("trade", 42, (2015, 2026), OPERATIONS, "", 0, 42, 1, 3, 3),
    Circle("family", 12, (2014, 2014), ("",), "", 0, 3, 6, 11, 0),
    Circle("dana", 80, (2015, 2026), CARE + DATA, "", 0, 0, 0, 0, 80),
)


def everybody(rng: random.Random) -> list[Someone]:
    """All people of the world, Noor first, furnished with addresses and spellings."""
    people = principals()
    taken = {plain(person.name).lower() for person in people}
    for circle in PLAN:
        people += _filled(circle, rng, taken)
    slugs: set[str] = set()
    for number, person in enumerate(people):
        person.spelled = {**SPELLED.get(person.id, {}), **person.spelled}
        furnish(person, number + 100)
        if person.slug in slugs:
            person.slug = person.slug.replace("-example", "-2-example")
            person.private = person.private.replace("@", ".2@")
            person.work = person.work.replace("@", "2@")
        slugs.add(person.slug)
    return people


def _filled(circle: Circle, rng: random.Random, taken: set[str]) -> list[Someone]:
    members = []
    for index in range(circle.size):
        given, family = drawn(rng, taken)
        person = Someone(f"{circle.key}{index + 1:02d}", given, family, circle.key)
        person.company = _employer(circle, index, rng)
        person.title = rng.choice(circle.titles)
        first, last = circle.years
        start = date(first, 9, 1)
        latest = min(date(last, 12, 20), date(2026, 10, 10))
        person.since = start + timedelta(days=rng.randrange((latest - start).days + 1))
        members.append(person)
    for person in members[: circle.linkedin]:
        person.sources.add("linkedin")
    for source, count in (("google", circle.google), ("phone", circle.phone)):
        for person in rng.sample(members, count):
            person.sources.add(source)
    for person in members[: circle.dana]:
        person.sources.add("dana")
    _spell(members, rng)
    return members


def _employer(circle: Circle, index: int, rng: random.Random) -> str:
    if circle.key == "dana":
        return rng.choice(HEALTH_AND_ENERGY)
    if index < circle.loyal:
        # People write their employer's name in their own way.
        short = circle.employer.removesuffix(" Ltd").removesuffix(" Logistics")
        return rng.choice((circle.employer, circle.employer, short))
    if circle.key == "trade" and index < len(TRAPS):
        return TRAPS[index]
    return rng.choice(MOVED_ON)


def _spell(members: list[Someone], rng: random.Random) -> None:
    """Hasty spellings: lost accents, credentials and pictures after the family name."""
    for person in members:
        if plain(person.name) != person.name and "google" in person.sources:
            person.spelled["google"] = plain(person.name)
        if "linkedin" in person.sources and rng.random() < 0.08:
            extra = rng.choice((", MBA", ", PhD", " 🌱", ", CSCP", " (she/her)"))
            person.spelled["linkedin"] = person.name + extra
