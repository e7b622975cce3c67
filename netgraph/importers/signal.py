"""Signal's readable export (2026): ``main.jsonl``, a record a line.

Lines hold ``account``, ``recipient`` (a contact, a group, oneself), ``chat`` and ``chatItem``;
numbers of 64 bits are strings. Somebody with a name in the phone's address book is a contact.
The layout of group members is not published; members that cannot be read count as those who
wrote. Source: signalbackup-tools issue 382; libsignal ``backup.proto`` (proto3 JSON).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from netgraph.errors import UnreadableFileError
from netgraph.importers import Importer
from netgraph.importers._chats.conversation import Talkers, handle, message, phone
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._text.jsonfiles import (
    Members,
    has_keys,
    items,
    load_lines,
    looks_like_json,
    members,
    moment,
    text_of,
)
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

NAME = "signal"
#: What a chat item may hold that somebody sent to somebody.
MESSAGES = ("standardMessage", "contactMessage", "stickerMessage", "viewOnceMessage", "giftBadge")
NOTICE = "a notice by Signal, not a message"


@dataclass
class _Group:
    title: str
    people: dict[Identifier, None]


@dataclass
class _Export:
    """Recipients, groups and chats by the file's own numbers; filled as lines come."""

    talkers: Talkers = field(default_factory=Talkers)
    recipients: dict[str, Identifier] = field(default_factory=dict)
    accounts: dict[str, Identifier] = field(default_factory=dict)
    groups: dict[str, _Group] = field(default_factory=dict)
    chats: dict[str, str] = field(default_factory=dict)


def recognises(document: Document) -> bool:
    """Whether the first lines are those of a backup."""
    text = looks_like_json(document)
    first = text.split("\n", 1)[0]
    is_first = has_keys(first, "backupTimeMs") or first.startswith(('{"account"', '{"recipient"'))
    return is_first and (has_keys(text, "recipient") or has_keys(text, "chatItem"))


def read(document: Document) -> Iterator[Record]:
    """The owner and the messages line by line, then a card for everybody."""
    export = _Export()
    is_empty = True
    for number, value in load_lines(document):
        origin = document.origin(NAME, f"line {number}")
        line = members(value)
        if not line:
            yield Reject(origin, "the line is damaged")
            continue
        is_empty = False
        yield from _account(members(line, "account"), origin)
        yield from _recipient(members(line, "recipient"), export, origin)
        chat = members(line, "chat")
        if chat:
            export.chats[text_of(chat.get("id"))] = text_of(chat.get("recipientId"))
        if "chatItem" in line:
            yield _item(members(line, "chatItem"), export, origin)
    if is_empty:
        msg = f"{document.name}: holds no readable line"
        raise UnreadableFileError(msg)
    for group in export.groups.values():
        export.talkers.join(group.title, group.people)
    yield from export.talkers.cards()


def _account(account: Members, origin: Origin) -> Iterator[Card]:
    name = _joined(account, "givenName", "familyName")
    user = text_of(account.get("username"))
    if name or user:
        identifiers = (handle("signal", user),)
        yield seal(Card("", "", origin, (name,), identifiers, is_owner=True))


def _recipient(recipient: Members, export: _Export, origin: Origin) -> Iterator[Reject]:
    number = text_of(recipient.get("id"))
    if "self" in recipient:
        export.recipients[number] = OWNER
    elif "contact" in recipient:
        yield from _contact(members(recipient, "contact"), number, export, origin)
    elif "group" in recipient:
        group = members(recipient, "group")
        snapshot = members(group, "snapshot")
        title = text_of(members(snapshot, "title").get("title")) or text_of(group.get("title"))
        export.groups[number] = _Group(title, dict.fromkeys(_members(snapshot, export)))


def _contact(contact: Members, number: str, export: _Export, origin: Origin) -> Iterator[Reject]:
    own_name = _joined(contact, "systemGivenName", "systemFamilyName")
    names = (
        own_name,
        _joined(members(contact, "nickname"), "given", "family"),
        _joined(contact, "profileGivenName", "profileFamilyName"),
    )
    digits = text_of(contact.get("e164")).lstrip("+")
    aci, user = text_of(contact.get("aci")), text_of(contact.get("username"))
    marks = [phone(f"+{digits}" if digits else ""), handle("signal", aci), handle("signal", user)]
    marks = [mark for mark in marks if mark.value]
    if not marks or not (any(names) or digits):
        reason = "a recipient without a name or number"
        yield Reject(origin, reason, RejectKind.LEFT_OUT)
        return
    talker = export.talkers.add(marks[0], origin, names)
    talker.identifiers.update(dict.fromkeys(marks))
    talker.is_contact = bool(own_name)
    export.recipients[number] = export.accounts[aci] = marks[0]


def _members(snapshot: Members, export: _Export) -> Iterator[Identifier]:
    """The members whose accounts are known from earlier lines."""
    for member in items(snapshot, "members"):
        account = text_of(members(member).get("userId")) or text_of(member)
        if account in export.accounts and account:
            yield export.accounts[account]


def _item(item: Members, export: _Export, origin: Origin) -> Record:
    recipient = export.chats.get(text_of(item.get("chatId")), "")
    author = text_of(item.get("authorId"))
    sender = OWNER if "outgoing" in item else export.recipients.get(author)
    when = moment(item.get("dateSent"), 1000)
    is_call = "individualCall" in members(item, "updateMessage")
    if not is_call and not any(kind in item for kind in MESSAGES):
        return Reject(origin, NOTICE, RejectKind.LEFT_OUT)
    everybody = _everybody(recipient, sender, export)
    if sender is None or not everybody:
        return Reject(origin, "with somebody without a name or number", RejectKind.LEFT_OUT)
    if when is None:
        return Reject(origin, "has no readable time")
    key = hash_of("signal", *sorted(w.value for w in everybody)[:3], sender.value, when.isoformat())
    sent = message(key, origin, when, sender, everybody)
    return replace(sent, kind=InteractionKind.CALL) if is_call else sent


def _everybody(
    recipient: str, sender: Identifier | None, export: _Export
) -> dict[Identifier, None]:
    """Who is in the chat, me included; nobody for notes to oneself and unknown chats."""
    group = export.groups.get(recipient)
    if group is not None:
        group.people.update({sender: None} if sender else {})
        return {OWNER: None, **group.people}
    other = export.recipients.get(recipient, OWNER)
    return {} if other == OWNER else {OWNER: None, other: None}


def _joined(holder: Members, *names: str) -> str:
    return " ".join(part for part in (text_of(holder.get(name)) for name in names) if part)


IMPORTER = Importer(
    name=NAME,
    title="Signal",
    how_to_export="in Signal open Settings > Chats and export the chat history as readable "
    "files, without media; import the folder with main.jsonl",
    unit="lines",
    recognises=recognises,
    read=read,
)
