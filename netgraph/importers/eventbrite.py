"""Eventbrite attendee report, the older and the present layout; co-presence only.

The older one has "Order #" and "Attendee #" (and, when chosen, "Event Name"), the present one
"Order ID" and "Attendee first name". Who bought a ticket for somebody else is kept as a person
but not as a guest. Source: public parsers of real reports; the organisers' help pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._guests.events import (
    day_of,
    event_name,
    guest,
    held_on,
    mail,
    phone,
    work_in,
)
from netgraph.importers._tables.delimited import Cells, has_header, records
from netgraph.model import Origin, Record, Reject, RejectKind

NAME = "eventbrite"
#: Where the buyer did not say who comes, Eventbrite writes this into every column.
NOT_SAID = "info requested"
ABSENT = re.compile(r"refund|not attending|cancel|delet|transfer|no.?show", re.IGNORECASE)


def is_eventbrite(columns: frozenset[str]) -> bool:
    """Whether the columns are those of either layout."""
    is_old = {"order #", "first name", "last name", "ticket type"} <= columns
    return is_old or {"order id", "attendee first name", "attendee last name"} <= columns


def recognises(document: Document) -> bool:
    """Whether the header is that of an attendee report."""
    return has_header(document, is_eventbrite)


def read(document: Document) -> Iterator[Record]:
    """A card for everybody who was to come, and for a buyer who is somebody else."""
    fallback = event_name(document, "Eventbrite")

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        status = _first(cells, "attendee status", "order status", "order type")
        event = held_on(
            _first(cells, "event name") or fallback,
            day_of(_first(cells, "event start date", "event date", "date attending")),
        )
        name = _name(cells, "attendee ") or _name(cells, "")
        address = mail(_first(cells, "attendee email", "email"))
        if ABSENT.search(status):
            reason = "refunded or cancelled: was not at the event"
            yield Reject(origin, reason, RejectKind.LEFT_OUT)
            return
        numbers = ("phone number", "cell phone", "work phone", "home phone")
        phones = [phone(_first(cells, column)) for column in numbers]
        found = guest(origin, name, [address, *phones], (event, *work_in(_said(cells))))
        buyer = (_name(cells, "buyer "), mail(_first(cells, "buyer email")))
        is_other = buyer[0].casefold() != name.casefold() and buyer[1] != address
        bought = guest(origin, buyer[0], [buyer[1]], ()) if is_other else None
        if found is None and bought is None:
            yield Reject(origin, "the buyer did not say who came", RejectKind.LEFT_OUT)
        yield from (card for card in (found, bought) if card)

    return records(document, NAME, is_eventbrite, convert)


def _said(cells: Cells) -> Cells:
    return {name: text for name, text in cells.items() if text.casefold() != NOT_SAID}


def _first(cells: Cells, *columns: str) -> str:
    """The first of ``columns`` that says something."""
    texts = (cells.get(column, "") for column in columns)
    return next((text for text in texts if text and text.casefold() != NOT_SAID), "")


def _name(cells: Cells, whose: str) -> str:
    return " ".join(
        filter(None, (_first(cells, f"{whose}first name"), _first(cells, f"{whose}last name")))
    )


IMPORTER = Importer(
    name=NAME,
    title="Eventbrite attendees",
    how_to_export="only organisers can: on eventbrite.com choose Events > your event > Reporting > "
    "Attendee report; choose Export as CSV; leave the event's name in the file's name",
    unit="attendees",
    recognises=recognises,
    read=read,
)
