"""The contact graph kept beside the store, so that the next question need not build it again."""

from __future__ import annotations

import hashlib
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from netgraph.store import Store
from netgraph.workflow.settling import LATELY

if TYPE_CHECKING:
    from netgraph.graph.contactgraph import ContactGraph

#: So many are kept: of now, and of the moments asked for last.
MOST = 4
#: What makes a graph, by folder: another state of these files may make another graph.
_MAKERS = ("graph", "model", "resolve", "workflow")


def kept_graph(
    store: Store, as_of: datetime, *, today: bool = False, everybody: bool = False
) -> ContactGraph:
    """The graph of `load_graph`, from the file beside the store when that is still the same.

    With ``today`` that of an earlier moment of the same day (UTC) will do, when nothing was
    imported or said since and nothing that is known of has happened in between. The file can be
    deleted at any time; when it cannot be written the answer is the same. The user alone can
    read it.
    """
    from netgraph.graph.filing import read_graph, read_note, write_graph
    from netgraph.workflow.loading import load_graph

    made_of = {"by": _maker(), "store": store.fingerprint(), "everybody": everybody}
    path = _path(store, "now" if today else as_of.isoformat(), everybody=everybody)
    note = read_note(path)
    if note and made_of.items() <= note.items() and _holds(note, as_of, today=today):
        found = read_graph(path)
        if found is not None:
            return found
    found = load_graph(store, as_of, everybody=everybody)
    until = _until(store, as_of)
    try:
        write_graph(path, found, made_of | {"as_of": as_of.isoformat(), "until": until})
        for old in sorted(store.kept_files(), key=_age)[MOST:]:
            old.unlink(missing_ok=True)
    except OSError:
        pass
    return found


def _holds(note: dict[str, Any], as_of: datetime, *, today: bool) -> bool:
    """Whether a graph with this ``note`` is as good as one of ``as_of``."""
    then = datetime.fromisoformat(note["as_of"])
    if not today or then == as_of:
        return then == as_of
    return then < as_of < datetime.fromisoformat(note["until"])


def _until(store: Store, as_of: datetime) -> str:
    """When the graph of ``as_of`` is another by the clock alone: at midnight or sooner."""
    midnight = datetime.combine(as_of.astimezone(UTC).date(), datetime.min.time(), UTC)
    ends = [midnight + timedelta(days=1), store.imported.next_event(as_of)]
    ends += [when + LATELY for when in store.skips.all().values() if when + LATELY > as_of]
    ends += [when for when in store.skips.all().values() if when > as_of]
    return min(end for end in ends if end is not None).isoformat()


def _path(store: Store, moment: str, *, everybody: bool) -> Path:
    name = hashlib.sha1(f"{moment} {everybody}".encode(), usedforsecurity=False).hexdigest()[:10]
    return store.path.with_name(f"{store.path.name}{store.BESIDE}-{name}")


def _age(path: Path) -> float:
    """Younger files first; one that has just gone last of all."""
    try:
        return -path.stat().st_mtime
    except OSError:
        return 0.0


def _maker() -> str:
    """Hash of the version of netgraph and of its files that make a graph, by size and time."""
    home = Path(__file__).parents[1]
    states = []
    for folder in _MAKERS:
        for where, _folders, names in os.walk(home / folder):
            for name in sorted(names):
                if name.endswith((".py", ".csv")):
                    told = os.stat(f"{where}/{name}")  # noqa: PTH116 - four times faster
                    states.append((where, name, told.st_size, told.st_mtime_ns))
    found = hashlib.sha1((home / "__init__.py").read_bytes(), usedforsecurity=False)
    found.update(repr(sorted(states)).encode())
    return found.hexdigest()
