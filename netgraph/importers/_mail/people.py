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

from netgraph.importers._mail.addresses import Mailbox, is_cut, mailboxes
from netgraph.importers._mail.headers import Headers, decode_words, to_text
from netgraph.importers._mail.lists import is_posted
from netgraph.importers._mail.names import (
    has_full_name,
    is_at_bulk_host,
    is_firm,
    is_person_at_desk,
    is_signed,
    names_person_at,
    shares_word,
    speaks_for_list,
    works_alone,
)
from netgraph.importers._mail.roles import is_machine, is_role

LIST = "newsletter or mailing list"
AUTOMATIC = "automatic message"
DRAFT = "draft that was not sent"
SPAM = "spam"
DELETED = "deleted message"

_BULK_PRECEDENCE = (b"bulk", b"list", b"junk")
_BULK_FIELDS = frozenset(
    b"list-id list-post list-unsubscribe list-unsubscribe-post feedback-id x-csa-complaints"
    b" x-campaign x-campaignid x-mc-user x-report-abuse".split()
)
#: Without one of these fields nothing hints at many recipients but labels.
_HINTING = _BULK_FIELDS | {b"precedence", b"x-mailer"}
_CAMPAIGN = re.compile(rb"campaign|newsletter|mailchimp|sendgrid|phpmailer|mailjet", re.IGNORECASE)
#: An envelope sender that holds the recipient's own address: every copy was sent on its own.
_ONE_EACH = re.compile(rb"[^\s<]+=[^\s@]+\.[^\s@]+@")
#: Fields that desks set when a machine or a ticket system answers.
_TICKET_FIELDS = frozenset(
    b"x-otrs-loop x-rt-loop-prevention rt-ticket x-zendesk-priority-mail x-ticket-id x-loop"
    b" x-list-administrivia".split()
)
#: Without one of these fields a message tells nothing of itself but who wrote it.
_TELLING = (
    _HINTING
    | _TICKET_FIELDS
    | frozenset(
        b"x-spam-flag x-mozilla-status x-autoreply x-failed-recipients auto-submitted"
        b" x-auto-response-suppress".split()
    )
)
_ROBOT_NAME = re.compile(
    r"(?:[\w-]+-)?\b(?:ro)?bot\d*\b|\b(?:build|sys|git|mail)bot\b|\bdaemon\b|\bbugzilla\b"
    r"|\bjira\b|\bgitbox\b|\bgit(?:hub|lab)\b|\bpatchwork\b|\bautobuild\w*|\bnotifier\b"
    r"|\bauto-?mailer\b|\b(?:phabricator|gerrit|jenkins|launchpad|bitbucket|weblate|transifex"
    r"|discourse|redmine|debbugs)\b|\bcron job\b|\bcode review\b|\bbug track\w*"
    r"|\btracking system\b|\b(?:automatic|automated|automatisch\w*|automatique|autom[aá]tic[oa]"
    r"|automatyczn\w*|geautomatiseerd\w*)\b"
)
_TICKET = re.compile(rb"\[[^\]]*#\s?\d{3,}|\bticket\b|\[[A-Z]{2,}-\d+\]", re.IGNORECASE)

#: Gmail writes its labels in the user's language.
_LEFT_OUT_LABELS = {
    DRAFT: "draft drafts entwurf entwürfe brouillon brouillons borrador borradores bozze rascunhos",
    SPAM: "spam junk indésirables",
    DELETED: "trash bin papierkorb corbeille papelera cestino lixeira prullenbak",
}
_REASON_OF_LABEL = {
    word: reason for reason, words in _LEFT_OUT_LABELS.items() for word in words.split()
}
#: What mail programs call these folders beside the words of Gmail's labels.
_FOLDERS = {
    DELETED: "deleted items|deleted messages|gelöschte elemente|gelöschte objekte"
    "|éléments supprimés|elementos eliminados|posta eliminata|elementi eliminati|cestino"
    "|itens excluídos|itens eliminados|verwijderde items|kosz|elementy usunięte",
    SPAM: "junk e-mail|junk-e-mail|junk email|bulk mail|unerwünscht|courrier indésirable"
    "|correo no deseado|posta indesiderata|lixo eletrônico|ongewenste e-mail|niechciane",
    DRAFT: "kladder|robocze|wersje robocze|concepten|borradores|bozze|rascunhos",
}
_REASON_OF_FOLDER = {name: why for why, names in _FOLDERS.items() for name in names.split("|")}
_LEFT_OUT = frozenset(_REASON_OF_LABEL)
_BULK_LABELS = frozenset(("category promotions", "category social", "kategorie werbung"))
_TELLING_LABELS = _LEFT_OUT | _BULK_LABELS
_SENT_LABELS = {
    "sent", "sent mail", "gesendet", "envoyé", "envoyés", "messages envoyés", "enviado",
    "enviados", "inviata", "posta inviata", "verzonden",
}  # fmt: skip
MAX_LABEL_BYTES = 4096
_LABEL = re.compile(r'"([^"]*)"|([^,"]+)')


