"""What is packed by columns comes out in the browser as it went in."""

from __future__ import annotations

import json
import random
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser

from netgraph.present.packing import FEW, column, packed
from netgraph.present.page import _PERSON
from netgraph.present.viewjson import to_columns, to_json
from netgraph.present.viewtypes import ViewModel

pytestmark = pytest.mark.sockets
RNG = random.Random(5)
WORDS = ("Ilse", "Łukasz", "佐々木", "O'Neill", "", "\u2028<b>", "__proto__", "constructor")
CASES: dict[str, list[Any]] = {
    "nothing": [],
    "one value": ["same"] * 9,
    "numbers": [RNG.randrange(-50, 50) for _ in range(60)],
    "large numbers": [2**41, 2**41 + 1, 2**41 + 2, -(2**70)],
    "rising numbers": sorted(RNG.randrange(10_000) for _ in range(60)),
    "first use": [0, 1, 2, 1, 3, 4, 0, 5, 6, 7, 7, 8],
    "tenths": [round(RNG.uniform(-1000, 1000), 1) for _ in range(60)],
    "finer than tenths": [0.25, 1.75, -3.125],
    "yes, no and not known": [True, None, False, None],
    "of several kinds": [1, "one", [1], None, 2.5],
    "few texts": [RNG.choice(WORDS) for _ in range(60)],
    "many texts": [f"{RNG.choice(WORDS)}{RNG.random()}" for _ in range(60)],
    "days": ["2024-02-29", "1999-12-31", "2026-11-03", "1969-12-30", "0004-01-01"],
    "no days": ["2024-13-29", "2023-02-30", "2026-11-03"],
    "days and years": ["2024-02-29", "2024", ""],
    "alike but for numbers": [
        f"{RNG.randrange(99)} mails, both ways, last on {RNG.randrange(1, 28)} Nov {year}"
        for year in range(1990, 2030)
    ],
    "numbers of other forms": [f"row 0{n}, {n}000000000000, {n}" for n in range(40)],
    "holes": [f"\0{n}" for n in range(20)],
    "lists": [[1, 2], [], [3], [4, 5, 6]],
    "lists of one length": [["a", 1], ["b", 2], ["a", 3]],
    "objects": [{"name": RNG.choice(WORDS), "n": n, "at": None} for n in range(9)],
    "objects with other keys": [{"a": 1}, {"b": 2}],
    "profiles": [
        {"name": "Ilse de Brandt", "link": "https://www.linkedin.com/in/ilse-de-brandt-1a2b"},
        {"name": "Karim", "link": "https://www.linkedin.com/in/the-real-one"},
        {"name": "Łukasz Żak", "link": "https://www.linkedin.com/in/łukasz-żak"},
        {"name": "", "link": "https://www.linkedin.com/in/x"},
        {"name": "Nobody", "link": ""},
    ],
    "profiles elsewhere": [
        {"name": "Ilse Brandt", "link": "https://www.linkedin.com/in/ilse-brandt"},
        {"name": "Karim", "link": "https://de.linkedin.com/in/karim"},
        {"name": "Ada", "link": "https://www.linkedin.com/in/"},
    ],
}


def unpacked(browser: Browser, values: object, call: str) -> Any:
    script = (files("netgraph.present") / "templates" / "unpack.js").read_text("utf-8")
    page = browser.new_page()
    found = page.evaluate(f"(text) => {{ {script}\n return JSON.stringify({call}); }}", values)
    page.close()
    return json.loads(found)


def test_every_sort_of_column_comes_back(browser: Browser) -> None:
    columns = json.dumps({name: column(values) for name, values in CASES.items()})
    each = "Object.entries(JSON.parse(text)).map(([name, one]) => [name, unpacked(one)])"
    found = dict(unpacked(browser, columns, each))
    for name, values in CASES.items():
        assert found[name] == values, name


def test_a_whole_page_comes_back(browser: Browser, view: ViewModel) -> None:
    columns = to_columns(view).decode()
    # what only cards show waits until it is asked for, here for all of it, the last tie first
    waits = "one.strings = one.later.strings(), one.ties.reverse().forEach((tie) => "
    waits += "(tie[4] = one.later.proofs(tie[4]))), one.ties.reverse(), delete one.later"
    found = unpacked(browser, columns, f"((one) => ({waits}, one))(unpackedData(JSON.parse(text)))")
    assert found == json.loads(to_json(view))


@pytest.mark.parametrize(
    "lists",
    [
        [[["seen", 1], ["said", 0]], [], [["seen", 2]]],
        [[["seen", 1]], [["said", 0]]],
        [[], []],
        [[["seen", 1]], [[1]]],
    ],
)
def test_the_evidence_of_one_tie_at_a_time(browser: Browser, lists: list[Any]) -> None:
    each = f"[...Array({len(lists)}).keys()].reverse().map(oneByOne(JSON.parse(text)))"
    assert unpacked(browser, json.dumps(column(lists)), each) == lists[::-1]


def test_what_a_person_takes_is_not_overrated(view: ViewModel) -> None:
    """By the number of people alone a large page knows that it is to be packed."""
    for person in json.loads(to_json(view))["people"]:
        bare = {**person, "n": 1, "name": "", "occ": "", "band": "", "files": [], "stays": []}
        bare |= {"circle": 1, "last": "", "link": "", "since": "", "xy": None}
        assert len(json.dumps(bare, separators=(",", ":"))) > _PERSON


def test_columns_are_how_the_long_lists_are_written(view: ViewModel) -> None:
    whole, short = to_json(view), to_columns(view).decode()
    assert len(short) < 0.6 * len(whole)
    document = json.loads(whole)
    assert set(packed(document)["columns"]) == {
        key for key, value in document.items() if isinstance(value, list) and len(value) >= FEW
    }


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("one value", "same"),
        ("large numbers", "int"),
        ("rising numbers", "sum"),
        ("first use", "next"),
        ("tenths", "tenth"),
        ("finer than tenths", "raw"),
        ("yes, no and not known", "gap"),
        ("few texts", "one"),
        ("days", "day"),
        ("no days", "raw"),
        ("alike but for numbers", "form"),
        ("holes", "raw"),
        ("lists", "list"),
        ("lists of one length", "row"),
        ("objects", "rec"),
        ("objects with other keys", "raw"),
    ],
)
def test_how_a_column_is_written(name: str, how: str) -> None:
    assert column(CASES[name])[0] == how
