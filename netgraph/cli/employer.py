"""``netgraph employer``: say which names are one employer, and which are two."""

from __future__ import annotations

from pathlib import Path

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, format_option, now


@click.group("employer", short_help="Say which names are one employer, and which are two.")
def command() -> None:
    """Say which names are one employer and which are two; the last word on two names counts."""


@command.command("alias")
@click.argument("name")
@click.argument("of")
@format_option
@click.pass_obj
def alias(session: Session, name: str, of: str, form: str) -> None:
    """NAME is another name of the employer OF."""
    _say(session, name, of, same=True, form=form)


@command.command("split")
@click.argument("name")
@click.argument("of")
@format_option
@click.pass_obj
def split(session: Session, name: str, of: str, form: str) -> None:
    """NAME and OF are two employers."""
    _say(session, name, of, same=False, form=form)


def _say(session: Session, name: str, of: str, *, same: bool, form: str) -> None:
    from netgraph.analyse.goals import find_employers
    from netgraph.present.plain import plain
    from netgraph.workflow import say_of_employers

    name, of = " ".join(name.split()), " ".join(of.split())
    find_employers(session.graph(None), of)
    with session.open() as store:
        say_of_employers(store, name, of, same=same, now=now())
    done = f"{name} is another name of {of}." if same else f"{name} and {of} are two employers."
    confirm(form, {"name": name, "of": of, "same": same}, plain(done))


@command.command("table")
@click.argument("path", type=click.Path(path_type=Path))
@format_option
@click.pass_obj
def table(session: Session, path: Path, form: str) -> None:
    """Read a table of your own (csv or xlsx) that says more of employers than is known.

    Its columns: name, aliases, legal_names, former_names, parent, domains, industry, city,
    country, size (small, medium, large, very large). Only the name is needed; several names
    or domains are parted by ";". A row stands in the place of what netgraph knows itself.
    """
    from netgraph.present.plain import plain
    from netgraph.workflow import import_employers

    with session.open(create=True) as store:
        names = [plain(name) for name in import_employers(store, path)]
    word = "employer" if len(names) == 1 else "employers"
    confirm(form, {"added": names}, f"{len(names)} {word}: {', '.join(names)}.")
