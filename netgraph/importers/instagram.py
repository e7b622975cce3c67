"""Instagram's followers and followed accounts: account names only, a weak trace of people.

``followers_1.json`` is a bare list, ``following.json`` holds ``relationships_following``; an
account stands in ``string_list_data[0].value``, or only in ``title`` or ``href``. To follow is
not to know, so nobody becomes a contact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from netgraph.importers import Importer
from netgraph.importers._chats.conversation import handle
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._text.jsonfiles import (
    Members,
    items,
    load_json,
    looks_like_json,
    members,
    repaired,
    text_of,
)
from netgraph.model import OWNER, Card, Origin, Record, Reject, RejectKind, Relation, RelationKind

NAME = "instagram"
FOLLOWERS, FOLLOWING = "relationships_followers", "relationships_following"
_LIST = re.compile(r'\{\s*"relationships_\w+"\s*:')
_ACCOUNT = re.compile(r"[\w.]{1,30}")
_LINK = re.compile(r"instagram\.com/(?:_u/)?([\w.]{1,30})/?(?:\?|$)")


def recognises(document: Document) -> bool:
    """Whether this is one of the lists of accounts."""
    text = looks_like_json(document)
    if text.startswith("["):
        return '"string_list_data"' in text[:2000]
    return bool(_LIST.match(text))


def read(document: Document) -> Iterator[Record]:
    """A card and who follows whom for each account, in file order."""
    number = 0
    for kind, entry in _entries(load_json(document), document.basename.lower()):
        number += 1
        origin = document.origin(NAME, f"account {number}")
        if kind in {FOLLOWERS, FOLLOWING}:
            yield from _account(members(entry), kind, origin)
        else:
            reason = "blocked, asked, no longer followed or the like"
            yield Reject(origin, reason, RejectKind.LEFT_OUT)
    if not number:
        origin = document.origin(NAME, "account 1")
        yield Reject(origin, "holds no accounts", RejectKind.LEFT_OUT)


def _entries(value: Any, name: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        kind = FOLLOWING if name.startswith("following") else FOLLOWERS
        yield from ((kind, entry) for entry in value)
    for key, entries in members(value).items():
        yield from ((key, entry) for entry in items(entries))


def _account(entry: Members, kind: str, origin: Origin) -> Iterator[Record]:
    account = _name_of(entry)
    if not account:
        yield Reject(origin, "does not name an account")
        return
    who = handle("instagram", account)
    yield seal(Card("", "", origin, (), (who,)), account.casefold())
    left, right = (OWNER, who) if kind == FOLLOWING else (who, OWNER)
    key = hash_of("relation", RelationKind.FOLLOWS, left.value, right.value, "")
    yield Relation(key, origin, RelationKind.FOLLOWS, left, right)


def _name_of(entry: Members) -> str:
    """The account, from wherever this year's export has it, or ""."""
    links = [members(link) for link in items(entry, "string_list_data")]
    link = links[0] if links else {}
    for value in (link.get("value"), entry.get("title")):
        name = repaired(value)
        if _ACCOUNT.fullmatch(name):
            return name
    found = _LINK.search(text_of(link.get("href")))
    return found[1] if found else ""


IMPORTER = Importer(
    name=NAME,
    title="Instagram followers and followed accounts",
    how_to_export="on Facebook or Instagram open Settings > Accounts Centre > Your "
    "information and permissions > Export your information; choose your "
    "Instagram profile and Connections > Followers and following; choose the "
    "format JSON in place of HTML and all time; wait for the mail, then import "
    "the zip as it comes",
    unit="accounts",
    recognises=recognises,
    read=read,
)
