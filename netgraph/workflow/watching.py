"""Watching: how far a file has been read, while it is read."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import IO

from netgraph.importers import Document


def watched(document: Document, progress: Callable[[str, int], None]) -> Document:
    """``document``, reading which calls ``progress`` with its name and the position [bytes]."""

    def opened() -> IO[bytes]:
        raw = _Watched(document.open(), lambda position: progress(document.name, position))
        return io.BufferedReader(raw, 2**20)

    return replace(document, open=opened)


class _Watched(io.RawIOBase):
    """A stream that reports how far it has been read [bytes]."""

    def __init__(self, stream: IO[bytes], report: Callable[[int], None]) -> None:
        self._stream = stream
        self._report = report
        self._position = 0
        report(0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        block = self._stream.read(len(view))
        view[: len(block)] = block
        self._position += len(block)
        self._report(self._position)
        return len(block)

    def close(self) -> None:
        self._stream.close()
        super().close()
