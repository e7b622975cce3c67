"""Archives that were cut off: the members that arrived whole, without the list of contents.

A zip keeps its list of contents at its very end, so that a broken download has none. Each member
has a header of its own before its bytes (PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16);
they are gone through in their order, and a list is written anew for those that are whole. Reading
them, with checksums and limits, stays the work of ``zipfile``.
"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from netgraph.importers._archives.ziplists import ELSEWHERE, Joined, Member, contents

HEADER = struct.Struct("<4s5H3L2H")
HEADER_MAGIC, DESCRIPTOR_MAGIC = b"PK\x03\x04", b"PK\x07\x08"
#: Checksum and both sizes behind a member, in 64 or 32 bits.
SIZES = (struct.Struct("<L2Q"), struct.Struct("<3L"))
HAS_DESCRIPTOR = 8
STORED, DEFLATED = 0, 8
BLOCK_BYTES = 2**16
#: Text shrinks at most about thirtyfold in practice; deflate cannot pass 1,032.
MAX_RATIO = 200
#: So much may shrink further [bytes].
FREE_BYTES = 2**20
#: What may stand after the last member: the list of contents, or what comes with it.
AFTER_MEMBERS = (b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x08")
#: What nothing is packed to at most [bytes].
EMPTY_PACKED = 64
#: No end was looked for.
BOMB_FOUND = -1
CUT_OFF = "is cut off and could not be read"
BOMB = "unpacks to a suspiciously large size (a zip bomb?) and was not opened"


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of an archive: its whole members, and name and reason of the others.

    A name is "" where it is cut off itself.
    """

    archive: zipfile.ZipFile
    lost: tuple[tuple[str, str], ...]


def open_zip(source: Path | IO[bytes], most: int) -> zipfile.ZipFile | Cut:
    """The archive, whole or what is left of it; of the latter a little over ``most`` members.

    Raises what ``zipfile`` does for one that is no archive at all.
    """
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, struct.error, ValueError):
        if not _begins_with_member(source):
            raise
        return _what_is_left(source, most)
    offsets = {info.header_offset for info in archive.infolist()}
    # the list found may be that of an archive inside, of which the end arrived
    if offsets and 0 not in offsets and _begins_with_member(source):
        archive.close()
        return _what_is_left(source, most)
    return archive


def _begins_with_member(source: Path | IO[bytes]) -> bool:
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return stream.read(len(HEADER_MAGIC)) == HEADER_MAGIC
    source.seek(0)
    return source.read(len(HEADER_MAGIC)) == HEADER_MAGIC


def _what_is_left(source: Path | IO[bytes], most: int) -> Cut:
    stream = source.open("rb") if isinstance(source, Path) else source
    whole: list[Member] = []
    lost: list[tuple[str, str]] = []
    try:
        for member in _members(stream):
            if isinstance(member, Member):
                whole.append(member)
            else:
                lost.append(member)
            if len(whole) + len(lost) > most:
                break
        end = whole[-1].start + whole[-1].packed if whole else 0
        joined = io.BufferedReader(Joined(stream, end, contents(whole, end)))
        return Cut(zipfile.ZipFile(joined), tuple(lost))
    except BaseException:
        stream.close()
        raise


def _members(stream: IO[bytes]) -> Iterator[Member | tuple[str, str]]:
    """The members in file order; of one that is not whole name and reason."""
    size = stream.seek(0, os.SEEK_END)
    at = 0
    while at < size:
        stream.seek(at)
        head = stream.read(HEADER.size)
        is_rest = len(head) < HEADER.size and not HEADER_MAGIC.startswith(head[:4])
        if is_rest or head.startswith(AFTER_MEMBERS):
            return
        if not head.startswith(HEADER_MAGIC) or len(head) < HEADER.size:
            yield "", CUT_OFF
            at = _next_header(stream, at + 1)
            continue
        _magic, *fields, checksum, packed, plain, name_length, extra_length = HEADER.unpack(head)
        name, extra = stream.read(name_length), stream.read(extra_length)
        start = at + HEADER.size + name_length + extra_length
        member = Member(at, start, tuple(fields), name, checksum, packed, plain)
        if start > size:
            yield member.title if len(name) == name_length else "", CUT_OFF
            return
        _widen(member, extra)
        at, reason = _end_of(stream, member, size), CUT_OFF
        if at == BOMB_FOUND:
            at, reason = 0, BOMB
        yield member if at else (member.title, reason)
        at = at or _next_header(stream, start)


