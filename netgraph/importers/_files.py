"""Files as importers see them: plain files, folder trees and zip members, never extracted.

A folder or zip is walked in name order. Member names are only ever shown, never used as
paths, so a hostile name does no harm; sizes are capped against zip bombs.
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers._archives.cutzips import BOMB, MAX_RATIO, Cut, open_zip
from netgraph.importers._archives.inflating import open_member
from netgraph.importers._checksums import ZIP_ERRORS, Late, head_and_digest, unreadable
from netgraph.importers._text.codepages import Guess
from netgraph.importers._text.encodings import HEAD_BYTES, decode, encoding_of
from netgraph.model import Origin

MAX_MEMBERS = 200_000
MAX_MEMBER_BYTES = 64 * 2**30
MAX_TOTAL_BYTES = 256 * 2**30
MAX_TEXT_BYTES = 2**30
MAX_DEPTH = 2
BLOCK_BYTES = 2**20
ZIP_MAGICS = (b"PK\x03\x04", b"PK\x05\x06")
WORKBOOK_PARTS = frozenset({"xl/workbook.xml", "[Content_Types].xml", "content.xml"})
JUNK_NAMES = {"thumbs.db", "desktop.ini"}
#: Smaller files are read for their digest at once, whatever they are [bytes].
LARGE_BYTES = 2**20
#: Whether the digest of a file of this name and head may wait until the file is read.
MayWait = Callable[[str, bytes], bool]


def never(_name: str, _head: bytes) -> bool:
    """No digest may wait."""
    return False


@dataclass(frozen=True)
class Document:
    """One file or zip member: its shown ``name``, ``size`` [bytes], ``head`` and ``digest``.

    ``head`` holds the first 64 KiB. ``open`` gives a fresh binary stream; the caller closes it.
    ``columns`` is the user's word on the columns of a table: header as written to field, ""
    for a column left out. Where ``late`` is given the digest is "", and to be had from it.
    """

    name: str
    size: int
    head: bytes
    digest: str
    open: Callable[[], IO[bytes]] = field(repr=False, compare=False)
    columns: Mapping[str, str] = field(default_factory=dict, compare=False)
    late: Late | None = field(default=None, repr=False, compare=False)

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

    @cached_property
    def encoding(self) -> Guess:
        """How its text is encoded, as `encoding_of` tells from the whole content."""
        return encoding_of(self.head, lambda: _blocks(self.open))

    @property
    def assumed(self) -> Guess | None:
        """The encoding that was asked for so far; None when nobody read it as text."""
        return vars(self).get("encoding")

    def text(self) -> str:
        """The whole content decoded by `encoding`."""
        data = self.bytes()
        # not the property itself, which would read everything once more
        found = self.assumed or encoding_of(self.head, lambda: (data,))
        return data.decode(vars(self).setdefault("encoding", found).codec, "replace")

    def head_text(self) -> str:
        """The first 64 KiB decoded by `decode`; a character cut in two at the end is dropped."""
        return decode(self.head, final=len(self.head) >= self.size)


def _blocks(opener: Callable[[], IO[bytes]]) -> Iterator[bytes]:
    with opener() as stream:
        while block := stream.read(BLOCK_BYTES):
            yield block


def walk(path: Path, may_wait: MayWait = never) -> Iterator[Document | NetgraphError]:
    """Every document below ``path`` in name order; what cannot be opened comes as its error.

    A folder is walked whole (hidden files and ``__MACOSX`` are passed over, links to folders
    are named as errors and not followed); a zip is read member by member without being
    extracted. Something always comes: an empty folder or zip is an error too. Large files of
    which ``may_wait`` says so come without a digest.
    """
    is_empty = True
    for found in _walk(path, may_wait):
        is_empty = False
        yield found
    if is_empty:
        yield UnreadableFileError(f"{_shown(path.name)}: holds no files")


def _walk(path: Path, may_wait: MayWait) -> Iterator[Document | NetgraphError]:
    try:
        exists, is_folder = path.exists(), path.is_dir()
    except OSError as error:
        yield unreadable(_shown(str(path)), error)
        return
    if not exists:
        yield UnreadableFileError(f"{_shown(str(path))}: there is no such file or folder")
    elif is_folder:
        yield from _walk_folder(path.resolve(), may_wait)
    else:
        yield from _open_path(path, _shown(path.name), may_wait)


def _walk_folder(base: Path, may_wait: MayWait) -> Iterator[Document | NetgraphError]:
    refused: list[OSError] = []
    for folder, folders, files in os.walk(base, onerror=refused.append):
        folders[:] = sorted(f for f in folders if not is_junk(f) or _is_mail_folder(folder, f))
        links = [name for name in folders if Path(folder, name).is_symlink()]
        for name in sorted([*files, *links]):
            child = Path(folder, name)
            shown = _shown(f"{base.name}/{child.relative_to(base).as_posix()}")
            if name in links:
                yield UnreadableFileError(f"{shown}: a link to a folder; not followed")
            elif not is_junk(name):
                yield from _open_path(child, shown, may_wait)
    for error in refused:
        yield unreadable(_shown(str(error.filename)), error)


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is never the user's data."""
    return name.startswith(".") or name == "__MACOSX" or name.lower() in JUNK_NAMES


def _is_mail_folder(folder: str, name: str) -> bool:
    """Whether a hidden folder is a folder of a Maildir (".Sent"), which all begin with a dot."""
    return name.startswith(".") and Path(folder, name, "cur").is_dir()


