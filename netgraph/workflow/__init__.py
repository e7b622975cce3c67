"""The stages in their one order: files -> records -> people and employers -> contact graph.

This package alone knows that order: `bringing` imports files, `deciding` and `identity`
keep the user's word, `loading` resolves and builds the graph. It reads no clock: ``now`` and
``as_of`` are arguments.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netgraph.workflow.bringing import import_paths as import_paths
    from netgraph.workflow.deciding import add_by_hand as add_by_hand
    from netgraph.workflow.deciding import add_target as add_target
    from netgraph.workflow.deciding import declare_owner as declare_owner
    from netgraph.workflow.deciding import declare_region as declare_region
    from netgraph.workflow.deciding import import_targets as import_targets
    from netgraph.workflow.employers import import_employers as import_employers
    from netgraph.workflow.employers import say_of_employers as say_of_employers
    from netgraph.workflow.explaining import explain as explain
    from netgraph.workflow.identity import answer as answer
    from netgraph.workflow.identity import cards_of as cards_of
    from netgraph.workflow.identity import merge as merge
    from netgraph.workflow.identity import questions as questions
    from netgraph.workflow.identity import split as split
    from netgraph.workflow.loading import known_cards as known_cards
    from netgraph.workflow.loading import latest as latest
    from netgraph.workflow.loading import load as load
    from netgraph.workflow.loading import load_graph as load_graph
    from netgraph.workflow.loading import me_today as me_today
    from netgraph.workflow.loading import other_owners as other_owners
    from netgraph.workflow.loading import resolve as resolve
    from netgraph.workflow.mapping import map_columns as map_columns

#: Name -> the module it lives in; read when it is first asked for: a question does not need all
#: that imports files.
_HOMES = {
    "add_by_hand": "deciding",
    "add_target": "deciding",
    "answer": "identity",
    "cards_of": "identity",
    "declare_owner": "deciding",
    "declare_region": "deciding",
    "explain": "explaining",
    "import_employers": "employers",
    "import_paths": "bringing",
    "import_targets": "deciding",
    "known_cards": "loading",
    "latest": "loading",
    "load": "loading",
    "load_graph": "loading",
    "map_columns": "mapping",
    "me_today": "loading",
    "merge": "identity",
    "other_owners": "loading",
    "questions": "identity",
    "resolve": "loading",
    "say_of_employers": "employers",
    "split": "identity",
}

__all__ = [*_HOMES]  # noqa: PLE0604 - names of strings, all of them


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    msg = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(msg)
