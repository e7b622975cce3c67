"""Mailing lists in mail: which addresses are lists, and what a member posted to one.

A newsletter and a discussion list set the same fields; a list on which people talk is told by
the address for posting, by ``Precedence: list``, or by the marks of list managers.

Sources: RFC 2369 (List-Post), RFC 2919 (List-Id), RFC 5230 (Precedence); the manuals of
Mailman (X-BeenThere), ezmlm and Yahoo Groups (Mailing-List).
"""

from __future__ import annotations

import re

from netgraph.importers._mail.addresses import Mailbox, mailboxes
from netgraph.importers._mail.headers import Headers, to_text
from netgraph.importers._people.notpeople import is_list

#: Any of these makes it worth looking closer.
_MANAGER_MARKS = frozenset(
    (b"x-beenthere", b"x-mailman-version", b"mailing-list", b"x-mailing-list", b"x-google-group-id")
)
_MARKS = _MANAGER_MARKS | {b"list-id", b"list-post"}
_CAMPAIGN_MARKS = frozenset((b"feedback-id", b"x-csa-complaints", b"x-campaign", b"x-mc-user"))
_MAILTO = re.compile(rb"mailto:([^\s<>?,;]+@[^\s<>?,;]+)", re.IGNORECASE)
_ADDRESS = re.compile(rb"(?<![^\s<>@,;:()\"])[^\s<>@,;:()\"]+@[^\s<>@,;:()\"]+")
#: RFC 2919 allows 255 [bytes].
MAX_LIST_ID = 512
_NAME_VIA = re.compile(r"\s*\(?\b(?:via|über|par le biais de) .*$")
_INSIDE = re.compile(
    r"([^=@\s]+)=(?:40)?([^=@\s]+\.[A-Za-z]{2,})@(?:dmarc\..+|.*groups.+|lists?\..+)"
)
_LIST_ID = re.compile(rb"<?([^\s<>]+)>?\s*$")
_MANAGER = re.compile(rb"(?:-bounces?|-owner|-errors)(?:[+=][^@\s]*)?@|<?owner-|bounces\+", re.I)
#: Programs for campaigns put the recipient's address into the envelope sender.
_ESP = re.compile(rb"bounces\+[^@]*=", re.IGNORECASE)
_POSTED_BY = re.compile(r"reply\+", re.IGNORECASE)


def is_from_list(headers: Headers) -> bool:
    """Whether a list passed the message on, be it a newsletter or talk."""
    if not headers.keys().isdisjoint(_MARKS):
        return True
    return b"precedence" in headers and _precedence(headers) == b"list"


def writer(headers: Headers, sender: Mailbox) -> Mailbox:
    """Who wrote what a list sends under its own address; ``sender`` itself in other mail.

    Lists put themselves into From where a domain's policy (DMARC) forbids to pass its mail on:
    "Ada Stone via Choir <choir@...>". The writer then stands in X-Original-From, in Reply-To
    under the same name, or in the address itself (``ada=40example.org@dmarc.lists.example``).
    """
    name = _NAME_VIA.sub("", sender.name).strip(" '\"")
    for mailbox in mailboxes(headers.get(b"x-original-from", b"")):
        return mailbox if mailbox.name else Mailbox(name, mailbox.address)
    hidden = _INSIDE.fullmatch(sender.address)
    if hidden:
        return Mailbox(name, f"{hidden[1]}@{hidden[2]}")
    for mailbox in mailboxes(headers.get(b"reply-to", b"")) if name != sender.name else ():
        if mailbox.name == name and mailbox.address.lower() != sender.address.lower():
            return mailbox
    return sender


def list_addresses(headers: Headers, addressed: tuple[Mailbox, ...]) -> frozenset[str]:
    """The addresses of the list that passed the message on, in lower case; often empty.

    ``addressed`` are those in To and Cc: only there an address can be taken for the list that
    List-Id names.
    """
    found = set()
    if b"list-post" in headers:
        found.update(_MAILTO.findall(headers[b"list-post"]))
    for name in (b"x-beenthere", b"x-mailing-list", b"mailing-list"):
        if name in headers:
            found.update(_ADDRESS.findall(headers[name])[:1])
    lists = {to_text(address).lower() for address in found}
    lists = {address for address in lists if not _POSTED_BY.match(address)}
    identity = _list_id(headers)
    for mailbox in addressed:
        address = mailbox.address.lower()
        if is_list(address) or (identity and _is_named(address, identity)):
            lists.add(address)
    if not lists and len(addressed) == 1 and not addressed[0].name:
        is_talk = _precedence(headers) == b"list" and not _arrived_at(headers, addressed[0])
        lists.update([addressed[0].address.lower()] if is_talk else ())
    return frozenset(lists)


def is_posted(headers: Headers, addressed: tuple[Mailbox, ...]) -> bool:
    """Whether a member posted the message to a list on which people talk."""
    if not headers.keys().isdisjoint(_MANAGER_MARKS):
        return True
    # A list's talk goes to the list; a newsletter goes to each reader's own address.
    may_be_talk = _precedence(headers) == b"list" and headers.keys().isdisjoint(_CAMPAIGN_MARKS)
    if may_be_talk and not (addressed and all(_arrived_at(headers, m) for m in addressed)):
        return True
    post = headers.get(b"list-post")
    if post and _MAILTO.search(post) and b"reply+" not in post:
        return True
    if b"list-id" not in headers and b"list-unsubscribe" not in headers:
        return False
    identity = _list_id(headers) if b"list-id" in headers else ""
    for mailbox in addressed:
        if is_list(mailbox.address) or (identity and _is_named(mailbox.address.lower(), identity)):
            return True
    return any(
        _MANAGER.search(headers[name]) and not _ESP.search(headers[name])
        for name in (b"sender", b"return-path", b"errors-to")
        if name in headers
    )


def _list_id(headers: Headers) -> str:
    # its end alone: tried at every letter of a long word the pattern would take minutes
    match = _LIST_ID.search(headers.get(b"list-id", b"")[-MAX_LIST_ID:])
    return to_text(match[1]).lower() if match else ""


def _is_named(address: str, identity: str) -> bool:
    """Whether an address is the one that a list's id is made from: "chor.lists.example"."""
    local, _, domain = address.partition("@")
    return bool(identity) and identity in {f"{local}.{domain}", f"{local}-{domain}"}


def _precedence(headers: Headers) -> bytes:
    value = headers.get(b"precedence")
    return value.strip().lower() if value else b""


def _arrived_at(headers: Headers, mailbox: Mailbox) -> bool:
    return mailbox.address.lower().encode() in headers.get(b"delivered-to", b"").lower()
