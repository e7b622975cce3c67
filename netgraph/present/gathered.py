"""Many files of one kind as one line: a folder of messages, the pictures of a large archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from netgraph.model import FileReport, ImportCounts

#: So many files of one folder, format and outcome are still told one by one.
FEW = 5
#: Kinds of unknown files that are named; the rest is only counted.
KINDS_NAMED = 4

_Group = tuple[str, str, str]


def gathered(reports: Sequence[FileReport]) -> Iterator[FileReport]:
    """The reports in their order, those of one kind in one, standing where its first stood.

    Files read alike are gathered by folder, those that gave nothing by the file or folder that
    was named. Files whose columns are explained are always told alone.
    """
    groups: dict[_Group, list[FileReport]] = {}
    for report in reports:
        groups.setdefault(_group(report), []).append(report)
    told: set[_Group] = set()
    for report in reports:
        group = _group(report)
        if len(groups[group]) <= FEW or report.understood:
            yield report
        elif group not in told:
            told.add(group)
            yield _together(group, groups[group])


def _group(report: FileReport) -> _Group:
    folder, slash, name = report.name.rpartition("/")
    if not report.title:
        return report.name.split("/")[0] if slash else "", "", report.note
    return folder, report.title, name if report.understood else report.note


def _together(group: _Group, reports: Sequence[FileReport]) -> FileReport:
    place, title, note = group
    counts = [report.counts for report in reports]
    whole = ImportCounts(
        read=sum(c.read for c in counts),
        kept=sum(c.kept for c in counts),
        merged=sum(c.merged for c in counts),
        skipped=sum(c.skipped for c in counts),
        left_out=sum(c.left_out for c in counts),
    )
    name = f"{place}/{len(reports):,} files" if place else f"{len(reports):,} files"
    told = note if title else f"{note}: {_kinds(reports)}"
    return replace(reports[0], name=name, counts=whole, note=told)


def _kinds(reports: Sequence[FileReport]) -> str:
    """The endings of the files with their numbers, the commonest first."""
    endings = Counter(_ending(report.name) for report in reports)
    ranked = sorted(endings.items(), key=lambda item: (-item[1], item[0]))
    named = [f"{count:,} {ending}" for ending, count in ranked[:KINDS_NAMED]]
    rest = sum(count for _ending, count in ranked[KINDS_NAMED:])
    return ", ".join([*named, f"{rest:,} others"] if rest else named)


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition("/")[2].rpartition(".")
    return f".{ending.lower()}" if dot and stem and len(ending) <= 8 else "without an ending"
