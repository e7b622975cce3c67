"""Ctrl-C: a verb stops where it is, says so, and ends with the exit code that shells expect."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

#: Exit code after Ctrl-C, as shells have it.
STOPPED = 130


@dataclass(slots=True)
class Wish:
    """Whether Ctrl-C was pressed."""

    is_there: bool = False

    def heed(self) -> None:
        """Raise KeyboardInterrupt when Ctrl-C was pressed and a library kept it to itself."""
        if self.is_there:
            raise KeyboardInterrupt


@contextmanager
def wish_to_stop() -> Iterator[Wish]:
    """Remembers Ctrl-C, besides raising KeyboardInterrupt as ever."""
    wish = Wish()

    def remember(number: int, frame: FrameType | None) -> None:
        wish.is_there = True
        signal.default_int_handler(number, frame)

    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        # ignored, as for what a shell runs in the background
        yield wish
        return
    signal.signal(signal.SIGINT, remember)
    try:
        yield wish
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
