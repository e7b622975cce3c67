"""A contact graph in a file of its own, read through a memory map and only where it is needed.

The file begins with `MAGIC` and the length of its heading (8 bytes, little endian), a JSON
object; then come the arrays, each at a multiple of 64 bytes. It holds values alone, no code.
"""

from __future__ import annotations

import json
import mmap
import os
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from netgraph.graph.coding import decoder, encoded, field_types
from netgraph.graph.columns import Columns
from netgraph.graph.contactgraph import ContactGraph
from netgraph.graph.shelf import Shelf, shelved

MAGIC = b"netgraph graph 1\n"
#: Fields of the graph that are long; the others stand in the heading.
LONG = ("people", "employers", "ties", "memberships", "introductions")
_ALIGNED = 64
_ROWS = ("starts", "others", "weights", "numbers")


class KeptPeople(Shelf[Any]):
    """People with their ``ids``, which are read at once."""

    ids: tuple[str, ...] = ()


class KeptTies(Shelf[Any]):
    """Ties with their ``columns`` and the ``rows`` of `FlatGraph`."""

    columns: Columns
    rows: tuple[Any, ...]


def write_graph(path: Path, graph: ContactGraph, note: dict[str, Any]) -> None:
    """Write ``graph`` to a new file at ``path`` that its owner alone can read.

    ``note`` (JSON) tells what it was made of. It appears as a whole or not at all; ``OSError``
    when it cannot be written.
    """
    arrays: dict[str, NDArray[Any]] = {}
    for name in LONG:
        rows, arrays[f"{name}.ends"] = shelved(getattr(graph, name))
        arrays[f"{name}.rows"] = np.frombuffer(rows, np.uint8)
    arrays["ids"] = np.frombuffer("\n".join(graph.index).encode(), np.uint8)
    for field in fields(Columns):
        arrays[f"ties.{field.name}"] = getattr(graph.columns, field.name)
    kept: tuple[NDArray[Any], ...] = graph.flat.rows
    for part, array in zip(_ROWS, kept, strict=True):
        arrays[f"flat.{part}"] = array
    rest = {name: encoded(getattr(graph, name)) for name in _short()}
    places, size = _places(arrays)
    heading = json.dumps({"note": note, "rest": rest, "arrays": places, "size": size}).encode()
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with os.fdopen(os.open(new, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600), "wb") as file:
            file.write(MAGIC + len(heading).to_bytes(8, "little") + heading)
            start = _aligned(file.tell())
            for name, (_, _, at) in places.items():
                file.seek(start + at)
                file.write(np.ascontiguousarray(arrays[name]).data)
            file.truncate(start + size)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def read_note(path: Path) -> dict[str, Any] | None:
    """The note of the graph at ``path``; None when there is no whole one."""
    opened = _opened(path)
    return opened[1]["note"] if opened else None


def read_graph(path: Path) -> ContactGraph | None:
    """The graph at ``path``, equal to the one written; None when there is no whole one."""
    opened = _opened(path)
    if opened is None:
        return None
    data, heading = opened
    arrays = {
        name: np.frombuffer(data, kind, count, heading["start"] + at)
        for name, (kind, count, at) in heading["arrays"].items()
    }
    hints = field_types(ContactGraph)
    values = {name: decoder(hints[name])(value) for name, value in heading["rest"].items()}
    special: dict[str, type[Shelf[Any]]] = {"people": KeptPeople, "ties": KeptTies}
    for name in LONG:
        shelf = special.get(name, Shelf[Any])
        rows = arrays[f"{name}.rows"].data
        values[name] = shelf(get_args(hints[name])[0], rows, arrays[f"{name}.ends"])
    text = arrays["ids"].tobytes().decode()
    values["people"].ids = tuple(text.split("\n")) if text else ()
    names = [field.name for field in fields(Columns)]
    values["ties"].columns = Columns(**{name: arrays[f"ties.{name}"] for name in names})
    values["ties"].rows = tuple(arrays[f"flat.{name}"] for name in _ROWS)
    return ContactGraph(**values)


def _short() -> list[str]:
    return [field.name for field in fields(ContactGraph) if field.name not in LONG]


def _places(arrays: dict[str, NDArray[Any]]) -> tuple[dict[str, tuple[str, int, int]], int]:
    """For every array its type, length and place [bytes] behind the heading; and the end."""
    found: dict[str, tuple[str, int, int]] = {}
    at = 0
    for name, array in arrays.items():
        found[name] = array.dtype.str, len(array), at
        at = _aligned(at + array.nbytes)
    return found, at


def _aligned(place: int) -> int:
    return -(-place // _ALIGNED) * _ALIGNED


def _opened(path: Path) -> tuple[mmap.mmap | bytes, dict[str, Any]] | None:
    """What is in the file, and its heading with the ``start`` of the arrays [bytes]."""
    try:
        data = _bytes(path)
        at = len(MAGIC) + 8
        if data[: len(MAGIC)] != MAGIC:
            return None
        end = at + int.from_bytes(data[len(MAGIC) : at], "little")
        heading = dict(json.loads(data[at:end]))
        heading["start"] = _aligned(end)
        whole = len(data) == heading["start"] + heading["size"]
    except (OSError, ValueError, KeyError):
        return None
    return (data, heading) if whole else None


def _bytes(path: Path) -> mmap.mmap | bytes:
    # Windows lets nobody delete a file that is mapped
    if sys.platform == "win32":
        return path.read_bytes()
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
