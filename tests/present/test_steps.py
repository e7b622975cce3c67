"""My own next steps on the page: questions and a draft on a path, the log, and this week."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

import netgraph
from netgraph import workflow
from netgraph.model import Did
from netgraph.outreach.asks import questions_for
from netgraph.outreach.standpoints import Standpoints
from netgraph.present.explorer import explore
from netgraph.present.page import render
from netgraph.present.redact import redact
from netgraph.present.viewjson import to_json
from netgraph.present.viewtypes import ViewModel
from netgraph.workflow.approaching import approach
from netgraph.workflow.logbook import Deed, write
from netgraph.workflow.mywork import my_work
from netgraph.workflow.planning import plan_week
from tests.present.conftest import Opened
from tests.present.following import BLANK, MESSAGE, followed

Open = Callable[..., Opened]
NOW = datetime(2026, 11, 24, tzinfo=UTC)
browser_test = pytest.mark.sockets


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory, sample_data: Path) -> Path:
    path = tmp_path_factory.mktemp("life") / "netgraph.db"
    with netgraph.Store.open(path) as store:
        list(netgraph.import_paths(store, [sample_data / "mine"], now=NOW))
        workflow.import_targets(store, sample_data / "targets.csv")
        maria = next(p for p in netgraph.load(path).people if p.name == "Maria Lopez")
        deed = Deed(Did.ASKED, date(2026, 11, 10), "by letter", employer="St. Mary Hospital")
        write(store, maria, deed, now=NOW)
    return path


@pytest.fixture(scope="module")
def mine(life: Path) -> ViewModel:
    with netgraph.Store.open(life) as store:
        graph = workflow.load_graph(store, NOW)
        return explore(graph, mine=my_work(store, graph), view="week").view


def test_the_five_best_ways_to_each_target_have_questions_and_a_draft(mine: ViewModel) -> None:
    assert mine.steps is not None
    with_draft = [place >= 0 for place in mine.steps.of_way]
    assert with_draft == [way.rank <= 5 for way in mine.ways]
    for way, place in zip(mine.ways, mine.steps.of_way, strict=True):
        if place < 0:
            continue
        made = mine.steps.approaches[place]
        assert made.person == way.people[1]
        assert len(made.asks) >= 5
        parts = dict(made.draft.parts)
        assert "Subject:" not in parts["Message"]
        assert not re.search(r"\bNone\b|\{\{", "".join(parts.values()))
        found = set(re.findall(r"\[[^\]]*\]", "".join(parts.values())))
        assert found == set(made.draft.blanks)


def test_the_questions_are_those_of_ask(mine: ViewModel, life: Path) -> None:
    with netgraph.Store.open(life) as store:
        start = approach(store, NOW)
    names = {t.id: t.name for t in mine.targets}
    assert mine.steps is not None
    direct = [
        (way, mine.steps.approaches[place])
        for way, place in zip(mine.ways, mine.steps.of_way, strict=True)
        if place >= 0 and len(way.ties) == 1
    ]
    assert direct
    for way, made in direct:
        at = start.standpoints.of(start.graph.person(made.person), names[way.target])
        asked = questions_for(at, start.me)
        assert made.asks == tuple((one.topic, one.text) for one in asked.questions)


def test_a_way_asks_for_its_own_next_person(mine: ViewModel, life: Path) -> None:
    graph = netgraph.load(life)
    for match in graph.targets:
        for path in netgraph.paths(graph, match.target.name, limit=5).paths:
            at = Standpoints(graph).on(path, match)
            assert at.path is path
            assert at.next_person == (path.people[2] if path.hops > 1 else None)


def test_the_week_is_that_of_plan_and_an_open_request_is_minded(
    mine: ViewModel, life: Path
) -> None:
    with netgraph.Store.open(life) as store:
        plan = plan_week(store, NOW)
    assert mine.steps is not None
    week = mine.steps.week
    assert [one.person for one in week.ask] == [one.id for one in plan.proposals]
    assert [one.person for one in week.later] == [one.id for one in plan.later]
    assert "1 in the last 30" in week.asked
    names = {p.id: p.name for p in mine.people}
    assert "Maria Lopez" not in {names[one.person] for one in week.ask}
    assert [(names[one.person], one.note) for one in mine.steps.log] == [
        ("Maria Lopez", "by letter")
    ]
    assert [(names[one.person], one.day) for one in mine.steps.due] == [
        ("Maria Lopez", "2026-11-17")
    ]
    drafts = [one.draft for one in mine.steps.approaches if names[one.person] == "Maria Lopez"]
    assert drafts
    assert all("do not ask again" in " ".join(one.notes) for one in drafts)


def test_without_a_store_the_page_holds_none_of_it(life: Path) -> None:
    view = explore(netgraph.load(life), view="week").view
    assert view.steps is None
    assert view.opens_on == "paths"
    assert 'id="tab-week"' not in render(view)


@pytest.mark.parametrize("how", ["names", "full"])
def test_a_redacted_copy_holds_no_draft_no_note_and_no_week(view: ViewModel, how: str) -> None:
    whole = replace(followed(view), opens_on="week")
    assert "Karim will help" in to_json(whole)
    copy = redact(whole, how, "salt")
    assert copy.steps is None
    assert copy.opens_on == "paths"
    text = render(copy)
    assert 'id="tab-week"' not in text
    for told in ("Karim will help", "not asking for a job", "Greta Gone", "Listen more", BLANK):
        assert told not in text


@browser_test
def test_a_path_shows_what_to_ask_and_a_draft_with_its_blanks(
    view: ViewModel, opened: Open
) -> None:
    seen = opened(followed(view), "#way=0")
    card = seen.page.locator("#card")
    text = card.inner_text()
    assert "What does your part of it need most at the moment?" in text
    assert "need most just now?" not in text
    assert "You asked them on 20 Feb 2026." in text
    assert card.locator(".blanks li").all_inner_texts() == [BLANK]
    assert "this page sends nothing" in text
    assert not card.locator(".letter").first.is_visible()
    card.locator(".draft summary").focus()
    seen.page.keyboard.press("Enter")
    assert card.locator(".letter").nth(1).inner_text() == MESSAGE
    assert card.locator(".letter mark").all_inner_texts() == [BLANK]
    other = opened(followed(view), "#way=1").page.locator("#card")
    assert other.locator(".draft").count() == 0
    assert "What to ask" in other.inner_text()


@browser_test
def test_a_draft_is_copied_by_keyboard_and_said_so(view: ViewModel, opened: Open) -> None:
    seen = opened(followed(view), "#way=0")
    seen.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    seen.page.locator(".draft summary").click()
    button = seen.page.locator(".copy").nth(1)
    assert button.get_attribute("aria-label") == "Copy: Message"
    button.focus()
    seen.page.keyboard.press("Enter")
    expect(seen.page.locator("#live")).to_have_text("Copied: Message")
    assert seen.page.evaluate("navigator.clipboard.readText()") == MESSAGE
    assert button.inner_text() == "Copied"


@browser_test
def test_where_nothing_can_be_copied_the_text_is_selected(view: ViewModel, opened: Open) -> None:
    seen = opened(followed(view), "#way=0")
    seen.page.evaluate(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('no'));"
        "document.execCommand = () => false;"
    )
    seen.page.locator(".draft summary").click()
    seen.page.get_by_role("button", name="Copy: Message").click()
    expect(seen.page.locator("#live")).to_contain_text("Selected: Message.")
    assert seen.page.evaluate("getSelection().toString()") == MESSAGE


@browser_test
def test_a_person_shows_the_next_step_and_what_was_noted(view: ViewModel, opened: Open) -> None:
    whole = followed(view)
    place = next(k for k, p in enumerate(view.people) if p.id == view.ways[0].people[1])
    seen = opened(whole, f"#person={place}")
    card = seen.page.locator("#card").inner_text()
    assert "Say thank you, about Cedar Bank since 21 Feb 2026, 8 days ago" in card
    assert "20 Feb 2026: asked them, about Cedar Bank" in card
    assert "Your note: Karim will help" in card
    assert "Next step noted for 3 Mar 2026" in card
    assert card.index("20 Feb 2026: asked") < card.index("5 Jan 2026: met, yes")
    seen.page.locator("#hide").click()
    hidden = seen.page.locator("#card").inner_text()
    assert "asked them" in hidden
    assert "Karim" not in hidden


@browser_test
def test_the_week_tells_what_is_due_whom_to_ask_and_whom_later(
    view: ViewModel, opened: Open
) -> None:
    seen = opened(followed(view), "#tab=week")
    names = {p.id: p.name for p in view.people}
    text = seen.page.locator("#view-week").inner_text()
    for words in (
        "Greta Gone", "1 more thing later, the next on 1 May 2026.", "Reconnect first.",
        "12 mails both ways", "A few at a time.", "1 asked in the last 7 days",
        "Nobody you know leads yet to Aurora Rail", "Nothing is sent",
        names[view.ways[0].people[1]], "Left for later",
    ):  # fmt: skip
        assert words in text
    assert "tab=week" in seen.page.url
    seen.page.get_by_role("button", name="Why, what to ask, and a draft").focus()
    seen.page.keyboard.press("Enter")
    assert "Path selected" in seen.page.locator("#live").inner_text()
    assert seen.page.locator("#view-week").is_visible()
    assert seen.page.locator("#card .draft").count() == 1
    again = opened(followed(view), "#" + seen.page.url.partition("#")[2])
    assert again.page.locator("#view-week").is_visible()


@browser_test
def test_the_week_as_a_table_and_with_names_hidden(view: ViewModel, opened: Open) -> None:
    seen = opened(followed(view), "#tab=week&way=0")
    seen.page.locator("#export summary").click()
    with seen.page.expect_download() as waiting:
        seen.page.locator('[data-save="csv"]').click()
    lines = Path(waiting.value.path()).read_text("utf-8-sig").splitlines()
    assert lines[0] == '"what","person","about","due","why"'
    assert len(lines) == 5
    seen.page.locator("#hide").click()
    shown = seen.page.evaluate("document.body.innerText + document.title")
    words = {w.casefold() for p in view.people for w in p.name.split()} | {"gone"}
    assert not {w.casefold() for w in re.findall(r"\w+", shown)} & words
    assert seen.page.locator("#card .draft").count() == 0
