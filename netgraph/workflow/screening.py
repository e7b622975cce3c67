"""Screening: what was forgotten is known again by its marks, and left out of what is imported."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from netgraph.errors import NetgraphError
from netgraph.importers._files import walk
from netgraph.importers._keys import seal
from netgraph.model import (
    OWNER,
    Card,
    Identifier,
    IdentifierKind,
    Interaction,
    Origin,
    Record,
    Reject,
    RejectKind,
    Relation,
    StoredCard,
)
from netgraph.store import Store
from netgraph.store.forgotten import Forgotten
from netgraph.workflow.traces import Traces, points_at, without

LEFT_OUT = "forgotten at your wish"
_PART = "\x1f"


def file_mark(digest: str) -> str:
    """The key by which a file is known again, wherever it lies and whatever it is called."""
    return f"file:{digest}"


def take_back(store: Store, paths: Iterable[Path]) -> None:
    """Let the files below ``paths`` be read again, though the user asked to forget them.

    People who were forgotten stay so.
    """
    if not store.forgotten.is_empty():
        for path in paths:
            for document in walk(path):
                if not isinstance(document, NetgraphError):
                    store.forgotten.take_back(file_mark(document.digest))


def person_marks(traces: Traces, everybody: Iterable[StoredCard], region: str) -> set[str]:
    """The keys by which the person of ``traces`` is known again.

    Each address, number, profile and handle; together with the name when somebody else bears
    it too. The source's own id. Each name in each file it stood in, for files that know no
    more than names.
    """
    theirs = {stored.card.key for stored in traces.cards}
    others = {
        key
        for stored in everybody
        if stored.card.key not in theirs
        for key in _strong_keys(stored.card, region)
    }
    marks = {_name_mark(name, file) for name, file in traces.named}
    for stored in traces.cards:
        card = stored.card
        if _has_own_id(card):
            marks.add(f"subject:{card.subject}")
        for key in _strong_keys(card, region):
            if key in others:
                marks.update(_pair_mark(key, name) for name in card.names)
            else:
                marks.add(key)
    return marks - {""}


class Screen:
    """Tells what was forgotten in a file that is being read."""

    def __init__(self, forgotten: Forgotten) -> None:
        self._forgotten = forgotten
        self._region = forgotten.region()

    def records(self, records: Iterable[Record]) -> Iterator[Record]:
        """``records`` without the people forgotten; what is lacking is told once an item."""
        told = ""
        for record in records:
            kept = record if isinstance(record, Reject) else self._without(record)
            if kept is not record and record.origin.place != told:
                told = record.origin.place
                yield Reject(record.origin, LEFT_OUT, RejectKind.LEFT_OUT)
            if kept is not None:
                yield kept

    def _without(self, record: Card | Interaction | Relation) -> Record | None:
        if isinstance(record, Card):
            return None if not record.is_owner and self._is_gone(record) else record
        origin = record.origin
        if isinstance(record, Interaction):
            return without(record, lambda one: self._is_meant(one, origin))
        gone = any(self._is_meant(one, origin) for one in points_at(record))
        return None if gone else record

    def _is_gone(self, card: Card) -> bool:
        has = self._forgotten.has
        keys = _strong_keys(card, self._region)
        if any(has(key) or any(has(_pair_mark(key, n)) for n in card.names) for key in keys):
            return True
        if _has_own_id(card) and has(f"subject:{card.subject}"):
            return True
        return not keys and any(has(_name_mark(n, card.origin.file)) for n in card.names)

    def _is_meant(self, identifier: Identifier, origin: Origin) -> bool:
        if identifier == OWNER:
            return False
        if identifier.kind is IdentifierKind.NAME:
            return self._forgotten.has(_name_mark(identifier.value, origin.file))
        return any(self._forgotten.has(key) for key in _keys(identifier, self._region))


def _strong_keys(card: Card, region: str) -> set[str]:
    strong = (i for i in card.identifiers if i.kind is not IdentifierKind.NAME)
    return {key for identifier in strong for key in _keys(identifier, region)}


def _keys(identifier: Identifier, region: str) -> set[str]:
    """An identifier's key; a number has a second one, as it is without knowing the country."""
    from netgraph.resolve.normalise import identifier_key

    return {identifier_key(identifier, region) or "", identifier_key(identifier) or ""} - {""}


def _has_own_id(card: Card) -> bool:
    """Whether the subject is the source's own id, and not made of addresses and names."""
    return bool(card.subject) and seal(card).subject != card.subject


def _pair_mark(key: str, name: str) -> str:
    from netgraph.resolve.names import name_key

    return f"{key}{_PART}{name_key(name)}"


def _name_mark(name: str, file: str) -> str:
    """The name in a file, which is known by its own name, not by the folder or archive."""
    from netgraph.resolve.names import name_key

    key = name_key(name)
    return f"name:{key}{_PART}{file.rsplit('/', 1)[-1].casefold()}" if key else ""
