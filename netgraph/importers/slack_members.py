"""Slack's member list: the CSV of an administrator, or ``users.json`` of a workspace export.

To share a workspace is to be in one group, not to know each other. Apps are left out;
somebody whose account was closed was a colleague and stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._chats.conversation import handle, phone
from netgraph.importers._files import Document
from netgraph.importers._keys import seal
from netgraph.importers._tables.delimited import Cells, has_header, records
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

NAME = "slack_members"
APP = "an app, not a person"
_WORKSPACE = re.compile(r"(?:^|/)(?:slack-)?([^/]+?)[ _-](?:slack[ _-]export|members)\b", re.I)
_SLACKBOT = "USLACKBOT"


def recognises(document: Document) -> bool:
    """Whether this is either list."""
    text = looks_like_json(document)
    if text.startswith("["):
        return has_keys(text, "team_id", "profile") and (
            has_keys(text, "is_bot") or has_keys(text, "deleted")
        )
    return has_header(document, is_members)


def is_members(columns: frozenset[str]) -> bool:
    """Whether the columns are those of the administrator's list."""
    return {"username", "email", "status", "userid", "fullname"} <= columns


def read(document: Document) -> Iterator[Record]:
    """A card for every member, in file order."""
    if looks_like_json(document):
        yield from _users(document)
        return
    group = _workspace(document)

    def convert(cells: Cells, origin: Origin) -> Iterator[Record]:
        if "bot" in cells["status"].casefold():
            yield Reject(origin, APP, RejectKind.LEFT_OUT)
            return
        name = cells["fullname"] or cells.get("displayname", "")
        yield _member(origin, name, cells["userid"], [_mail(cells["email"])], (group,))

    yield from records(document, NAME, is_members, convert)


def _users(document: Document) -> Iterator[Record]:
    entries = items(load_json(document))
    for number, entry in enumerate(entries, start=1):
        origin = document.origin(NAME, f"member {number}")
        yield _user(members(entry), origin, _workspace(document))
    if not entries:
        origin = document.origin(NAME, "member 1")
        yield Reject(origin, "holds no members", RejectKind.LEFT_OUT)


def _user(user: Members, origin: Origin, group: Affiliation) -> Record:
    profile = members(user, "profile")
    account = text_of(user.get("id"))
    if user.get("is_bot") is True or account == _SLACKBOT or user.get("is_workflow_bot") is True:
        return Reject(origin, APP, RejectKind.LEFT_OUT)
    names = (profile.get("real_name"), user.get("real_name"), profile.get("display_name"))
    name = next((text for text in map(text_of, names) if text), "")
    title = text_of(profile.get("title"))
    work = (Affiliation("", title),) if title else ()
    reached = [_mail(text_of(profile.get("email"))), phone(text_of(profile.get("phone")))]
    return _member(origin, name, account, reached, (*work, group))


def _member(
    origin: Origin,
    name: str,
    account: str,
    reached: list[Identifier],
    affiliations: tuple[Affiliation, ...],
) -> Record:
    if not (name or any(identifier.value for identifier in reached)):
        return Reject(origin, "has no name and no address")
    identifiers = (*reached, handle("slack", account))
    if not any(identifier.value for identifier in identifiers):
        identifiers = (Identifier(IdentifierKind.NAME, name),)
    return seal(Card("", "", origin, (name,), identifiers, affiliations), account)


def _mail(text: str) -> Identifier:
    return Identifier(IdentifierKind.EMAIL, text if "@" in text else "")


def _workspace(document: Document) -> Affiliation:
    """The workspace as the archive or file is called; a nameless one is a group of its own."""
    found = _WORKSPACE.search(document.name)
    name = found[1] if found else f"no. {document.digest[:6]}"
    return Affiliation(f"Slack workspace {name}", kind=AffiliationKind.GROUP)


IMPORTER = Importer(
    name=NAME,
    title="Slack members",
    how_to_export="administrators: open Manage members and press Export member list; or "
    "Settings > Import/Export data > Export, and import the zip",
    unit="members",
    recognises=recognises,
    read=read,
)
