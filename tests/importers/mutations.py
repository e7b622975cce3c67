"""Damaged copies of a file, the same ones for the same seed."""

from __future__ import annotations

import io
from random import Random

from netgraph.importers import Document
from netgraph.importers._text.encodings import HEAD_BYTES

#: Bytes that mean something to one format or another.
TOKENS = (
    b'"',
    b"\n",
    b"\r",
    b"\r\n\r\n",
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\x85",
    b"\xed\xa0\x80",
    b",,,,",
    b";",
    b":",
    b"=",
    b"=?utf-8?q?=ZZ?=",
    b"=?x?b?!!!?=",
    b"BEGIN:VCARD\r\n",
    b"END:VEVENT\r\n",
    b"\nFrom ",
    b"99999999999999999999",
    b"-1",
    b"1e999",
    b"0000-00-00",
    b"<@>",
    b"\xe2\x80\xae",
    b"\xf0\x9f\x91\xa9" * 50,
)


def document_of(name: str, data: bytes) -> Document:
    """A document held in memory; its digest is not that of ``data``."""
    return Document(name, len(data), data[:HEAD_BYTES], "0" * 12, lambda: io.BytesIO(data))


def mutated(data: bytes, random: Random) -> bytes:
    """``data`` with one to eight random injuries."""
    copy = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        _injure(copy, random)
    return bytes(copy)


def _injure(copy: bytearray, random: Random) -> None:
    start = random.randrange(len(copy) + 1)
    end = min(len(copy), start + random.choice((1, 1, 4, 30, 300)))
    match random.randrange(7):
        case 0:
            for index in range(start, end):
                copy[index] ^= 1 << random.randrange(8)
        case 1:
            del copy[start:end]
        case 2:
            copy[start:start] = copy[start:end]
        case 3:
            copy[start:end] = random.choice(TOKENS)
        case 4:
            copy[start:start] = random.choice(TOKENS)
        case 5:
            copy[start:end] = random.randbytes(end - start)
        case 6:
            del copy[start:]