def _widen(member: Member, extra: bytes) -> None:
    """Sizes of 64 bits, which stand in a field of their own."""
    while len(extra) >= 4:
        kind, length = struct.unpack_from("<2H", extra)
        values = [v for (v,) in struct.iter_unpack("<Q", extra[4 : 4 + (length & ~7)])]
        if kind == 1:
            if member.size == ELSEWHERE and values:
                member.size = values.pop(0)
            if member.packed == ELSEWHERE and values:
                member.packed = values.pop(0)
        extra = extra[4 + length :]


def _end_of(stream: IO[bytes], member: Member, size: int) -> int:
    """Where the member ends, 0 when it is not whole; sizes told only behind it are filled in."""
    if not member.fields[1] & HAS_DESCRIPTOR:
        end = member.start + member.packed
        return end if end <= size else 0
    if member.fields[2] == DEFLATED and not member.fields[1] & 1:
        return _inflated(stream, member)
    return _described(stream, member)


def _inflated(stream: IO[bytes], member: Member) -> int:
    """The end of deflated bytes, found by unpacking them piece by piece."""
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    stream.seek(member.start)
    read = unpacked = checksum = 0
    waiting = b""
    while not inflater.eof:
        if not waiting:
            waiting = stream.read(BLOCK_BYTES)
            read += len(waiting)
        try:
            piece = inflater.decompress(waiting, BLOCK_BYTES)
        except zlib.error:
            return 0
        if not (piece or waiting):
            return 0
        waiting = inflater.unconsumed_tail
        unpacked += len(piece)
        checksum = zlib.crc32(piece, checksum)
        if unpacked > FREE_BYTES + MAX_RATIO * read:
            return BOMB_FOUND
    member.packed = read - len(inflater.unused_data)
    member.size, member.checksum = unpacked, checksum
    return _after_descriptor(stream, member)


def _after_descriptor(stream: IO[bytes], member: Member) -> int:
    """The end of the sizes repeated behind the bytes, with or without a mark."""
    end = member.start + member.packed
    stream.seek(end)
    behind = stream.read(24)
    for mark in (DESCRIPTOR_MAGIC, b""):
        for form in SIZES:
            limit = ELSEWHERE if form is SIZES[-1] else -1
            told = mark + form.pack(member.checksum, member.packed & limit, member.size & limit)
            # it too may be cut off
            if told.startswith(behind[: len(told)]):
                return end + min(len(told), len(behind))
    return end


def _described(stream: IO[bytes], member: Member) -> int:
    """The end of bytes whose end only the sizes behind them tell: where these are right."""
    is_stored = member.fields[2] == STORED
    for found in _positions(stream, member.start, DESCRIPTOR_MAGIC):
        stream.seek(found + 4)
        told = stream.read(20)
        for form in SIZES:
            if len(told) >= form.size:
                checksum, packed, plain = form.unpack_from(told)
                is_right = packed == plain if is_stored else _is_likely(packed, plain)
                if packed == found - member.start and is_right:
                    member.checksum, member.packed, member.size = checksum, packed, plain
                    return found + 4 + form.size
    return 0


def _is_likely(packed: int, plain: int) -> bool:
    """Whether so much may have been packed; of nothing a few bytes remain."""
    return (plain > 0 or packed <= EMPTY_PACKED) and plain <= FREE_BYTES + MAX_RATIO * packed


def _next_header(stream: IO[bytes], start: int) -> int:
    """Where the next member may begin; beyond the end when there is none."""
    return next(_positions(stream, start, HEADER_MAGIC), stream.seek(0, os.SEEK_END))


def _positions(stream: IO[bytes], start: int, magic: bytes) -> Iterator[int]:
    at, kept = start, b""
    while True:
        stream.seek(at)
        block = stream.read(BLOCK_BYTES)
        if not block:
            return
        text = kept + block
        found = text.find(magic)
        while found >= 0:
            yield at - len(kept) + found
            found = text.find(magic, found + 1)
        at += len(block)
        kept = text[-len(magic) + 1 :]
