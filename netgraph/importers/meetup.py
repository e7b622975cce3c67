"""Meetup lists of members and of an event's attendees; named ``.xls``, really text with tabs.

Belonging to a group or an event, never acquaintance; there is no address in them. Days are
written month first. Source: lists committed to public repositories by organisers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._guests.events import day_of, event_name, guest, held_on
from netgraph.importers._tables.delimited import Cells, has_header, records
from netgraph.model import (
    Affiliation,
    AffiliationKind,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

NAME = "meetup"
_GROUP = re.compile(r"meetup\.com/(?!members?/)([^/?#\s]+)/(?:members?|profile)\b", re.IGNORECASE)
_MEMBER = re.compile(r"(\d+)")
ABSENT = re.compile(r"no.?show|absent|did not|not attended|^no?$", re.IGNORECASE)


def is_meetup(columns: frozenset[str]) -> bool:
    """Whether the columns are those of either list."""
    return {"name", "user id", "url of member profile"} <= columns


def recognises(document: Document) -> bool:
    """Whether the header is that of a list from Meetup."""
    return has_header(document, is_meetup)


def read(document: Document) -> Iterator[Record]:
    """A card for every member, or for everybody who said they would come."""
    event = event_name(document, "Meetup")

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        is_event = "rsvp" in cells
        rsvp, came = cells.get("rsvp", "").casefold(), cells.get("attendance", "")
        came = came or cells.get("(attendance)", "")
        if is_event and (not rsvp.startswith("yes") or ABSENT.search(came)):
            reason = "did not come to the event"
            yield Reject(origin, reason, RejectKind.LEFT_OUT)
            return
        group = held_on(event, None) if is_event else _membership(cells, event)
        found = guest(origin, cells["name"], _handle(cells), (group,))
        yield found or Reject(origin, "has no name")

    return records(document, NAME, is_meetup, convert)


def _membership(cells: Cells, fallback: str) -> Affiliation:
    found = _GROUP.search(cells["url of member profile"])
    name = f"{found[1]} (Meetup)" if found else fallback
    joined = day_of(cells.get("joined group on", ""))
    return Affiliation(name, cells.get("title", ""), joined, None, AffiliationKind.GROUP)


def _handle(cells: Cells) -> list[Identifier]:
    """The member's number, the same in every list of every group."""
    number = _MEMBER.search(cells.get("member id") or cells["user id"])
    value = f"meetup:{number[1]}" if number else ""
    return [Identifier(IdentifierKind.HANDLE, value)]


IMPORTER = Importer(
    name=NAME,
    title="Meetup members or attendees",
    how_to_export="only organisers can: on meetup.com open the group, then Manage group > Members; "
    "choose Download member list; or for one event: open it and choose Manage attendees > "
    "Download; leave the name of the event in the file's name",
    unit="members",
    recognises=recognises,
    read=read,
)
