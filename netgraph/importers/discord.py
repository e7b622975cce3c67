"""Discord's data package: friends, and with whom the owner talked alone.

``account/user.json`` holds the owner and ``relationships`` (type 1 is a friend);
``messages/index.json`` maps every channel the owner wrote in to its name, which for a talk of
two is "Direct Message with NAME". The package holds the owner's own messages only, and the files
of a channel do not say who reads it, so they are left out.
Sources: support.discord.com, "Your Discord Data Package"; dumpus-app/dumpus-api, src/tasks.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from netgraph.importers import Importer
from netgraph.importers._chats.conversation import handle, phone
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._tables.delimited import has_header
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

NAME = "discord"
FRIEND = {"1", "friend"}
NOT_FRIENDS = {
    "2": "blocked: not a contact",
    "blocked": "blocked: not a contact",
    "3": "asked to be a friend: not one yet",
    "pending_incoming": "asked to be a friend: not one yet",
    "4": "was asked to be a friend: not one yet",
    "pending_outgoing": "was asked to be a friend: not one yet",
}
OTHER_CHANNEL = "a channel of a server or a group: does not say who is in it"
OWN_MESSAGES = "own messages in one channel: do not say who read them"
NOBODY = re.compile(r"unknown (participant|user)|deleted[ _]user.*|none|null", re.IGNORECASE)
_DIRECT = re.compile(r"direct message with (.*)", re.IGNORECASE | re.DOTALL)
_INDEX = re.compile(r'\{\s*"\d{15,22}"\s*:\s*(?:"|null)')
_COLUMNS = frozenset({"id", "timestamp", "contents", "attachments"})


def recognises(document: Document) -> bool:
    """Whether this is a file of a package that speaks of people or messages."""
    text = looks_like_json(document)
    if not text:
        return has_header(document, _COLUMNS.__eq__)
    return _is_account(text) or _is_index(document, text) or _is_channel(text)


def _is_account(text: str) -> bool:
    return text.startswith("{") and has_keys(text, "id", "username", "discriminator", "avatar_hash")


def _is_index(document: Document, text: str) -> bool:
    is_named = document.name.casefold().endswith("messages/index.json")
    talks = "Direct Message with" in text
    return bool(_INDEX.match(text)) and (is_named or talks)


def _is_channel(text: str) -> bool:
    if text.startswith("["):
        return has_keys(text[:2000], "ID", "Timestamp", "Contents")
    is_channel = has_keys(text, "id", "type") and len(text) < 10_000
    return is_channel and has_keys(text, "recipients") and '"messages"' not in text


def read(document: Document) -> Iterator[Record]:
    """The owner and a card for every friend; or a card for everybody talked to alone."""
    text = looks_like_json(document)
    if text and _is_account(text):
        yield from _account(document)
    elif text and _is_index(document, text):
        yield from _channels(document)
    else:
        yield Reject(document.origin(NAME, "channel"), OWN_MESSAGES, RejectKind.LEFT_OUT)


def _account(document: Document) -> Iterator[Record]:
    user = members(load_json(document))
    origin = document.origin(NAME, "account")
    mail = text_of(user.get("email"))
    own = (
        _of_account(user),
        Identifier(IdentifierKind.EMAIL, mail if "@" in mail else ""),
        phone(text_of(user.get("phone"))),
    )
    if any(identifier.value for identifier in own):
        name = text_of(user.get("global_name")) or text_of(user.get("display_name"))
        yield seal(Card("", "", origin, (name,), own, is_owner=True), text_of(user.get("id")))
    relationships = items(user, "relationships")
    for number, entry in enumerate(relationships, start=1):
        yield from _relationship(members(entry), document.origin(NAME, f"friend {number}"))
    if not relationships:
        origin = document.origin(NAME, "friend 1")
        yield Reject(origin, "holds no friends", RejectKind.LEFT_OUT)


def _relationship(entry: Members, origin: Origin) -> Iterator[Record]:
    kind = text_of(entry.get("type")).casefold()
    if kind not in FRIEND:
        reason = NOT_FRIENDS.get(kind, "neither a friend nor asked to be one")
        yield Reject(origin, reason, RejectKind.LEFT_OUT)
        return
    user = members(entry, "user")
    who = _of_account(user)
    if not who.value or NOBODY.fullmatch(who.value.partition(":")[2]):
        yield Reject(origin, "an account that was deleted", RejectKind.LEFT_OUT)
        return
    shown = (entry.get("nickname"), user.get("global_name"), user.get("display_name"))
    names = tuple(text_of(name) for name in (*shown, entry.get("display_name")))
    yield seal(Card("", "", origin, names, (who,), is_contact=True), who.value.casefold())
    since = _moment(text_of(entry.get("since")))
    if since is not None:
        key = hash_of("discord", who.value.casefold(), since)
        yield Interaction(key, origin, InteractionKind.CONNECTED, since, OWNER, (who,), 1)


def _of_account(user: Members) -> Identifier:
    """The account as Discord shows it: old names keep their four digits."""
    digits = text_of(user.get("discriminator"))
    name = text_of(user.get("username"))
    return handle("discord", _account_name(f"{name}#{digits}" if name and digits else name))


def _account_name(shown: str) -> str:
    return re.sub(r"#0+$", "", shown)


def _channels(document: Document) -> Iterator[Record]:
    channels: dict[str, Any] = members(load_json(document))
    for number, title in enumerate(channels.values(), start=1):
        origin = document.origin(NAME, f"channel {number}")
        direct = _DIRECT.fullmatch(text_of(title))
        name = _account_name(direct[1].strip()) if direct else ""
        if not direct:
            yield Reject(origin, OTHER_CHANNEL, RejectKind.LEFT_OUT)
        elif not name or NOBODY.fullmatch(re.sub(r"#\d{1,4}$", "", name)):
            yield Reject(origin, "an account that was deleted", RejectKind.LEFT_OUT)
        else:
            who = handle("discord", name)
            yield seal(Card("", "", origin, (), (who,), is_contact=True), who.value.casefold())
    if not channels:
        origin = document.origin(NAME, "channel 1")
        yield Reject(origin, "holds no channels", RejectKind.LEFT_OUT)


def _moment(text: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


IMPORTER = Importer(
    name=NAME,
    title="Discord data package",
    how_to_export="in Discord open User Settings > Data & Privacy > Request all of my data; "
    "Account and Messages are enough; wait for the mail, up to 30 days; give the zip to netgraph "
    "import as it is: friends and talks of two are read (Discord exports only your own messages, "
    "and few full names)",
    unit="friends",
    recognises=recognises,
    read=read,
)
