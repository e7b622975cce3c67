"""``netgraph people``: everybody, or everybody who matches a text."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, limit_option


@click.command("people", short_help="Everybody, or those who match a text.")
@click.argument("text", required=False, default="")
@limit_option(50)
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, text: str, limit: int, as_of: datetime | None, form: str) -> None:
    """Everybody you know, or those whose name, address, employer or circle holds TEXT."""
    from netgraph.analyse.people import people
    from netgraph.present.tables import known_shape, tell_people

    found = people(session.graph(as_of), text)
    shown = found.people[:limit]
    answer(form, [known_shape(known) for known in shown], lambda: tell_people(found, limit))
