"""People a LinkedIn export names besides connections: endorsed, recommended, uploaded.

LinkedIn lets only connections endorse and recommend each other, so such a row says that two
people know each other, and a recommendation that they worked together; how close they are it
does not say. Uploaded contacts are the address book that the owner once let LinkedIn read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers._keys import hash_of, seal
from netgraph.importers._linkedin.export import (
    HIDDEN_MEMBERS,
    named,
    profile,
    slug_of,
    split_urls,
)
from netgraph.importers._mail.roles import is_machine, is_person
from netgraph.importers._tables.delimited import Cells, Signature
from netgraph.model import (
    OWNER,
    Affiliation,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Reject,
    RejectKind,
    Relation,
    RelationKind,
)

_BETWEEN = re.compile(r"\s*[,;\n|]\s*")
#: Between addresses a blank separates too.
_BETWEEN_MAILS = re.compile(r"[\s,;|]+")
_MIN_DIGITS = 5


def is_endorsements(columns: frozenset[str]) -> bool:
    """Endorsement_Received_Info.csv and Endorsement_Given_Info.csv of every era."""
    sides = ("endorser first name", "endorsee first name")
    return {"endorsement date", "skill name"} <= columns and not columns.isdisjoint(sides)


def is_recommendations(columns: frozenset[str]) -> bool:
    """Recommendations_Received.csv and Recommendations_Given.csv."""
    return {"first name", "last name", "job title", "text", "creation date"} <= columns


def is_uploaded_contacts(columns: frozenset[str]) -> bool:
    """ImportedContacts.csv, its form of 2017, and Contacts.csv."""
    is_now = {"firstname", "lastname", "emails", "phonenumbers", "createdat"} <= columns
    is_old = {"first name", "last name", "companies", "phone numbers", "created at"} <= columns
    return is_now or is_old


def is_company_follows(columns: frozenset[str]) -> bool:
    """Company Follows.csv."""
    return {"organization", "followed on"} <= columns


def is_job_applications(columns: frozenset[str]) -> bool:
    """Job Applications.csv and its parts."""
    return {"application date", "company name", "job title", "job url"} <= columns


def is_notes(columns: frozenset[str]) -> bool:
    """Notes.csv: what the owner noted on connections."""
    return {"connection first name", "connection last name", "note"} <= columns


NAMED_SIGNATURES: tuple[Signature, ...] = (
    is_endorsements,
    is_recommendations,
    is_uploaded_contacts,
    is_company_follows,
    is_job_applications,
    is_notes,
)


def endorsement(cells: Cells, origin: Origin) -> Iterator[Record]:
    """One skill confirmed by or for somebody: a card, and that the two know each other."""
    for side in ("endorser", "endorsee"):
        first, last = cells.get(f"{side} first name", ""), cells.get(f"{side} last name", "")
        name, url = f"{first} {last}".strip(), cells.get(f"{side} public url", "")
        if name or url:
            yield from _acquaintance(origin, name, url)
            return
    yield _hidden(origin)


def recommendation(cells: Cells, origin: Origin) -> Iterator[Record]:
    """A written recommendation: a card, that the two know each other, and as colleagues.

    Company and title are not dated; whether they are those of today is not known.
    """
    name = f"{cells['first name']} {cells['last name']}".strip()
    work = (cells.get("company", ""), cells["job title"])
    yield from _acquaintance(origin, name, "", work, RelationKind.COLLEAGUE)


def _acquaintance(
    origin: Origin,
    name: str,
    url: str,
    work: tuple[str, str] = ("", ""),
    *more: RelationKind,
) -> Iterator[Record]:
    slug = slug_of(url)
    name = "" if name.casefold() in HIDDEN_MEMBERS else name
    if not (name or slug):
        yield _hidden(origin)
        return
    person = profile(url) if slug else named(name)
    affiliations = (Affiliation(*work),) if any(work) else ()
    yield seal(Card("", "", origin, (name,), (person,), affiliations), slug)
    for kind in (RelationKind.KNOWS, *more):
        key = hash_of("relation", kind, OWNER, slug or person)
        yield Relation(key, origin, kind, OWNER, person)


def _hidden(origin: Origin) -> Reject:
    return Reject(origin, "hidden member: no name and no profile", RejectKind.LEFT_OUT)


def company_follow(cells: Cells, origin: Origin) -> Iterator[Record]:
    """An organisation the owner follows."""
    organisation = cells["organization"]
    if not organisation:
        yield Reject(origin, "names no organisation")
        return
    key = hash_of("relation", RelationKind.FOLLOWS, OWNER, organisation)
    yield Relation(key, origin, RelationKind.FOLLOWS, OWNER, organisation)


def job_application(cells: Cells, origin: Origin) -> Iterator[Record]:
    """An employer the owner applied to, kept like one that is followed.

    Address and number in the row are those that the owner gave: a card of the owner.
    """
    mail, phone = cells.get("contact email", ""), cells.get("contact phone number", "")
    own = (
        Identifier(IdentifierKind.EMAIL, mail if "@" in mail else ""),
        Identifier(IdentifierKind.PHONE, phone if _is_number(phone) else ""),
    )
    if any(identifier.value for identifier in own):
        yield seal(Card("", "", origin, identifiers=own, is_owner=True))
    yield from company_follow({"organization": cells.get("company name", "")}, origin)


def connection_note(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Somebody the owner noted something on; what was noted is not read."""
    first, last = cells["connection first name"], cells["connection last name"]
    url = cells.get("connection profile url", "")
    yield from _acquaintance(origin, f"{first} {last}".strip(), url)


