"""Single mail messages: .eml, Apple's .emlx, and the files of a Maildir.

Sources: RFC 5322; .emlx has the number of bytes of the message as its first line; Maildir as
described by D. J. Bernstein (cr.yp.to/proto/maildir.html).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._mail.headers import MAX_HEADER_BYTES, PEEK_BYTES, pick, split_message
from netgraph.importers._mail.people import DELETED, DRAFT, reason_of_folder
from netgraph.importers._mail.records import MailReader
from netgraph.model import Record, Reject, RejectKind

NAME = "eml"
BOM = b"\xef\xbb\xbf"
_EMLX_COUNT = re.compile(rb"\d{1,10}[ \t]*\r?\n")
_FIRST_FIELD = re.compile(rb"[!-9;-~]+[ \t]*:")
#: Time, unique part and host, then the flags: ":" is "!", ";" or "_" where it is forbidden.
_MAILDIR_NAME = re.compile(
    r"(?:^|/)(?:(cur|new|tmp)/)?\d+\.[^/]+?\.[^/]*?(?:[:;!_-]2[,_]([A-Za-z]*))?$"
)
#: The last part of a folder's name in a Maildir: ``.INBOX.Trash/cur/``.
_FOLDER = re.compile(r"/\.(?:[^/]*\.)?([^/.]+)/(?:cur|new)/[^/]*$")
_SHIFTED = re.compile(r"&([A-Za-z0-9+,]*)-")
_TELLING = frozenset(
    b"to cc date subject message-id in-reply-to references received return-path delivered-to"
    b" content-type".split()
)


def recognises(document: Document) -> bool:
    """Whether the file begins with header fields of mail, a From among them."""
    head = _without_prefix(document.head)
    if not _FIRST_FIELD.match(head):
        return False
    headers = pick(split_message(head)[0])
    return b"from" in headers and b"@" in headers[b"from"] and not _TELLING.isdisjoint(headers)


def read(document: Document) -> Iterator[Record]:
    """The records of the one message, then the owner's card when it tells the owner.

    A Maildir keeps deleted messages, drafts and half delivered ones; they are left out.
    """
    reason = _maildir_reason(document.name)
    if reason:
        yield Reject(document.origin(NAME, "message 1"), reason, RejectKind.LEFT_OUT)
        return
    with document.open() as stream:
        message = _without_prefix(stream.read(MAX_HEADER_BYTES + PEEK_BYTES))
    reader = MailReader(document, NAME)
    yield from reader.read(message, 1)
    yield from reader.owner()


def _maildir_reason(name: str) -> str:
    """Why a file of a Maildir is no message that was sent and kept; "" for all others.

    Flags tell it, or the folder: ``.Trash/cur/`` and ``.Entw&APw-rfe/cur/``.
    """
    found = _MAILDIR_NAME.search(name.replace("\\", "/"))
    if not found or name.lower().endswith(".eml"):
        return ""
    flags = found[2] or ""
    if "T" in flags:
        return DELETED
    if "D" in flags:
        return DRAFT
    if found[1] == "tmp":
        return "message that was never delivered"
    folder = _FOLDER.search(name.replace("\\", "/"))
    return reason_of_folder(_decoded(folder[1])) if folder else ""


def _decoded(folder: str) -> str:
    """The name of a folder in plain text: IMAP writes "&APw-" for "ü" (RFC 3501, 5.1.3)."""

    def plain(found: re.Match[str]) -> str:
        data = found[1].replace(",", "/")
        try:
            code = base64.b64decode(data + "=" * (-len(data) % 4))
        except ValueError:
            return found[0]
        return code.decode("utf-16-be", errors="replace") if data else "&"

    return _SHIFTED.sub(plain, folder)


def _without_prefix(data: bytes) -> bytes:
    """``data`` without byte-order mark, blank lines and the byte count of .emlx."""
    data = data.removeprefix(BOM).lstrip(b"\r\n")
    count = _EMLX_COUNT.match(data)
    return data[count.end() :] if count else data


IMPORTER = Importer(
    name=NAME,
    title="Mail message (.eml)",
    how_to_export="most mail programs: select messages and drag them into a folder, or choose File "
    "> Save as; give the folder to netgraph; or Outlook on the web: open the message > ... > "
    "Download",
    unit="messages",
    recognises=recognises,
    read=read,
)
