"""Who else a card names, and as what: 4.0 RELATED, Apple, Android, Evolution, KDE and Outlook."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers._text.contentlines import Property, split, unescape
from netgraph.importers._vcards.lines import RELATIVES, RawCard
from netgraph.model import Identifier, IdentifierKind, RelationKind

#: android.provider.ContactsContract.CommonDataKinds.Relation: the words of types 0 to 14.
_ANDROID_WORDS = """
custom assistant brother child partner father friend manager mother parent partner referred
relative sister spouse
"""
_ANDROID_TYPES = tuple(_ANDROID_WORDS.split())
_ANDROID_RELATION = "vnd.android.cursor.item/relation"
_FAMILY_WORDS = """
mother father parent parents brother sister sibling child children son daughter spouse wife
husband partner relative kin family aunt uncle cousin niece nephew grandmother grandfather
grandparent grandson granddaughter grandchild stepmother stepfather stepbrother stepsister
stepson stepdaughter mom mum dad law spousename spousesname godmother godfather
"""
_FAMILY = frozenset(_FAMILY_WORDS.split())
_KINDS = {
    "friend": RelationKind.FRIEND,
    "manager": RelationKind.MANAGER,
    "boss": RelationKind.MANAGER,
    "supervisor": RelationKind.MANAGER,
    "managersname": RelationKind.MANAGER,
    "assistant": RelationKind.ASSISTANT,
    "assistantsname": RelationKind.ASSISTANT,
    "secretary": RelationKind.ASSISTANT,
    "agent": RelationKind.ASSISTANT,
    "referred": RelationKind.REFERRED_BY,
    "colleague": RelationKind.COLLEAGUE,
    "coworker": RelationKind.COLLEAGUE,
    "worker": RelationKind.COLLEAGUE,
}
#: The properties that may name somebody else.
_NAMING = frozenset(("RELATED", "X-ABRELATEDNAMES", "X-ANDROID-CUSTOM", *RELATIVES))
_WORD = re.compile(r"[A-Z]?[^\W\dA-Z_]+|[A-Z]+")
_APPLE_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LINKEDIN = re.compile(r"(?:^|[/.])linkedin\.com/(?:in|pub)/[^/\s?#]", re.IGNORECASE)


def relations(card: RawCard) -> Iterator[tuple[RelationKind, Identifier]]:
    """What the card's person is to others, in file order; the right side as written.

    A kind nobody knows is KNOWS: the two at least have to do with each other.
    """
    if card.named.keys().isdisjoint(_NAMING):
        return
    labels = {line.group: line.value for line in card.all("X-ABLABEL") if line.group}
    for line in card.properties:
        if line.name == "RELATED" and "me" not in line.types:
            yield kind_of(line.params.get("TYPE", "")), _related(line)
        elif line.name == "X-ABRELATEDNAMES":
            label = labels.get(line.group, "") or line.params.get("TYPE", "")
            yield kind_of(label), _named(unescape(line.value))
        elif line.name == "X-ANDROID-CUSTOM":
            yield from _android(line)
        elif line.name in RELATIVES:
            yield (
                kind_of(line.name.removesuffix("-NAME").rpartition("-")[2].lower()),
                _named(unescape(line.value)),
            )


def kind_of(label: str) -> RelationKind:
    """The relation a label such as ``_$!<Brother>!$_``, "co-worker" or "MotherInLaw" means."""
    found = _APPLE_LABEL.search(label)
    words = [word.lower() for word in _WORD.findall(found[1] if found else label)]
    if not _FAMILY.isdisjoint(words):
        return RelationKind.FAMILY
    return next((_KINDS[word] for word in words if word in _KINDS), RelationKind.KNOWS)


def is_linkedin(address: str) -> bool:
    """Whether a web address is a person's LinkedIn profile."""
    return bool(_LINKEDIN.search(address))


def card_handle(uid: str) -> Identifier | None:
    """The handle of a card's UID; a bare UUID as a URN, so that RELATED and MEMBER find it."""
    uid = uid.strip()
    bare = uid.lower().removeprefix("urn:uuid:")
    if _UUID.fullmatch(bare):
        return Identifier(IdentifierKind.HANDLE, f"urn:uuid:{bare}")
    # "1" or "contact" would be the UID of many cards in many files.
    return Identifier(IdentifierKind.HANDLE, uid) if len(bare) >= 8 else None


def _android(line: Property) -> Iterator[tuple[RelationKind, Identifier]]:
    kind, *fields = split(line.value, ";")
    if kind == _ANDROID_RELATION and fields and fields[0]:
        code = fields[1] if len(fields) > 1 else ""
        known = code.isdecimal() and 0 < int(code[:3]) < len(_ANDROID_TYPES)
        label = _ANDROID_TYPES[int(code[:3])] if known else "".join(fields[2:3])
        yield kind_of(label), _named(fields[0])


def _related(line: Property) -> Identifier:
    value = unescape(line.value).strip()
    scheme, colon, rest = value.partition(":")
    scheme = scheme.lower()
    if line.params.get("VALUE", "").lower() == "text" or not colon or " " in scheme:
        return _named(value)
    if scheme == "mailto":
        return Identifier(IdentifierKind.EMAIL, rest.partition("?")[0])
    if scheme == "tel":
        return Identifier(IdentifierKind.PHONE, rest)
    if is_linkedin(value):
        return Identifier(IdentifierKind.PROFILE, value)
    return card_handle(value) or Identifier(IdentifierKind.HANDLE, value)


def _named(name: str) -> Identifier:
    name = " ".join(name.split())
    is_address = "@" in name and " " not in name
    return Identifier(IdentifierKind.EMAIL if is_address else IdentifierKind.NAME, name)
