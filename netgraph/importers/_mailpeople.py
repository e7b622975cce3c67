"""Who is a person in mail, and which messages people did not write to people.

Machines and lists are told by header fields and by role addresses (``noreply@``), never by
the domain alone: somebody with a free-mail address is a person. Reasons are words for the
user.

Sources: RFC 2369 and RFC 2919 (lists), RFC 3834 (automatic messages), RFC 5321 (null return
path); Gmail's labels as they stand in Takeout files.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from netgraph.importers._mailaddresses import Mailbox
from netgraph.importers._mailheaders import Headers, decode_words, to_text

LIST = "newsletter or mailing list"
AUTOMATIC = "automatic message"
DRAFT = "draft that was not sent"
SPAM = "spam"
DELETED = "deleted message"

_MACHINE = re.compile(
    r"(?:.*[._+=-])?(?:no[._-]?reply|do[._-]?not[._-]?reply|donotreply|mailer[._-]?daemon"
    r"|postmaster|bounces?|notifications?|newsletters?|mailings?|auto[._-]?(?:reply|confirm)"
    r"|unsubscribe|listserv|majordomo|ne[._-]?pas[._-]?repondre|nicht[._-]?antworten"
    r"|no[._-]?responder|calendar-notification|jobs-listings|jobalerts?)(?:[._+=-].*)?"
    r"|root|daemon|cron|reply\+.+|.*\+caf_=.*"
    r"|[0-9a-f]{24,}|undisclosed[._-]?recipients?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:info|news|support|billing|invoices?|rechnung|service|kundenservice|customer[._-]?service"
    r"|help(?:desk)?|sales|marketing|office|contact|kontakt|contacto|hello|hola|team|admin"
    r"|webmaster|abuse|security|jobs|careers|hr|recruiting|bewerbung|invitations?|orders?|events?"
    r"|alerts?|updates?|feedback|all|everyone|staff)(?:[+].*)?",
    re.IGNORECASE,
)
_RELAY = re.compile(
    r"(?:.+\.)?noreply\.github\.com|privaterelay\.appleid\.com|localhost(?:\.localdomain)?", re.I
)
_BULK_PRECEDENCE = (b"bulk", b"list", b"junk")
_BULK_FIELDS = (b"list-id", b"list-post", b"list-unsubscribe", b"feedback-id")
_CAMPAIGN = re.compile(rb"campaign|newsletter|mailchimp|sendgrid|phpmailer|mailjet", re.IGNORECASE)

#: Gmail writes its labels in the user's language.
_LEFT_OUT_LABELS = {
    DRAFT: "draft drafts entwurf entwürfe brouillon brouillons borrador borradores bozze rascunhos",
    SPAM: "spam junk indésirables",
    DELETED: "trash bin papierkorb corbeille papelera cestino lixeira prullenbak",
}
_REASON_OF_LABEL = {
    word: reason for reason, words in _LEFT_OUT_LABELS.items() for word in words.split()
}
_BULK_LABELS = {"category promotions", "category social", "kategorie werbung"}
_SENT_LABELS = {
    "sent", "sent mail", "gesendet", "envoyé", "envoyés", "messages envoyés", "enviado",
    "enviados", "inviata", "posta inviata", "verzonden",
}  # fmt: skip
MAX_LABEL_BYTES = 4096
_LABEL = re.compile(r'"([^"]*)"|([^,"]+)')


def is_person(address: str) -> bool:
    """Whether ``address`` may belong to a human being who reads it under their own name."""
    return not is_machine(address) and not is_role(address)


def speaks_for_list(name: str) -> bool:
    """Whether a display name is that of a person at the address of a list.

    "Ada Stone via Team <team@...>" names Ada, but nobody of that name reads ``team@``.
    """
    return " via " in name or " (via " in name or " über " in name


@lru_cache(maxsize=16_384)
def is_machine(address: str) -> bool:
    """Whether nobody reads what is sent to ``address``."""
    local, _, domain = address.rpartition("@")
    return bool(_MACHINE.fullmatch(local) or _RELAY.fullmatch(domain))


@lru_cache(maxsize=16_384)
def is_role(address: str) -> bool:
    """Whether ``address`` is a desk (``info@``), behind which a person may or may not answer."""
    return _ROLE.fullmatch(address.rpartition("@")[0]) is not None


def gmail_labels(headers: Headers) -> frozenset[str]:
    """The message's Gmail labels in lower case; the field is encoded as a whole."""
    value = headers.get(b"x-gmail-labels")
    return _labels(value[:MAX_LABEL_BYTES]) if value else frozenset()


