"""Members of zips come out as ``zipfile`` gives them, and damage is told."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from random import Random

import pytest

from netgraph.importers._archives.inflating import SMALL_BYTES, open_member

TEXT = b"".join(b"Ilse wrote to person%d@example.com\n" % n for n in range(40_000))
#: Bytes that deflate can do nothing with, among those that it can.
MIXED = TEXT[:300_000] + Random(1).randbytes(200_000) + TEXT[:100_000]


def archive_of(data: bytes, method: int = zipfile.ZIP_DEFLATED) -> io.BytesIO:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        archive.writestr("before.txt", b"before")
        archive.writestr("All mail.mbox", data)
        archive.writestr("after.txt", b"after")
    return written


def opened(written: io.BytesIO) -> tuple[zipfile.ZipFile, zipfile.ZipInfo]:
    archive = zipfile.ZipFile(written)
    return archive, archive.getinfo("All mail.mbox")


@pytest.mark.parametrize("data", [TEXT, MIXED, b"x" * SMALL_BYTES, TEXT[:1000], b""])
@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED, zipfile.ZIP_BZIP2])
def test_the_content_is_what_was_packed(data: bytes, method: int) -> None:
    with open_member(*opened(archive_of(data, method))) as stream:
        assert stream.read() == data
        assert stream.read(1) == b""


@pytest.mark.parametrize("size", [1, 7, 4096, 131_072, 1_000_003])
def test_reads_of_any_size(size: int) -> None:
    data = MIXED if size > 7 else MIXED[: SMALL_BYTES + 5]
    with open_member(*opened(archive_of(data))) as stream:
        assert b"".join(iter(lambda: stream.read(size), b"")) == data


def test_two_members_at_once_and_lines() -> None:
    archive, info = opened(archive_of(TEXT))
    with open_member(archive, info) as one, open_member(archive, info) as other:
        for ours, theirs in zip(one, io.BytesIO(TEXT), strict=True):
            assert ours == theirs == other.readline()
    assert archive.read(info) == TEXT


def test_it_is_not_zipfile_that_unpacks() -> None:
    with open_member(*opened(archive_of(TEXT))) as stream:
        assert not isinstance(stream, zipfile.ZipExtFile)


def test_without_the_library_zipfile_unpacks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "isal", None)
    with open_member(*opened(archive_of(TEXT))) as stream:
        assert isinstance(stream, zipfile.ZipExtFile)
        assert stream.read() == TEXT


def test_damage_is_told_wherever_it_is() -> None:
    whole = archive_of(TEXT).getvalue()
    random = Random(3)
    told = 0
    for _ in range(60):
        damaged = bytearray(whole)
        damaged[random.randrange(200, len(whole) - 400)] ^= 1 << random.randrange(8)
        archive, info = opened(io.BytesIO(damaged))
        with open_member(archive, info) as stream, pytest.raises(zipfile.BadZipFile):
            stream.read()
        told += 1
    assert told == 60


@pytest.mark.parametrize(("size", "checksum"), [(-1, 0), (1, 0), (0, 1)])
def test_a_wrong_length_or_checksum_is_told(size: int, checksum: int) -> None:
    archive, info = opened(archive_of(TEXT))
    info.file_size += size
    info.CRC ^= checksum
    with open_member(archive, info) as stream, pytest.raises(zipfile.BadZipFile):
        stream.read()


def test_a_member_that_breaks_off_is_told() -> None:
    archive, info = opened(archive_of(TEXT))
    info.compress_size //= 2
    with open_member(archive, info) as stream, pytest.raises(zipfile.BadZipFile):
        stream.read()


def test_a_missing_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "export.zip"
    path.write_bytes(archive_of(TEXT).getvalue())
    archive = zipfile.ZipFile(path)
    info = archive.getinfo("All mail.mbox")
    info.header_offset += 3
    with pytest.raises(zipfile.BadZipFile):
        open_member(archive, info)