def gmail_labels(headers: Headers) -> frozenset[str]:
    """The message's Gmail labels in lower case; the field is encoded as a whole."""
    value = headers.get(b"x-gmail-labels")
    return _labels(value[:MAX_LABEL_BYTES]) if value else frozenset()


@lru_cache(maxsize=1024)
def _labels(value: bytes) -> frozenset[str]:
    text = unicodedata.normalize("NFKC", decode_words(to_text(value))).casefold()
    return frozenset(" ".join((m[1] or m[2]).split()) for m in _LABEL.finditer(text))


def reason_of_folder(name: str) -> str:
    """Why mail in a folder called ``name`` was not sent or not kept; "" for other folders."""
    name = unicodedata.normalize("NFKC", name).casefold()
    return _REASON_OF_LABEL.get(name) or _REASON_OF_FOLDER.get(name, "")


def is_labelled_sent(labels: frozenset[str]) -> bool:
    """Whether Gmail says that the owner sent the message."""
    return not labels.isdisjoint(_SENT_LABELS)


def is_plain_letter(headers: Headers, sender: Mailbox, labels: frozenset[str]) -> bool:
    """Whether at a quick look nothing speaks against a letter: `left_out_reason` has no reason."""
    if not (headers.keys().isdisjoint(_TELLING) and labels.isdisjoint(_TELLING_LABELS)):
        return False
    path = headers.get(b"return-path")
    return _is_plain(sender) and (path is None or path.replace(b" ", b"") != b"<>")


def left_out_reason(
    headers: Headers,
    sender: Mailbox,
    labels: frozenset[str],
    *,
    is_mine: bool,
    is_answer: bool,
    peek: bytes,
) -> str:
    """Why the message says nothing about people who know each other; "" when it does.

    ``is_mine`` says that the owner sent it, ``is_answer`` that it answers a message of the
    owner's. Both outweigh bulk fields, since people answer from systems that set them; they do
    not outweigh signs of an automatic answer. ``peek`` is the beginning of the body.
    """
    unkept = _unkept_reason(headers, labels)
    if unkept:
        return unkept
    is_trusted = is_mine or is_answer
    if speaks_for_list(sender.name) or (not is_trusted and _is_bulk(headers, sender, labels)):
        return LIST
    if _is_automatic(headers, sender, peek):
        return AUTOMATIC
    if is_mine:
        return ""
    if not sender.address:
        is_person = has_full_name(sender)
    elif is_cut(sender.address):
        is_person = names_person_at(sender)
    elif is_role(sender.address):
        is_person = _is_somebody(headers, sender, is_answer=is_answer)
    elif _is_robot_name(sender.name):
        # "tip-bot for Ada Stone" must agree with the address by what is left, not by "tip".
        rest = _ROBOT_NAME.sub(" ", sender.name.lower())
        is_person = is_signed(sender) and shares_word(rest, sender.address)
    elif not _TICKET_FIELDS.isdisjoint(headers):
        is_person = is_signed(sender)
    else:
        is_person = is_answer or not (is_at_bulk_host(sender) or _wants_no_answer(headers, sender))
        is_person = is_person and not is_firm(sender)
    return "" if is_person else AUTOMATIC


