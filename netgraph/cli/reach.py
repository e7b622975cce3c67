"""``netgraph reach``: how well every target is reached, and where I am blind."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option


@click.command("reach", short_help="How well every target is reached; blind spots.")
@as_of_option
@format_option
@click.pass_obj
def command(session: Session, as_of: datetime | None, form: str) -> None:
    """Every target employer: how well it is reached, by whom, and your blind spots."""
    from netgraph.analyse.reach import reach
    from netgraph.present.shapes import reach_shape
    from netgraph.present.tables import tell_reach

    found = reach(session.graph(as_of))
    answer(form, [reach_shape(row) for row in found.targets], lambda: tell_reach(found.targets))
