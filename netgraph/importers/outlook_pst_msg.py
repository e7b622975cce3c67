"""Outlook's own files (.pst, .ost, .msg): recognised only to say how to convert them.

Their formats ([MS-PST], [MS-OXMSG], Microsoft) are read by no parser that could be carried
along; every program that opens them can save something netgraph reads.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from netgraph.errors import UnreadableFileError
from netgraph.importers import Document, Importer
from netgraph.model import Record

PST_MAGIC = b"!BDN"
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
HEADER_BYTES = 512
#: What the directory of a message holds, and that of a spreadsheet never does.
STREAMS = tuple(
    name.encode("utf-16-le")
    for name in (
        "__nameid_version1.0",
        "__properties_version1.0",
        "__substg1.0_",
        "__recip_version",
    )
)
MAX_DIRECTORY_OFFSET = 2**28


def recognises(document: Document) -> bool:
    """Whether the file is an Outlook mailbox (.pst, .ost) or a message (.msg, .oft)."""
    return document.head.startswith(PST_MAGIC) or _is_message(document)


def read(document: Document) -> Iterator[Record]:
    """Always raises `UnreadableFileError`, saying how to convert the file."""
    if document.head.startswith(PST_MAGIC):
        how = (
            "an Outlook mailbox file (.pst); open it in Outlook and export contacts and calendar "
            "as CSV (File > Open & Export > Import/Export), or turn its mail into an mbox with "
            "'readpst -r' or Thunderbird"
        )
    else:
        how = (
            "an Outlook message file (.msg); save the message as .eml: open it in Thunderbird or "
            "the new Outlook and choose Save as"
        )
    msg = f"{document.name}: {how}"
    raise UnreadableFileError(msg)


def _is_message(document: Document) -> bool:
    """Whether the first sector of the compound file's directory is that of a message."""
    head = document.head
    if not head.startswith(OLE_MAGIC) or len(head) < HEADER_BYTES:
        return False
    (shift,) = struct.unpack_from("<H", head, 30)
    (sector,) = struct.unpack_from("<I", head, 48)
    size = 4096 if shift == 12 else HEADER_BYTES
    offset = (sector + 1) * size
    if offset + size <= len(head):
        directory = head[offset : offset + size]
    elif offset < min(document.size, MAX_DIRECTORY_OFFSET):
        with document.open() as stream:
            stream.seek(offset)
            directory = stream.read(size)
    else:
        return False
    return any(name in directory for name in STREAMS)


IMPORTER = Importer(
    name="outlook_pst_msg",
    title="Outlook mailbox or message (to be converted first)",
    how_to_export="Outlook > File > Open & Export > Import/Export: contacts and calendar as CSV; "
    "single messages: Save as .eml",
    unit="files",
    recognises=recognises,
    read=read,
)
