"""Files as importers see them: plain files, folder trees and zip members, never extracted.

A folder or zip is walked in name order. Member names are only ever shown, never used as
paths, so a hostile name does no harm; sizes are capped against zip bombs.
"""

from __future__ import annotations

import hashlib
import io
import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.model import Origin

HEAD_BYTES = 65_536
MAX_MEMBERS = 200_000
MAX_MEMBER_BYTES = 64 * 2**30
MAX_TOTAL_BYTES = 256 * 2**30
#: Text shrinks at most about thirtyfold in practice; deflate cannot pass 1,032.
MAX_RATIO = 200
MAX_TEXT_BYTES = 2**30
MAX_DEPTH = 2
BLOCK_BYTES = 2**20
JUNK_NAMES = {"thumbs.db", "desktop.ini"}
ENCODINGS_BY_BOM = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


@dataclass(frozen=True)
class Document:
    """One file or zip member: its shown ``name``, ``size`` [bytes], ``head`` and ``digest``.

    ``head`` holds the first 64 KiB. ``open`` gives a fresh binary stream; the caller closes it.
    """

    name: str
    size: int
    head: bytes
    digest: str
    open: Callable[[], IO[bytes]] = field(repr=False, compare=False)

    @property
    def basename(self) -> str:
        """The last part of ``name``."""
        return self.name.replace("\\", "/").rsplit("/", 1)[-1]

    def origin(self, importer: str, place: str) -> Origin:
        """The origin of a record read at ``place`` ("row 17")."""
        return Origin(importer, self.name, self.digest, place)

    def bytes(self) -> bytes:
        """The whole content; `UnreadableFileError` above 1 GiB."""
        if self.size > MAX_TEXT_BYTES:
            msg = f"{self.name}: too large to be a file of this kind ({self.size / 2**30:.1f} GiB)"
            raise UnreadableFileError(msg)
        with self.open() as stream:
            return stream.read()

    def text(self) -> str:
        """The whole content decoded by `decode`."""
        return decode(self.bytes())

    def head_text(self) -> str:
        """The first 64 KiB decoded by `decode`; a character cut in two at the end is dropped."""
        return decode(self.head, final=len(self.head) >= self.size)


def decode(data: bytes, *, final: bool = True) -> str:
    """Decode by byte-order mark, else strict UTF-8, else Windows-1252.

    Charset detectors are wrong on short address books, so none is asked. With ``final`` false
    an incomplete last character is dropped.
    """
    for mark, encoding in ENCODINGS_BY_BOM:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if not final and error.start >= len(data) - 3:
            return data[: error.start].decode("utf-8")
        return data.decode("cp1252", errors="replace")


def walk(path: Path) -> Iterator[Document | NetgraphError]:
    """Every document below ``path`` in name order; what cannot be opened comes as its error.

    A folder is walked whole (hidden files and ``__MACOSX`` are passed over); a zip is read
    member by member without being extracted.
    """
    if not path.exists():
        yield UnreadableFileError(f"{path}: there is no such file or folder")
    elif path.is_dir():
        base = path.resolve()
        for folder, folders, files in os.walk(base):
            folders[:] = sorted(name for name in folders if not is_junk(name))
            for name in sorted(files):
                if not is_junk(name):
                    child = Path(folder, name)
                    shown = f"{base.name}/{child.relative_to(base).as_posix()}"
                    yield from _open_path(child, shown)
    else:
        yield from _open_path(path, path.name)


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is never the user's data."""
    return name.startswith(".") or name == "__MACOSX" or name.lower() in JUNK_NAMES


def _open_path(path: Path, shown: str) -> Iterator[Document | NetgraphError]:
    if not path.is_file():
        yield UnreadableFileError(f"{shown}: not an ordinary file")
        return
    try:
        if zipfile.is_zipfile(path) and not _is_workbook(path):
            with zipfile.ZipFile(path) as archive:
                yield from _walk_zip(archive, shown, depth=1)
        else:
            yield _document(shown, path.stat().st_size, lambda: path.open("rb"))
    except (OSError, zipfile.BadZipFile, UnreadableFileError) as error:
        yield _unreadable(shown, error)


def _is_workbook(path: Path | IO[bytes]) -> bool:
    """Whether a zip is really a spreadsheet (xlsx, ods)."""
    with zipfile.ZipFile(path) as archive:
        names = set(archive.namelist()[:200])
    return "xl/workbook.xml" in names or "[Content_Types].xml" in names or "content.xml" in names


def _walk_zip(
    archive: zipfile.ZipFile, shown: str, depth: int
) -> Iterator[Document | NetgraphError]:
    members = sorted(archive.infolist(), key=lambda info: info.filename)
    if len(members) > MAX_MEMBERS:
        yield UnreadableFileError(f"{shown}: holds more than {MAX_MEMBERS:,} files")
        return
    total = 0
    for info in members:
        parts = info.filename.replace("\\", "/").split("/")
        if info.is_dir() or any(is_junk(part) for part in parts if part not in {"", ".."}):
            continue
        name = f"{shown}/{'/'.join(part for part in parts if part not in {'', '.', '..'})}"
        total += info.file_size
        refusal = _refusal(info, total)
        if refusal:
            yield UnreadableFileError(f"{name}: {refusal}")
            continue
        try:
            yield from _open_member(archive, info, name, depth)
        except (OSError, zipfile.BadZipFile, UnreadableFileError, *_ZIP_ERRORS) as error:
            yield _unreadable(name, error)


_ZIP_ERRORS = (EOFError, NotImplementedError, RuntimeError, ValueError, zlib.error)


def _refusal(info: zipfile.ZipInfo, total: int) -> str:
    if info.flag_bits & 1:
        return "is protected by a password; unpack it first"
    if info.file_size > MAX_MEMBER_BYTES or total > MAX_TOTAL_BYTES:
        return "is too large to be read from an archive"
    if info.file_size > BLOCK_BYTES and info.file_size > MAX_RATIO * max(info.compress_size, 1):
        return "unpacks to a suspiciously large size (a zip bomb?) and was not opened"
    return ""


def _open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, depth: int
) -> Iterator[Document | NetgraphError]:
    with archive.open(info) as probe:
        is_zip = probe.read(4) == b"PK\x03\x04"
    if is_zip and depth < MAX_DEPTH and info.file_size <= MAX_TEXT_BYTES:
        with archive.open(info) as stream:
            inner = io.BytesIO(stream.read())
        if not _is_workbook(inner):
            with zipfile.ZipFile(inner) as nested:
                yield from _walk_zip(nested, name, depth + 1)
            return
    yield _document(name, info.file_size, lambda: archive.open(info))


def _document(name: str, size: int, opener: Callable[[], IO[bytes]]) -> Document:
    """Read once for head and digest; a stream that breaks off is an `UnreadableFileError`."""
    checksum = hashlib.sha256()
    with opener() as stream:
        head = stream.read(HEAD_BYTES)
        checksum.update(head)
        while block := stream.read(BLOCK_BYTES):
            checksum.update(block)
    return Document(name, size, head, checksum.hexdigest()[:12], opener)


def _unreadable(name: str, error: BaseException) -> NetgraphError:
    if isinstance(error, NetgraphError):
        return error
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return UnreadableFileError(f"{name}: cannot be read ({reason})")
