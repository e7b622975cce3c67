"""``netgraph draft``: a first message to somebody, to be read, changed and sent by hand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from netgraph.cli.answer import confirm
from netgraph.cli.session import Session, as_of_option, format_option, now
from netgraph.cli.writing import letter_options, show_letter, templates_of
from netgraph.errors import NetgraphError


@click.command("draft", short_help="Draft a first message to somebody.")
@click.argument("person", required=False, default="")
@click.option("--for", "employer", default="", metavar="EMPLOYER",
              help="What you want to learn about (else the target they lead to).")  # fmt: skip
@letter_options
@click.option("--ask-now", is_flag=True,
              help="Ask also after years of silence, instead of reconnecting first.")  # fmt: skip
@click.option("--copy-templates", type=click.Path(file_okay=False, path_type=Path),
              metavar="DIR", help="Copy the templates into a folder, for you to edit.")  # fmt: skip
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, /, person: str, as_of: datetime | None, form: str, **asked: Any
) -> None:
    """Draft a short first message to PERSON, what they can pass on, and how to begin the call.

    Who you are (netgraph profile), how you know each other, why you write, what you would like
    to know, an easy way to say no, and the day you will phone. After years of silence: a
    greeting that asks for nothing. Nothing is sent. What only you can fill in stays as [...].
    """
    if asked["copy_templates"]:
        _copy(asked["copy_templates"], form)
        return
    if not person:
        msg = 'name a person: netgraph draft "Maria Lopez"'
        raise NetgraphError(msg)
    from netgraph.analyse.goals import find_person
    from netgraph.outreach.messages import Channel, Tone, first_message
    from netgraph.present.letters import write_letter
    from netgraph.workflow.approaching import approach

    with session.open() as store:
        start = approach(store, as_of or now(), today=not as_of)
    at = start.standpoints.of(find_person(start.graph, person), asked["employer"])
    channel, tone = Channel(asked["channel"]), Tone(asked["tone"])
    made = first_message(start.graph, at, start.me, channel, tone, ask_now=asked["ask_now"])
    letter = write_letter(made, templates_of(session, asked["templates"]))
    notes = start.notes(at)
    show_letter(form, letter, notes)


def _copy(folder: Path, form: str) -> None:
    from netgraph.present.letters import copy_templates

    names = [path.name for path in copy_templates(folder)]
    told = f"{len(names)} templates are in {folder} now; use them with --templates {folder}"
    confirm(form, {"copied": names, "folder": str(folder)}, told)