def _is_number(text: str) -> bool:
    return sum(c.isdigit() for c in text) >= _MIN_DIGITS


def uploaded_contact(cells: Cells, origin: Origin) -> Iterator[Record]:
    """Somebody in the uploaded address book; several addresses and numbers stand in a cell."""
    names = _names(cells)
    mails = [m for m in _split(cells, _BETWEEN_MAILS, "emails", "email address") if "@" in m]
    # somebody by name may well answer at an office's address, never at a machine's
    people = [mail for mail in mails if (not is_machine(mail) if names else is_person(mail))]
    phones = _split(cells, _BETWEEN, "phonenumbers", "phone numbers")
    phones = [phone for phone in phones if _is_number(phone)]
    urls = split_urls(" ".join((cells.get("profiles", ""), cells.get("sites", ""))))
    identifiers = [
        *(profile(url) for url in urls if slug_of(url)),
        *(Identifier(IdentifierKind.EMAIL, mail) for mail in people),
        *(Identifier(IdentifierKind.PHONE, phone) for phone in phones),
    ]
    work = tuple(_work(cells))
    if not (names or identifiers):
        yield _refusal(origin, has_machine=bool(mails), has_company=bool(work))
        return
    draft = Card(
        key="",
        subject="",
        origin=origin,
        names=tuple(names),
        identifiers=tuple(identifiers or [named(names[0])]),
        affiliations=work,
        is_contact=True,
    )
    yield seal(draft)


def _refusal(origin: Origin, *, has_machine: bool, has_company: bool) -> Reject:
    if has_machine:
        return Reject(origin, "only the address of a machine or an office", RejectKind.LEFT_OUT)
    if has_company:
        return Reject(origin, "a company, not a person", RejectKind.LEFT_OUT)
    return Reject(origin, "has no name and no address")


def _names(cells: Cells) -> list[str]:
    """The full name, the one before marriage, and what stands instead of a name."""
    first = _one(cells, "firstname", "first name")
    middle = _one(cells, "middlename", "middle name")
    last = _one(cells, "lastname", "last name")
    maiden = _one(cells, "maidenname", "maiden name")
    whole = " ".join(filter(None, (first, middle, last))) or _one(cells, "fullname", "full name")
    found = [whole, f"{first} {maiden}" if first and maiden else ""]
    found = found if whole else [_one(cells, "nickname", "nick name")]
    # an address in the place of a name is no name
    return [name for name in found if name and "@" not in name]


def _work(cells: Cells) -> Iterator[Affiliation]:
    companies = _split(cells, re.compile(r"\s*[;\n|]\s*"), "companies")
    title = cells.get("title", "")
    if companies or title:
        yield Affiliation(companies[0] if companies else "", title)
    for company in companies[1:]:
        yield Affiliation(company)


def _one(cells: Cells, *columns: str) -> str:
    return next((cells[column] for column in columns if cells.get(column)), "")


def _split(cells: Cells, between: re.Pattern[str], *columns: str) -> list[str]:
    return [part for part in between.split(_one(cells, *columns)) if part.strip(" <>\"'")]