@lru_cache(maxsize=16_384)
def _is_plain(sender: Mailbox) -> bool:
    """Whether nothing in name and address points at a machine, a desk, a firm or a list."""
    return bool(sender.address) and not (
        is_machine(sender.address)
        or is_role(sender.address)
        or is_cut(sender.address)
        or speaks_for_list(sender.name)
        or _is_robot_name(sender.name)
        or is_at_bulk_host(sender)
        or is_firm(sender)
    )


@lru_cache(maxsize=4096)
def _is_robot_name(name: str) -> bool:
    return _ROBOT_NAME.search(name.lower()) is not None


def _is_somebody(headers: Headers, sender: Mailbox, *, is_answer: bool) -> bool:
    """Whether a person answers at a desk: under a name of their own, without a machine's help."""
    if b"x-auto-response-suppress" in headers or not _TICKET_FIELDS.isdisjoint(headers):
        return False
    if _TICKET.search(headers.get(b"subject", b"")):
        return False
    if headers.get(b"precedence", b"").strip().lower() in _BULK_PRECEDENCE:
        return False
    if is_answer or b"in-reply-to" in headers or b"references" in headers:
        return names_person_at(sender) or works_alone(sender, b"thunderbird")
    if is_person_at_desk(sender) and not _ONE_EACH.search(headers.get(b"return-path", b"")):
        return True
    return works_alone(sender, headers.get(b"x-mailer", b"") + headers.get(b"user-agent", b""))


def _wants_no_answer(headers: Headers, sender: Mailbox) -> bool:
    """Whether the sender forbids automatic answers of every kind, as machines do.

    Exchange forbids some kinds in people's mail, and all of them in what its machines send.
    """
    forbidden = headers.get(b"x-auto-response-suppress")
    if forbidden is None:
        return False
    is_partly = b"all" not in forbidden.lower() or b"in-reply-to" in headers
    return not (is_partly and is_signed(sender))


def _unkept_reason(headers: Headers, labels: frozenset[str]) -> str:
    """Why the owner did not send or keep the message; "" when it is ordinary mail."""
    if labels and not labels.isdisjoint(_LEFT_OUT):
        return min(_REASON_OF_LABEL[label] for label in labels if label in _LEFT_OUT)
    if b"x-spam-flag" in headers and headers[b"x-spam-flag"].lower().startswith(b"yes"):
        return SPAM
    status = headers.get(b"x-mozilla-status")
    return DELETED if status and _is_expunged(status) else ""


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
    if b"return-path" in headers and headers[b"return-path"].replace(b" ", b"") == b"<>":
        return True
    submitted = headers.get(b"auto-submitted")
    if submitted is None or (submitted := submitted.lower()).startswith(b"no"):
        return False
    # A person's invitation to a meeting is sent by a calendar on that person's behalf.
    is_invitation = b"text/calendar" in headers.get(b"content-type", b"") + peek
    return submitted.startswith(b"auto-replied") or not is_invitation


def _is_bulk(headers: Headers, sender: Mailbox, labels: frozenset[str]) -> bool:
    """Whether the message went to many who did not ask this sender in person.

    What a member posted to a list is the member's own mail. A single hint does not outweigh a
    sender whose name and address agree, because programs for customer contacts set
    List-Unsubscribe on letters to one person; an answer may bear a second hint.
    """
    if headers.keys().isdisjoint(_HINTING) and labels.isdisjoint(_BULK_LABELS):
        return False
    hints = len(_BULK_FIELDS & headers.keys())
    hints += headers.get(b"precedence", b"").strip().lower() in _BULK_PRECEDENCE
    mailer = headers.get(b"x-mailer")
    if not labels.isdisjoint(_BULK_LABELS) or (mailer and _CAMPAIGN.search(mailer)):
        hints += 3
    if not hints:
        return False
    if is_posted(headers, addressed_in(headers)):
        return False
    hints += _ONE_EACH.search(headers.get(b"return-path", b"")) is not None
    is_hinted = b"list-unsubscribe" in headers or b"x-report-abuse" in headers
    allowed = 2 if b"in-reply-to" in headers else int(is_hinted)
    return hints > allowed or not is_signed(sender)


def addressed_in(headers: Headers) -> tuple[Mailbox, ...]:
    """Everybody in To and Cc."""
    return mailboxes(headers.get(b"to", b"")) + mailboxes(headers.get(b"cc", b""))
