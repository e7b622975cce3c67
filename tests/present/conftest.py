"""A real Chromium without any network, and the invented network as a view."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from netgraph.present.page import save
from netgraph.present.viewmodel import view_model
from netgraph.present.viewtypes import ViewModel
from tests.present.builders import demo
from tests.present.following import followed

PAYLOAD = (
    '</script><script>window.PWNED=1</script><img src=x onerror="window.PWNED=1">'
    "' onmouseover='window.PWNED=1' javascript:window.PWNED=1 \u202egnp.exe \u2028 href &amp;"
)
#: Fields that hold ids, fixed words or dates: no text of a stranger can stand there.
_IDS = ("id", "left", "right", "circle", "person", "employer", "target", "me", "number")
_WORDS = (
    "kind",
    "band",
    "redacted",
    "state",
    "link",
    "as_of",
    "date",
    "last",
    "period",
    "xy",
    "renderer",
    "since",
    "opens_on",
)
_GROUPS = ("people", "ties", "through", "opens")
FIXED = frozenset((*_IDS, *_WORDS, *_GROUPS))


@pytest.fixture(scope="session")
def view() -> ViewModel:
    made = demo()
    return view_model(*made.arguments(), made.circles)


@pytest.fixture(scope="session")
def hostile(view: ViewModel) -> ViewModel:
    """Every free text, of every kind, carries an attack; so do the profile links."""
    return _poisoned(followed(view))


def _poisoned(value: Any) -> Any:
    if isinstance(value, str):
        return value + PAYLOAD
    if isinstance(value, tuple):
        return tuple(_poisoned(item) for item in value)
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    changes = {}
    for field in dataclasses.fields(value):
        old = getattr(value, field.name)
        is_group = isinstance(old, tuple) and old and dataclasses.is_dataclass(old[0])
        if field.name not in FIXED or is_group:
            changes[field.name] = _poisoned(old)
    if "link" in {f.name for f in dataclasses.fields(value)}:
        changes["link"] = "javascript:window.PWNED=1"
    return dataclasses.replace(value, **changes)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--enable-unsafe-swiftshader"],
        )
        yield chromium
        chromium.close()


@dataclasses.dataclass
class Opened:
    """A page in the browser, and what it did that it must not do."""

    page: Page
    requests: list[str]
    errors: list[str]

    def texts(self, selector: str) -> list[str]:
        return [text.strip() for text in self.page.locator(selector).all_text_contents()]

    def tab(self, name: str) -> None:
        self.page.locator(f"#tab-{name}").click()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Open a view as a file; at the end no request and no error may have happened."""
    made: list[Opened] = []

    def opens(view: ViewModel, address: str = "", width: int = 1280) -> Opened:
        file = save(view, tmp_path / "network.html")
        context = browser.new_context(viewport={"width": width, "height": 900})
        page = context.new_page()
        seen = Opened(page, [], [])
        made.append(seen)

        def route(route: Route) -> None:
            if route.request.url.startswith(file.as_uri()):
                route.continue_()
                return
            seen.requests.append(route.request.url)
            route.abort()

        context.route("**/*", route)
        page.on("console", lambda message: _note(seen, message.type, message.text))
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.goto(file.as_uri() + address)
        page.wait_for_selector("body[data-ready]")
        return seen

    yield opens
    for seen in made:
        seen.page.context.close()
        assert seen.requests == []
        assert seen.errors == []


def _note(seen: Opened, kind: str, text: str) -> None:
    # what a graphics card that is only imitated says about its own speed
    if kind in {"error", "warning"} and "GL Driver Message" not in text:
        seen.errors.append(text)
