"""How far an import has got: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from netgraph.cli.session import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

#: Zip archives that are one document each.
WORKBOOKS = {".xlsx", ".ods", ".docx"}
REFRESHES_PER_SECOND = 4


@dataclass(slots=True)
class Meter:
    """Tells how far the files have been read; what is not read at all counts when it is done.

    A file may be read more than once, first to see what it is: it is as far as its last reading.
    ``sizes`` [bytes] are by the names under which the files are reported.
    """

    sizes: dict[str, int]
    _read: dict[str, int] = field(default_factory=dict)
    done: int = 0

    @property
    def total(self) -> int:
        """All there is to read [bytes]."""
        return sum(self.sizes.values())

    def move(self, name: str, position: int) -> None:
        """A file, or what stands in it, has been read up to ``position`` [bytes]."""
        asked = name
        while name not in self.sizes and "/" in name:
            name = name.rpartition("/")[0]
        before = self._read.get(name, 0)
        # one of several in a nested archive never takes back what the others have read
        least = 0 if name == asked else before
        after = max(min(position, self.sizes.get(name, 0)), least)
        self._read[name] = after
        self.done += after - before

    def finish(self, name: str) -> None:
        """Count the rest of a file that is done."""
        if name in self.sizes:
            self.move(name, self.sizes[name])


class Bar:
    """Shows a `Meter`; without a terminal it shows nothing."""

    def __init__(self, meter: Meter, progress: Progress, task: TaskID) -> None:
        self._meter = meter
        self._progress = progress
        self._task = task

    def read(self, name: str, position: int) -> None:
        """The file called ``name`` has been read up to ``position`` [bytes]."""
        from netgraph.present.plain import plain

        self._meter.move(name, position)
        shown = plain(name.rsplit("/", 1)[-1])[:30]
        self._progress.update(self._task, description=shown, completed=self._meter.done)

    def finished(self, name: str) -> None:
        """A file is done."""
        self._meter.finish(name)
        self._progress.update(self._task, completed=self._meter.done)


@contextmanager
def progress_bar(paths: Sequence[Path]) -> Iterator[Bar | None]:
    """A bar with rate and time left for the bytes below ``paths``; None in a pipe."""
    if not is_terminal():
        yield None
        return
    from rich import progress
    from rich.console import Console

    meter = Meter({name: size for path in paths for name, size in sizes_below(path)})
    columns = (
        progress.TextColumn("{task.description}", markup=False),
        progress.BarColumn(),
        progress.DownloadColumn(),
        progress.TransferSpeedColumn(),
        progress.TimeRemainingColumn(compact=True),
    )
    console = Console(stderr=True)
    with progress.Progress(
        *columns, console=console, transient=True, refresh_per_second=REFRESHES_PER_SECOND
    ) as shown:
        yield Bar(meter, shown, shown.add_task("looking at the files", total=meter.total))


def sizes_below(path: Path) -> Iterator[tuple[str, int]]:
    """Name as reported and size [bytes] of every file and archive member below ``path``."""
    try:
        if path.is_dir():
            base = path.resolve()
            for folder, _folders, files in os.walk(base):
                for name in files:
                    child = Path(folder, name)
                    yield from _sizes_of(child, f"{base.name}/{child.relative_to(base).as_posix()}")
        else:
            yield from _sizes_of(path, path.name)
    except OSError:
        return


def _sizes_of(path: Path, shown: str) -> Iterator[tuple[str, int]]:
    try:
        if path.suffix.casefold() not in WORKBOOKS and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                for member in archive.infolist():
                    yield f"{shown}/{member.filename}", member.file_size
        else:
            yield shown, path.stat().st_size
    except (OSError, ValueError, zipfile.BadZipFile):
        return
