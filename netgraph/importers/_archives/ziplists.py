"""The list of contents of a zip, written anew for members whose places are known.

Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16; always in the form for more than
4 GiB.
"""

from __future__ import annotations

import io
import os
import struct
from dataclasses import dataclass
from typing import IO

#: Entry of the list of contents, the end of the list, and both for archives above 4 GiB.
ENTRY = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
END_64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR_64 = struct.Struct("<4sLQL")
IN_UTF8 = 0x800
#: Stands in a field of 32 bits whose value is given in 64.
ELSEWHERE = 0xFFFFFFFF


@dataclass(slots=True)
class Member:
    """One member: where its header and its bytes begin, and what the header says.

    ``fields`` are version, flags, method, time and day.
    """

    offset: int
    start: int
    fields: tuple[int, ...]
    name: bytes
    checksum: int
    packed: int
    size: int

    @property
    def title(self) -> str:
        """Its name, to be shown."""
        return self.name.decode("utf-8" if self.fields[1] & IN_UTF8 else "cp437", "replace")


def contents(members: list[Member], end: int) -> bytes:
    """A list of contents for ``members``, to stand at ``end``."""
    entries = b"".join(map(_entry, members))
    count, after = len(members), end + len(entries)
    end_64 = END_64.pack(b"PK\x06\x06", 44, 45, 45, 0, 0, count, count, len(entries), end)
    locator = LOCATOR_64.pack(b"PK\x06\x07", 0, after, 1)
    last = END.pack(b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, ELSEWHERE, ELSEWHERE, 0)
    return entries + end_64 + locator + last


def _entry(member: Member) -> bytes:
    version, flags, method, time, day = member.fields
    wide = struct.pack("<2H3Q", 1, 24, member.size, member.packed, member.offset)
    return (
        ENTRY.pack(
            b"PK\x01\x02", 45, version, flags, method, time, day, member.checksum,
            ELSEWHERE, ELSEWHERE, len(member.name), len(wide), 0, 0, 0, 0, ELSEWHERE,
        )
        + member.name
        + wide
    )  # fmt: skip


class Joined(io.RawIOBase):
    """The first ``end`` bytes of a stream, then ``tail``."""

    def __init__(self, stream: IO[bytes], end: int, tail: bytes) -> None:
        self._stream, self._end, self._tail = stream, end, tail
        self._at = 0

    def readable(self) -> bool:
        return True

    seekable = readable

    def close(self) -> None:
        self._stream.close()
        super().close()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        base = {os.SEEK_SET: 0, os.SEEK_CUR: self._at}.get(whence, self._end + len(self._tail))
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        if self._at < self._end:
            self._stream.seek(self._at)
            block = self._stream.read(min(len(view), self._end - self._at))
        else:
            start = self._at - self._end
            block = self._tail[start : start + len(view)]
        view[: len(block)] = block
        self._at += len(block)
        return len(block)
