"""What a reader does on the page, by mouse and by keyboard, and what comes of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from netgraph.present.redact import redact
from netgraph.present.viewtypes import AddView, InsideView, PersonView, Stay, ViewModel
from tests.present.conftest import Opened

Open = Callable[..., Opened]
pytestmark = pytest.mark.sockets


def rows(seen: Opened) -> int:
    """How many people the table holds, in the page or not."""
    table = seen.page.locator("#people-table")
    return int(str(table.get_attribute("aria-rowcount"))) - 1 if table.count() else 0


def others(view: ViewModel) -> list[PersonView]:
    return [p for p in view.people if p.id != view.me]


def many(view: ViewModel, copies: int) -> ViewModel:
    """A view of ``copies`` times as many people."""
    new = [
        replace(p, id=f"{p.id}-{n}", name=f"{p.name} {n:03}", number=p.number + 1000 * n)
        for n in range(1, copies)
        for p in others(view)
    ]
    return replace(view, people=(*view.people, *new))


def test_the_slider_shows_whom_i_knew_by_a_year(view: ViewModel, opened: Open) -> None:
    seen = opened(view, "#tab=people")
    slider = seen.page.locator('#view-people [data-time="year"]')
    top = int(str(slider.get_attribute("max")))
    slider.focus()
    seen.page.keyboard.press("ArrowLeft")
    seen.page.keyboard.press("ArrowLeft")
    year = top - 2
    known = [p for p in others(view) if p.since and int(p.since) <= year]
    undated = [p for p in others(view) if not p.since]
    assert 0 < len(known) < len(others(view))
    assert rows(seen) == len(known)
    words = f"By the end of {year} you knew {len(known)} of {len(others(view))} people."
    live = seen.page.locator("#live").inner_text()
    assert live.startswith(words)
    assert f"Of {len(undated)} no date is known" in live
    assert str(slider.get_attribute("aria-valuetext")).startswith(f"{year}: {words}")
    assert seen.page.evaluate("document.activeElement.dataset.time") == "year"
    assert f"when=known&year={year}" in seen.page.url
    seen.tab("map")
    assert words in seen.page.locator("#view-map .time-count").inner_text()
    seen.page.locator('#view-map [data-time="when"]').select_option("quiet")
    quiet = [p for p in others(view) if p.last and int(p.last[:4]) <= year]
    words = f"With {len(quiet)} of {len(others(view))} people no contact is seen after {year}."
    assert words in seen.page.locator("#live").inner_text()
    seen.tab("people")
    assert rows(seen) == len(quiet)


def test_without_dates_there_is_no_slider_and_years_are_all_a_redacted_copy_has(
    view: ViewModel, opened: Open
) -> None:
    undated = tuple(replace(p, since="", last="") for p in view.people)
    seen = opened(replace(view, people=undated), "#tab=map&when=known&year=2020")
    assert seen.page.locator(".time").count() == 0
    seen.tab("people")
    assert rows(seen) == len(others(view))
    copy = redact(view, "full", "salt")
    assert all(len(p.since) in {0, 4} and len(p.last) in {0, 4} for p in copy.people)
    seen = opened(copy, "#tab=people&when=quiet&year=2023")
    assert rows(seen) == sum(bool(p.last) and int(p.last) <= 2023 for p in copy.people)


def test_everybody_is_in_the_table_but_only_rows_in_sight_in_the_page(
    view: ViewModel, opened: Open
) -> None:
    large = many(view, 12)
    seen = opened(large, "#tab=people")
    body = seen.page.locator("#people-table tbody tr[data-row]")
    assert rows(seen) == len(others(large)) > 3000
    assert 10 < body.count() < 60
    first = seen.page.locator("#people-table .name").first
    first.focus()
    seen.page.keyboard.press("ArrowDown")
    inside = "document.activeElement.closest('tr').getAttribute('aria-rowindex')"
    assert seen.page.evaluate(inside) == "3"
    seen.page.keyboard.press("End")
    assert seen.page.evaluate(inside) == str(rows(seen) + 1)
    assert body.count() < 60
    name = seen.page.evaluate("document.activeElement.textContent")
    seen.page.keyboard.press("Enter")
    assert seen.page.locator("#card h2").inner_text() == name
    assert seen.page.evaluate(inside) == str(rows(seen) + 1)
    seen.page.keyboard.press("Home")
    assert seen.page.evaluate(inside) == "2"
    seen.page.locator("#people-box").evaluate("box => { box.scrollTop = 40000; }")
    # the page's policy lets no text be run as a script, so nothing can be waited for inside it
    in_sight = "rows => Math.max(...rows.map(row => Number(row.dataset.row)))"
    for _ in range(100):
        if body.evaluate_all(in_sight) > 500:
            break
        seen.page.wait_for_timeout(50)
    assert body.evaluate_all(in_sight) > 500
    assert body.count() < 60


def test_people_are_filtered_by_kind_of_tie_known_strength_and_last_contact(
    view: ViewModel, opened: Open
) -> None:
    seen = opened(view, "#tab=people")
    kinds = {
        next(p for p in (t.left, t.right) if p != view.me): t.kind
        for t in view.ties
        if view.me in (t.left, t.right)
    }
    pick = seen.page.locator
    pick('[data-filter="kind"]').select_option("said")
    assert rows(seen) == sum(kind == "said" for kind in kinds.values()) > 0
    pick('[data-filter="band"]').select_option("known")
    fitting = [
        p
        for p in others(view)
        if kinds.get(p.id) == "said" and p.band in {"weak", "fair", "good", "strong"}
    ]
    assert rows(seen) == len(fitting) > 0
    pick('[data-filter="since"]').select_option("none")
    assert rows(seen) == sum(not p.last for p in fitting)
    pick('[data-filter="since"]').select_option("longer")
    old = [p for p in fitting if p.last and p.last < "2023-03-01"]
    assert rows(seen) == len(old)
    assert seen.page.locator("#live").inner_text().startswith(f"{len(old)} of 299")
    pick("#people-text").fill("nobody at all")
    assert "Nobody fits" in pick("#people-rows").inner_text()


def test_the_address_brings_the_same_screen_back(view: ViewModel, opened: Open) -> None:
    seen = opened(view, "#tab=people")
    seen.page.locator('[data-filter="kind"]').select_option("seen")
    seen.page.locator('[data-filter="sort"]').select_option("oldest")
    seen.page.locator("#people-text").fill("a & b=ö")
    seen.page.locator("#people-text").fill("an")
    seen.page.locator('[data-time="when"]').select_option("known")
    seen.page.locator("#people-table .name").first.click()
    before = seen.page.locator("#main").inner_text()
    assert re.search(r"person=\d+", seen.page.url)
    again = opened(view, "#" + seen.page.url.partition("#")[2])
    assert again.page.locator("#main").inner_text() == before
    assert again.page.locator("#people-text").input_value() == "an"
    seen.tab("map")
    seen.page.locator("#show-me").check()
    seen.page.locator("#all-ties").uncheck()
    seen.page.locator("#hide").click()
    again = opened(view, "#" + seen.page.url.partition("#")[2])
    assert again.page.locator("#show-me").is_checked()
    assert not again.page.locator("#all-ties").is_checked()
    assert again.page.locator("#hiding").is_visible()


def test_nonsense_in_the_address_is_harmless(view: ViewModel, opened: Open) -> None:
    seen = opened(
        view, "#tab=x&way=-2&p.circle=99&p.sort=__proto__&p.band=%3Cb%3E&when=toString&year=zz"
    )
    assert seen.page.locator("#view-paths").is_visible()
    seen.tab("people")
    assert rows(seen) == 299


def test_a_page_opens_on_the_view_its_author_chose(view: ViewModel, opened: Open) -> None:
    seen = opened(replace(view, opens_on="bridges"))
    assert seen.page.locator("#view-bridges").is_visible()
    assert opened(replace(view, opens_on="bridges"), "#tab=map").page.url.endswith("tab=map")


def test_a_path_a_person_and_an_employer_are_chosen_by_keyboard(
    view: ViewModel, opened: Open
) -> None:
    seen = opened(view)
    seen.page.locator(".way").first.focus()
    seen.page.keyboard.press("Enter")
    assert "Path selected" in seen.page.locator("#live").inner_text()
    seen.page.keyboard.press("Escape")
    seen.page.locator("#paths-svg .stop-p:not(.me)").first.focus()
    seen.page.keyboard.press("Enter")
    assert "Showing " in seen.page.locator("#live").inner_text()
    seen.page.keyboard.press("Escape")
    seen.tab("employers")
    seen.page.locator("#employers-table .strong").first.focus()
    seen.page.keyboard.press("Enter")
    assert "Only " in seen.page.locator("#live").inner_text()
    assert seen.page.locator("#ways .target-head").count() == 1


def test_a_bridge_names_both_sides_its_loss_and_what_its_place_is_made_of(
    view: ViewModel, opened: Open
) -> None:
    adds = (AddView(view.targets[0].id, "most", False), AddView(view.targets[1].id, "some", True))
    first = replace(view.bridges[0], adds=adds, alone=7, introduced=2)
    seen = opened(replace(view, bridges=(first, *view.bridges[1:])), "#tab=bridges")
    row = seen.page.locator("#bridges-table tbody tr").first
    text = row.inner_text()
    for words in (
        f"on one side\n{first.groups[0].full}",
        f"on the other\n{first.groups[1].full}",
        "most of your reach of Nordwind Analytics",
        "some of your reach of St. Mary Hospital (as said)",
        "brought 2 people to you before",
        "7 people you reach through them alone",
        first.loss.full,
    ):
        assert words in text
    row.locator("summary").click()
    assert first.reason.full in row.inner_text()
    assert first.proofs[0].text in row.inner_text()


def test_an_employer_names_who_is_inside_and_who_was_and_whom_to_ask(
    view: ViewModel, opened: Open
) -> None:
    now, was = others(view)[3], others(view)[4]
    stays = (Stay("", "Head of data", "2020–now", True), Stay("", "Clerk", "2010–2014", False))
    inside, left = (InsideView(p.id, s) for p, s in zip((now, was), stays, strict=True))
    target = replace(view.targets[0], inside=(inside,), left=(left,), insiders=1, former=1)
    seen = opened(replace(view, targets=(target, *view.targets[1:])), "#tab=employers")
    row = seen.page.locator("#employers-table tbody tr", has_text=target.name).first.inner_text()
    assert f"now (1)\n{now.name}\nHead of data, 2020–now" in row
    assert f"formerly (1)\n{was.name}\nClerk, 2010–2014" in row
    assert "ways in that share nobody" in row or "One way in" in row
    none = seen.page.locator("#employers-table tbody tr", has_text="Solstice Media").inner_text()
    assert "nobody yet" in none
    assert "whom they know at Solstice Media" in none


def test_a_card_holds_every_tie(view: ViewModel, opened: Open) -> None:
    ties = {p.id: sum(p.id in (t.left, t.right) for t in view.ties) for p in others(view)}
    busiest = max(ties, key=lambda p: ties[p])
    place = next(k for k, p in enumerate(view.people) if p.id == busiest)
    extra = tuple(
        replace(view.ties[0], left=busiest, right=p.id)
        for p in others(view)[-20:]
        if p.id != busiest
    )
    seen = opened(replace(view, ties=(*view.ties, *extra)), f"#person={place}")
    shown = seen.page.locator("#card .ties > li")
    assert shown.count() == 12
    seen.page.locator("#all-of-them").click()
    assert shown.count() == ties[busiest] + len(extra)
    assert seen.page.locator("#all-of-them").count() == 0


def test_a_star_says_what_evidence_to_add(view: ViewModel, opened: Open) -> None:
    steps = (
        ("A few questions.", "netgraph questions"),
        ("Your calendar.", "netgraph import c.ics"),
    )
    seen = opened(replace(view, wanted=steps), "#tab=bridges")
    for tab in ("bridges", "map"):
        seen.tab(tab)
        text = seen.page.locator(f"#view-{tab} .wanted").inner_text()
        assert "which of your people know one another" in text
        assert "netgraph questions" in text
        assert text.index("A few questions.") < text.index("Your calendar.")
    assert opened(view, "#tab=map").page.locator(".wanted").count() == 0


@pytest.mark.parametrize("long", [False, True])
def test_two_pages_are_printed(view: ViewModel, opened: Open, long: bool) -> None:
    if long:
        targets = tuple(replace(t, name=t.name + " and Partners" * 30) for t in view.targets)
        people = tuple(replace(p, name=p.name + " the Younger" * 9) for p in view.people)
        view = replace(view, targets=targets, people=people)
    seen = opened(view, "#tab=people&person=4")
    printed = seen.page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 2
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print")
    paper = seen.page.locator("#summary").inner_text()
    assert "Contains personal data of 299 people" in paper
    assert all(words in paper for words in ("Bridges", "Agreed in the talk", "No path on the"))
    assert not seen.page.locator(".top").is_visible()
    clipped = "[...document.querySelectorAll('.paper')].some(n => n.scrollHeight > n.clientHeight)"
    assert not seen.page.evaluate(clipped)
    seen.page.emulate_media(media="screen")
    seen.page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert seen.page.locator("#summary").inner_text() == ""


def test_names_of_every_script_keep_their_own_direction(view: ViewModel, opened: Open) -> None:
    names = {3: "ליאור כהן", 4: "سارة القاسم", 5: "田中 優子"}
    people = tuple(replace(p, name=names.get(n, p.name)) for n, p in enumerate(view.people))
    seen = opened(replace(view, people=people), "#tab=people", width=360)
    for name in names.values():
        seen.page.locator("#people-text").fill(name)
        assert rows(seen) == 1
        first = seen.page.locator("#people-table .name").first
        assert first.inner_text() == name
        assert first.locator("bdi").count() == 1
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_path_says_what_to_ask_and_what_is_only_concluded(view: ViewModel, opened: Open) -> None:
    ties = {(t.left, t.right): t for t in view.ties}
    concluded = next(
        k for k, w in enumerate(view.ways)
        if len(w.ties) == 2 and ties[w.ties[1]].kind == "inferred"
    )  # fmt: skip
    direct = next(k for k, w in enumerate(view.ways) if len(w.ties) == 1)
    names = {p.id: p.name for p in view.people}
    seen = opened(view, f"#way={concluded}")
    card = seen.page.locator("#card").inner_text()
    first, last = (names[p] for p in view.ways[concluded].people[1:])
    assert f"What to ask {first}" in card
    assert f"First whether {first} and {last} know each other" in card
    assert f"How well do you know {last}, and would a short call be welcome?" in card
    card = opened(view, f"#way={direct}").page.locator("#card").inner_text()
    assert "need most just now?" in card
    assert "First whether" not in card
