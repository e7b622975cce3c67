"""The page in a real browser: it answers, it keeps quiet on the network, it runs no stranger."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import stat
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest

from netgraph.errors import NetgraphError
from netgraph.present import page as page_module
from netgraph.present import pyvis_, renderers
from netgraph.present.page import render, save
from netgraph.present.pyvis_ import to_pyvis
from netgraph.present.redact import redact
from netgraph.present.viewtypes import Proof, ViewModel
from tests.present.conftest import Opened
from tests.present.following import followed

Open = Callable[..., Opened]
browser_test = pytest.mark.sockets
TABS = ("paths", "map", "bridges", "employers", "people")
WITH_WEEK = ("paths", "week", *TABS[1:])
OUTSIDE = re.compile(
    r"""(?:src|href)\s*=\s*["']?(?:https?:)?//|url\(\s*["']?(?:https?:)?//""", re.I
)
SINKS = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function")


def own_scripts() -> dict[str, str]:
    folder = files("netgraph.present") / "templates"
    return {f.name: f.read_text("utf-8") for f in folder.iterdir() if f.name.endswith(".js")}


def test_scripts_only_make_elements_and_stay_small() -> None:
    scripts = own_scripts()
    drawn_by = {renderers.PYVIS.script, renderers.SIGMA.script, pyvis_.SCRIPT}
    assert set(scripts) == {*page_module._SCRIPTS, *drawn_by}
    for name, text in scripts.items():
        assert not SINKS.search(text), name
        assert not re.search(r"localStorage|sessionStorage|document\.cookie|fetch\(", text), name
        assert text.count("\n") <= 300, name


def test_no_address_of_another_host(view: ViewModel) -> None:
    assert not OUTSIDE.search(render(view))


def test_policy_names_exactly_the_scripts_of_the_page(view: ViewModel) -> None:
    text = render(view)
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)
    assert policy is not None
    allowed = set(re.findall(r"sha256-([A-Za-z0-9+/=]+)", policy[1].replace("&#43;", "+")))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    assert allowed == {
        base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in scripts
    }
    assert "connect-src &#39;none&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]


def test_same_view_same_page(view: ViewModel) -> None:
    assert render(view) == render(view)


def test_banner_says_whose_data_it_is(view: ViewModel) -> None:
    assert "Contains personal data of 299 people" in render(view)
    assert "Redacted copy: 299 people, no real names" in render(redact(view, "full", "s"))


