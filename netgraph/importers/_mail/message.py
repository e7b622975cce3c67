"""One message between people, taken apart: who, to whom, when, in answer to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from netgraph.importers._keys import hash_of, mail_key
from netgraph.importers._mail.addresses import Mailbox, bare_name, mailboxes
from netgraph.importers._mail.headers import Headers, message_id, when_of
from netgraph.model import Origin


@dataclass(slots=True)
class Mail:
    """One message: ``recipients`` are all addressed once, without the sender.

    ``id`` is the Message-ID in UTF-8 or b"", ``key`` and ``reply_to`` are keys of interactions,
    ``when`` [UTC] None when unknown.
    """

    origin: Origin
    headers: Headers
    sender: Mailbox
    recipients: tuple[Mailbox, ...]
    id: bytes
    key: str
    reply_to: str
    when: datetime | None


def sender_of(headers: Headers) -> Mailbox | None:
    """Who sent the message: the first in From, else in Sender; None when nobody is named.

    The address is "" where an archive or Exchange holds only a name.
    """
    written = headers.get(b"from", b"")
    senders = mailboxes(written)
    if senders:
        return senders[0]
    name = bare_name(written)
    senders = mailboxes(headers.get(b"sender", b"")) if not name else (Mailbox(name, ""),)
    return senders[0] if senders else None


def open_mail(
    origin: Origin, message: bytes, headers: Headers, sender: Mailbox, reply_to: str
) -> Mail:
    """The message taken apart; ``message`` begins with its mbox separator, if it has one."""
    identity = message_id(headers.get(b"message-id", b""))
    key = mail_key(identity) if identity else _key_without_id(headers)
    when = when_of(headers, message)
    return Mail(origin, headers, sender, _addressed(headers, sender), identity, key, reply_to, when)


def _key_without_id(headers: Headers) -> str:
    parts = (headers.get(name, b"") for name in (b"from", b"date", b"subject"))
    return hash_of("mail", *parts)


def answered(headers: Headers) -> bytes:
    """The id of the message answered: In-Reply-To, else the last of References; or b""."""
    direct, chain = headers.get(b"in-reply-to"), headers.get(b"references")
    found = message_id(direct) if direct else b""
    return found or (message_id(chain, last=True) if chain else b"")


def reply_to_key(headers: Headers) -> str:
    """The key of the interaction answered, or ""."""
    if b"in-reply-to" not in headers and b"references" not in headers:
        return ""
    parent = answered(headers)
    return mail_key(parent) if parent else ""


def _addressed(headers: Headers, sender: Mailbox) -> tuple[Mailbox, ...]:
    """Everybody in To and Cc once, without the sender; a sole Bcc counts when these are empty."""
    found = mailboxes(headers.get(b"to", b""))
    if b"cc" in headers:
        found += mailboxes(headers[b"cc"])
    if not found:
        hidden = mailboxes(headers.get(b"bcc", b""))
        found = hidden if len(hidden) == 1 else ()
    own = sender.address.lower()
    if len(found) == 1:
        return found if found[0].address.lower() != own else ()
    by_address = {mailbox.address.lower(): mailbox for mailbox in found}
    if len(by_address) < len(found):
        by_address = {}
        for mailbox in found:
            by_address.setdefault(mailbox.address.lower(), mailbox)
    by_address.pop(own, None)
    return tuple(by_address.values())


def _once(found: tuple[Mailbox, ...]) -> tuple[Mailbox, ...]:
    """Every address once, at its first place, as it was written last."""
    return tuple({m.address.lower(): m for m in found}.values())


def delivered_to(headers: Headers) -> tuple[Mailbox, ...]:
    """Where the message arrived; the addresses of forwarding rules and lists do not count."""
    for name in (b"delivered-to", b"x-original-to", b"envelope-to"):
        value = headers.get(name)
        if value and b"mailing list" not in value:
            found = mailboxes(value)
            return found if len(found) < 2 else _once(found)
    return ()
