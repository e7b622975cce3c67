"""Who asked whom to connect on LinkedIn; whether it was accepted is not said."""

from __future__ import annotations

from collections.abc import Iterator

from netgraph.importers._keys import hash_of, seal
from netgraph.importers._linkedin.export import (
    HIDDEN_MEMBERS,
    bad_date,
    named,
    parse_stamp,
    profile,
    slug_of,
)
from netgraph.importers._tables.delimited import Cells
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
    Interaction,
    InteractionKind,
    Origin,
    Record,
    Reject,
    RejectKind,
)


class Invitations:
    """Reads row by row; the owner gets one card, at the first row that names the owner."""

    def __init__(self) -> None:
        self._owners: set[str] = set()

    def convert(self, cells: Cells, origin: Origin) -> Iterator[Record]:
        """A card for the other person, a message where a note was sent, and the owner once."""
        inviter = (cells["from"], cells.get("inviterprofileurl", ""))
        invitee = (cells["to"], cells.get("inviteeprofileurl", ""))
        direction = cells["direction"].upper()
        if direction not in {"INCOMING", "OUTGOING"}:
            yield Reject(origin, "does not say whether it came in or went out")
            return
        is_mine = direction == "OUTGOING"
        (owner, owner_url), (other, url) = (inviter, invitee) if is_mine else (invitee, inviter)
        owner_mark = slug_of(owner_url) or owner.casefold()
        if owner_mark and owner_mark not in self._owners:
            self._owners.add(owner_mark)
            yield _card(owner, owner_url, origin, is_owner=True)
        if slug_of(url) or (other and other.casefold() not in HIDDEN_MEMBERS):
            yield _card(other, url, origin, is_owner=False)
            if cells.get("message"):
                yield _note(cells, _identifier(other, url), origin, is_mine=is_mine)
        else:
            yield Reject(origin, "hidden member: no name and no profile", RejectKind.LEFT_OUT)


def _identifier(name: str, url: str) -> Identifier:
    return profile(url) if slug_of(url) else named(name)


def _card(name: str, url: str, origin: Origin, *, is_owner: bool) -> Card:
    is_hidden = name.casefold() in HIDDEN_MEMBERS
    draft = Card(
        key="",
        subject="",
        origin=origin,
        names=() if is_hidden else (name,),
        identifiers=(_identifier(name, url),),
        is_owner=is_owner,
    )
    return seal(draft, slug_of(url))


def _note(cells: Cells, other: Identifier, origin: Origin, *, is_mine: bool) -> Record:
    when = parse_stamp(cells["sent at"])
    if when is None:
        return bad_date(origin, "Sent At", cells["sent at"])
    return Interaction(
        key=hash_of("invitation", slug_of(other.value) or other.value, when, is_mine),
        origin=origin,
        kind=InteractionKind.MESSAGE,
        when=when,
        sender=OWNER if is_mine else other,
        participants=(other if is_mine else OWNER,),
        n_participants=1,
    )
