"""Facebook's list of friends: a name and the day, nothing else; JSON with broken letters.

``{"friends_v2": [{"name", "timestamp"}]}`` (since about 2021), ``{"friends": [...]}`` before,
or the bare list. Removed friends and requests never answered are in files of the same shape
under other keys, and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from netgraph.importers import Importer
from netgraph.importers._chats.conversation import person
from netgraph.importers._files import Document
from netgraph.importers._keys import hash_of, seal
from netgraph.importers._text.jsonfiles import (
    Members,
    has_keys,
    items,
    load_json,
    looks_like_json,
    members,
    moment,
    repaired,
)
from netgraph.model import (
    OWNER,
    Card,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)

NAME = "facebook_friends"
FRIENDS = ("friends_v2", "friends")
#: Lists of the same shape of people who are no friends.
OTHERS = {
    "deleted_friends_v2": "no longer a friend on Facebook",
    "removed_friends_v2": "no longer a friend on Facebook",
    "deleted_friends": "no longer a friend on Facebook",
    "removed_friends": "no longer a friend on Facebook",
    "received_requests_v2": "asked to be a friend, was not answered",
    "rejected_requests_v2": "asked to be a friend, was refused",
    "sent_requests_v2": "was asked to be a friend, did not answer",
}


def recognises(document: Document) -> bool:
    """Whether this is one of the lists, or a bare list of names with times and nothing else."""
    text = looks_like_json(document)
    if not has_keys(text, "name", "timestamp"):
        return any(f'"{key}"' in text[:200] for key in ("friends_v2", *OTHERS))
    if text.startswith("{"):
        return any(has_keys(text[:200], key) for key in (*FRIENDS, *OTHERS))
    return "friend" in document.basename.lower() and text.count("{", 0, 200) > 0


def read(document: Document) -> Iterator[Record]:
    """A card and the day of becoming friends for each, in file order."""
    value = load_json(document)
    number = 0
    for key, friend in _entries(value):
        number += 1
        origin = document.origin(NAME, f"friend {number}")
        if key in OTHERS:
            yield Reject(origin, OTHERS[key], RejectKind.LEFT_OUT)
        else:
            yield from _friend(members(friend), origin)
    if not number:
        origin = document.origin(NAME, "friend 1")
        yield Reject(origin, "holds no friends", RejectKind.LEFT_OUT)


def _entries(value: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(value, list):
        yield from (("", entry) for entry in value)
    for key, entries in members(value).items():
        if key in FRIENDS or key in OTHERS:
            yield from ((key, entry) for entry in items(entries))


def _friend(friend: Members, origin: Origin) -> Iterator[Record]:
    name = repaired(friend.get("name"))
    who = person(name)
    if who is None:
        reason = "has no name" if not name else "no longer on Facebook"
        kind = RejectKind.LEFT_OUT if name else RejectKind.UNREADABLE
        yield Reject(origin, reason, kind)
        return
    when = moment(friend.get("timestamp"))
    # The moment tells two friends of one name apart.
    source_id = f"{who.value}\n{when.isoformat()}" if when else ""
    card = Card("", "", origin, (who.value,), (who,), is_contact=True)
    yield seal(card, source_id)
    yield Interaction(
        key=hash_of("facebook friend", who.value, when and when.isoformat()),
        origin=origin,
        kind=InteractionKind.CONNECTED,
        when=when,
        sender=OWNER,
        participants=(who,),
        n_participants=1,
    )


IMPORTER = Importer(
    name=NAME,
    title="Facebook friends",
    how_to_export="on Facebook or Instagram open Settings > Accounts Centre > Your "
    "information and permissions > Export your information; choose your "
    "Facebook profile and Connections > Friends; choose the format JSON in "
    "place of HTML and all time; wait for the mail, then import the zip as it "
    "comes",
    unit="friends",
    recognises=recognises,
    read=read,
)
