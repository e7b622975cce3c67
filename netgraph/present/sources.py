"""What was read and when, and how to get more: the sources and the formats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.importers import Importer
from netgraph.model import ImportCounts, Source
from netgraph.present.plain import plain
from netgraph.present.reports import add_counts, counts_table
from netgraph.present.terminal import day, grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType

Shape = dict[str, Any]
#: Reasons for skipping that are shown below a file; JSON has all.
REASONS = 5


def steps(format_: Importer) -> list[str]:
    """How to get such a file, one thing to do after the other."""
    return [_begun(step) for step in format_.how_to_export.split("; ")]


def _begun(step: str) -> str:
    """A step with a capital, unless it begins with a name that has none ("iPhone", a site)."""
    word = step.partition(" ")[0].rstrip(":,")
    return step[:1].upper() + step[1:] if word.islower() and word.isalpha() else step


def format_shape(format_: Importer) -> Shape:
    """One row of ``netgraph formats``."""
    return {
        "name": format_.name,
        "title": format_.title,
        "unit": format_.unit,
        "how": steps(format_),
    }


def tell_formats(found: Sequence[Importer]) -> Iterator[RenderableType]:
    """The formats and how to get each; what comes in one export is told together."""
    together: dict[str, list[Importer]] = {}
    for one in found:
        together.setdefault(one.how_to_export, []).append(one)
    for group in together.values():
        yield heading(_titles(group))
        rows = grid()
        rows.add_row("    name", ", ".join(one.name for one in group))
        number = 0
        for step in steps(group[0]):
            # another way begins anew
            number = 1 if step.startswith("Or ") else number + 1
            rows.add_row(f"    {number}.", step)
        yield rows
        yield line("")
    yield line("Then: netgraph import FILE...   (netgraph finds the format by itself)")


def _titles(group: Sequence[Importer]) -> str:
    """The titles, the first word once when all begin with it: "LinkedIn: messages, profile"."""
    first, _space, _rest = group[0].title.partition(" ")
    if len(group) == 1 or not all(one.title.startswith(first) for one in group):
        return ", ".join(one.title for one in group)
    return f"{first}: {', '.join(one.title.removeprefix(first).strip() for one in group)}"


def source_shape(
    source: Source, counts: ImportCounts, format_: Importer | None, owner: str
) -> Shape:
    """One row of ``netgraph sources``; ``owner`` is "" for a file of mine."""
    return {
        "number": source.id,
        "file": source.file,
        "format": format_.title if format_ else source.importer,
        "unit": format_.unit if format_ else "items",
        "owner": owner or None,
        "imported": source.imported.isoformat(),
        "read": counts.read,
        "kept": counts.kept,
        "merged": counts.merged,
        "skipped": counts.skipped,
        "left_out": counts.left_out,
        "reasons": [{"reason": reason, "count": count} for reason, count in counts.reasons],
    }


def tell_sources(
    found: Sequence[tuple[Source, ImportCounts]],
    formats: Mapping[str, Importer],
    owners: Mapping[str, str],
) -> Iterator[RenderableType]:
    """Every file with its number, day and counts, and below each why items were skipped.

    ``formats`` are by name, ``owners`` name the friends whose files these are.
    """
    from rich.padding import Padding

    if not found:
        yield line("Nothing is imported yet. What can be: netgraph formats")
        return
    header, shown = True, ""
    for source, counts in found:
        format_ = formats.get(source.importer)
        folder, _slash, name = source.file.rpartition("/")
        whose = f" of {owners.get(source.owner, 'a friend')}" if source.owner else ""
        where = " · ".join(filter(None, (folder, f"imported {day(source.imported)}{whose}")))
        rows = counts_table(header=header)
        if where != shown:
            yield line("") if shown else rows
            yield line(where, style="dim")
            header, shown, rows = False, where, counts_table(header=False)
        add_counts(
            rows,
            f"{source.id:>3} {plain(name)}",
            counts,
            format_.title if format_ else source.importer,
        )
        yield rows
        for reason in _reasons(counts):
            yield Padding(line(reason, style="dim"), (0, 0, 0, 6))
    yield line("")
    yield line(
        f"{len(found):,} {'file' if len(found) == 1 else 'files'}. "
        "More to bring in: netgraph sources --how linkedin (or google, iphone, calendar ...)"
    )
    yield line("Remove one for good, by its number or name: netgraph forget NUMBER")


def _reasons(counts: ImportCounts) -> list[str]:
    told = [f"{count:,} × {reason}" for reason, count in counts.reasons[:REASONS]]
    more = sum(count for _reason, count in counts.reasons[REASONS:])
    return [*told, f"{more:,} × for other reasons"] if more else told
