"""The stages in their one order: files -> records -> people and employers -> contact graph.

This package alone knows that order: `bringing` imports files, `deciding` and `identity`
keep the user's word, `loading` resolves and builds the graph. It reads no clock: ``now`` and
``as_of`` are arguments.
"""

from __future__ import annotations

from netgraph.workflow.bringing import import_paths
from netgraph.workflow.deciding import (
    add_by_hand,
    add_target,
    declare_owner,
    declare_region,
    import_targets,
)
from netgraph.workflow.employers import import_employers, say_of_employers
from netgraph.workflow.explaining import explain
from netgraph.workflow.identity import answer, cards_of, merge, questions, split
from netgraph.workflow.loading import (
    known_cards,
    latest,
    load,
    load_graph,
    me_today,
    other_owners,
    resolve,
)
from netgraph.workflow.mapping import map_columns

__all__ = [
    "add_by_hand",
    "add_target",
    "answer",
    "cards_of",
    "declare_owner",
    "declare_region",
    "explain",
    "import_employers",
    "import_paths",
    "import_targets",
    "known_cards",
    "latest",
    "load",
    "load_graph",
    "map_columns",
    "me_today",
    "merge",
    "other_owners",
    "questions",
    "resolve",
    "say_of_employers",
    "split",
]
