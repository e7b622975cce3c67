"""Messenger and Instagram conversations (``message_1.json``): who wrote to whom, and when.

``participants[].name`` and ``messages[].sender_name, timestamp_ms`` with broken letters; the
end-to-end encrypted ones are clean and in camel case. People are names only. The file does not
say whose it is; a conversation of two is titled with the other one's name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._chats.conversation import Talkers, message, person
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of
from netgraph.importers._text.jsonfiles import (
    Members,
    has_keys,
    items,
    load_json,
    looks_like_json,
    members,
    moment,
    repaired,
    text_of,
)
from netgraph.model import OWNER, Identifier, Origin, Record, Reject, RejectKind

NAME = "facebook_messages"
#: Encrypted conversations are called "Ilse Quandel_3".
_THREAD_NUMBER = re.compile(r"_\d+$")
#: Of a message nothing but who and when is read.
UNREAD = frozenset({"content", "text", "photos", "videos", "gifs", "share", "reactions", "media"})
#: Two people with a title are a pair; three with one are a group.
PAIR = 2


def recognises(document: Document) -> bool:
    """Whether this is a conversation with participants and senders."""
    text = looks_like_json(document)
    if not (text.startswith("{") and '"participants"' in text):
        return False
    return has_keys(text, "sender_name") or has_keys(text, "senderName") or _is_empty(text)


def _is_empty(text: str) -> bool:
    return has_keys(text, "participants", "messages", "thread_path")


def read(document: Document) -> Iterator[Record]:
    """The messages in file order (newest first), then a card for everybody."""
    thread = members(load_json(document, UNREAD))
    talkers = Talkers()
    everybody = _everybody(thread)
    title = repaired(thread.get("title")) or _THREAD_NUMBER.sub(
        "", repaired(thread.get("threadName"))
    )
    owner = _owner(thread, title, everybody)
    conversation = text_of(thread.get("thread_path")) or title or document.digest
    repeated: Counter[str] = Counter()
    is_empty = True
    roles = {who: OWNER if who == owner else who for who in everybody}
    for number, entry in enumerate(items(thread, "messages"), start=1):
        is_empty = False
        origin = document.origin(NAME, f"message {number}")
        found = _sender_and_time(members(entry), origin)
        if isinstance(found, Reject):
            yield found
            continue
        who, milliseconds = found
        sender = roles.setdefault(who, who)
        when = moment(milliseconds, 1000)
        if when is None:
            yield Reject(origin, "has no readable time")
            continue
        for one in roles.values():
            talkers.add(one, origin)
        mark = hash_of("messenger", conversation, who.value, milliseconds)
        repeated[mark] += 1
        key = mark if repeated[mark] == 1 else hash_of(mark, repeated[mark])
        yield message(key, origin, when, sender, tuple(roles.values()))
    if is_empty:
        origin = document.origin(NAME, "message 1")
        yield Reject(origin, "holds no messages", RejectKind.LEFT_OUT)
    if len(roles) > PAIR and not any(who.value in title for who in roles):
        talkers.join(title, roles.values())
    yield from talkers.cards()


def _sender_and_time(entry: Members, origin: Origin) -> Reject | tuple[Identifier, str]:
    name = repaired(entry.get("sender_name") or entry.get("senderName"))
    who = person(name)
    if who is None and name:
        reason = "written by an account that is no longer there, or by a machine"
        return Reject(origin, reason, RejectKind.LEFT_OUT)
    if who is None:
        return Reject(origin, "does not say who wrote it")
    return who, text_of(entry.get("timestamp_ms") or entry.get("timestamp"))


def _everybody(thread: Members) -> dict[Identifier, None]:
    found: dict[Identifier, None] = {}
    for entry in items(thread, "participants"):
        who = person(repaired(entry.get("name") if isinstance(entry, dict) else entry))
        if who:
            found[who] = None
    return found


def _owner(thread: Members, title: str, everybody: dict[Identifier, None]) -> Identifier | None:
    """The one of two whose name is not the title; None when nothing tells."""
    is_group = "joinable_mode" in thread or thread.get("thread_type") == "RegularGroup"
    others = [who for who in everybody if who.value != title]
    if len(everybody) != PAIR or len(others) != 1 or is_group:
        return None
    return others[0]


IMPORTER = Importer(
    name=NAME,
    title="Facebook Messenger or Instagram messages",
    how_to_export="on Facebook or Instagram open Settings > Accounts Centre > Your "
    "information and permissions > Export your information; choose your profile "
    "and Messages; choose the format JSON in place of HTML and all time; wait "
    "for the mail, then import the zip as it comes",
    unit="messages",
    recognises=recognises,
    read=read,
)
