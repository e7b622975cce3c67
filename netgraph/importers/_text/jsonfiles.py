"""JSON files as services export them: read whole, never trusted, repaired where needed.

A value has whatever type it has; `members`, `items` and `text_of` answer with something of the
type asked for, empty when the file has another. Documents are bounded by `Document.bytes`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any

from netgraph.errors import UnreadableFileError
from netgraph.importers._files import Document

Members = dict[str, Any]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
#: Years that a chat or a contact list can stem from; all else is a mistake.
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


def load_json(document: Document, unread: frozenset[str] = frozenset()) -> Any:
    """The one value of the file; `UnreadableFileError` for anything that is not JSON.

    Members called as in ``unread`` (what people wrote, and pictures) are dropped as they come, so
    that memory holds the file once and little besides.
    """

    def kept(found: Members) -> Members:
        return {name: value for name, value in found.items() if name not in unread}

    text = document.text().lstrip("\ufeff")
    return _parse(text, document.name, kept if unread else None)


def load_assigned(document: Document) -> Any:
    """The value behind the first ``=`` of a script (``window.YTD.x.part0 = [...]``)."""
    return _parse(document.text().partition("=")[2].strip().rstrip(";"), document.name)


def load_lines(document: Document) -> Iterator[tuple[int, Any]]:
    """Line number (from 1) and value of every line that is not blank; None for a bad line."""
    with document.open() as stream:
        for number, line in enumerate(stream, start=1):
            if line.strip():
                try:
                    yield number, json.loads(line.decode("utf-8-sig"))
                except (ValueError, RecursionError):
                    yield number, None


def _parse(text: str, name: str, hook: Callable[[Members], Members] | None = None) -> Any:
    try:
        return json.loads(text, object_hook=hook)
    except (ValueError, RecursionError) as error:
        msg = f"{name}: the JSON is damaged or incomplete"
        raise UnreadableFileError(msg) from error


def looks_like_json(document: Document) -> str:
    """The first 64 KiB when they begin as JSON does, else ""; for ``recognises``."""
    if document.head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] not in (b"{", b"["):
        return ""
    return document.head_text().lstrip("\ufeff \t\r\n")


def has_keys(text: str, *names: str) -> bool:
    """Whether every name stands in ``text`` as the key of a member."""
    return all(re.search(rf'"{re.escape(name)}"\s*:', text) for name in names)


def members(value: Any, *path: str) -> Members:
    """The object at ``path`` below ``value``, or an empty one."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def items(value: Any, *path: str) -> list[Any]:
    """The list at ``path`` below ``value``, or an empty one."""
    found = members(value, *path[:-1]).get(path[-1]) if path else value
    return found if isinstance(found, list) else []


def text_of(value: Any) -> str:
    """A string or number as trimmed text that can be stored; "" for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    try:
        # half of a surrogate pair cannot be stored
        whole = str(value).encode("utf-8", "replace").decode("utf-8")
    except ValueError:
        return ""
    return " ".join(whole.replace("\0", "").split())


def repaired(value: Any) -> str:
    """As `text_of`, after undoing that UTF-8 was taken for Latin-1, as in Meta's exports.

    Text that holds anything else is left alone, so that repairing twice does no harm.
    """
    if isinstance(value, str):
        with suppress(UnicodeError):
            value = value.encode("latin-1").decode("utf-8")
    return text_of(value)


def moment(value: Any, per_second: int = 1) -> datetime | None:
    """Seconds (or milliseconds, ``per_second`` 1000) since 1970 [UTC], also as text.

    None for what is no number, for 0, and for years that cannot be.
    """
    try:
        seconds = float(text_of(value)) / per_second
        if not seconds or not math.isfinite(seconds):
            return None
        when = _EPOCH + timedelta(seconds=round(seconds, 3))
    except (ValueError, OverflowError):
        return None
    return when if _FIRST_YEAR <= when.year <= _LAST_YEAR else None
