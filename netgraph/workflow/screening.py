"""Screening: what was forgotten is known again by its marks, and left out of what is imported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
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
#: Stands for a person's name in the name of a file that was called after them.
SOMEBODY = "somebody"
_PART = "\x1f"
#: Words of the longest name that is looked for in the name of a file.
_LONGEST_NAME = 5
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
#: What browsers and file managers add to the name of a second copy.
_COPY = re.compile(r"(?: ?\(\d+\)|(?: -)? copy(?: \d+)?)(?=\.[^.]*$|$)")


def file_mark(digest: str) -> str:
    """The key by which a file is known again, wherever it lies and whatever it is called."""
    return f"file:{digest}"


def filed_as(store: Store, file: str) -> str:
    """The name under which a file is kept: without the names of forgotten people."""
    return file if store.forgotten.is_empty() else Screen(store.forgotten).nameless(file)


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
    it too. The source's own id. For files that know no more than names: each full name that
    nobody else bears, and each name in each file it stood in.
    """
    everybody = tuple(everybody)
    theirs = {stored.card.key for stored in traces.cards}
    others = {
        key
        for stored in everybody
        if stored.card.key not in theirs
        for key in _strong_keys(stored.card, region)
    }
    marks = {_name_mark(name, file) for name, file in traces.named}
    namesakes = {n for s in everybody if s.card.key not in theirs for n in _full_names(s.card)}
    named = {key for name, _file in traces.named if (key := _full_name(name))}
    marks.update(f"name:{key}" for key in named - namesakes)
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
        self._files: dict[str, str] = {}

    def records(self, records: Iterable[Record]) -> Iterator[Record]:
        """``records`` without the people forgotten; what is lacking is told once an item."""
        told = ""
        for record in records:
            kept = record if isinstance(record, Reject) else self._without(record)
            if kept is not record and record.origin.place != told:
                told = record.origin.place
                yield Reject(record.origin, LEFT_OUT, RejectKind.LEFT_OUT)
            if kept is not None:
                yield self._filed(kept)

    def nameless(self, file: str) -> str:
        """The name of a file without the full names of forgotten people."""
        words = _WORD.findall(file)
        for count in range(min(len(words), _LONGEST_NAME), 1, -1):
            for start in range(len(words) - count + 1):
                spelt = words[start : start + count]
                if self._forgotten.has(f"name:{_full_name(' '.join(spelt))}"):
                    between = r"[\W_]+".join(map(re.escape, spelt))
                    return self.nameless(re.sub(between, SOMEBODY, file))
        return file

    def _filed(self, record: Record) -> Record:
        origin = record.origin
        if origin.file not in self._files:
            self._files[origin.file] = self.nameless(origin.file)
        file = self._files[origin.file]
        return record if file == origin.file else replace(record, origin=replace(origin, file=file))

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
        return not keys and any(self._is_named(name, card.origin) for name in card.names)

    def _is_named(self, name: str, origin: Origin) -> bool:
        """Whether somebody of whom a file says only this name was forgotten."""
        marks = (_name_mark(name, origin.file), f"name:{_full_name(name)}")
        return any(map(self._forgotten.has, marks))

    def _is_meant(self, identifier: Identifier, origin: Origin) -> bool:
        if identifier == OWNER:
            return False
        if identifier.kind is IdentifierKind.NAME:
            return self._is_named(identifier.value, origin)
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
    from netgraph.resolve.names.parts import name_key

    return f"{key}{_PART}{name_key(name)}"


def _name_mark(name: str, file: str) -> str:
    """The name in a file, which is known by its own name, not by the folder or archive.

    Nor by the number that a browser adds when it has a file of that name already.
    """
    from netgraph.resolve.names.parts import name_key

    key, own = name_key(name), _COPY.sub("", file.rsplit("/", 1)[-1].casefold())
    return f"name:{key}{_PART}{own}" if key else ""


def _full_name(name: str) -> str:
    """The key of a name that says more than a first name; "" for another."""
    from netgraph.resolve.names.parts import name_parts

    parts = name_parts(name)
    return parts.key if parts.is_full else ""


def _full_names(card: Card) -> set[str]:
    named = (i.value for i in card.identifiers if i.kind is IdentifierKind.NAME)
    return {key for name in (*card.names, *named) if (key := _full_name(name))}
