"""How long the page takes to write, to open and to answer, beside plain pyvis, in one run.

    python -m benchmarks.page.run [--sizes 300 3000 15000 30000] [--repeat 3] [--physics 300 500]
        [--wait 120] [--json]

Invented networks (`network`), a real Chromium without any network (WebGL by software, as on a
machine without a graphics card). Of netgraph: seconds of processor and of clock to write the page
from a graph, with the layout; the file; from opening it until it answers; until its map
is drawn, when it opens on that; from choosing a way in until the next picture on the map. Of
pyvis: the same map with places given and physics off, and plain pyvis, whose physics draws
nothing until it is still (waited for at most ``--wait`` seconds). Every figure is the middle
one of ``--repeat`` runs.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.page.network import network
from benchmarks.page.plain import placed, plain
from netgraph.graph.contactgraph import ContactGraph
from netgraph.present.explorer import Explorer, explore
from netgraph.present.renderers import PYVIS

SIZES = (300, 3_000, 15_000, 30_000)
#: Sizes at which plain pyvis is waited for.
PHYSICS = (300, 500)
#: Notes when the page has answered and the browser has shown it: two frames later.
WATCH = """
window.shown = new Promise((done) => {
  const after = () => requestAnimationFrame(() => requestAnimationFrame(() =>
    done(performance.now() / 1000)));
  const ready = () => document.body && document.body.dataset.ready;
  const look = new MutationObserver(() => { if (ready()) { look.disconnect(); after(); } });
  look.observe(document, { childList: true, subtree: true, attributes: true });
});
"""
CHOOSE = """() => new Promise((done) => {
  const start = performance.now();
  const ways = [...document.querySelectorAll("[data-way]")];
  ways[0].click();
  requestAnimationFrame(() => requestAnimationFrame(() =>
    done((performance.now() - start) / 1000)));
})"""
#: pyvis' page calls its network ``network``; "afterDrawing" comes with every picture.
LISTEN = """
window.seen = new Promise((done) => {
  let made;
  Object.defineProperty(window, "network", {
    configurable: true,
    get: () => made,
    set: (network) => {
      made = network;
      made.once(EVENT, () => requestAnimationFrame(() => done(performance.now() / 1000)));
    },
  });
});
"""

Row = dict[str, Any]


class Chromium:
    """A browser that reaches nothing but the file it is given."""

    def __init__(self, browser: Any, folder: Path, repeat: int) -> None:
        self.browser, self.folder, self.repeat = browser, folder, repeat

    @contextmanager
    def page(self) -> Iterator[Any]:
        """A new page in a window of its own."""
        context = self.browser.new_context(viewport={"width": 1440, "height": 900})
        context.route("http*://**/*", lambda route: route.abort())
        yield context.new_page()
        context.close()

    def middle(self, once: Callable[[Any], float]) -> float:
        """The middle figure of ``repeat`` runs, each on a new page [s]."""
        found = []
        for _ in range(self.repeat):
            with self.page() as page:
                found.append(once(page))
        return round(statistics.median(found), 3)

    def ours(self, file: Path) -> Row:
        """Seconds until the page answers, until its map is drawn, and from choice to picture."""

        def opened(page: Any, view: str) -> float:
            page.add_init_script(WATCH)
            tools = page.context.new_cdp_session(page)
            tools.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
            tools.send("Performance.enable")
            page.goto(f"{file.as_uri()}#tab={view}", wait_until="commit")
            clock = float(page.evaluate("window.shown"))
            told = tools.send("Performance.getMetrics")["metrics"]
            busy.append(next(m["value"] for m in told if m["name"] == "TaskDuration"))
            return clock

        def chosen(page: Any) -> float:
            opened(page, "map")
            return float(page.evaluate(CHOOSE))

        busy: list[float] = []
        usable = self.middle(lambda page: opened(page, "paths"))
        return {
            "usable": usable,
            "usable_cpu": round(statistics.median(busy), 3),
            "map": self.middle(lambda page: opened(page, "map")),
            "highlight": self.middle(chosen),
        }

    def theirs(self, text: str, event: str, wait: float) -> float | None:
        """Seconds until a page of pyvis has seen ``event``; None when it has not by then."""
        from playwright.sync_api import TimeoutError as Late

        file = self.folder / "pyvis.html"
        file.write_text(text, encoding="utf-8")

        def once(page: Any) -> float:
            page.add_init_script(LISTEN.replace("EVENT", json.dumps(event)))
            page.goto(file.as_uri(), wait_until="commit", timeout=wait * 1000)
            page.evaluate("() => { window.seen.then((at) => { window.at = at; }); }")
            page.wait_for_function("window.at", timeout=wait * 1000)
            return float(page.evaluate("window.at"))

        try:
            return self.middle(once)
        except Late:
            return None


def written(graph: ContactGraph, file: Path, renderer: str) -> tuple[Row, Explorer]:
    """What writing the page takes."""
    cpu, clock = time.process_time(), time.perf_counter()
    made = explore(graph, renderer=renderer)
    made.save(file)
    cpu, clock = time.process_time() - cpu, time.perf_counter() - clock
    size = round(file.stat().st_size / 1e6, 3)
    return {"write_cpu": round(cpu, 2), "write": round(clock, 2), "megabytes": size}, made


def measured(size: int, chromium: Chromium, options: argparse.Namespace) -> list[Row]:
    """All figures of one size, one row a way of drawing."""
    graph = network(size)
    names = ["sigma"] if size > PYVIS.most else ["pyvis", "sigma"]
    rows: list[Row] = []
    for name in names:
        file = chromium.folder / f"{name}.html"
        row, made = written(graph, file, name)
        rows.append({"contacts": size, "drawn by": f"netgraph, {name}", **row})
        rows[-1] |= chromium.ours(file)
    clock = time.perf_counter()
    text = placed(made.view)
    row = {"contacts": size, "drawn by": "pyvis, places given", "megabytes": len(text) / 1e6}
    row["write"] = time.perf_counter() - clock
    row["map"] = chromium.theirs(text, "afterDrawing", options.wait)
    rows.append({name: round(v, 3) if isinstance(v, float) else v for name, v in row.items()})
    if size in options.physics:
        rows.append({"contacts": size, "drawn by": "pyvis, plain"})
        once = Chromium(chromium.browser, chromium.folder, 1)
        still = once.theirs(plain(graph), "stabilizationIterationsDone", options.wait)
        rows[-1]["map"] = still if still is not None else f"more than {options.wait:.0f}"
        if still is not None:
            rows[-1]["times_ours"] = round(still / rows[0]["map"])
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast the page is, beside plain pyvis.")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--physics", type=int, nargs="*", default=PHYSICS)
    parser.add_argument("--wait", type=float, default=120.0, help="seconds for plain pyvis")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    from playwright.sync_api import sync_playwright

    explore(network(60)).html()  # what is imported once is not part of any size
    rows: list[Row] = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--enable-unsafe-swiftshader"],
        )
        chromium = Chromium(browser, Path(folder), options.repeat)
        for size in sorted({*options.sizes, *options.physics}):
            rows += measured(size, chromium, options)
            if not options.json:
                show(rows)
                rows.clear()
        browser.close()
    if options.json:
        machine = {"machine": platform.platform(), "date": datetime.now(UTC).date().isoformat()}
        print(json.dumps({**machine, "rows": rows}, indent=1))


def show(rows: list[Row]) -> None:
    """One line a row; seconds, and megabytes of the file."""
    for row in rows:
        told = [f"{name} {value}" for name, value in list(row.items())[2:]]
        print(f"{row['contacts']:>6,}  {row['drawn by']:<20} {', '.join(told)}", flush=True)


if __name__ == "__main__":
    main()
