"""By what a file is known again: a checksum, taken before the file is read or while it is.

Most files are gone through for their checksum first. A large mailbox is not: to unpack and to
read it takes longer than all else that is done with it once.
"""

from __future__ import annotations

import hashlib
import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, cast

from netgraph.errors import NetgraphError, UnreadableFileError
from netgraph.importers._archives.takeout import label_of
from netgraph.importers._text.encodings import HEAD_BYTES

BLOCK_BYTES = 2**18
#: What ``zipfile`` raises on damaged archives besides its own error.
ZIP_ERRORS = (
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OverflowError,
    struct.error,
    lzma.LZMAError,
    zlib.error,
)


def head_and_digest(name: str, opener: Callable[[], IO[bytes]]) -> tuple[bytes, str]:
    """The first 64 KiB of the file called ``name`` and its checksum, 12 hex digits.

    Raises what the stream raises.
    """
    checksum = hashlib.sha256()
    with opener() as stream:
        head = stream.read(HEAD_BYTES)
        checksum.update(head)
        while block := stream.read(BLOCK_BYTES):
            checksum.update(block)
    return head, _digest(name, checksum)


def _digest(name: str, checksum: hashlib._Hash) -> str:
    # the same people in the folder of another label say something new
    checksum.update(label_of(name).encode("utf-8", "replace"))
    return checksum.hexdigest()[:12]


@dataclass
class Late:
    """The checksum of the file called ``name``, which is known once the file was read through."""

    name: str
    opener: Callable[[], IO[bytes]]
    _known: str = field(default="", init=False)

    def digest(self) -> str:
        """The checksum; the file is read for it unless it was read through before.

        Raises `UnreadableFileError`.
        """
        if not self._known:
            try:
                self._known = head_and_digest(self.name, self.opener)[1]
            except (OSError, zipfile.BadZipFile, *ZIP_ERRORS) as error:
                raise unreadable(self.name, error) from error
        return self._known

    def while_read(self, opener: Callable[[], IO[bytes]]) -> Callable[[], IO[bytes]]:
        """``opener`` of the file, giving streams that are to be read in blocks.

        One that is read to its end settles the checksum; damage in a zip is raised as
        `UnreadableFileError`.
        """
        return lambda: cast("IO[bytes]", _Summed(opener(), self))

    def settle(self, checksum: hashlib._Hash) -> None:
        """Take the checksum over all bytes of the file."""
        self._known = _digest(self.name, checksum)


class _Summed(io.RawIOBase):
    """The blocks of a stream, of which a checksum is taken."""

    def __init__(self, stream: IO[bytes], late: Late) -> None:
        self._stream, self._late = stream, late
        self._checksum = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        try:
            block = self._stream.read(size)
        except (OSError, zipfile.BadZipFile, *ZIP_ERRORS) as error:
            raise unreadable(self._late.name, error) from error
        self._checksum.update(block)
        if not block or size < 0:
            self._late.settle(self._checksum.copy())
        return block

    def close(self) -> None:
        self._stream.close()
        super().close()


def unreadable(name: str, error: BaseException) -> NetgraphError:
    """``error`` in words for a user."""
    if isinstance(error, NetgraphError):
        return error
    if isinstance(error, OSError):
        reason = error.strerror or "the system refuses it"
    else:
        reason = "the archive is damaged, incomplete or of an unknown kind"
    return UnreadableFileError(f"{name}: cannot be read ({reason})")
