"""Mailboxes in the mbox format: Gmail (Google Takeout), Thunderbird, Apple Mail, Unix mail.

The file is read in blocks, so its size does not matter, and works from a zip as well. A line
that begins with "From " parts messages only when it holds a time and a header follows:
Python's ``mailbox`` takes every such line for a new message and invents some. The ways of
quoting "From " in bodies (mboxo, mboxrd, mboxcl) need no telling apart, since bodies are not
read; ``Content-Length`` is not trusted.

Sources: RFC 4155; Gmail's separators as they stand in Takeout files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from netgraph.importers import Importer
from netgraph.importers._files import Document
from netgraph.importers._mail.headers import MAX_HEADER_BYTES, PEEK_BYTES
from netgraph.importers._mail.records import MailReader
from netgraph.model import Record, Reject

NAME = "mbox"
#: Fits into the processor's cache, and below what malloc takes from the system each time.
BLOCK_BYTES = 128 * 1024
#: How much of a message is handed on; the rest is only searched for its end.
MAX_MESSAGE_BYTES = MAX_HEADER_BYTES + PEEK_BYTES
#: A separator with the header line that must follow it fits into this.
LOOK_AHEAD = 2048
BOM = b"\xef\xbb\xbf"
LINE_FEED = 10

_MONTH = rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_CLOCK = rb"\d{1,2}:\d\d(?::\d\d)?"
#: Searched for as a whole, since a compiled pattern finds its fixed beginning faster than
#: `bytes.find`, and without the line feed before it, since "F" is rarer.
_SEPARATOR = re.compile(
    rb"From (?:(?:[^\s]{1,512} +){0,3}(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +)?"
    rb"(?:%b +\d{1,2}|\d{1,2} +%b),? +(?:%b +(?:[+-]\d{4} +|[A-Z]{2,5} +){0,2}\d{4}|\d{4} +%b)"
    rb"[^\n]{0,60}|-?[ \t]*)\r?\n(?=(?:>From [^\n]*\n)?[A-Za-z][A-Za-z0-9-]*[ \t]*:|\r?\n?\Z)"
    % (_MONTH, _MONTH, _CLOCK, _CLOCK)
)


def recognises(document: Document) -> bool:
    """Whether the file begins with an mbox separator and a header line."""
    return begins_mailbox(document.head)


def begins_mailbox(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is a mailbox, for all that can be seen."""
    return _SEPARATOR.match(head.removeprefix(BOM).lstrip(b"\r\n")) is not None


def read(document: Document) -> Iterator[Record]:
    """The records of every message in file order, then the owner's card."""
    reader = MailReader(document, NAME)
    number = 0
    with document.open() as stream:
        for message in messages(stream):
            number += 1
            yield from reader.read(message, number)
    if not number and document.size:
        yield Reject(document.origin(NAME, "message 1"), "no message found")
    yield from reader.owner()


def messages(stream: IO[bytes]) -> Iterator[bytes]:
    """The first bytes of every message [at most 260 KiB each], the separator line included.

    Anything but white space before the first separator comes as a message of its own.
    """
    kept = b""
    tail = b"\n"
    is_last = False
    while not is_last:
        block = stream.read(BLOCK_BYTES)
        is_last = not block
        buffer = tail + block
        limit = len(buffer) if is_last else max(len(buffer) - LOOK_AHEAD, 0)
        position = after = 0
        for parting in _SEPARATOR.finditer(buffer, 1):
            start = parting.start()
            if start > limit:
                break
            # what follows a separator at once is its message's header, however it looks
            if buffer[start - 1] != LINE_FEED or start == after:
                continue
            after = parting.end()
            kept += buffer[position : min(start, position + MAX_MESSAGE_BYTES - len(kept))]
            if kept.startswith(b"From ") or not _is_blank(kept):
                yield kept
            kept = b""
            position = start
        end = max(position, limit)
        kept += buffer[position : min(end, position + MAX_MESSAGE_BYTES - len(kept))]
        tail = buffer[end:]
    if kept.startswith(b"From ") or not _is_blank(kept):
        yield kept


def _is_blank(data: bytes) -> bool:
    return not data.strip(BOM + b"\r\n\t ")


IMPORTER = Importer(
    name=NAME,
    title="Mailbox (mbox)",
    how_to_export="Google Mail: on takeout.google.com deselect all, then choose Mail; in a day or "
    "so a link to a zip comes by mail: give it to netgraph as it is; or Apple Mail: choose Mailbox "
    "> Export Mailbox; or Thunderbird: add-on ImportExportTools NG > Export folder",
    unit="messages",
    recognises=recognises,
    read=read,
)
