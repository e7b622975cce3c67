"""What one row of a LinkedIn export says, whether it stands in a CSV file or in the API's JSON.

Cells that JSON leaves out when they are empty read as "".
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers._keys import hash_of, seal
from netgraph.importers._linkedin.export import (
    bad_date,
    full_name,
    midnight,
    named,
    owner_history,
    parse_day,
    profile,
    slug_of,
)
from netgraph.importers._tables.delimited import Cells
from netgraph.model import (
    OWNER,
    Affiliation,
    AffiliationKind,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)


def connection(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Connections.csv: a card and the connection itself.

    Company and position are those of the day of the export, not of the connection. Members
    who hid or closed their profile are a row with nothing but the date.
    """
    name, url = full_name(cells), cells.get("url", "")
    slug = slug_of(url) if url else ""
    email = cells.get("email address", "")
    company = cells.get("company") or cells.get("current company", "")
    position = cells.get("position") or cells.get("current position", "")
    connected = cells["connected on"]
    if not (name or url or email):
        if company or position:
            yield Reject(origin, "has no name, profile or address")
        else:
            yield Reject(origin, "hidden member: only a date", RejectKind.LEFT_OUT)
        return
    identifiers = [profile(url)] if slug else []
    if "@" in email:
        identifiers.append(Identifier(IdentifierKind.EMAIL, email))
    identifiers = identifiers or [named(name or url or email)]
    draft = Card(
        key="",
        subject="",
        origin=origin,
        names=(name,),
        identifiers=tuple(identifiers),
        affiliations=(Affiliation(company, position),) if company or position else (),
        is_contact=True,
    )
    yield seal(draft, slug)
    day = parse_day(connected)
    if day is not None:
        yield Interaction(
            key=hash_of("connected", slug or identifiers[0].value, day),
            origin=origin,
            kind=InteractionKind.CONNECTED,
            when=midnight(day),
            sender=OWNER,
            participants=(identifiers[0],),
            n_participants=1,
        )
    elif connected:
        yield bad_date(origin, "Connected On", connected)


def position(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Positions.csv: a card of the owner for every job; no end means "still there"."""
    what = (cells["company name"], cells["title"])
    span = (cells["started on"], cells["finished on"])
    return owner_history(AffiliationKind.WORK, what, span, origin)


def education(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Education.csv: a card of the owner for every school."""
    what = (cells["school name"], cells["degree name"])
    span = (cells["start date"], cells["end date"])
    return owner_history(AffiliationKind.SCHOOL, what, span, origin)


def own_profile(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Profile.csv: the card of the owner, also under the maiden name."""
    name, maiden = full_name(cells), cells.get("maiden name", "")
    if not name:
        yield Reject(origin, "has no name")
        return
    former = f"{cells['first name']} {maiden}" if maiden else ""
    draft = Card("", "", origin, (name, former), (named(name),), is_owner=True)
    yield seal(draft)


def own_address(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Email Addresses.csv: a card of the owner for every confirmed address."""
    address = cells["email address"]
    if "@" not in address:
        yield Reject(origin, "is not an e-mail address")
    elif cells["confirmed"].casefold() == "no":
        yield Reject(origin, "an address that was never confirmed", RejectKind.LEFT_OUT)
    else:
        identifiers = (Identifier(IdentifierKind.EMAIL, address),)
        yield seal(Card("", "", origin, identifiers=identifiers, is_owner=True))


def own_number(cells: Cells, origin: Origin) -> Iterator[Record]:
    """PhoneNumbers.csv: a card of the owner for every number."""
    number = cells["number"]
    if any(character.isdigit() for character in number):
        identifiers = (Identifier(IdentifierKind.PHONE, number),)
        yield seal(Card("", "", origin, identifiers=identifiers, is_owner=True))
    else:
        yield Reject(origin, "is not a telephone number")
