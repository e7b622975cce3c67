"""``netgraph import``: files become records, with an honest report."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, format_option, now
from netgraph.cli.stopping import STOPPED, wish_to_stop

if TYPE_CHECKING:
    from netgraph.model import FileReport
    from netgraph.store import Store


@click.command("import", short_help="Read files, folders and zip archives.")
@click.argument("paths", nargs=-1, metavar="PATHS...", type=click.Path(path_type=Path))
@click.option("--me", metavar="'NAME <ADDRESS>'", help="Say who you are.")
@click.option(
    "--owner", metavar="'NAME <ADDRESS>'", help="These files are a friend's, not mine: say whose."
)
@click.option("--as", "as_format", metavar="FORMAT", default="", help="Read as this format.")
@click.option(
    "--map",
    "columns",
    metavar="'COLUMN=FIELD'",
    multiple=True,
    help="Which column of a table holds what; 'COLUMN=' leaves it out. Remembered.",
)
@click.option(
    "--region",
    metavar="CC",
    help="The country of telephone numbers written without one (two letters); remembered.",
)
@click.option("--again", is_flag=True, help="Read files that you asked to forget, too.")
@format_option
@click.pass_obj
def command(
    session: Session,
    /,
    paths: tuple[Path, ...],
    me: str | None,
    owner: str | None,
    region: str | None,
    form: str,
    **reading: Any,
) -> None:
    """Import contacts, mail, calendars and lists from files, folders and zip archives.

    Zip archives are read as they come. Importing a file again changes nothing. How a table was
    understood is shown; --map 'Where they work=employer' corrects it, for good.

    --me and --region are remembered, and need no files.
    """
    from netgraph.present.reports import import_shape, tell_import
    from netgraph.present.terminal import line
    from netgraph.workflow import declare_owner

    alone = owner is None and not any(reading.values())
    if not paths and (not alone or (me is None and region is None)):
        msg = "name the files to read: netgraph import PATHS..."
        raise click.UsageError(msg)
    reports: list[FileReport] = []
    stopped = False
    with session.open(create=True) as store:
        said = _remember(store, me, region)
        if not paths:
            answer(form, import_shape([]), lambda: map(line, said))
            return
        key = declare_owner(store, owner, friend=True).key if owner is not None else ""
        try:
            for found in _import(store, paths, key, reading):
                reports.append(found)  # noqa: PERF402 - those before Ctrl-C are kept
        except KeyboardInterrupt:
            stopped = True
    answer(form, import_shape(reports), lambda: tell_import(reports))
    if stopped:
        click.echo(_how_to_go_on(reports), err=True)
        sys.exit(STOPPED)
    if any(report.error for report in reports):
        sys.exit(1)


def _remember(store: Store, me: str | None, region: str | None) -> list[str]:
    """Keep what the user says of themselves; what it is now, in words."""
    from netgraph.workflow import declare_owner, declare_region

    said = []
    if region is not None:
        country = declare_region(store, region)
        said.append(f"Numbers without a country code are read as those of {country}.")
    if me is not None:
        who = declare_owner(store, me, friend=False)
        said.append(f"You are {' · '.join(filter(None, (who.name, who.address)))}.")
    return said


def _import(
    store: Store, paths: tuple[Path, ...], owner: str, reading: dict[str, Any]
) -> Iterator[FileReport]:
    """Every file's report, with a bar on a terminal; errors are told as they come."""
    from netgraph.cli.progress import progress_bar
    from netgraph.workflow import import_paths, map_columns
    from netgraph.workflow.screening import take_back

    moment, form = now(), reading["as_format"]
    if reading["again"]:
        take_back(store, paths)
    map_columns(store, paths, reading["columns"], now=moment, as_format=form)
    with progress_bar(paths) as bar, wish_to_stop() as wish:
        progress = bar.read if bar else None
        for found in import_paths(
            store, paths, now=moment, owner=owner, as_format=form, progress=progress
        ):
            yield found
            if bar:
                bar.finished(found.name)
            if found.error:
                click.echo(f"netgraph: {_plain(found.error)}", err=True)
            wish.heed()


def _how_to_go_on(reports: Sequence[FileReport]) -> str:
    number = sum(1 for report in reports if report.title and not report.error)
    files = "1 file is" if number == 1 else f"{number:,} files are"
    return (
        f"Stopped. {files} in; run the same command again to go on: what is in is not read twice."
    )


def _plain(text: str) -> str:
    from netgraph.present.plain import plain

    return plain(text)
