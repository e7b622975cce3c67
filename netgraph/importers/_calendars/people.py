"""Who an ATTENDEE or ORGANIZER is: a person, or a room, a list, a desk, a company.

Source: RFC 5545, sections 3.2 and 3.8.4; Google's and Apple's ways of writing them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote

from netgraph.importers._people.notpeople import refusal
from netgraph.importers._tables.sheets import MAX_CELL
from netgraph.importers._text.contentlines import Property, unescape
from netgraph.model import Identifier, IdentifierKind, Origin

#: Characters looked at of a name: one more than are kept, so that the cut is told.
MAX_LENGTH = MAX_CELL + 1
_NOT_PEOPLE = {"RESOURCE", "ROOM", "GROUP"}
_ADDRESS = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+")
_NOT_PEOPLE_AT = ("@calendar.google.com", ".calendar.google.com")
_ROOM = re.compile(
    r"(?:.*\b)?(?:(?:meeting|conference|conf\.?|board|huddle|training)[ _-]*room"
    r"|besprechungs(?:raum|zimmer)|sitzungszimmer|konferenzraum|salle de (?:réunion|conférence)"
    r"|sala (?:de reuniones|de juntas|riunioni|de reuniões)|vergaderzaal)\b.*"
    r"|(?:room|raum|salle|sala|zaal)[ _-]*(?:\d.*|[a-z]?)",
    re.IGNORECASE,
)
#: Distribution lists as companies call them; the short words only in capitals.
_LISTED = re.compile(
    r"(?:DL|DG|PDL|GRP)[ _-].+"
    r"|(?i:.*\b(?:distribution list|mailing list|verteiler|all[ _-](?:users|staff|employees)"
    r"|alle mitarbeiter(?:innen)?|tous les (?:employés|collaborateurs))\b.*)"
)
_NOT_THERE = {"DECLINED", "DELEGATED"}
#: Stands in where nobody reads the origin of a refusal.
_NOWHERE = Origin("", "", "", "")


@dataclass(frozen=True, slots=True)
class Guest:
    """One person of an event: how pointed at, how called, and whether they stayed away."""

    identifier: Identifier
    name: str
    declined: bool


def guests(line: Property) -> Iterator[Guest]:
    """The person an ATTENDEE or ORGANIZER is; nobody for rooms, lists and mere copies."""
    params = line.params
    if params.get("CUTYPE", "").upper() in _NOT_PEOPLE:
        return
    if params.get("ROLE", "").upper() == "NON-PARTICIPANT":
        return
    name = " ".join(unescape(params.get("CN", ""))[:MAX_LENGTH].split())
    identifier = _identifier(line, name)
    if identifier is None or is_nobody(identifier, name):
        return
    declined = params.get("PARTSTAT", "").upper() in _NOT_THERE
    yield Guest(identifier, "" if "@" in name else name, declined)


def is_address(text: str) -> bool:
    """Whether ``text`` is an e-mail address of a person's calendar."""
    return bool(_ADDRESS.fullmatch(text)) and not text.lower().endswith(_NOT_PEOPLE_AT)


def _identifier(line: Property, name: str) -> Identifier | None:
    value = unescape(line.value).strip()
    scheme, colon, rest = value.partition(":")
    is_mail = colon and scheme.lower() == "mailto"
    address = unquote(rest) if is_mail else line.params.get("EMAIL", "") or value
    address = "".join(address.split()).strip("<>").partition("?")[0]
    for text in (address, name):
        if _ADDRESS.fullmatch(text):
            return Identifier(IdentifierKind.EMAIL, text) if is_address(text) else None
    return Identifier(IdentifierKind.NAME, name) if name else None


@lru_cache(maxsize=16_384)
def is_nobody(identifier: Identifier, name: str) -> bool:
    """Whether what was invited is a room, a company, a desk, a list or a robot."""
    if _ROOM.fullmatch(name) or _LISTED.fullmatch(name):
        return True
    names = (name,) if name and "@" not in name else ()
    identifiers = (identifier,) if identifier.kind is IdentifierKind.EMAIL else ()
    return refusal(names, identifiers, (), _NOWHERE) is not None