@lru_cache(maxsize=1024)
def _labels(value: bytes) -> frozenset[str]:
    text = unicodedata.normalize("NFKC", decode_words(to_text(value))).casefold()
    return frozenset(" ".join((m[1] or m[2]).split()) for m in _LABEL.finditer(text))


def is_labelled_sent(labels: frozenset[str]) -> bool:
    """Whether Gmail says that the owner sent the message."""
    return not labels.isdisjoint(_SENT_LABELS)


def left_out_reason(
    headers: Headers, sender: Mailbox, labels: frozenset[str], *, is_trusted: bool, peek: bytes
) -> str:
    """Why the message says nothing about people who know each other; "" when it does.

    ``is_trusted`` (the owner's own message, or a reply to one) outweighs bulk fields and role
    addresses, since people answer from systems that set them; it does not outweigh signs of
    an automatic answer. ``peek`` is the beginning of the body.
    """
    unkept = _unkept_reason(headers, labels)
    if unkept:
        return unkept
    if speaks_for_list(sender.name) or (not is_trusted and _is_bulk(headers, labels)):
        return LIST
    if _is_automatic(headers, sender, peek):
        return AUTOMATIC
    if is_trusted:
        return ""
    if is_role(sender.address) or b"x-auto-response-suppress" in headers:
        return AUTOMATIC
    return ""


def _unkept_reason(headers: Headers, labels: frozenset[str]) -> str:
    """Why the owner did not send or keep the message; "" when it is ordinary mail."""
    if not labels.isdisjoint(_REASON_OF_LABEL):
        return min(_REASON_OF_LABEL[label] for label in labels if label in _REASON_OF_LABEL)
    if headers.get(b"x-spam-flag", b"").lower().startswith(b"yes"):
        return SPAM
    return DELETED if _is_expunged(headers.get(b"x-mozilla-status", b"")) else ""


def _is_expunged(status: bytes) -> bool:
    """Thunderbird keeps deleted messages in the file until it is compacted (bit 3)."""
    try:
        return bool(int(status[:4] or b"0", 16) & 8)
    except ValueError:
        return False


def _is_automatic(headers: Headers, sender: Mailbox, peek: bytes) -> bool:
    if is_machine(sender.address):
        return True
    if b"x-autoreply" in headers or b"x-failed-recipients" in headers:
        return True
    if headers.get(b"return-path", b"").replace(b" ", b"") == b"<>":
        return True
    submitted = headers.get(b"auto-submitted", b"no").lower()
    if submitted.startswith(b"no"):
        return False
    # A person's invitation to a meeting is sent by a calendar on that person's behalf.
    is_invitation = b"text/calendar" in headers.get(b"content-type", b"") + peek
    return submitted.startswith(b"auto-replied") or not is_invitation


def _is_bulk(headers: Headers, labels: frozenset[str]) -> bool:
    if any(field in headers for field in _BULK_FIELDS):
        return True
    if headers.get(b"precedence", b"").strip().lower() in _BULK_PRECEDENCE:
        return True
    mailer = headers.get(b"x-mailer")
    return bool(mailer and _CAMPAIGN.search(mailer)) or not labels.isdisjoint(_BULK_LABELS)
