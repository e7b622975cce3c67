"""The reports on what was brought in: imports and the summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from netgraph.analyse.summary import Summary
from netgraph.model import FileReport, IdentifierKind, ImportCounts, Person
from netgraph.present.codepages import letters_shape, tell_letters
from netgraph.present.gathered import gathered
from netgraph.present.plain import plain
from netgraph.present.questions import known_by
from netgraph.present.terminal import grid, heading, line

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table

Shape = dict[str, Any]
NUMBERS = ("Read", "Kept", "Merged", "Skipped")
#: Reasons for skipping that are shown below a file; the rest is counted.
REASONS = 4
#: People named who stand in the new version of a file no more; JSON has all.
GONE = 12


def import_shape(reports: Sequence[FileReport]) -> list[Shape]:
    """One row a file of ``netgraph import``."""
    return [
        {
            "file": report.name,
            "format": report.title,
            "unit": report.unit,
            "read": report.counts.read,
            "kept": report.counts.kept,
            "merged": report.counts.merged,
            "skipped": report.counts.skipped,
            "reasons": [
                {"reason": reason, "count": count} for reason, count in report.counts.reasons
            ],
            "doubts": [
                {"reason": reason, "count": count} for reason, count in report.counts.doubts
            ],
            "columns": list(report.understood),
            "letters": letters_shape(report),
            "replaced": _replaced_shape(report.counts),
            "note": report.note,
            "error": report.error or None,
        }
        for report in reports
    ]


def _replaced_shape(counts: ImportCounts) -> Shape | None:
    if counts.replaced is None:
        return None
    told = counts.replaced
    return {
        "version_of": told.when.isoformat(),
        "new": told.new,
        "changed": told.changed,
        "gone": list(told.gone),
    }


def tell_import(reports: Sequence[FileReport]) -> Iterator[RenderableType]:
    """The files with what became of them, folder by folder, then the total.

    Many files of one kind are told as one.
    """
    told = [report for report in reports if not report.error]
    if not told and len(reports) == 1:
        return
    if told:
        yield from _tell_files(told)
    failed = len(reports) - len(told)
    if failed:
        yield line(f"{failed} could not be read; see the messages above.", style="bold red")


def _tell_files(told: Sequence[FileReport]) -> Iterator[RenderableType]:
    rows = counts_table(header=True)
    shown = ""
    for report in gathered(told):
        folder, _slash, name = report.name.rpartition("/")
        if folder != shown:
            yield rows
            if folder:
                yield line(f"{folder}/", style="dim")
            rows, shown = counts_table(header=False), folder
        what = " · ".join(filter(None, (report.title, report.note)))
        add_counts(rows, ("  " if folder else "") + plain(name), report.counts, what)
    yield rows
    total = ImportCounts(
        read=sum(report.counts.read for report in told),
        kept=sum(report.counts.kept for report in told),
        merged=sum(report.counts.merged for report in told),
        skipped=sum(report.counts.skipped for report in told),
        left_out=sum(report.counts.left_out for report in told),
    )
    rows = counts_table(header=False)
    add_counts(rows, f"{len(told)} {'file' if len(told) == 1 else 'files'} in all", total, "")
    yield line("")
    yield rows
    yield from _tell_reasons("Skipped, and why:", (r.counts.reasons for r in told))
    yield from _tell_reasons("Kept, but not all of it read:", (r.counts.doubts for r in told))
    yield from _tell_gone(told)
    yield from _tell_columns(told)
    yield from tell_letters(told)


def counts_table(*, header: bool) -> Table:
    """A table whose columns stand below those of the others, whatever it holds."""
    from rich.table import Table

    rows = Table(box=None, expand=True, show_header=header, header_style="bold")
    rows.padding = (0, 1, 0, 0)
    rows.add_column("File", ratio=1, overflow="fold")
    for name in NUMBERS:
        rows.add_column(name, width=7, justify="right")
    rows.add_column("What it is", ratio=1, overflow="fold")
    return rows


def add_counts(rows: Table, name: str, counts: ImportCounts, what: str) -> None:
    """Add the row of one file."""
    numbers = (counts.read, counts.kept, counts.merged, counts.skipped)
    rows.add_row(name, *(f"{number:,}" for number in numbers), plain(what))


def _tell_reasons(
    title: str, counted: Iterable[tuple[tuple[str, int], ...]]
) -> Iterator[RenderableType]:
    """Reasons over all files, the commonest first."""
    reasons: Counter[str] = Counter()
    for pairs in counted:
        reasons.update(dict(pairs))
    if not reasons:
        return
    yield line(title, style="bold")
    rows = grid()
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        rows.add_row(f"{count:>7,}", plain(reason))
    yield rows


def _tell_gone(reports: Sequence[FileReport]) -> Iterator[RenderableType]:
    """Whom the later version of a file no longer holds."""
    for report in reports:
        gone = report.counts.replaced.gone if report.counts.replaced else ()
        if gone:
            yield line(f"No longer in {plain(report.name)}, and so not kept from it:", style="bold")
            more = f" and {len(gone) - GONE:,} more" if len(gone) > GONE else ""
            yield line(", ".join(gone[:GONE]) + more, indent=4)


def _tell_columns(reports: Sequence[FileReport]) -> Iterator[RenderableType]:
    for report in reports:
        if report.understood:
            yield line("")
            yield line(f"How the columns of {plain(report.name)} were read:", style="bold")
            for column in report.understood:
                yield line(column, indent=4)


def summary_shape(
    found: Summary, me: Person | None, others: Sequence[Person], waiting: int
) -> Shape:
    """The answer of ``netgraph summary``; ``others`` are owners of my files who are not me."""
    return {
        "me": {"name": me.name, "known_by": known_by(me), "from": list(me.files)} if me else None,
        "known": found.known,
        "further": found.further,
        "closeness_not_said": found.unknown,
        "employers": found.employers,
        "areas": [{"name": area, "people": count} for area, count in found.areas],
        "sources": [{"name": source, "people": count} for source, count in found.sources],
        "ties": [{"name": kind, "ties": count} for kind, count in found.ties],
        "questions": waiting,
        "other_owners": [{"id": other.id, "name": other.name} for other in others],
    }


def tell_summary(
    found: Summary,
    me: Person | None,
    others: Sequence[Person],
    waiting: int,
    then: tuple[str, Person | None] | None = None,
) -> Iterator[RenderableType]:
    """How many people, by area of life and by source, and who I am taken to be.

    ``then`` holds an earlier day that all this is about, and who I am taken to be today.
    """
    yield from _tell_known(found, me, then)
    if then and not found.sources:
        yield line("Nothing that netgraph has was known by then.")
        return
    if me and others:
        yield line(_of_others(me, others), style="bold yellow")
    for title, counts in (
        ("By area of life", found.areas),
        ("By source, everybody named there", found.sources),
    ):
        yield line("")
        yield line(title, style="bold")
        rows = grid()
        for name, count in counts:
            if name != "said by you":
                rows.add_row(f"{count:>7,}", plain(name))
        yield rows
    yield line("")
    if found.unknown:
        yield line(
            f"How close you are to {found.unknown:,} of them is not in your files; unknown is "
            "not weak. Say it with: netgraph add NAME --close well|some|barely"
        )
    if waiting:
        pairs = "pair" if waiting == 1 else "pairs"
        by_then = "by what was known then." if then else "netgraph review"
        comma = "," if then else ":"
        yield line(f"{waiting:,} {pairs} may be one person{comma} {by_then}")


def _tell_known(
    found: Summary, me: Person | None, then: tuple[str, Person | None] | None
) -> Iterator[RenderableType]:
    people = "person" if found.known == 1 else "people"
    if then:
        yield heading(f"By {then[0]} you knew {found.known:,} {people}.")
    else:
        yield heading(f"You already know {found.known:,} {people}.")
    if found.further:
        are = ("was" if then else "is") if found.further == 1 else "were" if then else "are"
        yield line(f"Through them, {found.further:,} more {are} in reach.")
    if then and not (me and is_told(me)) and then[1] and is_told(then[1]):
        yield line(
            f"By then nothing told netgraph who you are; today it takes you for {then[1].name}."
        )
    else:
        yield _tell_me(me)


def _tell_me(me: Person | None) -> RenderableType:
    if me is None or not is_told(me):
        return line(
            "netgraph does not know who you are yet; your files do not say. Tell it with: "
            "netgraph import --me 'NAME <ADDRESS>'"
        )
    addresses = [i.value for i in me.identifiers if i.kind != IdentifierKind.NAME]
    known = ", ".join(addresses[:3]) or "no address"
    files = list(dict.fromkeys(_said_in(file) for file in me.files))
    more = f" and {len(files) - 3} more" if len(files) > 3 else ""
    return line(
        f"You are {me.name} ({known}), going by {', '.join(files[:3])}{more}. "
        "Not you? netgraph import --me 'NAME <ADDRESS>'"
    )


def _of_others(me: Person, others: Sequence[Person]) -> str:
    names = " and ".join(dict.fromkeys(plain(other.name) for other in others))
    return (
        f"Careful: your files also name {names} as their owner. What those files hold hangs on "
        f"{names}, not on you. A friend's export? Bring it in once more with: netgraph import "
        "--owner 'NAME <ADDRESS>' FILE... Is it you? Say so with: netgraph review --same "
        f"{me.id[:8]} {others[0].id[:8]}"
    )


def is_told(me: Person) -> bool:
    """Whether the files or the user say who I am; else I am a nameless "Me"."""
    return me.name != "Me" or any(i.kind != IdentifierKind.NAME for i in me.identifiers)


def _said_in(file: str) -> str:
    return "your own word" if file == "said by you" else file.rsplit("/", 1)[-1]
