"""vCard address books (.vcf): 2.1, 3.0 and 4.0, one card or many thousand.

Phones, Apple, Google (Takeout and the contacts page), Outlook, Thunderbird, Nextcloud. Sources:
vCard 2.1 (versit, 1996), RFC 2426, RFC 6350, and the files those programs really write.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from urllib.parse import unquote

from netgraph.importers import Document, Importer
from netgraph.importers._archives.takeout import is_collected, label_of
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._mail.roles import is_person
from netgraph.importers._people.notpeople import is_list, refusal
from netgraph.importers._text.contentlines import Property, first_word, split, unescape
from netgraph.importers._vcards.lines import MESSENGERS, RawCard, is_fax, raw_cards
from netgraph.importers._vcards.names import card_names, is_company
from netgraph.importers._vcards.relations import card_handle, is_linkedin, relations
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
_SYSTEM_LABELS = {"mycontacts", "my contacts", "starred"}
#: A profile elsewhere: Apple's property, and that of RFC 9554.
SOCIAL = ("X-SOCIALPROFILE", "SOCIALPROFILE")
PAGES = frozenset(("URL", *SOCIAL))
#: The properties that say how somebody is reached.
REACHED = frozenset(("EMAIL", "TEL", "IMPP", *SOCIAL, *MESSENGERS))
#: Exchange and Lotus Notes call people by their place in a directory: "CN=Ilse/O=Nordwind@NW".
_DIRECTORY_NAME = re.compile(r"(?:^|/)(?:CN|OU?)=", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"<([^<>\s]*@[^<>\s]*)>")
_NUMBER = re.compile(r"[\W_]*\d[\d\W_]*")
_LEFT_SIDE = ("email", "profile", "handle", "phone")


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
            origin = Origin(_NAME, document.name, document.digest, f"card {raw.number}")
            kind = raw.value("KIND", "X-ADDRESSBOOKSERVER-KIND").lower()
            if kind == "group":
                groups.append((origin, raw))
                reason = "a group of contacts, not a person"
                yield Reject(origin, reason, RejectKind.LEFT_OUT)
            elif kind in {"org", "location", "application", "device"} or is_company(raw):
                reason = "a company, not a person" if kind in {"org", ""} else "not a person"
                yield Reject(origin, reason, RejectKind.LEFT_OUT)
            else:
                yield from _person(raw, origin, uids)
            if raw.is_cut:
                yield Reject(origin, "the file breaks off in this card")
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
    reached = tuple(_identifiers(raw))
    names, work = _but_addresses(card_names(raw), reached), tuple(_affiliations(raw))
    # A name that is only its organisation's was looked at before.
    organisations = () if any(map(str.strip, names)) else tuple(a.organisation for a in work)
    refused = refusal(names, reached, organisations, origin)
    if refused:
        yield refused
        return
    uid = card_handle(raw.value("UID"))
    if uid and uid.value in uids:
        # Two cards under one UID are two people as often as one; other evidence must decide.
        uid = None
    if uid:
        uids.add(uid.value)
        reached = (*reached, uid)
    labels = tuple(filter(None, (*_labels(raw), label_of(origin.file))))
    is_contact = not is_collected(origin.file)
    draft = Card("", "", origin, names, reached, work, labels, is_contact)
    card = seal(draft, uid.value if uid else "")
    yield card
    stated = tuple(relations(raw))
    if not stated and not raw.agents:
        return
    by_kind = {i.kind.value: i for i in reversed(card.identifiers)}
    left = next((by_kind[kind] for kind in _LEFT_SIDE if kind in by_kind), None)
    left = left or Identifier(IdentifierKind.NAME, card.names[0])
    for kind, right in stated:
        yield from _stated(origin, kind, left, right)
    for agent in raw.agents:
        records = list(_person(agent, origin, uids))
        yield from records
        # the agent's own card comes before those of the agent's agents
        own = next((r for r in records if isinstance(r, Card) and r.is_contact), None)
        if own:
            named = Identifier(IdentifierKind.NAME, own.names[0]) if own.names else None
            reached_by = own.identifiers[0] if own.identifiers else named
            if reached_by:
                yield _relation(origin, RelationKind.ASSISTANT, left, reached_by)


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


def _but_addresses(names: Iterable[str], identifiers: tuple[Identifier, ...]) -> tuple[str, ...]:
    """The names that are not just an address or a number again."""
    addresses = {i.value.casefold() for i in identifiers}
    return tuple(
        [
            name
            for name in names
            if name.casefold() not in addresses
            and (name[:1].isalpha() or not _NUMBER.fullmatch(name))
        ]
    )


def _identifiers(raw: RawCard) -> Iterator[Identifier]:
    """How the person is reached; a fax machine is only asked when nothing else is said."""
    faxes = []
    for line in raw.properties:
        if line.name not in REACHED and line.name != "URL":
            continue
        value = unescape(line.value).strip()
        if line.name == "EMAIL":
            yield from _addresses(value)
        elif line.name == "TEL":
            number = Identifier(IdentifierKind.PHONE, _without(value, "tel:"))
            if "TYPE" in line.params and is_fax(line.types):
                faxes.append(number)
            else:
                yield number
        elif line.name in PAGES:
            yield from _page(value, line)
        elif line.name == "IMPP":
            yield _messenger(value, line.params)
        elif value:
            network = line.name.removeprefix("X-").removesuffix("-USERNAME").lower()
            yield Identifier(IdentifierKind.HANDLE, f"{network}:{value}")
    if faxes and len(faxes) == sum(line.name in REACHED for line in raw.properties):
        yield from faxes


def _addresses(value: str) -> Iterator[Identifier]:
    """The address, or several, without "mailto:" and what else stands around them."""
    written = [value] if value.count("@") < 2 else re.split(r"[\s,;]+", value)
    for text in written:
        found = _IN_BRACKETS.search(text) if "<" in text else None
        address = _without(found[1] if found else text, "mailto:").strip()
        if "@" in address and not ("=" in address and _DIRECTORY_NAME.search(address)):
            yield Identifier(IdentifierKind.EMAIL, address)


def _without(value: str, scheme: str) -> str:
    return value[len(scheme) :] if value[: len(scheme)].lower() == scheme else value


def _messenger(value: str, params: dict[str, str]) -> Identifier:
    service = params.get("X-SERVICE-TYPE", "").lower()
    if service and value.lower().startswith("x-apple:"):
        value = f"{service}:{value.partition(':')[2]}"
    return Identifier(IdentifierKind.HANDLE, value)


def _page(value: str, line: Property) -> Iterator[Identifier]:
    """A LinkedIn profile, or an account elsewhere; other web pages say nothing of who it is."""
    if is_linkedin(value):
        yield Identifier(IdentifierKind.PROFILE, value)
    elif line.name != "URL":
        yield from _social(value, line.params)


def _social(value: str, params: dict[str, str]) -> Iterator[Identifier]:
    network = (params.get("SERVICE-TYPE") or params.get("TYPE", "")).lower().split(",")[0]
    user = params.get("X-USER", "") or params.get("USERNAME", "") or value.removeprefix("x-apple:")
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


def _labelled(raw: RawCard, origin: Origin, uids: set[str]) -> Iterator[Card]:
    """The group's name as a label on each of its members that the file has a card of."""
    label = unescape(raw.value("FN", "N")).strip(" ;")
    for line in raw.all("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER") if label else ():
        scheme, _, address = line.value.strip().partition(":")
        uid = card_handle(line.value)
        if (
            scheme.lower() == "mailto"
            and "@" in address
            and is_person(address)
            and not is_list(address)
        ):
            member = Identifier(IdentifierKind.EMAIL, unquote(address.partition("?")[0]))
            yield seal(Card("", "", origin, (), (member,), labels=(label,), is_contact=True))
        elif uid and uid.value in uids:
            draft = Card("", "", origin, identifiers=(uid,), labels=(label,), is_contact=True)
            yield seal(draft, uid.value)
