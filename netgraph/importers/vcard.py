"""vCard address books (.vcf): 2.1, 3.0 and 4.0, one card or many thousand.

Phones, Apple, Google (Takeout and the contacts page), Outlook, Thunderbird, Nextcloud. Sources:
vCard 2.1 (versit, 1996), RFC 2426, RFC 6350, and the files those programs really write.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from netgraph.importers import Document, Importer
from netgraph.importers._contentlines import first_word, split, unescape
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._vcardlines import MESSENGERS, RawCard, raw_cards
from netgraph.importers._vcardrelations import card_handle, is_linkedin, relations
from netgraph.model import (
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

_NAME = "vcard"
#: Google's own groups say nothing about a person.
_SYSTEM_LABELS = {"mycontacts", "starred"}
_LEFT_SIDE = ("email", "profile", "handle", "phone")
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"


def recognises(document: Document) -> bool:
    """Whether the first words are ``BEGIN:VCARD``."""
    return first_word(document.head).startswith(b"BEGIN:VCARD")


def read(document: Document) -> Iterator[Record]:
    """A card per person with the relations it states; groups become labels of their members.

    Places are "card N", counted from 1; a card nested in another (AGENT) has the outer place.
    Company cards, groups and cards of things are left out, empty cards are rejects. A person
    who is only named gets a card of their own.
    """
    uids: set[str] = set()
    groups: list[tuple[Origin, RawCard]] = []
    with document.open() as stream:
        for raw in raw_cards(stream):
            origin = document.origin(_NAME, f"card {raw.number}")
            kind = raw.value("KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
            if kind == "group":
                groups.append((origin, raw))
                reason = "a group of contacts, not a person"
                yield Reject(origin, reason, RejectKind.LEFT_OUT)
            elif kind in {"org", "location", "application", "device"} or _is_company(raw):
                reason = "a company, not a person" if kind in {"org", ""} else "not a person"
                yield Reject(origin, reason, RejectKind.LEFT_OUT)
            else:
                yield from _person(raw, origin, uids)
    for origin, raw in groups:
        yield from _labelled(raw, origin, uids)


IMPORTER = Importer(
    name=_NAME,
    title="vCard address book",
    how_to_export="iPhone or Mac: on icloud.com/contacts select all, then Export vCard; or "
    "Android: in the Contacts app choose Fix & manage (or the menu) > Export to file; or others: "
    "look for Export and vCard in the address book; the file ends in .vcf",
    unit="cards",
    recognises=recognises,
    read=read,
)


def _person(raw: RawCard, origin: Origin, uids: set[str]) -> Iterator[Record]:
    card = _card(raw, origin, uids)
    if not card.names and not card.identifiers:
        yield Reject(origin, "the card holds no name, address or number")
        return
    yield card
    by_kind = {i.kind.value: i for i in reversed(card.identifiers)}
    left = next((by_kind[kind] for kind in _LEFT_SIDE if kind in by_kind), None)
    left = left or Identifier(IdentifierKind.NAME, card.names[0])
    for kind, right in relations(raw):
        yield from _stated(origin, kind, left, right)
    for agent in raw.agents:
        for record in _person(agent, origin, uids):
            yield record
            if isinstance(record, Card) and record.is_contact and record.identifiers:
                yield _relation(origin, RelationKind.ASSISTANT, left, record.identifiers[0])
            elif isinstance(record, Card) and record.is_contact:
                right = Identifier(IdentifierKind.NAME, record.names[0])
                yield _relation(origin, RelationKind.ASSISTANT, left, right)


def _stated(
    origin: Origin, kind: RelationKind, left: Identifier, right: Identifier
) -> Iterator[Record]:
    """The relation, and a card of the person named; a handle names nobody by itself."""
    if not right.value or right == left:
        return
    if right.kind is not IdentifierKind.HANDLE:
        names = (right.value,) if right.kind is IdentifierKind.NAME else ()
        yield seal(Card("", "", origin, names=names, identifiers=(right,)))
    yield _relation(origin, kind, left, right)


def _relation(origin: Origin, kind: RelationKind, left: Identifier, right: Identifier) -> Relation:
    key = hash_of("relation", kind, left.kind, left.value, right.kind, right.value)
    return Relation(key, origin, kind, left, right)


def _card(raw: RawCard, origin: Origin, uids: set[str]) -> Card:
    uid = card_handle(raw.value("UID"))
    if uid and uid.value in uids:
        # Two cards under one UID are two people as often as one; other evidence must decide.
        uid = None
    identifiers = list(_identifiers(raw))
    if uid:
        uids.add(uid.value)
        identifiers.append(uid)
    addresses = {i.value.casefold() for i in identifiers}
    draft = Card(
        key="",
        subject="",
        origin=origin,
        names=tuple(n for n in _names(raw) if n.casefold() not in addresses),
        identifiers=tuple(identifiers),
        affiliations=tuple(_affiliations(raw)),
        labels=tuple(_labels(raw)),
        is_contact=True,
    )
    return seal(draft, uid.value if uid else "")


def _names(raw: RawCard) -> Iterator[str]:
    for line in raw.all("FN"):
        yield unescape(line.value)
    given = ""
    for line in raw.all("N"):
        family, given, middle, *_ = [part.replace(",", " ") for part in split(line.value, ";")] + [
            "",
            "",
        ]
        yield f"{given} {middle} {family}"
    for line in raw.all("NICKNAME"):
        yield from split(line.value, ",")
    for line in raw.all("X-ANDROID-CUSTOM"):
        kind, *fields = split(line.value, ";")
        if kind == _ANDROID_NICKNAME and fields:
            yield fields[0]
    for line in raw.all("X-MAIDENNAME", "X-MAIDEN-NAME"):
        if line.value.strip():
            yield f"{given} {unescape(line.value)}"


def _identifiers(raw: RawCard) -> Iterator[Identifier]:
    for line in raw.properties:
        value = unescape(line.value).strip()
        scheme, _, rest = value.partition(":")
        if line.name == "EMAIL":
            yield Identifier(IdentifierKind.EMAIL, rest if scheme.lower() == "mailto" else value)
        elif line.name == "TEL":
            yield Identifier(IdentifierKind.PHONE, rest if scheme.lower() == "tel" else value)
        elif line.name in {"URL", "X-SOCIALPROFILE"} and is_linkedin(value):
            yield Identifier(IdentifierKind.PROFILE, value)
        elif line.name == "X-SOCIALPROFILE":
            yield from _social(value, line.params)
        elif line.name == "IMPP":
            yield Identifier(IdentifierKind.HANDLE, value)
        elif line.name in MESSENGERS and value:
            network = line.name.removeprefix("X-").removesuffix("-USERNAME").lower()
            yield Identifier(IdentifierKind.HANDLE, f"{network}:{value}")


def _social(value: str, params: dict[str, str]) -> Iterator[Identifier]:
    network = params.get("TYPE", "").lower().split(",")[0]
    user = params.get("X-USER", "") or value.removeprefix("x-apple:")
    if network == "linkedin" and user and "/" not in user:
        address = f"https://www.linkedin.com/in/{user}"
        yield Identifier(IdentifierKind.PROFILE, address)
    elif network and user and "/" not in user:
        yield Identifier(IdentifierKind.HANDLE, f"{network}:{user}")
    elif value:
        yield Identifier(IdentifierKind.HANDLE, value)


def _affiliations(raw: RawCard) -> Iterator[Affiliation]:
    """ORG and TITLE (else ROLE, else the department) in step; a title alone is an occupation."""
    organisations = [split(line.value, ";") for line in raw.all("ORG")]
    titles = [unescape(line.value).strip() for line in raw.all("TITLE") or raw.all("ROLE")]
    for organisation, title in zip_longest(organisations, titles):
        name, *departments = organisation or [""]
        role = title or next((part for part in departments if part), "")
        if name or role:
            yield Affiliation(" ".join(name.split()), " ".join(role.split()))


def _labels(raw: RawCard) -> Iterator[str]:
    for line in raw.all("CATEGORIES"):
        for label in split(line.value, ","):
            if label.casefold() not in _SYSTEM_LABELS:
                yield label


def _is_company(raw: RawCard) -> bool:
    """Marked as one, or called like its ORG and without any personal name."""
    if raw.value("X-ABSHOWAS").upper() == "COMPANY":
        return True
    formatted, organisation = raw.value("FN"), raw.value("ORG")
    has_name = any(part for part in split(raw.value("N"), ";"))
    same = unescape(formatted).strip().casefold() == split(organisation, ";")[0].casefold()
    return bool(formatted and organisation) and same and not has_name


def _labelled(raw: RawCard, origin: Origin, uids: set[str]) -> Iterator[Card]:
    """The group's name as a label on each of its members that the file has a card of."""
    label = unescape(raw.value("FN", "N")).strip(" ;")
    for line in raw.all("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER"):
        uid = card_handle(line.value)
        if label and uid and uid.value in uids:
            draft = Card("", "", origin, identifiers=(uid,), labels=(label,), is_contact=True)
            yield seal(draft, uid.value)
