"""The notebooks run from top to bottom, and were committed as they run."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parent.parent / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))


def printed(notebook: nbformat.NotebookNode) -> str:
    """What the cells print, without the HTML; one text, as a kernel may send it in pieces."""
    return "".join(
        output.get("text", "")
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stdout"
    )


@pytest.mark.sockets
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_says_what_was_committed(path):
    notebook = nbformat.read(path, 4)
    committed = printed(notebook)
    where = {"metadata": {"path": str(FOLDER)}}
    NotebookClient(notebook, timeout=120, resources=where).execute()
    assert printed(notebook) == committed
    assert committed


def test_there_are_the_two_notebooks_of_the_story():
    assert [path.stem for path in NOTEBOOKS] == ["01_overview", "02_bridges_and_paths"]
