"""The page breaks no rule of WCAG 2.2 AA that axe-core can see, in both themes, in every view."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from axe_playwright_python.sync_playwright import Axe

from netgraph.present.redact import redact
from netgraph.present.viewtypes import ViewModel
from tests.present.conftest import Opened
from tests.present.following import followed

Open = Callable[..., Opened]
pytestmark = pytest.mark.sockets
TABS = ("paths", "week", "map", "bridges", "employers", "people")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def broken(seen: Opened) -> list[str]:
    """The rules that the page breaks as it stands, each with the first place."""
    found = Axe().run(seen.page, options={"runOnly": RULES}).response
    assert len(found["passes"]) > 20
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view_is_accessible(view: ViewModel, opened: Open, theme: str) -> None:
    seen = opened(followed(view))
    seen.page.emulate_media(color_scheme=theme)
    for tab in TABS:
        seen.tab(tab)
        assert broken(seen) == [], tab


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chosen_path_and_an_open_person_are_accessible(
    view: ViewModel, opened: Open, theme: str
) -> None:
    seen = opened(followed(view), width=380)
    seen.page.emulate_media(color_scheme=theme)
    seen.page.locator(".way").first.click()
    seen.page.locator("#card .draft summary").click()
    assert seen.page.locator("#card .letter").first.is_visible()
    assert broken(seen) == []
    seen.tab("people")
    seen.page.locator("#people-table .name").first.click()
    assert seen.page.locator("#card h2").inner_text()
    assert broken(seen) == []


def test_a_chosen_year_open_evidence_and_a_star_are_accessible(
    view: ViewModel, opened: Open
) -> None:
    star = replace(view, wanted=(("A few questions.", "netgraph questions"),))
    seen = opened(star, "#tab=people&when=known&year=2022&p.kind=seen", width=380)
    for theme in ("light", "dark"):
        seen.page.emulate_media(color_scheme=theme)
        for tab in ("people", "bridges", "map"):
            seen.tab(tab)
            assert broken(seen) == [], (theme, tab)
        seen.tab("bridges")
        seen.page.locator("#bridges-table summary").first.click()
        assert broken(seen) == [], theme


def test_hidden_names_and_a_redacted_copy_are_accessible(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    seen.page.locator("#hide").click()
    assert broken(seen) == []
    assert broken(opened(redact(view, "full", "salt"))) == []
