"""The notebooks as files; ``notebooks/conftest.py`` tests that they run and print the same."""

from __future__ import annotations

import re
from pathlib import Path

import jupytext
import nbformat
import pytest

import netgraph

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
every_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def cells(notebook: nbformat.NotebookNode) -> list[tuple[str, str]]:
    return [(cell.cell_type, cell.source) for cell in notebook.cells]


def test_the_set_is_whole_and_each_has_its_source():
    assert [path.stem for path in NOTEBOOKS] == [
        "01_overview",
        "02_bridges",
        "03_paths",
        "04_identity",
        "05_your_own_data",
        "06_over_time",
        "07_asking_well",
    ]
    assert sorted(path.stem for path in FOLDER.glob("0*.py")) == [path.stem for path in NOTEBOOKS]


def test_they_are_run_with_the_other_tests(request):
    assert "notebooks" in request.config.getini("testpaths")
    assert "--nbmake" in request.config.getini("addopts")


@every_notebook
def test_a_notebook_and_its_source_are_in_step(path):
    source = jupytext.read(path.with_suffix(".py"))
    assert cells(nbformat.read(path, 4)) == cells(source)
    assert source.metadata["jupytext"]["formats"] == "ipynb,py:percent"


@every_notebook
def test_a_notebook_needs_public_names_only(path):
    source = "\n".join(cell.source for cell in nbformat.read(path, 4).cells)
    assert "from netgraph" not in source
    assert set(re.findall(r"\bnetgraph\.(\w+)\(", source)) <= set(netgraph.__all__)
    assert "import netgraph" in source


@every_notebook
def test_a_notebook_is_committed_as_run_with_a_picture_and_small(path):
    notebook = nbformat.read(path, 4)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    runs = [cell.execution_count for cell in notebook.cells if cell.cell_type == "code"]
    assert runs == list(range(1, len(runs) + 1))
    assert sum("image/png" in output.get("data", {}) for output in outputs) == 1
    assert sum("**What this shows.**" in cell.source for cell in notebook.cells) == 1
    assert not [output for output in outputs if output.get("name") == "stderr"]
    assert path.stat().st_size < 1_500_000


@every_notebook
def test_a_cell_shows_no_script_but_that_of_our_page(path):
    for cell in nbformat.read(path, 4).cells:
        for output in cell.get("outputs", []):
            html = output.get("data", {}).get("text/html", "")
            assert "<script" not in html, cell.source


def test_the_overview_holds_the_page():
    shown = (FOLDER / "01_overview.ipynb").read_text("utf-8")
    assert shown.count("<iframe srcdoc") == 1
