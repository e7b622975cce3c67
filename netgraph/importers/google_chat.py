"""Google Chat from Google Takeout: conversations, their members, and whose account it is.

``Google Chat/Groups/<DM or Space>/messages.json`` and ``group_info.json``, and
``Google Chat/Users/<User>/user_info.json``. Everybody has an address; apps are marked as bots.
A conversation does not say who was in it, so those who wrote are taken to have read each
other; where one alone wrote in a conversation of two ("DM"), the owner read it.

Source: folders of Takeout archives and the programs that read them.
"""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._calendars.googletimes import google_moment
from netgraph.importers._chats.conversation import Talkers, message, plain
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._mail.roles import is_machine
from netgraph.importers._text.jsonfiles import (
    Members,
    has_keys,
    items,
    load_json,
    looks_like_json,
    members,
    text_of,
)
from netgraph.model import (
    OWNER,
    Affiliation,
    AffiliationKind,
    Card,
    Identifier,
    IdentifierKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

NAME = "google_chat"
_NOBODY = "an app, or an account that is no longer there"


def recognises(document: Document) -> bool:
    """Whether this is one of the three files."""
    text = looks_like_json(document)
    if not text.startswith("{"):
        return False
    is_talk = has_keys(text, "messages", "creator", "created_date")
    is_group = has_keys(text, "members", "user_type") and not has_keys(text, "messages")
    is_account = has_keys(text, "user", "user_type") and not has_keys(text, "members")
    return is_talk or is_group or (is_account and '"membership_info"' in text)


def read(document: Document) -> Iterator[Record]:
    """The owner's card; or a card for every member; or the messages, then who wrote them."""
    value = members(load_json(document))
    if "messages" in value:
        yield from _messages(document, value)
    elif "members" in value:
        yield from _members(document, value)
    else:
        yield _owner(members(value, "user"), document.origin(NAME, "account 1"))


def _messages(document: Document, value: Members) -> Iterator[Record]:
    talkers = Talkers()
    entries = [members(entry) for entry in items(value, "messages")]
    everybody = {who: None for entry in entries if (who := _who(members(entry, "creator")))}
    if len(everybody) == 1 and _is_direct(document.name):
        everybody[OWNER] = None
    for number, entry in enumerate(entries, start=1):
        origin = document.origin(NAME, f"message {number}")
        creator = members(entry, "creator")
        who, when = _who(creator), google_moment(text_of(entry.get("created_date")))
        if who is None:
            yield Reject(origin, _NOBODY, RejectKind.LEFT_OUT)
            continue
        talkers.add(who, origin, [plain(text_of(creator.get("name")))])
        if when is None:
            yield Reject(origin, "has no readable time")
        else:
            mark = text_of(entry.get("message_id")) or f"{who.value} {when.isoformat()}"
            yield message(hash_of(NAME, mark), origin, when, who, tuple(everybody))
    if not entries:
        yield Reject(document.origin(NAME, "message 1"), "holds no messages", RejectKind.LEFT_OUT)
    yield from talkers.cards()


def _is_direct(path: str) -> bool:
    """Whether the folder is that of a conversation of two: ``Groups/DM abc/messages.json``."""
    return path.rpartition("/")[0].rpartition("/")[2].startswith("DM ")


def _members(document: Document, value: Members) -> Iterator[Record]:
    group = text_of(value.get("name"))
    work = (Affiliation(group, kind=AffiliationKind.GROUP),) if group else ()
    people = [members(entry) for entry in items(value, "members")]
    for number, entry in enumerate(people, start=1):
        origin = document.origin(NAME, f"member {number}")
        who = _who(entry)
        if who is None:
            yield Reject(origin, _NOBODY, RejectKind.LEFT_OUT)
        else:
            name = plain(text_of(entry.get("name")))
            yield seal(Card("", "", origin, (name,), (who,), work))
    if not people:
        yield Reject(document.origin(NAME, "member 1"), "holds no members", RejectKind.LEFT_OUT)


def _owner(user: Members, origin: Origin) -> Record:
    who = _who(user)
    if who is None:
        return Reject(origin, "has no name and no address")
    return seal(Card("", "", origin, (plain(text_of(user.get("name"))),), (who,), is_owner=True))


def _who(user: Members) -> Identifier | None:
    """The address, else the name; None for apps and for accounts that were closed."""
    address, name = text_of(user.get("email")), plain(text_of(user.get("name")))
    if text_of(user.get("user_type")).casefold() not in {"", "human"}:
        return None
    if "@" in address:
        return None if is_machine(address) else Identifier(IdentifierKind.EMAIL, address)
    return Identifier(IdentifierKind.NAME, name) if name else None


IMPORTER = Importer(
    name=NAME,
    title="Google Chat",
    how_to_export="on takeout.google.com deselect all, then choose Google Chat; in a day or so "
    "a link to a zip comes by mail: give it to netgraph as it is",
    unit="items",
    recognises=recognises,
    read=read,
)
