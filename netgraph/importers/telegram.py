"""Telegram Desktop's JSON export: contacts, the frequent ones, private chats and groups.

``result.json`` of the whole account (``contacts.list``, ``frequent_contacts.list``,
``chats.list``) or of one chat (``name``, ``type``, ``messages``). Accounts are numbers
(``user123``); somebody invited to a group is only named. Times are ``date_unixtime``; the
readable ``date`` is local. The ``rating`` of frequent contacts has no documented meaning and
is not used. Channels, bots and one's own notes hold no acquaintances. Source: Telegram
Desktop, ``export_output_json.cpp``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from netgraph.importers import Importer
from netgraph.importers._chats.conversation import Talkers, handle, person, phone
from netgraph.importers._chats.telegram import Conversation
from netgraph.importers._files import Document
from netgraph.importers._keys import seal
from netgraph.importers._text.jsonfiles import (
    Members,
    has_keys,
    items,
    load_json,
    looks_like_json,
    members,
    text_of,
)
from netgraph.model import Card, Identifier, IdentifierKind, Origin, Record, Reject, RejectKind

NAME = "telegram"
PRIVATE, GROUPS = "personal_chat", ("private_group", "private_supergroup", "public_supergroup")
#: Of a message nothing but who, when and what it answers is read.
UNREAD = frozenset(
    {"text", "text_entities", "file", "thumbnail", "photo", "reactions", "contact_vcard"}
)
#: Telegram itself, which sends login codes.
SERVICE_ACCOUNT = "777000"
LEFT_OUT = {
    "bot_chat": "a chat with a bot",
    "saved_messages": "your own saved messages",
    "private_channel": "a channel: nobody in it writes to anybody",
    "public_channel": "a channel: nobody in it writes to anybody",
    "replies": "notices by Telegram",
    "verification_codes": "notices by Telegram",
}


@dataclass
class _Export:
    """What is known while reading one file: my number, the people, and the items counted."""

    document: Document
    mine: str = ""
    talkers: Talkers = field(default_factory=Talkers)
    count: int = 0

    def origin(self, what: str) -> Origin:
        """The origin of the next item, numbered over the whole file."""
        self.count += 1
        return self.document.origin(NAME, f"{what} {self.count}")


def recognises(document: Document) -> bool:
    """Whether this is the export of an account, or of one chat."""
    text = looks_like_json(document)
    if not text.startswith("{"):
        return False
    is_account = has_keys(text, "list") and (
        has_keys(text, "personal_information", "user_id")
        or has_keys(text, "chats", "about")
        or has_keys(text, "contacts", "about")
        or has_keys(text, "date_unixtime")
    )
    return is_account or has_keys(text, "name", "type", "id", "messages", "date_unixtime")


def read(document: Document) -> Iterator[Record]:
    """The owner, the contacts, the messages chat by chat, then a card for all who wrote."""
    value = members(load_json(document, UNREAD))
    export = _Export(document, text_of(members(value, "personal_information").get("user_id")))
    yield from _owner(members(value, "personal_information"), export)
    for entry in items(value, "contacts", "list"):
        yield _contact(members(entry), export.origin("contact"))
    for entry in items(value, "frequent_contacts", "list"):
        yield from _frequent(members(entry), export)
    chats = [*items(value, "chats", "list"), *items(value, "left_chats", "list")]
    for chat in [value] if "messages" in value else chats:
        yield from _chat(members(chat), export)
    if not export.count:
        origin = document.origin(NAME, "item 1")
        yield Reject(origin, "holds no contacts and no messages", RejectKind.LEFT_OUT)
    yield from export.talkers.cards()


def _owner(own: Members, export: _Export) -> Iterator[Card]:
    identifiers = [
        *_account(export.mine),
        *_user_name(own),
        phone(text_of(own.get("phone_number"))),
    ]
    name = _full_name(own)
    if name or any(identifier.value for identifier in identifiers):
        origin = export.origin("contact")
        yield seal(Card("", "", origin, (name,), tuple(identifiers), is_owner=True))


def _contact(entry: Members, origin: Origin) -> Record:
    number = phone(text_of(entry.get("phone_number")))
    account = text_of(entry.get("user_id"))
    name = _full_name(entry)
    if not (name or number.value):
        return Reject(origin, "has no name and no number", RejectKind.LEFT_OUT)
    marks = tuple(mark for mark in (*_account(account), number) if mark.value)
    marks = marks or (Identifier(IdentifierKind.NAME, name),)
    draft = Card("", "", origin, (name,), marks, is_contact=True)
    return seal(draft, account.strip("0"))


def _frequent(entry: Members, export: _Export) -> Iterator[Record]:
    origin = export.origin("frequent contact")
    name, account = text_of(entry.get("name")), text_of(entry.get("id"))
    if entry.get("type") != "user" or entry.get("category") not in {"people", "calls"}:
        yield Reject(origin, "a group, channel or bot", RejectKind.LEFT_OUT)
    elif not name or account == export.mine:
        yield Reject(origin, "an account without a name, or your own", RejectKind.LEFT_OUT)
    else:
        yield seal(Card("", "", origin, (name,), (*_account(account),)), account)


def _chat(chat: Members, export: _Export) -> Iterator[Record]:
    kind = text_of(chat.get("type"))
    entries = items(chat, "messages")
    if kind != PRIVATE and kind not in GROUPS:
        reason = LEFT_OUT.get(kind, "a chat of an unknown kind")
        yield Reject(export.origin("chat"), reason, RejectKind.LEFT_OUT)
        return
    reason = "" if entries else "holds no messages"
    if kind == PRIVATE and text_of(chat.get("id")) == SERVICE_ACCOUNT:
        reason = LEFT_OUT["replies"]
    elif kind == PRIVATE and person(text_of(chat.get("name"))) is None:
        reason = "a chat with a deleted account"
    if reason:
        yield Reject(export.origin("chat"), reason, RejectKind.LEFT_OUT)
        return
    conversation = Conversation(chat, kind == PRIVATE, export.mine, export.talkers)
    for entry in entries:
        yield from conversation.convert(members(entry), export.origin("message"))
    conversation.close()


def _full_name(entry: Members) -> str:
    return f"{text_of(entry.get('first_name'))} {text_of(entry.get('last_name'))}".strip()


def _account(number: str) -> list[Identifier]:
    return [handle("telegram", f"user{number}")] if number.strip("0") else []


def _user_name(own: Members) -> list[Identifier]:
    name: Any = text_of(own.get("username")).lstrip("@")
    return [handle("telegram", name)] if name else []


IMPORTER = Importer(
    name=NAME,
    title="Telegram",
    how_to_export="only Telegram Desktop can: Settings > Advanced > Export Telegram data; "
    "tick contacts, personal chats and private groups; choose the format "
    "Machine-readable JSON; import the folder, or its result.json",
    unit="items",
    recognises=recognises,
    read=read,
)
