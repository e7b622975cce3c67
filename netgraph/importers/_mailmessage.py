"""One message between people, taken apart: who, to whom, when, in answer to what."""

from __future__ import annotations

from datetime import datetime

from netgraph.importers._keys import hash_of
from netgraph.importers._mailaddresses import Mailbox, mailboxes
from netgraph.importers._mailheaders import Headers, message_id
from netgraph.model import Origin


class Mail:
    """One message between people, taken apart."""

    __slots__ = (
        "body", "headers", "id", "is_labelled_sent", "key", "origin", "recipients", "reply_to",
        "sender", "when",
    )  # fmt: skip

    def __init__(
        self,
        origin: Origin,
        headers: Headers,
        sender: Mailbox,
        recipients: tuple[Mailbox, ...],
        reply_to: str,
    ) -> None:
        self.origin = origin
        self.headers = headers
        self.sender = sender
        self.recipients = recipients
        self.reply_to = reply_to
        self.id = message_id(headers.get(b"message-id", b""))
        self.key = hash_of("mail", self.id) if self.id else _key_without_id(headers)
        self.when: datetime | None = None
        self.body = b""
        self.is_labelled_sent = False


def _key_without_id(headers: Headers) -> str:
    parts = (headers.get(name, b"") for name in (b"from", b"date", b"subject"))
    return hash_of("mail", *parts)


def answered(headers: Headers) -> str:
    """The id of the message answered: In-Reply-To, else the last of References; or ""."""
    found = message_id(headers.get(b"in-reply-to", b""))
    return found or message_id(headers.get(b"references", b""), last=True)


def reply_to_key(headers: Headers) -> str:
    """The key of the interaction answered, or ""."""
    parent = answered(headers)
    return hash_of("mail", parent) if parent else ""


def addressed(headers: Headers, sender: Mailbox) -> tuple[Mailbox, ...]:
    """Everybody in To and Cc once, without the sender; a sole Bcc counts when these are empty."""
    found = mailboxes(headers.get(b"to", b"")) + mailboxes(headers.get(b"cc", b""))
    if not found:
        hidden = mailboxes(headers.get(b"bcc", b""))
        found = hidden if len(hidden) == 1 else ()
    if len(found) == 1:
        return found if found[0].address.lower() != sender.address.lower() else ()
    by_address: dict[str, Mailbox] = {}
    for mailbox in found:
        by_address.setdefault(mailbox.address.lower(), mailbox)
    by_address.pop(sender.address.lower(), None)
    return tuple(by_address.values())


def delivered_to(headers: Headers) -> tuple[Mailbox, ...]:
    """Where the message arrived; the addresses of forwarding rules and lists do not count."""
    for name in (b"delivered-to", b"x-original-to", b"envelope-to"):
        value = headers.get(name)
        if value and b"mailing list" not in value:
            return tuple({m.address.lower(): m for m in mailboxes(value)}.values())
    return ()
