"""One stage of the road in a process of its own: prints what it took as one JSON object."""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.scale.generate import ME

NOW = datetime(2026, 1, 2, tzinfo=UTC)
#: How many bridges, and paths to each employer, are asked for.
BRIDGES, PATHS = 50, 10


def bring(folder: Path) -> dict[str, object]:
    """Files into the store."""
    from netgraph.store import Store
    from netgraph.workflow import declare_owner, import_paths, import_targets

    with Store.open(folder / "net.db") as store:
        declare_owner(store, ME, friend=False)
        files = [folder / "contacts.csv", folder / "mail.mbox"]
        kept = sum(report.counts.kept for report in import_paths(store, files, now=NOW))
        import_targets(store, folder / "targets.csv")
    return {"kept": kept}


def settle(folder: Path) -> dict[str, object]:
    """Who is who."""
    from netgraph.store import Store
    from netgraph.workflow import resolve

    with Store.open(folder / "net.db") as store:
        return {"people": len(resolve(store).people)}


def graph(folder: Path) -> Any:
    """The contact graph, from the cache when there is one."""
    from netgraph.workflow import load

    return load(folder / "net.db", as_of=NOW)


def cold(folder: Path) -> dict[str, object]:
    """The contact graph without a cache."""
    for old in folder.glob("net.db-graph*"):
        old.unlink()
    return kept(folder)


def kept(folder: Path) -> dict[str, object]:
    """The contact graph and its arrays."""
    found = graph(folder)
    return {"people": len(found.people), "ties": len(found.flat.left)}


def on_graph(question: Callable[[Any], object]) -> Callable[[Path], dict[str, object]]:
    """A stage that asks ``question``; what loading took is told apart."""

    def asked(folder: Path) -> dict[str, object]:
        found = graph(folder)
        found.flat.rows  # noqa: B018 - making the arrays belongs to loading
        start = time.process_time()
        question(found)
        return {"question": round(time.process_time() - start, 3)}

    return asked


def chains(found: Any) -> None:
    """The best ten chains to each of twenty employers, without words, reasons and suggestions."""
    import numpy as np

    from netgraph.analyse.choice import chosen, options
    from netgraph.analyse.insiders import insiders
    from netgraph.analyse.routes import Routes

    for match in found.targets:
        inside = insiders(found, tuple(employer for employer, _ in match.employers)).now
        ends = np.array([found.index[one.id] for one in inside], dtype=np.intp)
        routes = Routes(found, found.index[found.me], ends)
        chosen(routes, options(routes), PATHS)


def reach(found: Any) -> None:
    """The best ten paths to each of twenty employers, told with reasons and suggestions."""
    from netgraph.analyse.paths import Goal, paths

    for match in found.targets:
        paths(found, Goal.of(match), limit=PATHS)


def table(found: Any) -> None:
    """The table of all targets."""
    from netgraph.analyse.reach import reach as targets

    targets(found)


def bridges(found: Any) -> None:
    """Fifty bridges with groups and evidence."""
    from netgraph.analyse.bridges import bridges as ask

    ask(found, limit=BRIDGES)


def person(found: Any) -> None:
    """The best paths to one person."""
    from netgraph.analyse.goals import find_goal
    from netgraph.analyse.paths import paths

    paths(found, find_goal(found, found.people[len(found.people) // 2].id), limit=PATHS)


def page(found: Any) -> None:
    """The page."""
    from netgraph.present.explorer import explore

    str(explore(found))


STAGES: dict[str, Callable[[Path], dict[str, object]]] = {
    "import": bring,
    "resolve": settle,
    "graph, cold": cold,
    "graph, kept": kept,
    "chains to 20 employers": on_graph(chains),
    "paths to 20 employers": on_graph(reach),
    "reach table": on_graph(table),
    "50 bridges": on_graph(bridges),
    "paths to a person": on_graph(person),
    "page": on_graph(page),
}


def main() -> None:
    stage, folder = sys.argv[1], Path(sys.argv[2])
    told = STAGES[stage](folder)
    used = resource.getrusage(resource.RUSAGE_SELF)
    taken = {"cpu": used.ru_utime + used.ru_stime, "peak_mb": used.ru_maxrss / 1024}
    print(json.dumps({key: round(value, 3) for key, value in taken.items()} | told))


if __name__ == "__main__":
    main()
