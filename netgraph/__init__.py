"""netgraph: from the people you know to the people you do not know yet, offline.

>>> import netgraph
>>> graph = netgraph.load("netgraph.db")          # doctest: +SKIP
>>> netgraph.bridges(graph).to_frame()            # doctest: +SKIP
>>> netgraph.paths(graph, "Nordwind Analytics")   # doctest: +SKIP
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netgraph.analyse.bridges import bridges as bridges
    from netgraph.analyse.communities import communities as communities
    from netgraph.analyse.insiders import insiders as insiders
    from netgraph.analyse.paths import paths as paths
    from netgraph.analyse.people import people as people
    from netgraph.analyse.questions import questions as questions
    from netgraph.analyse.reach import reach as reach
    from netgraph.analyse.summary import summary as summary
    from netgraph.errors import NetgraphError as NetgraphError
    from netgraph.graph.contactgraph import ContactGraph as ContactGraph
    from netgraph.graph.foreign import from_networkx as from_networkx
    from netgraph.present.explorer import explore as explore
    from netgraph.present.frames import frames as frames
    from netgraph.present.letters import write_letter as write_letter
    from netgraph.store import Store as Store
    from netgraph.workflow import declare_owner as declare_owner
    from netgraph.workflow import import_paths as import_paths
    from netgraph.workflow import import_targets as import_targets
    from netgraph.workflow import load as load
    from netgraph.workflow.explaining import doubts as doubts
    from netgraph.workflow.explaining import identity as identity
    from netgraph.workflow.talking import Talks as Talks

__version__ = "0.1.0"

#: Public name -> the module it lives in; read when it is first asked for, so that the command
#: line starts at once.
_HOMES = {
    "ContactGraph": "netgraph.graph.contactgraph",
    "NetgraphError": "netgraph.errors",
    "Store": "netgraph.store",
    "Talks": "netgraph.workflow.talking",
    "bridges": "netgraph.analyse.bridges",
    "communities": "netgraph.analyse.communities",
    "declare_owner": "netgraph.workflow",
    "doubts": "netgraph.workflow.explaining",
    "explore": "netgraph.present.explorer",
    "frames": "netgraph.present.frames",
    "identity": "netgraph.workflow.explaining",
    "from_networkx": "netgraph.graph.foreign",
    "import_paths": "netgraph.workflow",
    "import_targets": "netgraph.workflow",
    "insiders": "netgraph.analyse.insiders",
    "load": "netgraph.workflow",
    "paths": "netgraph.analyse.paths",
    "people": "netgraph.analyse.people",
    "questions": "netgraph.analyse.questions",
    "reach": "netgraph.analyse.reach",
    "summary": "netgraph.analyse.summary",
    "write_letter": "netgraph.present.letters",
}

__all__ = ["__version__", *_HOMES]  # noqa: PLE0604 - names of strings, all of them


def __getattr__(name: str) -> object:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    msg = f"module 'netgraph' has no attribute {name!r}"
    raise AttributeError(msg)


def __dir__() -> list[str]:
    return sorted(__all__)
