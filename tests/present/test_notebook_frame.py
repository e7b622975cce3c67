"""What a notebook's cell shows, in a real browser: our page in its frame, and pyvis' network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route

from netgraph.present.explorer import HINT, Explorer
from netgraph.present.pyvis_ import to_pyvis
from netgraph.present.renderers import SIGMA
from netgraph.present.viewmodel import Drawing, view_model
from netgraph.present.viewtypes import ViewModel
from tests.present.builders import demo

pytestmark = pytest.mark.sockets
#: What an output cell is, as far as a page can tell: HTML put into an element of the notebook.
NOTEBOOK = """<!doctype html><title>A notebook</title><script>window.SECRET = 1</script>
<div id="output"></div>"""
SHOW = "html => document.getElementById('output').innerHTML = html"
#: What a notebook does to the outputs of a file that it does not trust.
STRIP = "() => document.querySelectorAll('iframe').forEach(frame => frame.remove())"
EVIL = '</script><img src=x onerror="window.PWNED=1"> href'


@pytest.fixture
def watched(browser: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """Open a page of ours; at the end it has asked for nothing and complained of nothing."""
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    bad: list[str] = []

    def opens(html: str) -> Page:
        file = tmp_path / "shown.html"
        file.write_text(html, encoding="utf-8")

        def route(route: Route) -> None:
            if route.request.url == file.as_uri():
                route.continue_()
                return
            bad.append(route.request.url)
            route.abort()

        context.route("**/*", route)
        page = context.new_page()
        page.on("pageerror", lambda error: bad.append(str(error)))
        page.on(
            "console",
            lambda said: said.type in {"error", "warning"} and bad.append(said.text),
        )
        page.goto(file.as_uri())
        return page

    yield opens
    context.close()
    assert [one for one in bad if "GL Driver Message" not in one] == []


@pytest.mark.parametrize("renderer", ["pyvis", "sigma"])
def test_a_cell_shows_the_page_in_a_frame_that_reaches_nothing(
    view: ViewModel, watched: Callable[[str], Page], renderer: str
) -> None:
    page = watched(NOTEBOOK)
    shown = Explorer(replace(view, renderer=renderer))
    page.evaluate(SHOW, shown._repr_mimebundle_()["text/html"])
    inside = page.frame_locator("#output iframe")
    inside.locator("body[data-ready]").wait_for()
    frame = page.frames[1]
    assert frame.evaluate("self.origin") == "null"
    for out_of_reach in ("parent.SECRET", "parent.document", "localStorage.length"):
        told = frame.evaluate(
            f"() => {{ try {{ return {out_of_reach} }} catch (e) {{ return e.name }} }}"
        )
        assert told == "SecurityError", out_of_reach
    assert page.evaluate("document.getElementById('output').innerText").strip() == HINT

    inside.locator("#tab-map").click()
    inside.locator("#map canvas").first.wait_for()
    inside.locator("#tab-people").click()
    inside.locator("#people-table .name").first.click()
    assert inside.locator("#card h2").inner_text()
    box = page.locator("#output iframe").bounding_box()
    assert box is not None
    assert box["width"] > 900
    assert box["height"] == 720


def test_without_the_frame_the_cell_says_what_to_do(
    view: ViewModel, watched: Callable[[str], Page]
) -> None:
    page = watched(NOTEBOOK)
    page.evaluate(SHOW, Explorer(view)._repr_mimebundle_()["text/html"])
    page.evaluate(STRIP)
    assert page.locator("#output").inner_text().strip() == HINT
    assert "run the cell again" in HINT
    assert "trust the notebook" in HINT
    assert page.get_by_text(HINT).is_visible()


def test_a_network_for_pyvis_draws_without_a_request_and_runs_nothing(
    view: ViewModel, watched: Callable[[str], Page]
) -> None:
    network = to_pyvis(view)
    one = next(node for node in network.nodes if node["shape"] == "dot")
    network.heading = one["title"] = EVIL
    one["label"] = ""  # so that it stands in the middle
    network.nodes, network.edges = [one], []
    page = watched(network.generate_html())
    page.locator("body[data-ready]").wait_for()
    box = page.locator("canvas").bounding_box()
    assert box is not None
    assert page.locator("h1").inner_text() == EVIL
    tooltip = page.locator(".vis-tooltip")
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=2)
    tooltip.wait_for(timeout=10_000)
    assert tooltip.all_inner_texts() == [EVIL]
    assert page.evaluate("window.PWNED") is None


def test_of_a_large_network_the_cell_shows_a_part_and_says_so(
    watched: Callable[[str], Page],
) -> None:
    made = demo(2_101)
    large = Explorer(view_model(*made.arguments(), made.circles, Drawing(SIGMA)))
    page = watched(NOTEBOOK)
    page.evaluate(SHOW, large._repr_mimebundle_()["text/html"])
    inside = page.frame_locator("#output iframe")
    inside.locator("body[data-ready]").wait_for()
    said = page.locator("#output").inner_text()
    assert "this page holds 2,000 of 2,100 people" in said
    assert '.save("network.html") writes all of them' in said
    assert "Contains personal data of 2,000 people" in inside.locator("#banner").inner_text()
    assert len(large.view.people) == 2_101
