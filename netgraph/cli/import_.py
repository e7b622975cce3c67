"""``netgraph import``: files become records, with an honest report."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, format_option, is_terminal, now

if TYPE_CHECKING:
    from netgraph.model import FileReport


@click.command("import", short_help="Read files, folders and zip archives.")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
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
@click.option("--again", is_flag=True, help="Read files that you asked to forget, too.")
@format_option
@click.pass_obj
def command(
    session: Session, /, paths: tuple[Path, ...], me: str, owner: str, form: str, **reading: Any
) -> None:
    """Import contacts, mail, calendars and lists from files, folders and zip archives.

    Zip archives are read as they come. Importing a file again changes nothing. How a table was
    understood is shown; --map 'Where they work=employer' corrects it, for good.
    """
    from netgraph.present.reports import import_shape, tell_import
    from netgraph.workflow import declare_owner, import_paths, map_columns
    from netgraph.workflow.screening import take_back

    moment, as_format = now(), reading["as_format"]
    reports: list[FileReport] = []
    with session.open(create=True) as store:
        if me:
            declare_owner(store, me, friend=False)
        key = declare_owner(store, owner, friend=True).key if owner else ""
        if reading["again"]:
            take_back(store, paths)
        map_columns(store, paths, reading["columns"], now=moment, as_format=as_format)
        with _progress() as report:
            for found in import_paths(
                store, paths, now=moment, owner=key, as_format=as_format, progress=report
            ):
                reports.append(found)
                if found.error:
                    click.echo(f"netgraph: {_plain(found.error)}", err=True)
    answer(form, import_shape(reports), lambda: tell_import(reports))
    if any(report.error for report in reports):
        sys.exit(1)


def _plain(text: str) -> str:
    from netgraph.present.plain import plain

    return plain(text)


@contextmanager
def _progress() -> Iterator[Callable[[str, int], None] | None]:
    """A bar on a terminal, nothing in a pipe."""
    if not is_terminal():
        yield None
        return
    from rich.console import Console
    from rich.progress import DownloadColumn, Progress, TextColumn, TransferSpeedColumn

    columns = (TextColumn("{task.description}"), DownloadColumn(), TransferSpeedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def report(name: str, size: int) -> None:
            bar.update(task, description=_plain(name.rsplit("/", 1)[-1]), advance=size)

        yield report
