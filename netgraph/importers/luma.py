"""Luma guest list: who came to an event; co-presence, never acquaintance.

Columns as downloaded from 2023 to 2026 (``api_id`` became ``guest_id``, ``custom_source``
became ``utm_source``; their order varies), then one column for each question of the host.
Source: exports committed to public repositories by hosts.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

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
from netgraph.importers._linkedin.export import profile, slug_of
from netgraph.importers._tables.delimited import Cells, has_header, records, rows
from netgraph.model import Origin, Record, Reject, RejectKind

NAME = "luma"
#: Columns that are no questions to the guest.
OWN = (
    frozenset({"api_id", "guest_id", "name", "first_name", "last_name", "email"})
    | {"phone_number", "created_at", "approval_status", "checked_in_at", "qr_code_url"}
    | {"custom_source", "utm_source", "referrer", "referred_by", "coupon_code"}
    | {"amount", "amount_tax", "amount_discount", "currency", "eth_address", "solana_address"}
    | {"survey_response_rating", "survey_response_feedback", "ticket_type_id", "ticket_name"}
)
LEFT_OUT = {
    "declined": "declined: was not at the event",
    "pending": "never approved: was not at the event",
    "pending_approval": "never approved: was not at the event",
    "invited": "only invited: was not at the event",
    "waitlist": "on the waiting list: was not at the event",
    "rejected": "turned away: was not at the event",
}


def is_luma(columns: frozenset[str]) -> bool:
    """Whether the columns are those of a guest list."""
    return {"name", "email", "approval_status"} <= columns and bool(
        {"api_id", "guest_id"} & columns
    )


def recognises(document: Document) -> bool:
    """Whether the header is that of a guest list."""
    return has_header(document, is_luma)


def read(document: Document) -> Iterator[Record]:
    """A card for everybody who was let in."""
    event = held_on(event_name(document, "Luma"), _day(document))

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        status = cells["approval_status"].casefold()
        if status != "approved" and not cells.get("checked_in_at"):
            reason = LEFT_OUT.get(status, "not approved: was not at the event")
            yield Reject(origin, reason, RejectKind.LEFT_OUT)
            return
        answers = {name: text for name, text in cells.items() if name not in OWN}
        profiles = [profile(text) for text in answers.values() if slug_of(text)]
        whole = f"{cells.get('first_name', '')} {cells.get('last_name', '')}".strip()
        found = guest(
            origin,
            whole or cells["name"],
            [*profiles, mail(cells["email"]), phone(cells.get("phone_number", ""))],
            (event, *work_in(answers)),
        )
        yield found or Reject(origin, "has no name and no address")

    return records(document, NAME, is_luma, convert)


def _day(document: Document) -> date | None:
    """The day of the event: the first on which somebody was checked in."""
    days = (day_of(row.cells.get("checked_in_at", "")) for row in rows(document, is_luma))
    return min((day for day in days if day), default=None)


IMPORTER = Importer(
    name=NAME,
    title="Luma guest list",
    how_to_export="only hosts can: on lu.ma open the event and choose Manage > Guests; press "
    "Download as CSV; leave the event's name in the file's name",
    unit="guests",
    recognises=recognises,
    read=read,
)
