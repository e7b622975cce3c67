"""Python's search for reference cycles, put off where none are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cycles_unsought() -> Iterator[None]:
    """Within it Python does not look for cycles, which takes a quarter of the time.

    Only for work that makes many objects and no cycles. What was the case before is so again
    afterwards, also after an error.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # what was made counts as old: Python would look through all of it at once otherwise
            if not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
