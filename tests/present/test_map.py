"""The map in a real browser, whichever library draws it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from netgraph.errors import NetgraphError
from netgraph.present import renderers
from netgraph.present.cutting import cut_down
from netgraph.present.page import render, save
from netgraph.present.renderers import PYVIS, SIGMA, choose, library
from netgraph.present.viewjson import to_json
from netgraph.present.viewmodel import Drawing, view_model
from netgraph.present.viewtypes import ViewModel
from tests.present.builders import demo
from tests.present.conftest import PAYLOAD, Opened

Open = Callable[..., Opened]
browser_test = pytest.mark.sockets
either = pytest.mark.parametrize("renderer", ["pyvis", "sigma"])
TABS = ("paths", "map", "bridges", "employers", "people")


def pointed_at(seen: Opened) -> str:
    """Move over the map until the pointer is on somebody; who that is."""
    box = seen.page.locator("#map").bounding_box()
    assert box is not None
    for down in range(5, 95, 3):
        for across in range(5, 95, 2):
            seen.page.mouse.move(
                box["x"] + box["width"] * across / 100, box["y"] + box["height"] * down / 100
            )
            name = seen.page.locator("#map-name").inner_text()
            if " · " in name:
                return name
    raise AssertionError


@browser_test
@either
def test_a_path_goes_with_you_to_the_map(view: ViewModel, opened: Open, renderer: str) -> None:
    seen = opened(replace(view, renderer=renderer), "#tab=map&way=0")
    assert seen.page.locator("#map canvas").count() >= 1
    assert seen.page.locator("#map").get_attribute("aria-hidden") == "true"
    assert seen.page.locator("#map-failed").is_hidden()
    assert "Why we think so" in seen.page.locator("#card").inner_text()
    assert seen.page.locator("#show-me").is_checked() is False
    seen.page.locator("#show-me").check()
    seen.page.locator("#all-ties").check()
    seen.page.locator("#fit").click()
    assert "Each disc is a circle" in seen.page.locator("#view-map").inner_text()


@browser_test
@either
def test_a_click_on_the_map_opens_the_person(view: ViewModel, opened: Open, renderer: str) -> None:
    seen = opened(replace(view, renderer=renderer), "#tab=map")
    name = pointed_at(seen)
    seen.page.mouse.down()
    seen.page.mouse.up()
    seen.page.wait_for_selector("#card h2")
    assert seen.page.locator("#card h2").inner_text() == name.split(" · ")[0]


@browser_test
@either
def test_hostile_contacts_are_inert_in_every_view(
    hostile: ViewModel, opened: Open, renderer: str
) -> None:
    seen = opened(replace(hostile, renderer=renderer), "#way=1")
    assert PAYLOAD[:20] in seen.page.locator("#card").inner_text()
    for tab in TABS:
        seen.tab(tab)
        seen.page.wait_for_timeout(50)
    seen.page.locator("#people-table .name").first.click()
    assert seen.page.locator('a[href^="javascript"]').count() == 0
    assert seen.page.locator("img, iframe, object, embed").count() == 0
    seen.page.keyboard.press("Escape")
    seen.tab("map")
    assert "window.PWNED" in pointed_at(seen)
    assert seen.page.evaluate("window.PWNED") is None


@browser_test
@either
def test_the_map_can_be_saved_as_a_picture(view: ViewModel, opened: Open, renderer: str) -> None:
    seen = opened(replace(view, renderer=renderer), "#tab=map")
    seen.page.locator("#export summary").click()
    with seen.page.expect_download() as waiting:
        seen.page.locator('[data-save="png"]').click()
    picture = Path(waiting.value.path()).read_bytes()
    assert picture.startswith(b"\x89PNG")
    # an empty sheet of that size packs to a few thousand bytes
    assert len(picture) > 30_000


@browser_test
def test_without_webgl_the_map_says_so_and_the_rest_works(
    view: ViewModel, browser: Browser, tmp_path: Path
) -> None:
    file = save(replace(view, renderer="sigma"), tmp_path / "network.html")
    plain = browser.browser_type.launch(
        executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-3d-apis"]
    )
    page = plain.new_page()
    page.goto(file.as_uri() + "#tab=map")
    page.wait_for_selector("body[data-ready]")
    assert "netgraph explore --renderer pyvis" in page.locator("#map-failed").inner_text()
    page.locator("#tab-people").click()
    page.locator("#people-table .name").first.click()
    assert page.locator("#card h2").inner_text()
    page.locator("#tab-map").click()
    assert page.locator("#map-failed").is_visible()
    plain.close()


def test_a_large_network_is_drawn_by_sigma_and_a_small_one_by_pyvis() -> None:
    assert (choose("auto", 2_500), choose("auto", 2_501)) == (PYVIS, SIGMA)
    assert choose("pyvis", 30_000) == PYVIS
    with pytest.raises(ValueError, match="one of auto, pyvis, sigma, not 'gephi'"):
        choose("gephi", 1)


def test_a_page_carries_one_library_only(view: ViewModel) -> None:
    small, large = render(view), render(replace(view, renderer="sigma"))
    assert library(PYVIS) in small
    assert library(SIGMA) not in small
    assert library(SIGMA) in large
    assert library(PYVIS) not in large
    assert len(large) < 600_000
    assert len(small) < 1_000_000


def test_every_person_of_a_large_network_is_drawn() -> None:
    made = demo(3_000)
    view = view_model(*made.arguments(), made.circles, Drawing(SIGMA))
    assert sum(person.xy is not None for person in view.people) == 2_999
    assert view.renderer == "sigma"
    assert not any("The map draws" in note for note in view.notes)


def test_a_changed_library_is_an_error_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    record = json.loads((files("netgraph.present") / "vendor" / "vendor.json").read_text("utf-8"))
    monkeypatch.setattr(renderers.json, "loads", lambda _: {**record, "sha256": "0" * 64})
    with pytest.raises(NetgraphError, match="install netgraph again"):
        library(SIGMA)


def test_the_licences_of_the_carried_library_come_with_it() -> None:
    vendor = files("netgraph.present") / "vendor"
    versions = json.loads((vendor / "vendor.json").read_text("utf-8"))["versions"]
    licences = (vendor / "LICENSES.txt").read_text("utf-8")
    for name, version in versions.items():
        assert f"{name} {version}\n\n" in licences
    assert licences.count("Permission is hereby granted") == len(versions)


def test_a_notebook_gets_the_people_that_matter_and_a_word_about_the_rest(view: ViewModel) -> None:
    small = cut_down(replace(view, renderer="sigma"), 100)
    kept = {person.id for person in small.people}
    assert len(kept - {view.me}) == 100
    assert {bridge.person for bridge in (*view.bridges, *view.everyday)} <= kept
    assert {person for way in view.ways for person in way.people} <= kept
    assert all(tie.left in kept and tie.right in kept for tie in small.ties)
    assert "holds 100 of 299 people" in small.notes[-1]
    assert small.renderer == "pyvis"
    assert len(to_json(small)) < len(to_json(view))
    assert cut_down(view, 299) is view