def _shown(name: str) -> str:
    """A name fit to be printed: undecodable, control and direction characters are replaced."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)


def _open_path(path: Path, shown: str, may_wait: MayWait) -> Iterator[Document | NetgraphError]:
    try:
        if not path.is_file():
            yield UnreadableFileError(f"{shown}: not an ordinary file")
            return
        with path.open("rb") as stream:
            is_zip = stream.read(4) in ZIP_MAGICS
        size = path.stat().st_size
        # Not closed here: the documents handed out still open their members from it.
        opened = open_zip(path, MAX_MEMBERS) if is_zip else None
        if opened is None or _is_workbook(opened):
            yield _document(shown, size, lambda: path.open("rb"), may_wait)
        else:
            yield from _walk_zip(opened, shown, size, may_wait)
    except (OSError, zipfile.BadZipFile, UnreadableFileError, *ZIP_ERRORS) as error:
        yield unreadable(shown, error)


def _is_workbook(opened: zipfile.ZipFile | Cut) -> bool:
    """Whether a zip is really a document of an office program (xlsx, ods, docx), whole or cut."""
    if not isinstance(opened, Cut):
        return not WORKBOOK_PARTS.isdisjoint(opened.namelist())
    names = {*opened.archive.namelist(), *(name for name, _ in opened.lost)}
    return "mimetype" in names or not WORKBOOK_PARTS.isdisjoint(names)


def _walk_zip(
    opened: zipfile.ZipFile | Cut, shown: str, size: int, may_wait: MayWait, depth: int = 1
) -> Iterator[Document | NetgraphError]:
    archive = opened.archive if isinstance(opened, Cut) else opened
    if isinstance(opened, Cut):
        yield from _losses(opened, shown)
    members = sorted(archive.infolist(), key=lambda info: info.filename)
    if len(members) > MAX_MEMBERS:
        yield UnreadableFileError(f"{shown}: holds more than {MAX_MEMBERS:,} files")
        return
    # Members that share their bytes pass the test of each one alone.
    allowed = min(MAX_TOTAL_BYTES, BLOCK_BYTES + MAX_RATIO * size)
    total = 0
    for info in members:
        parts = info.filename.replace("\\", "/").split("/")
        if not parts[-1] or _is_passed_over(parts):
            continue
        inside = "/".join(part for part in parts if part not in {"", ".", ".."})
        name = f"{shown}/{_shown(inside)}"
        refusal = _refusal(info, total + info.file_size, allowed)
        if refusal:
            yield UnreadableFileError(f"{name}: {refusal}")
            continue
        total += info.file_size
        try:
            yield from _open_member(archive, info, name, may_wait, depth)
        except (OSError, zipfile.BadZipFile, UnreadableFileError, *ZIP_ERRORS) as error:
            yield unreadable(name, error)


def _losses(cut: Cut, shown: str) -> Iterator[NetgraphError]:
    """What an archive that was cut off has lost: as a whole, then by name."""
    names = [name for name in cut.archive.namelist() if not name.endswith("/")]
    count = sum(not _is_passed_over(name.split("/")) for name in names)
    few = {0: "none of its files is whole", 1: "the one file that is whole is read"}
    left = few.get(count, f"the {count:,} files that are whole are read")
    yield UnreadableFileError(
        f"{shown}: this archive is cut off, as by a broken download; {left}; get it once more"
    )
    for name, reason in cut.lost:
        yield UnreadableFileError(f"{shown}/{_shown(name) or 'the last file'}: {reason}")


def _is_passed_over(parts: list[str]) -> bool:
    """Whether a member lies in or is junk; a dotted folder of a Maildir is none."""
    in_maildir = len(parts) > 2 and parts[-2] in {"cur", "new"} and parts[-3].startswith(".")
    looked_at = [*parts[:-3], parts[-2], parts[-1]] if in_maildir else parts
    return any(is_junk(part) for part in looked_at if part not in {"", ".", ".."})


def _refusal(info: zipfile.ZipInfo, total: int, allowed: int) -> str:
    if info.flag_bits & 1:
        return "is protected by a password; unpack it first"
    if info.file_size > MAX_MEMBER_BYTES or total > MAX_TOTAL_BYTES:
        return "is too large to be read from an archive"
    is_large = info.file_size > BLOCK_BYTES
    if total > allowed or (is_large and info.file_size > MAX_RATIO * max(info.compress_size, 1)):
        return BOMB
    return ""


def _open_member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str, may_wait: MayWait, depth: int
) -> Iterator[Document | NetgraphError]:
    with archive.open(info) as probe:
        is_zip = probe.read(4) in ZIP_MAGICS
    if is_zip and info.file_size <= MAX_TEXT_BYTES:
        with archive.open(info) as stream:
            inner = io.BytesIO(stream.read())
        opened = open_zip(inner, MAX_MEMBERS)
        if not _is_workbook(opened):
            if depth >= MAX_DEPTH:
                yield UnreadableFileError(f"{name}: an archive in an archive; unpack it first")
                return
            yield from _walk_zip(opened, name, info.file_size, may_wait, depth + 1)
            return
    yield _document(name, info.file_size, lambda: open_member(archive, info), may_wait)


def _document(name: str, size: int, opener: Callable[[], IO[bytes]], may_wait: MayWait) -> Document:
    """The document with its head and digest; a stream that breaks off raises what it raises."""
    if size >= LARGE_BYTES and may_wait is not never:
        with opener() as stream:
            head = stream.read(HEAD_BYTES)
        if may_wait(name, head):
            return Document(name, size, head, "", opener, late=Late(name, opener))
    head, digest = head_and_digest(name, opener)
    return Document(name, size, head, digest, opener)
