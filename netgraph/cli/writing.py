"""The options that every verb shares which drafts a message."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session
from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    from netgraph.present.letters import Letter


def letter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--channel``, ``--tone`` and ``--templates``."""
    for option in (
        click.option(
            "--templates",
            type=click.Path(file_okay=False, path_type=Path),
            metavar="DIR",
            help="Your own templates (else the folder letters beside the store, if there is one).",
        ),
        click.option(
            "--tone",
            type=click.Choice(["plain", "warm", "formal"]),
            default="plain",
            show_default=True,
            help="How it sounds.",
        ),
        click.option(
            "--channel",
            type=click.Choice(["email", "letter", "linkedin"]),
            default="email",
            show_default=True,
            help="How it will go.",
        ),
    ):
        command = option(command)
    return command


def templates_of(session: Session, named: Path | None) -> Path | None:
    """The user's own folder of templates: the one named, else the one beside the store."""
    from netgraph.present.letters import OWN_FOLDER

    if named is not None:
        if not named.is_dir():
            msg = f"there is no folder {named}; make it with: netgraph draft --copy-templates DIR"
            raise NetgraphError(msg)
        return named
    beside = session.path.parent / OWN_FOLDER
    return beside if beside.is_dir() else None


def show_letter(form: str, letter: Letter, notes: tuple[str, ...] = ()) -> None:
    """Print a letter; where no screen ends, with a line for every paragraph."""
    from netgraph.present.drafting import letter_lines, letter_row, letter_shape, tell_letter

    if form == "table" and not sys.stdout.isatty():
        click.echo("\n".join(letter_lines(letter, notes)))
        return
    shape = [letter_row(letter, notes)] if form == "csv" else letter_shape(letter, notes)
    answer(form, shape, lambda: tell_letter(letter, notes))
