"""How the notebooks are tested: nbmake runs them, and they print what was committed.

``pytest notebooks --overwrite`` commits to what they print and show today.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbmake.nb_run import NotebookRun
from nbmake.pytest_items import NotebookFailedException, NotebookFile, NotebookItem

VERSION = 4


class Committed(NotebookItem):
    """A notebook that runs to its end and prints what stands in its file."""

    def runtest(self) -> None:
        """Run it once; compare, or write it with ``--overwrite``."""
        path = Path(self.filename)
        committed = printed(nbformat.read(path, VERSION))
        found = NotebookRun(path, self.config.option.nbmake_timeout).execute()
        if found.error is not None:
            raise NotebookFailedException(found)
        if self.config.option.overwrite:
            for cell in found.nb.cells:
                # when a cell ran says nothing, and differs every time
                cell.metadata.pop("execution", None)
            nbformat.write(found.nb, path)
            return
        assert printed(found.nb) == committed
        assert committed

    def repr_failure(self, excinfo: Any, style: Any = None) -> Any:
        """An assertion of ours as pytest shows any; what fails in a cell as nbmake does."""
        if isinstance(excinfo.value, AssertionError):
            return pytest.Item.repr_failure(self, excinfo)
        return super().repr_failure(excinfo, style)


class CommittedFile(NotebookFile):
    """The file of a `Committed` notebook."""

    def collect(self) -> Iterator[Committed]:
        """The one notebook in it."""
        item = Committed.from_parent(self, filename=str(self.path))
        # what a kernel's own libraries warn of is not ours
        item.add_marker(pytest.mark.filterwarnings("ignore"))
        yield item


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Generator[None, Any, Any]:
    """Take the place of nbmake's own file, where it has found one."""
    found = yield
    return [
        CommittedFile.from_parent(parent, path=file_path)
        if isinstance(one, NotebookFile)
        else one
        for one in found
    ]


def printed(notebook: nbformat.NotebookNode) -> str:
    """What the cells print, without the HTML; one text, as a kernel may send it in pieces."""
    return "".join(
        output.get("text", "")
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stdout"
    )
