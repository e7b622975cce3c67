"""What guest lists share: who was there, and the event as a group they all belonged to.

Guests of one event are no acquaintances: a card with a group says that two people were in the
same place, and how much that is worth is for the graph to weigh, by the size of the event.
"""

from __future__ import annotations

import re
from datetime import date

from netgraph.importers._columns.cells import person_name
from netgraph.importers._files import Document
from netgraph.importers._keys import seal
from netgraph.importers._people.notpeople import refusal
from netgraph.importers._tables.delimited import Cells
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Reject,
)

#: A meeting with more people than this makes nobody acquainted.
CROWD = 25
#: What the report says of such a meeting.
MANY = f"more than {CROWD} people met: all are kept, but a meeting of so many ties nobody"
_ENDING = re.compile(r"(\.(csv|xls|xlsx|tsv|txt))+$", re.IGNORECASE)
#: What services and browsers add to the event's name: "Night - Guests - 2026-01-10 (1)".
_ADDED = re.compile(
    r"([\s_-]*\(\d+\)|[\s_-]+(on[\s_-]+)?\d[\d\s_.:T-]*"
    r"|[\s_-]+(guests?|guest[\s_-]list|attendees?|attendee[\s_-](list|report|summary)"
    r"|members?|member[\s_-]list|rsvps?|export|report))$",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"(luma|eventbrite|meetup|guests?|attendees?|members?|rsvps?|report|export|events?"
    r"|list|orders?|summary|download|[\W\d_])+",
    re.IGNORECASE,
)
_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ,].*)?")
_US_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ ,].*)?")
_EMPLOYER = re.compile(
    r"^company( name)?$|^organi[sz]ation$|^employer$"
    r"|\b(your|which|what) (current )?(company|employer|organi[sz]ation)\b|where do you work",
)
_ROLE = re.compile(r"^(job )?title$|^role$|^position$|\bjob title\b|\byour (current )?role\b")


def event_name(document: Document, service: str) -> str:
    """The event as the file is called; a nameless file gives a group of its own.

    Services put the event's name into the name of the file: "Hiring Night - Guests.csv".
    """
    name = _ENDING.sub("", document.basename)
    before = ""
    while name != before:
        before, name = name, _ADDED.sub("", name)
    name = " ".join(name.replace("_", " ").split(" ")).strip(" -")
    if not name or _GENERIC.fullmatch(name):
        return f"{service} event in {document.basename} ({document.digest[:6]})"
    return name


def day_of(text: str) -> date | None:
    """``2026-02-01``, also with a time behind it, or ``02/01/2026`` (month first), else None."""
    iso, american = _DAY.fullmatch(text), _US_DAY.fullmatch(text)
    if iso:
        year, month, number = iso.groups()
    elif american:
        month, number, year = american.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(number))
    except ValueError:
        return None


def held_on(event: str, day: date | None) -> Affiliation:
    """Having been at ``event``, over on the same day; undated when nobody says when."""
    return Affiliation(event, "", day, day, AffiliationKind.GROUP)


def work_in(cells: Cells) -> tuple[Affiliation, ...]:
    """The employer and role a guest gave, in the columns every service has or in questions."""
    employer = next((text for name, text in cells.items() if text and _EMPLOYER.search(name)), "")
    role = next((text for name, text in cells.items() if text and _ROLE.search(name)), "")
    return (Affiliation(employer, role),) if employer or role else ()


def guest(
    origin: Origin,
    name: str,
    identifiers: list[Identifier],
    affiliations: tuple[Affiliation, ...],
) -> Card | Reject | None:
    """The card of one guest, or why it is no person; None without a name or address."""
    turned = person_name(name)
    known = [i for i in identifiers if i.value]
    if not (turned or known):
        return None
    refused = refusal((turned,), known, (), origin)
    if refused:
        return refused
    known = known or [Identifier(IdentifierKind.NAME, turned)]
    return seal(Card("", "", origin, (turned,), tuple(known), affiliations))


def mail(text: str) -> Identifier:
    """An address; "" for anything that is none."""
    return Identifier(IdentifierKind.EMAIL, text if "@" in text else "")


def phone(text: str) -> Identifier:
    """A telephone number as text; "" for anything that is none."""
    is_number = sum(character.isdigit() for character in text) >= 5
    return Identifier(IdentifierKind.PHONE, text if is_number else "")
