"""Address lists of mail headers: who is written there, under which display name.

A regular expression reads what nearly all mail looks like; groups, comments and other rare
forms go to ``email.utils.getaddresses`` with ``strict=False`` where Python knows the word,
because the strict mode drops a whole list for one odd entry (CVE-2023-27043).

Source: RFC 5322, section 3.4.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Sequence
from email.utils import getaddresses
from functools import lru_cache
from typing import NamedTuple

from netgraph.importers._mail.headers import decode_words, to_text

MAX_ADDRESS = 254
MAX_NAME = 200
#: Longer lists are not remembered between messages, so that the memory stays small.
MAX_CACHED_BYTES = 512
#: The tolerant parser is slow; nothing of this length was written by a mail program.
MAX_ODD_CHARACTERS = 65_536

#: Archives of lists write "ann at example.com", so that no program finds the address.
_VEILED = re.compile(
    rb"([A-Za-z0-9._+-]{1,64}) (?:at|\(at\)|\[at\]) ([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
)
#: Addresses with letters left out ("ann...@example.com", "ann@xxxxxxx") are nobody's.
_CUT = re.compile(r".*\.\.\.@.*|.*@(?:\.\.\.|x{3,}(?:\.x+)*|hidden|address\.hidden)", re.IGNORECASE)

_WORD = r'[^\s"<>@,;:()\\\[\]]+'
_FAST = re.compile(
    rf'\s*(?:"([^"\\]*)"\s*<|([^"<>,;:()\\\[\]]*)<)?({_WORD}@{_WORD})>?\s*(?:[,;]\s*|$)'
)
_PLAIN = re.compile(rf"{_WORD}@{_WORD}")
_ADDRESS_INSIDE = re.compile(r"\S@\S")
_OPTIONS = {"strict": False} if "strict" in inspect.signature(getaddresses).parameters else {}


class Mailbox(NamedTuple):
    """A display name ("" when there is none) and an address, both as written."""

    name: str
    address: str


def mailboxes(value: bytes) -> tuple[Mailbox, ...]:
    """Everybody named in an address field, in order; groups are opened.

    Entries without a usable address (Exchange names such as ``</O=EXAMPLE/...>``,
    ``undisclosed-recipients:;``) are left out. Of ``"Ada <ada@x>" <b@y>`` only the address in
    the last brackets counts.
    """
    if b"@" not in value:
        value = _VEILED.sub(rb"\1@\2", value) if b"at" in value else b""
        if b"@" not in value:
            return ()
    listed = _listed(value) if b">," in value else None
    if listed is not None:
        return listed
    return _cached(value) if len(value) <= MAX_CACHED_BYTES else _parse(value)


def is_cut(address: str) -> bool:
    """Whether an archive left letters out of the address, so that it tells nobody apart."""
    return ("..." in address or "@x" in address or "hidden" in address) and (
        _CUT.fullmatch(address) is not None
    )


def bare_name(value: bytes) -> str:
    """The name in an address field that holds no address: Exchange's names, "Ann Smith"; or ""."""
    text = to_text(value[:MAX_CACHED_BYTES]).partition("<")[0].strip().rstrip(",;")
    return "" if ":" in text else _display_name(text.strip('"'))


def _listed(value: bytes) -> tuple[Mailbox, ...] | None:
    """A list of several; each entry is remembered by itself, since no two lists are alike.

    None when one is not of the ordinary form: only the whole list tells where it ends.
    """
    if b":" in value or not value.isascii():
        return None
    found: list[Mailbox] = []
    for entry in value.rstrip(b" \t,;").split(b">,"):
        read = _entry(entry) if len(entry) <= MAX_CACHED_BYTES else None
        if read is None:
            return None
        found += read
    return tuple(found)


@lru_cache(maxsize=8192)
def _entry(entry: bytes) -> tuple[Mailbox, ...] | None:
    return _read(entry.decode("ascii")) if entry.strip() else None


def _parse(value: bytes) -> tuple[Mailbox, ...]:
    text = to_text(value).rstrip(" \t,;") if b":" not in value else to_text(value).strip()
    found = _read(text)
    return _parse_odd(text) if found is None else found


_cached = lru_cache(maxsize=8192)(_parse)


def _read(text: str) -> tuple[Mailbox, ...] | None:
    """The entries of ``text``; None when one of them is not of the ordinary form."""
    found = []
    position = 0
    while position < len(text):
        match = _FAST.match(text, position)
        if match is None:
            return None
        quoted, plain, address = match.groups()
        if len(address) <= MAX_ADDRESS:
            found.append(Mailbox(_display_name(quoted or plain or ""), address))
        position = match.end()
    return tuple(found)


def _parse_odd(text: str) -> tuple[Mailbox, ...]:
    text = text[:MAX_ODD_CHARACTERS]
    if ":" not in text:
        text = text.replace(";", ",")
    try:
        pairs: Sequence[tuple[str, str]] = getaddresses([text], **_OPTIONS)
    except (RecursionError, IndexError, ValueError):
        # Hundreds of nested comments; the bare addresses are still there to be read.
        pairs = [("", address) for address in _PLAIN.findall(text[:4096])]
    return tuple(
        Mailbox(_display_name(name), address)
        for name, address in pairs
        if len(address) <= MAX_ADDRESS and _PLAIN.fullmatch(address)
    )


def _display_name(raw: str) -> str:
    """The display name decoded and without its quotes; "" when it is an address or damaged."""
    if not raw:
        return ""
    return _clean_name(raw) if len(raw) <= MAX_CACHED_BYTES else ""


@lru_cache(maxsize=8192)
def _clean_name(raw: str) -> str:
    name = decode_words(raw).strip()
    while len(name) > 1 and name[0] == name[-1] and name[0] in "\"'":
        name = name[1:-1].strip()
    if len(name) > MAX_NAME or "=?" in name or ("@" in name and _ADDRESS_INSIDE.search(name)):
        return ""
    return name
