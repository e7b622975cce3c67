"""``netgraph bridges``: who opens doors, and to where."""

from __future__ import annotations

from datetime import datetime

import click

from netgraph.cli.answer import answer
from netgraph.cli.session import Session, as_of_option, format_option, limit_option


@click.command("bridges", short_help="Who can open doors, and to where.")
@click.option(
    "--by",
    type=click.Choice(["doors", "targets"]),
    help="Rank by doors opened in general, or by your targets (default when there are any).",
)
@limit_option(10)
@as_of_option
@format_option
@click.pass_obj
def command(
    session: Session, by: str | None, limit: int, as_of: datetime | None, form: str
) -> None:
    """People who can open doors: which groups they join and which targets they open."""
    from netgraph.analyse.bridges import bridges
    from netgraph.present.shapes import bridges_shape
    from netgraph.present.stories import tell_bridges
    from netgraph.present.terminal import day

    graph = session.graph(as_of)
    found = bridges(graph, by=by, limit=limit)
    answer(form, bridges_shape(found), lambda: tell_bridges(found, day(graph.as_of)))
