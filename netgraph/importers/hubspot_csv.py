"""HubSpot contacts as CSV ("hubspot-crm-exports-…"): property names as shown, "Record ID" first.

Capitals changed about 2023 ("First Name", "First name"), so they are not looked at.
Source: exports; HubSpot > CRM > Contacts > Export.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Document, Importer
from netgraph.importers._columns.cells import several
from netgraph.importers._people.addressbook import (
    Entry,
    addresses,
    all_of,
    entry_records,
    first_of,
    full_name,
    names_in,
    phones,
    profiles,
    work_at,
)
from netgraph.importers._tables.delimited import Cells, has_header, records
from netgraph.model import Affiliation, Origin, Record, RelationKind

NAME = "hubspot_csv"
IDS = frozenset({"record id", "record id - contact"})
MAILS = ("email", "work email", "additional email addresses")
PHONES = ("phone number", "mobile phone number", "whatsapp phone number")
COMPANIES = (
    "associated company",
    "primary associated company name (primary)",
    "associated company (primary)",
    "company name",
    "company",
)
REFERRERS = ("referred by", "introduced by", "referral")


def is_hubspot(columns: frozenset[str]) -> bool:
    """Whether the columns are those of a HubSpot export of contacts."""
    is_named = not columns.isdisjoint({"first name", "last name"})
    # Zoho has a "Record Id" too, but calls the company an account.
    is_own = not columns.isdisjoint(IDS) and "account name" not in columns
    return is_own and is_named and "email" in columns


def recognises(document: Document) -> bool:
    """Whether the header is that of a HubSpot export of contacts."""
    return has_header(document, is_hubspot)


def read(document: Document) -> Iterator[Record]:
    """A card for every person, and a relation with a card for who referred them."""

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        referrers = names_in(first_of(cells, *REFERRERS))
        sites = [text for name, text in cells.items() if "linkedin" in name or "website" in name]
        entry = Entry(
            (full_name(cells.get("first name", ""), cells.get("last name", "")),),
            (
                *profiles(sites),
                *addresses(all_of(cells, MAILS)),
                *phones(all_of(cells, PHONES)),
            ),
            _work(cells),
            related=tuple((RelationKind.REFERRED_BY, name) for name in referrers),
        )
        yield from entry_records(entry, origin)

    return records(document, NAME, is_hubspot, convert)


def _work(cells: Cells) -> tuple[Affiliation, ...]:
    companies = several(first_of(cells, *COMPANIES)) or ("",)
    role = cells.get("job title", "")
    first, *others = companies
    return (*work_at(first, role), *(Affiliation(company) for company in others))


IMPORTER = Importer(
    name=NAME,
    title="HubSpot contacts",
    how_to_export="HubSpot > CRM > Contacts > Export > CSV, all properties",
    unit="rows",
    recognises=recognises,
    read=read,
)
