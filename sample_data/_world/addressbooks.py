"""Google contacts and the hand-made list, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from _world.cast import everyday_rows
from _world.people import CIRCLES, Someone
from _world.writing import table

GOOGLE = [
    "First Name",
    "Middle Name",
    "Last Name",
    "Phonetic First Name",
    "Phonetic Middle Name",
    "Phonetic Last Name",
    "Name Prefix",
    "Name Suffix",
    "Nickname",
    "File As",
    "Organization Name",
    "Organization Title",
    "Organization Department",
    "Birthday",
    "Notes",
    "Photo",
    "Labels",
    "E-mail 1 - Label",
    "E-mail 1 - Value",
    "E-mail 2 - Label",
    "E-mail 2 - Value",
    "Phone 1 - Label",
    "Phone 1 - Value",
    "Relation 1 - Label",
    "Relation 1 - Value",
    "Website 1 - Label",
    "Website 1 - Value",
]
HAND = [
    "Name",
    "Occupation",
    "Works at",
    "Circle",
    "Closeness",
    "Knows",
    "Knows at",
    "Met through",
    "Phone",
    "Email",
    "Notes",
]
#: Relations written down in Google contacts: whose card, label, whom.
RELATIONS = {
    "priya": ("Friend", "Liz Penhaligon"),
    "grace": ("Friend", "Dana Fox"),
    "colin": ("Friend", "Frances Whitlock"),
    "tomasz": ("Spouse", "Ewa Wilk"),
}
NOTES = {
    "priya": "Started the same week as me\nat Brightwater",
    "grace": "Seminar group, 2013",
    "frances": "Tuesdays 19:30",
}


def google(people: Sequence[Someone]) -> str:
    """google_contacts.csv in the newer schema (2024 on), two of the entries only an address."""
    rows = [_google_row(person, index) for index, person in enumerate(people)]
    for address in ("old.landlady@example.net", "lost.property@example.com"):
        row = dict.fromkeys(GOOGLE, "")
        row |= {"Labels": "* myContacts", "E-mail 1 - Value": address}
        rows.append(row)
    return table(GOOGLE, [list(row.values()) for row in rows])


def _google_row(person: Someone, index: int) -> dict[str, str]:
    row = dict.fromkeys(GOOGLE, "")
    given, _, family = person.written("google").partition(" ")
    row["First Name"], row["Last Name"] = given, family
    row["Labels"] = f"{CIRCLES[person.circle]} ::: * myContacts"
    # What was saved once stays: an address book remembers the employer of that time.
    then = {"brightwater": "Brightwater", "pellmarsh": "Pell & Marsh"}.get(person.circle, "")
    row["Organization Name"] = then if index % 2 else ""
    row["Notes"] = NOTES.get(person.id, "")
    if index % 9 == 4 and person.work:
        row["E-mail 1 - Label"] = "* Work"
        row["E-mail 1 - Value"] = f"{person.work} ::: {person.private}"
    else:
        row["E-mail 1 - Label"], row["E-mail 1 - Value"] = "* Other", person.private
        if person.work and (index % 3 == 0 or "mail" in person.sources):
            row["E-mail 2 - Label"], row["E-mail 2 - Value"] = "Work", person.work
    if index % 3 == 1 or "phone" in person.sources:
        row["Phone 1 - Label"], row["Phone 1 - Value"] = "Mobile", person.phone
    if index % 14 == 2:
        row["Birthday"] = f"--{index % 12 + 1:02d}-{index % 27 + 1:02d}"
    if index % 19 == 6 and "linkedin" in person.sources:
        row["Website 1 - Label"] = "Profile"
        row["Website 1 - Value"] = f"https://www.linkedin.com/in/{person.slug}"
    if person.id in RELATIONS:
        row["Relation 1 - Label"], row["Relation 1 - Value"] = RELATIONS[person.id]
    return row


def hand_list(people: Mapping[str, Someone]) -> str:
    """hand_list.csv: the people no file knows, with whom they know."""
    by_name = {person.name: person for person in people.values() if "hand" in person.sources}
    rows = []
    for name, occupation, employer, circle, closeness, knows, at, through, note in everyday_rows():
        person = by_name[name]
        phone = person.phone if "phone" in person.sources else ""
        mail = person.private if name in {"Bill Prentice", "Dana Fox", "Elspeth Munro"} else ""
        rows.append(
            [name, occupation, employer, circle, closeness, knows, at, through, phone, mail, note]
        )
    return table(HAND, rows)


TARGETS = (
    (
        "Nordwind Analytics",
        "Nordwind; Nordwind Analytics GmbH; Nordwind Analytics, Inc.",
        "nordwind.example",
        "Health-care data",
        "Port Alder",
    ),
    ("St. Mary Hospital", "St. Mary Hospital Trust", "stmary.example", "Hospital", "Port Alder"),
    (
        "Heliaworks Energy",
        "Heliaworks; Heliaworks Energy plc",
        "heliaworks.example",
        "Clean energy",
        "Port Alder",
    ),
    (
        "Solstice Grid",
        "Solstice Grid Ltd; Solstice",
        "solsticegrid.example",
        "Clean energy",
        "Eastmoor",
    ),
    (
        "Meridian Care Data",
        "Meridian Care Data Ltd; MCD",
        "meridiancare.example",
        "Health-care data",
        "Eastmoor",
    ),
    (
        "Aldous Genomics",
        "Aldous Genomics AG",
        "aldousgenomics.example",
        "Health-care data",
        "Port Alder",
    ),
)


def targets() -> str:
    """targets.csv: the six employers Noor would like to work for."""
    return table(["name", "aliases", "domains", "industry", "city"], TARGETS)
