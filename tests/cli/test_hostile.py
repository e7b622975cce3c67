"""Hostile files and names do no harm: no traceback, no outside effect, the rest imported."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

import pytest

SCRIPT = "</script><img src=x onerror=alert(1)>"
NAMES = [
    SCRIPT,
    "=HYPERLINK(0)",
    "\u202eevil gnp.exe\u202c",
    "Bell\x07 and\x1b[31m red",
    "Robert'); DROP TABLE card;--",
    "[bold red]markup[/]",
    "A" * 5000,
]


@pytest.fixture
def haunted(empty, tmp_path):
    table = tmp_path / "names.vcf"
    cards = [
        f"BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nORG:Works {name}\nEND:VCARD\n" for name in NAMES
    ]
    table.write_text("".join(cards), encoding="utf-8")
    assert empty("import", str(table)).exit_code == 0
    assert empty("target", "add", SCRIPT, "--alias", "[red]x").exit_code == 0
    return empty


@pytest.mark.parametrize("verb", ["summary", "people", "bridges", "reach", "paths", "review"])
def test_names_are_shown_without_control_characters_or_direction_tricks(haunted, verb):
    text = haunted(verb).stdout
    assert not any(c in text for c in "\x07\x1b\u202e\u202c")


def test_markup_is_text(haunted):
    haunted("target", "add", "[bold red]Acme[/]")
    assert "[bold red]Acme[/]" in haunted("target", "list").stdout


def test_the_page_holds_no_live_script_of_a_name(haunted, tmp_path):
    page = tmp_path / "page.html"
    haunted("explore", "-o", str(page))
    assert "<img src=x" not in page.read_text(encoding="utf-8")


def test_what_is_noted_of_hostile_names_is_shown_without_tricks(haunted, tmp_path):
    people = json.loads(haunted("people", "--format", "json").stdout)
    for person in people[:8]:
        note = f"{SCRIPT}\x1b[31m\u202e"
        haunted("log", person["id"], "--did", "met", "--for", SCRIPT, "--note", note)
        haunted("keep", person["id"], "--every", "1d")
    assert len(json.loads(haunted("log", "--format", "json").stdout)) >= len(NAMES)
    calendar, page = tmp_path / "due.ics", tmp_path / "plan.html"
    for verb in ("log", "due", "keep", "quiet", "give", "plan", "calibration"):
        result = haunted(verb)
        assert result.exit_code == 0, result.output
        assert not any(c in result.stdout for c in "\x07\x1b\u202e\u202c"), verb
    assert haunted("due", "--ics", str(calendar)).exit_code == 0
    assert haunted("report", "-o", str(page)).exit_code == 0
    assert not any(c in calendar.read_text("utf-8") for c in "\x07\x1b\u202e\u202c")
    assert "<img src=x" not in page.read_text("utf-8")


def test_exports_are_well_formed(haunted, tmp_path):
    import networkx as nx

    haunted("export", "-o", str(tmp_path / "g.graphml"))
    nx.read_graphml(tmp_path / "g.graphml")
    haunted("export", "-o", str(tmp_path / "c"))
    for line in (tmp_path / "c" / "people.csv").read_text(encoding="utf-8").splitlines():
        assert not any(cell.strip('"').startswith("=") for cell in line.split(","))


SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"


def test_no_sign_of_any_width_starts_a_formula_on_any_way_out(empty, tmp_path):
    names = [f"{sign}HYPERLINK{number}" for number, sign in enumerate(SIGNS)]
    table = tmp_path / "list.csv"
    rows = "".join(f"{name} Stone,{name} works,{name}\n" for name in names)
    table.write_text("Name,Employer,Occupation\n" + rows, encoding="utf-8")
    assert empty("import", str(table)).exit_code == 0
    empty("target", "add", names[4], "--alias", names[5])
    empty("export", "-o", str(tmp_path / "all"))
    texts = [(tmp_path / "all" / name).read_text("utf-8") for name in ("people.csv", "ties.csv")]
    verbs = ("people", "employers", "target list", "reach", "paths", "bridges", "summary")
    texts += [empty(*verb.split(), "--format", "csv").stdout for verb in verbs]
    cells = [cell for text in texts for row in csv.reader(io.StringIO(text)) for cell in row]
    assert sum("HYPERLINK" in cell for cell in cells) > 2 * len(SIGNS)
    assert [cell for cell in cells if cell.startswith(tuple(SIGNS))] == []


def samples(sample_data: Path) -> list[Path]:
    return [path for path in sorted((sample_data / "mine").rglob("*")) if path.is_file()]


@pytest.mark.parametrize("seed", range(6))
def test_damaged_copies_of_every_sample_give_a_line_and_the_rest_is_imported(
    empty, sample_data, tmp_path, seed
):
    draw = random.Random(seed)
    folder = tmp_path / "damaged"
    folder.mkdir()
    for path in samples(sample_data):
        data = bytearray(path.read_bytes())
        if seed % 2:
            data = data[: draw.randrange(len(data))]
        else:
            for _ in range(40):
                data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        (folder / path.name).write_bytes(bytes(data))
    (folder / "whole.csv").write_text("Name,Email\nAda Stone,ada@example.org\n", encoding="utf-8")
    result = empty("import", str(folder), "--format", "json")
    assert result.exit_code in {0, 1}
    assert "Traceback" not in result.output
    assert all(line.startswith("netgraph: ") for line in result.stderr.splitlines())
    kept = {row["file"]: row["kept"] for row in json.loads(result.stdout)}
    assert kept["damaged/whole.csv"] == 1
    assert empty("bridges").exit_code == 0
    assert empty("paths", "Ada Stone").exit_code == 0
