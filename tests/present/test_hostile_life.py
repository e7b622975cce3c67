"""Attacks in every field of every file, through the real import, on every way out.

In a real Chromium: nothing of them runs, nothing is fetched, no dialogue opens; and the files
for other programs are whole.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, Route

import netgraph
from netgraph.graph.contactgraph import ContactGraph
from netgraph.present.pyvis_ import to_pyvis
from tests.present.haunting import FLAG, OUTSIDE, PAYLOADS, haunt, run

browser_test = pytest.mark.sockets
#: These stand as they are where there is room for any text.
PRINTED = [text for text in PAYLOADS.values() if text.isprintable()]
#: Presses, points at and changes all that a view offers, as often as it changes.
EVERYTHING = """async () => {
  const seen = new Set();
  const quiet = (node) => node.closest("#export, [data-save]") || node.id === "theme";
  const act = (node) => {
    for (const type of ["mouseover", "mouseenter", "focus"]) node.dispatchEvent(new Event(type));
    if (node.tagName === "SELECT") for (const option of node.options) {
      node.value = option.value;
      node.dispatchEvent(new Event("change", { bubbles: true }));
    } else node.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  };
  const OFFERED = "main button, main select, main summary, main [role=button]";
  for (const tab of document.querySelectorAll("[role=tab]")) {
    const key = (node) => tab.id + node.textContent;
    tab.click();
    for (let round = 0; round < 60; round += 1) {
      const fresh = (node) => node.checkVisibility() && !quiet(node) && !seen.has(key(node));
      const next = [...document.querySelectorAll(OFFERED)].find(fresh);
      if (!next) break;
      seen.add(key(next));
      act(next);
    }
  }
  return seen.size;
}"""

#: Collects whose names come up under the pointer.
NAMED = """() => {
  window.named = new Set();
  const line = document.getElementById("map-name");
  const note = () => window.named.add(line.textContent);
  new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return haunt(tmp_path_factory.mktemp("haunted"))


@pytest.fixture(scope="module")
def graph(store: Path) -> ContactGraph:
    return netgraph.load(store)


@contextmanager
def watched(browser: Browser, file: Path, width: int = 1280) -> Iterator[Page]:
    """A page of ``file``; at the end nothing was asked of anybody, nothing of a stranger ran."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    asked: list[str] = []
    spoken: list[str] = []

    def route(one: Route) -> None:
        if one.request.url.split("#")[0] == file.as_uri():
            one.continue_()
            return
        asked.append(one.request.url)
        one.abort()

    context.route("**/*", route)
    page = context.new_page()
    page.on("dialog", lambda dialog: (spoken.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: spoken.append(str(error)))
    page.goto(file.as_uri())
    yield page
    assert [frame.evaluate("window.__pwned") for frame in page.frames] == [None] * len(page.frames)
    assert page.url.split("#")[0] == file.as_uri()
    context.close()
    assert (asked, spoken) == ([], [])


def sweep(page: Page) -> set[str]:
    """Move the pointer over the whole map, with everybody on it; whose names came up."""
    page.evaluate("location.hash = '#tab=map'")
    box = page.locator("#map").bounding_box()
    assert box is not None
    page.evaluate(NAMED)
    for _ in range(5):  # a busy machine draws the map late
        for down in range(4, 97, 4):
            height = box["y"] + box["height"] * down / 100
            page.mouse.move(box["x"] + 5, height)
            page.mouse.move(box["x"] + box["width"] - 5, height, steps=40)
        if page.evaluate("[...window.named].some(name => name)"):
            break
    page.mouse.down()
    page.mouse.up()
    return set(page.evaluate("[...window.named]"))


def test_the_attacks_have_come_through_the_import(graph: ContactGraph) -> None:
    """Otherwise their harmlessness would say nothing."""
    names = " ".join(person.name for person in graph.people)
    employers = " ".join(employer.name for employer in graph.employers)
    labels = " ".join(label for person in graph.people for label in person.labels)
    roles = " ".join(membership.role for membership in graph.memberships)
    files = " ".join(file for person in graph.people for file in person.files)
    for place, least in ((names, 16), (employers, 14), (labels, 14), (roles, 14)):
        assert sum(text in place for text in PRINTED) >= least
    assert f"<script>{FLAG}</script>" in files
    assert len([match for match in graph.targets if match.employers]) >= 5
    assert len(graph.ties) > 60


@browser_test
@pytest.mark.parametrize("renderer", ["pyvis", "sigma"])
def test_the_page_is_unmoved_by_all_of_it(
    store: Path, browser: Browser, tmp_path: Path, renderer: str
) -> None:
    file = tmp_path / "network.html"
    run(store, "explore", "-o", str(file), "--renderer", renderer)
    with watched(browser, file) as page:
        page.wait_for_selector("body[data-ready]")
        scripts = page.locator("script").count()
        saved = []
        for what in ("svg", "csv"):
            page.locator("#tab-paths").click()
            page.locator("#export summary").click()
            with page.expect_download() as waiting:
                page.locator(f'[data-save="{what}"]').click()
            saved.append(Path(waiting.value.path()).read_text("utf-8-sig"))
        assert page.evaluate(EVERYTHING) > 60
        page.keyboard.press("Escape")
        assert any(FLAG in name or OUTSIDE in name for name in sweep(page))
        for text in (PAYLOADS["image"], PAYLOADS["attribute"]):
            page.locator("#search").fill(text)
        assert page.locator("#found").is_visible()
        assert (
            page.locator("img, iframe, object, embed, base, link, meta[http-equiv=refresh]").count()
            == 0
        )
        assert page.locator("script").count() == scripts
        assert page.locator("style").count() == 1
        odd = "[...document.links].filter((a) => a.protocol !== 'https:' && a.protocol !== 'file:')"
        assert page.evaluate(f"{odd}.length") == 0
    picture = tmp_path / "paths.svg"
    picture.write_text(saved[0], encoding="utf-8")
    with watched(browser, picture) as page:
        assert page.evaluate("document.documentElement.tagName") == "svg"
        assert page.evaluate("document.documentElement.textContent").count(FLAG) > 0
    assert formulas(saved[1]) == []


@browser_test
def test_a_notebook_shows_all_of_it_as_text(
    graph: ContactGraph, browser: Browser, tmp_path: Path
) -> None:
    """A notebook has no policy of its own: what is shown there must be harmless by itself."""
    found = [
        netgraph.bridges(graph), netgraph.reach(graph), netgraph.summary(graph),
        netgraph.communities(graph), netgraph.people(graph, "p"), netgraph.questions(graph),
        *(netgraph.paths(graph, match.target.name) for match in graph.targets),
        *(netgraph.insiders(graph, match.target.name) for match in graph.targets),
    ]  # fmt: skip
    shown = [one._repr_html_() for one in found] + [graph._repr_html_()]
    shown += [one.to_frame().to_html() for one in found]
    frame = netgraph.explore(graph)._repr_mimebundle_()["text/html"]
    network = to_pyvis(netgraph.explore(graph).view).generate_html()
    shown += [frame, f'<iframe srcdoc="{escape(network)}" sandbox="allow-scripts"></iframe>']
    file = tmp_path / "notebook.html"
    file.write_text("<!doctype html><meta charset=utf-8>" + "".join(shown), encoding="utf-8",
                    errors="replace")  # fmt: skip
    with watched(browser, file) as page:
        for number, frame in enumerate(page.frames[1:]):
            # what is out of sight is not drawn
            page.locator("iframe").nth(number).scroll_into_view_if_needed()
            frame.wait_for_selector("body[data-ready]", state="attached")
        assert page.frames[1].evaluate(EVERYTHING) > 40
        assert page.locator("img, script, base, link, style").count() == 0
        assert page.locator("iframe").count() == 2
        assert page.locator("body").inner_text().count(FLAG) > 20


def formulas(text: str) -> list[str]:
    """Cells that a spreadsheet would reckon."""
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]
    assert len(cells) > 20
    return [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("how", ["", "names"])
def test_files_for_other_programs_are_whole(
    store: Path, graph: ContactGraph, tmp_path: Path, how: str
) -> None:
    wish = [f"--redact={how}"] if how else []
    for name in ("g.gexf", "g.graphml", "g.json", "csv"):
        run(store, "export", "-o", str(tmp_path / name), "--with-me", *wish)
    for name, read in (("g.gexf", nx.read_gexf), ("g.graphml", nx.read_graphml)):
        root = ET.parse(tmp_path / name).getroot()
        assert "DOCTYPE" not in (tmp_path / name).read_text("utf-8")[:200]
        assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
            "gexf", "graphml", "meta", "creator", "description", "graph", "attributes",
            "attribute", "nodes", "node", "edges", "edge", "attvalues", "attvalue", "color",
            "position", "size", "key", "data",
        }  # fmt: skip
        found = read(tmp_path / name)
        assert (found.number_of_nodes(), found.number_of_edges()) == (
            len(graph.people), len(graph.ties),
        )  # fmt: skip
    for name, rows in (("people", len(graph.people)), ("ties", len(graph.ties))):
        text = (tmp_path / "csv" / f"{name}.csv").read_text("utf-8")
        assert formulas(text) == []
        table = list(csv.reader(io.StringIO(text)))
        assert {len(row) for row in table} == {len(table[0])}
        assert len(table) == rows + 1
    shape = json.loads((tmp_path / "g.json").read_text("utf-8"))
    assert len(shape["people"]) == len(graph.people)
    everything = "".join(p.read_text("utf-8") for p in tmp_path.rglob("*") if p.is_file())
    assert (FLAG in everything) == (not how)
