"""In which letters files were read, when that had to be guessed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.model import FileReport
from netgraph.present.plain import plain
from netgraph.present.terminal import line

if TYPE_CHECKING:
    from rich.console import RenderableType

LETTERS = "read as {}, going by the letters."
DOUBTFUL_LETTERS = (
    "the letters are in doubt, and were read as {}. Do names look wrong? Save the list once more "
    "as CSV UTF-8, and import that."
)
#: Files named one by one in a remark on many.
FILES_NAMED = 5


def letters_shape(report: FileReport) -> dict[str, Any] | None:
    """What was guessed, and whether surely; None when nothing was."""
    return {"read_as": report.letters, "sure": report.letters_sure} if report.letters else None


def tell_letters(reports: Sequence[FileReport]) -> Iterator[RenderableType]:
    """Which code pages were guessed, each with the files it was guessed for."""
    files: dict[str, list[str]] = {}
    for report in sorted(reports, key=lambda one: not one.letters_sure):
        if report.letters:
            remark = LETTERS if report.letters_sure else DOUBTFUL_LETTERS
            name = plain(report.name.rsplit("/", 1)[-1])
            files.setdefault(remark.format(report.letters), []).append(name)
    for remark, names in files.items():
        named = f"{len(names):,} files" if len(names) > FILES_NAMED else ", ".join(names)
        yield line("")
        yield line(f"{named}: {remark}")
