"""The first lines of a message as plain text, to look for an introduction; never stored.

`own_words` cuts quoted lines and everything below a reply header.
"""

from __future__ import annotations

import binascii
import html
import re
import unicodedata

from netgraph.importers._mail.headers import Headers, decode_words, pick, split_message, to_text

#: Introductions stand at the beginning of a mail.
MAX_CHARACTERS = 2048
MAX_PARTS = 3

_BOUNDARY = re.compile(rb'boundary="?([^";\s]{1,200})', re.IGNORECASE)
_REPLY = re.compile(r"(?:re|aw|sv|antw|rv|tr|fwd?|wg)\s*:", re.IGNORECASE)
_TAG = re.compile(r"<(?:style|script)[^>]*>.*?(?:</(?:style|script)>|$)|<[^>]*>", re.S | re.I)
_BREAK = re.compile(r"<(?:br|/p|/div)[^>]*>", re.IGNORECASE)
#: Behind a line feed, which is found faster than the beginning of a line.
_QUOTED = re.compile(
    r"\n[ \t\xa0]*(?:>|-{2,} ?\w|_{10,}|--[ \xa0]*(?=\n|\Z)"
    r"|(?:on|am|le|el) .{4,120}(?:wrote|schrieb|ecrit|escribio).{0,60}:"
    r"|(?:from|von|de|gesendet|sent|envoye|enviado): )"
)


def subject_of(headers: Headers) -> str:
    """The subject in plain text; "" for a reply or when it is missing."""
    subject = decode_words(to_text(headers.get(b"subject", b"")[:1000])).strip()
    return "" if _REPLY.match(subject) else fold(subject)


def plain_text(headers: Headers, body: bytes) -> str:
    """The beginning of ``body`` [at most 2,048 characters], folded, quotations included.

    ``body`` starts with the blank line after the headers. "" when there is no text part.
    """
    kind = headers.get(b"content-type", b"text/plain").lower()
    for _ in range(MAX_PARTS):
        if not kind.startswith(b"multipart/"):
            break
        boundary = _BOUNDARY.search(headers.get(b"content-type", b""))
        start = body.find(b"--" + boundary[1]) if boundary else -1
        line_end = body.find(b"\n", start)
        if start < 0 or line_end < 0:
            return ""
        # The part's own headers take the place of the message's.
        block, body = split_message(body[line_end + 1 :])
        headers = pick(block)
        kind = headers.get(b"content-type", b"text/plain").lower()
    if not kind.startswith(b"text/"):
        return ""
    text = to_text(_without_transfer_encoding(headers, body))
    if kind.startswith(b"text/html"):
        text = html.unescape(_TAG.sub(" ", _BREAK.sub("\n", text)))
    return fold(text[:MAX_CHARACTERS].replace("\r\n", "\n"))


def own_words(text: str) -> str:
    """A folded ``text`` up to the first quotation or reply header."""
    quoted = _QUOTED.search(f"\n{text}")
    return text[: quoted.start()] if quoted else text


def _without_transfer_encoding(headers: Headers, body: bytes) -> bytes:
    encoding = headers.get(b"content-transfer-encoding", b"").strip().lower()
    if encoding == b"quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == b"base64":
        packed = re.sub(rb"[^A-Za-z0-9+/]", b"", body.partition(b"\n--")[0])
        return binascii.a2b_base64(packed[: len(packed) // 4 * 4])
    return body


def fold(text: str) -> str:
    """``text`` in lower case without accents, so that few patterns suffice."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.casefold().replace("’", "'"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