def test_saved_privately_and_as_a_whole(view: ViewModel, tmp_path: Path) -> None:
    path = tmp_path / "network.html"
    path.write_text("old")
    assert save(view, path) == path
    content = path.read_bytes()
    assert content.decode("utf-8") == render(view)
    assert b"\r" not in content
    assert [p.name for p in tmp_path.iterdir()] == ["network.html"]
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_folder_that_does_not_exist_is_an_error_in_words(view: ViewModel, tmp_path: Path) -> None:
    with pytest.raises(NetgraphError, match="cannot write"):
        save(view, tmp_path / "nowhere" / "network.html")
    with pytest.raises(NetgraphError, match="cannot write"):
        save(view, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_pyvis_is_an_error_in_words(
    view: ViewModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renderers, "_VIS_SHA256", "0" * 64)
    with pytest.raises(NetgraphError, match=r"pip install pyvis==0\.3\.2"):
        render(view)


def test_pyvis_network_has_the_drawn_people(view: ViewModel) -> None:
    network = to_pyvis(view)
    drawn = {p.id for p in view.people if p.xy and p.id != view.me}
    assert {n["id"] for n in network.nodes} == drawn
    assert network.num_nodes() == len(drawn)
    shapes = {n["id"]: n["shape"] for n in network.nodes}
    assert {k for k, s in shapes.items() if s == "diamond"} == {b.person for b in view.bridges}
    assert any(e["dashes"] for e in network.edges)


@browser_test
def test_opens_on_paths_with_reached_and_unreached_employers(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    assert seen.page.locator("#view-paths").is_visible()
    assert seen.texts("#paths-svg .column") == [
        "You", "Bridges", "Then", "People inside", "Target employers",
    ]  # fmt: skip
    assert "You reach 4 of 6 target employers" in seen.page.locator("#view-paths").inner_text()
    unreached = seen.page.locator(".target.none")
    assert unreached.count() == 2
    first = unreached.first.inner_text()
    assert "No path on the evidence we have." in first
    assert "whom they know at" in first


@browser_test
def test_a_path_is_highlighted_and_shows_its_evidence(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    button = seen.page.locator(".way", has_text="2 steps").first
    button.click()
    number = int(str(button.get_attribute("data-way")))
    way = view.ways[number]
    assert seen.page.locator('.way[aria-pressed="true"]').count() == 1
    assert seen.page.locator("#paths-svg .tie.lit").count() == len(way.ties) + 1
    assert seen.page.locator("#paths-svg .stop.dim").count() > 5
    card = seen.page.locator("#card").inner_text()
    ties = {(t.left, t.right): t for t in view.ties}
    for pair in way.ties:
        shown = ties[pair].proofs[0]
        assert shown.text in card
        assert shown.file in card
        assert shown.place in card
    assert "least certain step" in card
    assert "Path selected" in seen.page.locator("#live").inner_text()
    assert f"way={number}" in seen.page.url
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#card").inner_text() == ""
    assert seen.page.locator("#paths-svg .tie.lit").count() == 0


@browser_test
def test_all_evidence_of_a_step_is_there_the_most_telling_first(
    view: ViewModel, opened: Open
) -> None:
    number = next(k for k, way in enumerate(view.ways) if len(way.ties) == 2)
    pair = view.ways[number].ties[0]
    proofs = [Proof("said", f"sign {k}", "list.csv", f"row {k}", "2026-01-02") for k in range(5)]
    ties = [
        replace(t, proofs=tuple(proofs), total=5) if (t.left, t.right) == pair else t
        for t in view.ties
    ]
    seen = opened(replace(view, ties=tuple(ties)))
    seen.page.locator(f'.way[data-way="{number}"]').click()
    hop = seen.page.locator("#card .hop").first
    assert [text.split("\n")[0] for text in hop.locator(".proof").all_inner_texts()[:2]] == [
        "said sign 0",
        "said sign 1",
    ]
    assert not hop.get_by_text("sign 4").is_visible()
    hop.locator("summary").click()
    assert hop.locator("summary").inner_text() == "3 more pieces of evidence"
    assert hop.locator(".proof").count() == 5
    assert hop.get_by_text("sign 4").is_visible()


@browser_test
def test_many_files_of_a_person_stand_behind_one_line(view: ViewModel, opened: Open) -> None:
    far = "Basic_LinkedInDataExport_11-02-2026.zip/Connections.csv"
    few, many = ("a.csv", far), tuple(f"{k}.csv" for k in range(5))
    people = tuple(
        replace(p, files=many if p.id == view.bridges[0].person else few) for p in view.people
    )
    seen = opened(replace(view, people=people))
    seen.page.locator("#tab-bridges").click()
    seen.page.locator("#view-bridges .name").nth(0).click()
    found = seen.page.locator("#card .facts dd", has_text="5 files")
    assert not found.get_by_text("4.csv").is_visible()
    found.locator("summary").click()
    assert found.locator("li").all_inner_texts() == list(many)
    seen.page.locator("#view-bridges .name").nth(1).click()
    assert seen.page.locator("#card .facts li").all_inner_texts()[0] == "a.csv"
    assert seen.page.locator("#card .facts li").nth(1).inner_text().replace("\n", "") == far


@browser_test
def test_only_concluded_ties_are_dashed(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    script = "nodes => nodes.map(n => getComputedStyle(n).strokeDasharray)"
    dashes = {
        kind: set(seen.page.locator(f"#paths-svg .tie-{kind}").evaluate_all(script))
        for kind in ("seen", "said", "inferred")
    }
    assert dashes["seen"] | dashes["said"] == {"none"}
    assert "none" not in dashes["inferred"]


@browser_test
def test_employer_filter_leaves_one_employer(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    seen.page.locator("#filter").select_option(label="Cedar Bank")
    assert seen.texts("#paths-svg .stop-t text") == ["Cedar Bank"]
    assert len(seen.texts("#ways .target-head")) == 1
    wanted = [w for w in view.ways if view.targets[3].id == w.target]
    assert seen.page.locator(".way").count() == len(wanted)


@browser_test
def test_tables_stand_without_any_drawing(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    seen.tab("bridges")
    assert seen.page.locator("#bridges-table tbody tr").count() == len(view.bridges)
    assert seen.page.locator("#everyday-table tbody tr").count() == len(view.everyday)
    seen.tab("employers")
    rows = seen.texts("#employers-table tbody tr")
    assert len(rows) == 6
    assert sum("No path on the evidence we have." in row for row in rows) == 2
    seen.tab("people")
    assert seen.page.locator("#people-table").get_attribute("aria-rowcount") == "300"
    assert seen.page.locator("#people-count").inner_text() == "299 people."


@browser_test
def test_no_percentages_anywhere(view: ViewModel, opened: Open) -> None:
    seen = opened(view, "#way=0")
    for tab in TABS:
        seen.tab(tab)
        assert "%" not in seen.page.locator("body").inner_text()


@browser_test
def test_how_firm_a_place_is_stands_beside_it(view: ViewModel, opened: Open) -> None:
    ways = (replace(view.ways[0], stability="fragile"), *view.ways[1:])
    bridges = (replace(view.bridges[0], stability="firm"), *view.bridges[1:])
    seen = opened(replace(view, ways=ways, bridges=bridges), "#way=0")
    assert "among the first five: fragile" in seen.page.locator("#card").inner_text()
    seen.tab("bridges")
    rows = seen.texts("#bridges-table tbody tr")
    assert "among the first five: firm" in rows[0]
    assert sum("among the first five" in row for row in rows) == 1


@browser_test
def test_people_can_be_searched_and_filtered(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    seen.tab("people")
    seen.page.locator("#people-text").fill("haddad")
    names = seen.texts("#people-table tbody th")
    assert names
    seen.page.locator("#people-text").fill("")
    seen.page.locator('[data-filter="band"]').select_option("unknown")
    unknown = [p for p in view.people if p.band == "unknown"]
    assert seen.page.locator("#people-table").get_attribute("aria-rowcount") == str(
        len(unknown) + 1
    )
    seen.page.locator('[data-filter="circle"]').select_option(label="choir")
    choir = next(c.id for c in view.circles if c.name.full == "choir")
    wanted = {p.name for p in unknown if p.circle == choir}
    assert {name.split("\n")[0] for name in seen.texts("#people-table th .name")} == wanted


@browser_test
def test_slash_searches_and_enter_opens_the_person(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    seen.page.keyboard.press("/")
    assert seen.page.evaluate("document.activeElement.id") == "search"
    person = view.people[7]
    seen.page.keyboard.type(person.name)
    assert seen.page.locator("#found .hit").count() >= 1
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#card h2").inner_text() == person.name
    link = seen.page.locator("#card a")
    assert link.get_attribute("href") == person.link
    assert link.get_attribute("rel") == "noopener noreferrer"
    seen.page.keyboard.press("Escape")
    assert seen.page.locator("#card h2").count() == 0


@browser_test
def test_tabs_work_by_keyboard(view: ViewModel, opened: Open) -> None:
    seen = opened(followed(view))
    seen.page.locator("#tab-paths").focus()
    for name in (*WITH_WEEK[1:], "paths"):
        seen.page.keyboard.press("ArrowRight")
        assert seen.page.evaluate("document.activeElement.id") == f"tab-{name}"
        assert seen.page.locator(f"#view-{name}").is_visible()
        assert seen.page.locator('[role="tab"][aria-selected="true"]').count() == 1
        assert seen.page.locator('[role="tab"][tabindex="0"]').count() == 1
    seen.page.keyboard.press("End")
    assert seen.page.locator("#view-people").is_visible()


@browser_test
def test_hidden_names_are_gone_from_the_screen_only(view: ViewModel, opened: Open) -> None:
    seen = opened(view, "#way=0")
    seen.page.locator("#hide").click()
    assert "only" in seen.page.locator("#hiding").inner_text()
    words = {w.casefold() for p in view.people for w in p.name.split()}
    for tab in TABS:
        seen.tab(tab)
        shown = seen.page.evaluate("document.body.innerText + document.title")
        found = {w.casefold() for w in re.findall(r"\w+", shown)}
        assert not found & words, tab
    seen.page.locator("#hide").click()
    assert seen.page.locator("#title").inner_text() == view.title


@browser_test
def test_csv_cannot_start_a_formula(view: ViewModel, opened: Open) -> None:
    people = tuple(
        replace(p, name={4: "=HYPERLINK(1)", 5: "\uff1dHYPERLINK(2)"}.get(n, p.name))
        for n, p in enumerate(view.people)
    )
    seen = opened(replace(view, people=people))
    seen.tab("people")
    seen.page.locator("#export summary").click()
    with seen.page.expect_download() as waiting:
        seen.page.locator('[data-save="csv"]').click()
    text = Path(waiting.value.path()).read_text("utf-8-sig")
    assert '"\'=HYPERLINK(1)"' in text
    assert '"\'\uff1dHYPERLINK(2)"' in text
    assert len(text.splitlines()) == 300


@browser_test
def test_paths_can_be_saved_as_a_picture(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    seen.page.locator("#export summary").click()
    with seen.page.expect_download() as waiting:
        seen.page.locator('[data-save="svg"]').click()
    text = Path(waiting.value.path()).read_text("utf-8")
    assert text.startswith("<svg")
    assert "Nordwind Analytics" in text


@browser_test
@pytest.mark.parametrize("width", [380, 800, 1440])
def test_nothing_is_wider_than_the_screen(view: ViewModel, opened: Open, width: int) -> None:
    seen = opened(followed(view), "#way=0", width=width)
    seen.page.locator("#card .draft summary").click()
    for tab in WITH_WEEK:
        seen.tab(tab)
        wide = seen.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, tab


@browser_test
def test_theme_can_be_chosen(view: ViewModel, opened: Open) -> None:
    seen = opened(view)
    script = "getComputedStyle(document.body).backgroundColor"
    light = seen.page.evaluate(script)
    seen.page.locator("#theme").click()
    seen.page.locator("#theme").click()
    assert seen.page.locator("#theme").inner_text() == "Theme: dark"
    assert seen.page.evaluate(script) != light


@browser_test
def test_large_data_are_packed_and_read_all_the_same(
    view: ViewModel, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_module, "_PLAIN_LIMIT", 1000)
    text = render(view)
    assert 'data-packed="gzip"' in text
    assert view.people[3].name not in text
    seen = opened(view)
    assert seen.page.locator("#paths-svg .stop-t").count() == 6


@browser_test
def test_a_network_with_nothing_in_it_says_so(view: ViewModel, opened: Open) -> None:
    empty = replace(
        view, title="Your network", me="", people=(), ties=(), targets=(), ways=(), bridges=(),
        everyday=(), circles=(), employers=(),
    )  # fmt: skip
    seen = opened(empty, "#tab=people&person=9&way=4")
    for tab in TABS:
        seen.tab(tab)
    assert "No target employers yet" in (
        seen.tab("paths") or seen.page.locator("#view-paths").inner_text()
    )


@browser_test
def test_without_any_path_no_empty_drawing_stands_there(view: ViewModel, opened: Open) -> None:
    seen = opened(replace(view, ways=()))
    text = seen.page.locator("#view-paths").inner_text()
    assert text == (
        "No path to your target employers yet, on the evidence we have; "
        "the list at the right says whom to ask."
    )
    assert seen.page.locator("#view-paths svg").count() == 0
    seen.page.locator("#export summary").click()
    assert seen.page.locator('[data-save="svg"]').is_hidden()
    assert seen.page.locator('[data-save="csv"]').is_visible()
    none = opened(replace(view, ways=(), targets=(), bridges=(), everyday=()))
    assert 'netgraph target add "NAME' in none.page.locator("#view-paths").inner_text()


@browser_test
def test_redacted_page_works_and_offers_no_hiding(view: ViewModel, opened: Open) -> None:
    seen = opened(redact(view, "full", "salt"), "#way=0")
    assert seen.page.locator("#hide").is_hidden()
    assert "Person " in seen.page.locator("#card").inner_text()
    data = json.loads(str(seen.page.locator("#data").text_content()))
    assert data["redacted"] == "full"
